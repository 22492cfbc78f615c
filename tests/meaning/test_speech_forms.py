"""What is found by the form of a page, where labels are missing."""

from __future__ import annotations

import pytest

from tests.meaning.labelled import labelled

REYL = "[s1:Ada Reyl] [c1:said] [t1:that the port was open]."


def test_a_quotation_in_its_own_sentence_belongs_to_the_speaker_before() -> None:
    page = labelled("[t:“The port is open,”] [s:Reyl] [c:said]. “Ships may come and go.”")
    assert page.said() == [("Reyl", "said", "“The port is open,” | “Ships may come and go.”")]


def test_a_quotation_before_one_with_a_speaker_in_the_same_paragraph() -> None:
    page = labelled("“Ships may come and go again.” [t:“It is open,”] [s:Reyl] [c:said].")
    assert page.said() == [("Reyl", "said", "“Ships may come and go again.” | “It is open,”")]


def test_a_quotation_in_the_next_paragraph() -> None:
    page = labelled(
        """
        [t:“The port is open,”] [s:Reyl] [c:said].
        “Ships may come and go as they please.”
        """
    )
    (statement,) = page.statements()
    assert len(statement.content) == 2
    assert statement.confidence < 0.9


def test_a_speech_over_several_paragraphs() -> None:
    page = labelled(
        """
        [s:Reyl] [c:said]: [t:“The port is open now.]
        “Ships may come and go as they please.
        “Nobody will stop them.”
        “Somebody else said this to all of us.” A crowd cheered.
        """
    )
    first, second = page.statements()
    assert len(first.content) == 3
    assert second.speaker.span is None


def test_after_a_colon_the_next_paragraph_is_quoted() -> None:
    page = labelled(
        """
        [s:Reyl] [c:had] [t:a clear message] for her crews:
        “Ships may come and go as they please.”
        """
    )
    assert page.said()[0][2] == "a clear message | “Ships may come and go as they please.”"


def test_two_speakers_before_leave_the_quotation_alone() -> None:
    page = labelled(
        """
        [t1:“It is open,”] [s1:Reyl] [c1:said]. [t2:“It is shut,”] [s2:Brand] [c2:said].
        “Ships may come and go as they please.”
        """
    )
    assert page.said()[2] == (None, "", "“Ships may come and go as they please.”")


def test_he_said_beside_a_quotation() -> None:
    page = labelled(
        """
        “The port is open now,” Reyl said. Ships left.
        “It will stay so for good,” added the minister.
        She told reporters: “I am not going anywhere today.”
        """
    )
    assert page.said() == [
        ("Reyl", "said", "“The port is open now,”"),
        ("the minister", "added", "“It will stay so for good,”"),
        ("She", "told", "“I am not going anywhere today.”"),
    ]
    assert all(s.confidence < 0.9 for s in page.statements())


@pytest.mark.parametrize(
    "text",
    [
        "She held the so-called “right of passage” for a joke.",
        "Her last novel, “The Ships That Came Home Again,” sold well.",
        "“The Ships That Came Home Again” is her last novel.",
        "“No,” it said.",
        "# “Ships may come and go as they please”",
        "! “Ships may come and go as they please.” Photo: A.",
        "The workers’ rights are Norway’s concern, and the ‘90s are over.",
    ],
)
def test_what_is_no_speech(text: str) -> None:
    assert all(s.speaker.span is not None for s in labelled(text).statements())
    assert "“The Ships That Came Home Again" not in str(labelled(text).said())


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "[s:Reyl] [c:said] [t:Brand told her that ships would leave].",
            ("Brand", "told", "that ships would leave"),
        ),
        (
            "[s:Reyl] [c:said] [t:that the minister had said that ships would leave].",
            ("the minister", "had said", "that ships would leave"),
        ),
        (
            "[t:Norland indicated it would open the strait], [s:Reyl] [c:said].",
            ("Norland", "indicated", "it would open the strait"),
        ),
        (
            "[s:Yesterday’s report] [c:says] [t:that Brand demanded that ships leave].",
            ("Brand", "demanded", "that ships leave"),
        ),
        (
            "[t:“He told me, ‘Ships will leave,’ and hung up,”] [s:Reyl] [c:said].",
            ("He", "told", "‘Ships will leave,’"),
        ),
        (
            "[s:Reyl] [c:denied] [t:Brand’s claim that ships had left].",
            ("Brand’s", "claim", "that ships had left"),
        ),
        ("[s:Reyl] [c:said] [t:she told this story to her crews].", None),
        ("[s:Reyl] [c:said] [t:the claims court would sit on Monday].", None),
        ("[s:Reyl] [c:said] [t:that when he said nothing, nobody spoke].", None),
    ],
)
def test_statements_inside_statements(text: str, inner: tuple[str, str, str] | None) -> None:
    page = labelled(text)
    outer = next(s for s in page.statements() if s.inside is None)
    nested = [s for s in page.statements() if s.inside is not None]
    if inner is None:
        assert nested == []
        return
    (found,) = nested
    assert found.inside == outer.id
    assert found.confidence < outer.confidence
    assert inner in page.said()


def test_a_label_inside_another_is_nested() -> None:
    page = labelled("[t1:[s2:Brand] [c2:warned] [t2:that ships would leave]], [s1:Reyl] [c1:said].")
    outer = next(s for s in page.statements() if s.inside is None)
    (inner,) = [s for s in page.statements() if s.inside is not None]
    assert page.words(outer.speaker.span) == "Reyl"
    assert inner.inside == outer.id


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("Reyl: no progress in talks", ("Reyl", ":", "no progress in talks")),
        ("‘No progress’ in talks: Reyl", ("Reyl", ":", "‘No progress’ in talks")),
        ("Minister Brand: ships must leave", ("Minister Brand", ":", "ships must leave")),
        ("Tom Brandvold: ‘We go home’", ("Tom Brandvold", ":", "‘We go home’")),
    ],
)
def test_headlines_with_a_colon(headline: str, said: tuple[str, str, str]) -> None:
    assert labelled(f"# {headline}\n{REYL}").said()[0] == said


@pytest.mark.parametrize(
    "headline",
    [
        "NO HUMAN ERROR: Ships may leave",
        "WATCH: Reyl speaks to crews",
        "ANALYSIS: why the talks failed",
        "Analysis: why the talks failed",
        "Correction: the port was shut",
        "Photo: Reyl with crews",
        "Doors open at 10:30 on Monday",
        "Odds of 3:1 against a truce",
        "The strait: a history of ships",
        "Harbour Watch: the week in ships",
        "What we know: ships and a storm",
        "Read more: Ships leave the port",
    ],
)
def test_kickers_labels_and_ratios_do_not_speak(headline: str) -> None:
    page = labelled(f"# {headline}\n{REYL}")
    assert [speaker for speaker, _, _ in page.said()] == ["Ada Reyl"]


def test_a_dash_and_a_name_after_a_quotation() -> None:
    page = labelled(
        """
        “The fee will fall for every ship.” — Commissioner Ada Reyl
        “Ports are for people who work in them.”
        — Tom Brandvold, head of the crews’ union
        """
    )
    assert page.said() == [
        ("Commissioner Ada Reyl", "—", "“The fee will fall for every ship.”"),
        (
            "Tom Brandvold, head of the crews’ union",
            "—",
            "“Ports are for people who work in them.”",
        ),
    ]


def test_and_from() -> None:
    page = labelled(
        """
        The fees fell. And from Chair Ada Reyl: “The fee will fall for every ship.”
        And from Commissioner Brandvold:
        “Ports are for people who work in them.”
        """
    )
    assert page.said() == [
        ("Chair Ada Reyl", "from", "“The fee will fall for every ship.”"),
        ("Commissioner Brandvold", "from", "“Ports are for people who work in them.”"),
    ]


def test_according_to() -> None:
    page = labelled(
        """
        According to the ministry, ships left the port on Monday.
        The strait is shut, according to Ada Reyl.
        """
    )
    assert page.said() == [
        ("the ministry", "According to", "ships left the port on Monday"),
        ("Ada Reyl", "according to", "The strait is shut"),
    ]


TRANSCRIPT = """
# Remarks after the talks
REYL: Thank you all for coming. The port is open.
Ships may leave today, and they will.
QUESTION: Will you go back to the talks?
REYL: [s1:Brand] [c1:told] me [t1:that ships would leave], and I believe him.
"""


def test_transcripts_turn_by_turn() -> None:
    page = labelled(TRANSCRIPT)
    turns = [s for s in page.statements() if s.inside is None]
    assert [page.words(s.speaker.span) for s in turns] == ["REYL", "QUESTION", "REYL"]
    assert [s.kind for s in turns] == ["direct"] * 3
    assert turns[1].act == "ask"
    assert [page.words(c) for c in turns[0].content] == [
        "Thank you all for coming. The port is open",
        "Ships may leave today, and they will",
    ]
    (inner,) = [s for s in page.statements() if s.inside is not None]
    assert inner.inside == turns[2].id
    assert page.words(inner.speaker.span) == "Brand"


def test_questions_and_answers() -> None:
    page = labelled(
        """
        Q: Will the port be open on Monday?
        A: Yes, it will be open to all.
        Q: And what of the ships?
        A: They will leave when they like.
        """
    )
    assert [speaker for speaker, _, _ in page.said()] == ["Q", "A", "Q", "A"]


@pytest.mark.parametrize(
    "text",
    [
        "Reyl: 547\nBrand: 12\nReyl: 600\nBrand: 14",
        "Date: Monday\nPlace: the port\nCost: nothing at all",
        "Note: the port is open today.\nUpdate: ships have now left.\nNote: it is shut again.",
    ],
)
def test_lists_are_no_transcripts(text: str) -> None:
    assert labelled(text).statements() == ()
