"""Outputs → names, and words that tell a time: the best legal tags of each block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import NAME_TAGS, TIME_TAGS, legal_transitions
from onrecord.reading.session import WindowOutputs
from onrecord.reading.tag_chain import TagChain
from onrecord.reading.types import Name
from onrecord.record import Span

Floats = NDArray[np.float32]


class NamesDecoder:
    """Decodes windows; the heads learn no transitions, the tags only have to be legal."""

    def __init__(self) -> None:
        self._names = TagChain(legal_transitions(NAME_TAGS))
        self._times = TagChain(legal_transitions(TIME_TAGS))

    def names(self, windows: Sequence[Window], outputs: Sequence[WindowOutputs]) -> list[Name]:
        """The names, in text order."""
        emissions = [o.names[w.words, : len(NAME_TAGS)] for w, o in _pairs(windows, outputs)]
        return list(_spans(self._names, windows, emissions, NAME_TAGS))

    def times(self, windows: Sequence[Window], outputs: Sequence[WindowOutputs]) -> list[Span]:
        """The words that tell a time, in text order."""
        emissions = [o.names[w.words, len(NAME_TAGS) :] for w, o in _pairs(windows, outputs)]
        return [name.span for name in _spans(self._times, windows, emissions, TIME_TAGS)]


def _pairs(
    windows: Sequence[Window], outputs: Sequence[WindowOutputs]
) -> Iterator[tuple[Window, WindowOutputs]]:
    return zip(windows, outputs, strict=True)


def _spans(
    chain: TagChain, windows: Sequence[Window], emissions: Sequence[Floats], labels: Sequence[str]
) -> Iterator[Name]:
    blocks: list[Floats] = []
    for window, scores in zip(windows, emissions, strict=True):
        blocks += np.split(scores, np.flatnonzero(np.diff(window.blocks)) + 1)
    decoded = chain.decode(blocks)
    if not decoded:
        return
    tags = np.concatenate([tags for tags, _ in decoded])
    chances = np.concatenate([chances for _, chances in decoded])
    starts = np.concatenate([window.starts for window in windows])
    ends = np.concatenate([window.ends for window in windows])
    first = 0
    for word in np.flatnonzero(tags).tolist():
        place, label = labels[int(tags[word])].split("-")
        if place in "BS":
            first = word
        if place in "ES":
            score = float(chances[first : word + 1].mean())
            yield Name(Span(int(starts[first]), int(ends[word])), label, score)
