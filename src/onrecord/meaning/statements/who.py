"""Statements with their actors: who speaks, to whom, and with whom on what occasion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from onrecord.meaning.statements.cue_lexicon import read_toml, split_words
from onrecord.reading.types import Reading
from onrecord.record import Occasion, Span, Speaker, Statement, Token

Who = Callable[[Span], tuple[str, ...]]
"""Whom the words of a span stand for: the ids of actors, none where not known."""

_OBJECTS = ("obj", "iobj")
_PREPOSITIONS = frozenset(("to", "with", "for"))
_NAMING = frozenset(("PROPN", "NOUN", "PRON"))
_PHRASE = _NAMING | frozenset(("DET", "ADJ", "NUM"))
_INNER = frozenset(
    (
        "det",
        "amod",
        "compound",
        "flat",
        "nmod:poss",
        "case",
        "nummod",
        "appos",
        "conj",
        "cc",
        "nmod",
    )
)


def with_actors(
    text: str, statements: Sequence[Statement], reading: Reading, who: Who
) -> tuple[Statement, ...]:
    """The statements with speakers, addressees and the other side of their occasions filled in.

    ``text`` is the page's. An addressee is what a verb of telling has as its object ("told X",
    "asked X") or what "to" brings in ("said to X"); where tokens have no grammar, the name right
    after the verb. Ids do not change.
    """
    grammar = _Grammar(text, reading)
    return tuple(_with_actors(statement, grammar, who) for statement in statements)


def _with_actors(statement: Statement, grammar: _Grammar, who: Who) -> Statement:
    speaker = statement.speaker
    actors = who(speaker.span) if speaker.span is not None else ()
    addressees = tuple(
        dict.fromkeys(
            actor
            for span in grammar.hearers(statement)
            for actor in who(span)
            if actor not in actors
        )
    )
    return msgspec.structs.replace(
        statement,
        speaker=Speaker(span=speaker.span, actors=actors),
        addressees=addressees,
        occasion=_with_other_side(statement.occasion, grammar, who, actors),
    )


def _with_other_side(
    occasion: Occasion | None, grammar: _Grammar, who: Who, actors: Sequence[str]
) -> Occasion | None:
    """The occasion with the one actor besides the speaker that its words name."""
    if occasion is None or occasion.span is None:
        return occasion
    for span in grammar.partners(occasion.span):
        others = [actor for actor in who(span) if actor not in actors]
        if others:
            return msgspec.structs.replace(occasion, with_=others[0])
    return occasion


@dataclass(frozen=True, slots=True)
class _Hearing:
    """Verbs whose object hears ("tell"), and those whose "to" brings in the hearer ("say")."""

    objects: frozenset[str]
    preposition: frozenset[str]


@cache
def _hearing() -> _Hearing:
    table = read_toml("actors_hearers.toml")
    return _Hearing(
        frozenset(split_words(table["objects"])), frozenset(split_words(table["preposition"]))
    )


class _Grammar:
    """The tokens of a page by place."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text = text
        self._tokens: list[Token] = []
        self._heads: list[int] = []
        for sentence in reading.sentences:
            base = len(self._tokens)
            size = len(sentence.tokens)
            for token in sentence.tokens:
                inside = token.head is not None and 0 <= token.head < size
                self._heads.append(base + token.head if inside and token.head is not None else -1)
                self._tokens.append(token)
        self._starts = [token.span.start for token in self._tokens]
        self._children: dict[int, list[int]] = {}
        for index, head in enumerate(self._heads):
            self._children.setdefault(head, []).append(index)

    def hearers(self, statement: Statement) -> list[Span]:
        """The phrases that name who was told or asked."""
        found: list[Span] = []
        for cue in statement.cue:
            for index in self._within(cue):
                found += self._hearers_of(index, statement)
        return found

    def _hearers_of(self, verb: int, statement: Statement) -> list[Span]:
        word = self._word(verb)
        hearing = _hearing()
        direct = word in hearing.objects
        if not direct and word not in hearing.preposition:
            return []
        found: list[Span] = []
        for child in self._children.get(verb, ()):
            token = self._tokens[child]
            if token.upos not in _NAMING or self._is_said(token.span, statement):
                continue
            told = direct and token.deprel in _OBJECTS and child > verb
            if told or (self._relation(child) == "obl" and self._preposition(child) == "to"):
                found.append(self._phrase(child))
        following = self._following(verb, statement) if direct and not found else None
        return [following] if following is not None else found

    def _following(self, verb: int, statement: Statement) -> Span | None:
        """The noun phrase right after a verb, whatever the grammar says of it."""
        last = None
        for index in range(verb + 1, min(verb + 8, len(self._tokens))):
            token = self._tokens[index]
            if token.upos not in _PHRASE or self._is_said(token.span, statement):
                break
            last = index if token.upos in _NAMING else last
        if last is None:
            return None
        return Span(self._starts[verb + 1], self._tokens[last].span.end)

    def partners(self, occasion: Span) -> list[Span]:
        """The phrases after "with" or "to" in the words of an occasion, and objects in it."""
        found: list[Span] = []
        for index in self._within(occasion):
            token = self._tokens[index]
            if token.upos not in _NAMING:
                continue
            governed = self._preposition(index) in _PREPOSITIONS
            if governed or token.deprel in _OBJECTS:
                found.append(self._phrase(index))
        return found or [self._without_preposition(occasion)]

    def _without_preposition(self, span: Span) -> Span:
        here = self._within(span)
        if len(here) > 1 and self._tokens[here[0]].upos == "ADP":
            return Span(self._starts[here[1]], span.end)
        return span

    def _within(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def _word(self, index: int) -> str:
        start, end = self._tokens[index].span
        return self._text[start:end].lower()

    def _relation(self, index: int) -> str:
        return (self._tokens[index].deprel or "").partition(":")[0]

    def _preposition(self, index: int) -> str | None:
        """The preposition that governs a noun."""
        for child in self._children.get(index, ()):
            if self._tokens[child].deprel == "case" and child < index:
                return self._word(child)
        return None

    def _phrase(self, head: int) -> Span:
        """The words of a noun's phrase, without its preposition and without clauses in it."""
        first = last = head
        stack = [head]
        while stack:
            at = stack.pop()
            for child in self._children.get(at, ()):
                relation = self._tokens[child].deprel or ""
                if relation not in _INNER or (at == head and relation == "case" and child < head):
                    continue
                first, last = min(first, child), max(last, child)
                stack.append(child)
        return Span(self._tokens[first].span.start, self._tokens[last].span.end)

    def _is_said(self, span: Span, statement: Statement) -> bool:
        index = bisect_right(statement.content, span) - 1
        return any(
            s.start <= span.start < s.end for s in statement.content[max(0, index) : index + 2]
        )
