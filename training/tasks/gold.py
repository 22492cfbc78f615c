"""A document's attributions as labels of one window's words: what the attribution head learns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import ROLES, TAGS, tag_index
from onrecord.reading.types import Attribution

Tags = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Gold:
    """Labels of one window: ``tags`` int64 [words]; links as lists of (word, target words)."""

    tags: Tags
    links: tuple[list[tuple[int, list[int]]], ...]


def gold_labels(window: Window, attributions: tuple[Attribution, ...]) -> Gold:
    """The labels that hold for a window. Where roles overlap, source and cue win over content."""
    tags = np.zeros(len(window.starts), dtype=np.int64)
    links: tuple[list[tuple[int, list[int]]], ...] = ([], [])
    low, high = int(window.starts[0]), int(window.ends[-1])
    for attribution in attributions:
        words: dict[str, list[int]] = {role: [] for role in ROLES}
        for role in ("content", "cue", "source"):
            for start, end in getattr(attribution, role):
                if end <= low or start >= high:
                    continue
                first = int(np.searchsorted(window.ends, start, side="right"))
                last = int(np.searchsorted(window.starts, end, side="left")) - 1
                if last < first:
                    continue
                _tag(tags, first, last, role)
                words[role] += range(first, last + 1)
        links[0].extend((word, words["cue"]) for word in words["content"])
        links[1].extend((word, words["source"]) for word in words["cue"])
    return Gold(_legal(tags, window.blocks), links)


def _tag(tags: Tags, first: int, last: int, role: str) -> None:
    if first == last:
        tags[first] = tag_index("S", role)
        return
    tags[first + 1 : last] = tag_index("I", role)
    tags[first], tags[last] = tag_index("B", role), tag_index("E", role)


def _legal(tags: Tags, blocks: NDArray[np.int32]) -> Tags:
    """The tags with runs that overlaps or block borders cut made whole again."""
    repaired = np.zeros_like(tags)
    at = 0
    while at < len(tags):
        if tags[at] == 0:
            at += 1
            continue
        role = (tags[at] - 1) // 4
        end = at + 1
        while (
            end < len(tags)
            and blocks[end] == blocks[at]
            and tags[end]
            and (tags[end] - 1) // 4 == role
            and TAGS[tags[end]][0] in "IE"
            and TAGS[tags[end - 1]][0] not in "ES"
        ):
            end += 1
        base = 1 + 4 * role
        if end - at == 1:
            repaired[at] = base + 3
        else:
            repaired[at], repaired[end - 1] = base, base + 2
            repaired[at + 1 : end - 1] = base + 1
        at = end
    return repaired
