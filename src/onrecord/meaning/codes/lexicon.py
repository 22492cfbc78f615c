"""The tables of the package, read once: countries, bodies, groups, people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from onrecord.lexicon import entries, listed, read_toml, rows
from onrecord.meaning.codes.entries import Entry, EntryKind, NameIndex, Office
from onrecord.meaning.codes.words import keys

_NO_PLURAL = ("s", "ese", "ish", "ch", "sh", "x", "i-Kiribati", "Vanuatu")
_SPAN = re.compile(r"(\d{4})?(?:-(\d\d))?(?:-(\d\d))?\.\.(\d{4})?(?:-(\d\d))?(?:-(\d\d))?$")
_PEOPLE_COLUMNS: tuple[EntryKind, ...] = ("country", "people", "capital", "seat")
BODY_TABLES = (
    "codes_international.tsv",
    "codes_state_bodies.tsv",
    "codes_groups.tsv",
    "codes_parties.tsv",
    "codes_companies_and_media.tsv",
)


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word that two countries share, and the signs by which to tell (keys of their words)."""

    usual: str
    other: str
    signs: tuple[tuple[str, ...], ...]
    usual_signs: tuple[tuple[str, ...], ...]


@cache
def names_of_the_package() -> NameIndex:
    """All names that the package knows."""
    index = NameIndex()
    fill_names(index)
    return index


def fill_names(index: NameIndex) -> None:
    """Add all names that the package knows to ``index``."""
    for name in listed(read_toml("codes_ambiguous.toml")["no_country"]):
        index.add([name], Entry(name, "no country"))
    for table in ("codes_countries.tsv", "codes_partially_recognised.tsv"):
        extra = ("PRE",) if "partially" in table else ()
        for code, *cells in rows(table):
            for kind, cell in zip(_PEOPLE_COLUMNS, cells, strict=False):
                for name in entries(cell):
                    _add_country_word(index, name, kind, code, extra)
    for table in BODY_TABLES:
        for cells in rows(table):
            names, country, sectors = (*cells, "", "")[:3]
            known = entries(names)
            index.add(known, body(known[0], country, sectors))
    for cells in rows("codes_leaders.tsv"):
        index.add(entries(cells[0]), cache(partial(_person, cells)), person=True)


def _person(cells: list[str]) -> Entry:
    names, country, *offices = cells
    return Entry(
        entries(names)[0],
        "person",
        country if country not in ("", "-") else None,
        offices=tuple(map(office, offices)),
    )


def _add_country_word(
    index: NameIndex, name: str, kind: EntryKind, code: str, extra: tuple[str, ...]
) -> None:
    sectors = ("GOV", *extra) if kind in ("capital", "seat") else extra
    index.add([name], Entry(name, kind, code, sectors))
    if kind != "people":
        return
    if name.endswith(("man", "woman")) and not name.endswith(("German", "Roman")):
        index.add([f"{name[:-2]}en"], Entry(name, kind, code, sectors, plural=True))
    elif not name.endswith(_NO_PLURAL):
        index.add([f"{name}s"], Entry(name, kind, code, sectors, plural=True))


def body(name: str, country: str, sectors: str) -> Entry:
    """An organisation of a table; a question mark after its country is "by default"."""
    code = country.removesuffix("?")
    return Entry(
        name,
        "body",
        code if code not in ("", "-") else None,
        tuple(sectors.split()),
        by_default=country.endswith("?"),
    )


def office(cell: str) -> Office:
    """``GOV 2010-02-25..2014-02-22 President of Ukraine``: sectors, from, until, title."""
    sectors: list[str] = []
    parts = cell.split()
    while parts and re.fullmatch(r"[A-Z]{3}", parts[0]):
        sectors.append(parts.pop(0))
    match = _SPAN.match(parts[0]) if parts else None
    if match is None:
        return Office(tuple(sectors), title=" ".join(parts))
    start = _day(match[1], match[2], match[3])
    end = _day(match[4], match[5], match[6])
    return Office(tuple(sectors), start, end, " ".join(parts[1:]))


def _day(year: str | None, month: str | None, day: str | None) -> date | None:
    return date(int(year), int(month or 1), int(day or 1)) if year else None


@cache
def shared_words() -> dict[str, SharedWord]:
    """Words that two countries share, by their key."""
    found = {}
    for item in read_toml("codes_ambiguous.toml")["shared"]:
        word = SharedWord(
            item["usual"],
            item["other"],
            tuple(keys(sign) for sign in listed(item["signs"])),
            tuple(keys(sign) for sign in listed(item["usual_signs"])),
        )
        found.update({keys(name)[0]: word for name in listed(item["words"])})
    return found


@cache
def given_names() -> frozenset[str]:
    """Keys of places' names that are also names of people."""
    names = listed(read_toml("codes_ambiguous.toml")["given_names"])
    return frozenset(key for name in names for key in keys(name))


@cache
def known_countries() -> frozenset[str]:
    """The codes of all countries: ISO 3166-1 alpha-3, and XKX."""
    return frozenset(cells[0] for cells in rows("codes_countries.tsv"))


@cache
def known_sectors() -> frozenset[str]:
    """The codes of all sectors."""
    return frozenset(read_toml("codes_sectors.toml")["sectors"])
