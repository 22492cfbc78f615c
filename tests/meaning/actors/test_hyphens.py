"""Words of several parts, joined by hyphens, in offices and before names."""

from __future__ import annotations

import pytest

from tests.meaning.actors.handmade import resolved

IN_LAW = """
    Her PRON brother nmod:poss
    brother NOUN told nsubj
    - PUNCT -law punct
    in ADP -law case
    -law PUNCT brother punct
    Udo PROPN brother appos
    Brandt PROPN Udo flat
    told VERB - root
    us PRON told obj
    """


@pytest.mark.parametrize("tagged", ["", IN_LAW])
def test_a_relative_by_marriage_is_whoever_is_named_after_it(tagged: str) -> None:
    page = resolved("Her brother-in-law [PER:Udo Brandt] told us", tagged=tagged)
    assert page.names == ["Udo Brandt"]
    assert page.who("Her brother-in-law Udo Brandt") == ["Udo Brandt"]


def test_he_may_be_a_relative_named_before() -> None:
    page = resolved(
        """
        Her brother-in-law [PER:Udo Brandt] told us
        He was glad.
        """,
        refers=[("He", "Brandt", 0.7)],
        tagged=IN_LAW,
    )
    assert page.who("He") == ["Udo Brandt"]


def test_a_title_goes_on_after_a_hyphen() -> None:
    page = resolved(
        "[PER:Ada Reyl], head teacher at the anti-noise school",
        tagged="""
            Ada PROPN - root
            Reyl PROPN Ada flat
            , PUNCT teacher punct
            head NOUN teacher compound
            teacher NOUN Ada appos
            at ADP school case
            the DET school det
            anti ADJ school amod
            - PUNCT anti punct
            noise NOUN school compound
            school NOUN teacher nmod
            """,
    )
    assert page.roles("Ada Reyl") == [("head teacher at the anti-noise school", None, "current")]


def test_a_name_ends_behind_its_hyphen_though_the_reading_cuts_it() -> None:
    page = resolved(
        "[PER:Karim al-Brell] said so",
        tagged="""
            Karim PROPN said nsubj
            al PROPN Karim flat
            -Brell PUNCT al punct
            said VERB - root
            so ADV said advmod
            """,
    )
    assert page.names == ["Karim al-Brell"]
