"""What is told in a statement is the speaker's claim, and some statements are events themselves."""

from __future__ import annotations

from onrecord.record import Act, When
from tests.meaning.events.parsed import Said, told

SHELLED = "Reyl/nsubj/said said/root Norra/nsubj/shelled had/aux/shelled shelled/ccomp/said " + (
    "Zemira/obj/shelled"
)
MUST = (
    "Reyl/nsubj/said said/root that/mark/withdraw Norra/nsubj/withdraw must/aux/withdraw "
    "withdraw/ccomp/said its/nmod:poss/troops troops/obj/withdraw"
)


def test_an_event_in_a_statement_is_a_claim() -> None:
    found = told(SHELLED, said=[Said("Reyl", "said", "Norra had shelled Zemira")])
    assert found.acts == ["norra ASSAULT zemira"]
    assert found.events[0].said_by == found.statements[0].id


def test_an_event_beside_a_statement_is_the_story_s_own() -> None:
    found = told(
        "Norra/nsubj/shelled shelled/root Zemira/obj/shelled",
        "Reyl/nsubj/said said/root he/nsubj/knew knew/ccomp/said",
        said=[Said("Reyl", "said", "he knew")],
    )
    assert [event.said_by for event in found.events] == [None]


def test_the_cue_of_a_statement_may_be_the_event() -> None:
    found = told(
        "Reyl/nsubj/condemned condemned/root Norra/obj/condemned as/case/weak weak/obl/condemned",
        said=[Said("Reyl", "condemned", "as weak")],
    )
    assert found.acts == ["reyl ACCUSE norra"]
    assert found.events[0].said_by == found.statements[0].id


def test_the_speaker_acts_where_the_cue_has_no_subject() -> None:
    found = told(
        "It/nsubj/was was/root//AUX terrible/xcomp/was/ADJ urging/advcl/was Norra/obj/urging "
        "to/mark/leave leave/xcomp/urging",
        said=[Said("It", "urging", "to leave", by=("reyl",))],
    )
    assert found.acts == ["reyl REQUEST norra"]


def test_of_statements_one_in_another_the_inner_one_tells_it() -> None:
    found = told(
        "Varga/nsubj/said said/root Reyl/nsubj/claimed claimed/ccomp/said Norra/nsubj/shelled "
        "had/aux/shelled shelled/ccomp/claimed Zemira/obj/shelled",
        said=[
            Said("Varga", "said", "Reyl claimed Norra had shelled Zemira"),
            Said("Reyl", "claimed", "Norra had shelled Zemira"),
        ],
    )
    assert [event.said_by for event in found.events] == [found.statements[1].id]


def test_what_others_must_do_is_asked_of_them() -> None:
    found = told(MUST, said=[Said("Reyl", "said", "that Norra must withdraw its troops")])
    assert found.acts == ["reyl REQUEST norra"]
    assert found.statuses == ["withdraw REQUEST happened"]


def test_what_others_must_do_is_nobody_s_demand_without_a_speaker() -> None:
    assert told(MUST).acts == []


def test_a_duty_without_an_event_word_is_a_demand_on_the_cue() -> None:
    found = told(
        "Norra/nsubj/grow must/aux/grow grow/ccomp/said up/advmod/grow Reyl/nsubj/said said/root",
        said=[Said("Reyl", "said", "Norra must grow up", toward=("ostany",))],
    )
    assert found.acts == ["reyl REQUEST norra"]
    (event,) = found.events
    assert (found.anchors(event), event.said_by) == ("said", found.statements[0].id)
    assert event.span == found.statements[0].span
    assert (event.cameo, event.confidence) == ("100", 0.75)


def test_a_duty_of_one_s_own_is_no_demand() -> None:
    found = told(
        "Reyl/nsubj/said said/root I/nsubj/grow must/aux/grow grow/ccomp/said up/advmod/grow",
        said=[Said("Reyl", "said", "I must grow up")],
        who={"i": "reyl"},
    )
    assert found.acts == []


GONE = "Reyl/nsubj/said said/root that/mark/gone time/nsubj/gone was/aux/gone gone/ccomp/said"


def test_acts_of_speech_without_event_words_go_to_the_addressees() -> None:
    content = "that time was gone"
    acts: tuple[tuple[Act, list[str]], ...] = (
        ("demand", []),  # a verb of demanding or "must" tells one
        ("refuse", ["reyl REJECT norra"]),
        ("threaten", ["reyl THREATEN norra"]),
        ("assert", []),
        ("deny", []),
    )
    for act, shown in acts:
        found = told(GONE, said=[Said("Reyl", "said", content, act=act, toward=("norra",))])
        assert found.acts == shown, act


def test_an_act_that_is_only_expected_is_no_event() -> None:
    said = Said("Reyl", "said", "that time was gone", act="demand", status="expected")
    assert told(GONE, said=[said]).acts == []


def test_an_act_that_a_word_tells_is_not_told_twice() -> None:
    found = told(
        "Reyl/nsubj/urged urged/root Norra/obj/urged to/mark/leave leave/xcomp/urged",
        said=[Said("Reyl", "urged", "to leave", act="demand", toward=("norra",))],
    )
    assert found.acts == ["reyl REQUEST norra"]


def test_day_and_place_of_an_event_are_those_of_its_word() -> None:
    day = When(value="2024-05-16", bound="on")
    found = told(SHELLED, days={"shelled": day, "said": day}, places={"shelled": "pl-kostar"})
    (event,) = found.events
    assert (event.date, event.place) == (day, "pl-kostar")
