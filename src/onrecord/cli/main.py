"""``onrecord``: the commands, and the wall that no traceback passes."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli import actors, places
from onrecord.cli.differences import differences
from onrecord.cli.events import events
from onrecord.cli.positions import positions
from onrecord.cli.read import read
from onrecord.cli.who import who
from onrecord.errors import OnrecordError
from onrecord.record import json_schema
from onrecord.settings import Settings, hold_numpy_to_one_thread

app = typer.Typer(
    name="onrecord",
    help="Read news pages and keep the record: who said what, when and where.",
    epilog="Example:  onrecord read page.html --published 2022-03-11",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog="Example:  onrecord read *.html --format jsonl --out records.jsonl")(read)
app.command(epilog="Example:  onrecord who page.html --published 2022-03-11")(who)
app.command(epilog="Example:  onrecord events page.html --format csv --out events.csv")(events)
app.command(epilog="Example:  onrecord positions page.html --party UKR,RUS")(positions)
app.command(epilog="Example:  onrecord differences page.html --between UKR,RUS")(differences)
app.add_typer(places.app, name="places")
app.add_typer(actors.app, name="actors")


@app.command(epilog="Example:  onrecord schema > record.schema.json")
def schema() -> None:
    """Print the JSON Schema of a record."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


def run() -> None:
    """The entry point. Every error ends as one line on standard error and a status.

    Status 1: something could not be read or written. 2: the command was not understood.
    130: interrupted.
    """
    hold_numpy_to_one_thread()
    settings = Settings.from_environment()
    _set_up_logging(debug=settings.debug)
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except OnrecordError as error:
        _complain(str(error), debug=settings.debug)
    except Exception as error:
        line = " ".join(f"{type(error).__name__}: {error}".split())
        hint = "" if settings.debug else " (set ONRECORD_DEBUG=1 to see where)"
        _complain(f"unexpected error: {line}{hint}", debug=settings.debug)


def _complain(line: str, *, debug: bool) -> None:
    if debug:
        traceback.print_exc()
    typer.echo(f"onrecord: {line}", err=True)
    sys.exit(1)


def _set_up_logging(*, debug: bool) -> None:
    """Libraries' warnings are for whoever debugs; others see what the command itself says."""
    logging.captureWarnings(not debug)
    if debug:
        logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s: %(message)s")
    else:
        logging.basicConfig(handlers=[logging.NullHandler()])
