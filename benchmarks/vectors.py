"""Sentence vectors beside those they were learnt from, on the sentences of PolNeAR dev.

The teacher, all-MiniLM-L6-v2, reads each sentence alone; the reader makes its vectors in passing,
from the sentence in its article. Needs the packages of the ``train`` extra.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.reading import Model
from training.corpora.polnear import PolNeAR

Floats = NDArray[np.float32]
NEAREST = 10


def measure_vectors(folder: Path, *, documents: int = 40) -> dict[str, float]:
    """Figures over the sentences of the first ``documents`` articles; empty without the teacher."""
    if importlib.util.find_spec("torch") is None:
        return {}
    from training.__main__ import starting_weights
    from training.tasks.vectors import Teacher

    weights = starting_weights()
    teacher = Teacher(weights / "model.safetensors", weights / "tokenizer.json")
    model = Model.load()
    ours, theirs = [], []
    for document in list(PolNeAR(folder, "dev"))[:documents]:
        reading = model.read(document.text, [document.blocks])
        spans = [sentence.span for sentence in reading.sentences]
        long = [at for at, (start, end) in enumerate(spans) if end - start > 40]
        if not long:
            continue
        ours.append(np.stack([np.asarray(reading.vectors[at]) for at in long]))
        shown = [document.text[spans[at].start : spans[at].end] for at in long]
        theirs.append(teacher.vectors(shown).numpy())
    return agreement(np.concatenate(ours), np.concatenate(theirs))


def agreement(ours: Floats, theirs: Floats) -> dict[str, float]:
    """How alike two sets of vectors of the same sentences are; float [sentences, width] each."""
    likeness = [_without_diagonal(vectors @ vectors.T) for vectors in (ours, theirs)]
    upper = np.triu_indices(len(ours), k=1)
    ranks = [np.argsort(np.argsort((v @ v.T)[upper])) for v in (ours, theirs)]
    nearest = [np.argsort(-matrix, axis=1)[:, :NEAREST] for matrix in likeness]
    shared = [len(set(a) & set(b)) for a, b in zip(*(n.tolist() for n in nearest), strict=True)]
    return {
        "mean cosine to the teacher's vector": float((ours * theirs).sum(axis=1).mean()),
        "rank correlation of likeness (Spearman)": float(np.corrcoef(ranks[0], ranks[1])[0, 1]),
        "of the teacher's ten nearest, among our ten": float(np.mean(shared)) / NEAREST,
    }


def _without_diagonal(matrix: Floats) -> Floats:
    copy = matrix.copy()
    np.fill_diagonal(copy, -np.inf)
    return copy
