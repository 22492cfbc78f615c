"""How much a paragraph belongs to what was said before it: shared words and shared names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.pages.english import FUNCTION_WORDS

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*\d|\d")
_SENTENCE_MARK = re.compile(r"[.!?:]")

STEM = 6
"""Words are compared by their first letters, so that "sanctions" and "sanctioned" are one."""

# Words of reporting itself: any two news stories share them.
_REPORTING = frozenset(
    "said say says saying told tell added called asked made make makes take took year years "
    "week weeks month months day days time times people new first last next two three four "
    "five one "
    "monday tuesday wednesday thursday friday saturday sunday yesterday today january february "
    "march april may june july august september october november december percent million billion "
    "president minister government country state official officials statement spokesman "
    "spokesperson spokeswoman according reported report reports news world part many since work "
    "working come came going former including member members".split()
)

_COMMON = FUNCTION_WORDS | _REPORTING


@dataclass(slots=True)
class Vocabulary:
    """Stems and names of a stretch of text. ``names`` are capitalised words inside sentences."""

    stems: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def add(self, other: Vocabulary) -> None:
        """Take in the words of ``other``."""
        self.stems |= other.stems
        self.names |= other.names


def vocabulary(text: str) -> Vocabulary:
    """The stems and names of ``text``."""
    stems: set[str] = set()
    names: set[str] = set()
    previous_end = 0
    for match in _TOKEN.finditer(text):
        word = match.group()
        lower = word.lower()
        if len(lower) > 2 and lower not in _COMMON:
            if lower.endswith(("'s", "’s")):
                lower = lower[:-2]
            stem = lower[:STEM]
            stems.add(stem)
            if word[0].isupper() and previous_end:
                between = text[previous_end : match.start()]
                if between == " " or not _SENTENCE_MARK.search(between):
                    names.add(stem)
        previous_end = match.end()
    return Vocabulary(stems, names)


def shared(part: set[str], *wholes: set[str]) -> float:
    """The share of ``part`` that is in any of ``wholes``; near a half where ``part`` is small."""
    known = len(set().union(*(part & whole for whole in wholes)))
    return (known + 1.0) / (len(part) + 2.0)
