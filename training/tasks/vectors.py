"""Sentence vectors: the mean of a projection over a sentence's pieces.

Learnt from the starting weights, which give sentence vectors of their own (Reimers and Gurevych
2019): the teacher reads a sentence alone, we read it in its article. The projection is fitted by
least squares when everything else is trained, since it costs the other heads nothing then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.encode import TextEncoder, Window
from onrecord.record import Span
from training.batches import collate, examples
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
            hidden = self.encoder(Inputs(ids, none, none, none, mask))[-1]
            mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(mean, dim=-1)


LAYERS = (0, 2)
"""The layers that a vector is read from. Later ones have forgotten more of the starting weights."""


class VectorsTask(nn.Module):
    """A projection of every piece's states in some layers."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(len(LAYERS) * WIDTH, WIDTH)

    def forward(self, states: Sequence[Tensor]) -> Tensor:
        """float [batch, pieces, width]."""
        projected: Tensor = self.project(torch.cat([states[at] for at in LAYERS], dim=-1))
        return projected

    def fit(self, means: Tensor, vectors: Tensor, *, ridge: float = 3.0) -> None:
        """Ridge regression of the teacher's ``vectors`` [sentences, width] on ``means``.

        ``means`` [sentences, layers · width] are of the states of a sentence's pieces.
        """
        middle, aim = means.mean(0), vectors.mean(0)
        centred = (means - middle).double()
        squares = centred.T @ centred + ridge * torch.eye(means.shape[1], dtype=torch.float64)
        weight = torch.linalg.solve(squares, centred.T @ (vectors - aim).double()).float()
        with torch.no_grad():
            self.project.weight.copy_(weight.T)
            self.project.bias.copy_(aim - middle @ weight)


def fit_vectors(
    task: VectorsTask,
    network: Encoder,
    encoder: TextEncoder,
    documents: Iterable[Document],
    teacher: Teacher,
) -> None:
    """Fit the task to what the teacher says of the sentences of ``documents``."""
    means: list[Tensor] = []
    vectors: list[Tensor] = []
    network.eval()
    for document in documents:
        for example in examples([document], encoder):
            spans = _inside(example.window, sentences_of(document))
            if not spans:
                continue
            with torch.inference_mode():
                inputs = collate([example]).inputs
                states = network(inputs)
                joined = torch.cat([states[at][0] for at in LAYERS], dim=-1)
            means += [joined[begin:end].mean(0) for _, begin, end in spans]
            vectors.append(teacher.vectors([document.text[s:e] for (s, e), _, _ in spans]))
    task.fit(torch.stack(means), torch.cat(vectors))


def _inside(window: Window, sentences: Iterable[Span]) -> list[tuple[Span, int, int]]:
    """The sentences that lie whole in the window, with the pieces [begin, end) of each."""
    borders = [*window.words.tolist(), len(window.ids) - 1]
    return [
        (
            span,
            borders[int(np.searchsorted(window.starts, span.start))],
            borders[int(np.searchsorted(window.starts, span.end))],
        )
        for span in sentences
        if span.start >= window.starts[0] and span.end <= window.ends[-1]
    ]


def sentences_of(document: Document) -> list[Span]:
    """The sentences of a document's trees, gold or silver."""
    trees = document.trees or document.syntax or ()
    return [Span(t[0].span.start, t[-1].span.end) for t in trees if len(t) > 3]
