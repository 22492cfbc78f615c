"""Windows of real text with outputs made by hand, to test decoders without a model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from tokenizers import Tokenizer

from onrecord.reading.bundle import Bundle
from onrecord.reading.encode import TextEncoder, Window
from onrecord.reading.labels import (
    ARC_WIDTH,
    COREFERENCE_WIDTH,
    LINK_WIDTH,
    LINKS,
    NAME_TAGS,
    PARTS_OF_SPEECH,
    RELATION_WIDTH,
    TAGS,
    TIME_TAGS,
)
from onrecord.reading.session import WindowOutputs
from onrecord.record import Span


def encoder(window: int = 256) -> TextEncoder:
    """The shipped tokenizer, cutting windows of ``window`` pieces."""
    return TextEncoder(Tokenizer.from_buffer(Bundle.load().read("tokenizer.json")), window=window)


def windows_of(
    text: str, blocks: Sequence[Span] | None = None, *, window: int = 256
) -> list[Window]:
    """The windows of a text; one block a line where ``blocks`` are not given."""
    if blocks is None:
        blocks, at = [], 0
        for line in text.split("\n"):
            blocks.append(Span(at, at + len(line)))
            at += len(line) + 1
    return encoder(window).windows(text, blocks)


def empty_outputs(window: Window) -> WindowOutputs:
    """Outputs that say nothing."""
    pieces = len(window.ids)

    def zeros(width: int) -> np.ndarray:
        return np.zeros((pieces, width), dtype=np.float32)

    return WindowOutputs(
        emissions=zeros(len(TAGS)),
        links=zeros(2 * len(LINKS) * LINK_WIDTH),
        tokens=zeros(len(PARTS_OF_SPEECH) + 2),
        pairs=zeros(2 * ARC_WIDTH + 2 * RELATION_WIDTH),
        names=zeros(len(NAME_TAGS) + len(TIME_TAGS)),
        references=zeros(2 * COREFERENCE_WIDTH),
        vectors=zeros(384),
        states=zeros(384),
    )


def word_at(text: str, window: Window, words: str) -> int:
    """The index in the window of the word at which ``words`` begins."""
    return int(np.searchsorted(window.starts, text.index(words)))
