"""What happened: events in PLOVER's types, from the words of a page and the statements on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.meaning.events.anchors import find_anchors
from onrecord.meaning.events.build import Circumstances, built
from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.governed import join_governed
from onrecord.meaning.events.lexicon import load_lexicon
from onrecord.meaning.events.merging import merged
from onrecord.meaning.events.sides import Sides, Who
from onrecord.meaning.events.status import load_status_lexicon
from onrecord.meaning.trees import Tree
from onrecord.reading.types import Reading
from onrecord.record import Actor, Event, Span, Statement, Story

__all__ = ["Circumstances", "find_events", "prepare"]


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
) -> tuple[Event, ...]:
    """The events of a page in text order.

    Args:
        page_id: goes into the ids.
        text: the page's text; spans are code points of it.
        stories: where the running text is; an event lies in one of them.
        reading: the model's sentences; without grammar in them there are no events.
        statements: with their speakers. An event told in one is a claim of whoever makes it; the
            cue of one may be an event by itself.
        actors: whoever may act; ``who`` of them any words stand for, ``whose`` things are by a word before them.
        circumstances: the day and the place of any word.
    """
    sides = Sides(who, whose, actors)
    events: list[Event] = []
    for story in stories:
        found: list[Event] = []
        for sentence in reading.sentences:
            if not (story.span.start <= sentence.span.start < story.span.end) or not sentence.tokens:
                continue
            clauses = Clauses(Tree(text, sentence))
            drafts = join_governed(find_anchors(clauses, sides))
            found += built(page_id, text, story, drafts, statements, sides, circumstances)
        events += merged(found, text)
    return tuple(sorted(events, key=lambda event: event.span))


def prepare() -> None:
    """Read the word lists, once; whoever has a second core may do it while the network reads."""
    load_lexicon()
    load_status_lexicon()
