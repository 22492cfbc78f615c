"""Who stands on which side of an event: the actors in the places that its rule names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.draft import Draft
from onrecord.record import Actor, Span

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_OWNERS = ("of", "by", "from")
_HYPHENS = frozenset("-‐‑–")
_DEPTH = 2


class Who(Protocol):
    """Whom the words of a span stand for: the ids of actors, none where not known."""

    def __call__(self, span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """``speaker`` are the ids of whoever says the words, for "I"."""


class Sides:
    """Asks who stands in a place of a clause; of a thing there, whose it is."""

    def __init__(
        self, who: Who, whose: Callable[[Span], tuple[str, ...]], actors: Iterable[Actor]
    ) -> None:
        self._who = who
        self._whose = whose
        self._actors = {actor.id: actor for actor in actors}

    def actors(self, ids: Iterable[str]) -> list[Actor]:
        """The actors of some ids."""
        return [self._actors[i] for i in ids if i in self._actors]

    def who(self, clauses: Clauses, head: int, depth: int = _DEPTH) -> tuple[str, ...]:
        """The actors that a noun means, else those whose it is: "Moscow's offer", "rebel bases"."""
        tree = clauses.tree
        if clauses.words[head] in _RELATIVE:
            above = tree.head(head)
            noun = tree.head(above) if above is not None else None
            return self.who(clauses, noun, depth) if noun is not None and depth else ()
        found = self._who(_phrase(clauses, head))
        if found or depth == 0:
            return found
        if tree.relation(head) in ("amod", "compound", "nmod"):  # "Ukrainian cities"
            return self._whose(tree.tokens[head].span)
        for owner in _owners(clauses, head):
            found = self.who(clauses, owner, depth - 1)
            if found:
                return found
        return ()

    def at(
        self, draft: Draft, places: Sequence[str], *, actors_only: bool = False
    ) -> tuple[str, ...]:
        """The actors in the first of the places where there are any."""
        for place in places:
            found = self.of(draft.clauses, heads_at(draft, place), depth=0 if actors_only else _DEPTH)
            if found:
                return found
        return ()

    def of(self, clauses: Clauses, heads: Iterable[int], depth: int = _DEPTH) -> tuple[str, ...]:
        """The actors that the phrases of some heads mean, those joined to them by "and" too."""
        found: list[str] = []
        for head in heads:
            for noun in clauses.head_nouns(head):
                found += self.who(clauses, noun, depth)
        return tuple(dict.fromkeys(found))

    def both(self, draft: Draft) -> bool:
        """Whether someone stands on either side."""
        recipients = self.at(draft, (*draft.rule.recipients, "object"), actors_only=True)
        actors = self.at(draft, draft.rule.actors)
        return bool(actors) and (bool(recipients) or len(actors) > 1)


def heads_at(draft: Draft, place: str) -> tuple[int, ...]:
    """The heads of the phrases in a place: "subject", "possessor", a preposition and so on."""
    clauses, anchor = draft.clauses, draft.anchor
    verb = anchor if draft.rule.kind != "noun" else draft.carrier
    match place:
        case "subject":
            return clauses.subject(verb) if verb is not None else ()
        case "object":
            if draft.rule.kind == "noun":
                return ()
            return draft.object or clauses.object(anchor)
        case "indirect object":
            return clauses.indirect_object(verb) if verb is not None else ()
        case "possessor":
            return tuple(clauses.tree.below(anchor, ("nmod:poss",)))
        case "adjective":
            return tuple(clauses.tree.children(anchor, "amod"))
        case "compound":
            return tuple(clauses.tree.children(anchor, "compound"))
        case "that":
            return ()
        case _:
            return _by_preposition(draft, place, verb)


def _by_preposition(draft: Draft, place: str, verb: int | None) -> tuple[int, ...]:
    """Phrases with a preposition, at the event word, its object or the verb that carries it."""
    clauses = draft.clauses
    preposition = place.rsplit(" ", maxsplit=1)[-1]
    holders = [draft.anchor]
    if draft.rule.kind != "noun":
        holders += list(draft.object or clauses.surface_object(draft.anchor))
    elif verb is not None and preposition not in ("of", "by"):
        holders.append(verb)
        holders += clauses.tree.below(draft.anchor, ("acl",))  # "a meeting held with"
    holders += [w for w in draft.words if w != draft.anchor]
    for holder in holders:
        found = clauses.oblique(holder, preposition)
        if preposition == "by" and holder == verb and not clauses.is_passive(holder):
            found = ()
        if found:
            return found
    return ()


def _phrase(clauses: Clauses, head: int) -> Span:
    """The words of a noun with what stands before it, without those joined to it and behind it."""
    tree = clauses.tree
    first = last = head
    for child in tree.children(head, "compound", "amod", "flat", "det", "nmod", "nummod", "appos"):
        relation = tree.tokens[child].deprel
        if relation in ("nmod", "appos") and (relation == "appos" or child > head):
            if relation == "appos" and child < head:
                first = min(first, child)
            continue
        span = tree.within(tree.phrase(child))
        first, last = min(first, span.start), max(last, span.stop - 1)
    return Span(tree.tokens[first].span.start, tree.tokens[last].span.end)


def _owners(clauses: Clauses, head: int) -> Iterable[int]:
    tree, last = clauses.tree, len(clauses.words) - 1
    yield from tree.below(head, ("nmod:poss",))
    for child in tree.children(head, "amod", "compound"):
        if child == last or clauses.words[child + 1] not in _HYPHENS:  # "a rebel-held town"
            yield child
    for preposition in _OWNERS:
        yield from clauses.oblique(head, preposition)
