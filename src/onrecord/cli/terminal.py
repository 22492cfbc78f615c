"""A record as text: on a terminal the story with its statements marked, then the statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.consoles import console_of, text_of
from onrecord.cli.events_shown import compact_events
from onrecord.cli.positions_shown import compact_positions
from onrecord.cli.safe_text import safe
from onrecord.cli.statements import STYLES, statements
from onrecord.exports.highlight import blocks_of, marked_segments, marks_of
from onrecord.record import Block, Record, Story


def parts(records: Iterable[Record], *, colour: bool) -> Iterator[str]:
    """The text of each record; ``colour`` allows styles, which still need a terminal."""
    separator = ""
    for record in records:
        console = console_of(colour=colour)
        _show(console, record, with_stories=console.is_terminal)
        yield separator + text_of(console)
        separator = "\n"


def heading(record: Record) -> Iterator[Text]:
    """What page it is, what was found on it, and what was left unread."""
    if record.page.title:
        yield Text(" ".join(safe(record.page.title).split()), style="bold")
    yield Text(_about(record), style="dim")
    for notice in record.notices:
        yield Text(f"Note: {safe(notice)}", style="yellow")


def headings(records: Sequence[Record]) -> Iterator[Text]:
    """That of one page; several by their numbers, a line each."""
    if len(records) == 1:
        yield from heading(records[0])
        return
    for number, record in enumerate(records, start=1):
        published = record.page.published
        day = f" · {published.value}" if published else ""
        title = f" · {' '.join(record.page.title.split())}" if record.page.title else ""
        yield Text(safe(f"[{number}] {record.page.source}{day}{title}"), style="dim")


def _show(console: Console, record: Record, *, with_stories: bool) -> None:
    for line in heading(record):
        console.print(line)
    if with_stories:
        for story in record.stories:
            _show_story(console, record, story)
    console.print()
    if record.statements:
        for part in statements(record, width=console.width):
            console.print(part)
    else:
        console.print("No statement was found.")
    for section, shown in (
        ("Positions", compact_positions(record, width=console.width)),
        ("Events", compact_events(record, width=console.width)),
    ):
        if shown is not None:
            console.print(Text(f"\n{section}", style="bold"))
            console.print(shown)


def _about(record: Record) -> str:
    page = record.page
    teasers = sum(story.kind == "teaser" for story in record.stories)
    articles = len(record.stories) - teasers
    facts = [safe(page.source)]
    if page.published:
        facts.append(f"published {page.published.value} (from the {page.published.source})")
    facts.append(
        _counted(articles, "article") + (f", {_counted(teasers, 'teaser')}" if teasers else "")
    )
    facts.append(_counted(len(record.statements), "statement"))
    for number, noun in (
        (len(record.actors), "actor"),
        (len(record.positions), "position"),
        (len(record.events), "event"),
    ):
        if number:
            facts.append(_counted(number, noun))
    return " · ".join(facts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _show_story(console: Console, record: Record, story: Story) -> None:
    marks = marks_of(record)
    teaser = story.kind == "teaser"
    if teaser:
        console.print()
        console.rule(Text("another story on the page", style="dim"), align="left", style="dim")
    for block in blocks_of(story):
        text = Text(style=_style_of(block, teaser=teaser))
        for span, covering in marked_segments(block.span, marks):
            for mark in covering:
                if mark.opens and mark.span.start == span.start:
                    text.append(f"[{mark.number}] ", style="dim")
            words = record.page.text[span.start : span.end]
            piece = Text(safe(words).replace("\n", " ").replace("\t", " "))
            for mark in covering:
                piece.stylize(STYLES[mark.part])
            text.append_text(piece)
        console.print()
        console.print(Padding(text, (0, 0, 0, 4 if block.kind == "quote" else 0)))


def _style_of(block: Block, *, teaser: bool) -> str:
    if block.kind == "heading":
        return "bold"
    return "dim" if teaser or block.kind in ("caption", "credit", "byline", "other") else ""
