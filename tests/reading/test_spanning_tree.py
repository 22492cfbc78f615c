"""The best tree, beside trying every tree of short sentences."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from onrecord.reading.spanning_tree import best_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head < 0 for head in heads) != 1:
        return False
    for word in range(len(heads)):
        at, steps = word, 0
        while heads[at] >= 0:
            at, steps = heads[at], steps + 1
            if steps > len(heads):
                return False
    return True


def _chances(scores: np.ndarray) -> np.ndarray:
    chances: np.ndarray = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return chances


def _best_by_trying(scores: np.ndarray) -> tuple[int, ...]:
    chances = _chances(scores)
    root = int(chances[:, 0].argmax())
    count = len(scores)
    trees = (
        heads
        for heads in itertools.product(range(-1, count), repeat=count)
        if heads[root] == -1 and all(h != w for w, h in enumerate(heads)) and _is_tree(heads)
    )
    return max(trees, key=lambda heads: sum(chances[w, h + 1] for w, h in enumerate(heads)))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_no_tree_is_better(count: int) -> None:
    draw = np.random.default_rng(count)
    for _ in range(30):
        scores = draw.normal(size=(count, count + 1)).astype(np.float32) * 3
        assert tuple(best_tree(scores).tolist()) == _best_by_trying(scores)


def test_a_cycle_that_every_word_prefers_is_broken() -> None:
    scores = np.full((3, 4), -10.0, np.float32)
    scores[0, 0] = 0  # the root
    scores[1, 3] = scores[2, 2] = 5  # two words that prefer each other
    scores[1, 1] = 1
    heads = best_tree(scores).tolist()
    assert heads == [-1, 0, 1]


@pytest.mark.parametrize("count", [7, 20, 60])
def test_long_sentences_give_trees(count: int) -> None:
    draw = np.random.default_rng(count)
    for _ in range(20):
        scores = draw.normal(size=(count, count + 1)).astype(np.float32)
        assert _is_tree(tuple(best_tree(scores).tolist()))
