"""The words of statements as marks on the page's text, cut where they overlap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.record import Record, Span

Part = Literal["speaker", "cue", "content"]


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


def marks_of(record: Record) -> list[Mark]:
    """All marks of a record, in the order of their first words.

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


def marked_segments(frame: Span, marks: list[Mark]) -> list[tuple[Span, list[Mark]]]:
    """The frame cut at every edge of a mark: pieces in order, each with the marks covering it."""
    near = [m for m in marks if m.span.start < frame.end and m.span.end > frame.start]
    edges = {frame.start, frame.end}
    for mark in near:
        edges |= {max(mark.span.start, frame.start), min(mark.span.end, frame.end)}
    cuts = sorted(edges)
    return [
        (Span(start, end), [m for m in near if m.span.start <= start and end <= m.span.end])
        for start, end in pairwise(cuts)
    ]
