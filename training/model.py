"""The encoder and its heads as one module."""

from __future__ import annotations

from torch import Tensor, nn

from training.batches import Batch
from training.encoder import WIDTH, Encoder
from training.tasks.attribution import AttributionTask
from training.tasks.silver_syntax import SilverSyntaxTask


class Model(nn.Module):
    """One pass of the encoder, then each head on the same hidden states."""

    def __init__(self, *, dropout: float, link_weight: float, silver_weight: float) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.attribution = AttributionTask(WIDTH, link_weight=link_weight)
        self.silver = SilverSyntaxTask(WIDTH, weight=silver_weight)

    def loss(self, batch: Batch) -> dict[str, Tensor]:
        """Every head's losses on a batch."""
        hidden: Tensor = self.encoder(batch.inputs)
        losses = self.attribution.loss(hidden, batch)
        if self.silver.weight:
            losses |= self.silver.loss(hidden, batch)
        return losses
