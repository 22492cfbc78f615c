"""The words of stance, read from ``stances.toml``: verbs, adjectives, nouns and fixed phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from onrecord.lexicon import listed, read_toml
from onrecord.lexicon.word_forms import word_key
from onrecord.record import Stance

Part = Literal["verb", "adjective", "noun", "phrase"]
_LEFT_OUT = frozenset(("a", "an", "the", "its", "it", "itself"))


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of the lexicon.

    ``keys`` are the keys of its words (:func:`word_key`), articles and possessives left out;
    ``takes``, ``negated`` and the rest are explained in ``stances.toml``.
    """

    stance: Stance
    part: Part
    keys: tuple[str, ...]
    takes: frozenset[str]
    negated: str = ""
    else_stance: str = ""
    only_objects: frozenset[str] = frozenset()
    only_verbs: str = ""
    unless_verbs: str = ""
    unless_objects: frozenset[str] = frozenset()
    needs_modal: bool = False
    is_future: bool = False
    is_outcome: bool = False
    is_own_words: bool = False
    content_waits: bool = False
    needs_negation: bool = False
    needs_copula: bool = False

    @property
    def is_restricted(self) -> bool:
        """Whether it counts only with some words; such an entry is tried before others."""
        return bool(self.only_objects or self.only_verbs or self.needs_modal)


@dataclass(frozen=True, slots=True)
class VerbClass:
    """Verbs of one class, alone or with the words that follow: "walk out"."""

    sequences: frozenset[tuple[str, ...]] = field(default_factory=frozenset)

    def has(self, key: str, following: Iterable[str] = ()) -> bool:
        """Whether a verb is of the class; ``following`` are the keys of its next words."""
        rest = tuple(following)
        return (key,) in self.sequences or any(
            (key, *rest[:n]) in self.sequences for n in range(1, min(len(rest), 3) + 1)
        )


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that bring a condition in, its ``relation``, and ``brings``: clause, noun or any."""

    words: tuple[str, ...]
    relation: str
    brings: str


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All cues by the key of their first word, those of most words first."""

    verbs: Mapping[str, tuple[Cue, ...]]
    adjectives: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    phrases: Mapping[str, tuple[Cue, ...]]
    classes: Mapping[str, VerbClass]
    frames: Mapping[str, frozenset[tuple[str, ...]]]
    words: Mapping[str, frozenset[str]]
    compositions: Mapping[tuple[str, str], str]
    conditions: Mapping[str, tuple[Marker, ...]]
    first_keys: frozenset[str]
    judgements: frozenset[str]


@cache
def load_cues() -> CueLexicon:
    """The lexicon of the package, read once."""
    table = read_toml("stances.toml")
    by_part: dict[str, dict[str, list[Cue]]] = {
        part: {} for part in ("verb", "adjective", "noun", "phrase")
    }
    for entry in table["cues"]:
        for cue in _cues(entry):
            by_part[cue.part].setdefault(cue.keys[0], []).append(cue)
    parts = {
        part: {key: tuple(sorted(found, key=_order)) for key, found in cues.items()}
        for part, cues in by_part.items()
    }
    words = {name: _keys(words) for name, words in table["words"].items()}
    judgements = words["unacceptable"] | words["essential"] | words["untrue"] | words["welcome"]
    firsts = frozenset(key for cues in parts.values() for key in cues)
    return CueLexicon(
        parts["verb"],
        parts["adjective"],
        parts["noun"],
        parts["phrase"],
        {name: VerbClass(_sequences(words)) for name, words in table["verbs"].items()},
        {name: _sequences(words) for name, words in table["noun_frames"].items()},
        words,
        {
            (outer, inner): entry["gives"]
            for entry in table["composition"]
            for outer in listed(entry["outer"])
            for inner in listed(entry["inner"])
        },
        _conditions(table["conditions"]),
        firsts | judgements | _keys("against"),
        judgements,
    )


def _order(cue: Cue) -> tuple[int, bool]:
    return -len(cue.keys), not cue.is_restricted


def _cues(entry: Mapping[str, Any]) -> Iterator[Cue]:
    for phrase in listed(entry["words"]):
        words = phrase.replace("-", " ").split()
        copula = words[0] == "be" and len(words) > 1
        words = words[1:] if copula else words
        negated = words[0] == "not"
        words = [w for w in (words[1:] if negated else words) if w not in _LEFT_OUT]
        yield Cue(
            stance=entry["stance"],
            part=entry["part"],
            keys=tuple(map(word_key, words)),
            takes=frozenset(entry.get("takes", ())),
            negated=entry.get("negated", ""),
            else_stance=entry.get("else_stance", ""),
            only_objects=_keys(entry.get("only_objects", "")),
            only_verbs=entry.get("only_verbs", ""),
            unless_verbs=entry.get("unless_verbs", ""),
            unless_objects=_keys(entry.get("unless_objects", "")),
            needs_modal="only_with" in entry,
            is_future=entry.get("future", False),
            is_outcome=entry.get("outcome", False),
            is_own_words=entry.get("own_words", False),
            content_waits=entry.get("waits", False),
            needs_negation=negated,
            needs_copula=copula,
        )


def _keys(words: str) -> frozenset[str]:
    return frozenset(word_key(word) for word in listed(words))


def _sequences(words: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(word_key(w) for w in phrase.replace("-", " ").split() if w not in _LEFT_OUT)
        for phrase in listed(words)
    )


def _conditions(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Marker, ...]]:
    """The markers of conditions by their first word, in lower case; the longest first."""
    found: dict[str, list[Marker]] = {}
    for entry in entries:
        for phrase in listed(entry["words"]):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append(Marker(words, entry["relation"], entry["with"]))
    return {
        first: tuple(sorted(markers, key=lambda marker: -len(marker.words)))
        for first, markers in found.items()
    }
