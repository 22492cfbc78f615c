"""Patterns of the lexicon that are compiled when a text may first fit them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern, compiled once."""
    return re.compile(source)


class HintedPattern:
    """A pattern with strings of which one is in any text that it fits, in one line by "|"."""

    def __init__(self, hint: str, source: str) -> None:
        self.hints = hint.split("|")
        self._source = source

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return compiled(self._source).search(text) if self._may_fit(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        return compiled(self._source).finditer(text) if self._may_fit(text) else iter(())

    def _may_fit(self, text: str) -> bool:
        return any(hint in text for hint in self.hints)
