"""The statements of a record as text: a table, or where that is too narrow, one below another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.consoles import NARROWEST_TABLE, grid
from onrecord.cli.safe_text import safe
from onrecord.exports.highlight import Part
from onrecord.exports.wording import NO_LATER, Wording, day, manner
from onrecord.record import Actor, Record, Statement

STYLES: dict[Part, str] = {
    "speaker": "bold cyan",
    "cue": "italic yellow",
    "content": "underline green",
}
"""Told apart by colour and, where there is none, by bold, italic and underline."""

MOST_IN_FULL = 3
"""Speakers of one statement who are shown with their offices; of more, only names are."""

NOT_NAMED = "(not named)"
NOT_IDENTIFIED = "(not identified)"


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is shown of a statement: who, when and where, and the words; a phrase a line."""

    number: int
    who: tuple[Text, ...]
    circumstances: tuple[Text, ...]
    words: tuple[Text, ...]


def statements(record: Record, *, width: int) -> Iterator[RenderableType]:
    """The record's statements, and what has to be known to read them.

    Args:
        record: it has statements.
        width: how many columns there are.
    """
    entries = list(_entries(record))
    yield _table(entries, width) if width >= NARROWEST_TABLE else _list(entries)
    if any(each.said_on and each.said_on.bound == "not after" for each in record.statements):
        yield Text(f"\n{NO_LATER}", style="dim")


def _table(entries: list[_Entry], width: int) -> Table:
    table = _grid(show_header=True)
    table.add_column("who", max_width=width // 4)
    when_and_where = any(entry.circumstances for entry in entries)
    if when_and_where:
        table.add_column("when, where", max_width=width // 5)
    table.add_column("words", ratio=1)
    for entry in entries:
        cells = [entry.who, *([entry.circumstances] if when_and_where else []), entry.words]
        table.add_row(str(entry.number), *(Text("\n").join(lines) for lines in cells))
    return table


def _list(entries: list[_Entry]) -> Table:
    table = _grid(show_header=False)
    table.add_column(ratio=1)
    for entry in entries:
        circumstances = filter(None, [Text(" · ").join(entry.circumstances)])
        lines = (*entry.who, *circumstances, *entry.words)
        table.add_row(str(entry.number), Text("\n").join(lines))
    return table


def _grid(*, show_header: bool) -> Table:
    """A table that has so far the column of the numbers; its rows are a line apart."""
    table = grid(header=show_header)
    table.add_column(justify="right", style="dim")
    return table


def _entries(record: Record) -> Iterator[_Entry]:
    wording = Wording(record)
    numbers = {statement.id: number for number, statement in enumerate(record.statements, start=1)}
    teasers = {story.id for story in record.stories if story.kind == "teaser"}
    for statement in record.statements:
        how = manner(statement)
        if statement.inside in numbers:
            how += f", in {numbers[statement.inside]}"
        if statement.story in teasers:
            how += ", teaser"
        cue = Text(safe(wording.words(*statement.cue)), style=STYLES["cue"])
        content = Text(safe(wording.words(*statement.content)), style=STYLES["content"])
        yield _Entry(
            number=numbers[statement.id],
            who=tuple(_who(statement, wording)),
            circumstances=tuple(_circumstances(statement, wording)),
            words=(Text(" · ").join(filter(None, (cue, Text(how, style="dim")))), content),
        )


def _who(statement: Statement, wording: Wording) -> Iterator[Text]:
    """Who is known to speak, each with office and country, and the page's words where they help."""
    written = safe(wording.speaker_as_written(statement))
    speakers = wording.speakers(statement)
    if not speakers:
        yield from _unknown(written)
        return
    if len(speakers) > MOST_IN_FULL:
        names = ", ".join(_with_country(actor, wording) for actor in speakers)
        yield Text(safe(names), style=STYLES["speaker"])
    else:
        for actor in speakers:
            yield from _in_full(actor, wording)
    if written:
        yield Text(f"“{written}”", style="dim")


def _unknown(written: str) -> Iterable[Text]:
    if not written:
        return [Text(NOT_NAMED, style="dim")]
    return [Text(f"“{written}”", style="cyan"), Text(NOT_IDENTIFIED, style="dim")]


def _in_full(actor: Actor, wording: Wording) -> Iterator[Text]:
    """The name, and below it the office with the country; without an office on one line."""
    if wording.offices(actor):
        yield Text(safe(wording.name(actor)), style=STYLES["speaker"])
        yield Text(safe(wording.standing(actor)))
    else:
        country = f" · {safe(actor.country)}" if actor.country else ""
        yield Text(safe(wording.name(actor)), style=STYLES["speaker"]) + Text(country)


def _circumstances(statement: Statement, wording: Wording) -> Iterator[Text]:
    when = statement.said_on
    if when is not None:
        yield Text(safe(day(when)), style="dim" if when.bound == "not after" else "")
    for phrase in (
        wording.place(statement.place),
        wording.occasion(statement),
        wording.addressees(statement),
    ):
        if phrase:
            yield Text(safe(phrase))


def _with_country(actor: Actor, wording: Wording) -> str:
    name = wording.name(actor)
    return f"{name} ({actor.country})" if actor.country else name
