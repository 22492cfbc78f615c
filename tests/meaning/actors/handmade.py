"""A compact way to write pages with names: ``[PER:Ada Reyl], the envoy, met [LOC:Moscow].``

Each line is a paragraph and a sentence; ``--- `` begins a teaser. References and grammar are given
by words: ``page.read(refers=[("She", "Reyl", 0.9)])``, where the anchor is the last occurrence of
its words before the end of the text, or the one that an index names ("She/0").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.meaning.actors import Actors, find_actors
from onrecord.reading.types import Name, Reading, Reference
from onrecord.record import Actor, ActorCode, Block, Sentence, Span, Story, Token

_MARK = re.compile(r"\[(PER|ORG|LOC|NORP):([^\]]+)\]")
_WORD = re.compile(r"\w+(?:[-.]\w+)*|[’']s\b|[^\w\s]")

COUNTRIES = {
    "russia": "RUS", "russian": "RUS", "ukraine": "UKR", "ukrainian": "UKR", "turkish": "TUR",
    "estonian": "EST", "german": "DEU", "french": "FRA", "chinese": "CHN", "us": "USA",
}  # fmt: skip
SECTORS = {
    "minister": "GOV", "president": "GOV", "chancellor": "GOV", "office": "GOV", "police": "COP",
    "forces": "MIL", "officials": "GOV", "spokesman": "GOV", "spokesperson": "GOV",
}  # fmt: skip


class FewWords:
    """A coder that knows a few words."""

    def code(self, phrase: str, *, context: str = "", date: date | None = None) -> ActorCode:
        """The first country and the first sector that a word of the phrase has."""
        del context, date
        words = [word.lower() for word in _WORD.findall(phrase)]
        country = next((COUNTRIES[word] for word in words if word in COUNTRIES), None)
        sector = next((SECTORS[word] for word in words if word in SECTORS), None)
        return ActorCode(country=country, sectors=(sector,) if sector else ())


@dataclass(frozen=True)
class Resolved:
    """A page with its actors."""

    text: str
    found: Actors

    @property
    def names(self) -> list[str]:
        return [actor.name for actor in self.found.actors]

    def actor(self, name: str) -> Actor:
        (actor,) = (a for a in self.found.actors if a.name == name)
        return actor

    def mentions(self, name: str) -> list[str]:
        return [self.text[start:end] for start, end in self.actor(name).mentions]

    def who(self, words: str, *, speaker: Sequence[str] | None = None) -> list[str]:
        """The names of the actors that the words stand for; "He/1" is the second "He"."""
        ids = None if speaker is None else tuple(self.actor(name).id for name in speaker)
        names = {actor.id: actor.name for actor in self.found.actors}
        return [names[i] for i in self.found.who(span_of(self.text, words), speaker=ids)]

    def roles(self, name: str) -> list[tuple[str, str | None, str]]:
        """Title, of whom, and status."""
        names = {actor.id: actor.name for actor in self.found.actors}
        return [
            (role.title, names[role.of] if role.of else None, role.status)
            for role in self.actor(name).roles
        ]


def span_of(text: str, words: str) -> Span:
    """Where words stand as whole words: the first time, or the time that "/number" says."""
    words, _, number = words.partition("/")
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return Span(*places[int(number or 0)])


def resolved(
    source: str,
    *,
    refers: Sequence[tuple[str, str, float]] = (),
    tagged: str = "",
) -> Resolved:
    """Read the notation; ``tagged`` gives grammar to words, see :func:`_tokens`."""
    text, names, lines, firsts = "", list[Name](), list[Span](), [0]
    for line in source.strip("\n").split("\n"):
        line = line.strip()
        if line.startswith("--- "):
            firsts.append(len(lines))
            line = line.removeprefix("--- ")
        start, position = len(text), 0
        for mark in _MARK.finditer(line):
            text += line[position : mark.start()]
            names.append(Name(Span(len(text), len(text) + len(mark[2])), mark[1]))
            text += mark[2]
            position = mark.end()
        text += line[position:]
        lines.append(Span(start, len(text)))
        text += "\n"
    stories = []
    for number, first in enumerate(firsts):
        last = firsts[number + 1] if number + 1 < len(firsts) else len(lines)
        here = lines[first:last]
        stories.append(
            Story(
                id=f"story{number}",
                kind="teaser" if number else "article",
                span=Span(here[0].start, here[-1].end),
                blocks=tuple(Block(kind="paragraph", span=span) for span in here),
            )
        )
    reading = Reading(
        sentences=tuple(Sentence(span=s, tokens=_tokens(text, s, tagged)) for s in lines),
        names=tuple(names),
        references=tuple(_references(text, refers)),
    )
    return Resolved(text, find_actors("page", text, stories, reading, FewWords()))


def _references(text: str, refers: Sequence[tuple[str, str, float]]) -> list[Reference]:
    chances: dict[Span, list[tuple[Span, float]]] = {}
    for anchor, antecedent, chance in refers:
        at = span_of(text, anchor)
        chances.setdefault(at, []).append((span_of(text, antecedent), chance))
    return [
        Reference(at, tuple(sorted(found, key=lambda f: -f[1])), 1 - sum(c for _, c in found))
        for at, found in sorted(chances.items())
    ]


def _tokens(text: str, sentence: Span, tagged: str) -> tuple[Token, ...]:
    """Tokens with grammar: lines of ``word UPOS head relation``, the head a word or "-".

    Given for one sentence; another one has no tokens.
    """
    rows = [line.split() for line in tagged.strip().splitlines()]
    spans, position = [], sentence.start
    for form, *_ in rows:
        at = text.find(form, position, sentence.end)
        if at < 0:
            return ()
        spans.append(Span(at, at + len(form)))
        position = at + len(form)
    forms = [row[0] for row in rows]
    return tuple(
        Token(
            span=span,
            upos=tag,
            head=None if head == "-" else forms.index(head),
            deprel=relation,
        )
        for span, (_, tag, head, relation) in zip(spans, rows, strict=True)
    )
