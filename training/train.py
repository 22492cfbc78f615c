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
from typing import Any

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
from training.corpora.all import Corpora, drawn
from training.corpora.document import Document
from training.encoder import chance
from training.evaluate import evaluate
from training.model import Model
from training.own_names import with_own_names

log = logging.getLogger("training")


class Trainer:
    """A run that can be stopped and taken up again at the last epoch or checkpoint."""

    def __init__(
        self,
        config: Config,
        encoder: TextEncoder,
        *,
        weights: Path,
        out: Path,
    ) -> None:
        torch.manual_seed(config.seed)
        random.seed(config.seed)
        np.random.seed(config.seed)
        self.config = config
        self.encoder = encoder
        self.out = out
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model = Model(config)
        self.model.encoder.load_pretrained(weights)
        self.model.to(self.device)
        self.parameters = list(self.model.parameters())
        self.shard_threads = ThreadPoolExecutor(config.shards)
        self.stage = 0
        self.epoch = 0
        self.step_in_epoch = 0

    def run(self, corpora: Corpora, dev: Sequence[Document]) -> dict[str, Score]:
        """All stages; the evaluation of the finished weights."""
        state = self._saved()
        if state:
            self._take_up(state)
        while self.stage < len(self.config.stages):
            stage = self.config.stages[self.stage]
            if self.epoch == self.step_in_epoch == 0:
                self._share_first(stage.share_of_first)
            named = self._with_own_names(corpora)
            batches = self._batches(named)
            self._prepare(len(batches) // self.config.shards * stage.epochs)
            if state and "optimiser" in state:
                self._take_up_schedule(state)
            state = None
            while self.epoch < stage.epochs:
                self._run_epoch(batches)
                self.epoch, self.step_in_epoch = self.epoch + 1, 0
                self._save()
                scores = evaluate(self.model, self.encoder, dev, self.device)
                log.info("stage %d epoch %d: %s", self.stage + 1, self.epoch, shown(scores))
                if self.epoch < stage.epochs:
                    batches = self._batches(named)
            self.stage, self.epoch = self.stage + 1, 0
            torch.save(self.model.state_dict(), self.out / f"stage-{self.stage}.pt")
        self._share_first(self.config.share_of_first)
        return evaluate(self.model, self.encoder, dev, self.device)

    def evaluated(self, dev: Sequence[Document]) -> dict[str, Score]:
        """The scores of the finished weights of the checkpoint that is there."""
        self.take_up_finished(share=self.config.share_of_first)
        return evaluate(self.model, self.encoder, dev, self.device)

    def take_up_finished(self, *, share: float) -> None:
        """Take the checkpoint's weights, with that share of the first stage's in them."""
        state = self._saved()
        if state is None:
            raise ValueError(f"{self.out} holds no checkpoint")
        self._take_up(state)
        self._share_first(share)

    def _with_own_names(self, corpora: Corpora) -> Corpora:
        """The corpora, names put into those for which the stage says so.

        A stage that is taken up in its middle makes the same names as at its beginning.
        """
        stage = self.config.stages[self.stage]
        if not stage.own_names:
            return corpora
        path = self.out / f"names-{self.stage + 1}.pt"
        if self.epoch == self.step_in_epoch == 0:
            torch.save(self.model.state_dict(), path)
        model = Model(self.config)
        model.load_state_dict(torch.load(path, map_location=self.device, weights_only=True))
        model.to(self.device)
        named = {
            name: with_own_names(model, self.encoder, corpora[name], self.device)
            for name in stage.own_names
        }
        return {**corpora, **named}

    def _batches(self, corpora: Corpora) -> list[Batch]:
        config = self.config
        seed = config.seed + 100 * self.stage + self.epoch
        documents = drawn(corpora, config.stages[self.stage].shares, random.Random(seed))
        return training_batches(
            documents,
            self.encoder,
            Augmenter(restyle=config.restyle, join=config.join),
            pieces=config.pieces,
            seed=seed,
        )

    def _prepare(self, steps: int) -> None:
        """The optimiser: heads learn faster than the encoder; no decay on norms and biases."""
        config = self.config
        stage = config.stages[self.stage]
        groups: dict[tuple[float, float], list[torch.nn.Parameter]] = defaultdict(list)
        for name, parameter in self.model.named_parameters():
            feature = name.split(".")[1] in ("shape", "spacing", "quote")
            new = not name.startswith("encoder.") or feature
            rate = stage.head_rate if new else stage.encoder_rate
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
        counts: dict[str, int] = defaultdict(int)
        shards = self.config.shards
        steps = len(batches) // shards
        begun, pieces, saved = time.monotonic(), 0, time.monotonic()
        for step in range(self.step_in_epoch, steps):
            group = batches[step * shards : (step + 1) * shards]
            for name, loss in self._step(group, seed=self.epoch * steps + step).items():
                sums[name] += loss
                counts[name] += 1
            pieces += sum(int(batch.inputs.mask.sum()) for batch in group)
            self.step_in_epoch = step + 1
            if (step + 1) % 50 == 0:
                mean = {name: round(sums[name] / counts[name], 3) for name in sorted(sums)}
                rate = pieces / (time.monotonic() - begun)
                place = f"stage {self.stage + 1} epoch {self.epoch + 1} step {step + 1}/{steps}"
                log.info("%s %s, %d pieces/s", place, mean, rate)
                begun, pieces = time.monotonic(), 0
                sums.clear()
                counts.clear()
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
        return {
            name: sum(found) / len(found)
            for name in names
            if (found := [losses[name] for losses, _ in shards if name in losses])
        }

    def _gradients(
        self, batch: Batch, seed: int
    ) -> tuple[dict[str, float], tuple[Tensor | None, ...]]:
        """One shard's losses and gradients, on a thread of its own.

        Threads that share whole steps lose far less to a busy machine than threads that share
        every product of two matrices.
        """
        torch.set_num_threads(1)
        chance.generator.manual_seed(seed)
        moved = Batch(batch.examples, batch.inputs.to(self.device), batch.words)
        every_head = self.config.stages[self.stage].every_head
        losses = self.model.loss(moved, every_head=every_head)
        if not losses:
            return {}, (None,) * len(self.parameters)
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
            "stage": self.stage,
            "epoch": self.epoch,
            "step_in_epoch": self.step_in_epoch,
            "random": torch.get_rng_state(),
        }
        partial = self.out / "checkpoint.partial"
        torch.save(state, partial)
        partial.replace(self.out / "checkpoint.pt")

    def _share_first(self, share: float) -> None:
        """Put the mean with the weights at the end of the first stage in the place of the last.

        Weights of one descent lie in one basin, and their mean is often better than either
        (Wortsman et al., "Model soups", ICML 2022). What the first stage did not train stays.
        """
        if not share:
            return
        path = self.out / "stage-1.pt"
        first = torch.load(path, map_location=self.device, weights_only=True)
        trained = ("encoder.", "attribution.", "silver.")
        with torch.no_grad():
            for name, weight in self.model.state_dict().items():
                if name.startswith(trained) and weight.is_floating_point():
                    weight.mul_(1 - share).add_(first[name], alpha=share)

    def _saved(self) -> dict[str, Any] | None:
        """The checkpoint that is there. Raises ``ValueError`` for one of another configuration."""
        path = self.out / "checkpoint.pt"
        if not path.exists():
            return None
        state: dict[str, Any] = torch.load(path, map_location=self.device, weights_only=True)
        wanted = asdict(self.config)
        del wanted["share_of_first"]  # it is only asked for when the weights are there
        if {name: state["config"].get(name) for name in wanted} != wanted:
            raise ValueError(f"{path} is of another configuration; give another folder")
        return state

    def _take_up(self, state: dict[str, Any]) -> None:
        self.model.load_state_dict(state["model"])
        self.stage, self.epoch = state["stage"], state["epoch"]
        self.step_in_epoch = state["step_in_epoch"]
        log.info("taken up at stage %d, epoch %d", self.stage + 1, self.epoch + 1)

    def _take_up_schedule(self, state: dict[str, Any]) -> None:
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"].cpu())


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
