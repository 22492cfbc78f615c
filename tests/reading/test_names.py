"""Names from tags made by hand."""

from __future__ import annotations

from onrecord.reading.labels import NAME_TAGS
from onrecord.reading.model import with_names
from onrecord.reading.names import NamesDecoder
from onrecord.reading.types import Name
from onrecord.record import Sentence, Span, Token
from tests.reading.labels_by_hand import empty_outputs, windows_of, word_at


def _spans(text: str, tags: dict[str, str]) -> list[tuple[str, str]]:
    """Names with labels, where the words named have the tags given."""
    windows = windows_of(text)
    outputs = [empty_outputs(window) for window in windows]
    for window, output in zip(windows, outputs, strict=True):
        output.names[:, 0] = 2
        for word, tag in tags.items():
            if window.starts[0] <= text.index(word) <= window.starts[-1]:
                piece = window.words[word_at(text, window, word)]
                output.names[piece, NAME_TAGS.index(tag)] = 9
    names = NamesDecoder().names(windows, outputs)
    return [(text[name.span.start : name.span.end], name.label) for name in names]


def test_names_of_one_word_and_more() -> None:
    tags = {"Ilse": "B-PER", "Varga": "E-PER", "Kyiv": "S-LOC"}
    assert _spans("Ilse Varga left Kyiv on Feb. 24", tags) == [
        ("Ilse Varga", "PER"),
        ("Kyiv", "LOC"),
    ]


def test_tags_that_cannot_follow_each_other_are_read_as_the_best_that_can() -> None:
    names = _spans("Ilse Varga left", {"Ilse": "B-PER", "Varga": "E-ORG"})
    assert names in ([("Ilse Varga", "PER")], [("Ilse Varga", "ORG")])


def test_a_name_ends_with_its_block() -> None:
    names = _spans("met Varga\nKyiv fell", {"Varga": "B-PER", "Kyiv": "E-PER"})
    assert all("\n" not in name for name, _ in names)


def test_tokens_get_their_names_in_iob2() -> None:
    words = [Span(0, 4), Span(5, 10), Span(11, 13), Span(14, 18)]
    sentence = Sentence(span=Span(0, 18), tokens=tuple(Token(span=word) for word in words))
    names = [Name(Span(0, 10), "PER"), Name(Span(14, 18), "LOC")]
    (found,) = with_names([sentence], names)
    assert [token.name for token in found.tokens] == ["B-PER", "I-PER", "O", "B-LOC"]
    assert [token.span for token in found.tokens] == words


def test_a_name_over_the_border_of_sentences_begins_anew() -> None:
    first, second = Token(span=Span(0, 4)), Token(span=Span(5, 10))
    sentences = [
        Sentence(span=Span(0, 4), tokens=(first,)),
        Sentence(span=Span(5, 10), tokens=(second,)),
    ]
    found = with_names(sentences, [Name(Span(0, 10), "PER")])
    assert [sentence.tokens[0].name for sentence in found] == ["B-PER", "B-PER"]
