"""Actors in the codes of other data sets: PLOVER's country and sectors, CAMEO's actor codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.exports.page_index import PageIndex, held
from onrecord.lexicon import entries, rows
from onrecord.record import Actor

BODIES = ("IGO", "NGO", "ISM", "IMG", "MNC")
"""Sectors of a record that PLOVER has among the countries: bodies of no one country."""

_GENERIC = frozenset(("IGO", "NGO", "NGM", "IMG", "MNC"))
"""CAMEO's classes of bodies, which come first in a code."""

_MOST_TYPES = 3
_UNITED_NATIONS, _EUROPEAN_UNION = "IGOUNO", "IGOEUREEC"


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverCode:
    """An actor in PLOVER.

    ``country``: ISO alpha-3, KOS, or of a body IGO, UNO, EUR, NGO, ISM, IMG or MNC; ``sectors`` are
    those of table 5.2, the main one first.
    """

    country: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoActor:
    """An actor in CAMEO: the ``whole`` code, such as "IGOEUREEC", and its parts by kind.

    ``whole`` is empty where nothing is known that CAMEO has a code for.
    """

    whole: str
    country: str | None = None
    group: str | None = None
    religion: str | None = None
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    code: str
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Country:
    fips: str
    cameo: str | None
    plover: str


def plover_code(actor: Actor, index: PageIndex) -> PloverCode:
    """Country and sectors of an actor as PLOVER writes them."""
    sectors = tuple(sector for sector in actor.sectors if sector not in BODIES)
    if actor.country is not None:
        return PloverCode(country=plover_country(actor.country), sectors=sectors)
    bodies = [sector for sector in BODIES if sector in actor.sectors]
    country = next(iter(bodies), None)
    whole = _whole_code(actor, index)
    if whole.startswith(_UNITED_NATIONS):
        country = "UNO"
    elif whole.startswith(_EUROPEAN_UNION):
        country = "EUR"
    return PloverCode(country=country, sectors=sectors)


def cameo_actor(actor: Actor, index: PageIndex) -> CameoActor:
    """An actor in CAMEO's codes: that of a known body or group, else country and sectors."""
    whole = _whole_code(actor, index)
    if whole:
        return _taken_apart(whole, _group_of(actor, index))
    country = cameo_country(actor.country) if actor.country else None
    types = tuple(dict.fromkeys(filter(None, (_type(s, country) for s in actor.sectors))))
    ordered = tuple(sorted(types, key=lambda code: code not in _GENERIC))[:_MOST_TYPES]
    return CameoActor(
        whole="".join(filter(None, (country, *ordered))),
        country=country,
        types=ordered,
    )


def plover_country(code: str) -> str:
    """PLOVER's code of a country; its own for Kosovo, else ISO's."""
    known = _countries().get(code)
    return known.plover if known else code


def cameo_country(code: str) -> str | None:
    """CAMEO's code of a country, None where it has none."""
    known = _countries().get(code)
    return known.cameo if known else code


def fips_country(code: str) -> str | None:
    """The FIPS 10-4 code of a country, None where the table lacks it."""
    known = _countries().get(code)
    return known.fips if known else None


@cache
def country_names() -> Mapping[str, str]:
    """The English name of each country by ISO alpha-3 code."""
    return {code: entries(cells[0])[0] for code, *cells in rows("codes_countries.tsv")}


def _whole_code(actor: Actor, index: PageIndex) -> str:
    group = _group_of(actor, index)
    if group is None:
        return ""
    told = [code for code in group.whole if any(code[3:6] == s for s in actor.sectors)]
    return told[0] if told else group.whole[0] if len(group.whole) == 1 else ""


def _group_of(actor: Actor, index: PageIndex) -> _Group | None:
    """The body that the actor is or, having no country, holds an office of."""
    if actor.kind != "person":
        group = _groups().get(_key(actor.name))
        # A country's own Security Council is not that of the United Nations.
        is_another = group is not None and actor.country and group.whole[0][:3] in _GENERIC
        return None if is_another else group
    if actor.country is not None:
        return None
    bodies = index.named(role.of for role in held(actor) if role.of is not None)
    return next(filter(None, (_groups().get(_key(body.name)) for body in bodies)), None)


def _taken_apart(whole: str, group: _Group | None) -> CameoActor:
    """The parts of a composed code; what is no part of a known kind stands in the whole alone."""
    parts = [whole[at : at + 3] for at in range(0, len(whole), 3)]
    own = group.code if group else None
    rest = [part for part in parts if part != own]
    kinds = _parts()
    countries = (part for part in rest if part in kinds["region"] or part in country_names())
    return CameoActor(
        whole=whole,
        country=next(countries, None),
        group=own,
        religion=next((part for part in rest if part in kinds["religion"]), None),
        types=tuple(part for part in rest if part in kinds["type"])[:_MOST_TYPES],
    )


def _type(sector: str, country: str | None) -> str | None:
    cells = _sectors().get(sector, ())
    return None if not cells else cells[0] if country or len(cells) == 1 else cells[1]


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")


@cache
def _sectors() -> Mapping[str, tuple[str, ...]]:
    return {sector: tuple(cells) for sector, *cells in rows("exports_cameo_sectors.tsv")}


@cache
def _groups() -> Mapping[str, _Group]:
    found: dict[str, _Group] = {}
    for code, whole, names in rows("exports_cameo_groups.tsv"):
        group = _Group(code, tuple(entries(whole)))
        found.update((_key(name), group) for name in entries(names))
    return found


@cache
def _parts() -> Mapping[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for kind, part, _ in rows("exports_cameo_parts.tsv"):
        kinds.setdefault(kind, set()).add(part)
    return {kind: frozenset(parts) for kind, parts in kinds.items()}


@cache
def _countries() -> Mapping[str, _Country]:
    return {iso: _country(iso, cells) for iso, *cells in rows("exports_countries.tsv")}


def _country(iso: str, cells: Iterable[str]) -> _Country:
    fips, cameo, plover, *_ = (*cells, "", "")
    return _Country(fips, None if cameo == "-" else cameo or iso, plover or iso)
