"""Which words name places, and where those are."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gazetteer import Gazetteer, great_circle
from onrecord.meaning.places import find_places
from onrecord.reading.types import Name, Reading
from onrecord.record import Place, Span
from tests.meaning.places.parsed import named, with_dateline


def found(
    text: str, *names: str, gazetteer: Gazetteer, others: tuple[str, ...] = ()
) -> list[Place]:
    reading, stories = named(text, *names, others=others)
    return list(find_places("page", text, stories, reading, gazetteer).places)


def test_a_place_has_its_words_and_coordinates(gazetteer: Gazetteer) -> None:
    text = "The ministers met in Antalya."
    (place,) = found(text, "Antalya", gazetteer=gazetteer)
    assert text[slice(*place.span)] == "Antalya"
    assert (place.name, place.kind, place.country) == ("Antalya", "city", "TUR")
    assert place.latitude == pytest.approx(36.9, abs=0.1)
    assert place.longitude == pytest.approx(30.7, abs=0.1)
    assert place.geonames_id == 323777


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("the U.S.", "United States", "USA"),
        ("UK", "United Kingdom", "GBR"),
        ("Kiev", "Kyiv", "UKR"),
        ("KYIV", "Kyiv", "UKR"),
        ("Peking", "Beijing", "CHN"),
        ("Damascus", "Damascus", "SYR"),
        ("Calif.", "California", "USA"),
        ("Türkiye", "Turkey", "TUR"),
        ("Taiwan Strait", "Taiwan Strait", None),
        ("Kosovo", "Kosovo", "XKX"),
    ],
)
def test_names_in_many_forms(
    words: str, name: str, country: str | None, gazetteer: Gazetteer
) -> None:
    (place,) = found(f"They spoke of {words} again.", words, gazetteer=gazetteer)
    assert (place.name, place.country) == (name, country)


def test_the_article_is_not_part_of_the_name(gazetteer: Gazetteer) -> None:
    text = "Ships left the Netherlands on Monday."
    (place,) = found(text, "the Netherlands", gazetteer=gazetteer)
    assert text[slice(*place.span)] == "Netherlands"


def test_a_town_in_a_state_of_its_name(gazetteer: Gazetteer) -> None:
    paris, texas = found("He lives in Paris, Texas.", "Paris", "Texas", gazetteer=gazetteer)
    assert (paris.country, texas.country) == ("USA", "USA")
    assert paris.latitude == pytest.approx(33.66, abs=0.1)


def test_a_name_and_its_state_in_one(gazetteer: Gazetteer) -> None:
    text = "He lives in Paris, Texas."
    places = found(text, "Paris, Texas", gazetteer=gazetteer)
    assert [text[slice(*place.span)] for place in places] == ["Paris", "Texas"]


def test_a_state_that_the_model_missed(gazetteer: Gazetteer) -> None:
    text = "A court in Portland, Maine, agreed."
    portland, maine = found(text, "Portland", gazetteer=gazetteer)
    assert text[slice(*maine.span)] == "Maine"
    assert portland.latitude == pytest.approx(43.66, abs=0.1)


def test_the_owner_contains(gazetteer: Gazetteer) -> None:
    text = "Floods hit Syria's Tripoli suburb and Lebanon's Tripoli."
    *_, lebanon, tripoli = found(text, "Syria", "Lebanon", "Tripoli", gazetteer=gazetteer)
    assert (lebanon.country, tripoli.country) == ("LBN", "LBN")


def test_a_place_that_only_the_words_put_somewhere(gazetteer: Gazetteer) -> None:
    """The gazetteer has a town of that name, but not there."""
    text = "A fire broke out in New Taipei City's Linkou District."
    city, district = found(text, "New Taipei City", "Linkou District", gazetteer=gazetteer)
    assert city.country == district.country == "TWN"
    assert district.name == "Linkou District"
    assert district.geonames_id is None
    assert district.latitude is not None
    assert district.longitude is not None
    assert great_circle(25.07, 121.4, district.latitude, district.longitude) < 40


def test_other_places_of_the_page_decide(gazetteer: Gazetteer) -> None:
    british = "Birmingham and Leeds and Manchester and Kent are in England."
    american = "Birmingham and Montgomery and Mobile and Tuscaloosa are in Alabama."
    first, *_ = found(
        british, "Birmingham", "Leeds", "Manchester", "Kent", "England", gazetteer=gazetteer
    )
    second, *_ = found(
        american,
        "Birmingham",
        "Montgomery",
        "Mobile",
        "Tuscaloosa",
        "Alabama",
        gazetteer=gazetteer,
    )
    assert (first.country, second.country) == ("GBR", "USA")


def test_a_name_has_one_bearer_on_a_page(gazetteer: Gazetteer) -> None:
    text = "Cambridge, Massachusetts, is old. Cambridge is not large."
    first, _, second = found(text, "Cambridge", "Massachusetts", "Cambridge", gazetteer=gazetteer)
    assert first.geonames_id == second.geonames_id
    assert first.country == "USA"


def test_unless_the_text_says_two(gazetteer: Gazetteer) -> None:
    text = "From Springfield, Illinois, to Springfield, Missouri."
    first, _, second, _ = found(
        text, "Springfield", "Illinois", "Springfield", "Missouri", gazetteer=gazetteer
    )
    assert first.geonames_id != second.geonames_id


def test_an_unknown_place_is_a_place_without_coordinates(gazetteer: Gazetteer) -> None:
    text = "From Qwertopolis they went on to Paris."
    unknown, paris = found(text, "Qwertopolis", "Paris", gazetteer=gazetteer)
    assert unknown.name == "Qwertopolis"
    assert (unknown.latitude, unknown.longitude, unknown.country) == (None, None, None)
    assert paris.country == "FRA"


def test_a_name_of_an_organisation_is_no_place(gazetteer: Gazetteer) -> None:
    text = "The New Taipei City Fire Department sent boats to Keelung."
    places = found(
        text, "Keelung", others=("New Taipei City Fire Department",), gazetteer=gazetteer
    )
    assert [place.name for place in places] == ["Keelung"]


def test_a_part_of_a_country_has_the_countrys_coordinates(gazetteer: Gazetteer) -> None:
    (place,) = found("Fighting in northern Syria went on.", "northern Syria", gazetteer=gazetteer)
    assert (place.country, place.name) == ("SYR", "Syria")


def test_what_is_near_a_town_has_no_number_of_the_town(gazetteer: Gazetteer) -> None:
    (place,) = found("Planes left Baghdad airport.", "Baghdad airport", gazetteer=gazetteer)
    assert (place.name, place.country, place.geonames_id) == ("Baghdad airport", "IRQ", None)


def test_a_dateline_names_a_place(gazetteer: Gazetteer) -> None:
    text = "KYIV, March 10 (Reuters) - Talks went on, a minister said."
    reading, (story,) = named(text)
    story = with_dateline(story, text, "KYIV, March 10 (Reuters)")
    (place,) = find_places("page", text, (story,), reading, gazetteer).places
    assert (place.name, text[slice(*place.span)]) == ("Kyiv", "KYIV")


def test_the_place_of_a_dateline(gazetteer: Gazetteer) -> None:
    text = "KYIV, March 10 (Reuters) - Talks in Minsk went on, a minister said."
    reading, (story,) = named(text, "Minsk")
    story = with_dateline(story, text, "KYIV, March 10 (Reuters)")
    places = find_places("page", text, (story,), reading, gazetteer)
    assert story.dateline is not None
    assert places.within(story.dateline.span) == places.places[0].id
    assert places.within(Span(30, 32)) is None


def test_another_story_does_not_decide(gazetteer: Gazetteer) -> None:
    first = "Birmingham waits. "
    second = "Montgomery, Mobile and Tuscaloosa are in Alabama."
    text = first + second
    reading, (story,) = named(text, "Birmingham", "Montgomery", "Mobile", "Tuscaloosa", "Alabama")
    stories = tuple(
        msgspec.structs.replace(story, id=name, span=Span(*span))
        for name, span in {"a": (0, len(first)), "b": (len(first), len(text))}.items()
    )
    alone = find_places("page", text, stories, reading, gazetteer).places[0]
    together = find_places("page", text, (story,), reading, gazetteer).places[0]
    assert (alone.country, together.country) == ("GBR", "USA")


def test_a_dateline_that_the_model_saw_too_is_one_place(gazetteer: Gazetteer) -> None:
    text = "KYIV, March 10 (Reuters) - Talks went on, a minister said."
    reading, (story,) = named(text, "KYIV")
    story = with_dateline(story, text, "KYIV, March 10 (Reuters)")
    assert len(find_places("page", text, (story,), reading, gazetteer).places) == 1


def test_ids_come_from_content(gazetteer: Gazetteer) -> None:
    text = "Kyiv is not Lviv."
    first = found(text, "Kyiv", "Lviv", gazetteer=gazetteer)
    assert first == found(text, "Kyiv", "Lviv", gazetteer=gazetteer)
    assert first[0].id != first[1].id


@given(
    st.text(alphabet="AIaeiou SNs'’,. \n-/()台北", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_any_names_in_any_text(
    gazetteer: Gazetteer, text: str, pairs: list[tuple[int, int]]
) -> None:
    spans = [Span(min(a, b), min(max(a, b), len(text))) for a, b in pairs]
    names = tuple(Name(span, "LOC") for span in sorted(spans) if span.start < span.end)
    places = find_places("page", text, (), Reading(names=names), gazetteer).places
    for place, after in pairwise(places):
        assert place.span.end <= after.span.start
    assert all(text[slice(*place.span)].strip() for place in places)


def test_the_beginning_of_an_organisations_name_is_no_place(gazetteer: Gazetteer) -> None:
    text = "The Keelung Harbour Bureau sent boats to Taichung."
    places = found(text, "Keelung", "Taichung", others=("Harbour Bureau",), gazetteer=gazetteer)
    assert [place.name for place in places] == ["Taichung"]


def test_a_town_of_which_nothing_speaks_but_its_name_is_not_located(gazetteer: Gazetteer) -> None:
    text = "From Chaplin they flew to Tokyo and Osaka in Japan."
    chaplin, *_ = found(text, "Chaplin", "Tokyo", "Osaka", "Japan", gazetteer=gazetteer)
    assert (chaplin.latitude, chaplin.country) == (None, None)


def test_a_longer_name_that_is_known_is_taken_whole(gazetteer: Gazetteer) -> None:
    text = "It snowed in Southern California and in Fresno, Calif. Nobody minded."
    whole, fresno, state = found(text, "California", "Fresno", "Calif", gazetteer=gazetteer)
    assert text[slice(*whole.span)] == "Southern California"
    assert text[slice(*state.span)] == "Calif."
    assert fresno.country == "USA"


def test_a_name_in_the_middle_of_a_list_of_many(gazetteer: Gazetteer) -> None:
    """Work grows with the page, not with its square: a long list of towns is still read."""
    towns = ["San Jose", "Springfield", "Paris", "Washington"] * 100
    text = ", ".join(towns)
    assert len(found(text, *towns, gazetteer=gazetteer)) == 400
