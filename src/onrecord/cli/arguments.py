"""What arguments and options of several commands stand for."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any

import typer

_PAGE = "A file (HTML or plain text), an http(s) address, or - for standard input."

PageArgument = Annotated[str, typer.Argument(metavar="PAGE", help=_PAGE, show_default=False)]
PagesArgument = Annotated[
    list[str], typer.Argument(metavar="PAGE...", help=_PAGE, show_default=False)
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="The day the page appeared (YYYY-MM-DD), where you know it.",
    ),
]
ActorsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        show_default=False,
        help="Actors of your own, in TOML; they go before what is built in. "
        "May be given several times.",
    ),
]
IssuesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--issues",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        show_default=False,
        help="Issues of your own, in TOML; they are added to those built in. "
        "May be given several times.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write to this file rather than standard output."),
]
DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="FOLDER", help="Where to keep it, if not the usual place."),
]


class _StandardInput(BytesIO):
    """Standard input under the name that the user gave it.

    It is read here and not in the reader's thread, which could not be interrupted while waiting.
    """

    name = "-"

    def __init__(self) -> None:
        from onrecord.pages.limits import Limits  # not at the top: it loads the parsers of pages

        super().__init__(sys.stdin.buffer.read(Limits().size + 1))


def source_of(name: str) -> Any:
    """What the reader takes for an argument, or a usage error that says what to do instead."""
    if name == "-":
        return _StandardInput()
    if name.lower().startswith(("http://", "https://")):
        return name
    path = Path(name)
    if path.is_dir():
        raise typer.BadParameter(
            f"{name} is a folder; name the pages in it, such as {path / '*.html'}"
        )
    if any(character in name for character in "*?[") and not path.exists():
        raise typer.BadParameter(f"no file matches {name}; check the folder and the ending")
    return path


def day_of(value: str | None) -> date | None:
    """The day that an option names, or a usage error that says how to write one."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(
            f"{value!r} is not a day; write it as YYYY-MM-DD, for example 2022-03-11",
            param_hint="--published",
        ) from None


def listed_parties(value: str | None) -> list[str]:
    """The parties that an option names, parted by commas."""
    return [name.strip() for name in (value or "").split(",") if name.strip()]
