"""Article bodies of HTML pages, for onrecord and its peers, by shingles of four tokens."""

from __future__ import annotations

import gzip
import json
import logging
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.pages import load

_TOKEN = re.compile(r"\w+")
SHINGLE = 4


def measure_bodies(folder: Path) -> dict[str, dict[str, float]]:
    """Precision, recall, F1 (means over pages) and processor milliseconds a page of each reader."""
    logging.disable(logging.CRITICAL)
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {
        name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in truth
    }
    figures: dict[str, dict[str, float]] = {}
    for reader, read in readers().items():
        scores = []
        elapsed = 0.0
        for name, data in pages.items():
            began = time.process_time()
            body = read(data)
            elapsed += time.process_time() - began
            scores.append(compare(truth[name]["articleBody"], body))
        figures[reader] = {
            "precision": sum(one[0] for one in scores) / len(scores),
            "recall": sum(one[1] for one in scores) / len(scores),
            "f1": sum(one[2] for one in scores) / len(scores),
            "cpu ms a page": 1000 * elapsed / len(scores),
        }
    logging.disable(logging.NOTSET)
    return figures


def readers() -> dict[str, Callable[[bytes], str]]:
    """onrecord, and each peer that is installed."""
    found: dict[str, Callable[[bytes], str]] = {"onrecord": onrecord_body}
    for name, made in (
        ("trafilatura", _trafilatura),
        ("resiliparse", _resiliparse),
        ("newspaper4k", _newspaper),
        ("readability-lxml", _readability),
    ):
        try:
            found[name] = made()
        except ImportError:
            continue
    return found


def onrecord_body(data: bytes) -> str:
    """The words of the article that onrecord reads: no headline, credits or furniture."""
    try:
        loaded = load(data)
    except OnrecordError:
        return ""
    article = next((one for one in loaded.stories if one.kind == "article"), None)
    if article is None:
        return ""
    kept = [
        block.span
        for block in article.blocks
        if block.kind in ("paragraph", "quote", "list", "heading")
        and block.span != article.headline
    ]
    return "\n".join(loaded.page.text[start:end] for start, end in kept)


def compare(wanted: str, found: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the multiset of shingles."""
    gold, got = _shingles(wanted), _shingles(found)
    shared = sum((gold & got).values())
    precision = shared / got.total() if got else float(not gold)
    recall = shared / gold.total() if gold else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four tokens; the whole text where it is shorter."""
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[i : i + SHINGLE]) for i in range(max(1, len(tokens) - SHINGLE + 1)))


def _trafilatura() -> Callable[[bytes], str]:
    from trafilatura import extract

    return lambda data: extract(data, include_comments=False) or ""


def _resiliparse() -> Callable[[bytes], str]:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return lambda data: extract_plain_text(
        bytes_to_str(data, detect_encoding(data)), main_content=True, comments=False
    )


def _newspaper() -> Callable[[bytes], str]:
    from newspaper import Article

    def read(data: bytes) -> str:
        article = Article("https://page.example/", language="en", fetch_images=False)
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
        return str(article.text)

    return read


def _readability() -> Callable[[bytes], str]:
    from lxml.html import fromstring
    from readability import Document

    def read(data: bytes) -> str:
        summary = Document(data.decode("utf-8", "replace")).summary(html_partial=True)
        return "\n".join(str(part) for part in fromstring(summary).itertext())

    return read
