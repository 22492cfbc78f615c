"""How sure an event is, as the relation network sees what one side does to the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import msgspec

from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.sides import phrase
from onrecord.reading.types import Chances, Pair, Pieces
from onrecord.record import Event

Relate: TypeAlias = Callable[[Sequence[Pair]], Sequence[Chances]]
"""The chances of what the source of each pair does to its target."""

_UNKNOWN = 0.5
_LEAST = 0.1
"""Of 120 events judged by hand, those below were wrong as often as right."""


def weighed(
    found: Sequence[tuple[Event, Draft | None, Pieces | None]], relate: Relate
) -> list[Event]:
    """The events with their confidences, from a half to 1, without those that only a word tells.

    What the network sees next to no chance for is another sense of the word: "they showed no
    remorse", "stopped in its tracks".

    Each is asked about with the marks on its own words alone, or the chief event of a sentence
    would have all the chances. What has no draft has its confidence already.
    """
    asked = [
        (place, _pair(draft, pieces), draft.told)
        for place, (_, draft, pieces) in enumerate(found)
        if draft is not None and pieces is not None
    ]
    chances = relate([pair for _, pair, _ in asked]) if asked else ()
    seen = {place: chance.of(kind) for (place, _, kind), chance in zip(asked, chances, strict=True)}
    kept = []
    for place, (event, draft, _) in enumerate(found):
        if draft is None:
            kept.append(event)
            continue
        chance = seen.get(place, _LEAST)
        if chance >= _LEAST:
            confidence = round(_UNKNOWN + (1 - _UNKNOWN) * chance, 3)
            kept.append(msgspec.structs.replace(event, confidence=confidence))
    return kept


def _pair(draft: Draft, pieces: Pieces) -> Pair:
    clauses = draft.clauses
    return Pair(
        pieces,
        [phrase(clauses, head) for head in draft.actor_heads],
        [phrase(clauses, head) for head in draft.recipient_heads],
        [(clauses.tokens[word].span, draft.told) for word in draft.words],
    )
