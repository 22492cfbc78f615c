"""What happened: events in PLOVER's types, from the words of a page and the statements on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.meaning.events.anchors import find_anchors
from onrecord.meaning.events.build import Circumstances, built
from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.governed import join_governed, without_doubles
from onrecord.meaning.events.lexicon import load_lexicon
from onrecord.meaning.events.merging import merged
from onrecord.meaning.events.parties import fill_sides
from onrecord.meaning.events.sides import Sides, Who, phrase
from onrecord.meaning.events.sport import is_about_sport
from onrecord.meaning.events.status_words import load_status_lexicon
from onrecord.meaning.events.weighing import Relate, weighed
from onrecord.meaning.trees import Tree
from onrecord.reading.types import Pieces, Reading
from onrecord.record import Actor, Event, Sentence, Span, Statement, Story

__all__ = ["Circumstances", "EventWord", "Relate", "event_words", "find_events", "prepare"]


@dataclass(frozen=True, slots=True)
class EventWord:
    """An event word with its PLOVER type, and the words of those on either side."""

    type: str
    spans: tuple[Span, ...]
    source: tuple[Span, ...]
    target: tuple[Span, ...]


def event_words(
    text: str,
    sentence: Sentence,
    *,
    actors: Sequence[Actor],
    who: Who,
    whose: Callable[[Span], tuple[str, ...]],
) -> list[EventWord]:
    """The event words of a sentence; the arguments are those of :func:`find_events`."""
    sides = Sides(who, whose, actors)
    found = []
    for draft in join_governed(find_anchors(Clauses(Tree(text, sentence)), sides)):
        fill_sides(draft, sides)
        tokens = draft.clauses.tokens
        found.append(
            EventWord(
                type=draft.type,
                spans=tuple(tokens[word].span for word in draft.words),
                source=tuple(phrase(draft.clauses, head) for head in draft.actor_heads),
                target=tuple(phrase(draft.clauses, head) for head in draft.recipient_heads),
            )
        )
    return found


def find_events(
    page_id: str,
    text: str,
    stories: Sequence[Story],
    reading: Reading,
    statements: Sequence[Statement],
    *,
    actors: Sequence[Actor],
    who: Who,
    whose: Callable[[Span], tuple[str, ...]],
    circumstances: Circumstances,
    relate: Relate,
) -> tuple[Event, ...]:
    """The events of a page in text order; none in a story about sport.

    Args:
        page_id: goes into the ids.
        text: the page's text; spans are code points of it.
        stories: where the running text is; an event lies in one of them.
        reading: the model's sentences; without grammar in them there are no events.
        statements: with their speakers. An event told in one is a claim of whoever makes it; the
            cue of one may be an event by itself.
        actors: whoever may act.
        who: which of them any words stand for.
        whose: whose a thing is by a word before it.
        circumstances: the day and the place of any word.
        relate: the chances of what one side of an event does to the other.
    """
    sides = Sides(who, whose, actors)
    told = [
        _told(text, reading, place, sides)
        for place, sentence in enumerate(reading.sentences)
        if sentence.tokens
    ]
    events: list[Event] = []
    for story in stories:
        if is_about_sport(text[story.span.start : story.span.end]):
            continue
        found = [
            (event, draft, here.pieces)
            for here in told
            if story.span.start <= here.clauses.tree.span.start < story.span.end
            for event, draft in built(
                page_id, text, story, here.clauses, here.drafts, statements, sides, circumstances
            )
        ]
        events += merged(weighed(found, relate), text)
    return tuple(sorted(events, key=lambda event: event.span))


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with its event words and its pieces."""

    clauses: Clauses
    drafts: list[Draft]
    pieces: Pieces | None


def _told(text: str, reading: Reading, place: int, sides: Sides) -> _Told:
    clauses = Clauses(Tree(text, reading.sentences[place]))
    drafts = without_doubles(join_governed(find_anchors(clauses, sides)))
    for draft in drafts:
        fill_sides(draft, sides)
    return _Told(clauses, drafts, reading.pieces[place] if reading.pieces else None)


def prepare() -> None:
    """Read the word lists, once; whoever has a second core may do it while the network reads."""
    load_lexicon()
    load_status_lexicon()
