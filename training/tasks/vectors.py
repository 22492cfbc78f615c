"""Sentence vectors: the mean of a projection over a sentence's pieces.

Learnt from the starting weights, which give sentence vectors of their own (Reimers and Gurevych
2019): the teacher reads a sentence alone, we read it in its article.
"""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.record import Span
from training.batches import Batch
from training.corpora.document import Document
from training.encoder import WIDTH, Encoder, Inputs


class Teacher:
    """all-MiniLM-L6-v2 as published: the mean over pieces, normalised."""

    def __init__(self, weights: Path, tokenizer: Path) -> None:
        self.encoder = Encoder(dropout=0.0)
        self.encoder.load_pretrained(weights)
        for feature in (self.encoder.shape, self.encoder.spacing, self.encoder.quote):
            nn.init.zeros_(feature.weight)
        self.encoder.eval()
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(256)

    def vectors(self, sentences: list[str]) -> Tensor:
        """float [sentences, width], of length 1."""
        encodings = self.tokenizer.encode_batch(sentences)
        longest = max(len(encoding.ids) for encoding in encodings)
        ids = torch.zeros(len(sentences), longest, dtype=torch.int64)
        mask = torch.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = torch.tensor(encoding.ids)
            mask[row, : len(encoding.ids)] = 1
        none = torch.zeros_like(ids)
        with torch.no_grad():
            hidden = self.encoder(Inputs(ids, none, none, none, mask))
            mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(mean, dim=-1)


class VectorsTask(nn.Module):
    """A projection of every piece; ``share`` of the batches ask the teacher."""

    def __init__(self, teacher: Teacher | None, *, share: float) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.project.weight)
        nn.init.zeros_(self.project.bias)
        self.share = share
        self._teacher = [teacher]  # in a list, so that its weights are no part of the model

    def forward(self, hidden: Tensor) -> Tensor:
        """float [batch, pieces, width]."""
        projected: Tensor = self.project(hidden)
        return projected

    def loss(self, hidden: Tensor, batch: Batch, draw: random.Random) -> dict[str, Tensor]:
        """One minus the cosine to the teacher's vectors, for one window of the batch."""
        teacher = self._teacher[0]
        if teacher is None or draw.random() >= self.share:
            return {}
        row = draw.randrange(len(batch.examples))
        example = batch.examples[row]
        window, document = example.window, example.document
        spans = [
            span
            for span in sentences_of(document)
            if span.start >= window.starts[0] and span.end <= window.ends[-1]
        ][:8]
        if not spans:
            return {}
        ours = []
        ends = [*window.words.tolist()[1:], len(window.ids) - 1]
        for span in spans:
            first = int(np.searchsorted(window.starts, span.start))
            last = max(int(np.searchsorted(window.starts, span.end)) - 1, first)
            begin, end = int(window.words[first]), ends[last]
            ours.append(hidden[row, begin:end].mean(0))
        mine = functional.normalize(self.project(torch.stack(ours)), dim=-1)
        theirs = teacher.vectors([document.text[s:e] for s, e in spans]).to(hidden.device)
        return {"vectors": 1 - (mine * theirs).sum(-1).mean()}


def sentences_of(document: Document) -> list[Span]:
    """The sentences of a document's trees, gold or silver."""
    trees = document.trees or document.syntax or ()
    return [Span(t[0].span.start, t[-1].span.end) for t in trees if len(t) > 3]
