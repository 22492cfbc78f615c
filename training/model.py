"""The encoder and its heads as one module."""

from __future__ import annotations

from torch import Tensor, nn

from training.batches import Batch
from training.config import Config
from training.encoder import WIDTH, Encoder, Mix
from training.tasks.attribution import AttributionTask
from training.tasks.coreference import CoreferenceTask
from training.tasks.names import NamesTask
from training.tasks.silver_syntax import SilverSyntaxTask
from training.tasks.syntax import SyntaxTask
from training.tasks.vectors import VectorsTask


class Model(nn.Module):
    """One pass of the encoder, then each head on its hidden states."""

    def __init__(self, config: Config) -> None:
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
        self.vectors = VectorsTask()
        self.mixes = nn.ModuleDict({name: Mix() for name in ("syntax", "names", "coreference")})

    def loss(self, batch: Batch, *, every_head: bool) -> dict[str, Tensor]:
        """Every head's losses on a batch; each head passes over documents without its labels."""
        states: list[Tensor] = self.encoder(batch.inputs)
        losses = self.attribution.loss(states[-1], batch) | self.silver.loss(states[-1], batch)
        if every_head:
            for name, mix in self.mixes.items():
                losses |= getattr(self, name).loss(mix(states), batch)
        return losses
