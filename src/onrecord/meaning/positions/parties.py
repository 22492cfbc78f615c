"""For whom an actor speaks: the party whose position it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from onrecord.lexicon import listed, read_toml
from onrecord.lexicon.word_forms import word_key
from onrecord.record import Actor, Span, Statement


@cache
def _sectors() -> dict[str, frozenset[str]]:
    table = read_toml("stances.toml")["party"]
    return {
        name: frozenset(listed(table[name])) for name in ("for_country", "for_itself", "no_party")
    }


@cache
def _first_names() -> frozenset[str]:
    table = read_toml("actors_first_names.toml")
    return frozenset(
        name.lower() for words in table.values() if isinstance(words, str) for name in words.split()
    )


class Parties:
    """The actors of a page and the parties they speak for.

    Who speaks for a state stands for the country, where the page names it; a member of a body for
    the body; others for themselves, if they take part in public affairs at all.
    """

    def __init__(
        self,
        actors: Sequence[Actor],
        statements: Sequence[Statement],
        words: Mapping[str, frozenset[str]],
    ) -> None:
        self._words = words
        self._quoted = frozenset(
            actor for s in statements if s.kind != "indirect" for actor in s.speaker.actors
        )
        self._by_id = {actor.id: actor for actor in actors}
        self._countries: dict[str, str] = {}
        for actor in actors:
            if actor.kind == "country" and actor.country:
                self._countries.setdefault(actor.country, actor.id)
        self._with_offices = frozenset(
            role.of
            for actor in actors
            if _sectors()["for_country"].intersection(actor.sectors)
            for role in actor.roles
            if role.of
        )
        self._known: dict[str, str | None] = {}
        self._mentions = sorted(
            (mention, actor.id) for actor in actors for mention in actor.mentions
        )
        self._starts = [mention.start for mention, _ in self._mentions]

    def of(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The parties that actors speak for, each once; those that are none are left out."""
        parties = (self._party(id_) for id_ in ids)
        return tuple(dict.fromkeys(party for party in parties if party is not None))

    def named_in(self, span: Span) -> tuple[str, ...]:
        """The countries and bodies that are named in a span, or for which those named speak."""
        first, behind = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        named = (id_ for mention, id_ in self._mentions[first:behind] if mention.end <= span.end)
        return tuple(party for party in self.of(named) if self.is_body(party))

    def are_outside(self, ids: Iterable[str]) -> bool:
        """Whether actors are no parties, but reporters, scholars, witnesses.

        What they say of a party is a guess.
        """
        known = [self._by_id[id_] for id_ in ids if id_ in self._by_id]
        return (
            bool(known)
            and not self.of(ids)
            and not any(_sectors()["for_country"].intersection(actor.sectors) for actor in known)
        )

    def is_body(self, id_: str) -> bool:
        """Whether a party is a country or an organisation, not a person."""
        return self._by_id[id_].kind in ("country", "organisation")

    def are_public(self, parties: Iterable[str]) -> bool:
        """Whether parties are countries, or known for a part in public affairs; not so a club."""
        public = _sectors()["for_country"] | _sectors()["for_itself"]
        return all(
            self._by_id[id_].kind == "country"
            or id_ in self._with_offices
            or public.intersection(self._by_id[id_].sectors)
            for id_ in parties
        )

    def _party(self, id_: str) -> str | None:
        if id_ not in self._known:
            self._known[id_] = None  # an office held of oneself ends here
            actor = self._by_id.get(id_)
            self._known[id_] = None if actor is None else self._found(actor)
        return self._known[id_]

    def _found(self, actor: Actor) -> str | None:
        match actor.kind:
            case "country":
                return actor.id
            case "person":
                return self._of_person(actor)
            case "group":
                return self._of_group(actor)
        return self._of_body(actor)

    def _of_person(self, actor: Actor) -> str | None:
        sectors = frozenset(actor.sectors)
        if actor.roles and all(role.status == "former" for role in actor.roles):
            return None
        if sectors & _sectors()["no_party"]:
            return None
        if sectors & _sectors()["for_country"] and actor.country in self._countries:
            return self._countries[actor.country or ""]
        for role in actor.roles:
            if role.of is not None and role.status != "former" and role.of != actor.id:
                party = self._party(role.of)
                if party is not None:
                    return party
        if sectors & (_sectors()["for_country"] | _sectors()["for_itself"]):
            return actor.id if actor.name[:1].isupper() or actor.country else None
        return actor.id if self._may_be_a_country(actor) else None

    def _may_be_a_country(self, actor: Actor) -> bool:
        """Whether a bare name, of whom nothing is known, is no person's given name."""
        if actor.sectors or actor.country or actor.id in self._quoted:
            return False
        if actor.id in self._with_offices:
            return True
        return " " not in actor.name and actor.name.lower() not in _first_names()

    def _of_group(self, actor: Actor) -> str | None:
        sectors = frozenset(actor.sectors)
        if sectors & _sectors()["no_party"]:
            return None
        if sectors & _sectors()["for_country"] and actor.country in self._countries:
            if "GOV" in sectors or self._has_word(actor, "state_forces"):
                return self._countries[actor.country or ""]
            return actor.id
        return actor.id if sectors & _sectors()["for_itself"] else None

    def _of_body(self, actor: Actor) -> str | None:
        sectors = frozenset(actor.sectors)
        if sectors & _sectors()["for_country"] and actor.country in self._countries:
            if "GOV" in sectors or self._has_word(actor, "state_forces"):
                return self._countries[actor.country or ""]
            return actor.id
        if actor.name[:1].islower() and not actor.country and not self._has_word(actor, "bodies"):
            return None
        if sectors & (_sectors()["for_itself"] | _sectors()["for_country"]):
            return actor.id
        named_so = "CVL" in sectors and self._has_word(actor, "bodies")  # "People's Front"
        return None if sectors & _sectors()["no_party"] and not named_so else actor.id

    def _has_word(self, actor: Actor, name: str) -> bool:
        """Whether a word of a list stands in an actor's name."""
        return any(word_key(word) in self._words[name] for word in actor.name.split())
