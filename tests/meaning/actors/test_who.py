"""Whom the words of a source stand for."""

from __future__ import annotations

from tests.meaning.actors.handmade import resolved

TALKS = """
    [NORP:German] Chancellor [PER:Udo Brandt] and Premier [PER:Jan Moor] met King [PER:Ad Reyl].
    The three leaders agreed to talk, a statement from [PER:Brandt]’s office said.
    """


def test_two_names_are_two_actors() -> None:
    page = resolved(TALKS)
    both = "German Chancellor Udo Brandt and Premier Jan Moor"
    assert page.who(both) == ["Udo Brandt", "Jan Moor"]


def test_so_many_leaders_are_those_of_the_sentence_before() -> None:
    assert resolved(TALKS).who("The three leaders") == ["Udo Brandt", "Jan Moor", "Ad Reyl"]


def test_so_many_leaders_of_whom_fewer_are_named_are_unknown() -> None:
    assert resolved(TALKS.replace("three", "five")).who("The five leaders") == []


def test_a_statement_speaks_for_whoever_made_it() -> None:
    assert resolved(TALKS).who("a statement from Brandt’s office") == ["Brandt’s office"]


def test_an_apposition_is_the_same_person() -> None:
    page = resolved("[PER:Ada Reyl], [PER:Udo Brandt]’s spokeswoman, said no.")
    assert page.who("Ada Reyl, Udo Brandt’s spokeswoman") == ["Ada Reyl"]


def test_a_relative_of_someone_is_someone_else() -> None:
    page = resolved("A cousin of [PER:Ada Reyl] said no, and [PER:Reyl]’s neighbour said yes.")
    assert "Ada Reyl" not in page.who("A cousin of Ada Reyl")
    assert "Ada Reyl" not in page.who("Reyl’s neighbour")


def test_the_aide_of_a_person_is_not_the_person() -> None:
    page = resolved("[PER:Ada Reyl] aides said no.")
    assert "Ada Reyl" not in page.who("Ada Reyl aides")


def test_a_pronoun_by_its_reference() -> None:
    page = resolved(
        """
        [PER:Ada Reyl] met [PER:Udo Brandt].
        She insisted. He did not.
        """,
        refers=[("She", "Reyl", 0.8), ("He", "Brandt", 0.3), ("He", "Reyl", 0.4)],
    )
    assert page.who("She") == ["Ada Reyl"]
    assert page.who("He") == ["Udo Brandt"]


def test_a_pronoun_without_reference_is_unknown() -> None:
    assert resolved("[PER:Ada Reyl] left.\nThen she spoke.").who("she") == []


def test_a_pronoun_that_may_mean_nobody_named_is_unknown() -> None:
    page = resolved("[PER:Udo Brandt] left.\nHe spoke.", refers=[("He", "Brandt", 0.1)])
    assert page.who("He") == []


def test_a_pronoun_may_mean_a_pronoun() -> None:
    page = resolved(
        "[PER:Udo Brandt] left.\nHe spoke.\nThen he slept.",
        refers=[("He", "Brandt", 0.9), ("he", "He", 0.9)],
    )
    assert page.who("he") == ["Udo Brandt"]


def test_it_is_no_person() -> None:
    page = resolved(
        "The [ORG:Harbour Guard] met [PER:Udo Brandt].\nIt said no.",
        refers=[("It", "Brandt", 0.6), ("It", "Guard", 0.3)],
    )
    assert page.who("It") == ["Harbour Guard"]


def test_the_minister_is_who_has_that_office() -> None:
    page = resolved("""
        Foreign Minister [PER:Ada Reyl] met [PER:Udo Brandt], a farmer.
        The minister said no. The farmer said yes.
        """)
    assert page.who("The minister") == ["Ada Reyl"]
    assert page.who("The farmer") == ["Udo Brandt"]


def test_of_two_ministers_the_reference_decides() -> None:
    source = """
        Foreign Minister [PER:Ada Reyl] met Trade Minister [PER:Udo Brandt].
        The minister said no.
        """
    assert resolved(source).who("The minister") == []
    decided = resolved(source, refers=[("minister", "Brandt", 0.7), ("minister", "Reyl", 0.1)])
    assert decided.who("The minister") == ["Udo Brandt"]


def test_a_minister_of_another_country_is_another_minister() -> None:
    page = resolved("""
        [NORP:Turkish] Foreign Minister [PER:Ada Reyl] spoke.
        The [NORP:Russian] minister listened.
        """)
    assert page.who("The Russian minister") == ["Russian minister"]


def test_a_spokesman_not_named_before_is_new() -> None:
    page = resolved("Spokesman [PER:Udo Brandt] left.\nA [NORP:Russian] spokesman said no.")
    assert page.who("A Russian spokesman") == ["Russian spokesman"]


def test_the_ministry_is_the_one_named() -> None:
    page = resolved("The [ORG:Ministry of Trade] met [ORG:Harbour Guard].\nThe ministry said no.")
    assert page.who("The ministry") == ["Ministry of Trade"]


def test_i_is_the_speaker() -> None:
    page = resolved("“I refuse,” [PER:Ada Reyl] said.")
    assert page.who("I", speaker=["Ada Reyl"]) == ["Ada Reyl"]
    assert page.who("I") == []


def test_we_are_nobody_known() -> None:
    page = resolved("“We refuse,” [PER:Ada Reyl] said.")
    assert page.who("We", speaker=["Ada Reyl"]) == []


def test_they_are_the_people_joined_by_and() -> None:
    page = resolved(
        """
        [PER:Ada Reyl] and [PER:Udo Brandt] met
        They agreed.
        """,
        refers=[("They", "Reyl", 0.6)],
        tagged="""
            Ada PROPN Reyl compound
            Reyl PROPN met nsubj
            and CCONJ Brandt cc
            Udo PROPN Brandt compound
            Brandt PROPN Reyl conj
            met VERB - root
            """,
    )
    assert page.who("They") == ["Ada Reyl", "Udo Brandt"]


def test_a_pronoun_is_not_the_subject_whose_object_it_is() -> None:
    page = resolved(
        """
        [PER:Jan Moor] left with [PER:Udo Brandt].
        Brandt warned him
        """,
        refers=[("him", "Brandt/1", 0.6), ("him", "Moor", 0.2)],
        tagged="""
            Brandt PROPN warned nsubj
            warned VERB - root
            him PRON warned obj
            """,
    )
    assert page.who("him") == ["Jan Moor"]


def test_a_pronoun_before_its_name() -> None:
    page = resolved(
        """
        The weather was bad.
        In his speech, [PER:Udo Brandt] said no.
        """,
        refers=[("his", "weather", 0.1)],
    )
    assert page.who("his") == ["Udo Brandt"]


def test_a_given_name_keeps_a_pronoun_from_the_other_gender() -> None:
    page = resolved(
        """
        [PER:Robert Moor] met [PER:Ada Reyl].
        She said no.
        """,
        refers=[("She", "Moor", 0.8), ("She", "Reyl", 0.1)],
    )
    assert page.who("She") == ["Ada Reyl"]


def test_who_signs_a_letter_says_i() -> None:
    page = resolved("""
        I refuse to pay.
        [PER:Udo Brandt].
        I would pay.
        [PER:Ada Reyl].
        """)
    assert page.who("I") == ["Udo Brandt"]
    assert page.who("I/1") == ["Ada Reyl"]


def test_who_is_introduced_at_the_end_says_i() -> None:
    page = resolved("I knew [PER:Jan Moor] well.\n[PER:Ada Reyl] is a writer in [LOC:Lunden].")
    assert page.who("I") == ["Ada Reyl"]


def test_the_agency_that_made_a_report_speaks() -> None:
    page = resolved(
        "A [ORG:Harbour Guard] report said no.\nData from the [ORG:River Office] agree."
    )
    assert page.who("A Harbour Guard report") == ["Harbour Guard"]
    assert page.who("Data from the River Office") == ["River Office"]


def test_a_title_before_a_name_is_no_second_speaker() -> None:
    page = resolved("[PER:Ada Reyl] campaign manager [PER:Udo Brandt] said no.")
    assert page.who("Ada Reyl campaign manager Udo Brandt") == ["Udo Brandt"]


def test_nothing_leaks_between_stories() -> None:
    page = resolved(
        """
        Foreign Minister [PER:Ada Reyl] left.
        --- The minister said she was [PER:Eva Moor].
        """,
        refers=[("she", "Reyl", 0.9)],
    )
    assert "Ada Reyl" not in page.who("The minister")
    assert "Ada Reyl" not in page.who("she")


def test_grammar_finds_the_subject_of_a_nominal_sentence() -> None:
    page = resolved(
        """
        [PER:Ada Reyl] is the mayor of Lunden
        The mayor said no.
        """,
        tagged="""
            Ada PROPN mayor nsubj
            Reyl PROPN Ada flat
            is AUX mayor cop
            the DET mayor det
            mayor NOUN - root
            of ADP Lunden case
            Lunden PROPN mayor nmod
            """,
    )
    assert page.who("The mayor") == ["Ada Reyl"]


def test_words_outside_every_story_mean_nobody() -> None:
    page = resolved("[PER:Ada Reyl] left.")
    assert page.found.who((500, 510)) == ()  # type: ignore[arg-type]


def test_a_page_without_names_has_no_actors() -> None:
    assert resolved("Rain fell all day.").found.actors == ()


def test_their_officials_are_not_of_one_country() -> None:
    page = resolved(
        """
        [LOC:Ukraine] met [LOC:Russia] in spring
        Their officials were silent.
        """,
        refers=[("Their", "Ukraine", 0.8)],
    )
    (officials,) = (actor for actor in page.found.actors if actor.kind == "group")
    assert officials.country is None
