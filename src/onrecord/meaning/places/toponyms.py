"""The words of a page that name places.

They are what the model calls a location, set right by the gazetteer: a name is made longer where
a longer one is known, common nouns are left out, and so is what neither the model is sure of nor
the gazetteer knows. Added are the towns of datelines, the division or country after a town and a
comma, and names after "in" or "at" that the gazetteer knows and the model took for others.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.gazetteer import Entry, Gazetteer
from onrecord.meaning.places.candidates import candidates
from onrecord.meaning.places.edges import pieces, trimmed, widened
from onrecord.meaning.places.lexicon import place_words
from onrecord.reading.types import Name, Reading
from onrecord.record import Span, Story

_SURE = 0.6
"""The least score of a location that the gazetteer does not know."""

_DOUBTFUL = 0.95
"""The highest score of a name of another kind that may be a place after all."""

_LEAST_PEOPLE = 1000
"""Of a town that is found by its name alone."""

_LONGEST = 100
"""Characters; no name of a place is longer, so that what is longer is not looked up."""

_FOLLOWING = re.compile(r",\s+((?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,2})")
_DATELINE_PLACE = re.compile(r"\(?([^\W\d_][^,(/\n—–]*?)\s*(?=[,(/)]|--| -|[—–]|$)")
_AFTER_PREPOSITION = re.compile(
    r"\b([a-z]{2,10})\s+(?:the\s+)?((?:[A-Z][\w’'-]*)(?:[ ][A-Z][\w’'-]*){0,2})"
)


def find_toponyms(
    text: str, stories: Sequence[Story], reading: Reading, gazetteer: Gazetteer
) -> list[Span]:
    """The toponyms of a page in text order, without overlaps.

    A name that is part of a longer name of a person or an organisation is none of them. "Basra,
    Iraq" is two.
    """
    after = {span.start: span for span in _after_prepositions(text, reading, gazetteer)}
    others = [name.span for name in reading.names if name.label != "LOC"]
    places = [name for name in reading.names if name.label == "LOC"]
    taken = [span for span in others if not _is_place_after_all(span, after)]
    found = _Spans(taken)
    bodies = {name.span.start for name in reading.names if name.label == "ORG"}
    for name in places:
        if name.span.end + 1 in bodies and text[name.span.end] == " ":
            continue  # the beginning of a body's name: "New Taipei City" of its fire department
        for span in _of_model(text, name, gazetteer, found):
            found.add(span)
    for story in stories:
        if story.dateline is not None:
            town = _of_dateline(text, story.dateline.span, gazetteer)
            if town is not None:
                found.add(town)
    for span in after.values():
        found.add(span)
    for span in found.kept():
        following = _what_follows(text, span, gazetteer)
        if following is not None:
            found.add(following)
    return found.kept()


class _Spans:
    """Spans that do not overlap each other, nor those given at first."""

    def __init__(self, taken: Iterable[Span]) -> None:
        self._all = sorted(taken)
        self._kept: list[Span] = []

    def add(self, span: Span) -> None:
        """Keep the span, if nothing is there yet."""
        if self.is_free(span):
            self._all.insert(bisect_right(self._all, span), span)
            self._kept.append(span)

    def is_free(self, span: Span) -> bool:
        """Whether nothing is there yet."""
        at = bisect_right(self._all, span)
        near = self._all[max(0, at - 1) : at + 1]
        return span.start < span.end and all(
            other.end <= span.start or span.end <= other.start for other in near
        )

    def kept(self) -> list[Span]:
        """What was added and kept, in text order."""
        return sorted(self._kept)


def _of_model(text: str, name: Name, gazetteer: Gazetteer, found: _Spans) -> Iterator[Span]:
    """The places of a name that the model calls a location."""
    for piece in pieces(text, name.span, gazetteer):
        span = widened(text, piece, gazetteer)
        span = span if found.is_free(span) else piece
        words = text[span.start : span.end]
        if not words[:1].isalnum() or _is_common(words):
            continue
        known = len(words) < _LONGEST and bool(candidates(words, gazetteer))
        if known or name.score >= _SURE:
            yield span


def _after_prepositions(text: str, reading: Reading, gazetteer: Gazetteer) -> Iterator[Span]:
    """Names in running text after a preposition of place that the gazetteer knows well.

    Where the model has a name of another kind there, it must be that very name, and doubtful.
    """
    words = place_words()
    names = sorted(reading.names, key=lambda name: name.span)
    starts = [name.span.start for name in names]
    for sentence in reading.sentences:
        for match in _AFTER_PREPOSITION.finditer(text, *sentence.span):
            if match[1] not in words.before or match[2].split()[0].lower() in words.times:
                continue
            span = trimmed(text, Span(*match.span(2)))
            name = text[span.start : span.end]
            if name.isupper() or _is_common(name):
                continue
            at = bisect_right(starts, span.start) - 1
            here = names[at] if at >= 0 and names[at].span.end > span.start else None
            after = names[at + 1] if at + 1 < len(names) else None
            if here is not None and (
                here.label == "LOC" or here.score > _DOUBTFUL or trimmed(text, here.span) != span
            ):
                continue
            if after is not None and after.span.start < span.end:
                continue
            if _is_well_known(gazetteer.candidates(name)):
                yield span


def _is_common(name: str) -> bool:
    return name.lower().rstrip(".") in place_words().common


def _is_well_known(found: Sequence[Entry]) -> bool:
    return any(entry.weight >= _LEAST_PEOPLE for entry in found)


def _is_place_after_all(span: Span, after: dict[int, Span]) -> bool:
    place = after.get(span.start)
    return place is not None and place.end >= span.end - 2


def _of_dateline(text: str, dateline: Span, gazetteer: Gazetteer) -> Span | None:
    """The town of a dateline, if the gazetteer knows it."""
    match = _DATELINE_PLACE.match(text, *dateline)
    if match is None or match.end(1) - match.start(1) > _LONGEST:
        return None
    return Span(*match.span(1)) if candidates(match[1], gazetteer) else None


def _what_follows(text: str, span: Span, gazetteer: Gazetteer) -> Span | None:
    """The division or country after a town: "Basra, Iraq", "Cleveland, Ohio"."""
    match = _FOLLOWING.match(text, span.end, min(len(text), span.end + _LONGEST))
    if match is None:
        return None
    towns = gazetteer.candidates(text[span.start : span.end])
    words = match[1].split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        name = name if "." in name.rstrip(".") or len(name) < 7 else name.rstrip(".")
        for outer in gazetteer.candidates(name):
            if outer.kind in ("country", "region") and any(map(outer.contains, towns)):
                return Span(match.start(1), match.start(1) + len(name))
    return None
