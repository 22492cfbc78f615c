"""From a phrase taken apart to what it says of an actor: country and sectors, and why."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.meaning.codes.agents import AgentLexicon
from onrecord.meaning.codes.entries import Entry
from onrecord.meaning.codes.phrases import NATIONAL, Hit, Phrase, Segment, function_words

INTERNATIONAL = "IGO"
"""The sector of bodies of several states; the codebook's country names IGO, UNO and EUR."""

BEYOND_SECTORS = frozenset(("IGO", "NGO", "MNC", "IMG", "ISM"))
"""Codes that the codebook puts in the place of a country; here they close the list of sectors."""

_ARMED = frozenset(("REB", "PRM", "UAF", "CRM"))
_FORCE = frozenset(("REB", "PRM", "UAF", "MIL"))
_GENERAL = frozenset(("UNK", "UAF"))

CountryOf = Callable[[Hit], str | None]
"""The country that a name stands for here; None where it is open between two."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a phrase says. ``settled``: its country is known to be none, or is one of several.

    ``strength``: 3 for a noun of the phrase, 2 for a body, 1 for a person of the lexicon, 0 for
    nothing that tells a sector.
    """

    country: str | None = None
    settled: bool = False
    sectors: tuple[str, ...] = ()
    strength: int = 0
    why: str = ""
    entry: str | None = None


def find(phrase: Phrase, agents: AgentLexicon, country_of: CountryOf, day: date | None) -> Finding:
    """What the phrase says, its chunks weighed: nouns before bodies before names of people."""
    findings = [_chunk(phrase, chunk, agents, country_of, day) for chunk in phrase.chunks]
    if not findings:
        return Finding()
    best = max(findings, key=lambda finding: finding.strength)
    placed = next((f for f in findings if f.country or f.settled), best)
    return replace(
        best, country=placed.country, settled=placed.settled, entry=best.entry or placed.entry
    )


def _chunk(
    phrase: Phrase,
    chunk: Sequence[Segment],
    agents: AgentLexicon,
    country_of: CountryOf,
    day: date | None,
) -> Finding:
    reading = _ChunkReading(phrase, chunk, agents, day)
    sectors, strength, why, entry = reading.sectors(0)
    country, settled, named = _country(chunk, country_of, day)
    return Finding(country, settled, sectors, strength, why, entry or named)


@dataclass(frozen=True, slots=True)
class _ChunkReading:
    phrase: Phrase
    chunk: Sequence[Segment]
    agents: AgentLexicon
    day: date | None

    def sectors(self, number: int) -> tuple[tuple[str, ...], int, str, str | None]:
        """Sectors of the segment with what belongs to it; strength, reason and entry."""
        segment = self.chunk[number]
        if segment.agents:
            head = self._head(segment)
            assert head.agent is not None
            first, why, entry = self._of_head(number, head)
            rest = self._secondary(segment, head)
            if not first and not rest:
                return ("UNK",), 0, f"noun: {head.agent.noun}", None
            found = unique([*(s for s in first if s != "UNK" or not rest), *rest])
            strength = 0 if found == ("UNK",) else 3
            return self._over(segment, head, found), strength, why, entry
        for hit in reversed(segment.hits):
            own = self._own(hit)
            if own and hit.kind == "person":
                return (
                    self._over(segment, hit, own),
                    1,
                    "person of the lexicon",
                    hit.entries[0].name,
                )
            if own and not self._is_only_where(segment, hit):
                return self._over(segment, hit, own), 2, f"name: {hit.kind}", hit.entries[0].name
        if number == 0 and self._is_everyday(segment):
            return ("CVL",), 3, "people of a country", None
        return (), 0, "", None

    def _head(self, segment: Segment) -> Hit:
        """The noun that decides: the last one, but the first of titles before a name."""
        nouns = segment.agents
        last = nouns[-1]
        named = self.phrase.is_name_after(last.end, segment.end) or any(
            hit.kind == "person" and hit.start >= last.end for hit in segment.hits
        )
        words = self.phrase.words
        coordinated = [
            hit for hit in nouns if hit.end < segment.end and words[hit.end].key in ("and", "or")
        ]
        if coordinated:
            return coordinated[0]
        if named and not last.kin:
            titles = [hit for hit in nouns if not hit.possessive] or [*nouns]
            return next((h for h in titles if h.agent and not h.agent.carrier), titles[0])
        if last.agent and "UNK" in last.agent.sectors:
            known = [
                h for h in nouns if h.agent and h.agent.sectors and "UNK" not in h.agent.sectors
            ]
            return known[-1] if known else last
        return last

    def _of_head(self, number: int, head: Hit) -> tuple[tuple[str, ...], str, str | None]:
        segment = self.chunk[number]
        agent = head.agent
        assert agent is not None
        body = self._body_beside(segment, head)
        own = self._own(body) if body else ()
        if agent.carrier:
            carried, entry = self._carried(number, head)
            if head.kin:
                ruling = bool(self.agents.former_sectors & set(carried)) or "ELI" in carried
                return (("ELI",) if ruling else agent.sectors), "kin", entry
            return carried or agent.sectors, f"noun: {agent.noun}", entry
        if own and body is not None:
            name = body.entries[0].name
            if own[0] in _ARMED and agent.sectors[0] in _FORCE:
                return own, "name of a group", name
            if body.start >= head.end or agent.sectors[0] in _GENERAL:
                return unique([*own, *agent.sectors]), "name after its kind", name
            return unique([*agent.sectors, *own]), f"noun: {agent.noun}", name
        return agent.sectors, f"noun: {agent.noun}", None

    def _body_beside(self, segment: Segment, head: Hit) -> Hit | None:
        """The body that stands before the noun, or right after it."""
        bodies = [hit for hit in segment.of_kind("body") if hit.end <= head.start]
        after = [hit for hit in segment.of_kind("body") if hit.start == head.end]
        return next(iter([*bodies[-1:], *after]), None)

    def _carried(self, number: int, head: Hit) -> tuple[tuple[str, ...], str | None]:
        """The sectors of whom a carrier noun belongs to: to its left, its right, or after "of"."""
        segment = self.chunk[number]
        for hit in reversed([hit for hit in segment.hits if hit.end <= head.start]):
            own = self._owner(hit, head)
            if own:
                return own, hit.entries[0].name if hit.entries else None
        weak = head.agent is None or not head.agent.sectors or head.agent.noun == "leader"
        for hit in segment.hits:
            if hit.start >= head.end and hit.kind in (("body", "person") if weak else ("body",)):
                own = self._own(hit)
                if own:
                    return own, hit.entries[0].name
        function = function_words()
        for later in range(number + 1, len(self.chunk)):
            introducer = self.chunk[later].introducer
            speaks_for = introducer == "for" and any(
                word.key in function.for_belongs_to
                for word in self.phrase.words[head.start : head.end]
            )
            if introducer not in function.belonging and not speaks_for:
                break
            found, strength, _, entry = self.sectors(later)
            if strength and not self._is_only_a_seat(later):
                return found, entry
        return (), None

    def _owner(self, hit: Hit, head: Hit) -> tuple[str, ...]:
        """The sectors that a hit left of a carrier noun gives it."""
        if hit.modifier:
            return (hit.modifier,)
        if hit.agent is not None:
            if hit.agent.carrier and not (hit.possessive or head.kin):
                return ()
            return tuple(s for s in hit.agent.sectors if s != "UNK")
        if hit.kind in ("capital", "country", "people"):
            return ()
        if hit.kind == "person" and not (hit.possessive or hit.end == head.start):
            return ()
        return self._own(hit)

    def _own(self, hit: Hit) -> tuple[str, ...]:
        """The sectors of a name by itself."""
        if not hit.entries or hit.kind == "no country":
            return ()
        if hit.kind == "person":
            return person_sectors(hit.entries, self.day)
        if hit.kind in ("country", "people"):
            return tuple(s for s in hit.entries[0].sectors if s == "CVL")
        known = bearer(hit)
        return known.sectors if known else ()

    def _is_only_where(self, segment: Segment, hit: Hit) -> bool:
        """Whether a city only tells where something unknown is: "Kyiv clubs"."""
        if hit.kind not in ("capital", "country"):
            return False
        return (
            any(
                at in self.phrase.unknown or not self.phrase.words[at].capital
                for at in range(hit.end, segment.end)
            )
            or segment.introducer != ""
        )

    def _is_only_a_seat(self, number: int) -> bool:
        """Whether all that a segment names is a country or its capital."""
        return all(hit.kind in ("country", "people", "capital") for hit in self.chunk[number].hits)

    def _is_everyday(self, segment: Segment) -> bool:
        words = self.phrase.words[segment.start : segment.end]
        everyday = function_words().everyday
        peoples = segment.of_kind("people")
        return (
            bool(peoples)
            and peoples[-1].end == segment.end
            and any(word.key in everyday for word in words)
        )

    def _secondary(self, segment: Segment, head: Hit) -> list[str]:
        """What the other nouns and adjectives of the segment add."""
        found: list[str] = []
        for hit in segment.hits:
            if hit is head:
                continue
            if hit.modifier and hit.end <= head.start:
                found.append(hit.modifier)
            elif hit.agent is not None and not hit.agent.carrier and not head.kin:
                found += [s for s in hit.agent.sectors if s not in _GENERAL]
        return found

    def _over(self, segment: Segment, head: Hit, sectors: tuple[str, ...]) -> tuple[str, ...]:
        """Sectors of those who no longer hold their office: the elite."""
        if not any(hit.former and hit.start < head.start for hit in segment.hits):
            return sectors
        if not self.agents.former_sectors & set(sectors):
            return sectors
        kept = [s for s in sectors if s not in self.agents.former_sectors]
        return unique(["ELI", *kept])


def bearer(hit: Hit) -> Entry | None:
    """Whom a name means: one that is sure before one by default; None where it is open."""
    sure = [entry for entry in hit.entries if not entry.by_default] or hit.entries
    return sure[0] if len({(entry.country, entry.sectors) for entry in sure}) == 1 else None


def person_sectors(bearers: Sequence[Entry], day: date | None) -> tuple[str, ...]:
    """What the bearers of a name are on that day; nothing where they are different things."""
    options = {sectors for bearer in living(bearers, day) if (sectors := _on(bearer, day))}
    return options.pop() if len(options) == 1 else ()


def living(bearers: Sequence[Entry], day: date | None) -> Sequence[Entry]:
    """Of people of one name, those in office on that day, if any are."""
    active = [b for b in bearers if any(office.held_on(day) for office in b.offices)]
    return active or bearers


def _on(person: Entry, day: date | None) -> tuple[str, ...]:
    held = [office for office in person.offices if office.held_on(day)]
    if held:
        held.sort(key=lambda office: office.start or date.min, reverse=True)
        return unique([*(s for office in held for s in office.sectors), *person.sectors])
    over = [office for office in person.offices if office.over_on(day)]
    if any("REB" not in office.sectors for office in over):
        return unique(["ELI", *person.sectors])
    return person.sectors


def _country(
    chunk: Sequence[Segment], country_of: CountryOf, day: date | None
) -> tuple[str | None, bool, str | None]:
    """The country that a chunk names first; whether that is settled; the entry that tells."""
    function = function_words()
    for number, segment in enumerate(chunk):
        if number and segment.introducer not in function.belonging:
            before = chunk[number - 1].agents
            speaks_for = segment.introducer == "for" and any(
                hit.agent and hit.agent.noun in function.for_belongs_to for hit in before
            )
            if not speaks_for:
                break
        country, settled, entry = _of_segment(segment, country_of, day)
        if country or settled:
            return country, settled, entry
    return None, False, None


def _of_segment(
    segment: Segment, country_of: CountryOf, day: date | None
) -> tuple[str | None, bool, str | None]:
    national = [hit for hit in segment.hits if hit.kind in NATIONAL]
    bodies = segment.of_kind("body")
    persons = segment.of_kind("person")
    international = [
        hit
        for hit in bodies
        if (known := bearer(hit)) and not known.country and INTERNATIONAL in known.sectors
    ]
    if international and not (national and national[0].start < international[0].start):
        return None, True, international[0].entries[0].name
    person = _common_country(living(persons[0].entries, day)) if persons else None
    if national:
        named = [country_of(hit) for hit in national]
        if len(set(named)) > 1 and _is_pair(national):
            return None, True, None
        noun = national[0].kind == "country" and not national[0].possessive
        if person and noun and person != named[0]:
            return person, False, persons[0].entries[0].name
        return named[0], named[0] is None, national[0].entries[0].name
    for hit in bodies:
        known = bearer(hit)
        if known and known.country:
            return known.country, False, known.name
    return person, False, persons[0].entries[0].name if persons else None


def _is_pair(national: Sequence[Hit]) -> bool:
    """Whether two countries stand side by side: "Russian and Ukrainian", "Franco-German"."""
    return any(
        0 <= second.start - first.end <= 1 and not first.possessive
        for first, second in itertools.pairwise(national)
    )


def _common_country(bearers: Iterable[Entry]) -> str | None:
    countries = {bearer.country for bearer in bearers}
    return countries.pop() if len(countries) == 1 else None


def unique(sectors: Iterable[str]) -> tuple[str, ...]:
    """Each sector once; codes that stand for a country come last, OPP and PRE just before."""
    late = {"OPP": 1, "PRE": 2}
    once = dict.fromkeys(sectors)
    return tuple(
        sorted(
            once,
            key=lambda s: 3 if s in BEYOND_SECTORS else (late.get(s, 0) if len(once) > 1 else 0),
        )
    )
