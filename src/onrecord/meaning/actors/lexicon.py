"""The word lists of this room, read once: offices, nouns for bodies, countries, given names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from onrecord.lexicon import entries, listed, read_toml, rows
from onrecord.record import RoleStatus

Gender = Literal["man", "woman"]
NounClass = Literal["office", "profession", "person", "kin", "organisation", "group", "country"]
"""What a common noun can stand for: someone (by office, profession, otherwise, or by kinship), a
body, many people, or a country."""

_PERSONS: tuple[NounClass, ...] = ("office", "profession", "person", "kin")
PERSON_CLASSES = frozenset(_PERSONS)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the lists: its singular, its class, and whether the form is plural."""

    lemma: str
    kind: NounClass
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists, all keys in lower case.

    ``nouns``: forms to nouns. ``short``: "sen" to "senator". ``broader``: a noun to those it may
    stand for ("lawmaker" to "senator"). ``like``: a noun for a body to words of names it may stand
    for. ``honorifics``: words of address, with the gender they tell. ``countries``: names and
    demonyms to codes; ``demonyms`` those that are no names. ``seats``: capitals and buildings to
    codes. ``geography``: last words of names of places. ``deeds``: two
    words of which the last is a body elsewhere. ``others``: those of another country than the one
    named before them. ``calendar``: days and months.
    ``public_sectors``: those of public life. ``country_starts``: first words of the names of
    countries that have several. ``given``: given names to genders. ``short_given``: "joe" to
    "joseph".
    """

    nouns: dict[str, Noun]
    short: dict[str, str]
    broader: dict[str, frozenset[str]]
    like: dict[str, frozenset[str]]
    vehicles: frozenset[str]
    status: dict[str, RoleStatus]
    gender_of_noun: dict[str, Gender]
    honorifics: dict[str, Gender | None]
    generations: frozenset[str]
    degrees: frozenset[str]
    given: dict[str, Gender]
    short_given: dict[str, str]
    countries: dict[str, str]
    demonyms: frozenset[str]
    country_names: dict[str, str]
    seats: dict[str, str]
    place_words: frozenset[str]
    geography: frozenset[str]
    deeds: frozenset[str]
    others: frozenset[str]
    calendar: frozenset[str]
    public_sectors: frozenset[str]
    country_starts: frozenset[str]

    def means(self, noun: str, office: str) -> bool:
        """Whether "the ``noun``" may be said of a holder of ``office`` (both singular)."""
        return noun == office or office in self.broader.get(noun, frozenset())


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package."""
    offices, bodies = read_toml("offices.toml"), read_toml("actors_nouns.toml")
    honorifics, given = read_toml("honorifics.toml"), read_toml("actors_first_names.toml")
    names, words, seats, usual = _countries(listed(f"{bodies['parts']}, {bodies['bodies']}"))
    genders: dict[str, Gender] = {}
    titles: dict[str, Gender | None] = dict.fromkeys(listed(honorifics["any"]))
    men_and_women: tuple[Gender, Gender] = ("man", "woman")
    for gender in men_and_women:
        genders |= dict.fromkeys(listed(offices["gender"][gender]), gender)
        titles |= dict.fromkeys(listed(honorifics[gender]), gender)
    statuses: tuple[RoleStatus, ...] = ("current", "former", "acting", "designate")
    return Lexicon(
        nouns=_nouns(offices["heads"], bodies),
        short=offices["short"],
        broader={k: frozenset(listed(v)) for k, v in offices["broader"].items()},
        like={k: frozenset(listed(v)) for k, v in bodies["like"].items()},
        vehicles=frozenset(listed(bodies["vehicles"])),
        status={word: s for s in statuses for word in listed(offices["status"][s])},
        gender_of_noun=genders,
        honorifics=titles,
        generations=frozenset(listed(honorifics["generations"])),
        degrees=frozenset(listed(honorifics["degrees"])),
        given={name.lower(): g for g in men_and_women for name in given[g].split()},
        short_given={k.lower(): v.lower() for k, v in given["short"].items()},
        countries=words | names,
        demonyms=frozenset(words) - frozenset(names),
        country_names=usual,
        seats={seat: code for seat, code in seats.items() if seat not in names},
        place_words=frozenset(listed(bodies["places"])),
        calendar=frozenset(listed(bodies["calendar"])),
        public_sectors=frozenset(listed(bodies["public_sectors"])),
        geography=frozenset(listed(bodies["geography"])),
        deeds=frozenset(listed(bodies["deeds"])),
        others=frozenset(listed(read_toml("codes_agents.toml")["words"]["others"])),
        country_starts=frozenset(
            name.split()[0].removesuffix("'s") for name in words | names if " " in name
        ),
    )


def _countries(
    others: Iterable[str],
) -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    """Names, demonyms and seats of government with their codes; and codes with usual names.

    ``others`` of the table's names are no countries or governments themselves.
    """
    left_out = frozenset(map(_key, others))
    names: dict[str, str] = {}
    words: dict[str, str] = {}
    seats: dict[str, str] = {}
    usual: dict[str, str] = {}
    for code, *cells in rows("codes_countries.tsv"):
        called, people, *capitals = [entries(cell) for cell in cells]
        usual[code] = called[0]
        names |= dict.fromkeys(map(_key, called), code)
        for word in people:
            words |= dict.fromkeys(map(_key, (word, *_plurals(word))), code)
        for cell in capitals[:2]:
            seats |= dict.fromkeys(map(_key, cell), code)
    for name in left_out:
        names.pop(name, None)
        seats.pop(name, None)
    return names, words, seats, usual


def _nouns(persons: dict[str, str], bodies: dict[str, Any]) -> dict[str, Noun]:
    """All forms; where a word is in several lists, the first one counts."""
    nouns: dict[str, Noun] = {}
    lists: tuple[tuple[str, NounClass], ...] = (
        (persons["offices"], "office"),
        (persons["professions"], "profession"),
        (persons["persons"], "person"),
        (persons["kin"], "kin"),
        (bodies["organisations"], "organisation"),
        (bodies["countries"], "country"),
    )
    for members, kind in lists:
        for word in listed(members):
            nouns.setdefault(word, Noun(word, kind))
    for word, noun in list(nouns.items()):
        for plural in _plurals(word):
            nouns.setdefault(plural, Noun(word, noun.kind, plural=True))
    for word in listed(bodies["groups"]):
        singular = nouns.get(word)
        if singular is None or singular.kind == "country":
            nouns[word] = Noun(word, "group", plural=True)
    return nouns


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith("man") and word != "german":
        return (word[:-3] + "men",)
    if word.endswith("person"):
        return (word[:-6] + "people", word + "s")
    if word == "child":
        return ("children",)
    if word.endswith(("s", "x", "ch", "sh")):
        return (word + "es",)
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (word[:-1] + "ies",)
    return (word + "s",)


def _key(name: str) -> str:
    return name.lower().replace("’", "'").removeprefix("the ")
