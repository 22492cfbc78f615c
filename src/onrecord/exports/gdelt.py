"""Events in the 61 columns of the GDELT 2.0 Events table.

Tab-separated, without a header line, as GDELT's own files are; one row for each pair of actors
(:mod:`onrecord.exports.dyads`), where one side may be unknown. Empty is what GDELT alone computes
or the record does not have: its number, tone and time of adding, where each actor was, ethnic
groups, FIPS provinces, numbers of GNS and GAUL. Mentions are counted within one page, which is one
source and one article.

An event whose day the page does not tell has no day here, unless ``latest_day`` is asked for, which
cannot be told apart in the table. What is denied, called off or only possible is left out, what is
announced is coded as its announcement (:mod:`onrecord.exports.countable`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from onrecord.exports.actor_codes import cameo_actor, country_names, fips_country
from onrecord.exports.cells import Cell, line
from onrecord.exports.countable import countable
from onrecord.exports.dyads import Dyad, dyads
from onrecord.exports.page_index import PageIndex, within
from onrecord.lexicon import rows
from onrecord.lexicon.plover import cameo_codes
from onrecord.record import Actor, Event, Place, Record

_ACTOR = (
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
)
_GEO = (
    "Type",
    "FullName",
    "CountryCode",
    "ADM1Code",
    "ADM2Code",
    "Lat",
    "Long",
    "FeatureID",
)
COLUMNS: tuple[str, ...] = (
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED",
    "SOURCEURL",
)

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NO_PLACE: tuple[Cell, ...] = (0, *[None] * (len(_GEO) - 1))
_COUNTRY, _US_STATE, _US_CITY, _WORLD_CITY, _WORLD_STATE = 1, 2, 3, 4, 5
_WIDE = frozenset(("continent", "ocean", "sea", "gulf", "area"))
"""Kinds of places that are neither a country nor a division nor a landmark."""


def lines(
    records: Iterable[Record], *, header: bool = False, latest_day: bool = False
) -> Iterator[str]:
    """The table, line by line as the records come.

    Args:
        records: what was read.
        header: whether to begin with the names of the columns, which GDELT's files do not.
        latest_day: whether an event whose day is not told gets the last day that it can have had,
            mostly that of publication.
    """
    if header:
        yield line(COLUMNS)
    for record in records:
        index = PageIndex(record)
        for event in countable(record):
            day = index.latest_day(event) if latest_day else None
            written = (line(_row(event, dyad, index, day)) for dyad in dyads(event, index))
            yield from dict.fromkeys(written)


def _row(event: Event, dyad: Dyad, index: PageIndex, otherwise: str | None) -> list[Cell]:
    code = cameo_codes()[dyad.code]
    page = index.record.page
    return [
        None,
        *_date_cells(index.date_told(event) or otherwise),
        *_actor_cells(dyad.source, index),
        *_actor_cells(dyad.target, index),
        int(_is_in_lead(event, index)),
        code.code,
        code.base,
        code.root,
        _quad_classes()[code.root],
        _scores().get(code.code),
        max(len(event.anchors), 1),
        1,
        1,
        None,
        *_NO_PLACE,
        *_NO_PLACE,
        *_place_cells(index.place_of(event)),
        None,
        page.url or page.source,
    ]


def _date_cells(value: str | None) -> list[Cell]:
    """Day, month, year and the year with the day as its fraction, as far as they are known."""
    found = _DATE.fullmatch(value) if value else None
    if found is None:
        return [None, None, None, None]
    year, month, day = found.groups()
    if month is None:
        return [None, None, year, None]
    if day is None:
        return [None, year + month, year, None]
    # So are the rows of GDELT, though its codebook does not take one from the month.
    fraction = int(year) + ((int(month) - 1) * 30 + int(day)) / 365
    return [year + month + day, year + month, year, f"{fraction:.4f}"]


def _actor_cells(actor: Actor | None, index: PageIndex) -> list[Cell]:
    if actor is None:
        return [None] * len(_ACTOR)
    codes = cameo_actor(actor, index)
    types = (*codes.types, None, None, None)[:3]
    return [
        codes.whole,
        actor.name.upper(),
        codes.country,
        codes.group,
        None,
        codes.religion,
        None,
        *types,
    ]


def _is_in_lead(event: Event, index: PageIndex) -> bool:
    """Whether the event is first told in its story's first paragraph."""
    story = index.stories.get(event.story)
    paragraphs = (b.span for b in story.blocks if b.kind == "paragraph") if story else iter(())
    lead = next(paragraphs, None)
    first = min(event.anchors, default=event.span)
    return lead is not None and within(first, lead)


def _place_cells(place: Place | None) -> tuple[Cell, ...]:
    """The cells of where it was; in GDELT a place has a country and one of five types."""
    if place is None or place.country is None or place.kind is None or place.kind in _WIDE:
        return _NO_PLACE
    kind = _place_type(place)
    country = country_names().get(place.country, place.country)
    fips = fips_country(place.country)
    is_country = kind == _COUNTRY
    return (
        kind,
        place.name if is_country else f"{place.name}, {country}",
        fips,
        fips if is_country else None,
        None,
        place.latitude,
        place.longitude,
        fips if is_country else None,
    )


def _place_type(place: Place) -> int:
    in_states = place.country == "USA"
    if place.kind == "country":
        return _COUNTRY
    if place.kind == "region":
        return _US_STATE if in_states else _WORLD_STATE
    return _US_CITY if in_states else _WORLD_CITY


@cache
def _scores() -> Mapping[str, float]:
    return {code: float(cells[0]) for code, *cells in rows("exports_cameo_scores.tsv") if cells[0]}


@cache
def _quad_classes() -> Mapping[str, int]:
    return {root: int(gdelt) for root, gdelt, _ in rows("exports_cameo_classes.tsv")}
