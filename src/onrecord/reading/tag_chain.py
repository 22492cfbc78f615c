"""The best legal tags of sequences under a linear chain, and how sure the chain is of each.

Viterbi's algorithm for the tags, the forward-backward algorithm for the chances (Rabiner 1989),
over all sequences at once: the longest come first, so that a step touches only those still live.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Decoded = tuple[NDArray[np.int64], Floats]
"""A sequence's tags, int64 [words], and the chance of each, float32 [words]."""


class TagChain:
    """``transitions``: float32 [tags + 1, tags + 1], row before column; the last is the border."""

    def __init__(self, transitions: Floats) -> None:
        self._inner = transitions[:-1, :-1].astype(np.float32)
        self._first = transitions[-1, :-1].astype(np.float32)
        self._last = transitions[:-1, -1].astype(np.float32)

    def decode(self, sequences: Sequence[Floats]) -> list[Decoded]:
        """Tags and chances of each sequence of emissions, float32 [words, tags], words >= 1."""
        if not sequences:
            return []
        order = sorted(range(len(sequences)), key=lambda at: -len(sequences[at]))
        lengths = np.array([len(sequences[at]) for at in order])
        padded = np.zeros((lengths[0], len(order), len(self._first)), dtype=np.float32)
        for row, at in enumerate(order):
            padded[: lengths[row], row] = sequences[at]
        live = [int((lengths > word).sum()) for word in range(int(lengths[0]))]
        paths = self._best_paths(padded, lengths, live)
        chances = self._chances(padded, lengths, live)
        decoded: list[Decoded] = [(np.zeros(0, np.int64), np.zeros(0, np.float32))] * len(order)
        for row, at in enumerate(order):
            length = int(lengths[row])
            path = paths[:length, row]
            decoded[at] = (path, chances[np.arange(length), row, path])
        return decoded

    def _best_paths(
        self, emissions: Floats, lengths: NDArray[np.int64], live: Sequence[int]
    ) -> NDArray[np.int64]:
        """int64 [words, sequences]: the tags of the most probable path of each."""
        best = self._first + emissions[0]
        back = np.zeros(emissions.shape, dtype=np.int64)
        for word in range(1, len(emissions)):
            count = live[word]
            steps = best[:count, :, None] + self._inner
            back[word, :count] = steps.argmax(axis=1)
            best[:count] = steps.max(axis=1) + emissions[word, :count]
        paths = np.zeros(emissions.shape[:2], dtype=np.int64)
        rows = np.arange(len(lengths))
        paths[lengths - 1, rows] = (best + self._last).argmax(axis=1)
        for word in range(len(emissions) - 1, 0, -1):
            count = live[word]
            paths[word - 1, :count] = back[word, rows[:count], paths[word, :count]]
        return paths

    def _chances(
        self, emissions: Floats, lengths: NDArray[np.int64], live: Sequence[int]
    ) -> Floats:
        """float32 [words, sequences, tags]: the marginal chance of each tag at each word."""
        weights = np.exp(emissions - emissions.max(axis=2, keepdims=True))
        inner, last = np.exp(self._inner), np.exp(self._last)
        forward = np.zeros_like(weights)
        forward[0] = _scaled(np.exp(self._first) * weights[0])
        for word in range(1, len(weights)):
            count = live[word]
            step = (forward[word - 1, :count] @ inner) * weights[word, :count]
            forward[word, :count] = _scaled(step)
        backward = np.zeros_like(weights)
        backward[lengths - 1, np.arange(len(lengths))] = last
        for word in range(len(weights) - 1, 0, -1):
            count = live[word]
            step = (weights[word, :count] * backward[word, :count]) @ inner.T
            backward[word - 1, :count] = _scaled(step)
        return _scaled(forward * backward)


def labelled_runs(
    tags: NDArray[np.int64], chances: Floats, names: Sequence[str]
) -> Iterator[tuple[str, int, int, float]]:
    """The runs that BIOES tags mark: label, first word, last word, mean chance of their tags.

    ``names`` are the tags as written, "O" the first.
    """
    first = 0
    for word in np.flatnonzero(tags).tolist():
        place, label = names[int(tags[word])].split("-")
        if place in "BS":
            first = word
        if place in "ES":
            yield label, first, word, float(chances[first : word + 1].mean())


def softmax(scores: Floats) -> Floats:
    """The chances that scores stand for, along the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    normed: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return normed


def _scaled(weights: Floats) -> Floats:
    """``weights`` with each row brought to the sum 1."""
    scaled: Floats = weights / np.maximum(weights.sum(axis=-1, keepdims=True), 1e-30)
    return scaled
