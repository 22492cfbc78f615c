"""``onrecord read``: pages in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli.arguments import (
    ActorsOption,
    PagesArgument,
    PublishedOption,
    day_of,
    source_of,
)
from onrecord.cli.output import output_to
from onrecord.cli.safe_text import safe
from onrecord.errors import OnrecordError
from onrecord.reader import Reader
from onrecord.record import Record
from onrecord.settings import Settings


class Format(StrEnum):
    """How records are shown."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"


def read(
    pages: PagesArgument,
    published: PublishedOption = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            show_default=False,
            help="How to show the record: text, json, jsonl or html. "
            "By default what the name of --out says, else text.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write to this file rather than standard output."),
    ] = None,
    actors: ActorsOption = None,
    threads: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many cores one page may use.")
    ] = 1,
) -> None:
    """Read news pages and show who said what, when and where.

    Every line stands on words of the page.

    Nothing is downloaded, unless a PAGE is an address. Of several pages, one that cannot be read
    is named at the end, and the others are read all the same (exit status 1).
    """
    if pages.count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read only once")
    if out is not None and out.is_dir():
        raise typer.BadParameter(f"{out} is a folder; name a file in it", param_hint="--out")
    chosen, day = form or _format_of(out), day_of(published)
    sources = [source_of(name) for name in pages]
    failures: list[OnrecordError] = []
    settings = Settings.from_environment()
    reader = Reader(threads=threads, settings=settings, actors=tuple(actors or ()))
    with _progress(len(sources), shown=out is not None or not sys.stdout.isatty()) as step:

        def failed(_: object, error: OnrecordError) -> None:
            failures.append(error)
            step()

        records = reader.read_many(sources, published=day, on_error=failed)
        with output_to(out) as writer:
            for part in _parts(_counted(records, step), chosen, many=len(sources) > 1, out=out):
                writer.write(part)
            writer.wanted = len(failures) < len(sources)
    _report(failures, of=len(sources))


def _format_of(out: Path | None) -> Format:
    ending = out.suffix.lower().lstrip(".") if out else ""
    return Format(ending) if ending in set(Format) else Format.text


def _parts(
    records: Iterable[Record], form: Format, *, many: bool, out: Path | None
) -> Iterator[str]:
    """The output, piece by piece as the records come; each format is imported only when asked."""
    from onrecord.exports import html, jsonlines

    match form:
        case Format.json:
            return jsonlines.indented(records, array=many)
        case Format.jsonl:
            return jsonlines.lines(records)
        case Format.html:
            return html.pages(records)
        case Format.text:
            from onrecord.cli.terminal import parts

            return parts(records, colour=out is None)


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
