"""The word lists of ``onrecord/lexicon`` that pages are read with, loaded once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import msgspec


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
    raw = files("onrecord").joinpath("lexicon/furniture.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(raw)
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
    raw = files("onrecord").joinpath("lexicon/dateline_cities.txt").read_text(encoding="utf-8")
    return frozenset(
        line.strip().casefold() for line in raw.splitlines() if line and not line.startswith("#")
    )


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


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of ``phrases``, the longest first, any white space inside."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
