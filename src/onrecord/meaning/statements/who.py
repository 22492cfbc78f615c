"""Statements with their actors: who speaks, to whom, and with whom on what occasion."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Protocol

import msgspec

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.trees import Tree, Trees
from onrecord.reading.types import Reading
from onrecord.record import Occasion, Span, Speaker, Statement

Speakers = tuple[str, ...] | None


class Who(Protocol):
    """Whom the words of a span stand for: the ids of actors, none where not known."""

    def __call__(self, span: Span, *, speaker: Speakers = None) -> tuple[str, ...]:
        """``speaker`` are the ids of whoever says the words, for "I"; None: the page itself."""


_OBJECTS = ("obj", "iobj")
_PREPOSITIONS = frozenset(("to", "with", "for"))
_NAMING = frozenset(("PROPN", "NOUN", "PRON"))
_PHRASE = _NAMING | frozenset(("DET", "ADJ", "NUM"))


def with_actors(
    text: str, statements: Sequence[Statement], reading: Reading, who: Who
) -> tuple[Statement, ...]:
    """The statements with speakers, addressees and the other side of their occasions filled in.

    ``text`` is the page's. An addressee is what a verb of telling has as its object ("told X",
    "asked X") or what "to" brings in ("said to X"); where tokens have no grammar, the name right
    after the verb. "I" in a statement inside a direct one is whoever makes that. Ids do not change.
    """
    trees = Trees(text, reading.sentences)
    by_id = {statement.id: statement for statement in statements}
    return tuple(_with_actors(statement, by_id, trees, who) for statement in statements)


def _says(statement: Statement, by_id: Mapping[str, Statement], who: Who) -> tuple[str, ...]:
    """Who makes a statement."""
    span = statement.speaker.span
    return () if span is None else who(span, speaker=_voice(statement, by_id, who))


def _voice(statement: Statement, by_id: Mapping[str, Statement], who: Who) -> Speakers:
    """Who says the words that report a statement: a speaker who is quoted, or the page itself."""
    outer = by_id.get(statement.inside) if statement.inside else None
    return _says(outer, by_id, who) if outer is not None and outer.kind == "direct" else None


def _with_actors(
    statement: Statement, by_id: Mapping[str, Statement], trees: Trees, who: Who
) -> Statement:
    actors = _says(statement, by_id, who)
    who = partial(who, speaker=_voice(statement, by_id, who))
    addressees = tuple(
        dict.fromkeys(
            actor
            for span in _hearers(trees, statement)
            for actor in who(span)
            if actor not in actors
        )
    )
    return msgspec.structs.replace(
        statement,
        speaker=Speaker(span=statement.speaker.span, actors=actors),
        addressees=addressees,
        occasion=_with_other_side(statement.occasion, trees, who, actors),
    )


def _with_other_side(
    occasion: Occasion | None, trees: Trees, who: Who, actors: Sequence[str]
) -> Occasion | None:
    """The occasion with the one actor besides the speaker that its words name."""
    if occasion is None or occasion.span is None:
        return occasion
    tree = trees.at(occasion.span.start)
    for span in _partners(tree, occasion.span) if tree else (occasion.span,):
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
    return _Hearing(frozenset(listed(table["objects"])), frozenset(listed(table["preposition"])))


def _hearers(trees: Trees, statement: Statement) -> list[Span]:
    """The phrases that name who was told or asked."""
    found: list[Span] = []
    for cue in statement.cue:
        tree = trees.at(cue.start)
        if tree is not None:
            for index in tree.within(cue):
                found += _hearers_of(tree, index, statement)
    return found


def _hearers_of(tree: Tree, verb: int, statement: Statement) -> list[Span]:
    word = tree.words[verb]
    hearing = _hearing()
    direct = word in hearing.objects
    if not direct and word not in hearing.preposition:
        return []
    found: list[Span] = []
    for child in tree.children(verb):
        token = tree.tokens[child]
        if token.upos not in _NAMING or _is_said(token.span, statement):
            continue
        told = direct and token.deprel in _OBJECTS and child > verb
        if told or (tree.relation(child) == "obl" and "to" in tree.prepositions(child)):
            found.append(tree.phrase(child))
    following = _following(tree, verb, statement) if direct and not found else None
    return [following] if following is not None else found


def _following(tree: Tree, verb: int, statement: Statement) -> Span | None:
    """The noun phrase right after a verb, whatever the tree says of it."""
    last = None
    for index in range(verb + 1, min(verb + 8, len(tree.tokens))):
        token = tree.tokens[index]
        if token.upos not in _PHRASE or _is_said(token.span, statement):
            break
        last = index if token.upos in _NAMING else last
    if last is None:
        return None
    return Span(tree.tokens[verb + 1].span.start, tree.tokens[last].span.end)


def _partners(tree: Tree, occasion: Span) -> list[Span]:
    """The phrases after "with" or "to" in the words of an occasion, and objects in it."""
    found: list[Span] = []
    for index in tree.within(occasion):
        token = tree.tokens[index]
        if token.upos not in _NAMING:
            continue
        governed = tree.prepositions(index) & _PREPOSITIONS
        if governed or token.deprel in _OBJECTS:
            found.append(tree.phrase(index))
    return found or [_without_preposition(tree, occasion)]


def _without_preposition(tree: Tree, span: Span) -> Span:
    here = tree.within(span)
    if len(here) > 1 and tree.tokens[here[0]].upos == "ADP":
        return Span(tree.tokens[here[1]].span.start, span.end)
    return span


def _is_said(span: Span, statement: Statement) -> bool:
    index = bisect_right(statement.content, span) - 1
    return any(s.start <= span.start < s.end for s in statement.content[max(0, index) : index + 2])
