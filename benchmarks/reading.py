"""The whole reader on PolNeAR dev, beside two human annotators.

What is scored is the record: each statement's speaker, cue and content. PolNeAR marks no
attribution inside another, so statements inside others are left out.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.attribution import Score, measure
from onrecord import Reader, Record
from onrecord.reading import Attribution
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
"""F1 of two annotators of the corpus, one against the other, on the same texts."""


def measure_attribution(folder: Path) -> dict[str, Score]:
    """The figures of :func:`benchmarks.attribution.measure` on ``polnear-dev``."""
    documents = list(PolNeAR(folder, "dev"))
    records = Reader(threads=1).read_texts(document.text for document in documents)
    return measure(
        [
            (attributions(record), list(document.attributions or ()))
            for record, document in zip(records, documents, strict=True)
        ]
    )


def attributions(record: Record) -> list[Attribution]:
    """The record's statements as attributions, those inside others left out."""
    return [
        Attribution(
            source=(statement.speaker.span,) if statement.speaker.span else (),
            cue=statement.cue,
            content=statement.content,
            score=statement.confidence,
        )
        for statement in record.statements
        if statement.inside is None
    ]
