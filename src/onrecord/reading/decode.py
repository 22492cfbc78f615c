"""Outputs → scored labels: tags into spans, links into attributions.

Tags are decoded by the most probable legal sequence of each block (Viterbi). A content goes to
the cue span that its words point at with the most weight together, a cue to its source likewise;
where they point at nothing the place stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import LINK_WIDTH, LINKS, ROLES, TAGS
from onrecord.reading.tag_chain import TagChain, labelled_runs, softmax
from onrecord.reading.types import Attribution
from onrecord.record import Span

Floats = NDArray[np.float32]

LEAST_CHANCE = 0.25
"""A content whose words point at no cue with at least this weight is left without one."""


@dataclass(frozen=True, slots=True)
class AttributionOutputs:
    """One window's outputs, of its words only.

    ``emissions`` float32 [words, tags]. ``pointers`` float32 [words + 1, links, 2, width]: what
    each word looks for, and what it offers; row 0 is [CLS], the offer of "none".
    """

    emissions: Floats
    pointers: Floats


@dataclass(frozen=True, slots=True)
class Found:
    """A tagged span: words ``[first, last]`` of a window, and the mean chance of its tags."""

    role: str
    first: int
    last: int
    score: float


class AttributionDecoder:
    """Decodes windows; ``transitions`` is float32 [tags + 1, tags + 1], the last is the border."""

    def __init__(self, transitions: Floats) -> None:
        self._chain = TagChain(transitions)

    def attributions(
        self, windows: Sequence[Window], outputs: Sequence[AttributionOutputs]
    ) -> list[Attribution]:
        """The attributions of the windows, in text order."""
        blocks: list[Floats] = []
        counts: list[int] = []
        for window, output in zip(windows, outputs, strict=True):
            parts = np.split(output.emissions, np.flatnonzero(np.diff(window.blocks)) + 1)
            blocks += parts
            counts.append(len(parts))
        decoded = iter(self._chain.decode(blocks))
        found: list[Attribution] = []
        for window, output, count in zip(windows, outputs, counts, strict=True):
            tags, chances = zip(*(next(decoded) for _ in range(count)), strict=True)
            spans = _spans(np.concatenate(tags), np.concatenate(chances))
            found.extend(_linked(window, output, spans))
        return found


def _spans(tags: NDArray[np.int64], chances: Floats) -> dict[str, list[Found]]:
    """The spans of each role, in order."""
    found: dict[str, list[Found]] = {role: [] for role in ROLES}
    for role, first, last, score in labelled_runs(tags, chances, TAGS):
        found[role].append(Found(role, first, last, score))
    return found


def _linked(
    window: Window, output: AttributionOutputs, spans: dict[str, list[Found]]
) -> list[Attribution]:
    """Contents to cues, cues to sources; a cue without content attributes nothing."""
    cue_of = _points(output, LINKS.index("content to cue"), spans["content"], spans["cue"])
    source_of = _points(output, LINKS.index("cue to source"), spans["cue"], spans["source"])
    groups: dict[int, list[tuple[Found, float]]] = {}
    alone: list[tuple[Found, float]] = []
    for content, (cue, chance) in zip(spans["content"], cue_of, strict=True):
        if cue is None or chance < LEAST_CHANCE:
            alone.append((content, chance))
        else:
            groups.setdefault(cue, []).append((content, chance))
    found = [
        Attribution((), (), (_span(window, content),), score=content.score * chance)
        for content, chance in alone
    ]
    for cue, contents in groups.items():
        source, chance = source_of[cue]
        scores = [part.score * link for part, link in contents]
        scores.append(spans["cue"][cue].score * chance)
        found.append(
            Attribution(
                source=() if source is None else (_span(window, spans["source"][source]),),
                cue=(_span(window, spans["cue"][cue]),),
                content=tuple(_span(window, part) for part, _ in contents),
                score=min(scores),
            )
        )
    return sorted(found, key=lambda item: item.content[0])


def _points(
    output: AttributionOutputs, link: int, sources: Sequence[Found], targets: Sequence[Found]
) -> list[tuple[int | None, float]]:
    """For each span of ``sources``: the index of the target it points at, and with what chance."""
    if not sources:
        return []
    rows = np.concatenate([np.arange(s.first, s.last + 1) for s in sources]) + 1
    weights = softmax(output.pointers[rows, link, 0] @ output.pointers[:, link, 1].T)
    lengths = np.array([s.last - s.first + 1 for s in sources])
    weights = np.add.reduceat(weights, np.cumsum(lengths) - lengths, axis=0) / lengths[:, None]
    upto = np.concatenate([np.zeros((len(sources), 1), np.float32), weights.cumsum(axis=1)], axis=1)
    firsts = np.array([0, *(target.first + 1 for target in targets)])
    ends = np.array([1, *(target.last + 2 for target in targets)])
    chances = upto[:, ends] - upto[:, firsts]
    best = chances.argmax(axis=1)
    weights_of_best = chances[np.arange(len(best)), best].tolist()
    return [
        (at - 1 if at else None, w) for at, w in zip(best.tolist(), weights_of_best, strict=True)
    ]


def _span(window: Window, found: Found) -> Span:
    return Span(int(window.starts[found.first]), int(window.ends[found.last]))


def outputs_of_words(window: Window, emissions: Floats, links: Floats) -> AttributionOutputs:
    """A window's outputs at its words: ``emissions`` [pieces, tags], ``links`` [pieces, …]."""
    pointers = links.reshape(len(links), len(LINKS), 2, LINK_WIDTH)
    rows = np.concatenate([[0], window.words])
    return AttributionOutputs(emissions[window.words], pointers[rows])
