"""MiniLM (Wang et al. 2020) in torch: BERT's layers, 6 of them, 384 wide, and our three features.

Written out so that the ONNX graph holds just what is needed and training on a processor is quick:
dropout masks come from a pool, since drawing them anew costs as much as a layer.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.encode import QUOTES, SHAPES, SPACINGS

WIDTH, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522


@dataclass(frozen=True, slots=True)
class Inputs:
    """int64 [batch, pieces] each; ``mask`` is 1 where there is a piece and 0 where padding."""

    ids: Tensor
    shapes: Tensor
    spacings: Tensor
    quotes: Tensor
    mask: Tensor

    def to(self, device: torch.device) -> Inputs:
        """The same on ``device``."""
        return Inputs(*(getattr(self, name).to(device) for name in self.__slots__))


class _Chance(threading.local):
    """Each training thread draws for itself, so that a run can be repeated."""

    def __init__(self) -> None:
        self.generator = torch.Generator()


chance = _Chance()


class PooledDropout(nn.Module):
    """Dropout whose mask is a random slice of a pool drawn once."""

    def __init__(self, rate: float, *, pool: int = 1 << 22) -> None:
        super().__init__()
        self.rate = rate
        mask = (torch.rand(pool) >= rate).float() / (1 - rate)
        self.register_buffer("pool", mask, persistent=False)

    def forward(self, hidden: Tensor) -> Tensor:
        """``hidden`` with a share of ``rate`` set to 0 in training."""
        if not self.training or self.rate == 0:
            return hidden
        pool: Tensor = self.get_buffer("pool")
        count = hidden.numel()
        if count > len(pool):
            return functional.dropout(hidden, self.rate)
        start = int(torch.randint(len(pool) - count + 1, (), generator=chance.generator).item())
        return hidden * pool[start : start + count].view_as(hidden)


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = PooledDropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """``hidden`` [batch, pieces, width]; ``bias`` [batch, 1, 1, pieces], 0 or very negative."""
        batch, pieces, _ = hidden.shape

        def heads(states: Tensor) -> Tensor:
            return states.view(batch, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)

        attended = functional.scaled_dot_product_attention(
            heads(self.query(hidden)), heads(self.key(hidden)), heads(self.value(hidden)), bias
        )
        attended = attended.transpose(1, 2).reshape(batch, pieces, WIDTH)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(attended)))
        outer = self.outer(functional.gelu(self.inner(hidden)))
        normed: Tensor = self.outer_norm(hidden + self.dropout(outer))
        return normed


class Encoder(nn.Module):
    """Pieces and features → hidden states [batch, pieces, width] of every layer."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(len(SHAPES), WIDTH)
        self.spacing = nn.Embedding(len(SPACINGS), WIDTH)
        self.quote = nn.Embedding(len(QUOTES), WIDTH)
        for feature in (self.shape, self.spacing, self.quote):
            nn.init.normal_(feature.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = PooledDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, inputs: Inputs) -> list[Tensor]:
        """Hidden states: what goes into the first layer, then what comes out of each."""
        pieces = inputs.ids.shape[1]
        hidden = (
            self.word(inputs.ids)
            + self.position.weight[:pieces]
            + self.shape(inputs.shapes)
            + self.spacing(inputs.spacings)
            + self.quote(inputs.quotes)
        )
        hidden = self.dropout(self.norm(hidden))
        bias = (1.0 - inputs.mask[:, None, None, :].to(hidden.dtype)) * -1e4
        states = [hidden]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states

    def load_pretrained(self, path: Path) -> None:
        """Take over the weights of all-MiniLM-L6-v2 (``model.safetensors``)."""
        weights = load_file(path)
        token_type = weights["embeddings.token_type_embeddings.weight"][0]
        state = {
            "word.weight": weights["embeddings.word_embeddings.weight"],
            "position.weight": weights["embeddings.position_embeddings.weight"] + token_type,
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "attended": "attention.output.dense",
            "attended_norm": "attention.output.LayerNorm",
            "inner": "intermediate.dense",
            "outer": "output.dense",
            "outer_norm": "output.LayerNorm",
        }
        for layer in range(LAYERS):
            for ours, theirs in names.items():
                for kind in ("weight", "bias"):
                    key = f"encoder.layer.{layer}.{theirs}.{kind}"
                    state[f"layers.{layer}.{ours}.{kind}"] = weights[key]
        missing, unexpected = self.load_state_dict(state, strict=False)
        left = {"shape.weight", "spacing.weight", "quote.weight"}
        if unexpected or set(missing) != left:
            raise ValueError(f"weights do not fit: missing {missing}, unexpected {unexpected}")


class Mix(nn.Module):
    """A head's own weighted sum of the last layers; at first the last layer alone.

    What one head needs lies in other layers than what another needs (Kondratyuk and Straka, "75
    Languages, 1 Model", EMNLP 2019).
    """

    def __init__(self, layers: int = 4) -> None:
        super().__init__()
        self.shares = nn.Parameter(torch.eye(layers)[-1].clone())

    def forward(self, states: Sequence[Tensor]) -> Tensor:
        """float [batch, pieces, width] of the hidden states of every layer."""
        layers = states[-len(self.shares) :]
        mixed = layers[0] * self.shares[0]
        for share, layer in zip(self.shares[1:], layers[1:], strict=True):
            mixed = mixed + layer * share
        return mixed
