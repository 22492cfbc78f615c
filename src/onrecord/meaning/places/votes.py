"""What the other places of a page say for a candidate: their countries and divisions, and how near.

The weights were set on GeoWebNews and TR-News.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from onrecord.gazetteer import Entry

_COUNTRY = 2.0
_REGION = 4.0
_NEIGHBOURS = 2.0
_PRIOR = 1.0
"""Added to the number of votes, so that one of one does not count as all."""

_NEAR = 150.0
"""Kilometres within which another place of the page is a neighbour."""

_DEGREES = 1.5
"""Of latitude; what is farther is no neighbour."""

_POINTS = frozenset(("city", "capital", "district", "site"))
_MOST_POINTS = 40
"""Of a page; more would not change what is near."""


class Votes:
    """The places that the names of a page stand for so far, by the keys of the names."""

    def __init__(self, chosen: Mapping[str, Entry]) -> None:
        self._chosen = chosen
        self._countries = Counter(e.country for e in chosen.values() if e.country)
        self._regions = Counter(e.region for e in chosen.values() if e.region)
        points = [(key, entry) for key, entry in chosen.items() if entry.kind in _POINTS]
        self._points = points[:_MOST_POINTS]

    def score(self, entry: Entry, key: str) -> float:
        """What speaks for a candidate of a name; the name has no vote itself."""
        total = self._total(key) + _PRIOR
        country, region = self._counts(entry, key)
        near = self._neighbours(entry, key)
        return (_COUNTRY * country + _REGION * region + _NEIGHBOURS * near) / total

    def is_near(self, entry: Entry, key: str) -> bool:
        """Whether another name stands for a place near it, or in its division."""
        return self._counts(entry, key)[1] > 0 or self._neighbours(entry, key) > 0

    def is_in_country(self, entry: Entry, key: str) -> bool:
        """Whether another name stands for a place in its country."""
        return self._counts(entry, key)[0] > 0

    def is_alone(self, key: str) -> bool:
        """Whether no other name stands for anything."""
        return self._total(key) == 0

    def _total(self, key: str) -> int:
        return len(self._chosen) - (key in self._chosen)

    def _counts(self, entry: Entry, key: str) -> tuple[int, int]:
        own = self._chosen.get(key)
        country = self._countries[entry.country] if entry.country else 0
        region = self._regions[entry.region] if entry.region else 0
        if own is not None:
            country -= own.country is not None and own.country == entry.country
            region -= own.region is not None and own.region == entry.region
        return country, region

    def _neighbours(self, entry: Entry, key: str) -> int:
        return sum(
            other != key
            and abs(point.latitude - entry.latitude) < _DEGREES
            and entry.distance(point) < _NEAR
            for other, point in self._points
        )
