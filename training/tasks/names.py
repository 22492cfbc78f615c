"""The heads for names and for time expressions: BIOES tags over words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.encode import Window
from onrecord.reading.labels import NAME_TAGS, TIME_TAGS
from onrecord.record import Span
from training.batches import Batch, Example
from training.corpora.document import Named

UNTAUGHT = -100
"""The tag of a word that teaches nothing, as ``cross_entropy`` has it."""


class NamesTask(nn.Module):
    """Emissions [batch, pieces, name tags + time tags] from one hidden layer."""

    def __init__(self, width: int, *, silver_weight: float) -> None:
        super().__init__()
        self.emit = nn.Sequential(
            nn.Linear(width, width // 2),
            nn.GELU(),
            nn.Linear(width // 2, len(NAME_TAGS) + len(TIME_TAGS)),
        )
        self.silver_weight = silver_weight

    def forward(self, hidden: Tensor) -> Tensor:
        """What the ONNX graph gives: emissions of every piece."""
        emissions: Tensor = self.emit(hidden)
        return emissions

    def loss(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """Mean losses a word, of ``names`` and ``times``, for each of gold and silver labels."""
        emissions = self(hidden)
        parts = {
            "names": (emissions[..., : len(NAME_TAGS)], NAME_TAGS, _names),
            "times": (emissions[..., len(NAME_TAGS) :], TIME_TAGS, _times),
        }
        losses: dict[str, Tensor] = {}
        for name, (scores, labels, spans) in parts.items():
            for silver in (False, True):
                rows: list[int] = []
                pieces: list[int] = []
                tags: list[int] = []
                for row, example in enumerate(batch.examples):
                    found = spans(example)
                    if found is None or example.document.silver != silver:
                        continue
                    words = example.window.words.tolist()
                    rows += [row] * len(words)
                    pieces += words
                    unsure = example.document.unsure if name == "names" else ()
                    tags += tags_of(example.window, found, labels, unsure)
                if not any(tag != UNTAUGHT for tag in tags):
                    continue
                index = torch.tensor(rows), torch.tensor(pieces)
                loss = functional.cross_entropy(
                    scores[index[0].to(hidden.device), index[1].to(hidden.device)],
                    torch.tensor(tags, device=hidden.device),
                )
                key = f"silver {name}" if silver else name
                losses[key] = loss * self.silver_weight if silver else loss
        return losses


def _names(example: Example) -> Sequence[Named] | None:
    return example.document.names


def _times(example: Example) -> Sequence[Named] | None:
    times = example.document.times
    return None if times is None else [Named(span, "TIME") for span in times]


def tags_of(
    window: Window, spans: Sequence[Named], labels: Sequence[str], unsure: Sequence[Span] = ()
) -> list[int]:
    """The tag of each word of the window, or ``UNTAUGHT``."""
    tags = np.zeros(len(window.starts), dtype=np.int64)
    for span in unsure:
        tags[(window.ends > span.start) & (window.starts < span.end)] = UNTAUGHT
    for named in spans:
        first = int(np.searchsorted(window.ends, named.span.start, side="right"))
        last = int(np.searchsorted(window.starts, named.span.end, side="left")) - 1
        if last < first or named.span.end <= window.starts[0]:
            continue
        base = labels.index(f"B-{named.label}")
        if first == last:
            tags[first] = base + 3
        else:
            tags[first + 1 : last] = base + 1
            tags[first], tags[last] = base, base + 2
    return [int(tag) for tag in tags]
