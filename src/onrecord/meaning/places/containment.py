"""Which toponym a text puts into which: "Basra, Iraq", "Iraq's Basra", "Basra in southern Iraq"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.meaning.places.lexicon import place_words
from onrecord.record import Span

_LONGEST_GAP = 40
"""Characters between the two names."""

_WORD = re.compile(r"[\w-]+")
_AFTER = re.compile(r"\s*[,(]\s*")
_POSSESSIVE = re.compile(r"['’]s\s+")


@dataclass(frozen=True, slots=True)
class Containment:
    """One toponym lies in another, as written; both are indices of a list.

    ``certain`` is False for "A, B": in a list of towns none contains another.
    """

    inner: int
    outer: int
    certain: bool


def containments(text: str, spans: Sequence[Span]) -> Iterator[Containment]:
    """What the words between ``spans``, in text order, put into what.

    "A, B, C" puts A into B and C, and B into C.
    """
    for left in range(len(spans) - 1):
        for right in range(left + 1, min(left + 3, len(spans))):
            gap = text[spans[right - 1].end : spans[right].start]
            if len(gap) > _LONGEST_GAP or not gap:
                break
            if right == left + 1 and _POSSESSIVE.match(gap) and _links(gap[2:]):
                yield Containment(right, left, certain=True)
                break
            listed = _AFTER.fullmatch(gap) is not None
            if not (listed or _links(gap)):
                break
            yield Containment(left, right, certain=not listed and right == left + 1)


def _links(gap: str) -> bool:
    """Whether only words stand there that may link a place to the one in which it lies."""
    if any(mark in gap for mark in ".;:!?\n"):
        return False
    words = place_words()
    return all(
        word in words.linking or word in words.parts or word in words.generic
        for word in (match[0].lower() for match in _WORD.finditer(gap))
    )
