"""Under which condition a position is held: "if", "unless", "only after", "in exchange for"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from onrecord.meaning.positions.clauses import ancestors, below, subject
from onrecord.meaning.positions.cues import CueLexicon, Marker
from onrecord.meaning.positions.texts import trimmed
from onrecord.meaning.trees import Tree
from onrecord.record import Span

_INVERTED = frozenset(("should", "had", "were"))
_CLAUSES = frozenset(("advcl", "ccomp", "conj", "acl", "parataxis", "xcomp"))
_SEQUENCES = frozenset(("sequence", "without"))


@dataclass(frozen=True, slots=True)
class Condition:
    """The words of a condition, all its tokens (its marker too), and what its marker means."""

    head: int
    span: Span
    tokens: frozenset[int]
    relation: str
    marker: str


def find_conditions(text: str, tree: Tree, lexicon: CueLexicon) -> list[Condition]:
    """The conditions of a sentence."""
    found: list[Condition] = []
    place = 0
    while place < len(tree.tokens):
        marker = _marker(tree, place, lexicon)
        if marker is not None:
            condition = _condition(text, tree, place, marker)
            if condition is not None:
                found.append(condition)
            place += len(marker.words)
        else:
            if tree.words[place] in _INVERTED and (inverted := _inverted(text, tree, place)):
                found.append(inverted)
            place += 1
    return found


def governing(
    tree: Tree, conditions: Collection[Condition], roots: Collection[int], *, refused: bool
) -> Condition | None:
    """The condition that hangs on one of the tokens.

    ``refused``: the clause says no; only then "without" and "before" are conditions.
    """
    near = set(roots)
    for condition in conditions:
        if near & condition.tokens or (condition.relation in _SEQUENCES and not refused):
            continue
        for above in ancestors(tree, condition.head):
            if above in near:
                return condition
            if above in condition.tokens:
                continue
            if tree.relation(above) in ("ccomp", "acl") and above not in near:
                break
    return None


def _marker(tree: Tree, place: int, lexicon: CueLexicon) -> Marker | None:
    for marker in lexicon.conditions.get(tree.words[place], ()):
        if tuple(tree.words[place : place + len(marker.words)]) == marker.words:
            return marker
    return None


def _condition(text: str, tree: Tree, start: int, marker: Marker) -> Condition | None:
    """The clause or phrase that a marker brings in."""
    behind = start + len(marker.words)
    if marker.relation == "none" or behind >= len(tree.tokens):
        return None
    adverb = len(marker.words) == 1 and tree.tokens[start].upos == "ADV"
    if adverb or tree.tokens[behind].upos == "PUNCT":
        return None  # "has called for it before"
    head = tree.head(behind - 1)
    if head is None or head < behind:
        head = _head_behind(tree, behind)
    is_clause = subject(tree, head) is not None
    if (
        marker.brings != "any"
        and marker.words[-1] != "if"
        and is_clause != (marker.brings == "clause")
    ):
        return None
    tokens = set(below(tree, head)) | set(range(start, behind))
    last = behind - 1
    while last + 1 < len(tree.tokens) and (
        last + 1 in tokens
        or (
            tree.tokens[last + 1].upos == "PUNCT"
            and last + 2 in tokens
            and tree.words[last + 1] not in (".", ";")
        )
    ):
        last += 1
    tokens = {index for index in tokens if start <= index <= last}
    span = trimmed(
        text,
        Span(tree.tokens[behind].span.start, tree.tokens[last].span.end),
        tree.span,
    )
    if span is None or head not in tokens:
        return None
    return Condition(
        head, span, frozenset(tokens), marker.relation, " ".join(tree.words[start:behind])
    )


def _head_behind(tree: Tree, behind: int) -> int:
    """The verb or noun that the words behind a marker belong to, where the marker hangs apart."""
    at = behind
    for _ in range(10):
        head = tree.head(at)
        if head is None or head < behind:
            return at
        if tree.relation(at) in _CLAUSES:
            return at
        at = head
    return at


def _inverted(text: str, tree: Tree, place: int) -> Condition | None:
    """The form "should the attacks go on": the auxiliary before its subject, not in a question."""
    head = tree.head(place)
    if head is None or tree.relation(place) not in ("aux", "cop") or head < place:
        return None
    about = subject(tree, head)
    if about is None or about < place or tree.words[-1] == "?":
        return None
    if tree.relation(head) not in _CLAUSES:
        return None
    tokens = frozenset(index for index in below(tree, head) if index >= place)
    last = max(tokens)
    span = trimmed(
        text,
        Span(tree.tokens[place + 1].span.start, tree.tokens[last].span.end),
        tree.span,
    )
    return None if span is None else Condition(head, span, tokens, "needs", "should")
