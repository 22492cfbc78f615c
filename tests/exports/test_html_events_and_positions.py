"""The sections of events and positions on the web page."""

from __future__ import annotations

from html import escape

from msgspec.structs import replace

from onrecord.exports import html
from onrecord.record import Record, Span, When
from tests.compare.negotiation import ACTORS, Done, Said, Told, page
from tests.exports.test_html import Reading

HOSTILE = "</li><script>alert(1)</script><img src=x onerror=alert(2)>\"'$title ${x}"


def record() -> Record:
    found = page(
        Told("minister", "deny", "that anyone was hurt"),
        Said(
            "norway",
            "demands",
            "quotas",
            "a share & no less",
            "2024-05-10",
            toward="iceland",
            condition="if paid",
            reported_by="union",
            speaker="minister",
        ),
        Done(
            "iceland", "ASSAULT", "boats rammed", "norway", status="denied", said_by=0, mode="sea"
        ),
        Done("iceland", "CONSULT", "a meeting"),
    )
    first, second = found.events
    day = When(value="2024-05-16", bound="not after")
    events = (replace(first, date=day, cameo="194", contexts=("maritime",)), second)
    url = "https://news.example/talks"
    return replace(found, events=events, page=replace(found.page, url=url))


def page_of(found: Record) -> str:
    return "".join(html.pages([found]))


def section(text: str, heading: str) -> str:
    start = text.index(f'<aside class="found" aria-labelledby="p1-{heading}">')
    return text[start : text.index("</aside>", start)]


def test_a_position_has_party_stance_issue_words_and_evidence() -> None:
    shown = section(page_of(record()), "positions")
    for part in (
        '<a class="who" href="#p1-a1">Norway</a> <i class="said">demands</i>',
        ' toward <a class="who" href="#p1-a2">Iceland</a> · quotas',
        "<blockquote>a share &amp; no less</blockquote>",
        "condition: if paid",
        '<time datetime="2024-05-10">',
        'as <a class="who" href="#p1-a3">the Herring Union</a> reports',
        '<a href="#p1-s2">statement 2</a>',
        "#:~:text=",
    ):
        assert part in shown


def test_an_event_has_sides_type_words_and_who_says_it() -> None:
    shown = section(page_of(record()), "events")
    for part in (
        '<a class="who" href="#p1-a2">Iceland</a> → <a class="who" href="#p1-a1">Norway</a>',
        '<i class="said">ASSAULT · sea · denied</i>',
        "<mark>boats rammed</mark>",
        "</time> or earlier",
        'as <a href="#p1-s1">statement 1</a> says',
        "CAMEO 194",
    ):
        assert part in shown
    assert shown.count("<li>") == 2


def test_links_lead_somewhere_and_every_heading_is_linked_to() -> None:
    reading = Reading(page_of(record()))
    inner = {link.removeprefix("#") for link in reading.links if link.startswith("#")}
    assert inner <= set(reading.ids)
    assert {"p1-events", "p1-positions", "p1-actors"} <= inner


def test_without_them_there_is_no_section() -> None:
    assert 'class="found"' not in page_of(page())


def test_hostile_words_are_only_words() -> None:
    hostile = page(
        Told("minister", "deny", HOSTILE),
        Said("norway", "demands", HOSTILE, HOSTILE, condition=HOSTILE, reported_by="union"),
        Done("iceland", HOSTILE, HOSTILE, "norway", mode=HOSTILE, said_by=0),
        actors=tuple(replace(actor, name=HOSTILE, country=HOSTILE) for actor in ACTORS),
    )
    event = replace(
        hostile.events[0],
        cameo=HOSTILE,
        contexts=(HOSTILE,),
        date=When(value=HOSTILE, bound="on"),
    )
    text = page_of(replace(hostile, events=(event,)))
    assert Reading(text).tags.isdisjoint({"script", "img"})
    assert section(text, "events").count(escape(HOSTILE)) >= 6
    assert section(text, "positions").count(escape(HOSTILE)) >= 5


def test_an_actor_that_the_record_does_not_hold_is_left_out() -> None:
    found = record()
    event = replace(found.events[0], actors=("nobody",), recipients=(), span=Span(0, 4))
    assert "nobody" not in page_of(replace(found, events=(event,)))
