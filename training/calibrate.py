"""``python -m training.calibrate --data FOLDER``: scores to chances, by PolNeAR's dev part.

The package's model reads the articles; each statement is right or not by the benchmark's measure
(content overlaps by half, same source). For each origin the scores are put into bins of equal
size, made monotone by pooling (isotonic regression), and written to ``confidence.toml``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.attribution import measure
from onrecord.meaning.statements import find_drafts
from onrecord.meaning.statements.build import find_kind
from onrecord.meaning.statements.confidence import interpolate, origin_of
from onrecord.meaning.statements.layout import Layout
from onrecord.pages import load_text
from onrecord.reading import Attribution, Model
from training.corpora.polnear import PolNeAR

TABLE = Path(__file__).parents[1] / "src/onrecord/lexicon/confidence.toml"
BINS, FEWEST = 8, 25
HEADER = """# Written by `python -m training.calibrate`: how likely a statement is right, by its
# origin and score, measured on PolNeAR's dev part with the model of the package.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """One statement: how it was found, its score, and whether it is right."""

    origin: str
    score: float
    right: bool


def samples(folder: Path) -> Iterator[Sample]:
    """The statements of all dev articles, those inside others left out."""
    model = Model.load()
    for document in PolNeAR(folder, "dev"):
        loaded = load_text(document.text)
        passages = [story.passage for story in loaded.stories]
        reading = model.read(document.text, [p for p in passages if p])
        layout = Layout(
            document.text, loaded.stories, [sentence.span for sentence in reading.sentences]
        )
        for draft in find_drafts(layout, reading):
            if draft.outer is None:
                source = (draft.source,) if draft.source else ()
                found = Attribution(source, draft.cue, draft.content, draft.score)
                score = measure([([found], list(document.attributions or ()))])["linked"]
                origin = origin_of(draft, draft.kind or find_kind(layout, draft))
                yield Sample(origin, draft.score, bool(score.right))


def fit(found: Sequence[Sample]) -> tuple[list[float], list[float]]:
    """Points of a rising curve: the mean score of each bin, and the share of it that is right."""
    ordered = sorted(found, key=lambda sample: sample.score)
    bins = np.array_split(np.arange(len(ordered)), max(1, min(BINS, len(ordered) // FEWEST)))
    points = [
        [
            float(np.mean([ordered[i].score for i in part])),
            float(sum(ordered[i].right for i in part) + 1) / (len(part) + 2),
            float(len(part)),
        ]
        for part in bins
    ]
    pooled: list[list[float]] = []
    for point in points:
        pooled.append(point)
        while len(pooled) > 1 and (
            pooled[-2][1] >= pooled[-1][1] or pooled[-2][0] >= pooled[-1][0]
        ):
            last, before = pooled.pop(), pooled.pop()
            size = last[2] + before[2]
            pooled.append(
                [(last[i] * last[2] + before[i] * before[2]) / size for i in (0, 1)] + [size]
            )
    return [round(p[0], 4) for p in pooled], [round(p[1], 4) for p in pooled]


def error(chances: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error: how far chance and share lie apart, over ten bins."""
    which = np.minimum((np.array(chances) * 10).astype(int), 9)
    apart = 0.0
    for at in range(10):
        here = which == at
        if here.any():
            apart += here.mean() * abs(
                np.array(chances)[here].mean() - np.array(right)[here].mean()
            )
    return float(apart)


def main() -> None:
    """Measure, write the table, and print it beside the uncalibrated scores."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    arguments = parser.parse_args()
    found = list(samples(arguments.data / "attribution"))
    groups: dict[str, list[Sample]] = {}
    for sample in found:
        groups.setdefault(sample.origin, []).append(sample)
    lines = [HEADER]
    for origin, group in sorted(groups.items()):
        right = [sample.right for sample in group]
        raw = [sample.score for sample in group]
        print(f"{origin:18} {len(group):5} statements, right {np.mean(right):.3f}", end="")
        if origin == "rule" or len(group) < FEWEST:
            print(f", mean score {np.mean(raw):.3f}, left as it is")
            continue
        scores, chances = fit(group)
        now = [interpolate(scores, chances, score) for score in raw]
        print(f", calibration error {error(raw, right):.3f} before, {error(now, right):.3f} after")
        print("".join(f"    {s:.2f} → {c:.2f}" for s, c in zip(scores, chances, strict=True)))
        lines.append(f'[origin."{origin}"]\nscores = {scores}\nchances = {chances}\n')
    TABLE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
