"""A statement in the making: the spans of an attribution, and how they were found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.record import Span, StatementKind, StatementStatus

Origin = Literal["model", "repaired", "rule"]


@dataclass(frozen=True)
class Draft:
    """Source, cue and content of one attribution, all within the story numbered ``story``.

    ``source`` is one span or None. ``cue`` and ``content`` are sorted and disjoint; ``content``
    is never empty. ``score`` is in [0, 1]. ``origin`` says who found it: the model, the model with
    its links put right, or a rule. ``kind`` is set where the form of the page tells it
    (a turn of a transcript is direct speech without quotation marks), otherwise None. ``turn``
    is True for a turn of a transcript: other statements may lie in it.
    """

    story: int
    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    status: StatementStatus = "said"
    kind: StatementKind | None = None
    turn: bool = False
    origin: Origin = "rule"
    outer: Draft | None = None

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """All spans in text order."""
        source = (self.source,) if self.source else ()
        return tuple(sorted((*source, *self.cue, *self.content)))

    @cached_property
    def span(self) -> Span:
        """From the first to the last word."""
        spans = self.spans
        return Span(spans[0].start, max(s.end for s in spans))

    @property
    def anchor(self) -> Span:
        """Where the reporting words are: the cue, or the source, or the content."""
        if self.cue:
            return self.cue[0]
        return self.source or self.content[0]


def overlap(first: Span, second: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def within(inner: Span, outer: Span) -> bool:
    """True where ``inner`` lies in ``outer``."""
    return outer.start <= inner.start and inner.end <= outer.end
