"""What words refer back to, from vectors made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reading.labels import COREFERENCE_WIDTH, DISTANCES
from onrecord.reading.references import ReferenceDecoder, anchors
from onrecord.record import Sentence, Span, Token
from tests.reading.labels_by_hand import empty_outputs, windows_of, word_at


def _sentence(text: str, words: str, upos: str, start: int = 0) -> Sentence:
    tokens = []
    for word in words.split():
        begin = text.index(word, start)
        start = begin + len(word)
        tokens.append(Token(span=Span(begin, start), upos=upos, head=None, deprel="nsubj"))
    return Sentence(span=Span(tokens[0].span.start, start), tokens=tuple(tokens))


@pytest.mark.parametrize("window", [256, 12])
def test_a_pronoun_finds_its_name_even_in_another_window(window: int) -> None:
    text = "Varga met Odo in Kyiv. \nThen she left for the coast."
    windows = windows_of(text, window=window)
    assert (len(windows) > 1) == (window == 12)
    outputs = [empty_outputs(one) for one in windows]
    for one, output in zip(windows, outputs, strict=True):
        vectors = output.references.reshape(len(output.references), 2, COREFERENCE_WIDTH)
        if one.starts[0] <= text.index("Varga") <= one.starts[-1]:
            vectors[one.words[word_at(text, one, "Varga")], 1, 0] = 1
        if one.starts[0] <= text.index("she") <= one.starts[-1]:
            vectors[one.words[word_at(text, one, "she")], 0, 0] = 6
    sentences = [_sentence(text, "Varga Odo Kyiv", "PROPN"), _sentence(text, "she", "PRON", 24)]
    decoder = ReferenceDecoder(np.zeros(len(DISTANCES) + 1, np.float32))
    references = {
        text[r.anchor.start : r.anchor.end]: r
        for r in decoder.references(windows, outputs, sentences)
    }
    she = references["she"]
    assert she.antecedents[0][0] == Span(0, 5)
    assert she.antecedents[0][1] > 0.9 > she.none
    assert references["Varga"].antecedents == ()
    assert references["Varga"].none == pytest.approx(1.0)
    chances = sum(chance for _, chance in references["Odo"].antecedents) + references["Odo"].none
    assert chances == pytest.approx(1.0)


def test_the_bias_by_distance_prefers_what_is_near() -> None:
    text = "Odo saw Varga and she left"
    windows = windows_of(text)
    outputs = [empty_outputs(one) for one in windows]
    bias = np.linspace(5, -5, len(DISTANCES) + 1).astype(np.float32)
    found = ReferenceDecoder(bias).references(
        windows, outputs, [_sentence(text, "Odo Varga she", "PROPN")]
    )
    assert [text[s:e] for (s, e), _ in found[-1].antecedents] == ["Varga", "Odo"]


def test_the_anchor_of_a_name_is_its_last_word() -> None:
    text = "Prime Minister Ilse Varga left"
    labels: list[tuple[str, int | None, str]] = [
        ("Prime", 1, "compound"),
        ("Minister", 4, "nsubj"),
        ("Ilse", 1, "flat"),
    ]
    labels += [("Varga", 1, "flat"), ("left", None, "root")]
    tokens = tuple(
        Token(
            span=Span(text.index(word), text.index(word) + len(word)),
            upos="VERB" if word == "left" else "PROPN",
            head=head,
            deprel=relation,
        )
        for word, head, relation in labels
    )
    found = anchors(Sentence(span=Span(0, len(text)), tokens=tokens))
    assert [text[start:end] for start, end in found] == ["Varga"]
