"""re3d: reports on Syria and Iraq from ministries, a military command and Wikipedia, with names.

Defence Science and Technology Laboratory, "Relationship and Entity Extraction Evaluation Dataset",
2017; the documents under the Open Government Licence and the like. It marks nouns as well as names
("the foreign secretary"); only what is written as a name is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.record import Span
from training.corpora.document import Document, Named
from training.corpora.polnear import blocks

_LABEL_OF = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
_SMALL = frozenset("of the for and in on al de el bin ibn to &".split())
_WORD = re.compile(r"[^\W\d_]+")
_NO_NAMES = frozenset("The A An I We He She They It You His Her Their Our My".split())
_TITLES = frozenset(
    "Minister Secretary President General Brig Lt Col Maj Gen Capt Commander Mr Mrs Sir".split()
)


@dataclass(frozen=True, slots=True)
class Re3d:
    """All sources in a folder."""

    folder: Path

    def __iter__(self) -> Iterator[Document]:
        for source in sorted(path for path in self.folder.iterdir() if path.is_dir()):
            names: dict[str, list[Named]] = {}
            for entity in _lines(source / "entities.json"):
                label = _LABEL_OF.get(str(entity["type"]))
                here = names.setdefault(str(entity["documentId"]), [])
                for value, start in _parts(str(entity["value"]), int(entity["begin"])):
                    if label and _is_name(value, label):
                        here.append(Named(Span(start, start + len(value)), label))
            for item in _lines(source / "documents.json"):
                text, name = str(item["text"]), str(item["_id"])
                found = [n for n in names.get(name, ()) if _whole(text, n.span)]
                yield Document(name, text, tuple(blocks(text)), names=tuple(_longest(found)))


def _lines(path: Path) -> Iterator[dict[str, str | int]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _parts(value: str, start: int) -> Iterator[tuple[str, int]]:
    """The names in "Palmyra, Syria", and where each starts."""
    for part in value.split(", "):
        yield part, start
        start += len(part) + 2


def _is_name(value: str, label: str) -> bool:
    """Whether all words are capitalised, but small ones inside."""
    words = _WORD.findall(value)
    if not words or words[0] in _NO_NAMES or words[0].islower():
        return False
    if label == "PER" and (len(words) > 4 or _TITLES & set(words)):
        return False
    return all(word[0].isupper() or word in _SMALL for word in words) and len(words) < 9


def _whole(text: str, span: Span) -> bool:
    """Whether the span does not cut a word: some offsets of the corpus have slipped."""
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    return not (before.isalnum() or after.isalnum()) and span.end <= len(text)


def _longest(names: Sequence[Named]) -> Iterator[Named]:
    """Of names that overlap, the longest."""
    taken: list[Span] = []
    for name in sorted(names, key=lambda n: n.span.start - n.span.end):
        if all(name.span.end <= other.start or other.end <= name.span.start for other in taken):
            taken.append(name.span)
            yield name
