"""Which place governs a verb or noun."""

from __future__ import annotations

import pytest

from onrecord.gazetteer import Gazetteer
from onrecord.meaning.places import find_places
from onrecord.record import Span
from tests.meaning.places.parsed import named, parsed


def test_a_place_that_the_verb_has(gazetteer: Gazetteer) -> None:
    sentence = "She/said/nsubj said/-/root Monday/said/obl in/Kyiv/case [Kyiv/said/obl]"
    assert parsed(sentence, gazetteer).where("said") == "Kyiv"


def test_a_place_that_the_occasion_has(gazetteer: Gazetteer) -> None:
    sentence = (
        "She/said/nsubj said/-/root in/interview/case an/interview/det interview/said/obl "
        "from/Kyiv/case [Kyiv/interview/nmod]"
    )
    assert parsed(sentence, gazetteer).where("said") == "Kyiv"


def test_where_the_hearers_are(gazetteer: Gazetteer) -> None:
    sentence = (
        "He/told/nsubj told/-/root reporters/told/obj in/Antalya/case [Antalya/reporters/nmod]"
    )
    assert parsed(sentence, gazetteer).where("told") == "Antalya"


def test_where_the_hearers_come_from_is_not_where_one_spoke(gazetteer: Gazetteer) -> None:
    sentence = (
        "He/told/nsubj told/-/root reporters/told/obj from/Antalya/case [Antalya/reporters/nmod]"
    )
    assert parsed(sentence, gazetteer).where("told") is None


def test_speaking_somewhere(gazetteer: Gazetteer) -> None:
    sentence = (
        "Speaking/said/advcl at/summit/case a/summit/det summit/Speaking/obl in/Ankara/case "
        "[Ankara/summit/nmod] he/said/nsubj said/-/root so/said/obj"
    )
    assert parsed(sentence, gazetteer).where("said") == "Ankara"


def test_the_town_of(gazetteer: Gazetteer) -> None:
    sentence = (
        "He/spoke/nsubj spoke/-/root in/town/case the/town/det town/spoke/obl of/Antalya/case "
        "[Antalya/town/nmod]"
    )
    assert parsed(sentence, gazetteer).where("spoke") == "Antalya"


@pytest.mark.parametrize("preposition", ["about", "to", "with", "for", "against"])
def test_other_prepositions_do_not_say_where(preposition: str, gazetteer: Gazetteer) -> None:
    sentence = f"He/spoke/nsubj spoke/-/root {preposition}/Kyiv/case [Kyiv/spoke/obl]"
    assert parsed(sentence, gazetteer).where("spoke") is None


def test_a_place_in_what_is_reported_does_not_count(gazetteer: Gazetteer) -> None:
    sentence = (
        "He/said/nsubj said/-/root fighting/went/nsubj went/said/ccomp on/went/advmod "
        "in/Kharkiv/case [Kharkiv/said/obl]"
    )
    assert parsed(sentence, gazetteer).where("said", outside="fighting went on in Kharkiv") is None
    assert parsed(sentence, gazetteer).where("said") == "Kharkiv"


def test_a_noun_of_an_event(gazetteer: Gazetteer) -> None:
    sentence = "The/talks/det talks/ended/nsubj in/Geneva/case [Geneva/talks/nmod] ended/-/root"
    assert parsed(sentence, gazetteer).where("talks") == "Geneva"
    assert parsed(sentence, gazetteer).where("ended") is None


def test_a_place_before_the_noun(gazetteer: Gazetteer) -> None:
    sentence = "[Geneva/talks/compound] talks/ended/nsubj ended/-/root"
    assert parsed(sentence, gazetteer).where("talks") == "Geneva"


def test_what_was_attacked(gazetteer: Gazetteer) -> None:
    sentence = "They/shelled/nsubj shelled/-/root [Mariupol/shelled/obj]"
    assert parsed(sentence, gazetteer).where("shelled") == "Mariupol"


def test_who_was_urged_is_not_where(gazetteer: Gazetteer) -> None:
    sentence = "They/urged/nsubj urged/-/root [Russia/urged/obj]"
    assert parsed(sentence, gazetteer).where("urged") is None


def test_the_nearest_of_two(gazetteer: Gazetteer) -> None:
    sentence = (
        "In/Turkey/case [Turkey/met/obl] they/met/nsubj met/-/root in/Antalya/case "
        "[Antalya/met/obl]"
    )
    assert parsed(sentence, gazetteer).where("met") == "Antalya"


def test_a_text_without_a_tree(gazetteer: Gazetteer) -> None:
    text = "She said in Kyiv that it was over."
    reading, stories = named(text, "Kyiv")
    places = find_places("page", text, stories, reading, gazetteer)
    assert places.where(Span(4, 8)) is None


def test_where_one_goes(gazetteer: Gazetteer) -> None:
    sentence = "He/flew/nsubj flew/-/root to/Warsaw/case [Warsaw/flew/obl]"
    assert parsed(sentence, gazetteer).where("flew") == "Warsaw"


def test_in_what_happened(gazetteer: Gazetteer) -> None:
    sentence = (
        "Ten/died/nsubj died/-/root in/attack/case an/attack/det attack/died/obl on/market/case "
        "a/market/det market/attack/nmod in/Kabul/case [Kabul/market/nmod]"
    )
    assert parsed(sentence, gazetteer).where("died") == "Kabul"


def test_what_is_called_for_is_not_where_one_called(gazetteer: Gazetteer) -> None:
    sentence = (
        "He/called/nsubj called/-/root for/talks/case talks/called/obl in/Geneva/case "
        "[Geneva/talks/nmod]"
    )
    assert parsed(sentence, gazetteer).where("called") is None


def test_a_place_beside_the_day(gazetteer: Gazetteer) -> None:
    sentence = (
        "She/said/nsubj said/-/root on/Wednesday/case Wednesday/said/obl from/Kyiv/case "
        "[Kyiv/Wednesday/nmod]"
    )
    assert parsed(sentence, gazetteer).where("said") == "Kyiv"


def test_beside_those_who_took_part(gazetteer: Gazetteer) -> None:
    sentence = (
        "He/told/nsubj told/-/root journalists/told/iobj after/talks/mark talks/told/obl "
        "with/envoy/case an/envoy/det envoy/talks/nmod in/Antalya/case [Antalya/envoy/nmod]"
    )
    assert parsed(sentence, gazetteer).where("told") == "Antalya"


def test_beside_the_day_of_the_occasion(gazetteer: Gazetteer) -> None:
    sentence = (
        "She/said/nsubj said/-/root in/interview/case an/interview/det interview/said/obl "
        "on/Wednesday/case Wednesday/interview/nmod from/Kyiv/case [Kyiv/Wednesday/nmod]"
    )
    assert parsed(sentence, gazetteer).where("said") == "Kyiv"
