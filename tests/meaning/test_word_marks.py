"""Marked text: the same length, the same places, and each known word told by its sign."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.meaning.statements import forms, nested, phrases, report_patterns, transcripts
from onrecord.meaning.statements.word_marks import WordMarks

MARKS = WordMarks(
    {
        "no name": ["The", "He", "Critics of"],
        "verb": ["said", "made", "made clear", "pointed out"],
        "telling": ["told"],
        "noun": ["minister", "prime minister", "secretary", "secretary-general", "reports"],
        "plural": ["reports"],
        "title": ["Minister", "Vice President"],
    }
)

PATTERNS: list[Callable[[], re.Pattern[str]]] = [
    phrases.attribution_after,
    phrases.attribution_before,
    phrases.reporting_sign,
    report_patterns.at_end,
    report_patterns.in_middle,
    report_patterns.at_beginning,
    report_patterns.speaker_before_cue,
    report_patterns.speaker_after_cue,
    report_patterns.subject,
    report_patterns.reporting_verb,
    report_patterns.telling_verb,
    nested._report,
    nested._plain_report,
    nested._owned,
    forms._name_label,
    forms._titled,
    forms._dashed,
    forms._and_from,
    forms._according_first,
    forms._according_last,
    transcripts.speaker_label,
]


def found(pattern: str, text: str) -> list[str]:
    """What the pattern matches, in the words of the text."""
    marked = MARKS.mark(text)
    return [text[m.start() : m.end()] for m in re.finditer(rf"\b(?:{pattern})", marked)]


@given(st.text(st.sampled_from("aAT말 \n-’.") | st.characters()))
def test_nothing_moves(text: str) -> None:
    assert len(MARKS.mark(text)) == len(text)


def test_only_first_letters_of_known_words_change() -> None:
    text = "The prime minister said so, and a minister sat there."
    marked = MARKS.mark(text)
    changed = [i for i, (a, b) in enumerate(zip(text, marked, strict=True)) if a != b]
    assert [text[i:].split(" ")[0] for i in changed] == [
        "The",
        "prime",
        "minister",
        "said",
        "minister",
    ]


def test_a_kind_is_found_with_its_phrases_the_longest_first() -> None:
    text = "the prime minister, a minister, the secretary-general\u00a0and the prime  minister"
    assert found(MARKS.any_of("noun"), text) == [
        "prime minister",
        "minister",
        "secretary-general",
        "prime  minister",
    ]
    assert found(MARKS.any_of("verb"), "he made clear, made a point, pointed out") == [
        "made clear",
        "made",
        "pointed out",
    ]


def test_a_word_is_of_all_its_kinds_but_no_longer_word_is_taken_for_it() -> None:
    assert found(MARKS.any_of("plural"), "reports say") == ["reports"]
    assert found(MARKS.any_of("noun"), "reports say") == ["reports"]
    assert found(MARKS.any_of("verb"), "saids, unsaid, said-so") == ["said"]


def test_a_phrase_begins_only_where_all_of_it_stands() -> None:
    assert found(MARKS.any_of("title"), "Vice President Reyl; a Vice of Presidents") == [
        "Vice President"
    ]
    assert found(MARKS.any_of("verb"), "he pointed outside") == []


def test_words_that_begin_no_name_are_no_capitals_of_names() -> None:
    names = rf"[{MARKS.name_capital}]\w+"
    text = "The Minister said. Critics of Reyl and Critics said. He left."
    assert found(names, text) == ["Minister", "Reyl", "Critics"]
    assert "Critics" in found(rf"[{MARKS.capital}]\w+", "Critics of Reyl")


def test_a_word_can_be_spelt_out_whether_it_is_marked_or_not() -> None:
    spelt = MARKS.spelt("the|he|minister|vote", either_case=True)
    assert found(spelt, "The Minister, a minister, he: Vote") == [
        "The",
        "Minister",
        "minister",
        "he",
        "Vote",
    ]


def test_letters_of_the_page_are_no_signs() -> None:
    assert found(MARKS.any_of("verb"), "가각 갂갃 said 장관") == ["said"]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.__name__)
def test_no_pattern_spells_a_word_that_the_marks_replace(
    pattern: Callable[[], re.Pattern[str]],
) -> None:
    source = re.sub(r"\(\?P<\w+>|\\.|\[[^\]]*\][a-z]*", " ", pattern().pattern)
    marks = phrases.word_marks()
    written = set(re.findall(r"[A-Za-z]{2,}", source))
    assert [word for word in written if marks.spelt(word) != word] == []
