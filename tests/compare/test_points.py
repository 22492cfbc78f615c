"""Whether two positions are on one point, and which way their words go."""

from __future__ import annotations

import pytest

from onrecord.compare.points import direction, same_point, taken_back


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the withdrawal of all patrol boats", "withdraw its boats"),
        ("a lower mackerel quota", "any quotas"),
        ("an inquiry led by outsiders", "the inquiry"),
    ],
)
def test_positions_that_share_a_telling_word_are_on_one_point(left: str, right: str) -> None:
    assert same_point(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hand over the island", "never leave it"),
        ("a Ukraine that is friendly", "the withdrawal of troops from Ukraine"),
        ("Norwegian boats", "Norwegians in custody"),
        ("the release of the crew", "the end of the talks"),
    ],
)
def test_little_words_and_countries_make_no_point(left: str, right: str) -> None:
    assert not same_point(left, right)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("continue its attacks until its goals are met", "on"),
        ("sanctions to be lifted", "off"),
        ("halting all shipments", "off"),
        ("stopped the boats", "off"),
        ("new sanctions", None),
        ("extend the ceasefire", "on"),
        ("an immediate ceasefire", None),
    ],
)
def test_the_first_verb_tells_the_direction(words: str, expected: str | None) -> None:
    assert direction(words) == expected


def test_a_noun_tells_the_direction_only_where_it_is_asked() -> None:
    assert direction("an immediate ceasefire", nouns=True) == "off"
    assert direction("extend the ceasefire", nouns=True) == "on"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("its demand for a larger quota", "asked"),
        ("two conditions", "asked"),
        ("the offer of a joint patrol", "given"),
        ("the boats", None),
    ],
)
def test_the_noun_tells_what_was_taken_back(words: str, expected: str | None) -> None:
    assert taken_back(words) == expected
