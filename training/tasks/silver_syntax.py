"""An auxiliary head on machine-made parses: what governs what, and names. Never exported.

A clause that is a content is a clausal complement of its cue; learning to see clauses on the same
pass costs little and sharpens the borders of contents.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.encode import Window
from training.batches import Batch
from training.corpora.document import SyntacticWord

ARC_WIDTH = 96
RELATIONS = (
    "acl acl:relcl advcl advmod amod appos aux auxpass case cc ccomp compound compound:prt conj "
    "cop csubj dep det dobj expl mark mwe neg nmod nmod:poss nmod:tmod nsubj nsubjpass nummod "
    "parataxis punct root xcomp"
).split()
NAMES = ("O", "PERSON", "ORGANIZATION", "LOCATION", "DATE", "MISC", "DURATION", "TIME")


@dataclass(frozen=True, slots=True)
class Arcs:
    """Parsed words of one window: int64 [n] each; ``heads`` are pieces, 0 ([CLS]) for the root."""

    pieces: list[int]
    heads: list[int]
    relations: list[int]
    names: list[int]


class SilverSyntaxTask(nn.Module):
    """Heads by a biaffine pointer, relations and names by linear layers."""

    def __init__(self, width: int, *, weight: float = 0.3) -> None:
        super().__init__()
        self.arc = nn.Linear(width, 2 * ARC_WIDTH)
        self.relation = nn.Linear(2 * width, len(RELATIONS))
        self.name = nn.Linear(width, len(NAMES))
        self.weight = weight

    def loss(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """Mean losses a parsed word: ``arcs``, ``relations``, ``names``; empty without parses."""
        rows: list[int] = []
        arcs = Arcs([], [], [], [])
        for row, example in enumerate(batch.examples):
            if example.document.syntax is None:
                continue
            found = arcs_of(example.window, example.document.syntax)
            rows += [row] * len(found.pieces)
            for name in Arcs.__slots__:
                getattr(arcs, name).extend(getattr(found, name))
        if not rows:
            return {}
        device = hidden.device
        row_index, pieces, heads = (
            torch.tensor(values, device=device) for values in (rows, arcs.pieces, arcs.heads)
        )
        vectors = self.arc(hidden).view(*hidden.shape[:2], 2, ARC_WIDTH)
        all_pairs = vectors[:, :, 0] @ vectors[:, :, 1].transpose(1, 2)
        scores = all_pairs[row_index, pieces].masked_fill(
            batch.inputs.mask.to(device)[row_index] == 0, -1e4
        )
        pairs = torch.cat([hidden[row_index, pieces], hidden[row_index, heads]], dim=-1)
        relations = torch.tensor(arcs.relations, device=device)
        names = torch.tensor(arcs.names, device=device)
        return {
            "arcs": self.weight * functional.cross_entropy(scores, heads),
            "relations": self.weight * functional.cross_entropy(self.relation(pairs), relations),
            "names": self.weight
            * functional.cross_entropy(self.name(hidden[row_index, pieces]), names),
        }


def arcs_of(window: Window, sentences: tuple[tuple[SyntacticWord, ...], ...]) -> Arcs:
    """The parsed words that begin where a word of the window begins, with a head that does too."""
    piece_at = dict(zip(window.starts.tolist(), window.words.tolist(), strict=True))
    low, high = int(window.starts[0]), int(window.ends[-1])
    arcs = Arcs([], [], [], [])
    for sentence in sentences:
        if sentence[-1].span.end <= low or sentence[0].span.start >= high:
            continue
        places = [piece_at.get(word.span.start) for word in sentence]
        for word, piece in zip(sentence, places, strict=True):
            head = 0 if word.head is None else places[word.head]
            if piece is None or head is None:
                continue
            arcs.pieces.append(piece)
            arcs.heads.append(head)
            relation = word.relation if word.relation in RELATIONS else "dep"
            arcs.relations.append(RELATIONS.index(relation))
            arcs.names.append(NAMES.index(word.name) if word.name in NAMES else 0)
    return arcs
