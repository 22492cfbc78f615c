"""Sentence boundaries of the libraries that could be used, on the dev parts of UD EWT and GUM.

The sentences of a document are joined by single spaces, as in a paragraph; a boundary is the end
of a sentence, in code points. The last one of a document is given and not counted. Web and mail
writing without full stops keeps all scores low; the news part of GUM is what matters here.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from benchmarks.attribution import Score
from onrecord import Reader

Split = Callable[[str], set[int]]


def measure_sentences(folder: Path) -> dict[str, dict[str, float]]:
    """F1 of each splitter on each part, and how many thousand characters it reads in a second."""
    parts = {
        "ewt-dev": list(documents(folder / "ewt-dev.conllu.gz")),
        "gum-dev": list(documents(folder / "gum-dev.conllu.gz")),
        "gum-dev news": list(documents(folder / "gum-dev.conllu.gz", genre="GUM_news")),
    }
    figures: dict[str, dict[str, float]] = {}
    for name, split in splitters().items():
        figures[name] = {}
        began, read = time.process_time(), 0
        for part, texts in parts.items():
            scores = []
            for text, gold in texts:
                found = split(text) - {len(text)}
                scores.append((len(found & gold), len(found), len(gold)))
                read += len(text)
            figures[name][part] = Score(*(sum(column) for column in zip(*scores, strict=True))).f1
        figures[name]["1,000 characters a second"] = read / 1000 / (time.process_time() - began)
    return figures


def documents(path: Path, *, genre: str = "") -> Iterator[tuple[str, set[int]]]:
    """The text of each document whose id begins with ``genre``, and its inner boundaries."""
    held: list[str] = []
    wanted = False
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc"):
                if held:
                    yield _joined(held)
                held, wanted = [], line.split("=")[-1].strip().startswith(genre)
            elif line.startswith("# text = ") and wanted:
                held.append(line.removeprefix("# text = ").strip())
    if held:
        yield _joined(held)


def _joined(parts: list[str]) -> tuple[str, set[int]]:
    ends, at = set(), 0
    for part in parts[:-1]:
        ends.add(at + len(part))
        at += len(part) + 1
    return " ".join(parts), ends


def splitters() -> dict[str, Split]:
    """Ours, and those libraries' that are installed."""
    reader = Reader()
    reader.parse("The model is loaded before the clock runs.")
    found: dict[str, Split] = {
        "onrecord": lambda text: {sentence.span.end for sentence in reader.parse(text)}
    }
    with suppress(ImportError):
        found["sentencex"] = _sentencex()
    with suppress(ImportError):
        found["nupunkt"] = _nupunkt()
    return found


def _sentencex() -> Split:
    from sentencex import segment

    def split(text: str) -> set[int]:
        ends, at = set(), 0
        for sentence in segment("en", text):
            stripped = sentence.strip()
            if stripped:
                at = text.index(stripped, at) + len(stripped)
                ends.add(at)
        return ends

    return split


def _nupunkt() -> Split:
    from nupunkt import sent_spans

    def split(text: str) -> set[int]:
        return {start + len(text[start:end].rstrip()) for start, end in sent_spans(text)}

    return split
