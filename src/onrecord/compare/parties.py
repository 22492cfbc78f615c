"""Which actors of many pages are one party.

A person or body of a state stands for its country, and countries are joined across pages by their
code. A person who holds an office of an organisation stands for that organisation. Organisations,
groups and all others are joined by their names. Two different countries are never one party.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.errors import OnrecordError
from onrecord.lexicon import entries, listed, read_toml, rows
from onrecord.record import Actor, Record

_PUNCTUATION = re.compile(r"[^\w\s]+")
_HELD = frozenset(("current", "acting"))
_MOST_NAMED = 12  # parties that an error lists


@dataclass(frozen=True, slots=True)
class Party:
    """One side of what is compared.

    ``id`` is a country's code (ISO 3166-1 alpha-3, XKX), else the name as it is compared, with the
    country behind it where two parties have the same name. ``name`` is how it is shown.
    """

    id: str
    name: str
    country: str | None = None


class Parties:
    """The parties of some records.

    Args:
        records: an actor is looked up by the record it is of, and its id.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._actors = {
            (record.page.id, actor.id): actor for record in records for actor in record.actors
        }
        self._homes: dict[str, set[str]] = defaultdict(set)
        names: dict[str, Counter[str]] = defaultdict(Counter)
        for (page, _), actor in self._actors.items():
            stands_for = self._stands_for(page, actor)
            code = _country_of(stands_for)
            if code and stands_for.kind == "country":
                names[code][_line(stands_for.name)] += len(stands_for.mentions) + 1
            elif not code:
                key = name_key(stands_for.name)
                names[key][_line(stands_for.name)] += len(stands_for.mentions) + 1
                if stands_for.country:
                    self._homes[key].add(stands_for.country)
        self._names = {key: _commonest(counted) for key, counted in names.items()}

    def of(self, record: Record, identity: str | None) -> Party | None:
        """The party of an actor of a record, or None where the record does not hold the actor."""
        actor = self._actors.get((record.page.id, identity or ""))
        if actor is None:
            return None
        stands_for = self._stands_for(record.page.id, actor)
        code = _country_of(stands_for)
        return self.country(code) if code else self._by_name(stands_for)

    def country(self, code: str) -> Party:
        """The party that is a country."""
        known = country_names().get(code)
        return Party(id=code, name=known or self._names.get(code, code), country=code)

    def all(self, records: Sequence[Record]) -> list[Party]:
        """Every party of the records, once, in the order of its first actor."""
        found = (self.of(record, actor.id) for record in records for actor in record.actors)
        return list(dict.fromkeys(party for party in found if party))

    def named(self, asked: str, among: Iterable[Party]) -> Party:
        """The party that a user means.

        Args:
            asked: a country's code or name, or the name of one of the parties or a part of it. A
                country needs not be on any page.
            among: the parties that have other names.

        Raises:
            OnrecordError: there is no such party, or there are several.
        """
        code = country_code(asked)
        if code:
            return self.country(code)
        key, parties = name_key(asked), list(dict.fromkeys(among))
        found = [party for party in parties if key and key in (party.id, name_key(party.name))]
        found = found or [party for party in parties if key and _has_words(party.name, key)]
        if len(found) == 1:
            return found[0]
        some = ", ".join(
            party.id if party.id == party.country else party.name
            for party in (found or parties)[:_MOST_NAMED]
        )
        if found:
            raise OnrecordError(
                f"{asked!r} may be any of several parties", remedy=f"name one of {some}"
            )
        raise OnrecordError(
            f"no party is called {asked!r} and no country has this code or name",
            remedy=f"the pages have {some}" if some else "no party was found on the pages",
        )

    def _by_name(self, actor: Actor) -> Party:
        """A party without a country's code; told apart by country where one name is of several."""
        key = name_key(actor.name) or actor.id
        homes = self._homes.get(key, set())
        if len(homes) > 1:
            home = actor.country
            identity = f"{key} ({home or '?'})"
            return Party(id=identity, name=f"{_line(actor.name)} ({home or '?'})", country=home)
        home = next(iter(homes), None)
        return Party(id=key, name=self._names.get(key, _line(actor.name)), country=home)

    def _stands_for(self, page: str, actor: Actor) -> Actor:
        """The actor, or the body whose office a person holds."""
        if actor.kind != "person" or _country_of(actor):
            return actor
        bodies = (
            self._actors.get((page, role.of))
            for role in actor.roles
            if role.of and role.status in _HELD
        )
        return next((body for body in bodies if body and body.kind != "person"), actor)


def _country_of(actor: Actor) -> str | None:
    """The code of the country that the actor is or stands for."""
    if actor.country is None or actor.kind == "country":
        return actor.country
    state, apart = _sectors()
    sectors = set(actor.sectors)
    return actor.country if sectors & state and not sectors & apart else None


@cache
def _sectors() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = read_toml("parties.toml")
    return (
        frozenset(listed(lexicon["state_sectors"])),
        frozenset(listed(lexicon["apart_sectors"])),
    )


@cache
def country_names() -> dict[str, str]:
    """The name of each country by its code."""
    return {row[0]: entries(row[1])[0] for row in rows("codes_countries.tsv")}


@cache
def _codes() -> dict[str, str]:
    by_name = {
        name_key(name): row[0] for row in rows("codes_countries.tsv") for name in entries(row[1])
    }
    return by_name | {code.casefold(): code for code in country_names()}


def country_code(asked: str) -> str | None:
    """The code of the country that has this code or name."""
    return _codes().get(name_key(asked))


def name_key(name: str) -> str:
    """A name as it is compared: in lower case, without accents, punctuation and article."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _PUNCTUATION.sub("", plain).split()
    articles = set(listed(read_toml("parties.toml")["articles"]))
    return " ".join(words[1:] if len(words) > 1 and words[0] in articles else words)


def _has_words(name: str, key: str) -> bool:
    return set(key.split()) <= set(name_key(name).split())


def _commonest(counted: Counter[str]) -> str:
    return min(counted, key=lambda name: (-counted[name], name))


def _line(text: str) -> str:
    return " ".join(text.split())
