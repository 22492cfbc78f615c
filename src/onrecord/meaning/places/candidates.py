"""What a toponym may stand for: the gazetteer's places under its name, or under part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.gazetteer import Entry, Gazetteer
from onrecord.meaning.places.lexicon import place_words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a toponym may stand for.

    ``quality`` in (0, 1] says how well the name fits. ``exact`` is False where the place is only
    near or around the one meant ("Basra airport"), so that it has no number in GeoNames.
    """

    entry: Entry
    quality: float
    exact: bool = True


def candidates(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The places that the words may name, the weightiest first; the first reading that finds any.

    The name as it is; without a word for its kind, among places of that kind ("Basra province");
    without a word for a part ("northern Basra").
    """
    for words, kinds, quality in _readings(name):
        found = [entry for entry in gazetteer.candidates(words) if _may_be(entry, words)]
        if not found:
            continue
        if kinds is None:
            return tuple(Candidate(entry, quality) for entry in found)
        of_kind = [entry for entry in found if entry.kind in kinds]
        return tuple(Candidate(entry, quality, bool(of_kind)) for entry in of_kind or found)
    return ()


def _may_be(entry: Entry, words: str) -> bool:
    """Whether a name can be meant; two or three capitals are short for something wider."""
    return entry.kind not in ("city", "district") or not (len(words) <= 3 and words.isupper())


def _readings(name: str) -> Iterator[tuple[str, frozenset[str] | None, float]]:
    """Ways to read a name: the words to look up, the kinds to keep (None: any), the quality."""
    words = name.split()
    if words and words[0].lower() == "the":
        words = words[1:]
    yield " ".join(words), None, 1.0
    generic = place_words().generic
    for length in (2, 1):
        if len(words) <= length:
            continue
        last, first = (" ".join(part).lower() for part in (words[-length:], words[:length]))
        if last in generic:
            yield " ".join(words[:-length]), generic[last], 0.9
        if first in generic:
            rest = words[length:]
            bare = rest[1:] if rest[0].lower() == "of" and len(rest) > 1 else rest
            yield " ".join(bare), generic[first], 0.9
    parts = place_words().parts
    count = 0
    while count < len(words) - 1 and words[count].lower() in parts:
        count += 1
    if count:
        yield " ".join(words[count:]), None, 0.8
