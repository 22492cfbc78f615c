"""Choosing for each toponym of a page the place that it stands for.

One name has one bearer on a page, unless the text puts it into different places. A candidate is
scored by how well known it is, by the words around it that say in which place it lies, and by the
other places of the page: those in its country and division.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10

from onrecord.gazetteer import Entry, Gazetteer, name_key
from onrecord.meaning.places.candidates import Candidate, candidates
from onrecord.meaning.places.containment import Containment, containments
from onrecord.meaning.places.votes import Votes
from onrecord.record import Span

_ROUNDS = 3
_CONTAINED = 4.0
_NEAR_PARENT = 60.0
"""Kilometres from a town to what the text says lies in it."""

_MOST_OPTIONS = 20
"""Of a name, when it is asked what lies in it."""

_KIND = {"capital": 0.5, "region": -0.7, "district": -1.0}
"""Divisions are less often meant than towns of their name; capitals more often."""

_WELL_KNOWN = 200_000
"""People of a town that stands for itself, whatever the words around it seem to say."""

_LARGE = 20_000
"""People of a town that may be meant without any place near it on the page."""

_DIVISIONS = frozenset(("country", "region", "district"))
_TOWNS = frozenset(("city", "capital"))


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is known of a toponym; None is unknown. Degrees are WGS 84."""

    name: str | None
    kind: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None


def resolve(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Resolved | None]:
    """For each toponym the place it stands for, or None where nothing is known of it.

    Args:
        text: the text of the spans.
        spans: the toponyms, in text order, without overlaps.
        gazetteer: where names are looked up.
    """
    names = [text[span.start : span.end] for span in spans]
    keys = [name_key(name) for name in names]
    options: dict[str, tuple[Candidate, ...]] = {}
    for key, name in zip(keys, names, strict=True):
        if key not in options:
            options[key] = candidates(name, gazetteer)
    page = _Page(keys, options, list(containments(text, spans)))
    for _ in range(_ROUNDS):
        page.settle()
    return [page.resolved(index) for index in range(len(spans))]


class _Page:
    """The toponyms of a page and what is chosen for them so far."""

    def __init__(
        self,
        keys: Sequence[str],
        options: Mapping[str, Sequence[Candidate]],
        containments: Sequence[Containment],
    ) -> None:
        self._keys = keys
        self._options = options
        self._parents: dict[int, list[int]] = defaultdict(list)
        self._children: dict[int, list[int]] = defaultdict(list)
        for each in containments:
            self._parents[each.inner].append(each.outer)
            self._children[each.outer].append(each.inner)
        self._certain = {(each.inner, each.outer) for each in containments if each.certain}
        self._chosen: dict[int, Candidate] = {}
        self._placed: set[int] = set()
        self._votes = Votes({})
        self._mentions: dict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(keys):
            self._mentions[key].append(index)
        self._known_links: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[bool]] = {}
        self._linked = [self._links(index) for index in range(len(keys))]

    def settle(self) -> None:
        """Choose again for every name, in the light of what is chosen for the others."""
        chosen: dict[int, Candidate] = {}
        for key, mentions in self._mentions.items():
            options = self._options[key]
            if not options:
                continue
            base = [
                _fame(option.entry) + self._votes.score(option.entry, key) for option in options
            ]
            linked = [self._linked[index] for index in mentions]
            anywhere = [any(links) for links in zip(*linked, strict=True)]
            for index in mentions:
                links = self._linked[index] if any(self._linked[index]) else anywhere
                scores = [b + _CONTAINED * link for b, link in zip(base, links, strict=True)]
                best = scores.index(max(scores))
                chosen[index] = options[best]
                if links[best]:
                    self._placed.add(index)
                else:
                    self._placed.discard(index)
        self._chosen = chosen
        firsts = {key: mentions[0] for key, mentions in self._mentions.items()}
        self._votes = Votes({k: chosen[i].entry for k, i in firsts.items() if i in chosen})

    def resolved(self, index: int) -> Resolved | None:
        """What is known of a mention, once all is settled."""
        candidate = self._chosen.get(index)
        outer = self._outer(index)
        if outer is not None and (candidate is None or self._is_elsewhere(candidate, index)):
            return _somewhere_in(outer)
        if candidate is None or not self._is_believable(candidate.entry, index):
            return None
        entry = candidate.entry
        return Resolved(
            name=entry.name if candidate.exact else None,
            kind=entry.kind if candidate.exact else None,
            country=entry.country,
            latitude=entry.latitude,
            longitude=entry.longitude,
            geonames_id=entry.geonames_id if candidate.exact else None,
        )

    def _outer(self, index: int) -> Entry | None:
        """The place into which the words put a mention, the nearest one that is known."""
        for outer in self._parents.get(index, ()):
            candidate = self._chosen.get(outer)
            if candidate is not None and candidate.entry.kind in _DIVISIONS | _TOWNS:
                return candidate.entry
        return None

    def _is_elsewhere(self, candidate: Candidate, index: int) -> bool:
        """Whether the words put a mention into something in which the chosen place is not.

        A town after a comma may be the next of a list, so that only divisions count there.
        """
        outers = [
            (self._chosen[outer].entry, (index, outer) in self._certain)
            for outer in self._parents[index]
            if outer in self._chosen
        ]
        around = [
            o for o, certain in outers if o.kind in _DIVISIONS or (certain and o.kind in _TOWNS)
        ]
        entry = candidate.entry
        return (
            entry.kind in ("city", "district")
            and entry.weight < _WELL_KNOWN
            and bool(around)
            and not any(_lies_in(outer, entry) for outer in around)
        )

    def _is_believable(self, entry: Entry, index: int) -> bool:
        """Whether more speaks for a town than that some town has that name.

        A place nearby does, or what the text says it lies in; else the town must be large, and
        very large where nothing else on the page is in its country.
        """
        if entry.kind not in ("city", "district") or index in self._placed:
            return True
        key, votes = self._keys[index], self._votes
        if votes.is_near(entry, key):
            return True
        in_country = votes.is_in_country(entry, key) or votes.is_alone(key)
        return entry.weight >= (_LARGE if in_country else _WELL_KNOWN)

    def _links(self, index: int) -> list[bool]:
        """For each candidate of a mention, whether it lies in what the words put it into."""
        around = (
            self._keys[index],
            tuple(self._keys[other] for other in self._parents.get(index, ())),
            tuple(self._keys[other] for other in self._children.get(index, ())),
        )
        if around not in self._known_links:
            key, outer_keys, inner_keys = around
            outers, inners = self._entries(outer_keys), self._entries(inner_keys)
            self._known_links[around] = [
                any(_lies_in(outer, option.entry) for outer in outers)
                or any(_lies_in(option.entry, inner) for inner in inners)
                for option in self._options[key]
            ]
        return self._known_links[around]

    def _entries(self, keys: Sequence[str]) -> list[Entry]:
        """What the names may stand for."""
        return [option.entry for key in keys for option in self._options[key][:_MOST_OPTIONS]]


def _fame(entry: Entry) -> float:
    """How likely a place is meant, on no page in particular."""
    return log10(entry.weight + 10) + _KIND.get(entry.kind, 0.0)


def _somewhere_in(outer: Entry) -> Resolved:
    """A place of which only that in which it lies is known; near enough if that is a town."""
    near = outer.kind in _TOWNS or outer.kind == "district"
    return Resolved(
        name=None,
        kind=None,
        country=outer.country,
        latitude=outer.latitude if near else None,
        longitude=outer.longitude if near else None,
        geonames_id=None,
    )


def _lies_in(outer: Entry, inner: Entry) -> bool:
    if outer.contains(inner):
        return True
    return (
        outer.kind in _TOWNS
        and inner.kind in ("city", "district", "site")
        and outer.weight > inner.weight
        and 0 < outer.distance(inner) < _NEAR_PARENT
    )
