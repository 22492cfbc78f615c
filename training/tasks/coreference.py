"""The coreference head: each anchor word points at an earlier one, or at [CLS] for none.

Word-level coreference (Dobrovolskii, "Word-Level Coreference Resolution", EMNLP 2021) with one
biaffine score and a bias by distance. Windows of one document in a batch are read as one text, so
that vectors of different windows learn to be compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.reading.labels import COREFERENCE_WIDTH, DISTANCES
from training.batches import Batch
from training.corpora.document import Coreference

_NOUNS = ("NOUN", "PROPN", "PRON")


@dataclass(slots=True)
class _Text:
    """A document's words in a batch: the row and piece of each, and where each starts."""

    coreference: Coreference
    silver: bool
    rows: list[int] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    nouns: frozenset[int] = frozenset()


class CoreferenceTask(nn.Module):
    """Vectors [batch, pieces, 2 · width]: what a word looks for, and what it offers."""

    def __init__(self, width: int, *, weight: float, silver_weight: float) -> None:
        super().__init__()
        self.vector = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Linear(width, 2 * COREFERENCE_WIDTH)
        )
        self.distance = nn.Parameter(torch.zeros(len(DISTANCES) + 1))
        self.weight = weight
        self.silver_weight = silver_weight

    def forward(self, hidden: Tensor) -> Tensor:
        """What the ONNX graph gives: both vectors of every piece."""
        vectors: Tensor = self.vector(hidden)
        return vectors

    def loss(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """For each anchor, -log of the summed chance of what it corefers with."""
        texts = _texts(batch)
        if not texts:
            return {}
        vectors = self(hidden).view(*hidden.shape[:2], 2, COREFERENCE_WIDTH)
        sums: dict[str, list[Tensor]] = {}
        for text in texts:
            found = self._text_loss(vectors, text)
            if found is not None:
                key = "silver coreference" if text.silver else "coreference"
                sums.setdefault(key, []).append(found)
        return {
            key: torch.cat(values).mean()
            * (self.silver_weight if key.startswith("silver") else self.weight)
            for key, values in sums.items()
        }

    def _text_loss(self, vectors: Tensor, text: _Text) -> Tensor | None:
        """Losses of a text's anchors, [anchors]."""
        at = {start: word for word, start in enumerate(text.starts)}
        anchors: list[int] = []
        targets: list[list[int]] = []
        choices: list[list[int] | None] = []
        for chain in text.coreference.chains:
            words = [at[span.start] for span in chain if span.start in at]
            for place, word in enumerate(words):
                anchors.append(word)
                targets.append(words[:place])
                choices.append(None)
        if text.coreference.complete:
            chained = set(anchors)
            for word in sorted(text.nouns - chained):
                anchors.append(word)
                targets.append([])
                choices.append(None)
        for pronoun, names, meant in text.coreference.choices:
            if pronoun.start in at and all(name.start in at for name in names):
                anchors.append(at[pronoun.start])
                targets.append([at[meant.start]] if meant else [])
                choices.append([at[name.start] for name in names])
        if not anchors:
            return None
        device = vectors.device
        rows, pieces = (torch.tensor(x, device=device) for x in (text.rows, text.pieces))
        anchor = torch.tensor(anchors, device=device)
        looks = vectors[rows[anchor], pieces[anchor], 0]
        offers = vectors[rows, pieces, 1]
        scores = looks @ offers.T
        distance = anchor[:, None] - torch.arange(len(rows), device=device)[None, :]
        bucket = torch.bucketize(distance, torch.tensor(DISTANCES, device=device), right=True)
        scores = scores + self.distance[bucket]
        allowed = distance > 0
        for row, choice in enumerate(choices):
            if choice is not None:
                allowed[row] = False
                allowed[row, choice] = True
        scores = scores.masked_fill(~allowed, -1e4)
        none = (looks * vectors[rows[anchor], torch.zeros_like(anchor), 1]).sum(-1, keepdim=True)
        scores = torch.cat([none, scores], dim=1)
        wanted = torch.full_like(scores, -1e4)
        for row, aims in enumerate(targets):
            wanted[row, [aim + 1 for aim in aims] or [0]] = 0.0
        losses: Tensor = torch.logsumexp(scores, 1) - torch.logsumexp(scores + wanted, 1)
        return losses


def _texts(batch: Batch) -> list[_Text]:
    """The documents of a batch that have coreference, each with its words in order."""
    texts: dict[str, _Text] = {}
    order = sorted(
        range(len(batch.examples)), key=lambda row: int(batch.examples[row].window.starts[0])
    )
    for row in order:
        example = batch.examples[row]
        document = example.document
        if document.coreference is None:
            continue
        text = texts.setdefault(document.name, _Text(document.coreference, document.silver))
        base = len(text.starts)
        text.rows += [row] * len(example.window.words)
        text.pieces += example.window.words.tolist()
        text.starts += example.window.starts.tolist()
        if document.trees is not None and document.coreference.complete:
            inside = np.asarray(example.window.starts)
            nouns = {
                base + int(np.searchsorted(inside, word.span.start))
                for sentence in document.trees
                for word in sentence
                if word.tag in _NOUNS and inside[0] <= word.span.start <= inside[-1]
            }
            text.nouns = text.nouns | nouns
    return list(texts.values())
