"""The shipped model on PolNeAR dev, read as at run time, beside two human annotators."""

from __future__ import annotations

from pathlib import Path

from benchmarks.attribution import Score, measure
from onrecord.reading import Model
from training.corpora.polnear import PolNeAR

HUMANS = {
    "characters source": 0.811,
    "characters cue": 0.686,
    "characters content": 0.912,
    "exact source": 0.777,
    "exact cue": 0.705,
    "exact content": 0.684,
    "linked": 0.749,
}
"""F1 of one annotator against another on the same texts (Newell et al. 2018)."""


def measure_attribution(folder: Path) -> dict[str, Score]:
    """The figures of :func:`benchmarks.attribution.measure` on ``polnear-dev``."""
    model = Model.load(threads=1)
    pairs = [
        (
            list(model.read(document.text, [document.blocks]).attributions),
            list(document.attributions or ()),
        )
        for document in PolNeAR(folder, "dev")
    ]
    return measure(pairs)
