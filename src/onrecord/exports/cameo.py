"""Events in CAMEO's codes, in the 26 columns of the Phoenix event data.

A tab-separated table with a header line, one row for each pair of source and target
(:mod:`onrecord.exports.dyads`). The columns are those in which the events of PETRARCH, the open
coder of CAMEO, are published. As PETRARCH demands, both sides must have a code. The day is that of
the act; where the page does not tell it, the last day that it can have had, which mostly is that of
publication. Issues, first-level division and number of the sentence stay empty: the record has
none.

What is denied, called off or only possible is left out, what is announced is coded as its
announcement (:mod:`onrecord.exports.countable`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from onrecord.exports.actor_codes import CameoActor, cameo_actor
from onrecord.exports.cells import Cell, line
from onrecord.exports.countable import countable
from onrecord.exports.dyads import dyads
from onrecord.exports.page_index import PageIndex
from onrecord.lexicon import rows
from onrecord.lexicon.plover import cameo_codes
from onrecord.record import Event, Record

_GENERIC = frozenset(("IGO", "NGO", "IMG", "MNC"))
_ROLES = frozenset("GOV MIL REB OPP PTY COP JUD SPY MED EDU BUS CRM CVL".split())
"""The types that Phoenix has as roles; every other one is an attribute."""

COLUMNS: tuple[str, ...] = (
    "EventID",
    "Date",
    "Year",
    "Month",
    "Day",
    "SourceActorFull",
    "SourceActorEntity",
    "SourceActorRole",
    "SourceActorAttribute",
    "TargetActorFull",
    "TargetActorEntity",
    "TargetActorRole",
    "TargetActorAttribute",
    "EventCode",
    "EventRootCode",
    "PentaClass",
    "GoldsteinScore",
    "Issues",
    "Lat",
    "Lon",
    "LocationName",
    "StateName",
    "CountryCode",
    "SentenceID",
    "URLs",
    "NewsSources",
)


def lines(records: Iterable[Record], *, header: bool = True) -> Iterator[str]:
    """The table, line by line as the records come; ``header`` whether it begins with the names."""
    if header:
        yield line(COLUMNS)
    for record in records:
        index = PageIndex(record)
        for event in countable(record):
            yield from map(line, _rows(event, index))


def _rows(event: Event, index: PageIndex) -> Iterator[list[Cell]]:
    """The rows of an event; two pairs that have the same codes are one."""
    seen: set[tuple[str, str, str]] = set()
    for dyad in dyads(event, index):
        if dyad.source is None or dyad.target is None:
            continue
        source, target = cameo_actor(dyad.source, index), cameo_actor(dyad.target, index)
        key = (source.whole, target.whole, dyad.code)
        if source.whole and target.whole and key not in seen:
            seen.add(key)
            identity = f"{event.id}-{len(seen)}"
            yield [identity, *_row(event, dyad.code, source, target, index)]


def _row(
    event: Event, code: str, source: CameoActor, target: CameoActor, index: PageIndex
) -> list[Cell]:
    """All cells but the first."""
    day = index.latest_day(event)
    root = cameo_codes()[code].root
    place, page = index.place_of(event), index.record.page
    return [
        day.replace("-", "") if day else None,
        *(day.split("-") if day else (None, None, None)),
        *_actor_cells(source),
        *_actor_cells(target),
        code,
        root,
        _penta_classes()[root],
        _scores().get(code, _scores().get(root)),
        None,
        place.latitude if place else None,
        place.longitude if place else None,
        place.name if place else None,
        None,
        place.country if place else None,
        None,
        page.url or page.source,
        page.site,
    ]


def _actor_cells(actor: CameoActor) -> list[Cell]:
    """The whole code, its country or generic class, its role, the other parts."""
    parts = [actor.whole[at : at + 3] for at in range(0, len(actor.whole), 3)]
    entity = parts.pop(0) if parts[0] == actor.country or parts[0] in _GENERIC else None
    role = parts.pop(0) if parts and parts[0] in _ROLES else None
    return [actor.whole, entity, role, ";".join(parts)]


@cache
def _scores() -> Mapping[str, float]:
    """The scores; for a code that has none the writer takes that of its root, as Phoenix does."""
    return {code: float(cells[1]) for code, *cells in rows("exports_cameo_scores.tsv") if cells[1]}


@cache
def _penta_classes() -> Mapping[str, int]:
    return {root: int(phoenix) for root, _, phoenix in rows("exports_cameo_classes.tsv")}
