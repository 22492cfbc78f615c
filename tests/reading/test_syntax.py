"""Tokens, sentences and governors from outputs made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reading.labels import ARC_WIDTH, PARTS_OF_SPEECH, RELATION_WIDTH, RELATIONS
from onrecord.reading.syntax import RelationWeights, SyntaxDecoder
from onrecord.record import Sentence
from tests.reading.labels_by_hand import empty_outputs, windows_of

BEGINS, GOES_ON = len(PARTS_OF_SPEECH), len(PARTS_OF_SPEECH) + 1


def _decoder() -> SyntaxDecoder:
    weight = np.zeros((RELATION_WIDTH, len(RELATIONS)), np.float32)
    weight[: len(RELATIONS)] = np.eye(len(RELATIONS), dtype=np.float32)
    return SyntaxDecoder(RelationWeights(weight, np.zeros(len(RELATIONS), np.float32)))


def _tokens(text: str, goes_on: str = "", begins: str = "") -> list[list[str]]:
    """The tokens of each sentence, where the words at the marked places go on or begin."""
    (window,) = windows_of(text)
    outputs = empty_outputs(window)
    outputs.tokens[:, [BEGINS, GOES_ON]] = -1
    for marks, column in ((goes_on, GOES_ON), (begins, BEGINS)):
        for at, mark in enumerate(marks):
            if mark == "^":
                word = int(np.searchsorted(window.starts, at))
                outputs.tokens[window.words[word], column] = 1
    found = _decoder().sentences(text, window, outputs)
    return [[text[t.span.start : t.span.end] for t in s.tokens] for s in found]


def test_words_that_go_on_are_one_token() -> None:
    assert _tokens("the U.S. envoy", "     ^^^      ") == [["the", "U.S.", "envoy"]]


def test_a_sentence_begins_where_the_model_says_and_at_every_block() -> None:
    assert _tokens("Talks failed. They left\nRain fell", "", "              ^") == [
        ["Talks", "failed", "."],
        ["They", "left"],
        ["Rain", "fell"],
    ]


@pytest.mark.parametrize(
    ("text", "goes_on", "tokens"),
    [
        ("They didn't go", "          ^   ", ["They", "did", "n't", "go"]),
        ("They didn’t go", "          ^   ", ["They", "did", "n’t", "go"]),
        ("We cannot wait", "", ["We", "can", "not", "wait"]),
        ("Lavrov's aide", "       ^     ", ["Lavrov", "'s", "aide"]),
    ],
)
def test_words_are_cut_as_treebanks_cut_them(text: str, goes_on: str, tokens: list[str]) -> None:
    assert _tokens(text, goes_on) == [tokens]


def test_a_capital_after_a_full_stop_needs_less_to_begin_a_sentence() -> None:
    doubtful = -1.5
    (window,) = windows_of("It fell. He left. in May")
    outputs = empty_outputs(window)
    outputs.tokens[:, BEGINS] = doubtful
    outputs.tokens[:, GOES_ON] = -1
    found = _decoder().sentences("It fell. He left. in May", window, outputs)
    assert [(s.span.start, s.span.end) for s in found] == [(0, 8), (9, 24)]


def test_a_word_never_goes_on_over_a_space() -> None:
    assert _tokens("New York", "    ^   ") == [["New", "York"]]


def _parsed(text: str, heads: list[int], relations: list[str]) -> Sentence:
    """The parse that the outputs stand for, one token a word."""
    (window,) = windows_of(text)
    outputs = empty_outputs(window)
    outputs.tokens[:, [BEGINS, GOES_ON]] = -1
    arcs = outputs.pairs[:, : 2 * ARC_WIDTH].reshape(len(outputs.pairs), 2, ARC_WIDTH)
    halves = outputs.pairs[:, 2 * ARC_WIDTH :].reshape(len(outputs.pairs), 2, RELATION_WIDTH)
    pieces = [0, *window.words.tolist()]
    for place, piece in enumerate(pieces):
        arcs[piece, 1, place] = 5  # what each word offers as a governor
    for word, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        piece = pieces[word + 1]
        arcs[piece, 0, head + 1] = 5
        halves[piece, 0, RELATIONS.index(relation)] = 5
        outputs.tokens[piece, word] = 5
    (found,) = _decoder().sentences(text, window, outputs)
    return found


def test_governors_relations_and_parts_of_speech() -> None:
    sentence = _parsed("Varga met envoys", [1, -1, 1], ["nsubj", "root", "obj"])
    assert [t.head for t in sentence.tokens] == [1, None, 1]
    assert [t.deprel for t in sentence.tokens] == ["nsubj", "root", "obj"]
    assert [t.upos for t in sentence.tokens] == list(PARTS_OF_SPEECH[:3])


def test_only_the_root_has_the_relation_root() -> None:
    sentence = _parsed("Varga met envoys", [1, -1, 1], ["root", "nsubj", "obj"])
    assert [t.deprel == "root" for t in sentence.tokens] == [False, True, False]


def test_governors_count_tokens_that_were_cut_off() -> None:
    sentence = _parsed("We cannot wait", [2, 2, -1], ["nsubj", "aux", "root"])
    assert [(t.head, t.deprel) for t in sentence.tokens] == [
        (3, "nsubj"),
        (3, "aux"),
        (3, "advmod"),
        (None, "root"),
    ]
