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

import numpy as np
import torch

from onrecord.gazetteer import Gazetteer
from onrecord.reading.encode import TextEncoder, Window
from onrecord.reading.labels import NAME_TAGS, NAMES
from onrecord.record import Span
from training.batches import collate, examples
from training.corpora.document import Document, Named
from training.corpora.listed import bodies, countries, peoples_of
from training.corpora.proper_nouns import proper_groups
from training.model import Model

SURE = 0.6
SURELY_NONE = 0.1
LARGE_CITY = 100_000
_TAGS_OF = [[at for at, tag in enumerate(NAME_TAGS) if tag.endswith(f"-{name}")] for name in NAMES]
_NO_NAMES = frozenset(
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
    compounds = [span for span, _ in labels if " " in document.text[span.start : span.end]]
    taken = [*(name.span for name in names), *compounds]
    peoples = peoples_of(document.text, document.trees or (), taken)
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
        if words.lower() in _NO_NAMES:
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
            scores = model.names(model.mixes["names"](states))[0, window.words.tolist()]
        tags = scores[:, : len(NAME_TAGS)].softmax(-1).cpu().numpy()
        starts.append(window.starts)
        chances.append(np.stack([tags[:, places].sum(axis=1) for places in _TAGS_OF], axis=1))
    return np.concatenate(starts), np.concatenate(chances)
