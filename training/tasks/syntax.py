"""The syntax head: Universal Dependencies, and where tokens and sentences begin.

Arcs are a biaffine pointer over the words of one sentence (Dozat and Manning 2017), [CLS] for the
root; a relation is read from dependent and governor together. A treebank's token stands at the
first of our words that begins in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.encode import Window
from onrecord.reading.labels import ARC_WIDTH, PARTS_OF_SPEECH, RELATION_WIDTH, RELATIONS
from training.batches import Batch
from training.corpora.document import Sentences

BOUNDARIES = ("sentence begins", "token goes on")


@dataclass(slots=True)
class Trees:
    """One window's tokens: the words they stand at, their labels, and their governors' words.

    ``heads`` are words, -1 for the root and -2 where the governor stands at no word.
    ``sentences``: int64 [words], the sentence of each word or -1. ``begins``, ``goes_on``: float
    [words].
    """

    words: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)
    sentences: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    begins: np.ndarray = field(default_factory=lambda: np.zeros(0, np.float32))
    goes_on: np.ndarray = field(default_factory=lambda: np.zeros(0, np.float32))


class SyntaxTask(nn.Module):
    """Scores of tokens and vectors for pairs of them; see :meth:`forward`."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tag = nn.Linear(width, len(PARTS_OF_SPEECH) + len(BOUNDARIES))
        self.arc = nn.Linear(width, 2 * ARC_WIDTH)
        self.pair = nn.Linear(width, 2 * RELATION_WIDTH)
        self.relation = nn.Linear(RELATION_WIDTH, len(RELATIONS))

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """Tags [batch, pieces, tags + 2], and vectors [batch, pieces, 2 · arc + 2 · relation]."""
        return self.tag(hidden), torch.cat([self.arc(hidden), self.pair(hidden)], dim=-1)

    def relations(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Scores [n, relations] of pairs, from their halves of ``pair`` [n, relation width]."""
        scores: Tensor = self.relation(functional.gelu(dependents + governors))
        return scores

    def loss(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """Mean losses a token or word; empty where no document has gold trees."""
        device = hidden.device
        rows: list[int] = []
        pieces: list[int] = []
        heads: list[int] = []
        owners: list[int] = []
        tags: list[int] = []
        relations: list[int] = []
        bounds: list[Tensor] = []
        word_rows: list[int] = []
        word_pieces: list[int] = []
        sentence_of_piece = torch.full(hidden.shape[:2], -1, dtype=torch.int64)
        for row, example in enumerate(batch.examples):
            if example.document.trees is None:
                continue
            window = example.window
            found = trees_of(window, example.document.trees)
            known = np.flatnonzero(found.sentences >= 0)
            word_rows += [row] * len(known)
            word_pieces += window.words[known].tolist()
            bounds.append(
                torch.from_numpy(np.stack([found.begins[known], found.goes_on[known]], axis=1))
            )
            sentence_of_piece[row, torch.from_numpy(window.words[known]).long()] = torch.from_numpy(
                found.sentences[known]
            )
            for word, head, tag, relation in zip(
                found.words, found.heads, found.tags, found.relations, strict=True
            ):
                if head == -2:
                    continue
                rows.append(row)
                pieces.append(int(window.words[word]))
                heads.append(0 if head == -1 else int(window.words[head]))
                owners.append(int(found.sentences[word]))
                tags.append(tag)
                relations.append(relation)
        if not rows:
            return {}
        tag_scores, vectors = self(hidden)
        row, piece, head = (torch.tensor(x, device=device) for x in (rows, pieces, heads))
        arcs = vectors[..., : 2 * ARC_WIDTH].view(*hidden.shape[:2], 2, ARC_WIDTH)
        all_pairs = arcs[:, :, 0] @ arcs[:, :, 1].transpose(1, 2)
        allowed = (sentence_of_piece[rows] == torch.tensor(owners)[:, None]).to(device)
        allowed[:, 0] = True
        scores = all_pairs[row, piece].masked_fill(~allowed, -1e4)
        pairs = vectors[..., 2 * ARC_WIDTH :].view(*hidden.shape[:2], 2, RELATION_WIDTH)
        relation_scores = self.relations(pairs[row, piece, 0], pairs[row, head, 1])
        word_row, word_piece = (torch.tensor(x, device=device) for x in (word_rows, word_pieces))
        count = len(PARTS_OF_SPEECH)
        return {
            "arcs": functional.cross_entropy(scores, head),
            "relations": functional.cross_entropy(
                relation_scores, torch.tensor(relations, device=device)
            ),
            "parts": functional.cross_entropy(
                tag_scores[row, piece, :count], torch.tensor(tags, device=device)
            ),
            "bounds": functional.binary_cross_entropy_with_logits(
                tag_scores[word_row, word_piece, count:], torch.cat(bounds).to(device)
            ),
        }


def trees_of(window: Window, sentences: Sentences) -> Trees:
    """The trees of the sentences that lie whole in the window."""
    count = len(window.starts)
    found = Trees(
        sentences=np.full(count, -1, np.int64),
        begins=np.zeros(count, np.float32),
        goes_on=np.zeros(count, np.float32),
    )
    low, high = int(window.starts[0]), int(window.ends[-1])
    for index, sentence in enumerate(sentences):
        begin, end = sentence[0].span.start, sentence[-1].span.end
        if begin < low or end > high:
            continue
        first = int(np.searchsorted(window.starts, begin))
        last = int(np.searchsorted(window.starts, end))
        found.sentences[first:last] = index
        if first < last:
            found.begins[first] = 1
        places: list[int | None] = []
        for word in sentence:
            at = int(np.searchsorted(window.starts, word.span.start))
            fits = at < count and window.starts[at] < word.span.end
            places.append(at if fits else None)
            if fits:
                stop = int(np.searchsorted(window.starts, word.span.end))
                found.goes_on[at + 1 : stop] = 1
        for word, place in zip(sentence, places, strict=True):
            if place is None:
                continue
            head = -1 if word.head is None else places[word.head]
            relation = word.relation
            if relation not in RELATIONS:
                relation = relation.split(":")[0]
            found.words.append(place)
            found.tags.append(PARTS_OF_SPEECH.index(word.tag))
            found.heads.append(-2 if head is None else head)
            found.relations.append(RELATIONS.index(relation))
    return found
