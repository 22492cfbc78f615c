"""Outputs → what nouns and pronouns refer back to, within one passage.

Each anchor word is compared with the anchors before it, whatever window they were seen in; [CLS]
of its own window stands for "nothing before".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import COREFERENCE_WIDTH, DISTANCES
from onrecord.reading.session import WindowOutputs
from onrecord.reading.tag_chain import softmax
from onrecord.reading.types import Reference
from onrecord.record import Sentence, Span

Floats = NDArray[np.float32]

FARTHEST = 600
"""Words back to which an antecedent is looked for: what a batch held in training."""
LEAST_CHANCE = 0.02
MOST = 6
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_INNER = frozenset(("compound", "flat"))


@dataclass(frozen=True, slots=True)
class _Words:
    """A passage's words in order: int64 window and piece of each, and where it starts."""

    windows: NDArray[np.int64]
    pieces: NDArray[np.int64]
    starts: NDArray[np.int64]


class ReferenceDecoder:
    """``distance``: float32 [buckets], the bias at each of :data:`DISTANCES`."""

    def __init__(self, distance: Floats) -> None:
        self._distance = distance

    def references(
        self,
        windows: Sequence[Window],
        outputs: Sequence[WindowOutputs],
        sentences: Sequence[Sentence],
    ) -> list[Reference]:
        """What each anchor of one passage refers back to; ``sentences`` are the passage's."""
        spans = [span for sentence in sentences for span in anchors(sentence)]
        if not spans:
            return []
        words = _words(windows)
        places = np.searchsorted(words.starts, [span.start for span in spans])
        places = np.minimum(places, len(words.starts) - 1)
        vectors = [
            output.references.reshape(len(output.references), 2, COREFERENCE_WIDTH)
            for output in outputs
        ]
        rows, pieces = words.windows[places], words.pieces[places]
        looks = np.stack([vectors[r][p, 0] for r, p in zip(rows, pieces, strict=True)])
        offers = np.stack([vectors[r][p, 1] for r, p in zip(rows, pieces, strict=True)])
        nothing = np.stack([window[0, 1] for window in vectors])[rows]
        none = (looks * nothing).sum(axis=1)
        found = []
        first = 0
        for at, span in enumerate(spans):
            while places[at] - places[first] > FARTHEST:
                first += 1
            distance = places[at] - places[first:at]
            near = distance > 0
            scores = offers[first:at][near] @ looks[at]
            scores = scores + self._distance[np.searchsorted(DISTANCES, distance[near], "right")]
            chances = softmax(np.concatenate([none[at : at + 1], scores]))
            before = np.flatnonzero(near) + first
            order = np.argsort(-chances[1:], kind="stable")[:MOST]
            likely = tuple(
                (spans[int(before[i])], float(chances[1 + i]))
                for i in order
                if chances[1 + i] >= LEAST_CHANCE
            )
            found.append(Reference(span, likely, float(chances[0])))
        return found


def anchors(sentence: Sentence) -> list[Span]:
    """The words that stand for mentions: nouns and pronouns, of a flat name the last word."""
    tokens = sentence.tokens
    last = {
        token.head: at
        for at, token in enumerate(tokens)
        if token.deprel == "flat" and token.head is not None
    }
    return [
        tokens[last.get(at, at)].span
        for at, token in enumerate(tokens)
        if token.upos in _NOMINAL and token.deprel not in _INNER
    ]


def _words(windows: Sequence[Window]) -> _Words:
    return _Words(
        windows=np.concatenate(
            [np.full(len(w.words), at, dtype=np.int64) for at, w in enumerate(windows)]
        ),
        pieces=np.concatenate([w.words for w in windows]).astype(np.int64),
        starts=np.concatenate([w.starts for w in windows]).astype(np.int64),
    )
