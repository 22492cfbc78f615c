"""``onrecord read``: pages in, records out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.arguments import (
    ActorsOption,
    IssuesOption,
    OutOption,
    PagesArgument,
    PublishedOption,
    day_of,
)
from onrecord.cli.reading import format_of, reader_of, write_of
from onrecord.record import Record


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
    out: OutOption = None,
    actors: ActorsOption = None,
    issues: IssuesOption = None,
    threads: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many cores one page may use.")
    ] = 1,
) -> None:
    """Read news pages and show who said what, who wants what and what happened.

    Every line stands on words of the page.

    Nothing is downloaded, unless a PAGE is an address. Of several pages, one that cannot be read
    is named at the end, and the others are read all the same (exit status 1).
    """
    chosen = form or format_of(out, Format, Format.text)
    reader = reader_of(actors, issues, threads=threads)
    write_of(
        pages,
        lambda records: _parts(records, chosen, many=len(pages) > 1, out=out),
        reader=reader,
        published=day_of(published),
        out=out,
    )


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
