"""A record of events made by hand, with one of each kind that foreign forms treat apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.record import (
    Actor,
    Block,
    Event,
    EventStatus,
    Page,
    Place,
    Published,
    Quantity,
    Record,
    Role,
    Span,
    Story,
    When,
)

TEXT = (
    "Mackerel talks open\n"
    "BERGEN, May 16 — Norwegian Foreign Minister Ilse Brandvold met the Icelandic envoy, Tomas "
    "Reyl, in Bergen on Thursday.\n"
    "Norway accuses Iceland of overfishing. The EU will host both sides next week.\n"
    "Iceland denied having seized a trawler of Norway's. Oslo may send a frigate.\n"
    "Last month 14 sailors were hurt when gunmen fired on a Norwegian trawler. "
    "The Red Cross brought relief. Reyl visited Norway twice in 2023."
)
"""Names of countries and bodies are real, the people and what they do are invented."""


def span(words: str) -> Span:
    """Where the words first stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def actor(key: str, name: str, kind: Any, words: str, **known: Any) -> Actor:
    return Actor(id=f"ac-{key}", name=name, kind=kind, mentions=(span(words),), **known)


def event(key: str, type_: str, words: str, anchor: str, **known: Any) -> Event:
    """An event by the words it is told in and its anchor; actors by the keys of theirs."""
    for side in ("actors", "recipients"):
        known[side] = tuple(f"ac-{each}" for each in known.get(side, "").split())
    where = span(words)
    start = TEXT.index(anchor, where.start)
    anchors = (Span(start, start + len(anchor)),)
    return Event(id=f"ev-{key}", story="story-1", span=where, type=type_, anchors=anchors, **known)


NOT_AFTER = When(value="2024-05-17", bound="not after")

MET = event(
    "met",
    "CONSULT",
    TEXT.split("\n")[1].removeprefix("BERGEN, May 16 — "),
    "met",
    mode="visit",
    contexts=("diplomatic",),
    cameo="042",
    actors="reyl",
    recipients="brandvold",
    date=When(value="2024-05-16", bound="on", time="ti-1"),
    place="pl-bergen",
    confidence=0.875,
)
ACCUSES = event(
    "accuses",
    "ACCUSE",
    "Norway accuses Iceland of overfishing",
    "accuses",
    mode="allege",
    cameo="112",
    actors="norway",
    recipients="iceland",
    date=NOT_AFTER,
    said_by="st-1",
)
HOST = event(
    "host",
    "CONSULT",
    "The EU will host both sides next week",
    "host",
    cameo="046",
    status="planned",
    actors="eu norway iceland",
    date=When(value="2024-05-24", bound="not after"),
)
SEIZED = event(
    "seized",
    "COERCE",
    "seized a trawler of Norway's",
    "seized",
    mode="seize",
    cameo="171",
    status="denied",
    actors="iceland",
    recipients="norway",
)
SEND = event(
    "send",
    "MOBILIZE",
    "Oslo may send a frigate",
    "send",
    mode="weapons",
    cameo="154",
    status="hypothetical",
    actors="norway",
)
FIRED = event(
    "fired",
    "ASSAULT",
    "gunmen fired on a Norwegian trawler",
    "fired on",
    mode="firearms",
    cameo="193",
    recipients="norway",
    date=When(value="2024-04-30", bound="not after", time="ti-2"),
    quantities=(Quantity(span=span("14"), value=14.0, unit="injured"),),
)
RELIEF = event(
    "relief",
    "AID",
    "The Red Cross brought relief",
    "relief",
    cameo="073",
    actors="cross",
    date=NOT_AFTER,
)
EVENTS = (MET, ACCUSES, HOST, SEIZED, SEND, FIRED, RELIEF)

ACTORS = (
    actor(
        "brandvold",
        "Ilse Brandvold",
        "person",
        "Ilse Brandvold",
        country="NOR",
        sectors=("GOV",),
        roles=(
            Role(title="Foreign Minister", of="ac-norway", span=span("Foreign Minister")),
            Role(title="mayor", status="former", span=span("Norwegian")),
        ),
    ),
    actor("reyl", "Tomas Reyl", "person", "Tomas Reyl", country="ISL", sectors=("GOV",)),
    actor("norway", "Norway", "country", "Norway", country="NOR"),
    actor("iceland", "Iceland", "country", "Iceland", country="ISL"),
    actor("eu", "European Union", "organisation", "EU", sectors=("IGO",)),
    actor("cross", "Red Cross", "organisation", "The Red Cross", sectors=("MED", "NGO")),
)


def record(*events: Event, actors: tuple[Actor, ...] = ACTORS, **of_page: Any) -> Record:
    """The page with these events, or with all of them."""
    lines = TEXT.split("\n")
    blocks = tuple(
        Block(kind="paragraph" if at else "heading", span=span(each))
        for at, each in enumerate(lines)
    )
    page: dict[str, Any] = {
        "id": "page",
        "source": "talks.html",
        "sha256": "0" * 64,
        "media_type": "text/html",
        "language": "en",
        "title": "Mackerel talks open",
        "site": "Havn Post",
        "url": "https://news.example/talks",
        "published": Published(value="2024-05-17", source="metadata"),
        "text": TEXT,
    }
    return Record(
        page=Page(**page | of_page),
        stories=(Story(id="story-1", kind="article", span=Span(0, len(TEXT)), blocks=blocks),),
        actors=actors,
        places=(
            Place(
                id="pl-bergen",
                span=span("Bergen on Thursday")._replace(end=span("Bergen on").end - 3),
                name="Bergen",
                kind="city",
                country="NOR",
                latitude=60.39,
                longitude=5.32,
                geonames_id=3161732,
            ),
        ),
        events=events or EVENTS,
    )


def with_status(status: EventStatus, **known: Any) -> Event:
    """An event of one actor and one recipient that has this status."""
    known = {"cameo": "112", "actors": "norway", "recipients": "iceland", **known}
    type_ = known.pop("type", "ACCUSE")
    return event(status, type_, "Norway accuses Iceland", "accuses", status=status, **known)


def published_columns(name: str) -> list[list[str]]:
    """The cells of a published list of columns, kept in ``columns/``."""
    text = (Path(__file__).parent / "columns" / f"{name}.tsv").read_text("utf-8")
    return [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]


def cells(line: str) -> list[str]:
    """The cells of a line, which ends with its only line break."""
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    return line[:-1].split("\t")
