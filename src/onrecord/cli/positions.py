"""``onrecord positions``: who wants what, issues by parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.arguments import (
    ActorsOption,
    IssuesOption,
    OutOption,
    PagesArgument,
    PublishedOption,
    day_of,
    listed_parties,
)
from onrecord.cli.reading import format_of, reader_of, write_of
from onrecord.record import Record

if TYPE_CHECKING:
    from onrecord.compare import Held, IssueTree, Party


class PositionFormat(StrEnum):
    """How positions are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def positions(
    pages: PagesArgument,
    party: Annotated[
        str | None,
        typer.Option(
            "--party",
            metavar="PARTIES",
            show_default=False,
            help="Only these parties, parted by commas: country codes or names, such as UKR,RUS.",
        ),
    ] = None,
    published: PublishedOption = None,
    form: Annotated[
        PositionFormat | None,
        typer.Option(
            "--format",
            show_default=False,
            help="How to write the positions: text (a matrix), json, jsonl or csv (one by one). "
            "By default what the name of --out says, else text.",
        ),
    ] = None,
    out: OutOption = None,
    actors: ActorsOption = None,
    issues: IssuesOption = None,
) -> None:
    """Show who wants what: issues by parties, each position with its words and day.

    Text has the latest position of each party on each issue; the other formats have all.
    """
    from onrecord.cli.issue_tree import issue_tree

    chosen = form or format_of(out, PositionFormat, PositionFormat.text)
    asked = listed_parties(party)
    tree = issue_tree(issues)
    write_of(
        pages,
        lambda records: parts(records, chosen, asked, tree, colour=out is None),
        reader=reader_of(actors, issues),
        published=day_of(published),
        out=out,
    )


def parts(
    records: Iterable[Record],
    form: PositionFormat,
    asked: list[str],
    tree: IssueTree,
    *,
    colour: bool,
) -> Iterator[str]:
    """The output, once all records are read; nothing where there are none."""
    from onrecord.compare import Parties, positions_of
    from onrecord.exports import rows

    read = list(records)
    if not read:
        return
    known = Parties(read)
    held = positions_of(read, known)
    parties = [known.named(each, (one.party for one in held)) for each in asked]
    if form is PositionFormat.text:
        yield _text(read, held, parties, tree, colour=colour)
        return
    found = _rows([one for one in held if not parties or one.party in parties])
    match form:
        case PositionFormat.json:
            yield from rows.as_json(found)
        case PositionFormat.jsonl:
            yield from rows.as_json_lines(found)
        case PositionFormat.csv:
            from onrecord.cli.position_rows import POSITION_COLUMNS

            yield from rows.as_csv(found, POSITION_COLUMNS)


def _rows(held: list[Held]) -> Iterator[dict[str, Any]]:
    from onrecord.cli.position_rows import position_rows

    return position_rows(held)


def _text(
    records: list[Record],
    held: list[Held],
    parties: list[Party],
    tree: IssueTree,
    *,
    colour: bool,
) -> str:
    from onrecord.cli.consoles import console_of, text_of
    from onrecord.cli.positions_shown import matrix_shown, notes
    from onrecord.cli.terminal import headings
    from onrecord.compare import matrix

    table = matrix(held, tree, parties)
    console = console_of(colour=colour)
    for line in headings(records):
        console.print(line)
    console.print()
    if not table.rows:
        console.print("No position was found.")
    for part in matrix_shown(table, width=console.width, pages=len(records)):
        console.print(part)
    for note in notes(standing for row in table.rows for standing in row.standings):
        console.print(note)
    return text_of(console)
