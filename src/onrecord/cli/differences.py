"""``onrecord differences``: where parties agree, differ, and contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

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
    from onrecord.compare import Contradiction, Difference, IssueTree, Party


class DifferenceFormat(StrEnum):
    """How differences are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def differences(
    pages: PagesArgument,
    between: Annotated[
        str,
        typer.Option(
            "--between",
            metavar="PARTIES",
            show_default=False,
            help="Two parties or more, parted by commas: country codes or names, such as UKR,RUS.",
        ),
    ],
    published: PublishedOption = None,
    form: Annotated[
        DifferenceFormat | None,
        typer.Option(
            "--format",
            show_default=False,
            help="How to write the differences: text, json, jsonl or csv. "
            "By default what the name of --out says, else text.",
        ),
    ] = None,
    out: OutOption = None,
    actors: ActorsOption = None,
    issues: IssuesOption = None,
) -> None:
    """Show on which issues parties agree and differ, by the latest words of each.

    A verdict follows from stances by stated rules; it is no score. Claims that contradict each
    other are shown side by side and not judged.
    """
    from onrecord.cli.issue_tree import issue_tree

    chosen = form or format_of(out, DifferenceFormat, DifferenceFormat.text)
    asked = listed_parties(between)
    if len(asked) < 2:
        raise typer.BadParameter(
            "name two parties or more, parted by commas, such as UKR,RUS", param_hint="--between"
        )
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
    form: DifferenceFormat,
    asked: list[str],
    tree: IssueTree,
    *,
    colour: bool,
) -> Iterator[str]:
    """The output, once all records are read; nothing where there are none."""
    from onrecord import compare
    from onrecord.cli import position_rows
    from onrecord.errors import OnrecordError
    from onrecord.exports import rows

    read = list(records)
    if not read:
        return
    known = compare.Parties(read)
    everyone = known.all(read)
    parties = list(dict.fromkeys(known.named(each, everyone) for each in asked))
    if len(parties) < 2:
        raise OnrecordError(
            f"all of {', '.join(asked)} are one party, {parties[0].name}",
            remedy="name two parties or more",
        )
    found = compare.differences(compare.positions_of(read, known), parties, tree)
    match form:
        case DifferenceFormat.json:
            yield from rows.as_json(map(position_rows.difference_object, found))
        case DifferenceFormat.jsonl:
            yield from rows.as_json_lines(map(position_rows.difference_object, found))
        case DifferenceFormat.csv:
            yield from rows.as_csv(
                position_rows.difference_rows(found), position_rows.DIFFERENCE_COLUMNS
            )
        case DifferenceFormat.text:
            denials = compare.concerning(compare.contradictions(read, known), parties)
            yield _text(read, found, parties, denials, colour=colour)


def _text(
    records: list[Record],
    found: list[Difference],
    parties: list[Party],
    denials: list[Contradiction],
    *,
    colour: bool,
) -> str:
    from onrecord.cli.consoles import console_of, text_of
    from onrecord.cli.differences_shown import contradictions_shown, differences_shown
    from onrecord.cli.positions_shown import notes
    from onrecord.cli.terminal import headings

    console = console_of(colour=colour)
    for line in headings(records):
        console.print(line)
    if not found:
        names = ", ".join(party.name for party in parties)
        console.print(f"\nNo position of {names} was found.")
    for part in differences_shown(found, parties, width=console.width, pages=len(records)):
        console.print(part)
    if denials:
        pages = list(dict.fromkeys(record.page.id for record in records))
        for part in contradictions_shown(denials, width=console.width, pages=pages):
            console.print(part)
    for note in notes(standing for each in found for standing in each.standings):
        console.print(note)
    return text_of(console)
