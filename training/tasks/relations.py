"""What one actor does to another: two layers of its own on the encoder's middle states.

Source and target are marked by embeddings added to the states of their pieces (as entity markers
do; Baldini Soares et al. 2019, "Matching the Blanks"), and event words that the lexicon knows by
an embedding of their PLOVER type.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from onrecord.reading.labels import ACTS
from onrecord.reading.relations import SOURCE, TARGET
from training.encoder import WIDTH, Encoder, Layer

LAYERS = 2
INSIDE = 256
_MARK = 10.0  # a mark learnt at the rate of the head would else be lost among the states


class RelationsHead(nn.Module):
    """Logits of the acts, and of none."""

    def __init__(self, *, dropout: float = 0.1, unseen: float = 0.15) -> None:
        super().__init__()
        self.roles = nn.Embedding(3, WIDTH)
        self.acts = nn.Embedding(len(ACTS) + 1, WIDTH)
        for marks in (self.roles, self.acts):
            nn.init.normal_(marks.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.classifier = nn.Sequential(
            nn.Dropout(2 * dropout),
            nn.Linear(3 * WIDTH, INSIDE),
            nn.GELU(),
            nn.Dropout(2 * dropout),
            nn.Linear(INSIDE, len(ACTS) + 1),
        )
        self.unseen = unseen

    def begin_from(self, encoder: Encoder) -> None:
        """Take over the last layers of an encoder."""
        for ours, theirs in zip(self.layers, list(encoder.layers)[-LAYERS:], strict=True):
            ours.load_state_dict(theirs.state_dict())

    def forward(self, states: Tensor, roles: Tensor, acts: Tensor, mask: Tensor) -> Tensor:
        """float [pairs, acts + 1]; the shapes are those of ``RelationSession.run``."""
        if self.training:  # event words that no lexicon has must do without a mark
            acts = acts * (torch.rand(len(acts), 1) >= self.unseen)
        marks = self.roles(roles) * (roles > 0)[..., None] + self.acts(acts) * (acts > 0)[..., None]
        hidden = states + _MARK * marks
        bias = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, bias)
        first = hidden[:, 0]  # of the sentence's first piece, which sees all of it
        pooled = [first, _mean(hidden, roles == SOURCE), _mean(hidden, roles == TARGET)]
        logits: Tensor = self.classifier(torch.cat(pooled, dim=-1))
        return logits


def _mean(hidden: Tensor, among: Tensor) -> Tensor:
    """float [pairs, width]: the mean over some pieces, 0 where there are none."""
    weights = among[..., None].to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1.0)
