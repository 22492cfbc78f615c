"""The words that tell times, read once from ``lexicon/times.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon import read_toml
from onrecord.meaning.times.lexer import Classes

CAPITALISED = frozenset(("month_name", "weekday", "weekdays", "short_weekday"))
"""Classes of words that are written with a capital letter."""


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """Word classes of the grammar, feasts, and the words around a time that help to read it.

    All words are in lower case. ``abbreviated`` ones may take a full stop; a time may turn on the
    words of the classes ``telling`` and on the single words in it.
    """

    words: Mapping[str, Classes]
    abbreviated: frozenset[str]
    telling: frozenset[str]
    feasts: tuple[Mapping[str, Any], ...]
    tense: Mapping[str, frozenset[str]]
    context: Mapping[str, frozenset[str]]
    governing: Mapping[str, frozenset[str]]


@cache
def load_lexicon() -> TimeLexicon:
    """The lexicon of the package."""
    table = read_toml("times.toml")
    words: dict[str, dict[str, Any]] = {}
    for name, values in table["classes"].items():
        for word, value in values.items():
            words.setdefault(word, {})[name] = value
    for name, members in table["members"].items():
        for word in members:
            words.setdefault(word, {})[name] = word
    return TimeLexicon(
        words=words,
        abbreviated=frozenset(table["abbreviated"]),
        telling=frozenset(table["telling"]),
        feasts=tuple(table["feasts"]),
        tense=_sets(table["tense"]),
        context=_sets(table["context"]),
        governing=_sets(table["governing"]),
    )


def _sets(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(members) for name, members in table.items()}
