"""What one actor does to another: pairs of spans in a sentence → acts with their chances.

The network goes on from the hidden states of the one pass, over just the sentences that hold a
pair, with the pieces of source and target marked and those of known event words too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import ACTS, place_of_act
from onrecord.reading.session import RelationSession, WindowOutputs
from onrecord.reading.tag_chain import softmax
from onrecord.reading.types import Chances, Pair, Pieces
from onrecord.record import Sentence, Span

Ints = NDArray[np.int32]
SOURCE, TARGET = 1, 2
_TOGETHER = 16


class RelationReader:
    """Asks the relation network, many pairs at once."""

    def __init__(self, session: RelationSession) -> None:
        self._session = session

    def chances(self, pairs: Sequence[Pair]) -> list[Chances]:
        """What the source of each pair does to its target, in the order given."""
        order = sorted(range(len(pairs)), key=lambda index: len(pairs[index].pieces.states))
        found: dict[int, Chances] = {}
        for start in range(0, len(order), _TOGETHER):
            some = order[start : start + _TOGETHER]
            logits = self._session.run(*padded([pairs[index] for index in some]))
            acts = softmax(logits[:, : len(ACTS)])
            none = 1.0 / (1.0 + np.exp(-logits[:, len(ACTS)].astype(np.float64)))
            for row, index in enumerate(some):
                found[index] = Chances(tuple(acts[row].tolist()), float(none[row]))
        return [found[index] for index in range(len(pairs))]


def padded(pairs: Sequence[Pair]) -> tuple[NDArray[np.float32], Ints, Ints, Ints]:
    """The inputs of :meth:`RelationSession.run`."""
    longest = max(len(pair.pieces.states) for pair in pairs)
    shape = (len(pairs), longest)
    states = np.zeros((*shape, pairs[0].pieces.states.shape[1]), dtype=np.float32)
    roles, acts, mask = (np.zeros(shape, dtype=np.int32) for _ in range(3))
    for row, pair in enumerate(pairs):
        length = len(pair.pieces.states)
        states[row, :length] = pair.pieces.states
        mask[row, :length] = 1
        for role, spans in ((SOURCE, pair.source), (TARGET, pair.target)):
            for span in spans:
                roles[row, _pieces_of(pair.pieces, span)] = role
        for span, kind in pair.words:
            acts[row, _pieces_of(pair.pieces, span)] = place_of_act(kind) + 1
    return states, roles, acts, mask


def _pieces_of(pieces: Pieces, span: Span) -> slice:
    """The pieces of the words that lie in a span, partly is enough."""
    first = int(np.searchsorted(pieces.ends, span.start, side="right"))
    last = int(np.searchsorted(pieces.starts, span.end, side="left"))
    return slice(int(pieces.firsts[first]), int(pieces.firsts[max(first, last)]))


def pieces_of_sentences(
    window: Window, outputs: WindowOutputs, sentences: Sequence[Sentence]
) -> list[Pieces]:
    """The pieces of each sentence of a window."""
    borders = np.append(window.words, np.int32(len(window.ids) - 1))
    found = []
    for sentence in sentences:
        first = int(np.searchsorted(window.starts, sentence.span.start))
        last = int(np.searchsorted(window.starts, sentence.span.end))
        begin, end = int(borders[first]), int(borders[last])
        found.append(
            Pieces(
                starts=window.starts[first:last],
                ends=window.ends[first:last],
                firsts=borders[first : last + 1] - np.int32(begin),
                states=outputs.states[begin:end],
            )
        )
    return found
