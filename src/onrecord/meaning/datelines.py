"""Datelines with the place and the day that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.record import Place, Span, Story, Time


def with_datelines(
    stories: Iterable[Story], times: Sequence[Time], places: Sequence[Place]
) -> tuple[Story, ...]:
    """The stories, the dateline of each pointing at the first place and day within it."""
    return tuple(_with_dateline(story, times, places) for story in stories)


def _with_dateline(story: Story, times: Sequence[Time], places: Sequence[Place]) -> Story:
    if story.dateline is None:
        return story
    dateline = msgspec.structs.replace(
        story.dateline,
        place=_first_within(story.dateline.span, places),
        date=_first_within(story.dateline.span, times),
    )
    return msgspec.structs.replace(story, dateline=dateline)


def _first_within(span: Span, items: Sequence[Time] | Sequence[Place]) -> str | None:
    inside = (i.id for i in items if span.start <= i.span.start and i.span.end <= span.end)
    return next(inside, None)
