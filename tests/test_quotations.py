from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.quotations import Quotation, find_quotations
from onrecord.record import Span


def found(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in find_quotations(text, 0, len(text))]


def closed(text: str) -> list[bool]:
    return [q.closed for q in find_quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We agree," she said. "Today."', ['"We agree,"', '"Today."']),
        ("“We agree,” she said. “Today.”", ["“We agree,”", "“Today.”"]),
        ("‘We agree,’ she said.", ["‘We agree,’"]),
        ("'We agree,' she said.", ["'We agree,'"]),
        ("„Wir stimmen zu“, sagte sie. ‚Ja‘, sagte er.", ["„Wir stimmen zu“", "‚Ja‘"]),
        ("”Vi är överens”, sade hon.", ["”Vi är överens”"]),
        ("« Nous sommes d’accord », dit-elle.", ["« Nous sommes d’accord »"]),
        ("»Einverstanden«, sagte sie.", ["»Einverstanden«"]),
        ("‹Oui›, dit-elle.", ["‹Oui›"]),
        ("''We agree,'' she said.", ["''We agree,''"]),
        ("``We agree,'' she said.", ["``We agree,''"]),
        ("He called it (“absurd”).", ["“absurd”"]),
        ("It is—“for now”—closed.", ["“for now”"]),
    ],
)
def test_every_style_of_marks(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    assert all(closed(text))


@pytest.mark.parametrize(
    "text",
    [
        "Russia’s offer and the workers’ rights",
        "Norway's offer and the workers' rights",
        "songs of the '90s and the ’80s",
        "songs of the ‘90s",
        "they don't and won’t",
        "rock 'n' roll, rock ’n’ roll",
        "go get 'em, ’tis late",
        'a 12" pipe and a man of 6\'2"',
        "the Joneses' house and James' car",
        "no marks at all",
        "",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert found(text) == []


def test_apostrophes_inside_single_quotations() -> None:
    text = "‘The workers’ rights aren’t Norway’s to give,’ he said."
    assert found(text) == ["‘The workers’ rights aren’t Norway’s to give,’"]
    straight = "'The workers' rights aren't Norway's to give,' he said."
    assert found(straight) == ["'The workers' rights aren't Norway's to give,'"]


def test_nested_quotations_have_levels() -> None:
    text = "“He told me, ‘Go home,’ and I went,” she said."
    outer, inner = find_quotations(text, 0, len(text))
    assert (outer.level, inner.level) == (0, 1)
    assert text[inner.span.start : inner.span.end] == "‘Go home,’"


def test_typewriter_marks_next_to_a_single_mark() -> None:
    text = "''She said 'no''' and left."
    assert found(text) == ["''She said 'no'''", "'no'"]


def test_each_paragraph_of_a_long_speech_opens_and_only_the_last_closes() -> None:
    text = "“First.\n“Second.\n\n“Third.”\n“Another.”"
    quotations = find_quotations(text, 0, len(text))
    assert [q.closed for q in quotations] == [False, False, True, True]
    assert [q.continues for q in quotations] == [False, True, True, False]
    assert found(text)[0] == "“First."


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    text = "“We will go on, she said.\nThe talks ended."
    assert found(text) == ["“We will go on, she said."]
    assert closed(text) == [False]


def test_a_missing_closing_mark_ends_before_the_next_quotation() -> None:
    assert found("“One, he said. “Two,” she said.") == ["“One, he said.", "“Two,”"]


def test_a_stray_closing_mark_opens_nothing() -> None:
    assert found("He left.” Then she spoke.") == []
    assert found('He left." Then she spoke.') == []


def test_a_mark_of_another_style_may_close() -> None:
    assert found('“We agree," she said.') == ['“We agree,"']
    assert found('"We agree,” she said.') == ['"We agree,”']


def test_paragraphs_may_be_given() -> None:
    text = "“We will\ngo on,” she said."
    assert [q.span for q in find_quotations(text, 0, len(text), [Span(0, len(text))])] == [
        Span(0, 16)
    ]


MARKED = st.text(alphabet="ab S.,?\n\"'“”‘’„‚«»‹›`-é1", max_size=120)


@given(MARKED)
@example(text='« " »')
def test_quotations_hold(text: str) -> None:
    quotations = find_quotations(text, 0, len(text))
    assert quotations == sorted(quotations, key=lambda q: (q.span.start, -q.span.end))
    for quotation in quotations:
        start, end = quotation.span
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]
        assert text[start + 1 : end].strip()
    for first, second in pairwise(quotations):
        disjoint = first.span.end <= second.span.start
        assert disjoint or second.span.end <= first.span.end


@given(MARKED, st.integers(0, 40), st.integers(0, 40))
def test_nothing_outside_the_given_range_counts(text: str, start: int, length: int) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    alone = find_quotations(text[start:end], 0, end - start)
    shifted = [
        Quotation(Span(q.span.start + start, q.span.end + start), q.closed, q.level, q.continues)
        for q in alone
    ]
    assert find_quotations(text, start, end) == shifted


@pytest.mark.parametrize("unit", ["“", '"', "'a", "‘a ", "a’ ", "“a‘", "«", "' ", "'''"])
def test_time_is_linear(unit: str) -> None:
    def seconds(times: int) -> float:
        begin = time.process_time()
        find_quotations(unit * times, 0, len(unit) * times)
        return time.process_time() - begin

    assert seconds(16_000) < 20 * seconds(2_000) + 0.2
