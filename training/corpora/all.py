"""The corpora by the names that the stages of a run call them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.corpora.document import Document
from training.corpora.gap import Gap
from training.corpora.listed import listed
from training.corpora.polnear import PolNeAR
from training.corpora.re3d import Re3d
from training.corpora.treebanks import FREE_GENRES, Treebank
from training.corpora.wikiwars import WikiWars

Corpora = Mapping[str, Sequence[Document]]


def training_corpora(data: Path) -> Corpora:
    """All documents to learn from, by corpus."""
    return {
        "polnear": list(PolNeAR(data / "attribution", "train", parsed=True)),
        "ewt": list(Treebank(data / "syntax" / "ewt-train.conllu.gz")),
        "gum": [
            listed(document)
            for document in Treebank(data / "syntax" / "gum-train.conllu.gz", genres=FREE_GENRES)
        ],
        "gap": list(Gap(data / "coreference" / "gap-development.tsv.gz")),
        "re3d": [listed(document) for document in Re3d(data / "names" / "re3d")],
        "wikiwars": list(WikiWars(data / "times-free" / "wikiwars")),
    }


def drawn(corpora: Corpora, shares: Mapping[str, float], draw: random.Random) -> list[Document]:
    """The documents of one epoch."""
    found: list[Document] = []
    for name, share in shares.items():
        documents = list(corpora[name])
        draw.shuffle(documents)
        found += documents[: round(share * len(documents))]
    return found
