"""Nouns of stance and the words that say their content: "a call for X", "three demands: X, Y"."""

from __future__ import annotations

from onrecord.meaning.positions.clauses import (
    ancestors,
    governs,
    is_gerund,
    is_infinitive,
    is_verb,
    key,
    subject,
)
from onrecord.meaning.positions.cues import Cue
from onrecord.meaning.positions.governed import (
    Governed,
    Kind,
    Match,
    has_that,
    is_clause,
    with_conjuncts,
)
from onrecord.meaning.trees import Tree

_CONTENT_CASES = frozenset(("for", "of", "on", "to", "over", "about"))
_COLONS = frozenset((":", "—", "–", "--", "namely"))
_AND = frozenset(("and", "or", "&"))
_INCLUDES = frozenset(("include", "comprise"))


def match_noun(tree: Tree, index: int, cue: Cue, end: int) -> Match:
    """A noun of stance with the words that say its content."""
    cases = _CONTENT_CASES | {"against"} if cue.stance == "opposes" else _CONTENT_CASES
    governed = (
        (() if cue.content_waits else _clauses_of_noun(tree, index))
        or (() if cue.content_waits else _by_preposition(tree, index, end, cases))
        or _listed(tree, index)
        or _equated(tree, index)
    )
    return Match(cue, index, end, governed)


def _clauses_of_noun(tree: Tree, noun: int) -> tuple[Governed, ...]:
    behind = noun + 1
    if behind < len(tree.tokens) and tree.words[behind] in ("to", "that"):
        head = tree.head(behind)
        marks = tree.tokens[behind].upos in ("PART", "SCONJ")
        if marks and head is not None and head > behind:
            if head in ancestors(tree, noun):
                return ()
            if tree.words[behind] == "that":
                head = _first_clause(tree, behind, head)
            kind: Kind = "to" if tree.words[behind] == "to" else "that"
            return with_conjuncts(tree, head, kind)
    for child in tree.children(noun, "acl", "ccomp", "advcl", "xcomp", "obl", "nmod"):
        if child <= noun:
            continue
        if is_infinitive(tree, child):
            for_whom = subject(tree, child) is not None
            return with_conjuncts(tree, child, "that" if for_whom else "to")
        if has_that(tree, child) and is_clause(tree, child):
            return with_conjuncts(tree, child, "that")
        if is_gerund(tree, child) and tree.markers(child) & _CONTENT_CASES:
            return with_conjuncts(tree, child, "gerund")
    return ()


def _first_clause(tree: Tree, mark: int, head: int) -> int:
    """The verb of the first clause behind "that": the parse may have gone on to a later one."""
    for index in range(mark + 1, head):
        about = subject(tree, index)
        if about is not None and mark < about < index and is_verb(tree, index):
            return index
    return head


def _by_preposition(tree: Tree, noun: int, end: int, cases: frozenset[str]) -> tuple[Governed, ...]:
    """What "for", "of", "on" and so on bring in, though it may hang on the verb before."""
    if end > noun:  # the entry has its own preposition
        of_entry = tree.head(end)
        return () if of_entry is None or of_entry < end else with_conjuncts(tree, of_entry, "np")
    head = tree.head(noun)
    for parent in (noun, head):
        if parent is None:
            continue
        for child in tree.children(parent, "nmod", "obl", "obj"):
            if child <= end or not tree.prepositions(child) & cases:
                continue
            if parent == head and not _follows(tree, noun, child):
                continue
            return with_conjuncts(tree, child, "np")
    return ()


def _follows(tree: Tree, noun: int, child: int) -> bool:
    """Whether a phrase on the verb may be the noun's: "renewed its call on Sunday for a truce"."""
    if "for" not in tree.prepositions(child):
        return False
    return not any(tree.words[i] in (",", ";", ":") for i in range(noun + 1, child))


def _listed(tree: Tree, noun: int) -> tuple[Governed, ...]:
    """The items behind a colon or dash: "three demands: a, b and c"."""
    colon = next(
        (i for i in range(noun + 1, min(noun + 20, len(tree.tokens))) if tree.words[i] in _COLONS),
        None,
    )
    if colon is None:
        return ()
    for index in range(colon + 1, len(tree.tokens)):
        head = tree.head(index)
        if head is not None and head < colon and tree.tokens[index].upos in ("NOUN", "PROPN"):
            return _whole_list(tree, with_conjuncts(tree, index, "np"))
    return ()


def _whole_list(tree: Tree, items: tuple[Governed, ...]) -> tuple[Governed, ...]:
    """A list with its last item, which the parse may have hung into the one before.

    Two items or more that commas part want an "and": the last joined phrase is an item.
    """
    if len(items) < 2 or any(tree.has_child(item.index, _AND, "cc") for item in items):
        return items
    last = items[-1].index
    for index in range(last + 1, len(tree.tokens)):
        joined = tree.relation(index) == "conj" and tree.has_child(index, _AND, "cc")
        if joined and last in ancestors(tree, index):
            return (*items, Governed(index, "np"))
    return items


def _equated(tree: Tree, noun: int) -> tuple[Governed, ...]:
    """What the noun is said to be: "the demand is X", "X is a precondition"."""
    head = tree.head(noun)
    if governs(tree, noun, "cop"):
        about = subject(tree, noun)
        return () if about is None else with_conjuncts(tree, about, "np")
    if head is not None and tree.relation(noun) == "nsubj":
        if governs(tree, head, "cop"):
            return with_conjuncts(tree, head, "np")
        if key(tree, head) in _INCLUDES:
            return tuple(
                item
                for c in tree.children(head, "obj", "ccomp")
                for item in with_conjuncts(tree, c, "np")
            )
    return _said_to_be(tree, noun)


def _said_to_be(tree: Tree, noun: int) -> tuple[Governed, ...]:
    """The predicate right behind the noun's phrase, where the parse does not join the two."""
    for place in range(noun + 1, min(noun + 10, len(tree.tokens))):
        if tree.words[place] in (",", ";", ":", "."):
            return ()
        if tree.relation(place) == "cop" and tree.words[place] in ("is", "are", "was", "were"):
            head = tree.head(place)
            named = head is not None and subject(tree, head) is None
            return with_conjuncts(tree, head, "np") if named and head is not None else ()
    return ()
