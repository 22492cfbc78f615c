"""The list of events as HTML: who did what to whom, when and where, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from onrecord.exports.html_entries import day_element
from onrecord.exports.html_parts import Anchors, actor_links, found_list, original
from onrecord.exports.wording import Wording
from onrecord.record import Event, Record


def events_list(record: Record, wording: Wording, anchors: Anchors) -> str:
    """The list under its heading; nothing where the record has no event."""
    return found_list("Events", anchors.events, list(_items(record, wording, anchors)))


def _items(record: Record, wording: Wording, anchors: Anchors) -> Iterator[str]:
    teasers = {story.id for story in record.stories if story.kind == "teaser"}
    for event in record.events:
        actors = actor_links(event.actors, record, anchors)
        recipients = actor_links(event.recipients, record, anchors)
        parties = f"{actors} → {recipients}" if recipients else actors
        before, words, after = wording.around(event.span)
        circumstances = " · ".join(_circumstances(event, wording, anchors))
        facts = " · ".join(_facts(event, record, anchors, teaser=event.story in teasers))
        yield (
            f'<li><p>{parties} <i class="said">{escape(_type(event))}</i></p>'
            f"<blockquote>{escape(before)}<mark>{escape(words)}</mark>{escape(after)}</blockquote>"
            + (f'<p class="circumstances">{circumstances}</p>' if circumstances else "")
            + f'<p class="facts">{facts}</p></li>'
        )


def _type(event: Event) -> str:
    status = event.status if event.status != "happened" else None
    return " · ".join(filter(None, (event.type, event.mode, status)))


def _circumstances(event: Event, wording: Wording, anchors: Anchors) -> Iterator[str]:
    if event.date:
        yield day_element(event.date, anchors)
    if place := wording.place(event.place):
        yield escape(place)
    if quantities := wording.words(*(quantity.span for quantity in event.quantities)):
        yield escape(quantities)


def _facts(event: Event, record: Record, anchors: Anchors, *, teaser: bool) -> Iterator[str]:
    yield from map(escape, event.contexts)
    if event.cameo:
        yield f"CAMEO {escape(event.cameo)}"
    if number := anchors.number(event.said_by):
        yield f'as <a href="#{anchors.entry(number)}">statement {number}</a> says'
    yield f"confidence {event.confidence:.2f}"
    if teaser:
        yield "in another story"
    if link := original(record, event.span):
        yield link
