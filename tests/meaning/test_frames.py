"""Labels linked wrongly: what cannot belong together in one statement is taken apart."""

from __future__ import annotations

from tests.meaning.labelled import labelled


def test_content_before_its_report_begins_with_its_sentence() -> None:
    page = labelled(
        "The port is open to all, “[t:but ships must pay,”] [s:Reyl] [c:told] reporters."
    )
    assert page.said() == [("Reyl", "told", "The port is open to all, “but ships must pay,”")]
    page = labelled("Norland indicated [t:it would open the strait], [s:Reyl] [c:said].")
    assert ("Reyl", "said", "Norland indicated it would open the strait") in page.said()


def test_the_words_of_the_page_before_a_content_stay_outside() -> None:
    page = labelled("In the end, [t:the port was open], [s:Reyl] [c:said].")
    assert page.said() == [("Reyl", "said", "the port was open")]
    page = labelled("But [t:the port was open], [s:Reyl] [c:said].")
    assert page.said() == [("Reyl", "said", "the port was open")]
    page = labelled("Reyl was short. [t:“The port is open,”] [s:she] [c:said].")
    assert page.said() == [("she", "said", "“The port is open,”")]


def test_a_speaker_of_another_sentence_is_let_go() -> None:
    page = labelled("[s:Brand] left the port early. [t:It was open], [c:said] officials.")
    (statement,) = page.statements()
    assert page.words(statement.speaker.span) != "Brand"


def test_unquoted_words_of_another_sentence_are_let_go() -> None:
    page = labelled(
        "[s:Reyl] [c:said] [t:the port was open]. Snow fell that day. [t:Crews went home]."
    )
    assert page.said() == [("Reyl", "said", "the port was open")]


def test_words_with_a_report_of_their_own_are_its_statement() -> None:
    page = labelled(
        """
        [t:“The port is open,”] [s:Reyl] [c:said].
        [t:Ships were waiting outside the strait], Minister Brand said.
        """
    )
    assert page.said() == [
        ("Reyl", "said", "“The port is open,”"),
        ("Minister Brand", "said", "Ships were waiting outside the strait"),
    ]
    assert page.statements()[1].confidence < page.statements()[0].confidence


def test_the_hearers_are_nothing_that_was_told() -> None:
    page = labelled("[t:The port is open], [s:Reyl] [c:told] [t:reporters after the meeting].")
    assert page.said() == [("Reyl", "told", "The port is open")]


def test_the_circumstances_are_nothing_that_was_told() -> None:
    page = labelled("[t:The port is open], [s:Reyl] [c:said] on Monday after [t:a ship had left].")
    assert page.said() == [("Reyl", "said", "The port is open")]


def test_a_cue_is_used_once() -> None:
    page = labelled("[t1:The port is open], [c1:[c2:said]] [s1:Reyl], who [t2:gave no names].")
    assert page.said() == [("Reyl", "said", "The port is open")]


def test_an_interview_is_no_content() -> None:
    page = labelled(
        "The port would open to all ships, [s:Reyl] [c:said in] [t:a Harbour Radio interview]."
    )
    assert page.said() == [("Reyl", "said in", "The port would open to all ships")]


def test_words_that_run_over_into_the_next_sentence_are_cut() -> None:
    page = labelled(
        "The port would open to all ships, [s:Reyl] [c:said] [t:yesterday in a post on X. "
        "Ships were waiting] outside."
    )
    assert page.said() == [("Reyl", "said", "The port would open to all ships")]
    page = labelled("[s:Reyl] [c:said] [t:the port was open. Ships were waiting] outside.")
    assert page.said() == [("Reyl", "said", "the port was open")]


def test_after_a_colon_the_next_paragraph_may_be_without_marks() -> None:
    page = labelled(
        """
        [s:Reyl] [c:added]:
        [t:The port is open to all ships and will stay so].
        """
    )
    assert page.said() == [("Reyl", "added", "The port is open to all ships and will stay so")]


def test_words_with_a_report_right_behind_them_are_not_of_a_later_one() -> None:
    page = labelled(
        "[t:“The port is closed,”] Minister Brand said, while [s:Reyl] [c:said] "
        "[t:“no ship will sail”]."
    )
    assert page.said() == [
        ("Minister Brand", "said", "“The port is closed,”"),
        ("Reyl", "said", "“no ship will sail”"),
    ]
