"""Windows hold every word once, and lead back to the very characters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.reading.bundle import Bundle
from onrecord.reading.encode import SHAPES, TextEncoder, quote_states, word_shape
from onrecord.reading.quote_state import CLOSE, INSIDE, OPEN, OUTSIDE
from onrecord.record import Span


@pytest.fixture(scope="module")
def encoder() -> TextEncoder:
    return _encoder(window=64)


def _encoder(*, window: int) -> TextEncoder:
    tokenizer = Tokenizer.from_buffer(Bundle.load().read("tokenizer.json"))
    return TextEncoder(tokenizer, window=window)


def _lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def _words(encoder: TextEncoder, text: str) -> list[str]:
    return [
        text[start:end]
        for window in encoder.windows(text, _lines(text))
        for start, end in zip(window.starts, window.ends, strict=True)
    ]


def test_words_are_those_of_the_text_in_order(encoder: TextEncoder) -> None:
    text = "Minister Àlvarez’s envoy said:\n“No.” It’s 10:30 in Łódź, U.S. time."
    expected = "Minister Àlvarez ’ s envoy said : “ No . ” It ’ s 10 : 30 in Łódź , U . S . time ."
    assert _words(encoder, text) == expected.split()


def test_blocks_share_a_window_until_it_is_full(encoder: TextEncoder) -> None:
    text = "\n".join(["The envoy spoke to the press for an hour about fish."] * 12)
    windows = encoder.windows(text, _lines(text))
    assert len(windows) == 3
    assert [sorted(set(window.blocks.tolist())) for window in windows] == [
        [0, 1, 2, 3, 4],
        [5, 6, 7, 8, 9],
        [10, 11],
    ]


def test_a_long_block_is_cut_after_a_full_stop(encoder: TextEncoder) -> None:
    text = " ".join(["The harbour talks went on and the two sides ate fish again."] * 12)
    windows = encoder.windows(text, [Span(0, len(text))])
    assert len(windows) > 2
    for window in windows[:-1]:
        assert text[window.ends[-1] - 1] == "."
        assert len(window.ids) <= 64


@pytest.mark.parametrize(
    "end", ["the environment secretary, Odo Brand", "Dr. Brand of Norra", "the U.S. Navy in Norra"]
)
def test_a_long_block_is_not_cut_at_a_comma_or_an_abbreviation(end: str) -> None:
    text = f"The talks went on all through the night into the next day. They met {end}, they said."
    first, _ = _encoder(window=24).windows(text, [Span(0, len(text))])
    assert text[: first.ends[-1]].endswith("next day.")


@given(text=st.text(max_size=400))
def test_any_text_gives_words_within_it(text: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    windows = _ANY.windows(text, _lines(text))
    last = 0
    for window in windows:
        assert len(window.ids) <= 64
        assert len({len(window.ids), len(window.shapes), len(window.spacings)}) == 1
        assert np.all(window.words > 0)
        for start, end in zip(window.starts.tolist(), window.ends.tolist(), strict=True):
            assert last <= start < end <= len(text)
            last = end


_ANY = _encoder(window=64)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("fish", "lower"),
        ("Fish", "capitalised"),
        ("A", "capitalised"),
        ("NATO", "upper"),
        ("McCoy", "mixed"),
        ("1971", "digit"),
        ("“", "punctuation"),
        ("後", "lower"),
    ],
)
def test_word_shape(word: str, shape: str) -> None:
    assert SHAPES[word_shape(word)] == shape


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("He said “no” twice", "........<xx>......"),
        ('"No," he said. "Not yet."', "<xxx>..........<xxxxxxxx>"),
        ("‘No,’ he said.", "<xxx>........."),
        ("the workers’ rights", "..................."),
        ("don't say ''never'' again", "..........<<xxxxx>>......"),
        ("“It opens and goes on", "<xxxxxxxxxxxxxxxxxxxx"),
        ("«Non», he said", "<xxx>........."),
    ],
)
def test_quote_states(text: str, marked: str) -> None:
    letters = {OUTSIDE: ".", INSIDE: "x", OPEN: "<", CLOSE: ">"}
    assert "".join(letters[state] for state in quote_states(text)) == marked
