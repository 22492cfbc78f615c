"""The word lists of ``onrecord/lexicon`` that pages are read with, loaded once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from onrecord.lexicon import read_text, read_toml


class FurnitureWords(msgspec.Struct, frozen=True):
    """The lists of ``furniture.toml`` as sets of lower-case phrases."""

    agencies: frozenset[str]
    credit_words: frozenset[str]
    notes: tuple[str, ...]
    sign_offs: tuple[str, ...]
    sections: frozenset[str]
    pointers: tuple[str, ...]
    site_lines: tuple[str, ...]
    bylines: frozenset[str]
    walls: tuple[str, ...]


@cache
def furniture_words() -> FurnitureWords:
    """The furniture lists shipped with the package."""
    lists: dict[str, list[str]] = read_toml("furniture.toml")
    return FurnitureWords(
        agencies=frozenset(lists["agencies"]),
        credit_words=frozenset(lists["credit_words"]),
        notes=tuple(lists["notes"]),
        sign_offs=tuple(lists["sign_offs"]),
        sections=frozenset(lists["sections"]),
        pointers=tuple(lists["pointers"]),
        site_lines=tuple(lists["site_lines"]),
        bylines=frozenset(lists["bylines"]),
        walls=tuple(lists["walls"]),
    )


@cache
def dateline_cities() -> frozenset[str]:
    """Cities that stand in a dateline without their country, in lower case."""
    lines = read_text("dateline_cities.txt").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line and not line.startswith("#"))


class Phrases:
    """Phrases that a line may begin with, found by their first letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_letter: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            self._by_letter.setdefault(phrase[0], []).append(phrase)

    def ends(self, line: str, start: int = 0) -> Iterator[int]:
        """Where each phrase ends that ``line`` has at ``start``, the longest first.

        Both are compared as they are: in lower case, with single spaces.
        """
        for phrase in self._by_letter.get(line[start : start + 1], ()):
            if line.startswith(phrase, start):
                yield start + len(phrase)


@cache
def furniture_phrases(name: str) -> Phrases:
    """A list of :class:`FurnitureWords`, ready to be looked for at the beginning of lines."""
    return Phrases(getattr(furniture_words(), name))
