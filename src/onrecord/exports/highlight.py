"""The words of statements, actors, times and places as marks on the page's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Protocol, TypeVar

from onrecord.record import Block, Record, Span, Story

Part = Literal["speaker", "cue", "content"]
Named = Literal["actor", "time", "place"]


class Spanned(Protocol):
    """Whatever stands on the page at a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


M = TypeVar("M", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that play a part in a statement.

    ``number`` counts the record's statements from 1; ``opens`` is true of the statement's first
    words on the page.
    """

    span: Span
    part: Part
    number: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name an actor, a time or a place.

    ``number`` counts the record's actors, times or places from 1, ``nth`` the mentions of one
    actor; a time and a place have one.
    """

    span: Span
    what: Named
    number: int
    nth: int = 1


def marks_of(record: Record) -> list[Mark]:
    """All marks of a record's statements, in the order of their first words.

    Of marks that start together the longest is first, so that an outer mark stands before the
    marks inside it.
    """
    marks = []
    for number, statement in enumerate(record.statements, start=1):
        parts: list[tuple[Span, Part]] = [(span, "cue") for span in statement.cue]
        parts += [(span, "content") for span in statement.content]
        if statement.speaker.span:
            parts.append((statement.speaker.span, "speaker"))
        parts.sort()
        marks += [Mark(span, part, number, index == 0) for index, (span, part) in enumerate(parts)]
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.number))


def shown_names(record: Record) -> list[Name]:
    """The names that begin in a story, in the order of their first words; the longest first."""
    names = [
        Name(span, "actor", number, nth)
        for number, actor in enumerate(record.actors, start=1)
        for nth, span in enumerate(actor.mentions, start=1)
    ]
    names += [Name(time.span, "time", n) for n, time in enumerate(record.times, start=1)]
    names += [Name(place.span, "place", n) for n, place in enumerate(record.places, start=1)]
    frames = [block.span for story in record.stories for block in blocks_of(story)]
    frames.sort()
    starts = [frame.start for frame in frames]

    def shown(span: Span) -> bool:
        index = bisect_right(starts, span.start) - 1
        return index >= 0 and span.start < min(span.end, frames[index].end)

    return sorted(
        (name for name in names if shown(name.span)),
        key=lambda name: (name.span.start, -name.span.end),
    )


def blocks_of(story: Story) -> tuple[Block, ...]:
    """The story's blocks; one of all its words where it has none."""
    return story.blocks or (Block(kind="paragraph", span=story.span),)


def marked_segments(frame: Span, marks: Sequence[M]) -> list[tuple[Span, list[M]]]:
    """The frame cut at every edge of a mark: pieces in order, each with the marks covering it.

    ``marks`` are in the order of their starts; those that cover a piece keep it.
    """
    near = [m for m in marks if m.span.start < frame.end and m.span.end > frame.start]
    edges = {frame.start, frame.end}
    for mark in near:
        edges |= {max(mark.span.start, frame.start), min(mark.span.end, frame.end)}
    segments: list[tuple[Span, list[M]]] = []
    reached: list[M] = []
    following = 0
    for start, end in pairwise(sorted(edges)):
        while following < len(near) and near[following].span.start <= start:
            reached.append(near[following])
            following += 1
        reached = [mark for mark in reached if mark.span.end >= end]
        segments.append((Span(start, end), list(reached)))
    return segments
