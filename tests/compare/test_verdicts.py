"""Verdicts on two parties, rule by rule."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.compare import Parties, Verdict, positions_of, standing, verdict
from onrecord.record import Stance
from tests.compare.negotiation import TREE, Said, page


def on(*said: Said) -> Verdict:
    """The verdict on Norway and Iceland on the issue of the first position."""
    records = [page(*said)]
    parties = Parties(records)
    held = positions_of(records, parties)
    on_issue = [one for one in held if one.issue.id == said[0].issue] if said else []
    norway, iceland = (standing(parties.country(code), on_issue) for code in ("NOR", "ISL"))
    found = verdict(norway, iceland, TREE, everywhere=held)
    turned = verdict(iceland, norway, TREE, everywhere=held)
    assert (found.now, found.change) == (turned.now, turned.change)
    return found


def nor(stance: Stance, words: str = "the boats", issue: str = "withdrawal", **more: Any) -> Said:
    return Said("norway", stance, issue, words, **more)


def isl(stance: Stance, words: str = "the boats", issue: str = "withdrawal", **more: Any) -> Said:
    return Said("iceland", stance, issue, words, **more)


# ---- Now -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("norway", "iceland", "expected", "reason"),
    [
        (nor("demands"), isl("accepts"), "agree", "what Norway asks, Iceland gives or wants too"),
        (nor("demands"), isl("refuses"), "differ", "Norway is for it, Iceland against"),
        (nor("demands"), isl("offers"), "differ", "Norway asks for more than Iceland has offered"),
        (nor("offers"), isl("accepts"), "agree", "the offer of Norway is taken by Iceland"),
        (nor("is open to"), isl("is open to"), "agree", "both are open to it"),
        (nor("offers"), isl("commits to"), "differ", "two offers, neither taken"),
        (nor("warns of"), isl("supports"), "differ", "Norway threatens"),
    ],
)
def test_stances_on_one_point(norway: Said, iceland: Said, expected: str, reason: str) -> None:
    found = on(norway, iceland)
    assert found.now == expected
    assert found.reason == reason


def test_whether_two_that_ask_agree_depends_on_whom_they_ask() -> None:
    assert on(nor("demands"), isl("demands")).now is None
    each_other = on(nor("demands", toward="iceland"), isl("demands", toward="norway"))
    assert (each_other.now, each_other.reason) == ("differ", "each asks it of the other")
    third = on(nor("demands", toward="union"), isl("demands", toward="union"))
    assert (third.now, third.reason) == ("agree", "both ask for it")


def test_each_wants_the_other_to_go_first() -> None:
    found = on(nor("requires first", toward="iceland"), isl("requires first", toward="norway"))
    assert found.reason == "each side wants the other to go first"


def test_to_ask_for_a_mutual_issue_is_one_aim() -> None:
    found = on(
        nor("demands", "a truce", "ceasefire", toward="iceland"),
        isl("demands", "an end to the shooting", "ceasefire", toward="norway"),
    )
    assert found.now == "agree"


def test_two_that_refuse_agree_only_on_a_third_party_s_plan() -> None:
    assert on(nor("refuses"), isl("opposes")).now is None
    assert on(nor("refuses", toward="union"), isl("refuses", toward="union")).now == "agree"
    found = on(nor("refuses", toward="iceland"), isl("refuses", toward="norway"))
    assert (found.now, found.reason) == ("differ", "each refuses what the other wants")


def test_a_yes_to_something_else_is_no_agreement() -> None:
    assert on(nor("demands", "hand over the crew"), isl("commits to", "a survey")).now is None


def test_one_pair_that_differs_is_a_difference() -> None:
    found = on(
        nor("demands", "the boats"),
        nor("demands", "the crew"),
        isl("accepts", "the boats"),
        isl("refuses", "the crew"),
    )
    assert found.now == "differ"


def test_several_points_that_do_not_meet_give_no_verdict() -> None:
    found = on(
        nor("demands", "the boats"),
        nor("demands", "the crew"),
        isl("accepts", "a survey"),
        isl("refuses", "a new light"),
    )
    assert (found.now, found.reason) == (None, "they speak of different points")


def test_under_other_matters_only_the_same_point_is_compared() -> None:
    assert on(nor("demands", "x-rays", "other"), isl("refuses", "two seats", "other")).now is None
    assert on(nor("demands", "x-rays", "other"), isl("refuses", "x-rays", "other")).now == "differ"


def test_a_yes_under_a_condition_is_not_a_yes_yet() -> None:
    yes = isl("accepts", "leave with the boats", condition="if the nets are paid for")
    assert on(nor("demands"), yes).reason == "the yes of Iceland has a condition"
    assert on(nor("demands"), yes, nor("commits to", "pay for the nets", "quotas")).now == "agree"


def test_opposite_courses_of_one_issue_differ() -> None:
    found = on(
        nor("demands", "that sanctions be lifted", "sanctions"),
        isl("supports", "extending sanctions", "sanctions"),
    )
    assert (found.now, found.reason) == ("differ", "one wants it to go on, the other to end")


def test_to_refuse_the_opposite_is_no_difference() -> None:
    found = on(
        nor("demands", "that sanctions be lifted", "sanctions"),
        isl("refuses", "tighten sanctions", "sanctions"),
    )
    assert found.now is None


def test_who_only_denies_is_silent() -> None:
    found = on(nor("demands"), isl("denies"))
    assert (found.now, found.reason) == (
        "one side silent",
        "of Iceland there are only denials or warnings",
    )
    both = on(nor("denies"), isl("denies"))
    assert (both.now, both.reason) == (
        None,
        "of Norway and Iceland there are only denials or warnings",
    )


def test_who_says_nothing_is_silent() -> None:
    found = on(nor("demands"))
    assert (found.now, found.reason) == ("one side silent", "Iceland has taken no stance")
    assert on().now is None


def test_a_reported_stance_is_marked_and_makes_no_step() -> None:
    found = on(
        nor("demands", "2 boats", day="2024-05-01"),
        isl("refuses", day="2024-05-01", reported_by="norway"),
        isl("accepts", day="2024-05-02", reported_by="norway"),
    )
    assert found.now == "agree"
    assert found.reason.endswith("Iceland as reported by Norway")
    assert found.change is None


# ---- Change --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("refuses", "is open to", "moved closer"),
        ("offers", "refuses", "moved apart"),
        ("accepts", "accepts", None),
    ],
)
def test_a_step_is_seen_from_where_the_other_stands(
    old: Stance, new: Stance, expected: str | None
) -> None:
    steps = (isl(old, day="2024-05-01"), isl(new, day="2024-05-09"))
    assert on(nor("demands", day="2024-05-01"), *steps).change == expected
    reverse = {"moved closer": "moved apart", "moved apart": "moved closer", None: None}
    against = nor("opposes", day="2024-05-01")
    assert on(against, *steps).change == reverse[expected]


def test_a_demand_in_place_of_a_condition_is_a_step_closer() -> None:
    found = on(nor("requires first", day="2024-05-01"), nor("demands", day="2024-05-02"))
    assert str(found) == "one side silent, moved closer"
    (step,) = found.steps
    assert step.old is not None
    assert (step.old.stance, step.held.stance, step.towards) == ("requires first", "demands", 1)


def test_two_stances_of_one_day_are_no_step() -> None:
    both = (isl("refuses", day="2024-05-01"), isl("accepts", day="2024-05-01"))
    assert on(nor("demands", day="2024-05-01"), *both).change is None


def test_a_step_back_is_not_hidden_by_a_step_forward() -> None:
    found = on(
        nor("refuses", day="2024-05-01"),
        nor("is open to", day="2024-05-09"),
        isl("demands", day="2024-05-01"),
        isl("requires first", day="2024-05-09"),
    )
    assert found.change == "moved apart"
    assert sorted(step.towards for step in found.steps) == [-1, 1]


def test_openness_to_what_is_asked_tells_of_a_step_by_itself() -> None:
    assert on(nor("is open to"), isl("demands")).change == "moved closer"
    assert on(nor("accepts"), isl("offers")).change == "moved closer"
    assert on(nor("is open to"), isl("refuses")).change is None
    assert on(nor("demands"), isl("refuses")).change is None


def test_a_new_condition_is_a_step_apart() -> None:
    found = on(
        nor("demands", day="2024-05-01"),
        isl("accepts", day="2024-05-01"),
        isl("accepts", day="2024-05-02", condition="if paid for"),
    )
    assert found.change == "moved apart"


def test_who_drops_a_demand_moves_closer_and_has_no_stance_left() -> None:
    found = on(
        nor("demands", "a larger share of the mackerel", day="2024-05-01"),
        nor("withdraws", "a larger share of the mackerel", day="2024-05-09"),
        isl("refuses", "a larger share", day="2024-05-01"),
    )
    assert str(found) == "one side silent, moved closer"
    assert found.reason == "Norway has taken no stance"


def test_who_takes_back_an_offer_refuses_from_then_on() -> None:
    found = on(nor("withdraws", "its offer of two boats"), isl("demands", "two boats"))
    assert str(found) == "differ, moved apart"


def test_what_was_taken_back_is_not_guessed() -> None:
    assert on(nor("withdraws", "the boats"), isl("demands")).change is None
