"""What the two kinds of dumps have in common: countries by their codes, names worth keeping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from onrecord.data_files import BrokenLine
from onrecord.lexicon import entries, read_toml, rows
from onrecord.meaning.codes.agents import load_agents
from onrecord.meaning.codes.tables import LONGEST_NAME
from onrecord.meaning.codes.words import words
from onrecord.record import ActorCode

Describe = Callable[[str], ActorCode]
"""Gives a description, such as "Ukrainian diplomat", its country and sectors."""

_SHORTEST = 4
"""Letters of a name of one word, unless it is an acronym, which may have one less."""

_MOST_NAMES = 60
_UNTOLD = frozenset(("UNK", "UAF"))


@cache
def countries_by_number() -> Mapping[str, str]:
    """Countries by ISO 3166-1 alpha-2 and by item of Wikidata; a dependency has its state's."""
    found: dict[str, str] = {}
    for alpha2, country, items in rows("codes_country_numbers.tsv"):
        found[alpha2] = country
        found.update(dict.fromkeys(entries(items), country))
    return found


@cache
def dump_words() -> Mapping[str, Any]:
    """How dumps say what kind of actor someone is."""
    return read_toml("codes_dumps.toml")


def identity_of(entity: Mapping[str, Any]) -> str:
    """The number of an entity in its dump.

    Raises:
        BrokenLine: it has none.
    """
    identity = entity.get("id")
    if not isinstance(identity, str) or not identity:
        raise BrokenLine("has no id")
    return identity


def usable_names(names: Iterable[str], *, person: bool) -> tuple[str, ...]:
    """Those names by which an actor can be known surely, the first one first.

    Left out are single words that are further names of a person or are short, names that are
    nouns for those who act ("Police"), and names that do not begin with a capital letter.
    """
    kept: list[str] = []
    for position, name in enumerate(dict.fromkeys(" ".join(n.split()) for n in names)):
        found = words(name[:200])
        if not found or len(found) > LONGEST_NAME or not found[0].capital:
            continue
        if len(found) == 1:
            least = _SHORTEST - found[0].upper
            if len(found[0].key) < least or (person and position):
                continue
        if load_agents().longest_noun(found, 0)[0] == len(found):
            continue
        kept.append(name)
        if len(kept) == _MOST_NAMES:
            break
    return tuple(kept)


def told(sectors: Iterable[str]) -> tuple[str, ...]:
    """The sectors without those that say that nothing is known."""
    return tuple(dict.fromkeys(sector for sector in sectors if sector not in _UNTOLD))


def one_of(countries: Iterable[str | None]) -> str | None:
    """The country, if all that are known are the same."""
    known = {country for country in countries if country}
    return known.pop() if len(known) == 1 else None


def day(text: str) -> date | None:
    """``2019``, ``2019-05``, ``2019-05-20T…``, with 00 for what is not known; None if no day."""
    parts = text.lstrip("+").split("T", 1)[0].split("-")
    try:
        numbers = [int(part) or 1 for part in parts[:3]]
        return date(*([*numbers, 1, 1])[:3])
    except (ValueError, TypeError):
        return None


def end_of(text: str) -> date | None:
    """The first day on which an office was no longer held that ended on that day, month, year.

    A successor begins on the day itself; of a month or year, all of it counts.
    """
    known = [part for part in text.lstrip("+").split("T", 1)[0].split("-") if part.strip("0")]
    last = day("-".join(known))
    if last is None or len(known) > 2:
        return last
    if last.year == date.max.year:
        return None
    if len(known) == 1:
        return date(last.year + 1, 1, 1)
    return date(last.year + last.month // 12, last.month % 12 + 1, 1)
