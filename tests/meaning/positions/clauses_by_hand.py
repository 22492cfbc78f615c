"""Sentences parsed by hand, and the positions that the room reads in them; no model is needed.

A word is ``form/UPOS/relation/head``: part of speech and relation are Universal Dependencies', the
head is the governor's number in the sentence, from 1; the root's is 0. ``'s`` and punctuation
stand without a space before them.

Norra and Zemira are two states at odds, Varga and Reyl their ministers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from onrecord.meaning.positions import find_positions, shipped_issues
from onrecord.reading.types import Reading
from onrecord.record import (
    Actor,
    Block,
    Event,
    Position,
    Sentence,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Story,
    Token,
    When,
)

ACTORS = (
    Actor(id="norra", name="Norra", kind="country", country="NOR"),
    Actor(id="zemira", name="Zemira", kind="country", country="SWE"),
    Actor(id="varga", name="Ana Varga", kind="person", country="NOR", sectors=("GOV",)),
    Actor(id="reyl", name="Ada Reyl", kind="person", country="SWE", sectors=("GOV",)),
    Actor(id="lind", name="Eva Lind", kind="person", sectors=("CVL",)),
    Actor(id="analyst", name="an analyst", kind="person", sectors=("EDU",)),
)
WHO = {
    "norra": "norra",
    "its": "norra",
    "it": "norra",
    "zemira": "zemira",
    "varga": "varga",
    "reyl": "reyl",
    "lind": "lind",
    "analyst": "analyst",
    "norra's forces": "norra",
}
"""The phrases that mean an actor, in lower case."""


@dataclass(frozen=True)
class Parsed:
    """A text, its sentences, and who is quoted."""

    text: str
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()

    def said_by(self, speaker: str, content: str, *, kind: StatementKind = "indirect") -> Parsed:
        """The same with a statement: the words ``content`` are the speaker's."""
        statement = Statement(
            id=f"said-{len(self.statements)}",
            story="story",
            span=self.span(content),
            speaker=Speaker(actors=(speaker,)),
            content=(self.span(content),),
            kind=kind,
            said_on=When(value="2024-05-03", bound="on"),
        )
        return replace(self, statements=(*self.statements, statement))

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def positions(self) -> tuple[Position, ...]:
        whole = Span(0, len(self.text))
        story = Story(
            id="story", kind="article", span=whole, blocks=(Block(kind="paragraph", span=whole),)
        )
        return find_positions(
            "page",
            self.text,
            (story,),
            Reading(sentences=self.sentences),
            self.statements,
            self.events,
            actors=[self._mentioned(actor) for actor in ACTORS],
            who=self._who,
            when=_no_day,
            issues=shipped_issues(),
        )

    def held(self) -> list[tuple[str, str, str]]:
        """Party, stance and words of each position."""
        return [(p.party, p.stance, self.words(p.text) or "") for p in self.positions()]

    def only(self) -> Position:
        (position,) = self.positions()
        return position

    def words(self, span: Span | None) -> str | None:
        return None if span is None else self.text[span.start : span.end]

    def _mentioned(self, actor: Actor) -> Actor:
        """The actor with the places where the text has the last word of the name."""
        name = actor.name.split()[-1]
        mentions = tuple(Span(*m.span()) for m in re.finditer(rf"\b{name}\b", self.text))
        return msgspec.structs.replace(actor, mentions=mentions)

    def _who(self, span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        del speaker
        found = WHO.get(self.text[span.start : span.end].lower())
        return (found,) if found else ()


def _no_day(anchor: Span, *, outside: Sequence[Span]) -> When | None:
    del anchor, outside
    return None


def parsed(*sentences: str) -> Parsed:
    """Read the notation."""
    text = ""
    made: list[Sentence] = []
    for source in sentences:
        text += " " if text else ""
        start = len(text)
        tokens: list[Token] = []
        for word in source.split():
            form, upos, relation, head = word.rsplit("/", 3)
            if tokens and upos != "PUNCT" and form not in ("'s", "n't"):
                text += " "
            governor = int(head) - 1
            tokens.append(
                Token(
                    span=Span(len(text), len(text) + len(form)),
                    upos=upos,
                    head=governor if governor >= 0 else None,
                    deprel=relation,
                )
            )
            text += form
        made.append(Sentence(span=Span(start, len(text)), tokens=tuple(tokens)))
    return Parsed(text, tuple(made))
