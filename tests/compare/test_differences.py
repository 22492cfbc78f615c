"""Issue by issue: what is compared with what, and the verdict on more than two."""

from __future__ import annotations

import pytest

from onrecord.compare import (
    Difference,
    IssueTree,
    Parties,
    PlainIssue,
    differences,
    matrix,
    positions_of,
)
from onrecord.record import Record
from tests.compare.negotiation import TREE, Said, page


def between(asked: tuple[str, ...], *records: Record, tree: IssueTree = TREE) -> list[Difference]:
    parties = Parties(records)
    held = positions_of(records, parties)
    among = [one.party for one in held]
    return differences(held, [parties.named(each, among) for each in asked], tree)


BOTH = ("NOR", "ISL")


def test_issues_stand_in_the_order_of_the_tree() -> None:
    found = between(
        BOTH,
        page(
            Said("norway", "demands", "talks", "talks"),
            Said("iceland", "demands", "harbour-dues", "lower dues"),
            Said("iceland", "demands", "ceasefire", "a truce"),
            Said("union", "demands", "quotas", "more fish"),
        ),
    )
    assert [each.issue.id for each in found] == ["ceasefire", "talks", "harbour-dues"]
    assert [each.issue.label for each in found] == ["ceasefire", "talks", "harbour-dues"]
    assert {each.verdict.now for each in found} == {"one side silent"}
    assert not any(each.is_shared for each in found)


def test_an_issue_of_one_side_is_compared_with_the_one_above_it_of_the_other() -> None:
    (found,) = between(
        BOTH,
        page(
            Said("norway", "demands", "fisheries", "an end to trawling"),
            Said("iceland", "refuses", "quotas", "less trawling"),
        ),
    )
    assert found.issue.id == "fisheries"
    assert found.verdict.now == "differ"
    assert found.is_shared


def test_what_lies_two_levels_below_is_compared_too() -> None:
    leaf = PlainIssue("nets", "nets", "quotas")
    tree = IssueTree((PlainIssue("fish", "fish"), PlainIssue("quotas", "quotas", "fish"), leaf))
    record = page(
        Said("norway", "demands", "fish", "larger meshes"),
        Said("iceland", "refuses", "nets", "larger meshes"),
    )
    (found,) = between(BOTH, record, tree=tree)
    assert (found.issue.id, found.verdict.now) == ("fish", "differ")


def test_several_issues_below_one_stand_by_themselves() -> None:
    found = between(
        BOTH,
        page(
            Said("norway", "commits to", "hostilities", "continue its patrols"),
            Said("iceland", "demands", "ceasefire", "a truce"),
            Said("iceland", "demands", "withdrawal", "the withdrawal of the boats"),
        ),
    )
    assert [(each.issue.id, each.verdict.now) for each in found] == [
        ("hostilities", None),
        ("ceasefire", None),
        ("withdrawal", None),
    ]
    assert found[1].verdict.reason == "Norway speaks of hostilities"


def test_who_speaks_of_the_issue_below_is_not_silent() -> None:
    upper, lower = between(
        BOTH,
        page(
            Said("norway", "demands", "ceasefire", "a truce"),
            Said("iceland", "refuses", "ceasefire", "a truce"),
            Said("iceland", "commits to", "hostilities", "continue its patrols"),
        ),
    )
    assert (upper.issue.id, upper.verdict.now) == ("hostilities", None)
    assert upper.verdict.reason == "Norway speaks of ceasefire"
    assert lower.verdict.now == "differ"


def test_two_issues_below_one_are_not_compared() -> None:
    found = between(
        BOTH,
        page(
            Said("norway", "demands", "ceasefire", "a truce"),
            Said("iceland", "refuses", "withdrawal", "leave the strait"),
        ),
    )
    assert [each.issue.id for each in found] == ["ceasefire", "withdrawal"]
    assert {each.verdict.now for each in found} == {"one side silent"}


def test_a_demand_for_a_truce_and_a_vow_to_go_on_are_no_agreement() -> None:
    (found,) = between(
        BOTH,
        page(
            Said("norway", "demands", "ceasefire", "an immediate ceasefire"),
            Said("iceland", "commits to", "hostilities", "continue until its goals are met"),
        ),
    )
    assert found.verdict.now == "differ"


def test_a_position_moved_up_does_not_outdate_one_on_the_issue_itself() -> None:
    (found,) = between(
        BOTH,
        page(
            Said("norway", "demands", "fisheries", "an end to trawling", "2024-05-01"),
            Said("norway", "offers", "quotas", "a third of the mackerel", "2024-05-09"),
            Said("iceland", "refuses", "fisheries", "any ban", "2024-05-01"),
        ),
    )
    assert [held.words for held in found.standings[0].latest] == [
        "an end to trawling",
        "a third of the mackerel",
    ]


def test_a_group_differs_if_two_of_it_do_and_agrees_if_all_do() -> None:
    asked = ("NOR", "ISL", "Herring Union")
    record = page(
        Said("norway", "demands", "quotas", "a ban on trawling"),
        Said("iceland", "accepts", "quotas", "the ban on trawling"),
        Said("union", "refuses", "quotas", "any ban on trawling"),
        Said("norway", "demands", "talks", "talks"),
        Said("iceland", "supports", "talks", "talks"),
        Said("union", "supports", "talks", "talks"),
    )
    quotas, talks = between(asked, record)
    assert [pair.verdict.now for pair in quotas.pairs] == ["agree", "differ", "differ"]
    assert quotas.verdict.now == "differ"
    assert talks.verdict.now == "agree"
    assert len(talks.pairs) == 3


def test_no_change_is_told_of_a_group_that_moves_both_ways() -> None:
    asked = ("NOR", "ISL", "Herring Union")
    (found,) = between(
        asked,
        page(
            Said("norway", "refuses", "quotas", "a ban", "2024-05-01"),
            Said("norway", "accepts", "quotas", "a ban", "2024-05-09"),
            Said("iceland", "demands", "quotas", "a ban", "2024-05-01"),
            Said("union", "opposes", "quotas", "a ban", "2024-05-01"),
        ),
    )
    changes = [pair.verdict.change for pair in found.pairs]
    assert changes == ["moved closer", "moved apart", None]
    assert found.verdict.change is None


def test_differences_need_two_parties() -> None:
    with pytest.raises(ValueError, match="two parties"):
        between(("NOR", "NOR"), page())


def test_a_tree_that_goes_round_in_a_circle_does_no_harm() -> None:
    circle = IssueTree((PlainIssue("a", "a", "b"), PlainIssue("b", "b", "a")))
    record = page(Said("norway", "demands", "a", "x"), Said("iceland", "refuses", "b", "y"))
    assert len(between(BOTH, record, tree=circle)) == 1


def test_a_matrix_has_the_parties_with_the_most_positions_first() -> None:
    records = [
        page(
            Said("iceland", "demands", "ceasefire", "a truce"),
            Said("union", "demands", "quotas", "more fish"),
            Said("union", "opposes", "talks", "more talks"),
        )
    ]
    parties = Parties(records)
    held = positions_of(records, parties)
    table = matrix(held, TREE)
    assert [party.id for party in table.parties] == ["herring union", "ISL"]
    assert [row.issue.id for row in table.rows] == ["ceasefire", "quotas", "talks"]
    assert [bool(cell) for cell in table.rows[0].standings] == [False, True]


def test_a_matrix_of_some_parties_has_only_their_issues() -> None:
    records = [
        page(
            Said("iceland", "demands", "ceasefire", "a truce"),
            Said("union", "demands", "quotas", "more fish"),
        )
    ]
    parties = Parties(records)
    table = matrix(
        positions_of(records, parties), TREE, [parties.country("NOR"), parties.country("ISL")]
    )
    assert [party.id for party in table.parties] == ["NOR", "ISL"]
    assert [row.issue.id for row in table.rows] == ["ceasefire"]


def test_a_dispute_is_read_as_a_mediator_would_read_it() -> None:
    tree = IssueTree(
        (
            PlainIssue("ceasefire", "ceasefire", mutual=True),
            PlainIssue("alliances", "alliances"),
            PlainIssue("prisoners", "prisoners of war"),
            PlainIssue("borders", "borders"),
            PlainIssue("territory", "control of land"),
            PlainIssue("fisheries", "fisheries"),
            PlainIssue("language", "language rights"),
        )
    )
    record = page(
        Said("norway", "requires first", "ceasefire", "an immediate truce", "2024-05-09"),
        Said("iceland", "refuses", "ceasefire", "discuss a truce", "2024-05-10"),
        Said("norway", "is open to", "alliances", "compromises on its bid", "2024-05-08"),
        Said("iceland", "demands", "alliances", "that it give up its bid", "2024-05-07"),
        Said("norway", "accepts", "prisoners", "an exchange of all prisoners", "2024-05-10"),
        Said("iceland", "offers", "prisoners", "an exchange of all", "2024-05-06"),
        Said("norway", "demands", "borders", "the old line", "2024-05-09", toward="iceland"),
        Said("iceland", "demands", "borders", "the new line", "2024-05-09", toward="norway"),
        Said("norway", "refuses", "territory", "hand over the island", "2024-05-09"),
        Said("iceland", "commits to", "territory", "never leave it", "2024-05-09"),
        Said("norway", "demands", "fisheries", "a quota of cod", "2024-05-01"),
        Said("norway", "withdraws", "fisheries", "a quota of cod", "2024-05-10"),
        Said("iceland", "refuses", "fisheries", "a quota of cod", "2024-05-05"),
        Said("iceland", "demands", "language", "schools in its language", "2024-05-04"),
    )
    assert {each.issue.id: str(each.verdict) for each in between(BOTH, record, tree=tree)} == {
        "ceasefire": "differ",
        "alliances": "differ, moved closer",
        "prisoners": "agree, moved closer",
        "borders": "differ",
        "territory": "differ",
        "fisheries": "one side silent, moved closer",
        "language": "one side silent",
    }
