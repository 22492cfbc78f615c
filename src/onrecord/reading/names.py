"""Outputs → names: the best legal tags of each block."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import NAME_TAGS, legal_transitions
from onrecord.reading.session import WindowOutputs
from onrecord.reading.tag_chain import TagChain, labelled_runs, softmax
from onrecord.reading.types import Name
from onrecord.record import Span

Floats = NDArray[np.float32]


class NamesDecoder:
    """Decodes windows; the head learns no transitions, the tags only have to be legal.

    So a block's likeliest tags, word by word, are the best ones where they are legal, and few
    blocks need a search.
    """

    def __init__(self) -> None:
        transitions = legal_transitions(NAME_TAGS)
        self._chain = TagChain(transitions)
        self._legal = transitions == 0

    def names(self, windows: Sequence[Window], outputs: Sequence[WindowOutputs]) -> list[Name]:
        """The names, in text order."""
        if not windows:
            return []
        emissions = np.concatenate(
            [
                output.names[window.words, : len(NAME_TAGS)]
                for window, output in zip(windows, outputs, strict=True)
            ]
        )
        tags = self._tags(emissions, _block_borders(windows))
        chances = softmax(emissions)[np.arange(len(tags)), tags]
        starts = np.concatenate([window.starts for window in windows])
        ends = np.concatenate([window.ends for window in windows])
        return [
            Name(Span(int(starts[first]), int(ends[last])), label, score)
            for label, first, last, score in labelled_runs(tags, chances, NAME_TAGS)
        ]

    def _tags(self, emissions: Floats, borders: NDArray[np.int64]) -> NDArray[np.int64]:
        """int64 [words]: the best legal tags of each block; a block runs from border to border."""
        tags: NDArray[np.int64] = emissions.argmax(axis=1)
        before, after = np.roll(tags, 1), np.roll(tags, -1)
        before[borders[:-1]] = after[borders[1:] - 1] = len(NAME_TAGS)
        wrong = ~(self._legal[before, tags] & self._legal[tags, after])
        found_in = np.searchsorted(borders, np.flatnonzero(wrong), side="right") - 1
        blocks = sorted(set(found_in.tolist()))
        searched = self._chain.decode([emissions[borders[b] : borders[b + 1]] for b in blocks])
        for block, (found, _) in zip(blocks, searched, strict=True):
            tags[borders[block] : borders[block + 1]] = found
        return tags


def _block_borders(windows: Sequence[Window]) -> NDArray[np.int64]:
    """int64 [blocks + 1]: where each block's words begin among all words, and where the last ends.

    A block that two windows share counts as two.
    """
    counts = [
        len(part)
        for window in windows
        for part in np.split(window.blocks, np.flatnonzero(np.diff(window.blocks)) + 1)
    ]
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
