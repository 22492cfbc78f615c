"""Mentions by name: who is one, and who is not."""

from __future__ import annotations

from tests.meaning.actors.handmade import resolved


def test_a_surname_is_short_for_the_full_name() -> None:
    page = resolved("""
        [PER:Reyl] leaves for the talks
        [PER:Ada Reyl] left on Monday. Ms. [PER:Reyl]’s plane landed late.
        """)
    assert page.names == ["Ada Reyl"]
    assert page.mentions("Ada Reyl") == ["Reyl", "Ada Reyl", "Reyl"]


def test_a_married_couple_stays_two() -> None:
    page = resolved("""
        [PER:Tom Reyl] came with his wife, [PER:Ada Reyl].
        Mrs. [PER:Reyl] spoke first, and Mr. [PER:Reyl] listened.
        """)
    assert page.mentions("Ada Reyl") == ["Ada Reyl", "Reyl"]
    assert page.mentions("Tom Reyl") == ["Tom Reyl", "Reyl"]


def test_of_two_with_one_surname_the_reference_decides() -> None:
    page = resolved(
        """
        [PER:Jan Brandt] met [PER:Udo Brandt] in March.
        Later [PER:Brandt] resigned.
        """,
        refers=[("Brandt/2", "Brandt/1", 0.8), ("Brandt/2", "Brandt", 0.1)],
    )
    assert page.mentions("Udo Brandt") == ["Udo Brandt", "Brandt"]


def test_father_and_son_are_two() -> None:
    page = resolved("[PER:Tom Reyl] Jr. praised [PER:Tom Reyl], his father.")
    assert page.names == ["Tom Reyl Jr.", "Tom Reyl"]


def test_initials_short_given_names_and_accents_do_not_part_a_person() -> None:
    page = resolved("""
        [PER:José A. Marín] spoke. [PER:Jose Marin] left.
        [PER:Robert Stone] spoke. [PER:Bob Stone] left.
        """)
    assert page.names == ["José A. Marín", "Robert Stone"]


def test_a_surname_that_was_not_marked_is_found() -> None:
    page = resolved("""
        [PER:Ada Reyl] arrived.
        Nobody met Reyl at the station.
        """)
    assert page.mentions("Ada Reyl") == ["Ada Reyl", "Reyl"]


def test_an_acronym_in_brackets_is_the_same_body() -> None:
    page = resolved("""
        The [ORG:River Authority Council] ([ORG:RAC]) met. The [ORG:RAC] will meet again.
        The [ORG:Harbour Guard]’s (HG) ships left. HG is small.
        """)
    assert page.mentions("River Authority Council") == ["River Authority Council", "RAC", "RAC"]
    assert page.mentions("Harbour Guard")[:2] == ["Harbour Guard", "HG"]


def test_another_script_in_brackets_is_another_form() -> None:
    page = resolved("[PER:Lin Mei-hua] (林美華) said no.")
    assert page.mentions("Lin Mei-hua") == ["Lin Mei-hua", "林美華"]


def test_a_body_is_not_its_neighbour() -> None:
    page = resolved("The [ORG:National Bank] sued the [ORG:National Council].")
    assert page.names == ["National Bank", "National Council"]


def test_a_capital_that_acts_is_its_country() -> None:
    page = resolved("""
        [LOC:Moscow] accused [LOC:Ukraine] of delay, and the [ORG:Kremlin] said no more.
        Snow fell in [LOC:Moscow] while [LOC:Russia] waited.
        """)
    assert page.mentions("Russia") == ["Moscow", "Kremlin", "Russia"]
    assert page.actor("Russia").kind == "country"
    assert page.actor("Russia").country == "RUS"


def test_a_country_where_something_happens_does_not_act() -> None:
    page = resolved("[PER:Ada Reyl] landed in [LOC:Turkey] and thanked [LOC:Ukraine].")
    assert page.mentions("Ukraine") == ["Ukraine"]
    assert page.names == ["Ada Reyl", "Turkey", "Ukraine"]


def test_a_demonym_makes_a_group_of_its_noun() -> None:
    page = resolved("[NORP:Russian] forces withdrew, and [LOC:US] officials were glad.")
    assert page.actor("Russian forces").kind == "group"
    assert page.actor("Russian forces").country == "RUS"
    assert page.actor("US officials").country == "USA"


def test_stories_share_full_names_and_nothing_else() -> None:
    page = resolved("""
        [PER:Ada Reyl] met [PER:Udo Brandt].
        --- [PER:Ada Reyl] was born in a village. [PER:Brandt] sells shoes.
        """)
    assert page.mentions("Ada Reyl") == ["Ada Reyl", "Ada Reyl"]
    assert page.mentions("Udo Brandt") == ["Udo Brandt"]
    assert page.mentions("Brandt") == ["Brandt"]


def test_ids_come_from_the_page() -> None:
    source = "[PER:Ada Reyl] met [PER:Udo Brandt]."
    one, other = resolved(source), resolved(source)
    assert [a.id for a in one.found.actors] == [a.id for a in other.found.actors]
    assert len({a.id for a in one.found.actors}) == 2


def test_a_name_of_several_pieces_is_one() -> None:
    page = resolved("""
        The [LOC:New Lunden] [ORG:Fire Department] left. [PER:Ada] [PER:Reyl] stayed.
        The [ORG:Harbour Department] of Trade and Labour said no.
        """)
    assert page.names == ["New Lunden Fire Department", "Ada Reyl", "Harbour Department of Trade"]


def test_a_minister_labelled_as_a_place_is_a_person() -> None:
    page = resolved("Foreign Minister [LOC:Orhan Tekin] spoke at the [PER:Sandy Shoal].")
    assert page.actor("Orhan Tekin").kind == "person"
    assert page.names == ["Orhan Tekin"]


def test_a_subject_that_the_reading_missed() -> None:
    page = resolved(
        "Harbourwatch said no",
        tagged="""
            Harbourwatch PROPN said nsubj
            said VERB - root
            no INTJ said obj
            """,
    )
    assert page.names == ["Harbourwatch"]


def test_people_of_no_country_and_no_office_are_left_out() -> None:
    page = resolved("A woman met the police and a [NORP:Chinese] man.")
    assert page.names == ["police", "Chinese man"]


def test_an_acronym_labelled_as_a_place_is_the_body_it_is_short_for() -> None:
    page = resolved("The [ORG:Harbour Revenue Service] paid. The [LOC:H.R.S.] did not.")
    assert page.mentions("Harbour Revenue Service") == ["Harbour Revenue Service", "H.R.S."]
