"""Sentences with two actors and what one does to the other: PLV, and machine-written stories.

PLV (Hu et al., "Leveraging Codebook Knowledge with NLI and ChatGPT for Zero-Shot Political
Relation Classification", ACL 2024) marks source and target and gives a PLOVER type. The stories are
NGEC's (Halterman et al. 2023): a type for the whole story, whose first sentences are taken where
known event words agree with it.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.record import Span

_MARK = re.compile(r"</?([st])>")


@dataclass(frozen=True, slots=True)
class Acted:
    """A sentence, the spans of source and target in it (None where it names none), and the act."""

    text: str
    source: Span | None
    target: Span | None
    act: str


def plv(folder: Path) -> Iterator[Acted]:
    """The training sentences of PLV."""
    with (folder / "plv-train.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text, spans = _unmarked(row["marked_sentence"])
            yield Acted(text, spans.get("s"), spans.get("t"), row["gold_root"])


def machine_written(folder: Path, *, characters: int = 400) -> Iterator[tuple[str, str]]:
    """The beginnings of the machine-written stories, up to the end of a sentence, with types."""
    with gzip.open(folder / "synthetic-stories.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            story = json.loads(line)
            text = story["text"][:characters].replace("\n", " ")
            end = text.rfind(". ")
            if end > 0:
                yield text[: end + 1], story["label"]


def _unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """A sentence without its marks, and the spans that they held."""
    spans: dict[str, Span] = {}
    opened: dict[str, int] = {}
    text, at = "", 0
    for mark in _MARK.finditer(marked):
        text, at = text + marked[at : mark.start()], mark.end()
        if mark.group().startswith("</"):
            spans.setdefault(mark.group(1), Span(opened[mark.group(1)], len(text)))
        else:
            opened[mark.group(1)] = len(text)
    return text + marked[at:], spans
