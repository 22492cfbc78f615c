"""Every item re-read against its source before anyone sees it.

A span that does not hold never leaves: an item whose words are not on the page, lie outside its
story or refer to something that is not in the record is dropped and logged.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

import msgspec

from onrecord.record import Actor, Event, Position, Record, Span, Statement, Story

log = logging.getLogger(__name__)

Item = TypeVar("Item", bound=msgspec.Struct)


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def verify(record: Record) -> Record:
    """The record with only the items that hold; the same object when all of them do."""
    current = record
    while len(_items(checked := _without_broken(current))) < len(_items(current)):
        current = checked  # what referred to a dropped item has now to go too
    return current


def _without_broken(record: Record) -> Record:
    known = frozenset(item.id for item in _items(record))
    spans_of_stories = {story.id: story.span for story in record.stories}

    def holding(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(_holding(items, record, known, spans_of_stories))

    return msgspec.structs.replace(
        record,
        stories=holding(record.stories),
        actors=holding(record.actors),
        times=holding(record.times),
        places=holding(record.places),
        statements=holding(record.statements),
        events=holding(record.events),
        positions=holding(record.positions),
    )


def _holding(
    items: Iterable[Item], record: Record, known: frozenset[str], stories: dict[str, Span]
) -> Iterator[Item]:
    seen: set[str] = set()
    for item in items:
        problem = _problem(item, len(record.page.text), known, stories)
        identity = getattr(item, "id", "")
        if identity in seen:
            problem = "its id is taken"
        seen.add(identity)
        if problem is None:
            yield item
        else:
            log.warning(
                "dropped an item that does not hold",
                extra={"page": record.page.id, "item": identity, "problem": problem},
            )


def _problem(
    item: msgspec.Struct, length: int, known: frozenset[str], stories: dict[str, Span]
) -> str | None:
    """What is wrong with an item, or None."""
    spans = list(_spans(item))
    if any(not 0 <= start < end <= length for start, end in spans):
        return "a span is empty or lies outside the page"
    frame = stories.get(item.story) if isinstance(item, Statement | Event) else None
    if isinstance(item, Statement | Event) and frame is None:
        return "its story is not in the record"
    if isinstance(item, Story | Statement | Event):
        frame = frame or item.span
        if any(start < frame.start or end > frame.end for start, end in spans):
            return "a span lies outside its story"
    if any(reference not in known for reference in _references(item)):
        return "it refers to something that is not in the record"
    if isinstance(item, Statement):
        return _problem_of_statement(item)
    return None


def _problem_of_statement(statement: Statement) -> str | None:
    parts = [*statement.cue, *statement.content]
    if statement.speaker.span is not None:
        parts.append(statement.speaker.span)
    if not statement.content:
        return "it has no content"
    if statement.span != (min(part[0] for part in parts), max(part[1] for part in parts)):
        return "its span is not from its first word to its last"
    if statement.inside == statement.id:
        return "it is inside itself"
    if not 0.0 <= statement.confidence <= 1.0:
        return "its confidence is not in [0, 1]"
    return None


def _spans(value: object) -> Iterator[Span]:
    """Every span in an item, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for element in value:
            yield from _spans(element)
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _spans(getattr(value, field))


def _items(record: Record) -> list[_Identified]:
    groups: tuple[tuple[_Identified, ...], ...] = (
        record.stories,
        record.actors,
        record.times,
        record.places,
        record.statements,
        record.events,
        record.positions,
    )
    return [item for items in groups for item in items]


def _references(item: msgspec.Struct) -> Iterator[str]:
    """The ids that an item refers to, its story aside."""
    match item:
        case Story(dateline=dateline) if dateline is not None:
            yield from filter(None, (dateline.place, dateline.date))
        case Actor(roles=roles):
            yield from (role.of for role in roles if role.of)
        case Statement():
            yield from (*item.speaker.actors, *item.addressees)
            yield from filter(None, (item.inside, item.place))
            yield from filter(None, (item.said_on and item.said_on.time,))
            yield from filter(None, (item.occasion and item.occasion.with_,))
        case Event():
            yield from (*item.actors, *item.recipients)
            yield from filter(None, (item.place, item.said_by, item.date and item.date.time))
        case Position():
            yield from (item.party, *item.evidence)
            yield from filter(None, (item.toward, item.reported_by))
            yield from filter(None, (item.held_on and item.held_on.time,))
        case _:
            return
