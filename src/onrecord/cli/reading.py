"""Pages in, something written out: what all commands share that read many pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import typer

from onrecord.cli.arguments import source_of
from onrecord.cli.output import output_to
from onrecord.cli.safe_text import safe
from onrecord.errors import OnrecordError
from onrecord.reader import Reader
from onrecord.record import Record
from onrecord.settings import Settings

Choice = TypeVar("Choice", bound=StrEnum)


def write_of(
    pages: Sequence[str],
    parts: Callable[[Iterator[Record]], Iterable[str]],
    *,
    reader: Reader,
    published: date | None,
    out: Path | None,
) -> None:
    """Read the pages and write what is made of their records.

    A page that cannot be read is named on standard error at the end, and the others are read all
    the same. A file is left as it was where no page could be read.

    Args:
        pages: as the user gave them: files, addresses, or "-".
        parts: makes the output, piece by piece as the records come.
        reader: reads them.
        published: the day they appeared, if known.
        out: the file to write; standard output when None.

    Raises:
        typer.BadParameter: the pages or the file cannot be meant.
        typer.Exit: with status 1, some page could not be read.
    """
    if pages.count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read only once")
    if out is not None and out.is_dir():
        raise typer.BadParameter(f"{out} is a folder; name a file in it", param_hint="--out")
    sources = [source_of(name) for name in pages]
    failures: list[OnrecordError] = []
    with _progress(len(sources), shown=out is not None or not sys.stdout.isatty()) as step:

        def failed(_: object, error: OnrecordError) -> None:
            failures.append(error)
            step()

        records = reader.read_many(sources, published=published, on_error=failed)
        with output_to(out) as writer:
            for part in parts(_counted(records, step)):
                writer.write(part)
            writer.wanted = len(failures) < len(sources)
    _report(failures, of=len(sources))


def reader_of(
    actors: Sequence[Path] | None, issues: Sequence[Path] | None = None, *, threads: int = 1
) -> Reader:
    """A reader with the settings of the environment and the user's files."""
    return Reader(
        threads=threads,
        settings=Settings.from_environment(),
        actors=tuple(actors or ()),
        issues=tuple(issues or ()),
    )


def format_of(out: Path | None, choices: type[Choice], otherwise: Choice) -> Choice:
    """The format that the ending of the file names, or ``otherwise``."""
    ending = out.suffix.lower().lstrip(".") if out else ""
    return choices(ending) if ending in set(choices) else otherwise


def _counted(records: Iterator[Record], step: Any) -> Iterator[Record]:
    for record in records:
        yield record
        step()


@contextmanager
def _progress(total: int, *, shown: bool) -> Iterator[Any]:
    """A function to call after each page.

    It moves a bar on standard error, if that is a terminal and the records do not go to it too.
    """
    if total < 2 or not shown or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda: bar.advance(task)


def _report(failures: list[OnrecordError], *, of: int) -> None:
    if not failures:
        return
    if of > 1:
        typer.echo(f"onrecord: {len(failures)} of {of} pages could not be read:", err=True)
    for error in failures:
        typer.echo(f"{'  ' if of > 1 else 'onrecord: '}{safe(str(error))}", err=True)
    raise typer.Exit(1)
