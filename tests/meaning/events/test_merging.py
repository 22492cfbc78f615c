"""One event told twice is one event; two events that only look alike are two."""

from __future__ import annotations

import pytest

from onrecord.meaning.events.merging import merged
from onrecord.record import Event, Span, When
from tests.meaning.events.parsed import Said, told

SHELLED = "Norra/nsubj/shelled shelled/root Zemira/obj/shelled"
SHELLING = (
    "The/det/shelling shelling/nsubj/shocked of/case/Zemira Zemira/nmod/shelling by/case/Norra "
    "Norra/nmod/shelling shocked/root Ostany/obj/shocked"
)
BOMBED = "Norra/nsubj/bombed bombed/root Zemira/obj/bombed"
MET = "Varga/nsubj/met met/root Reyl/obj/met"
TALKS = "The/det/talks talks/nsubj/ended of/case/Varga Varga/nmod/talks and/cc/Reyl " + (
    "Reyl/conj/Varga ended/root"
)


def test_a_verb_and_its_noun_in_another_sentence_are_one_event() -> None:
    found = told(SHELLED, SHELLING)
    assert found.acts == ["norra ASSAULT zemira"]
    assert found.anchors(found.events[0]) == "shelled | shelling"


def test_the_first_telling_gives_id_and_span() -> None:
    once, twice = told(SHELLED).events, told(SHELLED, SHELLING).events
    assert [(e.id, e.span) for e in once] == [(e.id, e.span) for e in twice]


def test_sides_that_one_telling_leaves_out_come_from_the_other() -> None:
    found = told("Zemira/nsubj:pass/shelled was/aux:pass/shelled shelled/root", SHELLED)
    assert found.acts == ["norra ASSAULT zemira"]


def test_a_meeting_told_by_other_words_is_one() -> None:
    found = told(MET, TALKS)
    assert found.acts == ["varga+reyl CONSULT"]
    assert found.anchors(found.events[0]) == "met | talks"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(SHELLED, "Norra/nsubj/shelled shelled/root Ostany/obj/shelled", id="others"),
        pytest.param(SHELLED, "Norra/nsubj/arrested arrested/root Reyl/obj/arrested", id="types"),
        pytest.param(SHELLED, BOMBED, id="modes"),
        pytest.param(
            SHELLED,
            "Norra/nsubj/shell did/aux/shell not/advmod/shell shell/root Zemira/obj/shell",
            id="denied",
        ),
        pytest.param(
            "Reyl/nsubj/urged urged/root Norra/obj/urged to/mark/leave leave/xcomp/urged",
            "Reyl/nsubj/urged urged/root Norra/obj/urged to/mark/leave leave/xcomp/urged",
            id="speech",
        ),
        pytest.param(
            MET, "Varga/nsubj/met met/root Reyl/obj/met and/cc/Lind Lind/conj/Reyl", id="meetings"
        ),
    ],
)
def test_two_events_stay_two(first: str, second: str) -> None:
    assert len(told(first, second).events) == 2


def test_two_stories_share_no_event() -> None:
    found = told(SHELLED, f"--- {SHELLING}")
    assert [event.story for event in found.events] == ["story0", "story1"]


def test_another_day_is_another_event() -> None:
    monday, tuesday = (When(value=f"2024-05-{day}", bound="on", time="t") for day in (13, 14))
    apart = told(SHELLED, SHELLING, days={"shelled": monday, "shelling": tuesday})
    assert [event.date for event in apart.events] == [monday, tuesday]


def test_a_day_that_is_known_stands_for_a_day_not_later() -> None:
    by_tuesday = When(value="2024-05-14", bound="not after")
    monday = When(value="2024-05-13", bound="on", time="t")
    found = told(SHELLED, SHELLING, days={"shelled": by_tuesday, "shelling": monday})
    assert [event.date for event in found.events] == [monday]


def test_a_day_after_the_last_possible_one_is_another_event() -> None:
    by_monday = When(value="2024-05-13", bound="not after")
    tuesday = When(value="2024-05-14", bound="on", time="t")
    found = told(SHELLED, SHELLING, days={"shelled": by_monday, "shelling": tuesday})
    assert [event.date for event in found.events] == [by_monday, tuesday]


def test_a_claim_that_the_story_tells_too_is_no_mere_claim() -> None:
    claimed = (
        "Reyl/nsubj/said said/root Norra/nsubj/shelled had/aux/shelled shelled/ccomp/said "
        "Zemira/obj/shelled"
    )
    said = [Said("Reyl", "said", "Norra had shelled Zemira")]
    assert [event.said_by for event in told(claimed, SHELLED, said=said).events] == [None]
    alone = told(claimed, said=said)
    assert [event.said_by for event in alone.events] == [alone.statements[0].id]


def test_the_place_of_either_telling_is_the_event_s() -> None:
    found = told(SHELLED, SHELLING, places={"shelling": "pl-kostar"})
    assert [event.place for event in found.events] == ["pl-kostar"]


def test_an_amount_is_kept_once_for_each_place_where_it_stands() -> None:
    freed = "Norra/nsubj/freed freed/root two/nummod/prisoners prisoners/obj/freed"
    found = told(freed, freed)
    assert found.acts == ["norra RETREAT"]
    assert found.amounts == ["two prisoners: 2 prisoner"] * 2


def test_whoever_acts_in_one_and_undergoes_in_the_other_keeps_them_apart() -> None:
    day = "2024-05-17"
    acting = _event("ev-1", actors=("norra",), recipients=(), day=day)
    undergoing = _event("ev-2", actors=(), recipients=("norra",), day=day)
    assert len(merged([acting, undergoing], "attack")) == 2
    assert (
        len(merged([acting, _event("ev-3", actors=("norra",), recipients=(), day=day)], "attack"))
        == 1
    )


def _event(name: str, *, actors: tuple[str, ...], recipients: tuple[str, ...], day: str) -> Event:
    return Event(
        id=name,
        story="story0",
        span=Span(0, 6),
        type="ASSAULT",
        anchors=(Span(0, 6),),
        actors=actors,
        recipients=recipients,
        date=When(value=day, bound="on"),
    )
