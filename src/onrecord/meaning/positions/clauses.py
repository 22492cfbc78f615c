"""A verb or predicate in its sentence: its subject, its auxiliaries, whether it is negated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon.word_forms import word_key
from onrecord.meaning.trees import Tree

_NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor", "hardly", "nowhere"))
_NO = frozenset(("no", "neither", "nothing", "nobody", "none"))
_NO_LESS = frozenset(("less", "short", "but", "more"))
_MODALS = {
    "will": "will",
    "wo": "will",
    "'ll": "will",
    "’ll": "will",
    "shall": "will",
    "would": "would",
    "'d": "would",
    "’d": "would",
    "can": "can",
    "ca": "can",
    "could": "could",
    "may": "may",
    "might": "may",
    "must": "must",
    "should": "must",
    "ought": "must",
}
MODAL_WORDS = frozenset((*_MODALS, "have", "has", "had", "need", "needs", "going"))
"""Words that may make a modal."""
NOT_WORDS = _NOT
"""Words that negate a verb."""
_SEMI_MODALS = {"have": "must", "need": "must", "ought": "must", "go": "will", "oblige": ""}
_SUBJECTS = ("nsubj", "csubj")
_DASHES = frozenset(("-", "–", "—", "--"))
_PREDICATES = frozenset(("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "ADV", "NUM", "ADP"))
_SHARES_SUBJECT = frozenset(("conj", "xcomp"))
_PARTICIPLE_CLAUSES = frozenset(("advcl", "acl"))


@dataclass(frozen=True, slots=True)
class Force:
    """How a clause is meant.

    ``modals`` are of "will", "would", "can", "could", "may", "must". ``negated`` says whether it
    is so, ``ended`` that it was so and is no longer.
    """

    modals: frozenset[str] = frozenset()
    negated: bool = False
    ended: bool = False


def key(tree: Tree, index: int) -> str:
    """The key of a token's word."""
    return word_key(tree.words[index])


def is_verb(tree: Tree, index: int) -> bool:
    """Whether a token is a verb in this sentence."""
    return tree.tokens[index].upos in ("VERB", "AUX")


def governs(tree: Tree, index: int, *relations: str) -> bool:
    """Whether a token governs any by one of these relations."""
    return next(tree.children(index, *relations), None) is not None


def has_possessor(tree: Tree, index: int) -> bool:
    """Whether a noun has a possessor before it."""
    return next(tree.below(index, ("nmod:poss",)), None) is not None


def has_mark(tree: Tree, index: int, word: str) -> bool:
    """Whether ``word`` brings a clause in."""
    return any(tree.words[c] == word for c in tree.children(index, "mark"))


def is_infinitive(tree: Tree, index: int) -> bool:
    """Whether "to" stands before a verb, adverbs between them allowed."""
    return has_mark(tree, index, "to")


def is_gerund(tree: Tree, index: int) -> bool:
    """Whether a verb is a form in -ing without an auxiliary."""
    if not is_verb(tree, index):
        return False
    auxiliaries = [tree.words[c] for c in tree.children(index, "aux")]
    if auxiliaries:
        return auxiliaries[0] == "having"
    return tree.words[index].endswith("ing")


def is_participle(tree: Tree, index: int) -> bool:
    """Whether a verb is a bare past participle that describes a noun: "a call made by Kell"."""
    word = tree.words[index]
    if not is_verb(tree, index) or word.endswith("ing") or governs(tree, index, "aux"):
        return False
    return tree.relation(index) in ("acl", "amod") and tree.tokens[index].deprel != "acl:relcl"


def is_passive(tree: Tree, index: int) -> bool:
    """Whether a verb is in the passive."""
    if is_participle(tree, index):
        return True
    marks = [c for c in tree.children(index) if tree.tokens[c].deprel in ("aux:pass", "nsubj:pass")]
    clitic = any(tree.words[c] in ("'s", "’s") for c in marks)
    if clitic and governs(tree, index, "obj"):
        return False  # "he's given them a day"
    return bool(marks)


def subject(tree: Tree, index: int) -> int | None:
    """The head of the subject that a verb or predicate has itself; of several the nearest."""
    found = [c for c in tree.children(index, *_SUBJECTS) if tree.tokens[c].deprel != "nsubj:outer"]
    best = min(found, key=lambda c: (c > index, abs(c - index)), default=None)
    if best is not None and tree.words[best + 1 : best + 2] and tree.words[best + 1] in _DASHES:
        # a dateline is taken for the subject: "SEOUL - North Korea is willing"
        return next((c for c in tree.children(best, "appos", "conj") if c > best), best)
    return best


def governing_modal(tree: Tree, index: int) -> int | None:
    """The semi-modal that a verb depends on: "have" of "have to leave", "going" of "going to"."""
    head = tree.head(index)
    if head is None or tree.relation(index) != "xcomp" or not is_infinitive(tree, index):
        return None
    if key(tree, head) not in _SEMI_MODALS:
        return None
    if key(tree, head) == "go" and tree.words[head] != "going":
        return None
    return head


def top_of(tree: Tree, index: int) -> int:
    """The verb that carries the finite form: "have" of "have to leave"."""
    for _ in range(4):
        above = governing_modal(tree, index)
        if above is None:
            break
        index = above
    return index


def force(tree: Tree, index: int) -> Force:
    """Modals and negation of a verb or predicate, those of its semi-modals included."""
    modals: set[str] = set()
    negated = ended = False
    at: int | None = index
    while at is not None:
        for child in tree.children(at, "aux", "cop"):
            modal = _MODALS.get(tree.words[child])
            if modal is not None and not (modal == "would" and _is_had(tree, at, child)):
                modals.add(modal)
        here_negated, here_ended = _negation(tree, at)
        negated ^= here_negated
        ended |= here_ended
        above = governing_modal(tree, at)
        if above is not None:
            modals |= {_SEMI_MODALS[key(tree, above)]} - {""}
        at = above
    return Force(frozenset(modals), negated, ended)


def _is_had(tree: Tree, verb: int, auxiliary: int) -> bool:
    """Whether "'d" stands for "had": before a participle."""
    return tree.words[auxiliary] in ("'d", "’d") and tree.words[verb].endswith(("ed", "en", "wn"))


def _negation(tree: Tree, index: int) -> tuple[bool, bool]:
    negated = ended = without = False
    for child in tree.children(index):
        word = tree.words[child]
        if word in _NOT and child < index + 2:
            negated = True
        elif word in ("longer", "anymore"):
            ended = True
        elif tree.relation(child) in ("nsubj", "obj") and _is_none(tree, child):
            without = True
    return (negated or without) and not ended, ended


def _is_none(tree: Tree, index: int) -> bool:
    """Whether a noun has "no" before it, or is "nothing"."""
    if tree.words[index] in _NO:
        return not tree.has_child(index, _NO_LESS)
    return any(tree.words[c] in _NO for c in tree.children(index, "det"))


def ancestors(tree: Tree, index: int) -> Iterator[int]:
    """The tokens that govern a token, the nearest first."""
    head = tree.head(index)
    for _ in range(40):
        if head is None:
            return
        yield head
        head = tree.head(head)


def below(tree: Tree, index: int) -> frozenset[int]:
    """A token and all tokens under it."""
    found = {index}
    stack = [index]
    while stack:
        for child in tree.children(stack.pop()):
            if child not in found:
                found.add(child)
                stack.append(child)
    return frozenset(found)
