"""The day that governs a verb or a noun."""

from __future__ import annotations

from datetime import date

from tests.meaning.times.handmade import found, parsed


def test_a_time_of_the_verb_itself() -> None:
    page = parsed(
        "Reyl said on Wednesday that the army left on Monday.",
        """
        Reyl PROPN 2 nsubj
        said VERB 0 root
        on ADP 4 case
        Wednesday PROPN 2 obl
        that SCONJ 8 mark
        the DET 7 det
        army NOUN 8 nsubj
        left VERB 2 ccomp
        on ADP 10 case
        Monday PROPN 8 obl
        . PUNCT 2 punct
        """,
    )
    assert page.day("said") == ("2022-03-09", "on")
    assert page.day("left") == ("2022-03-07", "on")


def test_through_the_occasion() -> None:
    page = parsed(
        "Reyl said in a radio interview on Wednesday from Riga that all was well.",
        """
        Reyl PROPN 2 nsubj
        said VERB 0 root
        in ADP 6 case
        a DET 6 det
        radio NOUN 6 compound
        interview NOUN 2 obl
        on ADP 8 case
        Wednesday PROPN 6 nmod
        from ADP 10 case
        Riga PROPN 6 nmod
        that SCONJ 14 mark
        all PRON 14 nsubj
        was AUX 14 cop
        well ADJ 2 ccomp
        . PUNCT 2 punct
        """,
    )
    assert page.day("said") == ("2022-03-09", "on")


def test_the_day_of_another_act_is_not_that_of_the_verb() -> None:
    page = parsed(
        "Reyl spoke in the wake of an attack on Monday.",
        """
        Reyl PROPN 2 nsubj
        spoke VERB 0 root
        in ADP 5 case
        the DET 5 det
        wake NOUN 2 obl
        of ADP 8 case
        an DET 8 det
        attack NOUN 5 nmod
        on ADP 10 case
        Monday PROPN 8 nmod
        . PUNCT 2 punct
        """,
    )
    assert page.day("spoke") == ("2022-03-11", "not after")
    assert page.day("attack") == ("2022-03-07", "on")


def test_since_and_until_do_not_tell_the_day() -> None:
    page = parsed(
        "Reyl has refused since Monday.",
        """
        Reyl PROPN 3 nsubj
        has AUX 3 aux
        refused VERB 0 root
        since ADP 5 case
        Monday PROPN 3 obl
        . PUNCT 3 punct
        """,
    )
    assert page.day("refused") == ("2022-03-11", "not after")


def test_a_time_before_that_belongs_to_the_first_verb_whatever_the_tree() -> None:
    page = parsed(
        "Officials said Thursday that hackers struck.",
        """
        Officials NOUN 2 nsubj
        said VERB 0 root
        Thursday PROPN 6 obl:unmarked
        that SCONJ 6 mark
        hackers NOUN 6 nsubj
        struck VERB 2 ccomp
        . PUNCT 2 punct
        """,
    )
    assert page.day("said") == ("2022-03-10", "on")


def test_what_is_said_governs_nothing_outside_it() -> None:
    page = parsed(
        "At a forum on Monday, Reyl claimed taxes fell.",
        """
        At ADP 3 case
        a DET 3 det
        forum NOUN 9 obl
        on ADP 5 case
        Monday PROPN 3 nmod
        Reyl PROPN 7 nsubj
        claimed VERB 0 root
        taxes NOUN 9 nsubj
        fell VERB 7 ccomp
        . PUNCT 7 punct
        """,
    )
    assert page.day("claimed", outside=["taxes fell"]) == ("2022-03-07", "on")


def test_times_inside_what_is_said_do_not_count() -> None:
    page = parsed(
        "The army left on Monday, Reyl said.",
        """
        The DET 2 det
        army NOUN 3 nsubj
        left VERB 7 ccomp
        on ADP 5 case
        Monday PROPN 7 obl
        Reyl PROPN 7 nsubj
        said VERB 0 root
        . PUNCT 7 punct
        """,
    )
    assert page.day("said", outside=["The army left on Monday"]) == ("2022-03-11", "not after")


def test_a_participle_of_the_same_act() -> None:
    page = parsed(
        "Speaking on Wednesday, Reyl said he hoped.",
        """
        Speaking VERB 5 advcl
        on ADP 3 case
        Wednesday PROPN 1 obl
        Reyl PROPN 5 nsubj
        said VERB 0 root
        he PRON 7 nsubj
        hoped VERB 5 ccomp
        . PUNCT 5 punct
        """,
    )
    assert page.day("said") == ("2022-03-09", "on")


def test_verbs_joined_by_and_share_a_time_before_both() -> None:
    page = parsed(
        "The leaders yesterday spoke by phone and repeated their demand.",
        """
        The DET 2 det
        leaders NOUN 4 nsubj
        yesterday NOUN 4 obl:unmarked
        spoke VERB 0 root
        by ADP 6 case
        phone NOUN 4 obl
        and CCONJ 8 cc
        repeated VERB 4 conj
        their PRON 10 nmod:poss
        demand NOUN 8 obj
        . PUNCT 4 punct
        """,
    )
    assert page.day("repeated") == ("2022-03-10", "on")


def test_a_statement_of_a_day_that_itself_says() -> None:
    page = parsed(
        "A statement issued on Thursday said talks failed.",
        """
        A DET 2 det
        statement NOUN 6 nsubj
        issued VERB 2 acl
        on ADP 5 case
        Thursday PROPN 3 obl
        said VERB 0 root
        talks NOUN 8 nsubj
        failed VERB 6 ccomp
        . PUNCT 6 punct
        """,
    )
    assert page.day("said") == ("2022-03-10", "on")


def test_a_longer_stretch_is_a_bound() -> None:
    tree = """
        Reyl PROPN 2 nsubj
        said VERB 0 root
        last ADJ 4 amod
        week NOUN 2 obl:unmarked
        he PRON 6 nsubj
        hoped VERB 2 ccomp
        . PUNCT 2 punct
        """
    page = parsed("Reyl said last week he hoped.", tree)
    assert page.day("said") == ("2022-03-06", "not after")


def test_the_tree_tells_a_present_verb_that_looks_ahead() -> None:
    tree = """
        The DET 2 det
        ministers NOUN 3 nsubj
        meet VERB 0 root
        on ADP 5 case
        Tuesday PROPN 3 obl
        . PUNCT 3 punct
        """
    assert parsed("The ministers meet on Tuesday.", tree).value() == "2022-03-15"


def test_a_word_of_a_name_is_no_time() -> None:
    tree = """
        Reyl PROPN 2 nsubj
        told VERB 0 root
        Harbour PROPN 5 compound
        News PROPN 5 compound
        Sunday PROPN 2 obj
        . PUNCT 2 punct
        """
    page = parsed("Reyl told Harbour News Sunday.", tree, names=[("Harbour News Sunday", "ORG")])
    assert page.values() == []


def test_an_hour_without_a_day_is_no_ground_for_one() -> None:
    tree = """
        Reyl PROPN 2 nsubj
        spoke VERB 0 root
        at ADP 4 case
        noon NOUN 2 obl
        . PUNCT 2 punct
        """
    assert parsed("Reyl spoke at noon.", tree).day("spoke") == ("2022-03-11", "not after")


def test_without_words_of_a_reading_only_what_stands_close_counts() -> None:
    page = found("Reyl said in a statement on Wednesday that he, on Monday, had left.")
    assert page.day("said") == ("2022-03-09", "on")
    assert page.day("left") == ("2022-03-11", "not after")
    assert found("Reyl yesterday said so.").day("said") == ("2022-03-10", "on")


def test_without_a_time_the_day_of_publication_is_a_bound_if_it_is_known() -> None:
    assert found("Reyl said so.").day("said") == ("2022-03-11", "not after")
    assert found("Reyl said so.", published=None).day("said") is None
    assert found("Reyl said so on Monday.", published=None).day("said") is None
    page = found("Reyl said on March 3, 2021, that he hoped.", published=date(2021, 3, 9))
    assert page.day("said") == ("2021-03-03", "on")
