"""A record as text: on a terminal the story with its statements marked, then the statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.safe_text import safe
from onrecord.cli.statements import STYLES, statements
from onrecord.exports.highlight import blocks_of, marked_segments, marks_of
from onrecord.record import Block, Record, Story

PLAIN_WIDTH = 100
"""Columns where the output is not a terminal."""

WIDEST = 130
"""Columns beyond which lines are hard to follow; a wider terminal is not filled."""


def parts(records: Iterable[Record], *, colour: bool) -> Iterator[str]:
    """The text of each record; ``colour`` allows styles, which still need a terminal."""
    terminal = Console()
    styled = colour and terminal.is_terminal
    separator = ""
    for record in records:
        console = Console(
            file=StringIO(),
            force_terminal=styled,
            color_system="standard" if styled and terminal.color_system else None,
            no_color=terminal.no_color,
            width=min(terminal.width, WIDEST) if styled else PLAIN_WIDTH,
            highlight=False,
            emoji=False,
            markup=False,
        )
        _show(console, record, with_stories=styled)
        text = console.file.getvalue()  # type: ignore[attr-defined]
        yield separator + "".join(f"{line.rstrip()}\n" for line in text.splitlines())
        separator = "\n"


def _show(console: Console, record: Record, *, with_stories: bool) -> None:
    page = record.page
    if page.title:
        console.print(Text(" ".join(safe(page.title).split()), style="bold"))
    console.print(Text(_about(record), style="dim"))
    for notice in record.notices:
        console.print(Text(f"Note: {safe(notice)}", style="yellow"))
    if with_stories:
        for story in record.stories:
            _show_story(console, record, story)
    console.print()
    if record.statements:
        for part in statements(record, width=console.width):
            console.print(part)
    else:
        console.print("No statement was found.")


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
    if record.actors:
        facts.append(_counted(len(record.actors), "actor"))
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
