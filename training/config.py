"""What a run is made of; read from ``config.toml`` beside this file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stage:
    """Epochs with one schedule.

    ``shares``: for each corpus, the share that an epoch sees. Rates are AdamW's at their highest.
    ``share_of_first``: the stage begins with weights that have that share of those with which the
    first stage ended. ``own_names``: corpora whose names the weights that it begins with make up.
    """

    epochs: int
    encoder_rate: float
    head_rate: float
    every_head: bool
    shares: dict[str, float]
    share_of_first: float = 0.0
    own_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """A batch is ``shards`` times ``pieces`` word pieces.

    In the finished weights ``share_of_first`` is of those with which the first stage ended.
    """

    seed: int
    pieces: int
    shards: int
    window: int
    decay: float
    warm_up: float
    dropout: float
    link_weight: float
    silver_weight: float
    coreference_weight: float
    restyle: float
    join: float
    checkpoint_seconds: int
    share_of_first: float
    stages: tuple[Stage, ...]

    @classmethod
    def load(cls, path: Path) -> Config:
        """The settings in a TOML file; every field without a default must be there."""
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        stages = tuple(
            Stage(**stage | {"own_names": tuple(stage.get("own_names", ()))})
            for stage in values.pop("stages")
        )
        return cls(**values, stages=stages)
