"""Event words in a sentence: entries of the lexicon whose words and conditions hold there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.conditions import Conditions
from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.lexicon import Entry, EventLexicon, Light, Rule, load_lexicon
from onrecord.meaning.events.sides import Sides

_DEPTH = 6
_REFLEXIVE = frozenset(
    "myself yourself himself herself itself ourselves yourselves themselves oneself".split()
)
_SKIPPED = frozenset(("DET", "ADV", "PRON", "ADJ"))
_BODIES_NAMED = frozenset(("forum", "congress", "assembly", "council", "union", "conference"))
"""Gatherings that are bodies where they have a name: "the Women's Forum"."""


def find_anchors(clauses: Clauses, sides: Sides) -> list[Draft]:
    """The event words of a sentence, each once, by the entry that fits best, in text order."""
    return _Finder(clauses, sides, load_lexicon()).drafts()


class _Finder:
    def __init__(self, clauses: Clauses, sides: Sides, lexicon: EventLexicon) -> None:
        self._clauses = clauses
        self._tree = clauses.tree
        self._lexicon = lexicon
        self._conditions = Conditions(clauses, sides, lexicon)

    def drafts(self) -> list[Draft]:
        """All of them."""
        found: list[Draft] = []
        taken: set[int] = set()
        for index in range(len(self._tree.tokens)):
            if self._clauses.is_verb(index):
                draft = None if self._clauses.in_title(index) else self._verb(index)
            elif self._clauses.upos(index) == "ADJ":
                draft = self._entry(index, self._lexicon.adjectives)
            else:
                draft = None
            if draft is not None:
                found.append(draft)
                taken.update(draft.words)
        for index in range(len(self._tree.tokens)):
            if index not in taken and self._clauses.upos(index) in ("NOUN", "PROPN"):
                draft = self._noun(index)
                if draft is not None:
                    found.append(draft)
        return sorted(found, key=lambda draft: draft.anchor)

    def _verb(self, index: int) -> Draft | None:
        return self._entry(index, self._lexicon.verbs)

    def _entry(self, index: int, entries: Mapping[str, Sequence[Entry]]) -> Draft | None:
        for entry in entries.get(self._clauses.lemma(index), ()):
            matched = self._rest(index, entry)
            if matched is None:
                continue
            words, objects = matched
            assert isinstance(entry.rule, Rule)
            draft = Draft(self._clauses, index, (index, *words), entry.rule, object=objects)
            if not self._is_idle_charge(draft) and self._conditions.hold(draft):
                return draft
        return None

    def _is_idle_charge(self, draft: Draft) -> bool:
        """Whether nobody is accused: "alleged complicity", "had themselves to blame"."""
        if draft.type != "ACCUSE":
            return False
        tree = self._tree
        objects = tree.children(draft.anchor, "obj")
        head = tree.head(draft.anchor)
        above = tree.children(head, "obj") if head is not None else ()
        reflexive = any(tree.words[c] in _REFLEXIVE for c in (*objects, *above))
        return tree.relation(draft.anchor) == "amod" or reflexive

    def _rest(self, verb: int, entry: Entry) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """The words of an entry after its first, and what stands as object by them."""
        rest, clauses, tree = entry.rest, self._clauses, self._tree
        if not rest:
            return (), ()
        preposition = entry.preposition and not self._has_particle(verb, rest[-1])
        fixed = rest[:-1] if preposition else rest
        found: list[int] = []
        at = verb
        for word in fixed:
            step = self._next(at, verb, word)
            if step is None:
                before = verb - 1
                adverb = len(fixed) == 1 and before >= 0 and self._is(before, word)
                if not adverb or tree.head(before) != verb:
                    return None
                step = before
            found.append(step)
            at = max(at, step)
        if preposition:
            return self._behind(verb, found, rest[-1])
        if rest[-1].isalpha() and found and clauses.is_verb(found[-1]):
            return tuple(found), clauses.object(found[-1])
        return tuple(found), ()

    def _has_particle(self, verb: int, word: str) -> bool:
        """Whether a word that is mostly a preposition is the verb's particle: "called it off"."""
        return any(self._tree.words[c] == word for c in self._tree.below(verb, ("compound:prt",)))

    def _behind(
        self, verb: int, found: list[int], preposition: str
    ) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Where a preposition takes the object's place: the phrases that it brings in."""
        if self._has_object(verb):
            return None
        for holder in (verb, *reversed(found)):
            heads = [
                h for h in self._clauses.oblique(holder, preposition) if h > verb or holder != verb
            ]
            if heads:
                return tuple(found), tuple(heads[:1])
        passive = self._clauses.is_passive(verb)
        after = (found[-1] if found else verb) + 1
        if passive and after < len(self._tree.tokens) and self._tree.words[after] == preposition:
            if any(self._tree.head(h) == after for h in range(len(self._tree.tokens))):
                return None
            return (*found, after), self._clauses.surface_subject(verb)
        return None

    def _has_object(self, verb: int) -> bool:
        """Whether a verb has an object beside what a preposition brings in.

        The subject of a passive is one, unless the preposition is left behind ("was fired on").
        """
        if self._clauses.is_passive(verb):
            after = verb + 1
            stranded = after < len(self._tree.tokens) and self._clauses.upos(after) in (
                "ADP",
                "ADV",
            )
            bare = (
                stranded
                and not any(True for _ in self._tree.children(after))
                and (self._tree.head(after) == verb)
            )
            return not bare
        return any(True for _ in self._tree.children(verb, "obj"))

    def _next(self, at: int, verb: int, word: str) -> int | None:
        """The next word of an entry, behind no more than the object and small words."""
        objects: set[int] = set()
        for head in self._tree.children(verb, "obj", "iobj"):
            span = self._tree.phrase(head)
            objects.update(self._tree.within(span))
        small = 0
        for place in range(at + 1, min(at + 30, len(self._tree.tokens))):
            if self._is(place, word):
                return place
            if place in objects:
                continue
            if self._clauses.upos(place) in _SKIPPED and small < 2:
                small += 1
                continue
            return None
        return None

    def _is(self, place: int, word: str) -> bool:
        form = self._tree.words[place]
        if word == "oneself":
            return form in _REFLEXIVE
        return form == word or self._clauses.lemma(place) == word

    def _noun(self, index: int) -> Draft | None:
        tree, clauses = self._tree, self._clauses
        if tree.relation(index) == "compound" or self._names_someone(index):
            return None
        if clauses.upos(index) == "PROPN" and clauses.lemma(index) in _BODIES_NAMED:
            return None
        entries = self._lexicon.nouns.get(clauses.lemma(index), ())
        if not entries:
            return None
        for words, rule in entries:
            taken = self._noun_words(index, words)
            if taken is None:
                continue
            draft = Draft(clauses, index, taken, rule)
            draft.carrier, draft.light = self._carrier(index, rule)
            if self._conditions.hold_of_noun(draft):
                return draft
        return None

    def _names_someone(self, index: int) -> bool:
        """Whether a noun is part of a name of someone, as "Strike" in a company's."""
        return self._tree.tokens[index].name[2:] in ("PER", "ORG", "NORP")

    def _noun_words(self, index: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
        """The places of an entry's words: those before the noun, or behind "of"."""
        tree = self._tree
        if not words:
            return (index,)
        if words[0] == "of" or "of" in words:
            after = [w for w in words[words.index("of") + 1 :] if w != "the"]
            inner = self._clauses.oblique(index, "of")
            if not inner or not after or self._clauses.lemma(inner[0]) != after[-1]:
                return None
            return (index, inner[0])
        start = index - len(words)
        if start >= 0 and tuple(tree.words[start:index]) == words:
            return tuple(range(start, index + 1))
        return None

    def _carrier(self, noun: int, rule: Rule) -> tuple[int | None, Light | None]:
        """The verb that carries an event noun, if the lexicon has it for its type."""
        tree, clauses = self._tree, self._clauses
        top = noun
        for _ in range(_DEPTH):
            above = tree.head(top)
            if above is None or clauses.is_verb(above):
                break
            measured = tree.relation(top) == "nmod" and above in clauses.measures(top)
            if tree.relation(top) != "conj" and not measured:
                break
            top = above
        verb = tree.head(top)
        relation = tree.relation(top)
        if verb is None or not clauses.is_verb(verb):
            return None, None
        if relation not in ("obj", "obl", "nsubj", "xcomp", "dep"):
            return None, None
        cases = tree.prepositions(top)
        for first in (clauses.lemma(verb), "be"):
            if first == "be" and not clauses.is_passive(verb):
                continue
            for entry in self._lexicon.light.get(first, ()):
                light = entry.rule
                assert isinstance(light, Light)
                if light.goes_with(rule.type) and self._carries(verb, top, entry, cases):
                    return verb, light
        return None, None

    def _carries(self, verb: int, noun: int, entry: Entry, cases: frozenset[str]) -> bool:
        """Whether the words of a light verb's entry stand around a noun."""
        relation, rest = self._tree.relation(noun), entry.rest
        assert isinstance(entry.rule, Light)
        if entry.rule.tells_that_it_was and relation != "nsubj":
            return False
        if not rest:
            return not cases and relation in ("obj", "nsubj")
        if entry.preposition and not self._has_particle(verb, rest[-1]):
            fixed = rest[:-1] if rest[0] != self._tree.words[verb] else rest[1:-1]
            if rest[-1] not in cases:
                return False
        else:
            if cases or relation not in ("obj", "nsubj"):
                return False
            fixed = rest if rest[0] != self._tree.words[verb] else rest[1:]
        at = verb
        for word in fixed:
            step = self._next(at, verb, word)
            if step is None:
                return False
            at = step
        return True
