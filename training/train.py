"""One loop for all heads: batches, losses, steps, checkpoints, an evaluation each epoch."""

from __future__ import annotations

import logging
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from benchmarks.attribution import Score
from onrecord.reading.encode import TextEncoder
from training.augment import Augmenter
from training.batches import Batch, training_batches
from training.config import Config
from training.corpora.document import Document
from training.encoder import chance
from training.evaluate import evaluate
from training.model import Model

log = logging.getLogger("training")


class Trainer:
    """A run that can be stopped and taken up again at the last epoch or checkpoint."""

    def __init__(self, config: Config, encoder: TextEncoder, *, weights: Path, out: Path) -> None:
        torch.manual_seed(config.seed)
        random.seed(config.seed)
        np.random.seed(config.seed)
        self.config = config
        self.encoder = encoder
        self.out = out
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model = Model(
            dropout=config.dropout,
            link_weight=config.link_weight,
            silver_weight=config.silver_weight,
        )
        self.model.encoder.load_pretrained(weights)
        self.model.to(self.device)
        self.parameters = list(self.model.parameters())
        self.shard_threads = ThreadPoolExecutor(config.shards)
        self.epoch = 0
        self.step_in_epoch = 0

    def run(self, train: Sequence[Document], dev: Sequence[Document]) -> dict[str, Score]:
        """All epochs; the last evaluation."""
        first = self._batches(train, 0)
        self._prepare(len(first) // self.config.shards * self.config.epochs)
        self._resume()
        scores: dict[str, Score] = {}
        while self.epoch < self.config.epochs:
            batches = first if self.epoch == 0 else self._batches(train, self.epoch)
            self._run_epoch(batches)
            self.epoch, self.step_in_epoch = self.epoch + 1, 0
            self._save()
            scores = evaluate(self.model, self.encoder, dev, self.device)
            log.info("epoch %d: %s", self.epoch, shown(scores))
        return scores or evaluate(self.model, self.encoder, dev, self.device)

    def evaluated(self, dev: Sequence[Document]) -> dict[str, Score]:
        """The scores of the checkpoint that is there, trained no further."""
        self._prepare(steps=1)
        self._resume()
        return evaluate(self.model, self.encoder, dev, self.device)

    def _batches(self, train: Sequence[Document], epoch: int) -> list[Batch]:
        config = self.config
        return training_batches(
            train,
            self.encoder,
            Augmenter(restyle=config.restyle, join=config.join),
            pieces=config.pieces,
            seed=config.seed + epoch,
        )

    def _prepare(self, steps: int) -> None:
        """The optimiser: heads learn faster than the encoder; no decay on norms and biases."""
        config = self.config
        groups: dict[tuple[float, float], list[torch.nn.Parameter]] = defaultdict(list)
        for name, parameter in self.model.named_parameters():
            new = not name.startswith("encoder.") or name.split(".")[1] in (
                "shape",
                "spacing",
                "quote",
            )
            rate = config.head_rate if new else config.encoder_rate
            decay = config.decay if parameter.ndim > 1 else 0.0
            groups[rate, decay].append(parameter)
        self.optimiser = AdamW(
            [
                {"params": parameters, "lr": rate, "weight_decay": decay}
                for (rate, decay), parameters in groups.items()
            ],
            betas=(0.9, 0.98),
            fused=True,
        )
        warm = max(1, int(steps * config.warm_up))

        def factor(step: int) -> float:
            if step < warm:
                return (step + 1) / warm
            return max(0.0, (steps - step) / (steps - warm))

        self.schedule = LambdaLR(self.optimiser, factor)

    def _run_epoch(self, batches: Sequence[Batch]) -> None:
        self.model.train()
        sums: dict[str, float] = defaultdict(float)
        shards = self.config.shards
        steps = len(batches) // shards
        begun, pieces, saved = time.monotonic(), 0, time.monotonic()
        for step in range(self.step_in_epoch, steps):
            group = batches[step * shards : (step + 1) * shards]
            for name, loss in self._step(group, seed=self.epoch * steps + step).items():
                sums[name] += loss
            pieces += sum(int(batch.inputs.mask.sum()) for batch in group)
            self.step_in_epoch = step + 1
            if (step + 1) % 50 == 0:
                mean = {name: round(value / 50, 4) for name, value in sums.items()}
                rate = pieces / (time.monotonic() - begun)
                place = f"epoch {self.epoch + 1} step {step + 1}/{steps}"
                log.info("%s %s, %d pieces/s", place, mean, rate)
                begun, pieces = time.monotonic(), 0
                sums.clear()
            if time.monotonic() - saved > self.config.checkpoint_seconds:
                self._save()
                saved = time.monotonic()

    def _step(self, group: Sequence[Batch], *, seed: int) -> dict[str, float]:
        """One step on the mean of the shards' gradients; the mean losses."""
        shards = list(
            self.shard_threads.map(
                self._gradients, group, [seed * len(group) + at for at in range(len(group))]
            )
        )
        for parameter, *gradients in zip(self.parameters, *(g for _, g in shards), strict=True):
            parameter.grad = _mean([gradient for gradient in gradients if gradient is not None])
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimiser.step()
        self.schedule.step()
        names = {name for losses, _ in shards for name in losses}
        return {n: sum(losses.get(n, 0.0) for losses, _ in shards) / len(shards) for n in names}

    def _gradients(self, batch: Batch, seed: int) -> tuple[dict[str, float], tuple[Tensor, ...]]:
        """One shard's losses and gradients, on a thread of its own.

        Threads that share whole steps lose far less to a busy machine than threads that share
        every product of two matrices.
        """
        torch.set_num_threads(1)
        chance.generator.manual_seed(seed)
        moved = Batch(batch.examples, batch.inputs.to(self.device), batch.words)
        losses = self.model.loss(moved)
        total = torch.stack(list(losses.values())).sum()
        gradients = torch.autograd.grad(total, self.parameters, allow_unused=True)
        return {name: float(loss.detach()) for name, loss in losses.items()}, gradients

    def _save(self) -> None:
        """The checkpoint, whole or not at all."""
        self.out.mkdir(parents=True, exist_ok=True)
        state = {
            "config": asdict(self.config),
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "epoch": self.epoch,
            "step_in_epoch": self.step_in_epoch,
            "random": torch.get_rng_state(),
        }
        partial = self.out / "checkpoint.partial"
        torch.save(state, partial)
        partial.replace(self.out / "checkpoint.pt")

    def _resume(self) -> None:
        path = self.out / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        if state["config"] != asdict(self.config):
            raise ValueError(f"{path} is of another configuration; give another folder")
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.epoch, self.step_in_epoch = state["epoch"], state["step_in_epoch"]
        torch.set_rng_state(state["random"].cpu())
        log.info("taken up at epoch %d, step %d", self.epoch + 1, self.step_in_epoch)


def _mean(gradients: Sequence[Tensor]) -> Tensor | None:
    """Their mean, in the first one's memory; None where no shard has any."""
    if not gradients:
        return None
    first, *others = gradients
    for other in others:
        first += other
    return first.div_(len(gradients))


def shown(scores: dict[str, Score]) -> str:
    """All F1 figures on one line."""
    return ", ".join(f"{name} {score.f1:.3f}" for name, score in scores.items())
