"""The list of positions as HTML: which party, with which stance, on which issue, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from onrecord.exports.html_entries import day_element
from onrecord.exports.html_parts import Anchors, actor_links, found_list, original
from onrecord.exports.wording import Wording
from onrecord.record import Position, Record


def positions_list(record: Record, wording: Wording, anchors: Anchors) -> str:
    """The list under its heading; nothing where the record has no position."""
    return found_list("Positions", anchors.positions, list(_items(record, wording, anchors)))


def _items(record: Record, wording: Wording, anchors: Anchors) -> Iterator[str]:
    for position in record.positions:
        party = actor_links((position.party,), record, anchors)
        toward = actor_links((position.toward,), record, anchors)
        toward = f" toward {toward}" if toward else ""
        facts = " · ".join(_facts(position, record, anchors))
        condition = wording.words(position.condition)
        yield (
            f'<li><p>{party} <i class="said">{escape(position.stance)}</i>'
            f'<span class="standing">{toward} · {escape(position.issue.label)}</span></p>'
            f"<blockquote>{escape(wording.words(position.text))}</blockquote>"
            + (f'<p class="circumstances">condition: {escape(condition)}</p>' if condition else "")
            + f'<p class="facts">{facts}</p></li>'
        )


def _facts(position: Position, record: Record, anchors: Anchors) -> Iterator[str]:
    if position.held_on:
        yield day_element(position.held_on, anchors)
    if reporter := actor_links((position.reported_by,), record, anchors):
        yield f"as {reporter} reports"
    for identity in position.evidence:
        if number := anchors.number(identity):
            yield f'<a href="#{anchors.entry(number)}">statement {number}</a>'
    yield f"confidence {position.confidence:.2f}"
    if link := original(record, position.text):
        yield link
