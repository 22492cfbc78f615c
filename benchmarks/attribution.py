"""Attribution against PolNeAR's gold: characters, exact spans, and linked attributions.

Characters: precision and recall of the characters labelled with a role, over all documents.
Exact: of spans, counted once a document. Linked: a found attribution is right when its content
overlaps a gold content by at least half of the characters of both together (intersection over
union), and its source overlaps that attribution's source likewise, or both have none. Each gold
attribution is matched once, best overlap first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.reading.labels import ROLES
from onrecord.reading.types import Attribution
from onrecord.record import Span

_T = TypeVar("_T", int, Span)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what was found right, found, and there."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.gold
        return 2 * self.right / total if total else 0.0


Pairs = Sequence[tuple[Sequence[Attribution], Sequence[Attribution]]]
"""For each document, what was found and the gold."""


def measure(pairs: Pairs) -> dict[str, Score]:
    """``characters source`` …, ``exact source`` …, ``linked``."""
    scores: dict[str, Score] = {}
    for role in ROLES:
        scores[f"characters {role}"] = _total(
            _counts(_characters(found, role), _characters(gold, role)) for found, gold in pairs
        )
        scores[f"exact {role}"] = _total(
            _counts(_spans(found, role), _spans(gold, role)) for found, gold in pairs
        )
    scores["linked"] = _total(_linked(found, gold) for found, gold in pairs)
    return scores


def _spans(attributions: Iterable[Attribution], role: str) -> set[Span]:
    return {span for attribution in attributions for span in getattr(attribution, role)}


def _characters(attributions: Iterable[Attribution], role: str) -> set[int]:
    return {at for start, end in _spans(attributions, role) for at in range(start, end)}


def _counts(found: set[_T], gold: set[_T]) -> Score:
    return Score(len(found & gold), len(found), len(gold))


def _total(scores: Iterable[Score]) -> Score:
    total: Counter[str] = Counter()
    for score in scores:
        total.update(right=score.right, found=score.found, gold=score.gold)
    return Score(total["right"], total["found"], total["gold"])


def _linked(found: Sequence[Attribution], gold: Sequence[Attribution]) -> Score:
    found = [item for item in found if item.content]
    gold = [item for item in gold if item.content]
    candidates = []
    for row, ours in enumerate(found):
        for column, theirs in enumerate(gold):
            overlap = _overlap(ours.content, theirs.content)
            if overlap >= 0.5 and _same_source(ours, theirs):
                candidates.append((overlap, row, column))
    rows: set[int] = set()
    columns: set[int] = set()
    for _, row, column in sorted(candidates, reverse=True):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
    return Score(len(rows), len(found), len(gold))


def _same_source(ours: Attribution, theirs: Attribution) -> bool:
    if not ours.source or not theirs.source:
        return not ours.source and not theirs.source
    return _overlap(ours.source, theirs.source) >= 0.5


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Intersection over union in characters."""
    first = {at for start, end in one for at in range(start, end)}
    second = {at for start, end in other for at in range(start, end)}
    union = first | second
    return len(first & second) / len(union) if union else 0.0
