"""The tables of verdicts, held against the rules that made them."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from onrecord.compare import tables
from onrecord.record import Stance

GIVING: tuple[Stance, ...] = (
    "refuses",
    "opposes",
    "is open to",
    "offers",
    "accepts",
    "commits to",
)
ASKING: tuple[Stance, ...] = ("requires first", "demands", "supports")
AGAINST: frozenset[Stance] = frozenset(("refuses", "opposes"))


def test_every_stance_of_the_record_has_its_place() -> None:
    assert set(tables.columns()) | {"denies", "withdraws"} == set(get_args(Stance))
    for stance in tables.columns():
        assert tables.side(stance) == (
            "against" if stance in AGAINST else "neither" if stance == "warns of" else "for"
        )


def test_the_verdict_on_a_pair_does_not_depend_on_its_order() -> None:
    for left, right in product(tables.columns(), repeat=2):
        assert tables.now(left, right) == tables.now(right, left)


def test_for_and_against_always_differ() -> None:
    for left, right in product(tables.columns(), AGAINST):
        expected = "depends" if left in AGAINST else "differ"
        assert tables.now(left, right) == expected


@pytest.mark.parametrize("other", ["for", "against"])
def test_up_the_order_of_giving_is_closer_where_the_other_wants_it(other: tables.Side) -> None:
    sign = 1 if other == "for" else -1
    for low, old in enumerate(GIVING):
        for new in GIVING[low + 1 :]:
            assert tables.step(old, new, other=other) == sign, (old, new)
            if {old, new} != AGAINST or other == "for":
                assert tables.step(new, old, other=other) == -sign, (new, old)


@pytest.mark.parametrize("other", ["for", "against"])
def test_asking_less_is_closer_for_whoever_hears_it(other: tables.Side) -> None:
    for high, old in enumerate(ASKING):
        for new in ASKING[high + 1 :]:
            assert tables.step(old, new, other=other) == 1, (old, new)
            assert tables.step(new, old, other=other) == -1, (new, old)


@pytest.mark.parametrize("other", ["for", "against", "neither"])
def test_the_same_stance_is_no_step_and_a_warning_is_one_apart(other: tables.Side) -> None:
    for stance in tables.columns():
        assert tables.step(stance, stance, other=other) == 0
        if stance != "warns of":
            assert tables.step(stance, "warns of", other=other) == -1


def test_a_stance_without_a_course_makes_no_step() -> None:
    assert tables.step("denies", "accepts", other="for") == 0
    with pytest.raises(KeyError):
        tables.now("denies", "accepts")


def test_a_name_in_a_reason_is_only_a_name() -> None:
    assert tables.reason("silent", who="{a} {}") == "{a} {} has taken no stance"
