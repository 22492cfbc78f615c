"""Which proper nouns of a treebank hang together as one name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.lexicon import listed, read_toml
from training.corpora.document import SyntacticWord

_JOINED = ("flat", "compound", "amod", "goeswith")
_HYPHENS = ("-", "&", "'", "’")
_OFFICES = frozenset(
    "president minister secretary chairman director governor mayor head ceo vp".split()
)


def proper_groups(text: str, tree: Sequence[SyntacticWord]) -> list[tuple[int, int]]:
    """The first and the last word of each group of proper nouns that hang together.

    A title before a name ("President Reyl") is a group of its own; "of" joins two groups unless
    the first is a title ("Bank of Norra").
    """
    joined: list[tuple[int, int]] = []
    for first, last in _compounds(text, tree):
        if joined and _is_of(text, tree, joined[-1], (first, last)):
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined


def _compounds(text: str, tree: Sequence[SyntacticWord]) -> list[tuple[int, int]]:
    """Proper nouns side by side, or over a hyphen, that are compounds of each other."""
    found: list[tuple[int, int]] = []
    for first, last in _runs(text, tree):
        owner = {at: at for at in range(first, last + 1)}
        for at in owner:
            head = tree[at].head
            if head in owner and tree[at].relation in _JOINED:
                low, high = sorted((at, head))
                for between in range(low + 1, high + 1):
                    owner[between] = low
        for at in range(first, last + 1):
            if owner[at] == at:
                found.append((at, at))
            else:
                found[-1] = found[-1][0], at
    return [(begin, end) for begin, end in found if tree[begin].proper]


def _runs(text: str, tree: Sequence[SyntacticWord]) -> list[tuple[int, int]]:
    """Proper nouns one after another, hyphens between them too."""
    runs: list[tuple[int, int]] = []
    for at, word in enumerate(tree):
        if not word.proper:
            continue
        last = runs[-1][1] if runs else -9
        hyphen = last == at - 2 and text[slice(*tree[last + 1].span)] in _HYPHENS
        if last == at - 1 or hyphen:
            runs[-1] = runs[-1][0], at
        else:
            runs.append((at, at))
    return runs


def _is_of(
    text: str,
    tree: Sequence[SyntacticWord],
    before: tuple[int, int],
    after: tuple[int, int],
) -> bool:
    """Whether "of" joins two groups to the name of a body."""
    between = range(before[1] + 1, after[0])
    words = [text[tree[at].span.start : tree[at].span.end].lower() for at in between]
    if not words or words[0] != "of" or words[1:] not in ([], ["the"]):
        return False
    first = text[tree[before[1]].span.start : tree[before[1]].span.end].lower()
    governed = any(
        tree[at].relation == "nmod" and before[0] <= (tree[at].head or 0) <= before[1]
        for at in range(after[0], after[1] + 1)
    )
    return governed and first not in _titles()


@cache
def _titles() -> frozenset[str]:
    honorifics = read_toml("honorifics.toml")
    words = (word for key in ("man", "woman", "any") for word in listed(honorifics[key]))
    return _OFFICES.union(words)
