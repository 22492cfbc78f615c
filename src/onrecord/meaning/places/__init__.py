"""From names to places: which words of a page name a place, where it is, and what is said there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.gazetteer import Gazetteer
from onrecord.meaning.places.locating import Locator
from onrecord.meaning.places.resolve import Resolved, resolve
from onrecord.meaning.places.senses import Senses
from onrecord.meaning.places.toponyms import find_toponyms
from onrecord.reading.types import Reading
from onrecord.record import Place, Span, Story, content_id

__all__ = ["Places", "find_places"]


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a page, one for each time that one is named, in text order."""

    places: tuple[Place, ...] = ()
    _locator: Locator = field(
        default_factory=lambda: Locator("", (), ()), repr=False, compare=False
    )

    def where(self, anchor: Span, outside: Sequence[Span] = ()) -> str | None:
        """The id of the place where that was said or done which ``anchor`` tells.

        It is a place that the syntax gives to the verb or noun: "said on Monday in Kyiv", "told
        reporters at a summit in Ankara", "the Geneva talks". None when the text does not say it.

        Args:
            anchor: the verb or noun, as a span of the page's text.
            outside: what does not count, such as the reported words of a cue.
        """
        place = self._locator.where(anchor, outside)
        return place.id if place else None

    def within(self, span: Span) -> str | None:
        """The id of the first place named in a span, such as a dateline; None if there is none."""
        inside = (p for p in self.places if span.start <= p.span.start and p.span.end <= span.end)
        return next((place.id for place in inside), None)


def find_places(
    page_id: str, text: str, stories: Sequence[Story], reading: Reading, gazetteer: Gazetteer
) -> Places:
    """The places that a page names, each resolved if the gazetteer and the page allow it.

    Args:
        page_id: the page's id; places get ids of their own from it.
        text: the page's text.
        stories: the page's stories, in text order; their datelines name places.
        reading: the names and the syntax that the model saw.
        gazetteer: where names are looked up.
    """
    found = find_toponyms(text, stories, reading, gazetteer)
    literal = _literal(text, found, Senses(text, reading.sentences))
    places = tuple(
        _place(page_id, text, span, resolved)
        for spans in _by_story(found, stories)
        for span, resolved in zip(spans, resolve(text, spans, gazetteer), strict=True)
        if span in literal
    )
    places = tuple(sorted(places, key=lambda place: place.span))
    return Places(places, Locator(text, reading.sentences, places))


def _literal(text: str, spans: Sequence[Span], senses: Senses) -> set[Span]:
    """The literal ones; what follows a literal one after a comma says where that is."""
    literal: set[Span] = set()
    before: Span | None = None
    for span in spans:
        follows = before in literal and before is not None and text[before.end : span.start] == ", "
        if follows or senses.is_literal(span):
            literal.add(span)
        before = span
    return literal


def _by_story(spans: Sequence[Span], stories: Sequence[Story]) -> Iterator[list[Span]]:
    """The spans of each story, then those in none: one story's places say nothing of another's."""
    starts = [story.span.start for story in stories]
    groups: list[list[Span]] = [[] for _ in range(len(stories) + 1)]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        inside = at >= 0 and span.end <= stories[at].span.end
        groups[at if inside else -1].append(span)
    yield from groups


def _place(page_id: str, text: str, span: Span, resolved: Resolved | None) -> Place:
    """The place of the record; what is not known of it is None."""
    name = " ".join(text[span.start : span.end].split())
    if resolved is None:
        return Place(id=content_id("pl", page_id, span), span=span, name=name)
    return Place(
        id=content_id("pl", page_id, span),
        span=span,
        name=resolved.name or name,
        kind=resolved.kind,
        country=resolved.country,
        latitude=resolved.latitude,
        longitude=resolved.longitude,
        geonames_id=resolved.geonames_id,
    )
