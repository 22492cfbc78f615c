"""A phrase taken apart: its words, what is known of them, and how they hang together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.codes.agents import Agent, AgentLexicon
from onrecord.meaning.codes.entries import Entry, EntryKind, Names
from onrecord.meaning.codes.lexicon import given_names
from onrecord.meaning.codes.words import Word, keys, singulars, words

NATIONAL: frozenset[EntryKind] = frozenset(("country", "people", "capital", "seat"))
_MOST_WORDS = 60
_PLACE_WORDS = 4
_ARTICLES = frozenset(("the", "a", "an", "and", "of", "de", "al", "bin", "van", "von", "el"))


class Place(Protocol):
    """What a gazetteer says of a place."""

    @property
    def name(self) -> str:
        """Its usual name."""

    @property
    def kind(self) -> str:
        """A word such as "city", "region" or "district"."""

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3, or XKX."""

    @property
    def weight(self) -> int:
        """Its population, or that of a town as well known."""


class Places(Protocol):
    """A gazetteer."""

    def candidates(self, name: str) -> Sequence[Place]:
        """The places so named, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a phrase that the lexicons know: a name, a noun, an adjective or a place."""

    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    agent: Agent | None = None
    kin: bool = False
    modifier: str = ""
    former: bool = False
    possessive: bool = False

    @property
    def kind(self) -> EntryKind | None:
        """The kind of the name, if it is one."""
        return self.entries[0].kind if self.entries else None


@dataclass(slots=True)
class Segment:
    """A noun phrase between prepositions; ``introducer`` is the key of the one before it."""

    introducer: str
    start: int
    end: int
    hits: list[Hit] = field(default_factory=list)

    def of_kind(self, *kinds: EntryKind) -> list[Hit]:
        """Its names of these kinds."""
        return [hit for hit in self.hits if hit.kind in kinds]

    @property
    def agents(self) -> list[Hit]:
        """Its nouns for those who act."""
        return [hit for hit in self.hits if hit.agent is not None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Chunks set apart by commas and brackets, each of segments; and words nothing is known of."""

    words: tuple[Word, ...]
    chunks: tuple[tuple[Segment, ...], ...]
    unknown: frozenset[int]

    @property
    def has_name(self) -> bool:
        """Whether it has a person's name, or a capitalised word that the lexicons do not know."""
        hits = (hit for chunk in self.chunks for segment in chunk for hit in segment.hits)
        return any(self.words[at].capital for at in self.unknown) or any(
            hit.kind == "person" for hit in hits
        )

    def is_name_after(self, at: int, end: int) -> bool:
        """Whether a capitalised unknown word stands between the two places."""
        return any(i in self.unknown and self.words[i].capital for i in range(at, end))


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """Prepositions, titles and the like, by their keys."""

    belonging: frozenset[str]
    apart: frozenset[str]
    for_belongs_to: frozenset[str]
    titles: frozenset[str]
    everyday: frozenset[str]
    hyphen_after: frozenset[str]
    hyphen_before: frozenset[str]
    others: frozenset[str]
    surnames: frozenset[str]


@cache
def function_words() -> FunctionWords:
    """The function words of the package."""
    table = read_toml("codes_agents.toml")
    lists = {**table["prepositions"], **table["words"]}
    return FunctionWords(
        **{
            name: frozenset(key for w in listed(text) for key in keys(w))
            for name, text in lists.items()
        }
    )


def parse(text: str, names: Names, agents: AgentLexicon, places: Places | None = None) -> Phrase:
    """Take a phrase apart. Of one that is too long only the first words are read."""
    found = words(text[:2000])[:_MOST_WORDS]
    hits = _scan(found, names, agents)
    hits = [hit for hit in hits if not _is_of_another_name(hit, hits, found)]
    if places is not None:
        hits = _with_places(found, hits, places)
    known = {at for hit in hits for at in range(hit.start, hit.end)}
    chunks = _chunks(found, hits, known)
    function = function_words()
    unknown = frozenset(
        at
        for at, word in enumerate(found)
        if at not in known
        and not word.is_mark
        and word.key not in _ARTICLES
        and word.key not in function.belonging
        and word.key not in function.apart
    )
    return Phrase(found, chunks, unknown)


def _scan(found: tuple[Word, ...], names: Names, agents: AgentLexicon) -> list[Hit]:
    hits: list[Hit] = []
    at = 0
    while at < len(found):
        hit = _hit_at(found, at, names, agents)
        if hit is not None:
            hits.append(hit)
        at = hit.end if hit is not None else at + 1
    return hits


def _hit_at(found: tuple[Word, ...], at: int, names: Names, agents: AgentLexicon) -> Hit | None:
    if found[at].is_mark:
        return None
    size, entries = names.longest(found, at)
    noun_size, agent = agents.longest_noun(found, at)
    if entries and size >= noun_size:
        muted = entries[0].kind == "no country" or _is_muted(found, at, at + size)
        if not muted:
            return Hit(at, at + size, entries, possessive=found[at + size - 1].possessive)
        if entries[0].kind == "no country":
            return Hit(at, at + size, entries)
    for length in (2, 1):
        kin_key = tuple(word.key for word in found[at : at + length])
        if kin_key in agents.former:
            return Hit(at, at + length, former=True)
    if any((form,) in agents.kin for form in singulars(found[at].key)) and noun_size < 2:
        kin = Agent(found[at].key, ("CVL",), carrier=True)
        return Hit(at, at + 1, agent=kin, kin=True, possessive=found[at].possessive)
    modifier_size, modifier = agents.modifier(found, at)
    if modifier and modifier_size >= noun_size and not _ends_there(found, at + modifier_size):
        return Hit(at, at + modifier_size, modifier=modifier)
    if agent is not None:
        end = at + noun_size
        return Hit(at, end, agent=agent, possessive=found[end - 1].possessive)
    return None


def _ends_there(found: tuple[Word, ...], at: int) -> bool:
    """Whether the noun phrase ends at ``at``: what stands before it is then a noun."""
    function = function_words()
    return (
        at >= len(found)
        or found[at].is_mark
        or (found[at].key in function.belonging or found[at].key in function.apart)
    )


def _is_muted(found: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether a country word only says who backs, leads or speaks: "US-backed", "pro-Russian".

    Nor is a country's ally, rival or critic of it.
    """
    function = function_words()
    behind = found[end : end + 2]  # "a US ally", "Norra's closest ally"
    if any(word.key in function.others and not word.is_mark for word in behind):
        return True
    before = found[max(0, start - 3) : start]  # "a critic of Norra"
    behind_of = bool(before) and before[-1].key in function.belonging | function.apart
    if behind_of and any(word.key in function.others for word in before):
        return True
    if end < len(found) and found[end].joined and found[end].key in function.hyphen_after:
        return True
    return found[start].joined and start > 0 and found[start - 1].key in function.hyphen_before


def _is_of_another_name(hit: Hit, hits: Sequence[Hit], found: tuple[Word, ...]) -> bool:
    """Whether a word is part of another name: "Michael Jordan", "Mr England", "Norra Guardian"."""
    function = function_words()
    before = found[hit.start - 1] if hit.start > 0 else None
    after = found[hit.end] if hit.end < len(found) else None
    if before is not None and before.key in function.titles and before.capital:
        return hit.kind in ("country", "capital", "people") or hit.agent is not None
    if hit.end - hit.start > 1:
        return False
    taken = {at for other in hits for at in range(other.start, other.end)}
    after_name = before is not None and _is_name(before, hit.start - 1, taken)
    before_name = after is not None and _is_name(after, hit.end, taken)
    if hit.kind in ("person", "body"):
        return after_name  # somebody else's surname: "Odo Blair" is no Tony Blair
    if hit.agent is not None or hit.modifier:
        ends = hit.end == len(found) or found[hit.end].is_mark
        return (
            after_name
            and ends
            and found[hit.start].capital
            and (found[hit.start].key in function.surnames)
        )
    if hit.kind not in ("country", "capital", "people") or hit.possessive:
        return False
    in_body = any(
        other.agent is not None and found[other.start].capital and other.start > hit.start
        for other in hits
    )
    if found[hit.start].key in given_names() and (after_name or (before_name and not in_body)):
        return not in_body or after_name
    return after_name and hit.kind != "people" and not in_body


def _is_name(word: Word, at: int, taken: set[int]) -> bool:
    function = function_words()
    return (
        word.capital
        and at not in taken
        and not word.is_mark
        and not word.possessive
        and word.key not in _ARTICLES
        and word.key not in function.belonging
        and word.key not in function.apart
    )


def _with_places(found: tuple[Word, ...], hits: list[Hit], places: Places) -> list[Hit]:
    """The hits and, where nothing was known, what the gazetteer knows surely."""
    taken = {at for hit in hits for at in range(hit.start, hit.end)}
    more: list[Hit] = []
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and end - at < _PLACE_WORDS and _is_name(found[end], end, taken):
            end += 1
        end += (
            end < len(found) and end not in taken and found[end].possessive and found[end].capital
        )
        place = _place(found, at, end, taken, places) if end > at else None
        if place is not None:
            more.append(Hit(at, end, (place,), possessive=found[end - 1].possessive))
        at = max(end, at + 1)
    return sorted([*hits, *more], key=lambda hit: hit.start)


def _place(
    found: tuple[Word, ...], start: int, end: int, taken: set[int], places: Places
) -> Entry | None:
    """The one place that the words can mean: far weightier than its namesakes elsewhere."""
    alone = end - start == len(found) or (start == 1 and end == len(found))
    sure = 1_000_000 if alone and end - start == 1 else 100_000
    if found[end - 1].joined or (end < len(found) and found[end].joined):
        return None
    if start > 0 and start - 1 not in taken and found[start - 1].key in function_words().titles:
        return None
    if end - start == 1 and found[start].key in given_names():
        return None
    text = " ".join(word.text.removesuffix("'s").removesuffix("’s") for word in found[start:end])
    candidates = [place for place in places.candidates(text) if place.country is not None]
    if not candidates or candidates[0].weight < sure:
        return None
    first = candidates[0]
    others = (place.weight for place in candidates if place.country != first.country)
    if max(others, default=0) * 5 > first.weight:
        return None
    return Entry(first.name, "country", first.country, ("CVL",))


def _chunks(
    found: tuple[Word, ...], hits: list[Hit], known: set[int]
) -> tuple[tuple[Segment, ...], ...]:
    function = function_words()
    chunks: list[list[Segment]] = [[Segment("", 0, 0)]]
    starts = {hit.start: hit for hit in hits}
    for at, word in enumerate(found):
        segment = chunks[-1][-1]
        if at in starts:
            segment.hits.append(starts[at])
        elif at not in known:
            if word.is_mark:
                segment.end = at
                chunks.append([Segment("", at + 1, at + 1)])
                continue
            if word.key in function.belonging or word.key in function.apart:
                segment.end = at
                chunks[-1].append(Segment(word.key, at + 1, at + 1))
                continue
        chunks[-1][-1].end = at + 1
    return tuple(
        tuple(chunk) for chunk in chunks if chunk[0].end > chunk[0].start or len(chunk) > 1
    )
