"""GAP: a pronoun in a Wikipedia passage and two names that it might mean.

Webster et al., "Mind the GAP: A Balanced Corpus of Gendered Ambiguous Pronouns", TACL 2018
(Apache-2.0).
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.record import Span
from training.corpora.document import Coreference, Document


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of GAP, a passage a document."""

    path: Path

    def __iter__(self) -> Iterator[Document]:
        with gzip.open(self.path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                text = row["Text"]
                at = int(row["Pronoun-offset"])
                pronoun = Span(at, at + len(row["Pronoun"]))
                names = tuple(_last_word(row[x], int(row[f"{x}-offset"])) for x in "AB")
                meant = [n for n, x in zip(names, "AB", strict=True) if row[f"{x}-coref"] == "TRUE"]
                yield Document(
                    row["ID"],
                    text,
                    (Span(0, len(text)),),
                    coreference=Coreference(
                        choices=((pronoun, names, meant[0] if meant else None),)
                    ),
                )


def _last_word(name: str, offset: int) -> Span:
    last = name.split()[-1]
    start = offset + name.rindex(last)
    return Span(start, start + len(last))
