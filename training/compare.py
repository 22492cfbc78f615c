"""``python -m training.compare --data FOLDER``: what parts of the reader give, one by one.

The network in the package is run on PolNeAR dev, and its outputs are decoded in other ways.
Figures are of the bare reading, before the rules of ``meaning/``.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from benchmarks.attribution import Score, measure
from onrecord.reading import Attribution
from onrecord.reading.bundle import Bundle
from onrecord.reading.decode import AttributionDecoder, AttributionOutputs, outputs_of_words
from onrecord.reading.encode import TextEncoder, Window
from onrecord.reading.labels import TAGS, legal_transitions
from onrecord.reading.session import Session
from training.corpora.document import Document
from training.corpora.polnear import PolNeAR

COLUMNS = tuple(
    f"{kind} {role}" for kind in ("characters", "exact") for role in ("source", "cue", "content")
)


@dataclass(frozen=True, slots=True)
class Read:
    """A document, its windows, and what the network said of each."""

    document: Document
    windows: list[Window]
    outputs: list[AttributionOutputs]


def main() -> None:
    """Print a table of F1 figures."""
    parser = argparse.ArgumentParser(prog="python -m training.compare", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--float", type=Path, help="the same network unquantised, to compare")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    folder = arguments.data / "attribution"
    documents = list(PolNeAR(folder, "dev"))
    bundle = Bundle.load()
    encoder = TextEncoder(Tokenizer.from_buffer(bundle.read("tokenizer.json")))
    read = run(Session(bundle.read("model.onnx"), threads=2), encoder, documents)
    learnt = bundle.transitions
    legal = legal_transitions(TAGS)
    show("as shipped", decoded(read, learnt))
    show("transitions not learnt, only legal", decoded(read, legal))
    for window in (128, 384):
        wider = TextEncoder(Tokenizer.from_buffer(bundle.read("tokenizer.json")), window=window)
        session = Session(bundle.read("model.onnx"), threads=2)
        show(f"windows of {window} pieces", decoded(run(session, wider, documents), learnt))
    if arguments.float:
        session = Session(arguments.float.read_bytes(), threads=2)
        show("32-bit floats", decoded(run(session, encoder, documents), learnt))


def run(session: Session, encoder: TextEncoder, documents: Sequence[Document]) -> list[Read]:
    """The network's outputs on each document."""
    found = []
    for document in documents:
        windows = encoder.windows(document.text, document.blocks)
        outputs = [
            outputs_of_words(window, raw.emissions, raw.links)
            for window, raw in ((window, session.run(window)) for window in windows)
        ]
        found.append(Read(document, windows, outputs))
    return found


def decoded(read: Sequence[Read], transitions: np.ndarray) -> dict[str, Score]:
    """Scores of one way of decoding."""
    decoder = AttributionDecoder(transitions)
    pairs: list[tuple[list[Attribution], list[Attribution]]] = []
    for one in read:
        found = decoder.attributions(one.windows, one.outputs)
        pairs.append((found, list(one.document.attributions or ())))
    return measure(pairs)


def show(name: str, scores: dict[str, Score]) -> None:
    """One row."""
    cells = [f"{scores[column].f1:.3f}" for column in (*COLUMNS, "linked")]
    logging.getLogger("training").info("| %s | %s |", name, " | ".join(cells))


if __name__ == "__main__":
    main()
