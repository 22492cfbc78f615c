"""A record as text: on a terminal the story with its statements marked, then a table of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.safe_text import safe
from onrecord.exports.highlight import Part, marked_segments, marks_of
from onrecord.record import Block, Record, Span, Statement, Story

STYLES: dict[Part, str] = {
    "speaker": "bold cyan",
    "cue": "italic yellow",
    "content": "underline green",
}
"""Told apart by colour and, where there is none, by bold, italic and underline."""

PLAIN_WIDTH = 100
"""Columns where the output is not a terminal."""

NOT_NAMED = "(not named)"


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
            width=terminal.width if styled else PLAIN_WIDTH,
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
        console.print(_table(record))
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
    return " · ".join(facts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _show_story(console: Console, record: Record, story: Story) -> None:
    marks = marks_of(record)
    teaser = story.kind == "teaser"
    if teaser:
        console.print()
        console.rule(Text("another story on the page", style="dim"), align="left", style="dim")
    for block in story.blocks or (Block(kind="paragraph", span=story.span),):
        text = Text(style=_style_of(block, teaser=teaser))
        for span, covering in marked_segments(block.span, marks):
            for mark in covering:
                if mark.opens and mark.span.start == span.start:
                    text.append(f"[{mark.number}] ", style="dim")
            piece = Text(_words(record, [span]))
            for mark in covering:
                piece.stylize(STYLES[mark.part])
            text.append_text(piece)
        console.print()
        console.print(Padding(text, (0, 0, 0, 4 if block.kind == "quote" else 0)))


def _style_of(block: Block, *, teaser: bool) -> str:
    if block.kind == "heading":
        return "bold"
    return "dim" if teaser or block.kind in ("caption", "credit", "byline", "other") else ""


def _table(record: Record) -> Table:
    whens = [_when(statement) for statement in record.statements]
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, expand=True)
    table.add_column("", justify="right", style="dim")
    table.add_column("speaker", style=STYLES["speaker"], max_width=22)
    table.add_column("cue", style=STYLES["cue"], max_width=12)
    table.add_column("words", ratio=1)
    table.add_column("kind", max_width=16)
    if any(whens):
        table.add_column("when", max_width=15)
    numbers = {statement.id: number for number, statement in enumerate(record.statements, start=1)}
    teasers = {story.id for story in record.stories if story.kind == "teaser"}
    for statement, when in zip(record.statements, whens, strict=True):
        speaker = statement.speaker.span
        cells = [
            _words(record, [speaker]) if speaker else NOT_NAMED,
            _words(record, statement.cue),
            _words(record, statement.content),
            _kind(statement, numbers, teasers),
            *([when] if any(whens) else []),
        ]
        table.add_row(str(numbers[statement.id]), *map(Text, cells))
    return table


def _kind(statement: Statement, numbers: dict[str, int], teasers: set[str]) -> str:
    """Such as "mixed demand, in 3" for a demand reported by statement 3."""
    words: list[str] = [statement.kind]
    if statement.act != "other":
        words.append(statement.act)
    if statement.status != "said":
        words.append(f"({statement.status})")
    line = " ".join(words)
    if statement.inside in numbers:
        line += f", in {numbers[statement.inside]}"
    return line + (", teaser" if statement.story in teasers else "")


def _when(statement: Statement) -> str:
    """The day, "by" it where it is only known to be no later, and the occasion."""
    said_on = statement.said_on
    day = "" if said_on is None else ("" if said_on.bound == "on" else "by ") + said_on.value
    occasion = statement.occasion.kind if statement.occasion else ""
    return "\n".join(filter(None, (day, occasion)))


def _words(record: Record, spans: Iterable[Span]) -> str:
    pieces = (record.page.text[start:end] for start, end in spans)
    return safe(" … ".join(pieces)).replace("\n", " ").replace("\t", " ")
