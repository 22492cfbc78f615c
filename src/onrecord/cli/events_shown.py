"""Events as text: when and where, who to whom, and what, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.consoles import NARROWEST_TABLE, grid
from onrecord.cli.safe_text import safe
from onrecord.exports.wording import Wording, day
from onrecord.record import Event, Record, Span

TYPE = "bold"
WORDS = "underline green"
NOT_KNOWN = "–"
SOME, FEW = 7, 3
"""Words that are shown before and after those of an event."""


def events_table(record: Record, *, width: int) -> RenderableType | None:
    """Every event with all that is known of it, or None where the record has none."""
    if not record.events:
        return None
    wording = Wording(record)
    numbers = {statement.id: number for number, statement in enumerate(record.statements, start=1)}
    teasers = {story.id for story in record.stories if story.kind == "teaser"}
    table = grid(header=width >= NARROWEST_TABLE)
    table.add_column(justify="right", style="dim")
    if width >= NARROWEST_TABLE:
        table.add_column("when, where", max_width=width // 5)
        table.add_column("who, to whom", max_width=width // 4)
    table.add_column("what", ratio=1)
    for number, event in enumerate(record.events, start=1):
        circumstances = list(_circumstances(event, wording))
        parties = list(_parties(event, wording))
        what = list(_what(event, record, wording, numbers, teaser=event.story in teasers))
        if width >= NARROWEST_TABLE:
            cells = [circumstances, parties, what]
        else:
            cells = [[*filter(None, [Text(" · ").join(circumstances)]), *parties, *what]]
        table.add_row(str(number), *(Text("\n").join(lines) for lines in cells))
    return table


def compact_events(record: Record, *, width: int) -> RenderableType | None:
    """Every event in a line or two, or None where the record has none."""
    if not record.events:
        return None
    wording = Wording(record)
    if width < NARROWEST_TABLE:
        lines = (
            Text("\n").join(
                [*_parties(event, wording), _type(event), passage(event.span, wording, around=FEW)]
            )
            for event in record.events
        )
        return Group(*(Text("\n") + line for line in lines))
    table: Table = grid(header=True, apart=0)
    table.add_column("when")
    table.add_column("who, to whom", max_width=width // 4)
    table.add_column("type", max_width=width // 6)
    table.add_column("words", ratio=1)
    for event in record.events:
        table.add_row(
            Text(safe(day(event.date)), style="dim"),
            Text(" ").join(_parties(event, wording)),
            _type(event),
            passage(event.span, wording, around=FEW),
        )
    return table


def _circumstances(event: Event, wording: Wording) -> Iterator[Text]:
    for phrase in (day(event.date), wording.place(event.place)):
        if phrase:
            yield Text(safe(phrase))


def _parties(event: Event, wording: Wording) -> Iterator[Text]:
    yield Text(safe(wording.names(event.actors) or NOT_KNOWN), style="cyan")
    if event.recipients:
        yield Text.assemble(("→ ", "dim"), (safe(wording.names(event.recipients)), "cyan"))


def _type(event: Event) -> Text:
    text = Text.assemble((safe(event.type), TYPE))
    for fact in (event.mode, event.status if event.status != "happened" else None):
        if fact:
            text += Text(f" · {safe(fact)}")
    return text


def _what(
    event: Event, record: Record, wording: Wording, numbers: dict[str, int], *, teaser: bool
) -> Iterator[Text]:
    facts = [_type(event)]
    facts += [Text(safe(context), style="dim") for context in event.contexts]
    if event.cameo:
        facts.append(Text(f"CAMEO {safe(event.cameo)}", style="dim"))
    if teaser:
        facts.append(Text("teaser", style="dim"))
    yield Text(" · ").join(facts)
    yield passage(event.span, wording)
    quantities = wording.words(*(quantity.span for quantity in event.quantities))
    if quantities:
        yield Text(safe(quantities))
    said_by = next((each for each in record.statements if each.id == event.said_by), None)
    if said_by:
        who = wording.names(said_by.speaker.actors) or wording.speaker_as_written(said_by)
        by = f" by {safe(who)}" if who else ""
        yield Text(f"said{by} in statement {numbers[said_by.id]}", style="dim")


def passage(span: Span, wording: Wording, *, around: int = SOME) -> Text:
    """The words at a span, told from those around them where there are styles."""
    before, words, after = wording.around(span, words=around)
    return Text.assemble(safe(before), (safe(words), WORDS), safe(after))
