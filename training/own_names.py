"""Names for a treebank that has none: its own proper nouns, called what the model calls them.

The treebank says where proper nouns begin and end, the names head what kind of name they are: the
mean of its chances over all places of the corpus where the same words stand (self-training;
Yarowsky, "Unsupervised Word Sense Disambiguation Rivaling Supervised Methods", ACL 1995).
Countries, bodies and large cities are called what the package's lists call them. Proper nouns of
which neither is sure teach nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch

from onrecord.gazetteer import Gazetteer
from onrecord.lexicon import listed, read_toml
from onrecord.reading.encode import TextEncoder, Window
from onrecord.reading.labels import NAME_TAGS, NAMES
from onrecord.record import Span
from training.batches import collate, examples
from training.corpora.document import Document, Named, SyntacticWord
from training.corpora.listed import bodies, countries, peoples_of
from training.model import Model

SURE = 0.6
SURELY_NONE = 0.1
LARGE_CITY = 100_000
_JOINED = ("flat", "compound", "amod", "goeswith")
_HYPHENS = ("-", "&", "'", "’")
_TAGS_OF = [[at for at, tag in enumerate(NAME_TAGS) if tag.endswith(f"-{name}")] for name in NAMES]
_OFFICES = frozenset(
    "president minister secretary chairman director governor mayor head ceo vp".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december mon tue tues wed thu thur thurs fri sat
    sun jan feb mar apr jun jul aug sep sept oct nov dec am pm a.m. p.m. est pst gmt internet god
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Proper nouns that belong together, and the model's mean chance of each label."""

    span: Span
    words: str
    chances: np.ndarray


def with_own_names(
    model: Model, encoder: TextEncoder, documents: Sequence[Document], device: torch.device
) -> list[Document]:
    """The documents, which have trees, with ``names``, and with ``unsure`` where none is taught."""
    model.eval()
    found = [list(_candidates(model, encoder, document, device)) for document in documents]
    model.train()
    sums: dict[str, list[np.ndarray]] = defaultdict(list)
    for candidates in found:
        for candidate in candidates:
            sums[candidate.words.lower()].append(candidate.chances)
    label_of = _Labels({words: np.mean(chances, axis=0) for words, chances in sums.items()})
    return [
        _labelled(document, [(c.span, label_of(c.words)) for c in candidates])
        for document, candidates in zip(documents, found, strict=True)
    ]


def _labelled(document: Document, labels: Sequence[tuple[Span, str | None]]) -> Document:
    """``document`` with those labels; None is unsure, "O" is no name."""
    names = [Named(span, label) for span, label in labels if label not in (None, "O")]
    peoples = peoples_of(document.text, document.trees or (), names)
    return replace(
        document,
        names=tuple(sorted([*names, *peoples], key=lambda name: name.span)),
        unsure=tuple(span for span, label in labels if label is None),
    )


class _Labels:
    """What words are called in the whole corpus."""

    def __init__(self, chances: dict[str, np.ndarray]) -> None:
        self.chances = chances
        self.gazetteer = Gazetteer.load()

    def __call__(self, words: str) -> str | None:
        """A label of :data:`NAMES`, "O", or None."""
        if words in countries():
            return "LOC"
        if words in bodies():
            return "ORG"
        if words.lower() in _CALENDAR:
            return "O"
        chances = self.chances[words.lower()]
        best = int(chances.argmax())
        places = self.gazetteer.candidates(words)
        if places and places[0].weight > LARGE_CITY and NAMES[best] != "PER":
            return "LOC"
        if chances[best] > SURE * max(chances.sum(), 0.5) and NAMES[best] != "NORP":
            return NAMES[best]
        return "O" if chances.sum() < SURELY_NONE else None


def _candidates(
    model: Model, encoder: TextEncoder, document: Document, device: torch.device
) -> Iterator[_Candidate]:
    starts, chances = _chances(model, encoder, document, device)
    for tree in document.trees or ():
        for first, last in proper_groups(document.text, tree):
            span = Span(tree[first].span.start, tree[last].span.end)
            begin, end = np.searchsorted(starts, span)
            inside = chances[begin : max(begin + 1, end)]
            if len(inside):
                yield _Candidate(span, document.text[span.start : span.end], inside.mean(axis=0))


def _chances(
    model: Model, encoder: TextEncoder, document: Document, device: torch.device
) -> tuple[np.ndarray, np.ndarray]:
    """Where each word starts, and its chance of each label of :data:`NAMES`, [words, labels]."""
    starts: list[np.ndarray] = []
    chances: list[np.ndarray] = []
    for example in examples([document], encoder):
        window: Window = example.window
        with torch.inference_mode():
            states = model.encoder(collate([example]).inputs.to(device))
            scores = model.names(model.mixes["names"](states))[
                0, window.words.tolist(), : len(NAME_TAGS)
            ]
        tags = scores.softmax(-1).cpu().numpy()
        by_label = [
            tags[:, [at for at, tag in enumerate(NAME_TAGS) if tag.endswith(f"-{name}")]].sum(
                axis=1
            )
            for name in NAMES
        ]
        starts.append(window.starts)
        chances.append(np.stack(by_label, axis=1))
    return np.concatenate(starts), np.concatenate(chances)


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
