"""Events in PLOVER's JSON (codebook 2.0, chapter 6): one event, one object, one line.

Fields bear the codebook's names, with its spaces as underscores; what is not known is left out.
Fields of our own, which the codebook gives leave to add: ``status``, ``cameo``, ``said_by``,
``confidence``, ``date_bound``, and ``dead``, ``injured``, ``arrested``, the names of its table 6.4.

``date`` is required. It is the day of the act where the page tells it (``date_bound`` "on"), else
the last day that it can have had, mostly that of publication ("not after"), else null. Text of the
page is only for who has the right to it, says the codebook: the words of the event stand in
``event_text``, ``text`` is left out.

Events keep the status that they have. What is planned and cooperative is its announcement (3.1);
what else is planned, or only possible, has its auxiliary mode among the contexts ("future",
"hypothetical"; 2.3); what is denied or called off is left out (2.3). An event needs somebody who
acts, and some types a recipient (:func:`onrecord.exports.countable.has_its_sides`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.exports.actor_codes import country_names, plover_code, plover_country
from onrecord.exports.countable import as_announced, auxiliary_mode, counts, has_its_sides
from onrecord.exports.page_index import PageIndex
from onrecord.lexicon.plover import event_types
from onrecord.record import Actor, Event, Place, Record


class _Fields(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An object of the form; a field that has its default is not written."""


class Entity(_Fields, frozen=True, kw_only=True):
    """Who acts or undergoes (table 6.2)."""

    code: str | None = None
    sector: str | None = None
    entity_text: str | None = None
    identifier_text: str | None = None
    office: str | None = None


class TextInfo(_Fields, frozen=True, kw_only=True, omit_defaults=False):
    """Where the event stands in the page's text, in code points (table 6.3)."""

    start: int
    end: int


class CiteInfo(_Fields, frozen=True, kw_only=True):
    """The page (table 6.5)."""

    citation: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    publication: str | None = None
    coder: str | None = None
    codebook: str | None = None


class Location(_Fields, frozen=True, kw_only=True):
    """Where it was (table 6.6)."""

    extracted_place: str | None = None
    resolved_place: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    city: str | None = None
    district: str | None = None
    province: str | None = None
    country: str | None = None
    country_code: str | None = None
    resolution: int | None = None


class PloverEvent(_Fields, frozen=True, kw_only=True):
    """An event (table 6.1); after ``cite_info`` and ``coder`` follow the fields of our own."""

    id: str
    date: str | None
    actor: list[Entity]
    event: list[str]
    recipient: list[Entity] = []
    event_loc: Location | None = None
    event_text: list[str] = []
    quad_code: int | None = None
    event_scale: float | None = None
    mode: list[str] = []
    context: list[str] = []
    link: str | None = None
    text_info: TextInfo | None = None
    cite_info: CiteInfo | None = None
    coder: str | None = None
    status: str | None = None
    cameo: str | None = None
    said_by: str | None = None
    confidence: float | None = None
    date_bound: str | None = None
    dead: int | float | None = None
    injured: int | float | None = None
    arrested: int | float | None = None


CODEBOOK = "plover-2.0"
_RESOLUTIONS = {"country": 1, "region": 2, "district": 3, "city": 4, "capital": 4}


def lines(records: Iterable[Record], *, coder: str = "onrecord") -> Iterator[str]:
    """The events as lines of JSON, as the records come.

    Args:
        records: what was read.
        coder: who coded: the program and its version.
    """
    for record in records:
        index = PageIndex(record)
        cite_info = _cite_info(record, coder)
        for event in filter(_is_written, as_announced(record)):
            form = _plover_event(event, index, cite_info, coder)
            yield msgspec.json.encode(form).decode("utf-8") + "\n"


def _is_written(event: Event) -> bool:
    if event.type not in event_types() or not has_its_sides(event):
        return False
    return counts(event) or auxiliary_mode(event) is not None


def _plover_event(event: Event, index: PageIndex, cite_info: CiteInfo, coder: str) -> PloverEvent:
    kind, day = event_types()[event.type], index.latest_day(event)
    auxiliary, place = auxiliary_mode(event), index.place_of(event)
    return PloverEvent(
        id=f"{index.record.page.id}_{event.id}",
        date=day,
        actor=[_entity(actor, event, index) for actor in index.named(event.actors)],
        recipient=[_entity(actor, event, index) for actor in index.named(event.recipients)],
        event=[event.type],
        event_loc=_location(place, index) if place else None,
        event_text=[index.words(anchor) for anchor in event.anchors],
        quad_code=kind.quad_number,
        event_scale=kind.score_of(event.mode),
        mode=[event.mode] if event.mode else [],
        context=[*event.contexts, *([auxiliary] if auxiliary else [])],
        link=event.story,
        text_info=TextInfo(start=event.span.start, end=event.span.end),
        cite_info=cite_info,
        coder=coder,
        status=event.status,
        cameo=event.cameo,
        said_by=event.said_by,
        confidence=event.confidence,
        date_bound=("on" if index.day_told(event) else "not after") if day else None,
        dead=_counted(event, "dead"),
        injured=_counted(event, "injured"),
        arrested=_counted(event, "arrested"),
    )


def _entity(actor: Actor, event: Event, index: PageIndex) -> Entity:
    code, words = plover_code(actor, index), index.mention(actor, event)
    return Entity(
        code=code.country,
        sector="".join(code.sectors[:2]) or None,
        entity_text=index.words(words) if words else None,
        identifier_text=actor.name,
        office="; ".join(index.titles(actor)) or None,
    )


def _location(place: Place, index: PageIndex) -> Location:
    country = place.country
    return Location(
        extracted_place=index.words(place.span),
        resolved_place=place.name,
        geonameid=place.geonames_id,
        lat=place.latitude,
        lon=place.longitude,
        city=place.name if place.kind in ("city", "capital") else None,
        district=place.name if place.kind == "district" else None,
        province=place.name if place.kind == "region" else None,
        country=country_names().get(country) if country else None,
        country_code=plover_country(country) if country else None,
        resolution=_RESOLUTIONS.get(place.kind or ""),
    )


def _cite_info(record: Record, coder: str) -> CiteInfo:
    page = record.page
    return CiteInfo(
        citation=None if page.url else page.source,
        url=page.url,
        title=page.title,
        language=page.language,
        publication=page.site,
        coder=coder,
        codebook=CODEBOOK,
    )


def _counted(event: Event, unit: str) -> int | float | None:
    """How many, where the event has exactly one quantity of the unit."""
    found = [quantity.value for quantity in event.quantities if quantity.unit == unit]
    if len(found) != 1:
        return None
    return int(found[0]) if found[0].is_integer() else found[0]
