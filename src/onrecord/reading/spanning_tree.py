"""The best tree over the words of a sentence: Chu and Liu 1965, Edmonds 1967, with one root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Heads = NDArray[np.int64]
_NEVER = -1e9


def best_tree(scores: Floats) -> Heads:
    """int64 [words]: each word's governor, -1 for the one root.

    ``scores`` float32 [words, words + 1]: of each word, for the root and then for each governor.
    The root is the word whose chance of it is best; the others form the best tree under it.
    """
    count = len(scores)
    shifted = scores - scores.max(axis=1, keepdims=True)
    chances = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    root = int(chances[:, 0].argmax())
    weights = chances[:, 1:].astype(np.float64)
    np.fill_diagonal(weights, _NEVER)
    weights[root] = _NEVER
    if count == 1:
        return np.array([-1])
    return _best_under(weights, root)


def _cycle(heads: Heads) -> list[int]:
    """The words of one cycle, or none."""
    state = [0] * len(heads)
    for first in range(len(heads)):
        path = []
        at = first
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if at >= 0 and state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []


def _best_under(weights: NDArray[np.float64], root: int) -> Heads:
    """The best tree under ``root``; ``weights`` [words, words] of a word for a governor."""
    heads: Heads = weights.argmax(axis=1)
    heads[root] = -1
    found_cycle = _cycle(heads)
    if not found_cycle:
        return heads
    cycle = np.array(found_cycle)
    inside = np.zeros(len(weights), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = weights[cycle, heads[cycle]]
    # the cycle becomes one word, the last of a smaller graph
    into = weights[np.ix_(cycle, outside)] - kept[:, None]
    out = weights[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), 2 * _NEVER)
    small[:-1, :-1] = weights[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(axis=0) + kept.sum()
    small[:-1, -1] = out.max(axis=1)
    small_root = int(np.flatnonzero(outside == root)[0])
    small[small_root] = 2 * _NEVER
    found = _best_under(small, small_root)
    result: Heads = heads.copy()
    for at, word in enumerate(outside):
        if word == root:
            continue
        head = int(found[at])
        result[word] = cycle[int(out[at].argmax())] if head == len(outside) else outside[head]
    enters = int(found[-1])
    broken = int(into[:, enters].argmax())
    result[cycle[broken]] = outside[enters]
    result[root] = -1
    return result
