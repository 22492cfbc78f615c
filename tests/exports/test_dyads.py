"""Events as pairs of a source and a target."""

from __future__ import annotations

from onrecord.exports.dyads import dyads
from onrecord.exports.page_index import PageIndex
from onrecord.lexicon import rows
from onrecord.lexicon.plover import cameo_codes
from onrecord.record import Event
from tests.exports.coded_record import event, record


def pairs(type_: str, cameo: str | None, actors: str, recipients: str = "") -> list[str]:
    """The pairs as "norway 112 iceland", "-" for nobody known."""
    of = coded(type_, cameo, actors, recipients)
    index = PageIndex(record(of))
    found = []
    for dyad in dyads(of, index):
        source, target = (a.id[3:] if a else "-" for a in (dyad.source, dyad.target))
        found.append(f"{source} {dyad.code} {target}")
    return found


def coded(type_: str, cameo: str | None, actors: str, recipients: str) -> Event:
    return event("x", type_, "Norway", "Norway", cameo=cameo, actors=actors, recipients=recipients)


def test_each_actor_with_each_recipient() -> None:
    assert pairs("ACCUSE", "112", "norway eu", "iceland cross") == [
        "norway 112 iceland",
        "norway 112 cross",
        "eu 112 iceland",
        "eu 112 cross",
    ]


def test_who_visits_is_hosted() -> None:
    assert pairs("CONSULT", "042", "reyl", "norway") == ["reyl 042 norway", "norway 043 reyl"]


def test_a_meeting_is_told_from_both_sides() -> None:
    both = ["norway 040 iceland", "iceland 040 norway"]
    assert pairs("CONSULT", "040", "norway iceland") == both
    assert pairs("CONSULT", "040", "norway", "iceland") == both


def test_in_a_fight_without_a_victim_named_each_fights_the_other() -> None:
    assert len(pairs("ASSAULT", "190", "norway iceland")) == 2
    assert pairs("ASSAULT", "190", "norway eu", "iceland") == [
        "norway 190 iceland",
        "eu 190 iceland",
    ]


def test_several_who_accuse_do_not_accuse_each_other() -> None:
    assert pairs("ACCUSE", "112", "norway iceland") == ["norway 112 -", "iceland 112 -"]


def test_an_offer_to_meet_has_one_direction_an_agreement_to_meet_two() -> None:
    assert pairs("AGREE", "036", "norway", "iceland") == ["norway 036 iceland"]
    assert len(pairs("AGREE", "036", "norway iceland")) == 2


def test_an_unknown_side_is_nobody() -> None:
    assert pairs("ASSAULT", "193", "", "norway") == ["- 193 norway"]


def test_nobody_acts_on_oneself() -> None:
    assert pairs("ACCUSE", "112", "norway", "norway iceland") == ["norway 112 iceland"]


def test_without_a_code_or_anybody_there_is_no_pair() -> None:
    assert pairs("ACCUSE", None, "norway", "iceland") == []
    assert pairs("ACCUSE", "999", "norway", "iceland") == []
    assert pairs("ACCUSE", "112", "") == []


def test_the_table_of_directions_has_codes_that_there_are() -> None:
    for code, other_side, *_ in rows("exports_cameo_directions.tsv"):
        assert code in cameo_codes()
        assert not other_side or other_side in cameo_codes()
