"""Event words in a sentence: entries of the lexicon whose words and conditions hold there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.lexicon import Entry, EventLexicon, Light, Rule, load_lexicon
from onrecord.meaning.events.sides import Sides

_REFLEXIVE = frozenset(
    "myself yourself himself herself itself ourselves yourselves themselves oneself".split()
)
_SKIPPED = frozenset(("DET", "ADV", "PRON", "ADJ"))
_CURRENCY = frozenset(
    """$ € £ ¥ us$ dollar euro pound yen yuan ruble rouble rupee franc lira million billion
    trillion usd eur""".split()
)
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


def find_anchors(clauses: Clauses, sides: Sides) -> list[Draft]:
    """The event words of a sentence, each once, by the entry that fits best, in text order."""
    return _Finder(clauses, sides, load_lexicon()).drafts()


class _Finder:
    def __init__(self, clauses: Clauses, sides: Sides, lexicon: EventLexicon) -> None:
        self._clauses = clauses
        self._tree = clauses.tree
        self._sides = sides
        self._lexicon = lexicon

    def drafts(self) -> list[Draft]:
        """All of them."""
        found: list[Draft] = []
        taken: set[int] = set()
        for index in range(len(self._tree.tokens)):
            if self._clauses.is_verb(index):
                draft = self._verb(index)
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

    def _entry(self, index: int, entries: dict[str, Sequence[Entry]] | object) -> Draft | None:
        candidates = entries.get(self._clauses.lemma(index), ())  # type: ignore[attr-defined]
        for entry in candidates:
            matched = self._rest(index, entry)
            if matched is None:
                continue
            words, objects = matched
            draft = Draft(self._clauses, index, (index, *words), entry.rule, object=objects)
            if self._holds(draft, has_own_object=entry.preposition or bool(objects)):
                return draft
        return None

    def _rest(self, verb: int, entry: Entry) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """The words of an entry after its first, and what stands as object by them."""
        rest, clauses, tree = entry.rest, self._clauses, self._tree
        if not rest:
            return (), ()
        fixed = rest[:-1] if entry.preposition else rest
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
        if entry.preposition:
            return self._behind(verb, found, rest[-1])
        if rest[-1].isalpha() and found and clauses.is_verb(found[-1]):
            return tuple(found), clauses.object(found[-1])
        return tuple(found), ()

    def _behind(
        self, verb: int, found: list[int], preposition: str
    ) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Where a preposition takes the object's place: the phrases that it brings in."""
        for holder in (verb, *reversed(found)):
            heads = [h for h in self._clauses.oblique(holder, preposition) if h > verb or holder != verb]
            if heads:
                return tuple(found), tuple(heads[:1])
        passive = self._clauses.is_passive(verb)
        after = (found[-1] if found else verb) + 1
        if passive and after < len(self._tree.tokens) and self._tree.words[after] == preposition:
            if any(self._tree.head(h) == after for h in range(len(self._tree.tokens))):
                return None
            return (*found, after), self._clauses.surface_subject(verb)
        return None

    def _next(self, at: int, verb: int, word: str) -> int | None:
        """The next word of an entry, behind no more than the object and small words."""
        objects = set()
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
        entries = self._lexicon.nouns.get(clauses.lemma(index), ())
        if not entries:
            return None
        before = [tree.words[c] for c in tree.children(index, "compound", "amod") if c < index]
        for words, rule in entries:
            taken = self._noun_words(index, words, before)
            if taken is None:
                continue
            draft = Draft(clauses, index, taken, rule)
            draft.carrier, draft.light = self._carrier(index, rule)
            if self._noun_holds(draft):
                return draft
        return None

    def _names_someone(self, index: int) -> bool:
        """Whether a noun is part of a name of someone, as "Strike" in a company's."""
        return self._tree.tokens[index].name[2:] in ("PER", "ORG", "NORP")

    def _noun_words(
        self, index: int, words: tuple[str, ...], before: Sequence[str]
    ) -> tuple[int, ...] | None:
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
        while (above := tree.head(top)) is not None and not clauses.is_verb(above):
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
        if not rest:
            return not cases and relation in ("obj", "nsubj")
        if entry.preposition:
            fixed = rest[:-1] if rest[0] != self._tree.words[verb] else rest[1:-1]
            if rest[-1] not in cases:
                return False
        else:
            fixed = rest if rest[0] != self._tree.words[verb] else rest[1:]
        at = verb
        for word in fixed:
            step = self._next(at, verb, word)
            if step is None:
                return False
            at = step
        return True

    # Conditions ----------------------------------------------------------------------------------

    def _objects(self, draft: Draft) -> tuple[int, ...]:
        return draft.object or self._clauses.object(draft.anchor)

    def _holds(self, draft: Draft, *, has_own_object: bool) -> bool:
        """Whether all conditions of a verb's or adjective's rule hold."""
        rule, clauses, verb = draft.rule, self._clauses, draft.anchor
        assert isinstance(rule, Rule)
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
        if rule.pair:
            return self._sides.both(draft)
        return True

    def _noun_holds(self, draft: Draft) -> bool:
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
        return bool(
            self._sides.at(draft, rule.actors) or self._sides.at(draft, rule.recipients)
        )

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
        return bool(kinds & {"person", "country"}) if "minister" in lemmas else bool(
            kinds - {"person"}
        )

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
        return any(tree.relation(c) == "ccomp" for c in tree.children(verb, "ccomp"))

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
        actor = name in ("PER", "ORG", "NORP") or bool(self._sides.who(self._clauses, noun))
        if kind == "actor":
            return actor or any(n in classes["troops"] for n in names)
        place = name == "LOC" or any(n in classes["territory"] for n in names)
        if kind == "place":
            return place
        if kind == "target":
            return actor or place or any(
                n in classes[c] for n in names for c in ("troops", "heavy_arms", "police", "refugees")
            )
        children = [self._tree.words[c] for c in self._tree.children(noun)]
        return any(word in _CURRENCY for word in (*children, *names))
