"""Whether the conditions of a rule hold where its words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.lexicon import EventLexicon
from onrecord.meaning.events.sides import Sides

_CURRENCY = frozenset(
    """$ € £ ¥ us$ dollar euro pound yen yuan ruble rouble rupee franc lira million billion
    trillion usd eur""".split()
)
_BODIES = frozenset("rebel army court government group force militant militia troop police".split())
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


class Conditions:
    """The conditions of rules in one sentence."""

    def __init__(self, clauses: Clauses, sides: Sides, lexicon: EventLexicon) -> None:
        self._clauses = clauses
        self._tree = clauses.tree
        self._sides = sides
        self._lexicon = lexicon

    def _objects(self, draft: Draft) -> tuple[int, ...]:
        return draft.object or self._clauses.object(draft.anchor)

    def hold(self, draft: Draft) -> bool:
        """Whether all conditions of a verb's or adjective's rule hold."""
        rule, clauses, verb = draft.rule, self._clauses, draft.anchor
        objects = [n for head in self._objects(draft) for n in clauses.head_nouns(head)]
        if rule.objects and not self._any_named(objects, rule.objects):
            return False
        if rule.not_objects and self._any_named(objects, rule.not_objects):
            return False
        if rule.object_kind and not any(self._is_kind(n, rule.object_kind) for n in objects):
            return False
        if rule.subjects and not self._subject_fits(verb, rule.subjects):
            return False
        if rule.oblique and not any(
            self._any_named(clauses.head_nouns(head), lemmas)
            for preposition, lemmas in rule.oblique.items()
            for head in clauses.oblique(verb, preposition)
        ):
            return False
        if rule.clause and not self._clause_fits(draft, rule.clause):
            return False
        if rule.needs_recipient and not self._sides.at(draft, rule.recipients, actors_only=True):
            return False
        if rule.pair and not self._sides.both(draft):
            return False
        return not (self._is_own_aim(draft) or self._is_silence(draft) or self._is_mishap(draft))

    def _is_mishap(self, draft: Draft) -> bool:
        """Whether an illness, a storm or a crash did it: "killed by the quake", "in a crash"."""
        verb, clauses = draft.anchor, self._clauses
        if draft.rule.type != "ASSAULT":
            return False
        causes = [
            *clauses.subject(verb),
            *clauses.oblique(verb, "in"),
            *clauses.oblique(verb, "by"),
        ]
        return self._any_named(causes, self._lexicon.no_agents)

    def _is_own_aim(self, draft: Draft) -> bool:
        """Whether a verb of asking only tells what its subject itself is after."""
        verb = draft.anchor
        if draft.rule.type != "REQUEST":
            return False
        if any(thing > verb for thing in self._tree.children(verb, "obj", "iobj")):
            return False
        if self._clauses.lemma(verb) not in self._lexicon.self_directed:
            return False
        return any(
            self._tree.has_child(c, frozenset(("to",)), "mark")
            for c in self._tree.children(verb, "xcomp", "advcl")
        )

    def _is_silence(self, draft: Draft) -> bool:
        """Whether it is an answer that is refused."""
        below = self._tree.children(draft.anchor, "xcomp")
        return draft.rule.type == "REJECT" and any(
            self._clauses.lemma(c) in self._lexicon.silence for c in below
        )

    def hold_of_noun(self, draft: Draft) -> bool:
        """Whether those of a noun's rule hold."""
        rule, clauses, noun = draft.rule, self._clauses, draft.anchor
        if rule.plural and clauses.words[noun] == clauses.lemma(noun):
            return False
        if rule.of:
            near = [n for head in clauses.oblique(noun, "of") for n in clauses.head_nouns(head)]
            near += list(self._tree.children(noun, "compound"))
            if not self._any_named(near, rule.of):
                return False
        if rule.bare or draft.light is not None:
            return True
        return bool(self._sides.at(draft, rule.actors) or self._sides.at(draft, rule.recipients))

    def _any_named(self, nouns: Sequence[int] | Iterator[int], lemmas: frozenset[str]) -> bool:
        return any(name in lemmas for noun in nouns for name in self._clauses.names_of(noun))

    def _subject_fits(self, verb: int, lemmas: frozenset[str]) -> bool:
        for head in self._clauses.subject(verb):
            for noun in self._clauses.head_nouns(head):
                if any(name in lemmas for name in self._clauses.names_of(noun)):
                    return True
                if self._clauses.upos(noun) in ("PROPN", "PRON") and self._is_of_sort(noun, lemmas):
                    return True
        return False

    def _is_of_sort(self, noun: int, lemmas: frozenset[str]) -> bool:
        """Whether a name or pronoun is of the sort that a rule lists.

        Where it lists offices that is a person or a country; else anyone but a person.
        """
        kinds = {actor.kind for actor in self._sides.actors(self._sides.who(self._clauses, noun))}
        if "minister" in lemmas:
            return bool(kinds & {"person", "country"})
        return bool(lemmas & _BODIES and kinds - {"person"})

    def _clause_fits(self, draft: Draft, wanted: str) -> bool:
        verb, tree = draft.anchor, self._tree
        below = list(tree.children(verb, *_CLAUSES))
        for head in self._objects(draft):
            below += list(tree.children(head, "acl", "xcomp"))
        infinitive = any(tree.has_child(c, frozenset(("to",)), "mark") for c in below)
        if wanted == "to":
            return infinitive
        if wanted == "none":
            return not infinitive
        if wanted == "mandative":
            return any(self._is_mandative(c) for c in tree.children(verb, "ccomp"))
        clauses = list(tree.children(verb, "ccomp"))
        return bool(clauses) and not all(map(self._is_question, clauses))

    def _is_question(self, verb: int) -> bool:
        """Whether a clause asks: its auxiliary stands before its subject ("did you have")."""
        subject = next(self._tree.children(verb, "nsubj"), None)
        auxiliary = next(self._tree.children(verb, "aux", "cop"), None)
        return subject is not None and auxiliary is not None and auxiliary < subject

    def _is_mandative(self, verb: int) -> bool:
        """Whether a clause tells what must be: "that he leave", "must leave", "be released"."""
        tree = self._tree
        auxiliaries = {tree.words[c] for c in tree.children(verb, "aux", "cop")}
        if auxiliaries & {"must", "should"} or auxiliaries == {"be"}:
            return True
        subject = next(tree.children(verb, "nsubj"), None)
        plain = not auxiliaries and tree.words[verb] == self._clauses.lemma(verb)
        return plain and subject is not None and not tree.words[subject].endswith("s")

    def _is_kind(self, noun: int, kind: str) -> bool:
        """Whether a noun is of the kind that a rule asks of its object."""
        name = self._tree.tokens[noun].name[2:]
        names = self._clauses.names_of(noun)
        classes = self._lexicon.classes
        named = name in ("PER", "ORG", "NORP")
        if kind == "actor":
            itself = named or bool(self._sides.who(self._clauses, noun, depth=0))
            return itself or any(n in classes["troops"] for n in names)
        actor = named or bool(self._sides.who(self._clauses, noun))
        place = name == "LOC" or any(n in classes["territory"] for n in names)
        if kind == "place":
            return place
        if kind == "target":
            return (
                actor
                or place
                or any(
                    n in classes[c]
                    for n in names
                    for c in ("troops", "heavy_arms", "police", "refugees")
                )
            )
        children = [self._tree.words[c] for c in self._tree.children(noun)]
        return any(word in _CURRENCY for word in (*children, *names))
