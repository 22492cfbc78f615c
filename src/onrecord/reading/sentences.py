"""Blocks → sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sentencex import segment

from onrecord.record import Span


def sentences(text: str, blocks: Sequence[Span]) -> Iterator[Span]:
    """The sentences of each block, without white space around them."""
    for start, end in blocks:
        at = start
        for sentence in segment("en", text[start:end]):
            stripped = sentence.strip()
            if not stripped:
                continue
            first = text.index(stripped, at, end)
            at = first + len(stripped)
            yield Span(first, at)
