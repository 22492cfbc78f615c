"""Names and times from tags made by hand."""

from __future__ import annotations

from onrecord.reading.labels import NAME_TAGS, TIME_TAGS
from onrecord.reading.model import with_names
from onrecord.reading.names import NamesDecoder
from onrecord.reading.types import Name
from onrecord.record import Sentence, Span, Token
from tests.reading.labels_by_hand import empty_outputs, windows_of, word_at


def _spans(text: str, tags: dict[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Names with labels, and times, where the words named have the tags given."""
    windows = windows_of(text)
    outputs = [empty_outputs(window) for window in windows]
    for window, output in zip(windows, outputs, strict=True):
        output.names[:, 0] = output.names[:, len(NAME_TAGS)] = 2
        for word, tag in tags.items():
            if not window.starts[0] <= text.index(word) <= window.starts[-1]:
                continue
            piece = window.words[word_at(text, window, word)]
            if tag in NAME_TAGS:
                output.names[piece, NAME_TAGS.index(tag)] = 9
            else:
                output.names[piece, len(NAME_TAGS) + TIME_TAGS.index(tag)] = 9
    decoder = NamesDecoder()
    names = decoder.names(windows, outputs)
    times = decoder.times(windows, outputs)
    return (
        [(text[n.span.start : n.span.end], n.label) for n in names],
        [text[start:end] for start, end in times],
    )


def test_names_and_times() -> None:
    tags = {"Ilse": "B-PER", "Varga": "E-PER", "Kyiv": "S-LOC", "Feb": "B-TIME", "24": "E-TIME"}
    assert _spans("Ilse Varga left Kyiv on Feb. 24", tags) == (
        [("Ilse Varga", "PER"), ("Kyiv", "LOC")],
        ["Feb. 24"],
    )


def test_tags_that_cannot_follow_each_other_are_read_as_the_best_that_can() -> None:
    names, _ = _spans("Ilse Varga left", {"Ilse": "B-PER", "Varga": "E-ORG"})
    assert names in ([("Ilse Varga", "PER")], [("Ilse Varga", "ORG")])


def test_a_name_ends_with_its_block() -> None:
    names, _ = _spans("met Varga\nKyiv fell", {"Varga": "B-PER", "Kyiv": "E-PER"})
    assert all("\n" not in name for name, _ in names)


def test_tokens_get_their_names_in_iob2() -> None:
    words = [Span(0, 4), Span(5, 10), Span(11, 13), Span(14, 18)]
    sentence = Sentence(span=Span(0, 18), tokens=tuple(Token(span=word) for word in words))
    names = [Name(Span(0, 10), "PER"), Name(Span(14, 18), "LOC")]
    (found,) = with_names([sentence], names)
    assert [token.name for token in found.tokens] == ["B-PER", "I-PER", "O", "B-LOC"]
    assert [token.span for token in found.tokens] == words
