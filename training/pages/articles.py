"""Articles to join pages of, read from the data folder, in two halves that share none."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Part = Literal["tuning", "held-out"]

_SENTENCE = re.compile(r"(?<=[a-z)”\"][.!?])\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article: its title without a final stop, and its paragraphs."""

    name: str
    title: str | None
    paragraphs: tuple[str, ...]


def part_of(name: str, held_out: float = 0.3) -> Part:
    """The half that an article belongs to, by its name alone."""
    share = hashlib.blake2b(name.encode(), digest_size=4).digest()
    return "held-out" if int.from_bytes(share, "big") / 2**32 < held_out else "tuning"


def articles(data: Path, part: Part | None = None) -> list[Article]:
    """The articles of the data folder, of one half or of both."""
    found = [*_polnear(data / "attribution/polnear-train.jsonl.gz"), *_guardian(data)]
    return [article for article in found if part is None or part_of(article.name) == part]


def whole_articles(path: Path) -> list[Article]:
    """Every article of a PolNeAR file, as it is."""
    return list(_polnear(path))


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def _polnear(path: Path) -> Iterator[Article]:
    if not path.is_file():
        return
    for row in _lines(path):
        paragraphs = [part.strip() for part in row["text"].split("\n") if part.strip()]
        title = re.sub(r"\s+", " ", row["title"]).strip()
        # PolNeAR closes each title with a full stop and repeats it as the first paragraph.
        if paragraphs and _bare(paragraphs[0])[:40] == _bare(title)[:40]:
            paragraphs = paragraphs[1:]
        # Letters pages and abstracts are several texts in one, with headings of their own.
        if any(part in ("LETTERS.", "ABSTRACT.") for part in paragraphs[:4]):
            continue
        while len(paragraphs) > 3 and len(paragraphs[0]) < 90:
            paragraphs = paragraphs[1:]
        if len(paragraphs) >= 3:
            yield Article(row["name"], title.split(";")[0].rstrip(". "), tuple(paragraphs))


def _guardian(data: Path) -> Iterator[Article]:
    for path in sorted((data / "stories").glob("guardian-*.jsonl.gz")):
        for number, row in enumerate(_lines(path)):
            sentences = _SENTENCE.split(row["text"].strip())
            paragraphs = [
                " ".join(sentences[i : i + 2]).strip() for i in range(0, len(sentences), 2)
            ]
            if len(paragraphs) >= 4:
                yield Article(f"{path.name}-{number}", None, tuple(paragraphs))


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
