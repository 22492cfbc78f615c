"""The short phrases for who, when and where."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.exports.wording import Wording, day, manner, place_name
from onrecord.record import Actor, Occasion, Place, Role, Speaker, Statement, When
from tests import handmade

RECORD = handmade.talks()
BRANDVOLD, REYL, _, _, RADIO = RECORD.actors


def actor(name: str, **known: Any) -> Actor:
    return Actor(**{"id": name, "kind": "person", "name": name, **known})


def role(title: str, **known: Any) -> Role:
    return Role(title=title, span=handmade.span_of("envoy", handmade.TALKS), **known)


def spoken_by(words: str, *speakers: Actor) -> str:
    """What is shown of the page's words where these actors speak."""
    page = replace(RECORD.page, text=words)
    statement = replace(
        RECORD.statements[0],
        speaker=Speaker(
            span=handmade.span_of(words, words), actors=tuple(each.id for each in speakers)
        ),
    )
    return Wording(replace(RECORD, page=page, actors=speakers)).speaker_as_written(statement)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Norwegian Foreign Minister Ilse Brandvold", "Ilse Brandvold"),
        ("Brandvold", "Ilse Brandvold"),
        ("Brandvold’s office", "Ilse Brandvold"),
        ("the US", "United States"),
        ("the U.S.", "United States"),
        ("The FTU", "Fishers and Traders of Utsira"),
    ],
)
def test_words_that_have_the_name_are_not_shown_again(words: str, name: str) -> None:
    assert spoken_by(words, actor(name)) == ""


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("she", ["Ilse Brandvold"]),
        ("the minister", ["Ilse Brandvold"]),
        ("Oslo’s\nenvoys of the day", ["Norway"]),
        ("Brandvold and the other", ["Ilse Brandvold", "Tomas Reyl"]),
        ("A senior official", []),
    ],
)
def test_words_that_were_resolved_or_could_not_be_are_shown(words: str, names: list[str]) -> None:
    assert spoken_by(words, *map(actor, names)) == " ".join(words.split())


def test_an_office_of_the_actor_s_own_country_does_not_name_it() -> None:
    assert Wording(RECORD).standing(BRANDVOLD) == "Foreign Minister · NOR"
    assert Wording(RECORD).standing(REYL) == "former envoy · ISL"
    assert Wording(RECORD).standing(RADIO) == ""


@pytest.mark.parametrize(
    ("given", "of", "shown"),
    [
        (role("spokesman"), actor("Havn Radio"), "spokesman of Havn Radio"),
        (role("Foreign Minister"), actor("Karvia", kind="country"), "Foreign Minister of Karvia"),
        (role("Karvian Foreign Minister"), actor("Karvia", kind="country"), "="),
        (role("head of the Fishers’ Union"), actor("Fishers’ Union"), "="),
        (role("mayor", status="acting"), None, "acting mayor"),
        (role("Acting  mayor", status="acting"), None, "Acting mayor"),
        (role("mayor", status="designate"), None, "mayor (designate)"),
        (role("minister-designate", status="designate"), None, "="),
        (role("mayor", of="nobody"), None, "mayor"),
    ],
)
def test_an_office_says_of_whom_and_whether_it_is_held(
    given: Role, of: Actor | None, shown: str
) -> None:
    given = replace(given, of=of.id) if of else given
    holder = actor("Ilse Brandvold", roles=(given,))
    record = replace(RECORD, actors=(holder, *([of] if of else [])))
    assert Wording(record).standing(holder) == (given.title if shown == "=" else shown)


def test_an_office_that_is_held_goes_before_one_that_was() -> None:
    holder = actor("Ilse Brandvold", roles=(role("mayor", status="former"), role("minister")))
    assert Wording(RECORD).offices(holder) == ["minister", "former mayor"]


def test_an_office_that_is_all_of_the_name_is_not_said_again() -> None:
    holder = actor("Havn Radio spokesman", roles=(role("spokesman", of=RADIO.id),))
    assert Wording(replace(RECORD, actors=(holder, RADIO))).offices(holder) == []


def test_a_day_says_whether_it_is_that_day() -> None:
    assert day(When(value="2024-05-16", bound="on")) == "2024-05-16"
    assert day(When(value="2024-05-17", bound="not after")) == "≤ 2024-05-17"
    assert day(None) == ""


def test_a_place_has_its_country_unless_it_is_one() -> None:
    bergen = RECORD.places[0]
    assert place_name(bergen) == "Bergen, NOR"
    assert place_name(replace(bergen, country=None)) == "Bergen"
    norway = Place(id="no", span=bergen.span, name="Norway", kind="country", country="NOR")
    assert place_name(norway) == "Norway"


@pytest.mark.parametrize(
    ("occasion", "shown"),
    [
        (None, ""),
        (Occasion(kind="speech"), "speech"),
        (Occasion(kind="other"), "another occasion"),
        (Occasion(kind="phone call", with_="ac-reyl"), "phone call with Tomas Reyl"),
        (Occasion(kind="social media", with_="ac-radio"), "social media, Havn Radio"),
        (Occasion(kind="interview", with_="nobody"), "interview"),
    ],
)
def test_an_occasion_has_its_partner(occasion: Occasion | None, shown: str) -> None:
    assert Wording(RECORD).occasion(replace(RECORD.statements[0], occasion=occasion)) == shown


def test_a_partner_who_is_spoken_to_is_named_once() -> None:
    occasion = Occasion(kind="news conference", with_="ac-radio")
    statement = replace(RECORD.statements[0], occasion=occasion, addressees=("ac-radio",))
    assert Wording(RECORD).occasion(statement) == "news conference"
    assert Wording(RECORD).addressees(statement) == "to Havn Radio"


def test_ids_that_stand_for_nothing_are_passed_over() -> None:
    statement = replace(
        RECORD.statements[0],
        speaker=replace(RECORD.statements[0].speaker, actors=("nobody", REYL.id)),
        addressees=("nobody",),
    )
    wording = Wording(RECORD)
    assert wording.speakers(statement) == [REYL]
    assert wording.addressees(statement) == ""
    assert wording.place("nowhere") == ""


def test_the_manner_says_what_is_still_to_be_said() -> None:
    statement: Statement = replace(RECORD.statements[0], act="demand", status="expected")
    assert manner(statement) == "indirect demand (expected)"
    assert manner(replace(statement, act="other", status="said")) == "indirect"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("hoped", ("A senior official ", "hoped", " that the talks would go on.")),
        ("meet again", ("Both promised to ", "meet again", ".")),
        ("would then", ("Norway ", "would then", " ask Iceland for its charts, Mr. Reyl …")),
        (
            "in an interview",
            ("… its charts, Mr. Reyl told Havn Radio ", "in an interview", "."),
        ),
        ("Mackerel talks end", ("", "Mackerel talks end", "")),
    ],
)
def test_words_are_shown_with_those_around_them_in_their_sentence(
    words: str, shown: tuple[str, str, str]
) -> None:
    span = handmade.span_of(words, handmade.TALKS)
    assert Wording(handmade.talks()).around(span) == shown
