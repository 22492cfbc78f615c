"""Pages for the tests of times: a text as one story, and trees written by hand.

A tree has a word a line: form, part of speech, head (from 1; 0 is the root), relation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.meaning.times import Times, find_times
from onrecord.reading.types import Name, Reading
from onrecord.record import Block, Dateline, Sentence, Span, Story, StoryKind, Token

PUBLISHED = date(2022, 3, 11)  # a Friday


@dataclass(frozen=True)
class Found:
    """A text with its times."""

    text: str
    times: Times

    def values(self) -> list[tuple[str, str, str | None]]:
        """The words, type and value of each time."""
        return [(self.words(t.span), t.type, t.value) for t in self.times.times]

    def value(self) -> str | None:
        (only,) = self.times.times
        return only.value

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def day(self, anchor: str, outside: Sequence[str] = ()) -> tuple[str, str] | None:
        """The day of the word ``anchor`` and whether it is that day or a bound."""
        found = self.times.when(
            span_of(self.text, anchor), outside=[span_of(self.text, part) for part in outside]
        )
        return (found.value, found.bound) if found else None


def found(
    text: str,
    *,
    published: date | None = PUBLISHED,
    dateline: str | None = None,
    kind: StoryKind = "article",
    reading: Reading | None = None,
) -> Found:
    """The times of a text; each of its lines is a block."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block(kind="paragraph", span=Span(start, start + len(line))))
        start += len(line) + 1
    story = Story(
        id="story",
        kind=kind,
        span=Span(0, len(text)),
        dateline=Dateline(span=span_of(text, dateline)) if dateline else None,
        blocks=tuple(blocks),
    )
    times = find_times("page", text, (story,), reading or Reading(), published=published)
    return Found(text, times)


def parsed(text: str, tree: str, *, names: Sequence[tuple[str, str]] = ()) -> Found:
    """The times of one sentence with its tree; ``names`` are words and their labels."""
    tokens = []
    at = 0
    for line in tree.strip().split("\n"):
        form, upos, head, relation = line.split()
        start = text.index(form, at)
        at = start + len(form)
        tokens.append(
            Token(
                span=Span(start, at),
                upos=upos,
                head=int(head) - 1 if head != "0" else None,
                deprel=relation,
            )
        )
    sentence = Sentence(span=Span(0, len(text)), tokens=tuple(tokens))
    reading = Reading(
        (sentence,), names=tuple(Name(span_of(text, words), label) for words, label in names)
    )
    return found(text, reading=reading)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
