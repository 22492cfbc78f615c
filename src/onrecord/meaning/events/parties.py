"""Who stands on which side of an event, by its rule, the verb that carries it and its status."""

from __future__ import annotations

from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.sides import DEPTH, Sides

_ABOUT_OTHERS = frozenset(("AGREE", "REJECT", "REQUEST", "THREATEN"))
_FOUGHT = ("against", "object", "on")
"""Where those stand who are fought, not those who fight together: "fought the rebels"."""
_TOGETHER = ("with", "between", "among", "of")


def fill_sides(draft: Draft, sides: Sides) -> None:
    """Give an event its actors and recipients, with the heads of their phrases."""
    rule, light = draft.rule, draft.light
    actor_places, recipient_places = _places(draft)
    own = 0 if draft.type == "PROTEST" else DEPTH  # things do not protest for their owners
    heads, actors = sides.found(draft, actor_places, depth=own)
    if rule.reciprocal or (draft.type == "CONSULT" and draft.noun and draft.noun.rule.reciprocal):
        if light is not None and light.undergoes:  # who flees a war does not wage it
            recipient_places = ()
        _fill_together(draft, sides, heads, actors, recipient_places)
        return
    recipient_heads, recipients = sides.found(draft, recipient_places, beside=actors)
    if not recipients and draft.noun is not None:
        recipient_heads, recipients = sides.found(draft.noun, draft.noun.rule.recipients)
    if not recipients:
        recipient_heads, recipients = _of_content(draft, sides, actors)
    draft.actors, draft.actor_heads = actors, heads
    draft.recipients = tuple(r for r in recipients if r not in actors)
    draft.recipient_heads = recipient_heads


def _of_content(
    draft: Draft, sides: Sides, actors: tuple[str, ...]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Toward whom a demand, promise, refusal or threat goes, by what it is about.

    A demand goes to whoever is to act ("demanded that Norra withdraw"); the others to whom the
    inner event is about ("promised to return the ship to Norra").
    """
    clauses = draft.clauses
    if draft.type == "REQUEST":
        for clause in clauses.tree.children(draft.anchor, "ccomp", "xcomp"):
            heads = clauses.surface_subject(clause)
            found = sides.of(clauses, heads)
            if any(actor not in actors for actor in found):
                return heads, found
    inner = draft.governs
    if inner is None or draft.type not in _ABOUT_OTHERS:
        return (), ()
    if draft.type == "REQUEST":
        places = (*inner.rule.actors, "by") if inner.rule.kind == "noun" else inner.rule.actors
    else:
        together = _TOGETHER if inner.rule.reciprocal else ()
        places = (*_places(inner)[1], *together, "from", "owner")
    return sides.found(inner, places, beside=actors)


def _places(draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where actor and recipient may stand."""
    rule, light = draft.rule, draft.light
    actors, recipients = rule.actors, rule.recipients
    if rule.kind == "noun" and light is not None:
        if light.undergoes:
            return (*light.actors, *actors, "by", "from"), ("subject",)
        if draft.host is None and not light.tells_that_it_was and not light.apart:
            actors = (*actors, "subject") if light.phase else ("subject", *actors)
        return actors, (*recipients, *light.recipients)
    if rule.undergone:
        return tuple(p for p in actors if p != "possessor"), ("of", "possessor", *recipients)
    if rule.undergoes:
        return ("by", "from"), ("subject",)
    if draft.noun is not None:
        recipients += tuple(p for p in draft.noun.rule.recipients if p not in recipients)
    if (
        rule.kind == "verb" and rule.objects and rule.type not in ("REQUEST", "RETREAT")
    ):  # "rejected Norra's offer", "an offer from Norra"
        recipients = (*recipients, "owner")
    return actors or ("subject",), recipients


def _fill_together(
    draft: Draft,
    sides: Sides,
    heads: tuple[int, ...],
    actors: tuple[str, ...],
    places: tuple[str, ...],
) -> None:
    """Where all sides are actors; but who is fought, and who hosts a meeting, is its recipient."""
    others: list[str] = []
    other_heads: list[int] = []
    if draft.type == "ASSAULT":
        against, ids = sides.found(draft, _FOUGHT, beside=actors)
        if ids and (actors or draft.rule.kind == "noun"):
            allied = draft.clauses.oblique(draft.anchor, "against")  # "fought with them against"
            along = sides.at(draft, ("with",)) if allied else ()
            draft.actors, draft.actor_heads = tuple(dict.fromkeys((*actors, *along))), heads
            draft.recipients = tuple(i for i in ids if i not in actors)
            draft.recipient_heads = against
            return
    for place in dict.fromkeys((*_TOGETHER, *places)):
        here, ids = sides.found(draft, (place,))
        others += ids
        other_heads += here
    if not actors and draft.rule.kind == "noun" and others and draft.carrier is None:
        heads, actors = _attending(draft, sides)
    draft.actors = tuple(dict.fromkeys((*actors, *others)))
    draft.actor_heads, draft.recipient_heads = heads, tuple(other_heads)
    if draft.host is not None:
        hosts = sides.at(draft.host, ("subject",))
        draft.recipients = tuple(h for h in hosts if h not in draft.actors)
        draft.mode = draft.mode or ("third-party" if draft.recipients else None)


def _attending(draft: Draft, sides: Sides) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Who does something at or after a meeting with others: "said after a meeting with Brandt"."""
    clauses = draft.clauses
    verb = clauses.tree.head(draft.anchor)
    if verb is None or not clauses.is_verb(verb) or not clauses.oblique(draft.anchor, "with"):
        return (), ()
    heads = clauses.surface_subject(verb)
    return heads, sides.of(clauses, heads)
