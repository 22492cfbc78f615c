"""Denials beside the claims that they contradict."""

from __future__ import annotations

from dataclasses import replace

from onrecord.compare import Contradiction, Parties, concerning, contradictions
from onrecord.record import Record
from tests.compare.negotiation import Done, Told, page


def found_in(*records: Record) -> list[Contradiction]:
    return contradictions(records, Parties(records))


def claims(found: Contradiction) -> list[str]:
    return [claim.words for claim in found.claims]


DENIED = Done("iceland", "ASSAULT", "invaded the harbour", "norway", status="denied")


def test_a_denied_event_stands_beside_the_one_that_is_told() -> None:
    (found,) = found_in(page(DENIED, Done("iceland", "ASSAULT", "invasion of the harbour")))
    assert found.denial.words == "invaded the harbour"
    assert claims(found) == ["invasion of the harbour"]


def test_the_denial_is_attributed_to_who_says_it() -> None:
    denied = Done("iceland", "ASSAULT", "invaded", status="denied", said_by=0)
    (found,) = found_in(
        page(
            Told("envoy", "assert", "what the envoy said"),
            denied,
            Done("iceland", "ASSAULT", "invasion"),
        )
    )
    assert [party.id for party in found.denial.parties] == ["ISL"]
    assert found.denial.speakers == ("Tomas Reyl",)
    assert found.claims[0].parties == ()  # the page itself tells it


def test_the_same_word_goes_before_another_act_of_the_type() -> None:
    told = (Done("iceland", "ASSAULT", "shelling"), Done("iceland", "ASSAULT", "invasion"))
    (found,) = found_in(page(DENIED, *told))
    assert claims(found) == ["invasion"]


def test_an_act_of_another_mode_contradicts_nothing() -> None:
    denied = Done("iceland", "ASSAULT", "bombed", mode="aerial", status="denied")
    other = Done("iceland", "ASSAULT", "shelled", mode="heavy-weapons")
    same = Done("iceland", "ASSAULT", "air raids", mode="aerial")
    (found,) = found_in(page(denied, other, same))
    assert claims(found) == ["air raids"]


def test_other_doers_victims_types_and_plans_do_not_contradict() -> None:
    denied = replace(DENIED, said_by=0)
    (found,) = found_in(
        page(
            Told("envoy", "assert", "what the envoy said"),
            denied,
            Done("norway", "ASSAULT", "invasion by Norway"),
            Done("iceland", "ASSAULT", "invasion of the union", "union"),
            Done("iceland", "THREATEN", "invasion plans"),
            Done("iceland", "ASSAULT", "invasion to come", status="planned"),
        )
    )
    assert claims(found) == []


def test_pages_contradict_each_other() -> None:
    (found,) = found_in(
        page(DENIED, id_="one"), page(Done("iceland", "ASSAULT", "invasion"), id_="two")
    )
    assert found.claims[0].record.page.id == "two"


def test_a_denial_in_words_stands_beside_the_accusation() -> None:
    (found,) = found_in(
        page(
            Told("envoy", "deny", "that Iceland cut the nets of trawlers"),
            Told("minister", "accuse", "they cut our nets and rammed trawlers"),
            Told("minister", "accuse", "they cut our phone lines"),
            Told("iceland", "assert", "the nets of trawlers are whole"),
        )
    )
    assert claims(found) == ["they cut our nets and rammed trawlers"]


def test_what_did_not_happen_is_no_denial_where_nobody_says_it_did() -> None:
    assert found_in(page(DENIED)) == []


def test_a_denial_with_nothing_beside_it_is_still_shown() -> None:
    (found,) = found_in(page(Told("envoy", "deny", "any wrongdoing")))
    assert claims(found) == []


def test_a_statement_whose_event_is_denied_is_not_shown_twice() -> None:
    denied = Done("iceland", "ASSAULT", "invaded", status="denied", said_by=0)
    assert len(found_in(page(Told("envoy", "deny", "that Iceland had invaded"), denied))) == 1


def test_only_what_concerns_the_parties() -> None:
    told = Done("iceland", "ASSAULT", "invasion")
    record = page(DENIED, told, Told("union", "deny", "any wrongdoing"))
    parties = Parties([record])
    found = contradictions([record], parties)
    kept = concerning(found, [parties.country("ISL")])
    assert [each.denial.words for each in kept] == ["invaded the harbour"]
