"""The shipped model on sentences written for these tests."""

from __future__ import annotations

import pytest

from onrecord.reading import Attribution, Model
from onrecord.record import Span


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.load()


def _words(text: str, found: Attribution) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = (
        [text[start:end] for start, end in spans]
        for spans in (found.source, found.cue, found.content)
    )
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The harbour will stay open,” Minister Ilse Varga said on Monday.",
            (["Minister Ilse Varga"], ["said"], ["“The harbour will stay open,”"]),
        ),
        (
            "President Odo Lantry said that his country would not sign the treaty.",
            (["President Odo Lantry"], ["said"], ["that his country would not sign the treaty"]),
        ),
    ],
)
def test_plain_attributions(
    model: Model, text: str, expected: tuple[list[str], list[str], list[str]]
) -> None:
    (found,) = model.read(text, [[Span(0, len(text))]]).attributions
    assert _words(text, found) == expected


def test_a_passage_is_read_the_same_alone_and_beside_others(model: Model) -> None:
    text = (
        "The envoy said it was late.\n“We are ready,” said Varga, who leads them, “to come back.”"
    )
    first, second = Span(0, text.index("\n")), Span(text.index("\n") + 1, len(text))
    together = model.read(text, [[first], [second]])
    alone = [model.read(text, [[span]]) for span in (first, second)]
    assert together.attributions == alone[0].attributions + alone[1].attributions
    assert together.sentences == alone[0].sentences + alone[1].sentences


def test_nothing_to_read_is_an_empty_reading(model: Model) -> None:
    assert model.read("", []).attributions == ()


def test_sentences_hold_no_white_space_around_them(model: Model) -> None:
    text = "  Gov. Varga left.  She came back on Feb. 3.\n\nThen it rained. "
    second = text.index("Then")
    reading = model.read(text, [[Span(0, second - 2), Span(second, len(text))]])
    assert [text[start:end] for start, end in (s.span for s in reading.sentences)] == [
        "Gov. Varga left.",
        "She came back on Feb. 3.",
        "Then it rained.",
    ]
