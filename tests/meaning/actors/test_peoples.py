"""Words for peoples that no list has, and the offices that they stand before."""

from __future__ import annotations

import pytest

from tests.meaning.actors.handmade import resolved

MINISTERS = """
    [PER:Velmark] and [PER:Tarnovia] talked on Monday.
    [PER:Tarnovian] Minister of [ORG:Foreign Affairs] [PER:Ada Reyl] met her [PER:Velmarkian] counterpart, [PER:Udo Brandt].
    [PER:Velmarkian] officials left.
    """  # noqa: E501


@pytest.mark.parametrize("label", ["PER", "LOC", "ORG"])
def test_an_office_is_whoever_is_named_after_it_whatever_its_pieces_are_labelled(
    label: str,
) -> None:
    page = resolved(f"""
        [LOC:Tarnovia] was silent.
        [{label}:Tarnovian] Minister of [ORG:Foreign Affairs] [PER:Ada Reyl] left.
        """)
    assert page.names == ["Ada Reyl"]
    assert page.roles("Ada Reyl") == [("Minister of Foreign Affairs", None, "current")]
    assert page.who("Tarnovian Minister of Foreign Affairs Ada Reyl") == ["Ada Reyl"]


def test_a_people_of_no_list_has_no_country() -> None:
    page = resolved("[PER:Tarnovian] President [PER:Ada Reyl] left.")
    assert page.actor("Ada Reyl").country is None


def test_the_office_is_found_where_grammar_takes_the_people_for_the_subject() -> None:
    page = resolved(
        "[PER:Tarnovian] President [PER:Ada Reyl] spoke",
        tagged="""
            Tarnovian PROPN spoke nsubj
            President PROPN Reyl nmod:desc
            Ada PROPN spoke nsubj
            Reyl PROPN Ada flat
            spoke VERB - root
            """,
    )
    assert page.names == ["Ada Reyl"]
    assert page.roles("Ada Reyl") == [("President", None, "current")]


def test_a_counterpart_of_another_people() -> None:
    page = resolved(MINISTERS)
    assert page.roles("Udo Brandt") == [("Minister of Foreign Affairs", None, "current")]


def test_neither_a_people_nor_its_land_is_a_person() -> None:
    page = resolved(MINISTERS)
    assert page.names == ["Ada Reyl", "Udo Brandt", "Velmarkian officials"]


def test_a_people_is_not_the_body_that_is_named_after_it() -> None:
    page = resolved("[ORG:Tarnovian Radio] is loud. [PER:Tarnovian] officials left.")
    assert page.mentions("Tarnovian Radio") == ["Tarnovian Radio"]


def test_a_people_in_the_plural_is_a_group() -> None:
    page = resolved("[PER:Tarnovian] officials left. The [PER:Tarnovians] waited.")
    assert page.actor("Tarnovians").kind == "group"


def test_ministers_of_two_peoples_are_two() -> None:
    page = resolved("""
        [PER:Tarnovian] Trade Minister [PER:Ada Reyl] spoke.
        The [PER:Velmarkian] minister listened, and the [PER:Tarnovian] minister left.
        """)
    assert page.who("the Tarnovian minister") == ["Ada Reyl"]
    assert page.who("The Velmarkian minister") != ["Ada Reyl"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("[PER:Moor] spokesman [PER:Ada Reyl] left.", "Moor"),
        ("[PER:Eva Sarkian] left. Later [PER:Sarkian] aides left.", "Eva Sarkian"),
        ("[PER:Sarkian] left. Later [PER:Sarkian] lawyers called.", "Sarkian"),
        ("[ORG:Meridian] Chairman [PER:Ada Reyl] left.", "Meridian"),
    ],
)
def test_a_person_or_a_firm_may_have_people_too(source: str, name: str) -> None:
    assert name in resolved(source).names


def test_who_holds_an_office_is_named_where_the_reading_has_no_name() -> None:
    page = resolved(
        "[NORP:Turkish] Minister of [ORG:Foreign Affairs] Demir Kaya left",
        tagged="""
            Turkish ADJ Minister amod
            Minister PROPN left nsubj
            of ADP Affairs case
            Foreign ADJ Affairs amod
            Affairs PROPN Minister nmod
            Demir PROPN Minister appos
            Kaya PROPN Minister flat
            left VERB - root
            """,
    )
    assert page.names == ["Turkey", "Demir Kaya"]
    assert page.roles("Demir Kaya") == [("Minister of Foreign Affairs", "Turkey", "current")]
