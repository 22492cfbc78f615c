"""Whether a story is about sport, where countries and clubs beat each other and nobody is hurt."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon import listed, read_toml

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _words() -> tuple[frozenset[str], int, float]:
    table = read_toml("sport.toml")
    return frozenset(listed(table["words"])), table["different"], table["share"]


def is_about_sport(text: str) -> bool:
    """Whether a story's text has enough words of sport, of all and of different ones."""
    known, different, share = _words()
    words = _WORD.findall(text.lower())
    found = [word for word in words if word in known]
    return len(set(found)) >= different and len(found) >= share * len(words)
