"""What the ids of a record stand for, and the words of its page, for whoever writes it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.record import Actor, Event, Place, Record, Role, Span, Story

_DAY = len("YYYY-MM-DD")
_DONE = ("happened", "ongoing")


@dataclass(frozen=True)
class PageIndex:
    """A record with its actors, places and stories by id."""

    record: Record

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def places(self) -> dict[str, Place]:
        """The places by id."""
        return {place.id: place for place in self.record.places}

    @cached_property
    def stories(self) -> dict[str, Story]:
        """The stories by id."""
        return {story.id: story for story in self.record.stories}

    @property
    def published(self) -> str | None:
        """The day of publication, YYYY-MM-DD."""
        published = self.record.page.published
        return published.value if published else None

    def words(self, span: Span) -> str:
        """The words of the page at ``span``."""
        return self.record.page.text[span.start : span.end]

    def named(self, ids: Iterable[str]) -> list[Actor]:
        """The actors with these ids, without those that the record lacks."""
        return [self.actors[each] for each in ids if each in self.actors]

    def place_of(self, event: Event) -> Place | None:
        """Where the event was, if known."""
        return self.places.get(event.place) if event.place else None

    def mention(self, actor: Actor, event: Event) -> Span | None:
        """The words for an actor: those within the event, else where the page first names it."""
        inside = (m for m in actor.mentions if within(m, event.span))
        return next(inside, actor.mentions[0] if actor.mentions else None)

    def titles(self, actor: Actor) -> list[str]:
        """The offices that the actor holds, as written."""
        return [role.title for role in held(actor)]

    def date_told(self, event: Event) -> str | None:
        """The date of an event that the page tells: YYYY-MM-DD, YYYY-MM or YYYY.

        What has happened has no date after the page was published; such a date is that of what the
        event is about, as the day of a meeting that has been agreed on.
        """
        when, published = event.date, self.published
        if when is None or when.bound != "on":
            return None
        is_to_come = published is not None and when.value > published
        return None if is_to_come and event.status in _DONE else when.value

    def day_told(self, event: Event) -> str | None:
        """The day of an event (YYYY-MM-DD), where the page tells that very day."""
        told = self.date_told(event)
        return told if told and len(told) == _DAY else None

    def latest_day(self, event: Event) -> str | None:
        """The day of an event, or the last day that it can have had (YYYY-MM-DD).

        The latter where the page does not tell the very day: what the record has as its bound,
        else the day of publication.
        """
        told = self.day_told(event)
        bound = event.date.value if event.date and event.date.bound == "not after" else None
        if told is not None or bound is None or len(bound) != _DAY:
            return told or self.published
        is_later = self.published is not None and bound > self.published
        return self.published if is_later and event.status in _DONE else bound


def held(actor: Actor) -> list[Role]:
    """The roles that the actor has, without those that it had."""
    return [role for role in actor.roles if role.status != "former"]


def within(inner: Span, outer: Span) -> bool:
    """Whether one span lies in the other."""
    return outer.start <= inner.start and inner.end <= outer.end
