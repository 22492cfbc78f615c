"""Events as rows for a spreadsheet or a data frame: names and words in place of ids and spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.record import Event, Record

COLUMNS = (
    "id",
    "page",
    "published",
    "in",
    "type",
    "mode",
    "contexts",
    "cameo",
    "status",
    "date",
    "date_bound",
    "actors",
    "actor_countries",
    "actor_sectors",
    "recipients",
    "recipient_countries",
    "recipient_sectors",
    "place",
    "place_country",
    "latitude",
    "longitude",
    "quantities",
    "said_by",
    "words",
    "anchors",
    "start",
    "end",
    "confidence",
)
"""``in`` is "article" or "teaser"; ``said_by`` the names of who tells it, where a statement does;
``start`` and ``end`` are code points of the page's text."""


def event_rows(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """A row for each event; lists stay lists, and what is not known is None or empty."""
    for record in records:
        for event in record.events:
            yield _row(event, record)


def _row(event: Event, record: Record) -> dict[str, Any]:
    text, page = record.page.text, record.page
    story = next((each for each in record.stories if each.id == event.story), None)
    place = next((each for each in record.places if each.id == event.place), None)
    statement = next((each for each in record.statements if each.id == event.said_by), None)
    return {
        "id": event.id,
        "page": page.source,
        "published": page.published.value if page.published else None,
        "in": story.kind if story else None,
        "type": event.type,
        "mode": event.mode,
        "contexts": event.contexts,
        "cameo": event.cameo,
        "status": event.status,
        "date": event.date.value if event.date else None,
        "date_bound": event.date.bound if event.date else None,
        **_actors("actor", event.actors, record),
        **_actors("recipient", event.recipients, record),
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "quantities": [text[each.span.start : each.span.end] for each in event.quantities],
        "said_by": _names(statement.speaker.actors if statement else (), record),
        "words": text[event.span.start : event.span.end],
        "anchors": [text[start:end] for start, end in event.anchors],
        "start": event.span.start,
        "end": event.span.end,
        "confidence": event.confidence,
    }


def _actors(role: str, identities: tuple[str, ...], record: Record) -> dict[str, list[str]]:
    found = [actor for actor in record.actors if actor.id in identities]
    return {
        f"{role}s": _names(identities, record),
        f"{role}_countries": list(dict.fromkeys(each.country for each in found if each.country)),
        f"{role}_sectors": list(dict.fromkeys(code for each in found for code in each.sectors)),
    }


def _names(identities: tuple[str, ...], record: Record) -> list[str]:
    names = {actor.id: actor.name for actor in record.actors}
    return [" ".join(names[each].split()) for each in identities if each in names]
