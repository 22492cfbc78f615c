"""What a run is made of; read from ``config.toml`` beside this file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """A batch is ``shards`` times ``pieces`` word pieces; rates are AdamW's at their highest."""

    seed: int
    epochs: int
    pieces: int
    shards: int
    window: int
    encoder_rate: float
    head_rate: float
    decay: float
    warm_up: float
    dropout: float
    link_weight: float
    silver_weight: float
    restyle: float
    join: float
    checkpoint_seconds: int

    @classmethod
    def load(cls, path: Path) -> Config:
        """The settings in a TOML file; every field must be there."""
        return cls(**tomllib.loads(path.read_text(encoding="utf-8")))
