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
        self._inner = transitions[:-1, :-1].astype(np.float32)
        self._first = transitions[-1, :-1].astype(np.float32)
        self._last = transitions[:-1, -1].astype(np.float32)

    def attributions(
        self, windows: Sequence[Window], outputs: Sequence[AttributionOutputs]
    ) -> list[Attribution]:
        """The attributions of the windows, in text order."""
        found: list[Attribution] = []
        tags = self._tags(windows, outputs)
        for window, output, sequence in zip(windows, outputs, tags, strict=True):
            found.extend(_linked(window, output, _spans(sequence, output)))
        return found

    def _tags(
        self, windows: Sequence[Window], outputs: Sequence[AttributionOutputs]
    ) -> list[NDArray[np.int64]]:
        """The best legal tags of each window's words, all blocks of all windows at once."""
        blocks: list[Floats] = []
        counts: list[int] = []
        for window, output in zip(windows, outputs, strict=True):
            cuts = np.flatnonzero(np.diff(window.blocks)) + 1
            parts = np.split(output.emissions, cuts)
            blocks += parts
            counts.append(len(parts))
        paths = iter(self._viterbi(blocks))
        return [np.concatenate([next(paths) for _ in range(count)]) for count in counts]

    def _viterbi(self, sequences: Sequence[Floats]) -> list[NDArray[np.int64]]:
        """The best path of each sequence; longest first, so that a step sees only live ones."""
        order = sorted(range(len(sequences)), key=lambda at: -len(sequences[at]))
        lengths = np.array([len(sequences[at]) for at in order])
        longest = int(lengths[0]) if len(lengths) else 0
        padded = np.zeros((longest, len(order), len(TAGS)), dtype=np.float32)
        for row, at in enumerate(order):
            padded[: len(sequences[at]), row] = sequences[at]
        best = self._first + padded[0] if longest else np.zeros((0, len(TAGS)), dtype=np.float32)
        back = np.zeros((longest, len(order), len(TAGS)), dtype=np.int8)
        for word in range(1, longest):
            live = int(np.searchsorted(-lengths, -word, side="left"))
            steps = best[:live, :, None] + self._inner
            back[word, :live] = steps.argmax(axis=1)
            best[:live] = steps.max(axis=1) + padded[word, :live]
        paths: list[NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)] * len(order)
        for row, at in enumerate(order):
            path = np.zeros(lengths[row], dtype=np.int64)
            path[-1] = tag = int((best[row] + self._last).argmax())
            for word in range(int(lengths[row]) - 1, 0, -1):
                path[word - 1] = tag = int(back[word, row, tag])
            paths[at] = path
        return paths


def _spans(tags: NDArray[np.int64], output: AttributionOutputs) -> dict[str, list[Found]]:
    """The spans of each role, in order."""
    chances = _softmax(output.emissions)[np.arange(len(tags)), tags]
    found: dict[str, list[Found]] = {role: [] for role in ROLES}
    first = 0
    for word, tag in enumerate(tags.tolist()):
        place = TAGS[tag][0]
        if place in "BS":
            first = word
        if place in "ES":
            role = ROLES[(tag - 1) // 4]
            found[role].append(Found(role, first, word, float(chances[first : word + 1].mean())))
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
    weights = _softmax(output.pointers[rows, link, 0] @ output.pointers[:, link, 1].T)
    lengths = np.array([s.last - s.first + 1 for s in sources])
    weights = np.add.reduceat(weights, np.cumsum(lengths) - lengths, axis=0) / lengths[:, None]
    upto = np.concatenate([np.zeros((len(sources), 1), np.float32), weights.cumsum(axis=1)], axis=1)
    firsts = np.array([0, *(target.first + 1 for target in targets)])
    ends = np.array([1, *(target.last + 2 for target in targets)])
    chances = upto[:, ends] - upto[:, firsts]
    best = chances.argmax(axis=1)
    shares = chances[np.arange(len(best)), best] / np.maximum(chances.sum(axis=1), 1e-9)
    return [
        (int(at) - 1 if at else None, float(share)) for at, share in zip(best, shares, strict=True)
    ]


def _span(window: Window, found: Found) -> Span:
    return Span(int(window.starts[found.first]), int(window.ends[found.last]))


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    normed: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return normed


def outputs_of_words(window: Window, emissions: Floats, links: Floats) -> AttributionOutputs:
    """A window's outputs at its words: ``emissions`` [pieces, tags], ``links`` [pieces, …]."""
    pointers = links.reshape(len(links), len(LINKS), 2, LINK_WIDTH)
    rows = np.concatenate([[0], window.words])
    return AttributionOutputs(emissions[window.words], pointers[rows])
