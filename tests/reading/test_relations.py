"""From pairs of spans to the network's inputs, and to chances, with a network made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import ACTS
from onrecord.reading.relations import (
    SOURCE,
    TARGET,
    RelationReader,
    padded,
    pieces_of_sentences,
)
from onrecord.reading.session import RelationSession, WindowOutputs
from onrecord.reading.types import Chances, Pair, Pieces
from onrecord.record import Sentence, Span
from tests.reading.labels_by_hand import windows_of

WIDTH = 4


def _pieces(*words: tuple[int, int, int], value: float = 1.0) -> Pieces:
    """Words by start, end and how many pieces they have; all states are ``value``."""
    counts = [count for _, _, count in words]
    return Pieces(
        starts=np.array([start for start, _, _ in words], dtype=np.int32),
        ends=np.array([end for _, end, _ in words], dtype=np.int32),
        firsts=np.array([sum(counts[:place]) for place in range(len(words) + 1)], dtype=np.int32),
        states=np.full((sum(counts), WIDTH), value, dtype=np.float32),
    )


SHELLED = _pieces((10, 15, 1), (16, 23, 3), (24, 30, 2))
"""``Norra shelled Zemira`` from place 10 of a text on."""
NORRA, VERB, ZEMIRA = Span(10, 15), Span(16, 23), Span(24, 30)


class _Network:
    """Answers with the act that its pair's first event word has, surer of it the longer it is."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, int]] = []

    def run(
        self,
        states: NDArray[np.float32],
        roles: NDArray[np.int32],
        acts: NDArray[np.int32],
        mask: NDArray[np.int32],
    ) -> NDArray[np.float32]:
        self.sizes.append((states.shape[0], states.shape[1]))
        assert states.shape[:2] == roles.shape == acts.shape == mask.shape
        logits = np.zeros((len(states), len(ACTS) + 1), dtype=np.float32)
        for row in range(len(states)):
            logits[row, acts[row].max() - 1] = 2.0
            logits[row, len(ACTS)] = mask[row].sum()
        return logits


def _chances(pairs: Sequence[Pair]) -> tuple[list[Chances], _Network]:
    network = _Network()
    return RelationReader(cast(RelationSession, network)).chances(pairs), network


def test_the_pieces_of_either_side_and_of_event_words_are_marked() -> None:
    pair = Pair(SHELLED, [NORRA], [ZEMIRA], [(VERB, "ASSAULT")])
    states, roles, acts, mask = padded([pair])
    assault = ACTS.index("ASSAULT") + 1
    assert states.shape == (1, 6, WIDTH)
    assert roles.tolist() == [[SOURCE, 0, 0, 0, TARGET, TARGET]]
    assert acts.tolist() == [[0, assault, assault, assault, 0, 0]]
    assert mask.tolist() == [[1] * 6]


def test_a_span_marks_words_that_it_holds_in_part_and_no_neighbour() -> None:
    for span, marked in (
        (Span(22, 25), [0, 1, 1, 1, 1, 1]),
        (Span(10, 16), [1, 0, 0, 0, 0, 0]),
        (Span(15, 16), [0, 0, 0, 0, 0, 0]),
        (Span(0, 10), [0, 0, 0, 0, 0, 0]),
        (Span(30, 40), [0, 0, 0, 0, 0, 0]),
        (Span(0, 40), [1, 1, 1, 1, 1, 1]),
    ):
        _, roles, _, _ = padded([Pair(SHELLED, [span], [])])
        assert roles.tolist() == [marked], span


def test_a_side_may_be_empty_or_of_several_spans() -> None:
    _, roles, acts, _ = padded([Pair(SHELLED, [], [NORRA, ZEMIRA])])
    assert roles.tolist() == [[TARGET, 0, 0, 0, TARGET, TARGET]]
    assert not acts.any()


def test_concession_and_retreat_are_one_act_to_the_network() -> None:
    marks = [padded([Pair(SHELLED, [], [], [(VERB, kind)])])[2] for kind in ("CONCEDE", "RETREAT")]
    assert marks[0].tolist() == marks[1].tolist()
    assert marks[0].max() == ACTS.index("YIELD") + 1


def test_a_type_that_the_network_does_not_know_is_an_error() -> None:
    with pytest.raises(ValueError, match="not in"):
        padded([Pair(SHELLED, [], [], [(VERB, "SHRUG")])])


def test_shorter_sentences_are_filled_up_and_masked() -> None:
    short = _pieces((0, 5, 1), (6, 9, 1), value=2.0)
    states, roles, _, mask = padded(
        [Pair(short, [Span(0, 5)], [Span(6, 9)]), Pair(SHELLED, [NORRA], [ZEMIRA])]
    )
    assert states[0, :, 0].tolist() == [2, 2, 0, 0, 0, 0]
    assert roles[0].tolist() == [SOURCE, TARGET, 0, 0, 0, 0]
    assert mask.tolist() == [[1, 1, 0, 0, 0, 0], [1] * 6]


def test_chances_come_in_the_order_asked_whatever_the_lengths() -> None:
    kinds = [ACTS[place % len(ACTS)] for place in range(40)]
    pairs = [
        Pair(_pieces((0, 5, 1 + (7 * place) % 11)), [], [], [(Span(0, 5), kind)])
        for place, kind in enumerate(k if k != "YIELD" else "RETREAT" for k in kinds)
    ]
    found, network = _chances(pairs)
    assert [chances.best for chances in found] == kinds
    lengths = [len(pair.pieces.states) for pair in pairs]
    assert [c.none for c in found] == pytest.approx([1 / (1 + np.exp(-n)) for n in lengths])
    assert sum(rows for rows, _ in network.sizes) == len(pairs)
    assert len(network.sizes) < len(pairs)


def test_short_and_long_sentences_are_not_padded_to_one_length() -> None:
    pairs = [Pair(_pieces((0, 5, 1 + 99 * (n % 2))), [], [], [(VERB, "AID")]) for n in range(32)]
    _, network = _chances(pairs)
    assert {width for _, width in network.sizes} == {1, 100}


def test_chances_of_acts_sum_to_one() -> None:
    ((chances,), _) = _chances([Pair(SHELLED, [NORRA], [ZEMIRA], [(VERB, "RETREAT")])])
    assert sum(chances.acts) == pytest.approx(1)
    assert chances.best == "YIELD"
    assert chances.of("RETREAT") == chances.of("CONCEDE") == max(chances.acts)
    assert 0 <= chances.none <= 1


def test_no_pairs_are_no_question() -> None:
    found, network = _chances([])
    assert (found, network.sizes) == ([], [])


TEXT = "Norra shelled Zemira. Varga deplored it.\nReyl unforgettably resigned."


def _outputs(window: Window) -> WindowOutputs:
    """Outputs whose states are the number of their piece."""
    none = np.zeros((len(window.ids), 0), dtype=np.float32)
    states = np.arange(len(window.ids), dtype=np.float32)[:, None]
    return WindowOutputs(none, none, none, none, none, none, none, states)


def _sentences(*ends: str) -> list[Sentence]:
    """The sentences of the text that end with the words."""
    found, start = [], 0
    for end in ends:
        stop = TEXT.index(end) + len(end)
        found.append(Sentence(span=Span(start, stop)))
        start = stop + 1
    return found


def test_each_sentence_has_its_own_pieces() -> None:
    (window,) = windows_of(TEXT, [Span(0, len(TEXT))])
    sentences = _sentences("Zemira.", "it.", "resigned.")
    found = pieces_of_sentences(window, _outputs(window), sentences)
    for sentence, pieces in zip(sentences, found, strict=True):
        words = [TEXT[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]
        text = TEXT[sentence.span.start : sentence.span.end]
        assert "".join(words) == text.replace(" ", "")
        assert pieces.firsts[0] == 0
        assert pieces.firsts[-1] == len(pieces.states)
        assert (np.diff(pieces.firsts) >= 1).all()
    states = np.concatenate([pieces.states for pieces in found])[:, 0]
    assert states.tolist() == list(range(int(window.words[0]), len(window.ids) - 1))


def test_a_word_of_many_pieces_has_them_all() -> None:
    (window,) = windows_of(TEXT, [Span(0, len(TEXT))])
    *_, pieces = pieces_of_sentences(
        window, _outputs(window), _sentences("Zemira.", "it.", "resigned.")
    )
    start = TEXT.index("unforgettably")
    _, roles, _, _ = padded([Pair(pieces, [Span(start, start + len("unforgettably"))], [])])
    word = pieces.starts.tolist().index(start)
    first, after = (int(place) for place in pieces.firsts[word : word + 2])
    assert after - first > 1
    assert np.flatnonzero(roles[0]).tolist() == list(range(first, after))
