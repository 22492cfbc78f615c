"""Whether an event took place: tense, negation, modality and what governs its word.

The status is built from the inside out, as factuality research does it (FactBank; Saurí and
Pustejovsky, "FactBank: a corpus annotated with event factuality", 2009): the event word's own form
first, then each governor on the way up the tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.lexicon import Light
from onrecord.meaning.events.status_words import Governor, load_status_lexicon
from onrecord.record import EventStatus

_PHASES: dict[str, EventStatus] = {
    "begin": "happened",
    "go on": "ongoing",
    "end": "happened",
    "plan": "planned",
    "prevent": "called off",
}
_REALISED = ("happened", "ongoing")
_PAST_AS_PRESENT = frozenset("hit cut put shut set beat let cost spread split quit".split())
_PAST = frozenset("was were had did has have having been 've ’ve".split())
_NOT_YET = frozenset(("soon", "once", "whenever"))
_WHEN = frozenset("at during since after before amid despite following by over with".split())
_APART = frozenset("since after before when while because as where though although".split())
_SPOKEN = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_UP = frozenset(("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "nsubj", "conj", "amod"))
_NOMINAL_GOVERNED = frozenset(("of", "for", "to", "about", "on"))


@dataclass(slots=True)
class Finding:
    """A status and the words that made it so."""

    status: EventStatus
    by: list[str] = field(default_factory=list)


def status_of(
    clauses: Clauses, anchor: int, kind: str, light: Light | None = None, carrier: int | None = None
) -> Finding:
    """The status of the event whose word is ``anchor``, of PLOVER type ``kind``.

    ``light`` is what ``carrier``, the verb that carries an event noun, says of it.
    """
    return _Walk(clauses, kind).status(anchor, light, carrier)


class _Walk:
    def __init__(self, clauses: Clauses, kind: str) -> None:
        self._clauses = clauses
        self._tree = clauses.tree
        self._kind = kind
        self._lexicon = load_status_lexicon()

    def status(self, anchor: int, light: Light | None, carrier: int | None) -> Finding:
        """From the event word up to the root."""
        clauses = self._clauses
        if clauses.is_verb(anchor):
            found = self._own(anchor)
        elif any(True for _ in self._tree.children(anchor, "cop")):
            found = self._own(anchor)  # "would be an attack"
            if found.status == "ongoing":
                found.status = "happened"
            self._modified(anchor, found)
        else:
            found = Finding("happened")
            self._modified(anchor, found)
        at, steps = anchor, 0
        while steps < 8:
            head = self._tree.head(at)
            relation = self._tree.relation(at)
            if head is None or relation not in _UP:
                break
            self._clause_words(at, found)
            if head != carrier and self._stands_apart(at, head):
                break
            if relation == "conj":
                at, steps = head, steps + 1
                continue
            if relation == "acl" and not self._is_opened(at):
                if not self._tree.has_child(head, frozenset(("a", "an")), "det"):
                    break  # a clause about its noun tells what it tells
                at, steps = head, steps + 1  # but "wants a country that is free" does not
                continue
            self._governed(at, head, found, light if head == carrier else None)
            at, steps = head, steps + 1
        return found

    def _is_infinitive(self, at: int) -> bool:
        return self._tree.has_child(at, frozenset(("to",)), "mark")

    def _stands_apart(self, at: int, head: int) -> bool:
        """Whether a phrase or clause only says when, where or why: it has a status of its own.

        "failed to agree at the talks": the talks were held. Not so where the governor asks for the
        preposition ("called for talks") or the clause is an infinitive.
        """
        relation = self._tree.relation(at)
        if relation == "advcl":
            opened = self._is_infinitive(at) or "that" in self._tree.markers(at)
            return not opened and self._clauses.is_verb(at)
        if relation not in ("obl", "nmod") or self._clauses.is_verb(at):
            return False
        cases = self._tree.prepositions(at)
        if not cases or (relation == "nmod" and not cases & _WHEN):
            return False
        entries = self._lexicon.governors.get(self._clauses.lemma(head), ())
        return not any(entry.rest and entry.rest[-1] in cases for entry in entries)

    def _is_opened(self, at: int) -> bool:
        """Whether a clause at a noun says what that is: "a plan to …", "the demand that …"."""
        marks = [self._tree.words[c] for c in self._tree.children(at, "mark")]
        return bool(marks) and not _APART & set(marks)

    def _own(self, verb: int) -> Finding:
        """What a verb's form, auxiliaries, negation and adverbs say."""
        clauses, tree = self._clauses, self._tree
        words = [tree.words[c] for c in tree.children(verb, "aux", "cop")]
        holder = verb
        if tree.relation(verb) == "conj" and not words:
            head = tree.head(verb)
            if (
                head is not None
                and clauses.is_verb(head)
                and not any(True for _ in tree.children(verb, "nsubj"))
            ):
                words = [tree.words[c] for c in tree.children(head, "aux", "cop")]
                contrasted = tree.has_child(verb, frozenset(("but",)), "cc")
                holder = (
                    verb if contrasted else head
                )  # "not proving it, but bringing them to trial"
        form = tree.words[verb]
        found = Finding(self._tense(verb, form, words))
        for word in words:
            plain = {
                "wo": "will",
                "ca": "can",
                "sha": "shall",
                "’ll": "will",
                "'ll": "will",
                "’d": "would",
                "'d": "would",
            }.get(word, word)
            status = self._lexicon.auxiliaries.get(plain)
            if status is not None:
                told = plain == "would" and self._is_reported(holder)
                found.status = "planned" if status == "planned" or told else "hypothetical"
                found.by.append(plain)
        self._adverbs(verb, found)
        self._negate(holder, found)
        return found

    def _is_reported(self, verb: int, depth: int = 6) -> bool:
        """Whether a clause is what someone says, so that "would" is a "will" told in the past."""
        relation, head = self._tree.relation(verb), self._tree.head(verb)
        if relation in ("ccomp", "parataxis"):
            return True
        below = any(self._clauses.is_verb(c) for c in self._tree.children(verb, "parataxis"))
        joined = relation == "conj" and head is not None and depth > 0
        return below or (joined and head is not None and self._is_reported(head, depth - 1))

    def _tense(self, verb: int, form: str, words: Sequence[str]) -> EventStatus:
        tense = self._lexicon.tense
        marked = self._tree.has_child(verb, frozenset(("to",)), "mark")
        if marked:
            return tense["bare_infinitive"]
        be_now = any(w in ("is", "are", "am", "'s", "’s", "'re", "’re", "'m") for w in words)
        if any(w in ("has", "have", "had", "having", "'ve", "’ve") for w in words):
            return tense["perfect"]
        if form.endswith("ing"):
            if be_now:
                return tense["present_progressive"]
            if words:
                return tense["past_progressive"]
            if any(True for _ in self._tree.children(verb, "nsubj")):
                return tense["present_progressive"]  # "with his forces shelling the port"
            generic = self._tree.relation(verb) in ("csubj", "nsubj")
            if generic or any(True for _ in self._tree.children(verb, "mark", "case")):
                return "hypothetical"  # "progress in halting", "leaving would be wrong"
            head = self._tree.head(verb)
            if head is None or not self._clauses.is_verb(head) or self._is_past(head):
                return "happened"
            return "ongoing"
        if words:
            return tense["present"] if be_now and self._clauses.is_passive(verb) else tense["past"]
        if form == self._clauses.lemma(verb) or form.endswith("s"):
            if any(True for _ in self._tree.children(verb, "nsubj")):
                if form in _PAST_AS_PRESENT:
                    return tense["past"]
                subjunctive = not form.endswith("s") and self._singular(verb)
                return tense["bare_infinitive"] if subjunctive else tense["present"]
            return tense["bare_infinitive"] if form == self._clauses.lemma(verb) else "ongoing"
        return tense["past"]

    def _is_past(self, verb: int) -> bool:
        """Whether a verb's form tells of the past: "called", "were killed", "has called"."""
        words = [self._tree.words[c] for c in self._tree.children(verb, "aux", "cop")]
        if words:
            return not _PAST.isdisjoint(words)
        form = self._tree.words[verb]
        return form != self._clauses.lemma(verb) and not form.endswith(("s", "ing"))

    def _singular(self, verb: int) -> bool:
        """Whether the subject is one: a form without -s is no present then: "that Norra leave"."""
        subject = next(self._tree.children(verb, "nsubj"), None)
        return subject is not None and self._clauses.upos(subject) == "PROPN"

    def _adverbs(self, verb: int, found: Finding) -> None:
        for child in self._tree.children(verb, "advmod"):
            status = self._lexicon.modifiers.get(self._tree.words[child])
            if status is None or status not in ("hypothetical", "ongoing"):
                continue
            unsure = status == "hypothetical" and found.status == "planned"  # "would likely grow"
            if unsure or found.status in _REALISED:
                found.status = status
                found.by.append(self._tree.words[child])

    def _negate(self, holder: int, found: Finding) -> None:
        word = self._negation(holder)
        if word is None:
            return
        if any(
            self._tree.words[c] in ("yet", "far") for c in self._tree.children(holder, "advmod")
        ):
            found.status = "hypothetical"
        else:
            found.status = self._lexicon.of_negation.get(found.status, "denied")
            found.by = [f"{w} not" for w in found.by] + ["not", word]
            if "can not" in found.by:
                found.by.append("cannot")

    def _negation(self, holder: int) -> str | None:
        """The word that negates a verb or noun, unless it is its measure that is negated."""
        tree = self._tree
        for child in tree.children(holder, "advmod", "det", "cc", "nsubj", "obj"):
            word = tree.words[child]
            if word in self._lexicon.negations or word in ("n’t", "no"):
                after = child + 1
                if after < len(tree.words) and tree.words[after] in self._lexicon.not_only:
                    continue
                return word
            if (
                tree.relation(child) in ("nsubj", "obj")
                and self._clauses.is_verb(holder)
                and any(
                    tree.words[c] in ("no", "neither") for c in tree.children(child, "det", "cc")
                )
            ):
                return "no"
        return None

    def _modified(self, noun: int, found: Finding) -> None:
        """What adjectives and negation say of an event noun."""
        for child in self._tree.children(noun, "amod", "det", "compound"):
            status = self._lexicon.modifiers.get(self._tree.words[child])
            if status is not None:
                found.status = status
                found.by.append(self._tree.words[child])
        if self._negation(noun) is not None:
            found.status = "denied"
            found.by.append("no")

    def _clause_words(self, at: int, found: Finding) -> None:
        """What opens the clause or phrase of a word: "if", "unless", "before", "instead of"."""
        lexicon = self._lexicon
        words = self._opening(at)
        if found.status == "denied":
            return
        if any(w in lexicon.conditions for w in words) or any(w in lexicon.purposes for w in words):
            found.status = "hypothetical"
        elif self._is_spoken_purpose(at):
            found.status = "happened"
        elif " ".join(words) in lexicon.instead or any(w in ("without", "instead") for w in words):
            found.status = "denied"
        elif self._is_yet_to_come(at, found, words):
            found.status = "hypothetical"  # "as soon as they leave, we will …"
        elif found.status == "ongoing" and any(w in lexicon.not_before for w in words):
            found.status = "hypothetical" if "until" in words else "planned"

    def _opening(self, at: int) -> list[str]:
        """The words that open the clause or phrase of a word, or of what it is joined to."""
        tree = self._tree
        children = list(tree.children(at, "mark", "case", "advmod"))
        words = [tree.words[c] for c in children]
        head = tree.head(at)
        shared = tree.relation(at) == "conj" and tree.relation(head or 0) == "advcl"
        if not words and head is not None and shared and self._clauses.is_verb(at):
            return self._opening(head)
        first = min(children, default=0)  # "as soon as", whose "soon" may hang on the main verb
        return [*words, "soon"] if first and tree.words[first - 1] == "soon" else words

    def _is_yet_to_come(self, at: int, found: Finding, words: Sequence[str]) -> bool:
        """Whether a clause of time is of the future: "once it ends", "when it ends, he will"."""
        if found.status == "ongoing" and _NOT_YET & set(words):
            return True
        clause: int | None = at
        if self._tree.relation(at) == "conj":
            clause = self._tree.head(at)
        main = self._tree.head(clause) if clause is not None else None
        if main is None or self._tree.relation(clause or 0) != "advcl" or "when" not in words:
            return False
        future = self._tree.has_child(main, frozenset(("will", "'ll", "’ll", "shall")), "aux")
        return future and found.status in _REALISED

    def _is_spoken_purpose(self, at: int) -> bool:
        """Whether an act of speech is why something was done: "wrote to demand an answer"."""
        spoken = self._kind in _SPOKEN and self._tree.relation(at) == "advcl"
        head = self._tree.head(at)
        return (
            spoken
            and head is not None
            and self._is_infinitive(at)
            and (self._clauses.is_verb(head) and self._own(head).status in _REALISED)
        )

    def _governed(self, at: int, head: int, found: Finding, light: Light | None) -> None:
        """What the governor of a word makes of the event in or under it."""
        clauses = self._clauses
        if not clauses.is_verb(at) and self._kind in _SPOKEN and not (light and not light.phase):
            return  # an offer that is turned down has been made
        if light is not None and light.phase is not None and clauses.is_verb(head):
            self._phase(light.phase, head, found)
            return
        if light is not None:
            self._inherit(head, found)
            return
        governor = self._governor(at, head)
        if governor is None:
            if (
                not clauses.is_verb(at)
                and clauses.is_verb(head)
                and self._tree.relation(at) == "obj"
            ):
                outer = self._own(head)
                if outer.status in ("hypothetical", "denied") and found.status == "happened":
                    pass  # the noun keeps its own status: "did not condemn the attack"
            return
        negated = self._negation(head) is not None
        status = governor.negated if negated else governor.status
        if governor.only_types and self._kind not in governor.only_types:
            status = governor.otherwise
        if status is None:
            return
        if status in _REALISED:  # "began to shell": as real as the beginning is
            if found.status == "ongoing" and status == "happened":
                found.status = "happened"  # "stopped shelling"
            elif found.status == "hypothetical" and not found.by:
                outer = self._own(head) if clauses.is_verb(head) else Finding("happened")
                found.status = status if outer.status == "happened" else outer.status
                found.by += outer.by
            return
        if found.status == "hypothetical" and found.by and status == "planned":
            return
        if found.status == "denied" and status in ("planned", "hypothetical"):
            found.by.append(clauses.lemma(head))
            return
        found.status = status
        found.by.append(clauses.lemma(head))

    def _phase(self, phase: str, verb: int, found: Finding) -> None:
        outer = self._own(verb)
        if outer.status in _REALISED:
            found.status = _PHASES[phase]
        elif phase == "end" and outer.status in ("planned", "hypothetical"):
            found.status = "ongoing"
        elif phase == "prevent" and outer.status == "denied":
            found.status = "happened"
        else:
            found.status = outer.status
        found.by += outer.by

    def _inherit(self, verb: int, found: Finding) -> None:
        """A light verb's own status is the event's: "will hold talks", "did not carry out"."""
        outer = self._own(verb)
        if found.status == "happened" or outer.status in ("denied", "hypothetical", "planned"):
            found.status = outer.status
            found.by += outer.by

    def _governor(self, at: int, head: int) -> Governor | None:
        clauses, tree = self._clauses, self._tree
        relation = tree.relation(at)
        clause = clauses.is_verb(at) or relation in ("ccomp", "xcomp", "advcl", "acl")
        if relation == "nsubj" and clauses.is_verb(head) and not clauses.is_passive(head):
            return None
        if (
            relation in ("nmod", "amod")
            and not clause
            and not (tree.prepositions(at) & _NOMINAL_GOVERNED)
        ):
            return None
        if relation == "advcl" and not tree.has_child(at, frozenset(("to", "that")), "mark"):
            return None
        for entry in self._entries(head):
            if entry.takes == "noun" and clause and clauses.is_verb(head):
                continue
            if self._fits(entry, at, head, clause=clause):
                return entry
        return None

    def _entries(self, head: int) -> Sequence[Governor]:
        """The entries of a word; of a participle or adjective those with "be" too ("be due to")."""
        found = list(self._lexicon.governors.get(self._clauses.lemma(head), ()))
        if any(True for _ in self._tree.children(head, "aux", "cop")):
            form = self._tree.words[head]
            found = [
                replace(entry, rest=entry.rest[1:])
                for entry in self._lexicon.governors.get("be", ())
                if entry.rest and entry.rest[0] == form
            ] + found
        return found

    def _fits(self, entry: Governor, at: int, head: int, *, clause: bool) -> bool:
        rest = entry.rest
        if not rest:
            infinitive = self._tree.has_child(at, frozenset(("to",)), "mark")
            return not (clause and infinitive and entry.takes == "noun")
        *fixed, last = rest
        if last in ("to", "that"):
            marks = self._tree.markers(at)
            if last not in marks and not (last == "that" and self._tree.relation(at) == "ccomp"):
                return False
        else:
            if last not in self._tree.prepositions(at) and last not in [
                self._tree.words[c] for c in self._tree.children(head)
            ]:
                return False
        return all(
            any(
                self._tree.words[c] == word
                for c in range(head + 1, min(head + 4, len(self._tree.words)))
            )
            for word in fixed
        )
