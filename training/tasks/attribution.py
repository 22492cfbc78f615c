"""The attribution head: tags for source, cue and content, and the links between them.

Tags are BIOES over words with a conditional random field over each block. Links are two biaffine
pointers (Dozat and Manning 2017): from each word of a content to the words of its cue, and from
each word of a cue to the words of its source; [CLS] stands for "none".
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.reading.labels import LINK_WIDTH, LINKS, TAGS
from training.batches import Batch
from training.tasks.crf import ConditionalRandomField
from training.tasks.gold import Gold, Tags, gold_labels


class AttributionTask(nn.Module):
    """Emissions [batch, pieces, tags] and link vectors [batch, pieces, 2 · links · width]."""

    def __init__(self, width: int, *, link_weight: float = 1.0) -> None:
        super().__init__()
        self.emit = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, len(TAGS)))
        self.link = nn.Linear(width, 2 * len(LINKS) * LINK_WIDTH)
        self.crf = ConditionalRandomField(len(TAGS))
        self.link_weight = link_weight

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """What the ONNX graph gives: emissions and link vectors of every piece."""
        return self.emit(hidden), self.link(hidden)

    def loss(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """Mean losses a word: ``tags`` and ``links``; empty where no document has attributions."""
        marked = [
            row
            for row, example in enumerate(batch.examples)
            if example.document.attributions is not None
        ]
        if not marked:
            return {}
        if len(marked) < len(batch.examples):
            hidden, batch = hidden[marked], batch.of(marked)
        golds = [
            gold_labels(example.window, example.document.attributions or ())
            for example in batch.examples
        ]
        emissions, vectors = self(hidden)
        words = sum(len(gold.tags) for gold in golds)
        return {
            "tags": self._tag_loss(emissions, golds, batch) / words,
            "links": self._link_loss(vectors, golds, batch) * self.link_weight,
        }

    def _tag_loss(self, emissions: Tensor, golds: list[Gold], batch: Batch) -> Tensor:
        rows: list[int] = []
        firsts: list[int] = []
        lengths: list[int] = []
        tags: list[Tags] = []
        for row, (gold, example) in enumerate(zip(golds, batch.examples, strict=True)):
            blocks = example.window.blocks
            cuts = np.flatnonzero(np.diff(blocks, prepend=-1))
            for first, end in zip(cuts, [*cuts[1:], len(blocks)], strict=True):
                rows.append(row)
                firsts.append(int(first))
                lengths.append(int(end - first))
                tags.append(gold.tags[first:end])
        longest = max(lengths)
        target = np.zeros((len(rows), longest), dtype=np.int64)
        for at, sequence in enumerate(tags):
            target[at, : len(sequence)] = sequence
        device = emissions.device
        places = torch.tensor(firsts)[:, None] + torch.arange(longest)
        pieces = batch.words[
            torch.tensor(rows)[:, None], places.clamp(max=batch.words.shape[1] - 1)
        ]
        picked = emissions[torch.tensor(rows)[:, None].to(device), pieces.to(device)]
        loss: Tensor = self.crf.loss(
            picked, torch.from_numpy(target).to(device), torch.tensor(lengths, device=device)
        )
        return loss

    def _link_loss(self, vectors: Tensor, golds: list[Gold], batch: Batch) -> Tensor:
        """For each link, the mean over its words of -log of the summed chance of its targets."""
        total = vectors.new_zeros(())
        words = batch.words.numpy()
        parts = vectors.view(*vectors.shape[:2], len(LINKS), 2, LINK_WIDTH)
        for link in range(len(LINKS)):
            rows: list[int] = []
            places: list[int] = []
            target_of: list[int] = []
            targets: list[int] = []
            for row, gold in enumerate(golds):
                for word, aims in gold.links[link]:
                    target_of += [len(rows)] * max(1, len(aims))
                    targets += [int(words[row, aim]) for aim in aims] or [0]
                    rows.append(row)
                    places.append(int(words[row, word]))
            if not rows:
                continue
            row_index = torch.tensor(rows, device=vectors.device)
            pairs = parts[:, :, link, 0] @ parts[:, :, link, 1].transpose(1, 2)
            scores = pairs[row_index, torch.tensor(places, device=vectors.device)]
            mask = batch.inputs.mask.to(vectors.device)[row_index]
            scores = scores.masked_fill(mask == 0, -1e4)
            chosen = torch.full_like(scores, -1e4)
            chosen[torch.tensor(target_of), torch.tensor(targets)] = 0.0
            gold_scores = torch.logsumexp(scores + chosen, dim=1)
            total = total + (torch.logsumexp(scores, dim=1) - gold_scores).mean()
        return total
