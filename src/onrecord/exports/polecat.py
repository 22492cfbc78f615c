"""Events in the 40 columns of POLECAT's files.

Tab-separated, a header line, one row an event with all who take part on either side, as PLOVER has
it; "None" where nothing is known, lists joined by semicolons. What is not computed is None: numbers
of the Correlates of War, of Wikipedia, names of the divisions around a place. An event whose day is
not told has the last day that it can have had, mostly that of publication, as in POLECAT; no column
tells which.

As PLOVER says, an event needs somebody who acts, and some types a recipient. What is denied, called
off or only possible is left out, what is announced is coded as its announcement
(:mod:`onrecord.exports.countable`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.exports.actor_codes import country_names, plover_code, plover_country
from onrecord.exports.cells import Cell, line
from onrecord.exports.countable import countable, has_its_sides
from onrecord.exports.page_index import PageIndex, within
from onrecord.lexicon.plover import event_types
from onrecord.record import Actor, ActorKind, Event, Place, Record, Span

NOTHING = "None"
"""What POLECAT writes where there is no value."""


def _side_columns(side: str) -> tuple[str, ...]:
    return (
        f"{side} Name",
        f"{side} Country",
        f"{side} COW",
        f"Primary {side} Sector",
        f"{side} Sectors",
        f"{side} Title",
        f"{side} Name Raw",
        f"Wikipedia {side} ID",
    )


COLUMNS: tuple[str, ...] = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    *_side_columns("Actor"),
    *_side_columns("Recipient"),
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)

_CITIES = ("city", "capital")
_FEATURES = {"capital": "PPLC", "region": "ADM1"}
"""Kinds of places that stand for one feature code of GeoNames."""


def lines(
    records: Iterable[Record], *, header: bool = True, coder: str = "onrecord"
) -> Iterator[str]:
    """The table, line by line as the records come.

    Args:
        records: what was read.
        header: whether to begin with the names of the columns.
        coder: what stands in the column Version: the program and its version.
    """
    if header:
        yield line(COLUMNS)
    for record in records:
        index = PageIndex(record)
        stories: dict[str, list[Cell]] = {}
        for event in filter(has_its_sides, countable(record)):
            if event.type not in event_types():
                continue
            if event.story not in stories:
                stories[event.story] = _story_cells(event.story, index)
            cells = _row(event, index, stories[event.story], coder)
            yield line(cells, nothing=NOTHING)


def _row(event: Event, index: PageIndex, story: list[Cell], coder: str) -> list[Cell]:
    kind, page = event_types()[event.type], index.record.page
    return [
        f"{page.id}_{event.id}",
        index.latest_day(event),
        event.type,
        event.mode,
        kind.score_of(event.mode),
        kind.quad.upper(),
        _joined(event.contexts),
        *_side_cells(event.actors, event, index),
        *_side_cells(event.recipients, event, index),
        *_place_cells(index.place_of(event), index),
        page.site,
        index.published,
        *story,
        page.language,
        coder,
    ]


def _side_cells(ids: Sequence[str], event: Event, index: PageIndex) -> list[Cell]:
    """Actors or recipients: each cell has all of them, in their order."""
    actors = index.named(ids)
    codes = [plover_code(actor, index) for actor in actors]
    sectors = list(dict.fromkeys(sector for code in codes for sector in code.sectors))
    raw = [index.mention(actor, event) for actor in actors]
    return [
        _joined(actor.name for actor in actors),
        _joined(dict.fromkeys(code.country for code in codes if code.country)),
        None,
        sectors[0] if sectors else None,
        _joined(sectors),
        _joined(title for actor in actors for title in index.titles(actor)),
        _joined(index.words(span) for span in raw if span),
        None,
    ]


def _place_cells(place: Place | None, index: PageIndex) -> list[Cell]:
    if place is None:
        return [None] * 10
    is_country = place.kind == "country" and place.name in country_names().values()
    return [
        place.name,
        place.name if place.kind in _CITIES else None,
        place.name if place.kind == "district" else None,
        place.name if place.kind == "region" else None,
        plover_country(place.country) if place.country else None,
        place.latitude,
        place.longitude,
        place.geonames_id,
        index.words(place.span),
        "PCLI" if is_country else _FEATURES.get(place.kind or ""),
    ]


def _story_cells(story_id: str, index: PageIndex) -> list[Cell]:
    """Who and what the story names: people, organisations, places."""
    story = index.stories.get(story_id)
    if story is None:
        return [None, None, None]
    places = (p.name for p in index.record.places if within(p.span, story.span))
    return [
        _joined(_names(index, story.span, "person")),
        _joined(_names(index, story.span, "organisation", "group")),
        _joined(dict.fromkeys(places)),
    ]


def _names(index: PageIndex, span: Span, *kinds: ActorKind) -> Iterator[str]:
    return (a.name for a in index.record.actors if a.kind in kinds and _is_in(a, span))


def _is_in(actor: Actor, span: Span) -> bool:
    return any(within(mention, span) for mention in actor.mentions)


def _joined(entries: Iterable[str]) -> str | None:
    """Entries in one cell; what would part an entry in two is a comma within it."""
    return "; ".join(entry.replace(";", ",") for entry in entries) or None
