"""Countries and sectors of names and phrases."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.meaning.codes import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.of_the_package()


def code(coder: Coder, phrase: str, context: str = "", day: date | None = None) -> str:
    """Country and sectors in one line; "-" is no country."""
    found = coder.code(phrase, context=context, date=day)
    return " ".join([found.country or "-", *found.sectors])


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Uruguay", "URY"),
        ("the Republic of Moldova", "MDA"),
        ("Ivory Coast", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("U.S.", "USA"),
        ("Kosovo", "XKX"),
        ("Czech farmers", "CZE"),
        ("Finns", "FIN"),
        ("a Sri Lankan minister", "LKA"),
        ("fishermen from Senegal", "SEN"),
        ("the ambassador of Laos", "LAO"),
        ("envoys to Laos", None),
        ("the Papua New Guinea police", "PNG"),
        ("the South China Sea", None),
    ],
)
def test_countries_and_their_people(coder: Coder, phrase: str, country: str | None) -> None:
    assert coder.code(phrase).country == country


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Ankara", "TUR GOV"),
        ("Taipei", "TWN GOV"),
        ("the Kremlin", "RUS GOV"),
        ("the White House", "USA GOV"),
        ("Downing Street", "GBR GOV"),
        ("the Pentagon", "USA MIL"),
    ],
)
def test_capitals_and_buildings_stand_for_governments(
    coder: Coder, phrase: str, expected: str
) -> None:
    assert code(coder, phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Peruvian President Inés Quilla", "PER GOV"),
        ("the Turkish foreign ministry", "TUR GOV"),
        ("Estonian lawmakers", "EST LEG"),
        ("a Kenyan judge", "KEN JUD"),
        ("Indian soldiers", "IND MIL"),
        ("Nigerian police", "NGA COP"),
        ("Colombian rebels", "COL REB"),
        ("Chilean miners", "CHL LAB"),
        ("protesters in Bangladesh", "BGD CVL OPP"),
        ("Venezuelan opposition leader", "VEN OPP"),
        ("Malaysian journalists", "MYS JRN"),
        ("Syrian refugees", "SYR REF"),
        ("farmers", "- AGR"),
        ("the president", "- GOV"),
    ],
)
def test_offices_and_nouns_for_those_who_act(coder: Coder, phrase: str, expected: str) -> None:
    assert code(coder, phrase) == expected


@pytest.mark.parametrize(
    "name", ["United Nations", "NATO", "the European Union", "the African Union", "ASEAN", "OPEC"]
)
def test_bodies_of_several_states_have_no_country(coder: Coder, name: str) -> None:
    found = coder.code(name)
    assert found.country is None
    assert "IGO" in found.sectors


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Boko Haram", "NGA", "REB"),
        ("Hezbollah", "LBN", None),
        ("al-Qaeda", None, "REB"),
        ("FARC", "COL", "REB"),
        ("the Wagner Group", "RUS", "PRM"),
    ],
)
def test_armed_groups(coder: Coder, name: str, country: str | None, sector: str | None) -> None:
    found = coder.code(name)
    assert found.country == country
    assert sector is None or found.sectors[0] == sector


@pytest.mark.parametrize("name", ["Orla Quennell", "Tamsin Brackworth", "Velmora", ""])
def test_a_name_that_is_not_known_has_no_code(coder: Coder, name: str) -> None:
    found = coder.code(name)
    assert (found.country, found.sectors) == (None, ())


@pytest.mark.parametrize(
    ("phrase", "context", "country"),
    [
        ("Georgia", "Voters in Atlanta went to the polls on Tuesday.", "USA"),
        ("Georgia", "Crowds filled the streets of Tbilisi on Tuesday.", "GEO"),
        ("Congo", "The ferry left Brazzaville before dawn.", "COG"),
        ("Congo", "The envoy flew from Kinshasa to Goma.", "COD"),
        ("Korea", "The launch was shown on television in Pyongyang.", "PRK"),
        ("Korea", "Shares fell in Seoul.", "KOR"),
        ("Jordan", "The king met aid workers in Amman.", "JOR"),
        ("Michael Jordan", "He played basketball.", None),
        ("Niger", "The junta in Niamey closed the border.", "NER"),
        ("the Niger Delta", "", None),
        ("Washington", "Talks with Beijing had stalled.", "USA"),
        ("Guinea-Bissau", "", "GNB"),
        ("Equatorial Guinea", "", "GNQ"),
    ],
)
def test_words_that_may_mean_several_countries(
    coder: Coder, phrase: str, context: str, country: str | None
) -> None:
    assert coder.code(phrase, context=context).country == country


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2005, 5, 1), "USA LEG"),
        (date(2012, 5, 1), "USA GOV"),
        (date(2017, 1, 19), "USA GOV"),
        (date(2017, 1, 20), "USA ELI"),
        (date(2090, 1, 1), "USA ELI"),
    ],
)
def test_an_office_is_held_on_its_days(coder: Coder, day: date, expected: str) -> None:
    assert code(coder, "Barack Obama", day=day) == expected


def test_what_the_page_says_goes_before_what_is_known(coder: Coder) -> None:
    assert code(coder, "former president Barack Obama", day=date(2012, 5, 1)) == "USA ELI"


def test_transcriptions_of_a_name_are_one(coder: Coder) -> None:
    spellings = ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Volodymyr Zelensky")
    assert {code(coder, name, day=date(2022, 3, 1)) for name in spellings} == {"UKR GOV"}


def test_a_code_says_why(coder: Coder) -> None:
    by_noun = coder.explain("Brazilian police")
    assert by_noun.why == "noun: police"
    by_name = coder.explain("Boko Haram")
    assert (by_name.why, by_name.entry) == ("name: body", "Boko Haram")
    by_person = coder.explain("Sergey Lavrov", date=date(2022, 3, 11))
    assert by_person.why == "person of the lexicon"
    assert coder.explain("Orla Quennell").why == ""


def test_initials_of_several_bodies_are_those_of_the_sure_one_or_none(coder: Coder) -> None:
    assert code(coder, "AFP") == "FRA JRN"
    assert coder.code("ANP").country is None


def test_a_hostile_phrase_is_read_in_part(coder: Coder) -> None:
    assert coder.code("Peruvian president of " * 50_000).country == "PER"
    assert coder.code("\x00,;()-'" * 1000) is not None


def test_a_head_of_an_international_body_has_no_country(coder: Coder) -> None:
    assert code(coder, "Hans Blix", day=date(2003, 1, 1)) == "- IGO"


def test_a_surname_within_another_full_name_is_nobody_known(coder: Coder) -> None:
    assert code(coder, "Tony Blair").startswith("GBR")
    assert coder.code("Odo Blair").country is None


@pytest.mark.parametrize("name", ["Osmark Guardian", "Norra Delta", "Karvia Xinhua"])
def test_a_bodys_name_within_another_name_is_no_body_known(coder: Coder, name: str) -> None:
    assert code(coder, name) == "-"


def test_forces_of_a_country_are_its_military(coder: Coder) -> None:
    assert code(coder, "Russian forces") == "RUS MIL"


_PIECES = (
    "women's agenda minister of foreign affairs and the former Karvian president's Reyl NATO , "
    "spokesman for Georgia soldiers' union Jordan ( ) leader ’s United Nations wife X. rebels in"
).split()


@given(st.lists(st.sampled_from(_PIECES), max_size=9), st.booleans())
def test_any_words_have_a_code_or_none(pieces: list[str], titled: bool) -> None:
    words = " ".join(piece.title() if titled else piece for piece in pieces)
    code = Coder.of_the_package().code(words, context=words)
    assert code.country is None or len(code.country) == 3
    assert all(len(sector) == 3 for sector in code.sectors)


@pytest.mark.parametrize(
    "phrase", ["a longstanding American ally", "Russia's rivals", "a critic of Russia"]
)
def test_the_allies_and_rivals_of_a_country_are_of_another(phrase: str) -> None:
    assert Coder.load().code(phrase).country is None
