"""Outputs → what nouns and pronouns refer back to, within one passage.

Each anchor word is compared with the anchors before it, whatever window they were seen in; [CLS]
of its own window stands for "nothing before".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
_AT_ONCE = 256
"""Anchors that are compared at once: a long page has ten thousand."""
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
        found: list[Reference] = []
        for begin in range(0, len(spans), _AT_ONCE):
            end = begin + _AT_ONCE
            first = int(np.searchsorted(places, places[begin] - FARTHEST))
            chances = self._chances(
                looks[begin:end], offers[first:end], places[begin:end], places[first:end]
            )
            chances = softmax(np.concatenate([none[begin:end, None], chances], axis=1))
            found += _references(spans, begin, first, chances)
        return found

    def _chances(
        self,
        looks: Floats,
        offers: Floats,
        places: NDArray[np.int64],
        before: NDArray[np.int64],
    ) -> Floats:
        """float32 [anchors, antecedents]: scores, very low for what is not before, or too far."""
        distance = places[:, None] - before[None, :]
        scores = looks @ offers.T + self._distance[np.searchsorted(DISTANCES, distance, "right")]
        scores[(distance <= 0) | (distance > FARTHEST)] = -np.inf
        return scores


def _references(
    spans: Sequence[Span], begin: int, first: int, chances: Floats
) -> Iterator[Reference]:
    """The references of the anchors from ``begin`` on.

    ``chances`` float32 [anchors, 1 + antecedents]: of no antecedent, then of each from ``first``
    on.
    """
    order = np.argsort(-chances[:, 1:], axis=1, kind="stable")[:, :MOST]
    best = np.take_along_axis(chances[:, 1:], order, axis=1)
    rows = zip(order.tolist(), best.tolist(), chances[:, 0].tolist(), strict=True)
    for at, (places, likely, none) in enumerate(rows, begin):
        antecedents = tuple(
            (spans[first + place], chance)
            for place, chance in zip(places, likely, strict=True)
            if chance >= LEAST_CHANCE
        )
        yield Reference(spans[at], antecedents, none)


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
