"""The encoder and its heads as one module."""

from __future__ import annotations

import random

from torch import Tensor, nn

from training.batches import Batch
from training.config import Config
from training.encoder import WIDTH, Encoder
from training.tasks.attribution import AttributionTask
from training.tasks.coreference import CoreferenceTask
from training.tasks.names import NamesTask
from training.tasks.silver_syntax import SilverSyntaxTask
from training.tasks.syntax import SyntaxTask
from training.tasks.vectors import Teacher, VectorsTask


class Model(nn.Module):
    """One pass of the encoder, then each head on the same hidden states."""

    def __init__(self, config: Config, teacher: Teacher | None = None) -> None:
        super().__init__()
        silver = config.silver_weight
        self.encoder = Encoder(config.dropout)
        self.attribution = AttributionTask(WIDTH, link_weight=config.link_weight)
        self.silver = SilverSyntaxTask(WIDTH, weight=silver)
        self.syntax = SyntaxTask(WIDTH)
        self.names = NamesTask(WIDTH, silver_weight=silver)
        self.coreference = CoreferenceTask(
            WIDTH, weight=config.coreference_weight, silver_weight=silver
        )
        self.vectors = VectorsTask(teacher, share=config.teacher_share)

    def loss(self, batch: Batch, seed: int, *, every_head: bool) -> dict[str, Tensor]:
        """Every head's losses on a batch; each head passes over documents without its labels."""
        hidden: Tensor = self.encoder(batch.inputs)
        losses = self.attribution.loss(hidden, batch) | self.silver.loss(hidden, batch)
        if every_head:
            losses |= self.syntax.loss(hidden, batch)
            losses |= self.names.loss(hidden, batch)
            losses |= self.coreference.loss(hidden, batch)
            losses |= self.vectors.loss(hidden, batch, random.Random(seed))
        return losses
