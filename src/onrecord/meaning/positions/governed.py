"""What a cue governs: the words of a position, each item of a list by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.meaning.positions.clauses import governs, is_verb, key, subject
from onrecord.meaning.positions.cues import Cue
from onrecord.meaning.trees import Tree

Kind = Literal["np", "to", "that", "gerund", "subject", "rest"]
"""How words hang on a cue: a noun phrase, an infinitive, a clause, a gerund, its subject, or a noun
said again with all that follows it."""

_CLAUSE_ITEMS = ("conj", "advcl", "ccomp", "parataxis")
_NO = frozenset(("no",))


@dataclass(frozen=True, slots=True)
class Governed:
    """What a cue governs: the head of its words, and how it hangs on the cue."""

    index: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Match:
    """A cue at a token; ``end`` is its last token. ``hearer`` is whom it is put to."""

    cue: Cue
    index: int
    end: int
    governed: tuple[Governed, ...]
    hearer: int | None = None


def with_conjuncts(tree: Tree, index: int, kind: Kind) -> tuple[Governed, ...]:
    """The governed words and what is joined to them, each by itself."""
    found = [Governed(index, kind)]
    seen = {index}
    stack = [index]
    while stack:
        at = stack.pop(0)
        for child in tree.children(at, *(_CLAUSE_ITEMS if kind == "that" else ("conj",))):
            if child in seen or child < at:
                continue
            seen.add(child)
            if _is_same_kind(tree, child, kind) and not _shares_object(tree, at, child, kind):
                found.append(Governed(child, kind))
                stack.append(child)
    return tuple(found)


def _shares_object(tree: Tree, verb: int, other: int, kind: Kind) -> bool:
    """Whether two verbs have one object, so that they are one act: "drill and discipline them"."""
    if kind not in ("to", "gerund") or other - verb > 3:
        return False
    return not governs(tree, verb, "obj", "obl", "xcomp", "ccomp", "advmod")


def _is_same_kind(tree: Tree, index: int, kind: Kind) -> bool:
    """Whether a conjunct goes on with the list and is no clause with a subject of its own."""
    if kind == "np":
        named = tree.tokens[index].upos in ("NOUN", "PROPN", "NUM")
        return named and subject(tree, index) is None and not tree.has_child(index, _NO, "det")
    if kind == "to":
        finite = governs(tree, index, "aux") or subject(tree, index) is not None
        return is_verb(tree, index) and not finite and not tree.words[index].endswith(("ed", "s"))
    if kind == "gerund":
        return tree.words[index].endswith("ing")
    if kind == "that" and tree.relation(index) != "conj":
        return has_that(tree, index) and is_mandative(tree, index)
    return kind == "that" and (has_that(tree, index) or is_mandative(tree, index))


def has_that(tree: Tree, index: int) -> bool:
    """Whether "that" opens a clause, whatever the parse takes it for."""
    before = (c for c in tree.children(index) if c < index)
    first = min((c for c in before if tree.relation(c) not in ("cc", "punct")), default=index)
    return tree.words[first] == "that"


def is_mandative(tree: Tree, index: int) -> bool:
    """Whether a clause says what is to be: with a bare verb, "should" or "must"."""
    auxiliaries = [tree.words[c] for c in tree.children(index, "aux", "cop")]
    if any(word in ("should", "must", "be") for word in auxiliaries):
        return "been" not in auxiliaries and not any(
            word in ("will", "would", "can", "could", "may", "might", "to") for word in auxiliaries
        )
    if auxiliaries or not is_verb(tree, index):
        return False
    about = subject(tree, index)
    word = tree.words[index]
    if about is None or word.endswith(("s", "ed", "ing")) or key(tree, index) != word:
        return False
    return not tree.words[about].endswith("s") or tree.words[about].endswith("ss")


def is_clause(tree: Tree, index: int) -> bool:
    """Whether a token is the predicate of a clause with a subject."""
    return subject(tree, index) is not None
