"""How much a paragraph belongs to what was said before it: shared words and shared names."""

from __future__ import annotations

import re

import msgspec

from onrecord.pages.english import FUNCTION_WORDS

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*")
# A capital that no sentence begins with: the lookbehind sees what stands before the word.
_NAME = re.compile(r"[^\W\d_a-z](?<=[^.!?:\n][ ,“\"‘'(/-].)\w+(?:['’-]\w+)*")

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


class Vocabulary(msgspec.Struct):
    """Stems and names of a stretch of text. ``names`` are capitalised words inside sentences."""

    stems: set[str] = msgspec.field(default_factory=set)
    names: set[str] = msgspec.field(default_factory=set)

    def add(self, other: Vocabulary) -> None:
        """Take in the words of ``other``."""
        self.stems |= other.stems
        self.names |= other.names


def vocabulary(text: str) -> Vocabulary:
    """The stems and names of ``text``."""
    stems = set(map(_stem, set(_TOKEN.findall(text.lower())) - _COMMON))
    names = {_stem(name) for name in set(map(str.lower, _NAME.findall(text))) - _COMMON}
    stems.discard("")
    names.discard("")
    return Vocabulary(stems, names)


def _stem(word: str) -> str:
    """The beginning of a lower-case word by which it is compared; empty for the shortest words."""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    return word[:STEM] if len(word) > 2 else ""


def shared(part: set[str], *wholes: set[str]) -> float:
    """The share of ``part`` that is in any of ``wholes``; near a half where ``part`` is small."""
    known = part & wholes[0]
    for whole in wholes[1:]:
        known |= part & whole
    return (len(known) + 1.0) / (len(part) + 2.0)
