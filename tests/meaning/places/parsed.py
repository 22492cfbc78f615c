"""Readings made by hand: a tree in a few lines, names in brackets.

A line is a sentence, a word is ``form/head/relation`` with the head's form ("-" for the root; where
a form stands twice, ``form2`` is its second). ``[form/…`` begins a location, ``form/…]`` ends it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.gazetteer import Gazetteer
from onrecord.meaning.places import Places, find_places
from onrecord.reading.types import Name, Reading
from onrecord.record import Block, Dateline, Place, Sentence, Span, Story, Token

_VERBS = frozenset(("root", "advcl", "ccomp", "conj", "acl", "xcomp"))


@dataclass(frozen=True)
class Parsed:
    """A text with its tree and its locations."""

    text: str
    reading: Reading
    places: Places

    def where(self, anchor: str, *, outside: str | None = None) -> str | None:
        """The words of the place that governs the anchor."""
        hidden = [self._span(outside)] if outside else []
        found = self.places.where(self._span(anchor), hidden)
        by_id = {place.id: place for place in self.places.places}
        return self.words(by_id[found]) if found else None

    def words(self, place: Place) -> str:
        return self.text[place.span.start : place.span.end]

    def _span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))


def parsed(source: str, gazetteer: Gazetteer) -> Parsed:
    """Read the notation; a word whose relation is a clause's is a verb, any other a noun."""
    text, names, sentences = "", [], []
    for line in source.strip().splitlines():
        rows = [word.split("/") for word in line.split()]
        forms = [row[0].strip("[]") for row in rows]
        spans: list[Span] = []
        began = 0
        first = len(text)
        for row, form in zip(rows, forms, strict=True):
            start = len(text)
            text += f"{form} "
            spans.append(Span(start, start + len(form)))
            if row[0].startswith("["):
                began = start
            if row[-1].endswith("]"):
                names.append(Name(Span(began, start + len(form)), "LOC"))
        tokens = tuple(
            Token(
                span=span,
                upos="VERB" if row[2].strip("]") in _VERBS else "NOUN",
                head=None if row[1] == "-" else _index(forms, row[1]),
                deprel=row[2].strip("]"),
            )
            for span, row in zip(spans, rows, strict=True)
        )
        sentences.append(Sentence(span=Span(first, len(text) - 1), tokens=tokens))
    reading = Reading(sentences=tuple(sentences), names=tuple(names))
    return Parsed(text, reading, find_places("page", text, (), reading, gazetteer))


def _index(forms: list[str], head: str) -> int:
    """Where a head stands: "in" the first, "in2" the second."""
    form, number = (head[:-1], int(head[-1])) if head[-1:].isdigit() else (head, 1)
    return [index for index, other in enumerate(forms) if other == form][number - 1]


def named(
    text: str, *names: str, others: tuple[str, ...] = ()
) -> tuple[Reading, tuple[Story, ...]]:
    """A reading with these locations, each where it first stands after the one before, and with
    other words named as an organisation; the whole is one article."""
    found = []
    position = 0
    for name in names:
        start = text.index(name, position)
        position = start + len(name)
        found.append(Name(Span(start, position), "LOC"))
    for name in others:
        start = text.index(name)
        found.append(Name(Span(start, start + len(name)), "ORG"))
    whole = Span(0, len(text))
    story = Story(id="s", kind="article", span=whole, blocks=(Block(kind="paragraph", span=whole),))
    return Reading(names=tuple(sorted(found, key=lambda n: n.span))), (story,)


def with_dateline(story: Story, text: str, words: str) -> Story:
    """The story with a dateline of these words."""
    start = text.index(words)
    return Story(
        id=story.id,
        kind=story.kind,
        span=story.span,
        blocks=story.blocks,
        dateline=Dateline(span=Span(start, start + len(words))),
    )
