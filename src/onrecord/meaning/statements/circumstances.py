"""When and where a statement was made, by the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from onrecord.record import Span, Statement, When


class FindDay(Protocol):
    """The day that governs the word at ``anchor``, without what the spans ``outside`` hold."""

    def __call__(self, anchor: Span, *, outside: Sequence[Span]) -> When | None:
        """The day, or None."""


class FindPlace(Protocol):
    """The id of the place of the word at ``anchor``, likewise."""

    def __call__(self, anchor: Span, *, outside: Sequence[Span]) -> str | None:
        """The id of the place, or None."""


def with_circumstances(
    statements: Iterable[Statement], *, when: FindDay, where: FindPlace
) -> tuple[Statement, ...]:
    """The statements with the day and the place that their cue, or else their speaker, is given.

    What is said in the content is about the content and tells neither.
    """
    found = []
    for statement in statements:
        anchor = statement.cue[-1] if statement.cue else statement.speaker.span
        if anchor is None:
            anchor = statement.span
        found.append(
            msgspec.structs.replace(
                statement,
                said_on=when(anchor, outside=statement.content),
                place=where(anchor, outside=statement.content),
            )
        )
    return tuple(found)
