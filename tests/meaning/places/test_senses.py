"""Names that only say whose something is are no places of the page."""

from __future__ import annotations

import pytest

from onrecord.gazetteer import Gazetteer
from tests.meaning.places.parsed import parsed


def test_a_government_is_no_place(gazetteer: Gazetteer) -> None:
    sentence = "The/government/det [Kyiv/government/compound] government/fell/nsubj fell/-/root"
    assert parsed(sentence, gazetteer).places.places == ()


def test_a_street_is_in_its_town(gazetteer: Gazetteer) -> None:
    sentence = "[Kyiv/streets/nmod:poss] 's/Kyiv/case streets/emptied/nsubj emptied/-/root"
    assert len(parsed(sentence, gazetteer).places.places) == 1


@pytest.mark.parametrize("preposition", ["with", "against"])
def test_a_party_is_no_place(preposition: str, gazetteer: Gazetteer) -> None:
    sentence = f"Talks/failed/nsubj {preposition}/Iran/case [Iran/Talks/nmod] failed/-/root"
    assert parsed(sentence, gazetteer).places.places == ()


def test_an_office_of_a_country(gazetteer: Gazetteer) -> None:
    sentence = (
        "The/ambassador/det ambassador/left/nsubj of/Chad/case [Chad/ambassador/nmod] left/-/root"
    )
    assert parsed(sentence, gazetteer).places.places == ()


def test_what_acts_is_kept(gazetteer: Gazetteer) -> None:
    sentence = "[Chad/agreed/nsubj] agreed/-/root"
    assert len(parsed(sentence, gazetteer).places.places) == 1


def test_it_still_helps_to_place_others(gazetteer: Gazetteer) -> None:
    """The Ontario of the police tells which London is meant."""
    sentence = (
        "The/police/det [Ontario/police/compound] police/met/nsubj met/-/root in/London/case "
        "[London/met/obl] ,/Ontario2/punct [Ontario/London/appos]"
    )
    london, *_ = parsed(sentence, gazetteer).places.places
    assert london.country == "CAN"
