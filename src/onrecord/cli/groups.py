"""Commands under a word of their own, such as ``onrecord places import``."""

from __future__ import annotations

import typer


def group(about: str) -> typer.Typer:
    """An empty group of commands; ``about`` is what its help says."""
    app = typer.Typer(
        help=about,
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def _own_word() -> None:
        # With a callback, a single command keeps its name and does not become the group itself.
        pass

    return app
