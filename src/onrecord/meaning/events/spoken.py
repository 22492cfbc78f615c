"""Acts of speech that no event word tells: "Norra must leave the valley", the minister said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.sides import Sides
from onrecord.record import Span, Statement

_ACTS = {"refuse": "REJECT", "threaten": "THREATEN"}
"""The acts of statements that are events by themselves, and their PLOVER types.

A demand is one only where the statement says what another must do, or an event word tells it.
"""
_DUTY = frozenset(("must", "should", "ought"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """An act that a statement is, the word that it rests on, and to whom it goes."""

    statement: Statement
    type: str
    anchor: Span
    recipients: tuple[str, ...]


def spoken_acts(
    clauses: Clauses,
    statements: Sequence[Statement],
    told: Sequence[tuple[str, Span]],
    sides: Sides,
) -> Iterator[Spoken]:
    """The acts of the statements whose cue stands in a sentence.

    ``told`` are the types and anchors of the events that words of the sentence tell already.
    """
    sentence = clauses.tree.span
    for statement in statements:
        speakers = statement.speaker.actors
        if not statement.cue or statement.status != "said":
            continue
        if not any(map(sides.is_public, sides.actors(speakers))):
            continue
        anchor = statement.cue[-1]
        if not sentence.start <= anchor.start < sentence.end:
            continue
        duty, bound = _duty(clauses, statement, sides)
        kind = "REQUEST" if duty else _ACTS.get(statement.act)
        within = [(t, a) for t, a in told if _holds(statement.span, a)]
        if kind is None or any(t == kind or a == anchor for t, a in within):
            continue
        recipients = bound if duty else _public(statement.addressees, sides)
        yield Spoken(statement, kind, anchor, tuple(r for r in recipients if r not in speakers))


def _public(ids: Sequence[str], sides: Sides) -> tuple[str, ...]:
    """Those of public life: reporters are told of a threat, and not threatened."""
    return tuple(actor.id for actor in sides.actors(ids) if sides.is_public(actor))


def _duty(clauses: Clauses, statement: Statement, sides: Sides) -> tuple[bool, tuple[str, ...]]:
    """Whether a statement says above all what others must do, and who they are."""
    tree = clauses.tree
    for span in statement.content:
        top = tree.top(span)
        if top is None or not tree.has_child(top, _DUTY, "aux"):
            continue
        bound = sides.of(clauses, clauses.surface_subject(top), depth=0)
        others = tuple(a for a in _public(bound, sides) if a not in statement.speaker.actors)
        if others:
            return True, others
    return False, ()


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
