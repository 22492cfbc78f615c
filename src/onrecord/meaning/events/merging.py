"""One event told several times on a page is one event with several anchors."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.record import Event, Span, When

_HELD_BACK = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))
"""Acts of speech: the same party may well do them twice on a page, about different things."""


def merged(events: Sequence[Event], text: str) -> list[Event]:
    """The events of a story, each once, in text order.

    Two are the same if they are of one type, of statuses that do not exclude each other, on days
    that do not, if the sides of one are among those of the other and the anchors are one word; two
    meetings if their sides are the same. Sides, day, place and quantities are joined; the one told
    first gives the id.
    """
    found: list[Event] = []
    for event in events:
        place = next((i for i, known in enumerate(found) if _same(known, event, text)), None)
        if place is None:
            found.append(event)
        else:
            found[place] = _joined(found[place], event)
    return found


def _same(known: Event, event: Event, text: str) -> bool:
    if known.type != event.type or not _modes_agree(known, event):
        return False
    if {known.status, event.status} - {"happened", "ongoing"} and known.status != event.status:
        return False
    if not _days_agree(known.date, event.date):
        return False
    one_word = any(_is_one_word(text, a, b) for a in known.anchors for b in event.anchors)
    if event.type in _HELD_BACK:
        return False
    sides, others = _sides(known), _sides(event)
    if known.type == "CONSULT":  # a meeting is its sides
        return sides == others and len(sides) > 1
    if {*known.actors, *event.actors} & {*known.recipients, *event.recipients}:
        return False  # who did it in one underwent it in the other
    if not (_compatible(known.actors, event.actors)):
        return False
    if not (_compatible(known.recipients, event.recipients)):
        return False
    return one_word and bool(sides & others)


def _modes_agree(known: Event, event: Event) -> bool:
    return known.mode is None or event.mode is None or known.mode == event.mode


def _compatible(known: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one is among the other; nobody is among anybody."""
    return set(known) <= set(others) or set(others) <= set(known)


def _sides(event: Event) -> frozenset[str]:
    return frozenset((*event.actors, *event.recipients))


def _is_one_word(text: str, one: Span, other: Span) -> bool:
    """Whether two anchors are forms of one word, by their beginnings: "shelled", "shelling"."""
    words = text[one.start : one.end].lower(), text[other.start : other.end].lower()
    length = max(4, min(map(len, words)) - 3)
    return words[0][:length] == words[1][:length]


def _days_agree(known: When | None, other: When | None) -> bool:
    """Whether two days may be one; what is only known to be no later may be any day before."""
    if known is None or other is None:
        return True
    if known.bound == other.bound == "on":
        return known.value == other.value
    if known.bound == "on":
        return known.value <= other.value
    if other.bound == "on":
        return other.value <= known.value
    return True


def _joined(known: Event, event: Event) -> Event:
    date = known.date
    actors = tuple(dict.fromkeys((*known.actors, *event.actors)))
    recipients = dict.fromkeys((*known.recipients, *event.recipients))
    if event.date is not None and (date is None or (date.bound != "on" and event.date.time)):
        date = event.date
    return msgspec.structs.replace(
        known,
        anchors=tuple(sorted({*known.anchors, *event.anchors})),
        mode=known.mode or event.mode,
        cameo=known.cameo if known.mode or not event.mode else event.cameo,
        contexts=tuple(dict.fromkeys((*known.contexts, *event.contexts))),
        actors=actors,
        recipients=tuple(r for r in recipients if r not in actors),
        date=date,
        place=known.place or event.place,
        quantities=tuple(dict.fromkeys((*known.quantities, *event.quantities))),
        said_by=known.said_by if event.said_by else None,
        confidence=max(known.confidence, event.confidence),
    )
