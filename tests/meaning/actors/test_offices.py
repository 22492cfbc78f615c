"""Offices beside names: title, of whom, and whether still held."""

from __future__ import annotations

import pytest

from tests.meaning.actors.handmade import resolved


@pytest.mark.parametrize(
    ("source", "title", "of", "status"),
    [
        (
            "[NORP:Turkish] Minister of Foreign Affairs [PER:Ada Reyl] left.",
            "Minister of Foreign Affairs",
            "Turkey",
            "current",
        ),
        ("[NORP:Ukrainian] President [PER:Ada Reyl] left.", "President", "Ukraine", "current"),
        ("former [NORP:German] chancellor [PER:Ada Reyl] left.", "chancellor", "Germany", "former"),
        ("Acting Governor [PER:Ada Reyl] left.", "Governor", None, "acting"),
        ("President-elect [PER:Ada Reyl] left.", "President-elect", None, "designate"),
        (
            "The [ORG:Harbour Guard] (HG) spokesman [PER:Ada Reyl] left.",
            "spokesman",
            "Harbour Guard",
            "current",
        ),
        ("[PER:Ada Reyl], the mayor of [LOC:Lunden], left.", "mayor", None, "current"),
        ("[PER:Ada Reyl], president of [LOC:Ukraine], left.", "president", "Ukraine", "current"),
        ("[LOC:Russia]’s ambassador, [PER:Ada Reyl], left.", "ambassador", "Russia", "current"),
        ("Sen. [PER:Ada Reyl] left.", "Sen.", None, "current"),
    ],
)
def test_an_office(source: str, title: str, of: str | None, status: str) -> None:
    assert resolved(source).roles("Ada Reyl") == [(title, of, status)]


def test_an_office_of_another_person() -> None:
    page = resolved("""
        [NORP:Ukrainian] President [PER:Udo Brandt] was silent.
        [PER:Ada Reyl], [PER:Brandt]’s deputy chief of staff, was not.
        """)
    assert page.roles("Ada Reyl") == [("deputy chief of staff", "Udo Brandt", "current")]
    assert page.actor("Ada Reyl").country == "UKR"


def test_a_counterpart_has_the_same_office() -> None:
    page = resolved("""
        [NORP:Ukrainian] Minister of Trade [PER:Udo Brandt] left.
        With his [NORP:Russian] counterpart, [PER:Ada Reyl], he had not agreed.
        """)
    assert page.roles("Ada Reyl") == [("Minister of Trade", "Russia", "current")]
    assert page.actor("Ada Reyl").country == "RUS"
    assert page.actor("Ada Reyl").sectors == ("GOV",)


def test_an_office_belongs_to_the_next_name_and_not_to_the_last() -> None:
    page = resolved(
        "[PER:Udo Brandt], [NORP:German] Chancellor [PER:Ada Reyl] and [PER:Jan Moor] met."
    )
    assert page.roles("Udo Brandt") == []
    assert page.roles("Ada Reyl") == [("Chancellor", "Germany", "current")]
    assert page.roles("Jan Moor") == []


def test_an_office_behind_a_name_is_not_that_of_the_next() -> None:
    page = resolved(
        "With [PER:Udo Brandt], [LOC:Germany]’s chancellor, [PER:Ada Reyl] left the hall."
    )
    assert page.roles("Ada Reyl") == []


def test_who_is_backed_by_a_country_holds_no_office_of_it() -> None:
    page = resolved(
        "The [NORP:German]-backed president, [PER:Ada Reyl], left.",
        tagged="""
            The DET president det
            German ADJ backed obl:unmarked
            - PUNCT German punct
            backed VERB president amod
            president NOUN left nsubj
            , PUNCT president punct
            Ada PROPN president appos
            Reyl PROPN Ada flat
            , PUNCT president punct
            left VERB - root
            . PUNCT left punct
            """,
    )
    assert page.roles("Ada Reyl") == [("president", None, "current")]
    assert page.actor("Ada Reyl").country is None


def test_two_offices_in_one_apposition() -> None:
    page = resolved("[PER:Ada Reyl], a lawyer and spokeswoman for the [ORG:Harbour Guard], left.")
    assert [role[:2] for role in page.roles("Ada Reyl")] == [
        ("lawyer", None),
        ("spokeswoman", "Harbour Guard"),
    ]


def test_the_span_of_a_role_is_its_title() -> None:
    page = resolved("[NORP:Turkish] Prime Minister [PER:Ada Reyl] left.")
    (role,) = page.actor("Ada Reyl").roles
    assert page.text[role.span.start : role.span.end] == role.title == "Prime Minister"


def test_an_unknown_name_has_no_country() -> None:
    page = resolved("[PER:Ada Reyl] left.")
    assert page.actor("Ada Reyl").country is None
    assert page.actor("Ada Reyl").sectors == ()


def test_an_office_whose_field_has_an_article() -> None:
    page = resolved(
        "The minister of the economy, Mr. [PER:Udo Brandt], left",
        tagged="""
            The DET minister det
            minister NOUN left nsubj
            of ADP economy case
            the DET economy det
            economy NOUN minister nmod
            , PUNCT Udo punct
            Mr. PROPN Udo nmod:desc
            Udo PROPN minister appos
            Brandt PROPN Udo flat
            , PUNCT Udo punct
            left VERB - root
            """,
    )
    assert page.roles("Udo Brandt") == [("minister of the economy", None, "current")]
    assert page.who("The minister of the economy, Mr. Udo Brandt") == ["Udo Brandt"]


@pytest.mark.parametrize("office", ["lawyer", "spokesman", "aide"])
def test_the_lawyer_of_a_late_client_is_not_the_client(office: str) -> None:
    page = resolved(
        f"The {office} for the late [PER:Ada Reyl] left",
        tagged=f"""
            The DET {office} det
            {office} NOUN left nsubj
            for ADP Ada case
            the DET Ada det
            late ADJ Ada amod
            Ada PROPN {office} nmod
            Reyl PROPN Ada flat
            left VERB - root
            """,
    )
    assert page.roles("Ada Reyl") == []
    assert "Ada Reyl" not in page.who(f"The {office} for the late Ada Reyl")


def test_the_storys_one_holder_of_an_office_is_meant_by_it() -> None:
    source = """
        President [PER:Udo Brandt] left.
        The president was silent.
        """
    seldom = resolved(source, refers=[("The president", "left", 0.0), ("president", "left", 0.2)])
    assert seldom.who("The president") == ["Udo Brandt"]


def test_a_nameless_holder_of_an_office_is_the_one_who_is_named_later() -> None:
    page = resolved(
        """
        A judge has ruled.
        [NORP:German] Justice [PER:Udo Brandt] explained it.
        The judge was silent.
        """,
        refers=[("judge/1", "judge", 0.45)],
    )
    assert page.who("The judge") == ["Udo Brandt"]


def test_a_president_of_something_else_is_another_one() -> None:
    source = """
        President [PER:Udo Brandt] left.
        The president of the harbour club was silent
        """
    page = resolved(
        source,
        refers=[("president", "left", 0.2)],
        tagged="""
            The DET president det
            president NOUN silent nsubj
            of ADP club case
            the DET club det
            harbour NOUN club compound
            club NOUN president nmod
            was AUX silent cop
            silent ADJ - root
            """,
    )
    assert "Udo Brandt" not in page.who("The president of the harbour club")


def test_a_nameless_officer_who_is_surely_meant_is_no_other_who_is_named() -> None:
    page = resolved(
        """
        A judge shot a man.
        Judge [PER:Ada Reyl] spoke of it.
        The judge had missed.
        """,
        refers=[("judge/1", "judge", 0.9)],
    )
    assert "Ada Reyl" not in page.who("The judge")
