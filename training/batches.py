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
    """One epoch: documents varied, cut, and put into batches of about ``pieces`` pieces."""
    draw = random.Random(seed)
    varied = [augmenter.vary(document, draw) for document in documents]
    found = examples(varied, encoder)
    draw.shuffle(found)
    batches: list[Batch] = []
    for pool in (found[at : at + 256] for at in range(0, len(found), 256)):
        pool.sort(key=lambda example: len(example.window.ids))
        batches.extend(collate(group) for group in _groups(pool, pieces))
    draw.shuffle(batches)
    return batches


def _groups(pool: Sequence[Example], pieces: int) -> Iterator[list[Example]]:
    group: list[Example] = []
    for example in pool:
        if group and (len(group) + 1) * len(example.window.ids) > pieces:
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
