"""Outputs → names: the best legal tags of each block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import NAME_TAGS, legal_transitions
from onrecord.reading.session import WindowOutputs
from onrecord.reading.tag_chain import TagChain, labelled_runs
from onrecord.reading.types import Name
from onrecord.record import Span

Floats = NDArray[np.float32]


class NamesDecoder:
    """Decodes windows; the head learns no transitions, the tags only have to be legal."""

    def __init__(self) -> None:
        self._chain = TagChain(legal_transitions(NAME_TAGS))

    def names(self, windows: Sequence[Window], outputs: Sequence[WindowOutputs]) -> list[Name]:
        """The names, in text order."""
        emissions = [
            output.names[window.words, : len(NAME_TAGS)]
            for window, output in zip(windows, outputs, strict=True)
        ]
        return list(_spans(self._chain, windows, emissions))


def _spans(
    chain: TagChain, windows: Sequence[Window], emissions: Sequence[Floats]
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
    for label, first, last, score in labelled_runs(tags, chances, NAME_TAGS):
        yield Name(Span(int(starts[first]), int(ends[last])), label, score)
