"""The chain against every path counted out."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.reading.tag_chain import TagChain

TAGS = 3


def _scores(
    emissions: NDArray[np.float32], transitions: NDArray[np.float32]
) -> dict[tuple[int, ...], float]:
    """The score of every path."""
    scores = {}
    for path in product(range(TAGS), repeat=len(emissions)):
        steps = zip([TAGS, *path], [*path, TAGS], strict=True)
        score = sum(float(transitions[step]) for step in steps)
        scores[path] = score + sum(float(emissions[at, tag]) for at, tag in enumerate(path))
    return scores


@pytest.mark.parametrize("seed", range(8))
def test_tags_and_chances_are_those_of_all_paths(seed: int) -> None:
    random = np.random.default_rng(seed)
    transitions = random.standard_normal((TAGS + 1, TAGS + 1)).astype(np.float32)
    transitions[1, 2] = -1e4
    sequences = [
        random.standard_normal((length, TAGS)).astype(np.float32) * 2 for length in (3, 1, 5, 5)
    ]
    for emissions, (tags, chances) in zip(
        sequences, TagChain(transitions).decode(sequences), strict=True
    ):
        scores = _scores(emissions, transitions)
        assert tuple(tags) == max(scores, key=lambda path: scores[path])
        weights = {path: np.exp(score) for path, score in scores.items()}
        for word, tag in enumerate(tags):
            right = sum(weight for path, weight in weights.items() if path[word] == tag)
            assert chances[word] == pytest.approx(right / sum(weights.values()), abs=1e-4)


def test_nothing_gives_nothing() -> None:
    assert TagChain(np.zeros((TAGS + 1, TAGS + 1), dtype=np.float32)).decode([]) == []
