"""The words around and within the names of places, read once from ``lexicon/places.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import read_toml


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words of ``lexicon/places.toml``, in lower case; what each list is stands there.

    ``generic``: what a name's bearer is, with the kinds of the gazetteer that it can be (none
    where the bare name tells only what is nearby). ``parts`` point to a part of a place
    ("northern"). ``linking`` stand between a place and the one in which it lies. Those up to
    ``settings`` serve to find the place of a verb or noun; ``party`` and ``owned`` to tell places
    from parties; the rest to find names of places.
    """

    generic: Mapping[str, frozenset[str]]
    parts: frozenset[str]
    linking: frozenset[str]
    locative: frozenset[str]
    inside: frozenset[str]
    occasions: frozenset[str]
    during: frozenset[str]
    holding: frozenset[str]
    happenings: frozenset[str]
    moving: frozenset[str]
    toward: frozenset[str]
    hearers: frozenset[str]
    speaking: frozenset[str]
    affecting: frozenset[str]
    settings: frozenset[str]
    party: frozenset[str]
    owned: frozenset[str]
    common: frozenset[str]
    times: frozenset[str]
    before: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The words of the package."""
    table = read_toml("places.toml")
    return PlaceWords(
        generic={word: frozenset(kinds.split()) for word, kinds in table["generic"].items()},
        parts=frozenset(table["parts"]["words"].split()),
        linking=frozenset(table["containment"]["words"].split()),
        **{
            name: frozenset(words.split())
            for section in ("locating", "senses", "recognition")
            for name, words in table[section].items()
        },
    )
