"""Text → windows of tensors, and the way back to characters.

The tokenizer is uncased and forgets spaces, so three small features are given beside each word
piece: the shape of its word (capitals, digits), what stands before it (nothing, a space, the
start of a block) and where it stands to quotation marks. Training and reading both come through
this module, so they cannot see different inputs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.reading.quote_state import CLOSE, INSIDE, OPEN, OUTSIDE, quote_marks
from onrecord.record import Span

Ints = NDArray[np.int32]

SHAPES = ("lower", "capitalised", "upper", "mixed", "digit", "punctuation")
SPACINGS = ("joined", "spaced", "block start", "special")
QUOTES = (OUTSIDE, INSIDE, OPEN, CLOSE)
WINDOW = 256
"""Word pieces in a window at most, with the two special pieces."""


_ABBREVIATIONS = tuple("mr mrs ms dr st gen sen rep gov col lt prof jr sr rev no vs".split())
"""Words before a full stop that seldom end a sentence; single letters neither."""


@dataclass(frozen=True, slots=True)
class Window:
    """A run of whole blocks (or a piece of one long block) as the encoder sees it.

    ``ids``, ``shapes``, ``spacings``, ``quotes``: int32 [pieces], with [CLS] first and [SEP] last.
    ``words``: int32 [words], the index of each word's first piece. ``starts``, ``ends``: int32
    [words], code points of the text. ``blocks``: int32 [words], the index of the word's block.
    """

    ids: Ints
    shapes: Ints
    spacings: Ints
    quotes: Ints
    words: Ints
    starts: Ints
    ends: Ints
    blocks: Ints


@dataclass(frozen=True, slots=True)
class _Block:
    """One block's pieces: int32 arrays over pieces, and over words (``words`` … ``ends``)."""

    ids: Ints
    shapes: Ints
    spacings: Ints
    quotes: Ints
    words: Ints
    starts: Ints
    ends: Ints


def word_shape(word: str) -> int:
    """Index into :data:`SHAPES` of a word as written."""
    if word.islower():
        return 0
    if word[0].isdigit():
        return 4
    if not word[0].isalpha():
        return 5
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else (0 if word.lower() == word else 3)


class TextEncoder:
    """Cuts blocks of text into windows for the encoder."""

    def __init__(self, tokenizer: Tokenizer, *, window: int = WINDOW) -> None:
        self._tokenizer = tokenizer
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._room = window - 2
        self._cls, self._sep = tokenizer.encode("").ids
        self._point = tokenizer.token_to_id(".")
        self._stops = self._ids(".!?…")
        self._closing = self._ids("\"'”’»)]")
        self._abbreviations = self._ids("abcdefghijklmnopqrstuvwxyz") | self._ids(_ABBREVIATIONS)

    def _ids(self, words: Iterable[str]) -> frozenset[int]:
        """The pieces that words are, of those that are one piece."""
        return frozenset(
            piece for word in words if (piece := self._tokenizer.token_to_id(word)) is not None
        )

    def windows(self, text: str, blocks: Sequence[Span]) -> list[Window]:
        """Windows over ``blocks`` (spans of ``text``, in order); together they hold every word.

        Blocks share a window while they fit; a block longer than a window is cut after a
        sentence's end where there is one.
        """
        found: list[Window] = []
        waiting: list[tuple[int, _Block]] = []
        room = self._room
        for index, block in self._pieces(text, blocks):
            for part in self._cut(block):
                if len(part.ids) > room and waiting:
                    found.append(self._window(waiting))
                    waiting, room = [], self._room
                waiting.append((index, part))
                room -= len(part.ids)
        if waiting:
            found.append(self._window(waiting))
        return found

    def _pieces(self, text: str, blocks: Sequence[Span]) -> Iterator[tuple[int, _Block]]:
        shown = [text[start:end] for start, end in blocks]
        encodings = self._tokenizer.encode_batch(shown, add_special_tokens=False)
        for index, (encoding, words) in enumerate(zip(encodings, shown, strict=True)):
            if encoding.ids:
                yield index, _block(words, blocks[index][0], encoding)

    def _cut(self, block: _Block) -> Iterator[_Block]:
        """``block`` whole, or in parts that fit a window."""
        begin = 0
        while len(block.ids) - begin > self._room:
            end = self._cut_point(block, begin)
            yield _part(block, begin, end)
            begin = end
        yield _part(block, begin, len(block.ids)) if begin else block

    def _cut_point(self, block: _Block, begin: int) -> int:
        """The piece to cut before, in the later half of a window.

        Where a sentence seems to begin; else behind another mark, before a capital; else at a word.
        """
        limit = begin + self._room
        inside = block.words[(block.words > begin + self._room // 2) & (block.words <= limit)]
        behind_marks = [
            int(piece)
            for piece in inside[::-1]
            if block.shapes[piece - 1] == 5 and block.spacings[piece] and block.shapes[piece] != 0
        ]
        for piece in behind_marks:
            if self._ends_sentence(block.ids[:piece]):
                return piece
        if behind_marks:
            return behind_marks[0]
        return int(inside[-1]) if len(inside) else limit

    def _ends_sentence(self, ids: Ints) -> bool:
        """Whether the last pieces are a full stop or the like, closed quotations after it aside."""
        end = len(ids)
        while end > 1 and ids[end - 1] in self._closing:
            end -= 1
        if end < 2 or ids[end - 1] not in self._stops:
            return False
        return ids[end - 1] != self._point or ids[end - 2] not in self._abbreviations

    def _window(self, parts: Sequence[tuple[int, _Block]]) -> Window:
        offsets = np.cumsum([1, *(len(part.ids) for _, part in parts)])

        def joined(name: str, first: int, last: int) -> Ints:
            middle = [getattr(part, name) for _, part in parts]
            return np.concatenate([[first], *middle, [last]]).astype(np.int32)

        return Window(
            ids=joined("ids", self._cls, self._sep),
            shapes=joined("shapes", 5, 5),
            spacings=joined("spacings", 3, 3),
            quotes=joined("quotes", OUTSIDE, OUTSIDE),
            words=np.concatenate(
                [part.words + offset for (_, part), offset in zip(parts, offsets, strict=False)]
            ).astype(np.int32),
            starts=np.concatenate([part.starts for _, part in parts]),
            ends=np.concatenate([part.ends for _, part in parts]),
            blocks=np.concatenate(
                [np.full(len(part.words), index, dtype=np.int32) for index, part in parts]
            ),
        )


def _block(text: str, offset: int, encoding: object) -> _Block:
    """Pieces and features of one block; ``offset`` is where the block starts in the whole text."""
    ids = np.array(encoding.ids, dtype=np.int32)  # type: ignore[attr-defined]
    word_of_piece = np.array(encoding.word_ids, dtype=np.int32)  # type: ignore[attr-defined]
    spans = np.array(encoding.offsets, dtype=np.int32)  # type: ignore[attr-defined]
    first = np.flatnonzero(np.diff(word_of_piece, prepend=-1))
    length = np.diff(first, append=len(ids))
    starts, ends = spans[first, 0], spans[first + length - 1, 1]
    shapes = np.array(
        [word_shape(text[s:e]) for s, e in zip(starts.tolist(), ends.tolist(), strict=True)],
        dtype=np.int32,
    )
    spacings = np.zeros(len(first), dtype=np.int32)
    spacings[1:] = starts[1:] > ends[:-1]
    spacings[0] = 2
    states = np.array(quote_states(text), dtype=np.int32)[starts]
    return _Block(
        ids=ids,
        shapes=np.repeat(shapes, length),
        spacings=_first_only(spacings, first, len(ids)),
        quotes=np.repeat(states, length),
        words=first.astype(np.int32),
        starts=starts + offset,
        ends=ends + offset,
    )


def _first_only(values: Ints, first: NDArray[np.intp], pieces: int) -> Ints:
    """A value on the first piece of each word, 0 ("joined") on the others."""
    spread = np.zeros(pieces, dtype=np.int32)
    spread[first] = values
    return spread


def _part(block: _Block, begin: int, end: int) -> _Block:
    inside = (block.words >= begin) & (block.words < end)
    return _Block(
        ids=block.ids[begin:end],
        shapes=block.shapes[begin:end],
        spacings=block.spacings[begin:end],
        quotes=block.quotes[begin:end],
        words=block.words[inside] - np.int32(begin),
        starts=block.starts[inside],
        ends=block.ends[inside],
    )


def quote_states(text: str) -> list[int]:
    """For each code point of a block: outside, inside, an opening or a closing mark."""
    states = [OUTSIDE] * len(text)
    opened: int | None = None
    for start, end, kind in quote_marks(text):
        for at in range(start, end):
            states[at] = kind
        if kind == OPEN:
            opened = end if opened is None else opened
        elif opened is not None:
            for at in range(opened, start):
                states[at] = states[at] or INSIDE
            opened = None
    if opened is not None:
        for at in range(opened, len(text)):
            states[at] = states[at] or INSIDE
    return states
