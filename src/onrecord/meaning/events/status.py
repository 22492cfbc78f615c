"""Whether an event took place: tense, negation, modality and what governs its word.

The status is built from the inside out, as factuality research does it (FactBank; Saurí and
Pustejovsky, "FactBank: a corpus annotated with event factuality", 2009): the event word's own form
first, then each governor on the way up the tree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.lexicon import Light
from onrecord.record import EventStatus

_PHASES: dict[str, EventStatus] = {
    "begin": "happened",
    "go on": "ongoing",
    "end": "happened",
    "plan": "planned",
    "prevent": "called off",
}
_REALISED = ("happened", "ongoing")
_SPOKEN = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_UP = frozenset(("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "nsubj", "conj", "amod"))
_NOMINAL_GOVERNED = frozenset(("of", "for", "to", "about", "on", "in", "from", "against", "over"))


@dataclass(frozen=True, slots=True)
class Governor:
    """What a governing word makes of the event under it; ``status`` is None where it keeps its own.

    ``rest`` are the words after the first; a last "to" or "that" is the clause that it governs.
    """

    rest: tuple[str, ...]
    status: EventStatus | None
    negated: EventStatus | None
    takes: str
    of_actor: bool
    only_types: frozenset[str]
    otherwise: EventStatus | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What a status makes of a type; an empty ``to`` is none, ``by`` the words that made it so."""

    when: str
    by: frozenset[str]
    types: frozenset[str]
    to: str
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class StatusLexicon:
    """``event_status.toml`` in the form in which it is asked."""

    tense: Mapping[str, EventStatus]
    auxiliaries: Mapping[str, str]
    negations: frozenset[str]
    pending: frozenset[str]
    not_only: frozenset[str]
    of_negation: Mapping[str, EventStatus]
    governors: Mapping[str, Sequence[Governor]]
    conditions: frozenset[str]
    not_before: frozenset[str]
    purposes: frozenset[str]
    instead: frozenset[str]
    modifiers: Mapping[str, EventStatus]
    generic: frozenset[str]
    turns: Sequence[Turn] = field(default=())


@dataclass(slots=True)
class Finding:
    """A status and the words that made it so."""

    status: EventStatus
    by: list[str] = field(default_factory=list)


@cache
def load_status_lexicon() -> StatusLexicon:
    """The words that say whether an event took place; read once."""
    table = read_toml("event_status.toml")
    governors: dict[str, list[Governor]] = {}
    for row in table["governors"]:
        for words in listed(row["words"]):
            first, *rest = words.lower().split()
            governors.setdefault(first, []).append(_governor(row, tuple(rest)))
    for entries in governors.values():
        entries.sort(key=lambda entry: -len(entry.rest))
    negation, conditions = table["negation"], table["conditions"]
    auxiliaries = {
        word: status
        for status in ("planned", "hypothetical")
        for word in listed(table["auxiliaries"][status])
        if " " not in word
    }
    modifiers: dict[str, EventStatus] = {}
    for status in ("hypothetical", "ongoing", "planned", "called off", "happened"):
        for word in listed(table["modifiers"][status]):
            modifiers[word] = status  # type: ignore[assignment]
    return StatusLexicon(
        tense=table["tense"],
        auxiliaries=auxiliaries,
        negations=frozenset(w for w in listed(negation["words"]) if " " not in w),
        pending=frozenset(listed(negation["pending"])),
        not_only=frozenset(listed(negation["not_only"])),
        of_negation=negation["of"],
        governors=governors,
        conditions=frozenset(listed(conditions["hypothetical"])),
        not_before=frozenset(listed(conditions["not_before"])),
        purposes=frozenset(listed(conditions["purpose"])),
        instead=frozenset(listed(conditions["denied"])),
        modifiers=modifiers,
        generic=frozenset(listed(table["background"]["generic"])),
        turns=tuple(_turn(row) for row in table["turns"]),
    )


def _governor(row: Mapping[str, Any], rest: tuple[str, ...]) -> Governor:
    return Governor(
        rest=rest,
        status=None if row.get("factive") else row["status"],
        negated=row.get("negated", None if row.get("factive") else "denied"),
        takes=row.get("takes", "both"),
        of_actor=row.get("of_actor", False),
        only_types=frozenset(listed(row.get("only_types", ""))),
        otherwise=row.get("otherwise"),
    )


def _turn(row: Mapping[str, Any]) -> Turn:
    return Turn(
        when=row["when"],
        by=frozenset(listed(row.get("by", ""))),
        types=frozenset(listed(row["from"])),
        to="" if row["to"] == "none" else row["to"],
        mode=row.get("mode"),
        cameo=row.get("cameo"),
    )


def status_of(clauses: Clauses, anchor: int, kind: str, light: Light | None) -> Finding:
    """The status of the event whose word is ``anchor``, of PLOVER type ``kind``."""
    return _Walk(clauses, kind).status(anchor, light)


class _Walk:
    def __init__(self, clauses: Clauses, kind: str) -> None:
        self._clauses = clauses
        self._tree = clauses.tree
        self._kind = kind
        self._lexicon = load_status_lexicon()

    def status(self, anchor: int, light: Light | None) -> Finding:
        """From the event word up to the root."""
        clauses = self._clauses
        if clauses.is_verb(anchor):
            found = self._own(anchor)
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
            if relation == "conj":
                if not (clauses.is_verb(head) and not self._has_own_tense(at)):
                    at, steps = head, steps + 1
                    continue
                at, steps = head, steps + 1
                continue
            if relation == "acl" and not self._is_opened(at):
                if not self._tree.has_child(head, frozenset(("a", "an")), "det"):
                    break  # a clause about its noun tells what it tells
                at, steps = head, steps + 1  # but "wants a country that is free" does not
                continue
            self._governed(at, head, found, light if steps == 0 else None)
            at, steps = head, steps + 1
        return found

    def _is_infinitive(self, at: int) -> bool:
        return self._tree.has_child(at, frozenset(("to",)), "mark")

    def _is_opened(self, at: int) -> bool:
        """Whether a clause at a noun says what that is: "a plan to …", "the demand that …"."""
        return any(True for _ in self._tree.children(at, "mark"))

    def _has_own_tense(self, verb: int) -> bool:
        return any(True for _ in self._tree.children(verb, "aux", "nsubj"))

    def _own(self, verb: int) -> Finding:
        """What a verb's form, auxiliaries, negation and adverbs say."""
        clauses, tree = self._clauses, self._tree
        words = [tree.words[c] for c in tree.children(verb, "aux", "cop")]
        holder = verb
        if tree.relation(verb) == "conj" and not words:
            head = tree.head(verb)
            if head is not None and clauses.is_verb(head) and not any(
                True for _ in tree.children(verb, "nsubj")
            ):
                words = [tree.words[c] for c in tree.children(head, "aux", "cop")]
                holder = head
        form = tree.words[verb]
        found = Finding(self._tense(verb, form, words))
        for word in words:
            plain = {"wo": "will", "ca": "can", "sha": "shall", "’ll": "will", "'ll": "will",
                     "’d": "would", "'d": "would"}.get(word, word)
            status = self._lexicon.auxiliaries.get(plain)
            if status is not None:
                told = plain == "would" and self._is_reported(holder)
                found.status = "planned" if status == "planned" or told else "hypothetical"
                found.by.append(plain)
        self._adverbs(verb, found)
        self._negate(holder, found)
        return found

    def _is_reported(self, verb: int) -> bool:
        """Whether a clause is what someone says, so that "would" is a "will" told in the past."""
        relation, head = self._tree.relation(verb), self._tree.head(verb)
        if relation in ("ccomp", "parataxis"):
            return True
        below = any(self._clauses.is_verb(c) for c in self._tree.children(verb, "parataxis"))
        return below or (relation == "conj" and head is not None and self._is_reported(head))

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
            if any(True for _ in self._tree.children(verb, "mark", "case")):
                return "hypothetical"  # "progress in halting", "the key to winning"
            head = self._tree.head(verb)
            return "happened" if head is None or not self._clauses.is_verb(head) else "ongoing"
        if words:
            return tense["present"] if be_now and self._clauses.is_passive(verb) else tense["past"]
        if form == self._clauses.lemma(verb) or form.endswith("s"):
            if any(True for _ in self._tree.children(verb, "nsubj")):
                past = form == self._clauses.lemma(verb) and form in ("hit", "cut", "put", "shut", "set")
                return "happened" if past or not form.endswith("s") and self._singular(verb) else "ongoing"
            return tense["bare_infinitive"] if form == self._clauses.lemma(verb) else "ongoing"
        return tense["past"]

    def _singular(self, verb: int) -> bool:
        """Whether the subject is one, so that a form without -s is a past: "the army cut"."""
        subject = next(self._tree.children(verb, "nsubj"), None)
        return subject is not None and self._clauses.upos(subject) == "PROPN"

    def _adverbs(self, verb: int, found: Finding) -> None:
        for child in self._tree.children(verb, "advmod"):
            status = self._lexicon.modifiers.get(self._tree.words[child])
            if status in ("hypothetical", "ongoing") and found.status in _REALISED:
                found.status = status
                found.by.append(self._tree.words[child])

    def _negate(self, holder: int, found: Finding) -> None:
        word = self._negation(holder)
        if word is None:
            return
        if any(self._tree.words[c] in ("yet", "far") for c in self._tree.children(holder, "advmod")):
            found.status = "hypothetical"
        else:
            found.status = self._lexicon.of_negation.get(found.status, "denied")
            found.by = [f"{w} not" for w in found.by] + ["not", word]

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
            if tree.relation(child) in ("nsubj", "obj") and self._clauses.is_verb(holder) and any(
                tree.words[c] == "no" for c in tree.children(child, "det")
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
        children = [c for c in self._tree.children(at, "mark", "case", "advmod")]
        words = [self._tree.words[c] for c in children]
        if found.status == "denied":
            return
        if any(w in lexicon.conditions for w in words):
            found.status = "hypothetical"
            found.by += words
        elif any(w in lexicon.purposes for w in words):
            found.status = "hypothetical"
        elif self._is_spoken_purpose(at):
            found.status = "happened"
        elif " ".join(words) in lexicon.instead or any(w in ("without", "instead") for w in words):
            found.status = "denied"
        elif found.status == "ongoing" and any(w in lexicon.not_before for w in words):
            found.status = "hypothetical" if "until" in words else "planned"

    def _is_spoken_purpose(self, at: int) -> bool:
        """Whether an act of speech is why something was done: "wrote to demand an answer"."""
        spoken = self._kind in _SPOKEN and self._tree.relation(at) == "advcl"
        head = self._tree.head(at)
        return spoken and head is not None and self._is_infinitive(at) and (
            self._clauses.is_verb(head) and self._own(head).status in _REALISED
        )

    def _governed(self, at: int, head: int, found: Finding, light: Light | None) -> None:
        """What the governor of a word makes of the event in or under it."""
        clauses = self._clauses
        if light is not None and light.phase is not None and clauses.is_verb(head):
            self._phase(light.phase, head, found)
            return
        if light is not None:
            self._inherit(head, found)
            return
        governor = self._governor(at, head)
        if governor is None:
            if not clauses.is_verb(at) and clauses.is_verb(head) and self._tree.relation(at) == "obj":
                outer = self._own(head)
                if outer.status in ("hypothetical", "denied") and found.status == "happened":
                    pass  # the noun keeps its own status: "did not condemn the attack"
            return
        if not clauses.is_verb(at) and self._kind in _SPOKEN:
            return  # an offer that is turned down has been made
        negated = self._negation(head) is not None
        status = governor.negated if negated else governor.status
        if governor.only_types and self._kind not in governor.only_types:
            status = governor.otherwise
        if status is None:
            return
        if status == "happened":
            if found.status == "hypothetical":
                found.status = self._own(head).status if clauses.is_verb(head) else "happened"
            return
        if found.status == "hypothetical" and status == "planned":
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
        if relation == "nsubj" and not clauses.is_passive(head):
            if clauses.is_verb(head):
                return None
        if relation in ("nmod", "amod") and not clause and not (
            tree.prepositions(at) & _NOMINAL_GOVERNED
        ):
            return None
        if relation == "advcl" and not tree.has_child(at, frozenset(("to",)), "mark"):
            return None
        for entry in self._lexicon.governors.get(clauses.lemma(head), ()):
            if entry.takes == "noun" and clause and clauses.is_verb(head):
                continue
            if self._fits(entry, at, head, clause=clause):
                return entry
        return None

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
            any(self._tree.words[c] == word for c in range(head + 1, min(head + 4, len(self._tree.words))))
            for word in fixed
        )
