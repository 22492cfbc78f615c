"""PolNeAR 1.0: US political news with every attribution marked.

Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018.
The CoreNLP layer over the same articles is machine-made and serves as an auxiliary signal only.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.reading.types import Attribution
from onrecord.record import Span
from training.corpora.document import Document, SyntacticWord

_LINE = re.compile(r"[^\n]+")
_MARKUP = re.compile(r"</?(?:tweet|a)\b[^>]*>?\.?")


@dataclass(frozen=True, slots=True)
class PolNeAR:
    """The ``train`` or ``dev`` part in ``folder``, with its parses where they are wanted."""

    folder: Path
    part: str
    parsed: bool = False

    def __iter__(self) -> Iterator[Document]:
        parses = dict(self._parses()) if self.parsed else {}
        for item in _lines(self.folder / f"polnear-{self.part}.jsonl.gz"):
            yield Document(
                name=item["name"],
                text=item["text"],
                blocks=tuple(blocks(item["text"])),
                attributions=tuple(_attributions(item["attributions"])),
                syntax=parses.get(item["name"]),
                meta={"publisher": item["publisher"], "date": item["date"]},
            )

    def _parses(self) -> Iterator[tuple[str, tuple[tuple[SyntacticWord, ...], ...]]]:
        for item in _lines(self.folder / f"polnear-{self.part}-corenlp.jsonl.gz"):
            yield item["name"], tuple(_sentence(sentence) for sentence in item["sentences"])


def blocks(text: str) -> Iterator[Span]:
    """The lines of an article that hold words; embedded tweets' empty tags are left out."""
    for line in _LINE.finditer(text):
        if _MARKUP.sub("", line.group()).strip():
            yield Span(*line.span())


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _attributions(items: Iterable[dict[str, list[list[int]]]]) -> Iterator[Attribution]:
    for item in items:
        source, cue, content = (
            tuple(Span(start, end) for start, end in sorted(item[role]))
            for role in ("source", "cue", "content")
        )
        if source or cue or content:
            yield Attribution(source, cue, content, score=1.0)


def _sentence(tokens: Iterable[list[Any]]) -> tuple[SyntacticWord, ...]:
    return tuple(
        SyntacticWord(Span(start, end), tag, head - 1 if head else None, relation, name)
        for start, end, _lemma, tag, name, head, relation in tokens
    )
