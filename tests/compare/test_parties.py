"""Who is one party, on a page and across pages."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.compare import Parties, Party
from onrecord.errors import OnrecordError
from onrecord.record import Actor, ActorKind, Record, Role, RoleStatus, Span
from tests.compare.negotiation import ICELAND, MINISTER, NORWAY, page


def actor(
    identity: str,
    name: str,
    *sectors: str,
    kind: ActorKind = "organisation",
    country: str | None = None,
    of: str | None = None,
    status: RoleStatus = "current",
) -> Actor:
    roles = (Role(title="head", of=of, status=status, span=Span(0, 1)),) if of else ()
    return Actor(id=identity, name=name, kind=kind, country=country, sectors=sectors, roles=roles)


def on_pages(*pages: tuple[Actor, ...]) -> tuple[list[Record], Parties]:
    records = [page(id_=f"page-{number}", actors=actors) for number, actors in enumerate(pages)]
    return records, Parties(records)


def party_of(found: Actor, *others: Actor) -> Party:
    (record,), parties = on_pages((found, *others))
    party = parties.of(record, found.id)
    assert party is not None
    return party


@pytest.mark.parametrize("sector", ["GOV", "MIL", "LEG", "JUD", "SPY", "COP"])
def test_people_and_bodies_of_a_state_stand_for_its_country(sector: str) -> None:
    kinds: tuple[ActorKind, ...] = ("person", "organisation", "group")
    for kind in kinds:
        found = actor("a", "Ilse Brandvold", sector, kind=kind, country="NOR")
        assert party_of(found) == Party(id="NOR", name="Norway", country="NOR")


@pytest.mark.parametrize("sectors", [("REB",), ("OPP", "LEG"), ("BUS",), ("PTY",), ()])
def test_others_of_a_country_stand_for_themselves(sectors: tuple[str, ...]) -> None:
    found = actor("a", "Fishers’ Front", *sectors, country="NOR")
    assert party_of(found) == Party(id="fishers front", name="Fishers’ Front", country="NOR")


def test_who_holds_an_office_of_an_organisation_stands_for_it() -> None:
    union = actor("u", "the Herring Union", "LAB")
    assert party_of(actor("p", "Una Holt", kind="person", of="u"), union).id == "herring union"
    former = actor("p", "Una Holt", kind="person", of="u", status="former")
    assert party_of(former, union).id == "una holt"


def test_an_official_of_an_international_body_stands_for_it_and_not_for_a_country() -> None:
    body = actor("b", "the Strait Commission", "IGO")
    official = actor("p", "Una Holt", "IGO", "GOV", kind="person", country="NOR", of="b")
    assert party_of(official, body).id == "strait commission"


def test_countries_are_joined_by_code_and_organisations_by_name() -> None:
    records, parties = on_pages(
        (NORWAY, MINISTER, actor("u", "The Herring Union")),
        (replace(NORWAY, id="other", name="Oslo"), actor("v", "Herring-Union"), ICELAND),
    )
    first, second = records
    assert (
        parties.of(first, "norway") == parties.of(first, "minister") == parties.of(second, "other")
    )
    assert parties.of(first, "u") != parties.of(second, "v")  # a hyphen makes one word of two
    assert parties.of(first, "norway") != parties.of(second, "iceland")
    assert [party.id for party in parties.all(records)] == [
        "NOR",
        "herring union",
        "herringunion",
        "ISL",
    ]


def test_one_name_in_two_countries_is_two_parties() -> None:
    records, parties = on_pages(
        (actor("n", "Fishers’ Front", "SOC", country="NOR"),),
        (actor("i", "Fishers’ Front", "SOC", country="ISL"),),
        (actor("x", "Fishers’ Front", "SOC"),),
    )
    found = [parties.of(record, identity) for record, identity in zip(records, "nix", strict=True)]
    assert len({party.id for party in found if party}) == 3


def test_a_name_without_country_joins_the_only_one_that_has_one() -> None:
    records, parties = on_pages(
        (actor("n", "Fishers’ Front", "SOC", country="NOR"),),
        (actor("x", "Fishers’ Front", "SOC"),),
    )
    assert parties.of(records[0], "n") == parties.of(records[1], "x")


def test_an_id_that_is_not_in_the_record_is_no_party() -> None:
    (record,), parties = on_pages((NORWAY,))
    assert parties.of(record, "nobody") is None
    assert parties.of(record, None) is None


@pytest.mark.parametrize("asked", ["NOR", "nor", "Norway", "the Kingdom of Norway"])
def test_a_country_is_asked_for_by_code_or_name(asked: str) -> None:
    _, parties = on_pages(())
    assert parties.named(asked, ()).id == "NOR"


def test_another_party_is_asked_for_by_its_name_or_a_part_of_it() -> None:
    _, parties = on_pages(())
    among = [Party("herring union", "the Herring Union"), Party("cod union", "Cod Union")]
    assert parties.named("The Herring Union", among).id == "herring union"
    assert parties.named("herring", among).id == "herring union"
    with pytest.raises(OnrecordError, match="several parties; name one of the Herring Union, Cod"):
        parties.named("union", among)
    with pytest.raises(OnrecordError, match="the pages have the Herring Union, Cod Union"):
        parties.named("Whalers", among)
    with pytest.raises(OnrecordError, match="no party was found"):
        parties.named("?", ())
