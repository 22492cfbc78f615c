"""Who stands on which side of an event: the actors in the places that its rule names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Protocol

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.draft import Draft
from onrecord.record import Actor, Span

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_RELATIVE_OWNER = "whose"
_OWNERS = ("of", "by", "from")
_HYPHENS = frozenset("-‐‑–")
_KIN = frozenset(
    """wife widow husband spouse partner family relative child son daughter father mother parent
    brother sister cousin friend ally rival foe enemy adversary opponent critic victim""".split()
)
"""Who fires on the wives of fighters does not fire on fighters."""
DEPTH = 2
"""How far up a thing is asked whose it is."""


@cache
def _public_sectors() -> frozenset[str]:
    return frozenset(listed(read_toml("event_words.toml")["public_sectors"]))


@cache
def _private_sectors() -> frozenset[str]:
    return frozenset(listed(read_toml("event_words.toml")["private_sectors"]))


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

    @staticmethod
    def is_public(actor: Actor) -> bool:
        """Whether someone is of public life: a state, its forces, officials, parties, rebels.

        Of a person or business of whom no more than the country is known that cannot be said.
        """
        if actor.kind == "country" or _public_sectors() & set(actor.sectors):
            return True
        return actor.country is not None and actor.kind != "person" and not Sides.is_private(actor)

    @staticmethod
    def is_private(actor: Actor) -> bool:
        """Whether someone is a business, a medium, an entertainer or the like."""
        return bool(_private_sectors() & set(actor.sectors))

    def who(self, clauses: Clauses, head: int, depth: int = DEPTH) -> tuple[str, ...]:
        """The actors that a noun means, else those whose it is: "Moscow's offer", "rebel bases"."""
        tree = clauses.tree
        if clauses.words[head] in _RELATIVE:
            noun = self._antecedent(clauses, head)
            return self.who(clauses, noun, depth) if noun is not None and depth else ()
        if clauses.words[head] == _RELATIVE_OWNER:
            noun = _owner_of_relative(clauses, head)
            return self.who(clauses, noun, depth - 1) if noun is not None and depth else ()
        several = self._several(clauses, head)
        if several:
            return several
        found = self._who(phrase(clauses, head))
        if found or depth == 0 or clauses.lemma(head) in _KIN:
            return found
        if tree.relation(head) in ("amod", "compound", "nmod"):  # "Norran" of "Norran cities"
            found = self._whose(tree.tokens[head].span)
            if found or tree.relation(head) != "nmod":
                return found
        if _is_a_people(clauses, head):
            return ()
        for owner in _owners(clauses, head):
            found = self.who(clauses, owner, depth - 1)
            if found:
                return found
        return ()

    def _antecedent(self, clauses: Clauses, relative: int) -> int | None:
        """What a relative pronoun stands for; "which" for no person but for what is nearest."""
        tree = clauses.tree
        above = tree.head(relative)
        noun = tree.head(above) if above is not None else None
        if noun is None or clauses.words[relative] != "which":
            return noun
        nearest = relative - 1 - (clauses.words[relative - 1] == ",")
        if noun < nearest and clauses.upos(nearest) in ("NOUN", "PROPN"):
            kinds = {actor.kind for actor in self.actors(self._who(phrase(clauses, noun)))}
            return nearest if kinds & {"person", "group"} else noun
        return noun

    def _several(self, clauses: Clauses, head: int) -> tuple[str, ...]:
        """The countries of "Norran and Zemiran officials", where a noun has two or more."""
        tree = clauses.tree
        before = [c for c in tree.children(head, "amod", "compound") if c < head]
        before += [j for c in before for j in tree.children(c, "conj") if j < head]
        named = [c for c in before if tree.tokens[c].name != "O" or clauses.upos(c) == "ADJ"]
        if len(named) < 2 or not any(clauses.words[c] == "and" for c in range(min(named), head)):
            return ()
        found = dict.fromkeys(i for c in sorted(named) for i in self._whose(tree.tokens[c].span))
        countries = [actor.id for actor in self.actors(found) if actor.country is not None]
        return tuple(countries) if len(countries) > 1 else ()

    def at(
        self, draft: Draft, places: Sequence[str], *, actors_only: bool = False
    ) -> tuple[str, ...]:
        """The actors in the first of the places where there are any."""
        return self.found(draft, places, depth=0 if actors_only else DEPTH)[1]

    def found(
        self,
        draft: Draft,
        places: Sequence[str],
        *,
        depth: int = DEPTH,
        beside: Sequence[str] = (),
    ) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The heads in the first place where there are actors ``beside`` some, and those."""
        for place in places:
            heads = heads_at(draft, place)
            found = self.of(draft.clauses, heads, depth=depth)
            if any(actor not in beside for actor in found):
                return heads, found
        return (), ()

    def of(self, clauses: Clauses, heads: Iterable[int], depth: int = DEPTH) -> tuple[str, ...]:
        """The actors that the phrases of some heads mean, those joined to them by "and" too."""
        found: list[str] = []
        for head in heads:
            named = self._who_is_named(clauses, head)
            if named:
                found += named
                continue
            for noun in clauses.head_nouns(head):
                found += self.who(clauses, noun, depth)
        return tuple(dict.fromkeys(found))

    def _who_is_named(self, clauses: Clauses, head: int) -> tuple[str, ...]:
        """Who is named behind what they are: "An old ally and member of the League, Norra, …"."""
        if clauses.upos(head) != "NOUN" or not any(
            True for _ in clauses.tree.children(head, "conj")
        ):
            return ()
        for name in clauses.tree.children(head, "appos"):
            found = self._who(phrase(clauses, name)) if clauses.upos(name) == "PROPN" else ()
            if found:
                return found
        return ()

    def both(self, draft: Draft) -> bool:
        """Whether someone stands on either side."""
        recipients = self.at(draft, (*draft.rule.recipients, "object"), actors_only=True)
        actors = self.at(draft, draft.rule.actors)
        return bool(actors) and (bool(recipients) or len(actors) > 1)


def _owner_of_relative(clauses: Clauses, whose: int) -> int | None:
    """The noun that "whose" stands for: the one that its clause is about."""
    at: int | None = whose
    for _ in range(4):
        at = clauses.tree.head(at) if at is not None else None
        if at is not None and clauses.tree.relation(at) == "acl":
            return clauses.tree.head(at)
    return None


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
        case "owner":
            if draft.rule.kind == "noun":
                return ()
            objects = draft.object or clauses.object(anchor)
            return tuple(owner for head in objects for owner in _owners(clauses, head))
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
    elif verb is not None and (preposition not in ("of", "by") or _is_undergone(draft)):
        holders.append(verb)
        holders += clauses.tree.below(draft.anchor, ("acl",))  # "a meeting held with"
    holders += [w for w in draft.words if w != draft.anchor]
    for holder in holders:
        found = clauses.oblique(holder, preposition)
        if preposition == "from" and holder == draft.anchor and clauses.oblique(holder, "to"):
            found = ()  # "raids from Norra to Zemira" tells where
        agent = clauses.is_passive(holder) or _is_undergone(draft)
        if preposition == "by" and holder == verb and not agent:
            found = ()
        if found:
            return found
    return ()


def _is_undergone(draft: Draft) -> bool:
    """Whether the subject of the verb that carries a noun undergoes it: "suffered attacks by"."""
    return draft.light is not None and draft.light.undergoes


def phrase(clauses: Clauses, head: int) -> Span:
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


def _is_a_people(clauses: Clauses, head: int) -> bool:
    """Whether a noun is the name of people: "Norra's Brells" are not Norra."""
    name = clauses.tree.tokens[head].name
    capital = head > 0 and clauses.tree.capitals[head] and clauses.words[head].endswith("s")
    return name.endswith(("NORP", "PER")) or (capital and name == "O")


def _owners(clauses: Clauses, head: int) -> Iterable[int]:
    tree, last = clauses.tree, len(clauses.words) - 1
    yield from tree.below(head, ("nmod:poss",))
    for child in tree.children(head, "amod", "compound"):
        if child == last or clauses.words[child + 1] not in _HYPHENS:  # "a rebel-held town"
            yield child
    for preposition in _OWNERS:
        yield from clauses.oblique(head, preposition)
