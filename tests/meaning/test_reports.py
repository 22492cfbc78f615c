from __future__ import annotations

import time
from dataclasses import replace

import pytest

from onrecord.meaning.statements import find_statements
from onrecord.reading.types import Reading
from onrecord.record import Sentence, Span, Story
from tests.meaning.labelled import labelled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Fish prices could double by June, the central bank warned on Monday.",
            ("the central bank", "warned", "Fish prices could double by June"),
        ),
        (
            "Talks would fail without a map, warned Ada Reyl, the envoy, in an interview.",
            ("Ada Reyl", "warned", "Talks would fail without a map"),
        ),
        (
            "But the crews had not been paid since May, she told reporters after the meeting.",
            ("she", "told", "the crews had not been paid since May"),
        ),
        (
            "The UN says 3,000 people have left the islands.",
            ("The UN", "says", "3,000 people have left the islands"),
        ),
        (
            "Speaking in Oslo, the Danish minister, Ada Reyl, said that the port was closed.",
            ("the Danish minister, Ada Reyl,", "said", "that the port was closed"),
        ),
        (
            "The port, the minister said, will be closed until Monday.",
            ("the minister", "said", "The port | will be closed until Monday"),
        ),
    ],
)
def test_reports_that_no_model_has_seen(text: str, said: tuple[str, str, str]) -> None:
    assert labelled(text).said() == [said]


@pytest.mark.parametrize(
    "text",
    [
        "After the long meeting in Oslo, she said on Monday.",
        "Asked about the harbour, the minister said nothing.",
        "The minister, who was said to be ill, sailed home.",
        "She said goodbye to the crews.",
        "When he was told, the minister left.",
    ],
)
def test_what_is_no_report(text: str) -> None:
    assert labelled(text).said() == []


def test_a_cue_gets_the_speaker_beside_it() -> None:
    page = labelled("Minister Ada Reyl met the crews and [c:stressed] [t:that they must be paid].")
    assert page.said() == [("Minister Ada Reyl", "stressed", "that they must be paid")]


def test_a_link_does_not_jump_over_another_report() -> None:
    page = labelled(
        "[s1:Ada Reyl] [c1:said]: [t1:“It is a good port.”] [s2:Tom Brand] [c2:said] "
        "[t2:he agreed]. [t1:“It is deep. It is also safe.”]"
    )
    assert page.said() == [
        ("Ada Reyl", "said", "“It is a good port.”"),
        ("Tom Brand", "said", "he agreed | “It is deep. It is also safe.”"),
    ]


def test_pieces_of_one_quotation_are_one() -> None:
    page = labelled("[s:Reyl] [c:said]: [t:“It is deep.] However, [t:it is not safe.”]")
    assert page.said() == [("Reyl", "said", "“It is deep. However, it is not safe.”")]


def test_what_stands_before_a_colon_is_no_content() -> None:
    page = labelled("[t:Thanking the crews], [s:she] [c:said]: [t:“We will sail.”]")
    assert page.said() == [("she", "said", "“We will sail.”")]


def test_when_and_where_are_no_content() -> None:
    page = labelled(
        "[t:The port was open], [s:Reyl] [c:said] [t:after the meeting with her crews in Oslo]."
    )
    assert page.said() == [("Reyl", "said", "The port was open")]


def test_a_headline_is_not_said_in_the_paragraph_after_it() -> None:
    page = labelled(
        """
        # Reyl and the ships: [t:they will sail “at once”]
        [s:Ada Reyl] [c:has confirmed] the plan. [t:“They sail at once.”]
        """
    )
    assert "they will sail “at once”" not in [content for _, _, content in page.said()]


def test_words_of_nobody_are_left_out_unless_they_are_quoted() -> None:
    source = "[t1:The ship] [c1:is known as] [t1:the old lady]. [t2:“She sails at dawn.”]"
    doubtful, sure = labelled(source, score=0.2), labelled(source, score=0.9)
    assert [content for _, _, content in doubtful.said()] == ["“She sails at dawn.”"]
    assert len(sure.said()) == 2


def test_a_speaker_with_an_apposition_before_a_quotation() -> None:
    page = labelled(
        "Ada Reyl, the former envoy of the island council to the north, said: "
        "“The port would be a good place if the terms can be agreed.”"
    )
    ((speaker, cue, _),) = page.said()
    assert (speaker, cue) == (
        "Ada Reyl, the former envoy of the island council to the north,",
        "said",
    )


def test_what_was_asked_about_is_not_said() -> None:
    page = labelled("[c1:Asked about] [t1:the row], [s2:Reyl] [c2:said] [t2:that it was over].")
    assert page.said() == [("Reyl", "said", "that it was over")]


def test_who_says_it_in_a_clause_of_its_own() -> None:
    page = labelled(
        "[t1:Patrols would go on], [s1:the council] [c1:said] after a Danish sailor reached the "
        "port on a raft, [c2:saying] [t2:he “came in peace.”]"
    )
    said, saying = page.reading.attributions
    shared = Reading(page.reading.sentences, (said, replace(saying, source=said.source)))
    found = replace(page, reading=shared).said()
    assert found == [
        ("the council", "said", "Patrols would go on"),
        ("a Danish sailor", "saying", "he “came in peace.”"),
    ]


def test_a_day_is_no_part_of_the_speaker() -> None:
    page = labelled("[s:The council on Sunday] [c:said] [t:patrols would go on].")
    assert page.said() == [("The council", "said", "patrols would go on")]


def test_each_quotation_with_its_own_report_keeps_it() -> None:
    page = labelled("“We will open the port,” Ada Reyl said. “We will close the port,” Brand said.")
    assert [speaker for speaker, _, _ in page.said()] == ["Ada Reyl", "Brand"]


def test_a_question_reports_nothing() -> None:
    page = labelled(
        """
        REYL: The port is open to all of you today.
        QUESTION: Does the minister believe that the crews are safe?
        REYL: I do believe that they are all safe.
        """
    )
    assert not [s for s in page.statements() if s.inside and s.act == "other"]


@pytest.mark.parametrize("separator", [" ", "\n"])
def test_time_grows_with_the_length_and_no_faster(separator: str) -> None:
    def seconds(count: int) -> float:
        text = separator.join(["“We will open the port again now,” Reyl said."] * count)
        story = Story(id="s", kind="article", span=Span(0, len(text)))
        size = len(text) // count + 1
        spans = [Span(i * size, i * size + size - 1) for i in range(count)]
        sentences = tuple(Sentence(span=span) for span in spans)
        began = time.process_time()
        statements = find_statements("page", text, [story], Reading(sentences, ()))
        assert len(statements) == count
        return time.process_time() - began

    seconds(10)
    assert seconds(2000) < 40 * (seconds(200) + 0.01)


def test_a_threat_reported_is_no_threat_of_the_one_who_reports_it() -> None:
    page = labelled("[t:Brand indicated he would continue the attacks], [s:Reyl] [c:said].")
    outer, inner = sorted(page.statements(), key=lambda s: s.inside is not None)
    assert (outer.act, inner.act) == ("assert", "threaten")


def test_a_name_before_a_list_of_charges_does_not_speak() -> None:
    page = labelled(
        "Officers arrested two men at the harbour on Monday.\n"
        "[s1:Ada B. Reyl][c1::] [t1:Two counts of fraud, one of arson, held without bond]"
    )
    assert page.said() == []


def test_a_name_before_a_quotation_speaks() -> None:
    page = labelled("[s1:Ada Reyl][c1::] [t1:“The harbour stays open until the talks are over.”]")
    assert page.said() == [("Ada Reyl", ":", "“The harbour stays open until the talks are over.”")]
