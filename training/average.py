"""``python -m training.average --data FOLDER --work FOLDER``: what shares of the first stage give.

For each share of the first stage's weights in the finished ones, the bundle is made as it would
be shipped and read with: attributions on PolNeAR dev before the rules of ``meaning/``, and syntax
from raw text on EWT dev and GUM dev. ``--work`` holds the checkpoint and the first stage's weights.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
from pathlib import Path

from tokenizers import Tokenizer

from benchmarks.attribution import measure
from benchmarks.treebanks import measure_treebanks
from onrecord.pages.lines import paragraphs
from onrecord.reading import Model
from onrecord.reading.bundle import Bundle
from onrecord.reading.encode import TextEncoder
from onrecord.record import Sentence
from training.__main__ import starting_weights
from training.compare import COLUMNS
from training.config import Config
from training.corpora.polnear import PolNeAR
from training.export import write_bundle
from training.train import Trainer

log = logging.getLogger("training")


def main() -> None:
    """Print a row for each share."""
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--shares", type=float, nargs="+", default=(0.0, 0.3, 0.5, 0.7))
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for share in arguments.shares:
        with tempfile.TemporaryDirectory() as folder:
            _make(arguments.work, Path(folder), share)
            log.info("| %s | %s |", share, " | ".join(_figures(Path(folder), arguments.data)))


def _make(work: Path, folder: Path, share: float) -> None:
    """The bundle with that share of the first stage."""
    config = Config.load(Path(__file__).with_name("config.toml"))
    pretrained = starting_weights()
    tokenizer = pretrained / "tokenizer.json"
    trainer = Trainer(
        config,
        TextEncoder(Tokenizer.from_file(str(tokenizer)), window=config.window),
        weights=pretrained / "model.safetensors",
        out=work,
    )
    trainer.take_up_finished(share=share)
    write_bundle(
        trainer.model, folder, tokenizer=tokenizer, window=config.window, scores={}, made_with={}
    )


def _figures(folder: Path, data: Path) -> list[str]:
    """Attributions by column, linked, and LAS on EWT dev and GUM dev."""
    model = Model(Bundle.load(folder), threads=1)
    pairs = []
    for document in PolNeAR(data / "attribution", "dev"):
        reading = model.read(document.text, [document.blocks])
        pairs.append((list(reading.attributions), list(document.attributions or ())))
    scores = measure(pairs)

    def parse(text: str) -> tuple[Sentence, ...]:
        return model.read(text, [paragraphs(text)]).sentences

    syntax = measure_treebanks(data / "syntax", parse)
    return [
        *(f"{scores[column].f1:.3f}" for column in (*COLUMNS, "linked")),
        *(f"{syntax[part]['LAS']:.3f}" for part in ("ewt-dev", "gum-dev")),
    ]


if __name__ == "__main__":
    main()
