"""The word lists of ``onrecord/lexicon`` that pages are read with, loaded once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class FurnitureWords:
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


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of ``phrases``, the longest first, any white space inside."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
