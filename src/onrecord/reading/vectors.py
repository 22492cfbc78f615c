"""Outputs → sentence vectors: the mean over a sentence's pieces, of length 1."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.session import WindowOutputs
from onrecord.record import Sentence

Floats = NDArray[np.float32]


def sentence_vectors(
    window: Window, outputs: WindowOutputs, sentences: Sequence[Sentence]
) -> Floats:
    """float32 [sentences, 384]; the sentences lie in the window."""
    borders = np.append(window.words, len(window.ids) - 1)
    starts = [sentence.span.start for sentence in sentences]
    firsts = borders[np.searchsorted(window.starts, starts)]
    ends = borders[np.searchsorted(window.starts, [sentence.span.end for sentence in sentences])]
    sums = np.concatenate(
        [np.zeros((1, outputs.vectors.shape[1]), np.float32), outputs.vectors.cumsum(axis=0)]
    )
    means = sums[ends] - sums[firsts]
    vectors: Floats = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return vectors
