"""``onrecord events``: what happened, who to whom, when and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
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


class EventFormat(StrEnum):
    """How events are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    plover = "plover"
    polecat = "polecat"
    gdelt = "gdelt"
    cameo = "cameo"


def events(
    pages: PagesArgument,
    published: PublishedOption = None,
    form: Annotated[
        EventFormat | None,
        typer.Option(
            "--format",
            show_default=False,
            help="How to write the events: text, json, jsonl or csv; for other tools plover, "
            "polecat, gdelt or cameo. "
            "By default what the name of --out says, else text.",
        ),
    ] = None,
    out: OutOption = None,
    actors: ActorsOption = None,
    issues: IssuesOption = None,
) -> None:
    """List what happened, is planned or is denied: who to whom, when and where.

    Types, modes and contexts are those of PLOVER. What is only said or denied says so.
    """
    chosen = form or format_of(out, EventFormat, EventFormat.text)
    write_of(
        pages,
        lambda records: parts(records, chosen, colour=out is None),
        reader=reader_of(actors, issues),
        published=day_of(published),
        out=out,
    )


def parts(records: Iterable[Record], form: EventFormat, *, colour: bool) -> Iterable[str]:
    """The output, piece by piece as the records come."""
    from onrecord import __version__
    from onrecord.exports import cameo, event_rows, gdelt, plover_json, polecat, rows

    coder = f"onrecord {__version__}"
    match form:
        case EventFormat.json:
            return rows.as_json(event_rows.event_rows(records))
        case EventFormat.jsonl:
            return rows.as_json_lines(event_rows.event_rows(records))
        case EventFormat.csv:
            return rows.as_csv(event_rows.event_rows(records), event_rows.COLUMNS)
        case EventFormat.plover:
            return plover_json.lines(records, coder=coder)
        case EventFormat.polecat:
            return polecat.lines(records, coder=coder)
        case EventFormat.gdelt:
            return gdelt.lines(records)
        case EventFormat.cameo:
            return cameo.lines(records)
        case EventFormat.text:
            return _text(records, colour=colour)


def _text(records: Iterable[Record], *, colour: bool) -> Iterator[str]:
    from rich.text import Text

    from onrecord.cli.consoles import console_of, text_of
    from onrecord.cli.events_shown import events_table
    from onrecord.cli.terminal import heading
    from onrecord.exports.wording import NO_LATER

    separator = ""
    for record in records:
        console = console_of(colour=colour)
        for line in heading(record):
            console.print(line)
        console.print()
        table = events_table(record, width=console.width)
        console.print("No event was found." if table is None else table)
        if any(event.date and event.date.bound == "not after" for event in record.events):
            console.print(Text(f"\n{NO_LATER}", style="dim"))
        yield separator + text_of(console)
        separator = "\n"
