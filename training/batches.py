"""Documents → windows → batches of about equal length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.reading.encode import TextEncoder, Window
from training.augment import Augmenter
from training.corpora.document import Document
from training.encoder import Inputs

TOGETHER = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A window and the document whose labels hold for it."""

    window: Window
    document: Document


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded inputs, and the places of the words: ``words`` int64 [batch, words], 0 is padding."""

    examples: tuple[Example, ...]
    inputs: Inputs
    words: Tensor

    def of(self, rows: Sequence[int]) -> Batch:
        """Those rows only."""
        picked = list(rows)
        inputs = Inputs(
            *(getattr(self.inputs, name)[picked] for name in Inputs.__dataclass_fields__)
        )
        return Batch(tuple(self.examples[row] for row in picked), inputs, self.words[picked])


def examples(documents: Sequence[Document], encoder: TextEncoder) -> list[Example]:
    """All windows of all documents, in order."""
    return [
        Example(window, document)
        for document in documents
        for window in encoder.windows(document.text, document.blocks)
    ]


def training_batches(
    documents: Sequence[Document],
    encoder: TextEncoder,
    augmenter: Augmenter,
    *,
    pieces: int,
    seed: int,
) -> list[Batch]:
    """One epoch: documents varied, cut, and put into batches of about ``pieces`` pieces.

    Windows of a document that is to be learnt ``together`` stay side by side, so that what
    corefers across windows is seen; of the others every second one does, by lot, where it has
    coreference.
    """
    draw = random.Random(seed)
    scattered: list[Example] = []
    batches: list[Batch] = []
    for document in documents:
        varied = augmenter.vary(document, draw)
        found = examples([varied], encoder)
        if document.together or (
            document.coreference is not None and len(found) > 1 and draw.random() < TOGETHER
        ):
            batches.extend(collate(group) for group in _groups(found, pieces))
        else:
            scattered += found
    draw.shuffle(scattered)
    for pool in (scattered[at : at + 256] for at in range(0, len(scattered), 256)):
        pool.sort(key=lambda example: len(example.window.ids))
        batches.extend(collate(group) for group in _groups(pool, pieces))
    draw.shuffle(batches)
    return batches


def _groups(pool: Sequence[Example], pieces: int) -> Iterator[list[Example]]:
    group: list[Example] = []
    for example in pool:
        longest = max(len(other.window.ids) for other in (*group, example))
        if group and (len(group) + 1) * longest > pieces:
            yield group
            group = []
        group.append(example)
    if group:
        yield group


def collate(group: Sequence[Example]) -> Batch:
    """A batch of the examples, padded to the longest."""
    windows = [example.window for example in group]
    longest = max(len(window.ids) for window in windows)
    most_words = max(len(window.words) for window in windows)

    def padded(name: str, width: int) -> Tensor:
        out = np.zeros((len(windows), width), dtype=np.int64)
        for row, window in enumerate(windows):
            values = getattr(window, name)
            out[row, : len(values)] = values
        return torch.from_numpy(out)

    mask = np.zeros((len(windows), longest), dtype=np.int64)
    for row, window in enumerate(windows):
        mask[row, : len(window.ids)] = 1
    inputs = Inputs(
        ids=padded("ids", longest),
        shapes=padded("shapes", longest),
        spacings=padded("spacings", longest),
        quotes=padded("quotes", longest),
        mask=torch.from_numpy(mask),
    )
    return Batch(tuple(group), inputs, padded("words", most_words))
