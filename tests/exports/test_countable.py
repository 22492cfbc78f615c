"""What becomes of an event's status in forms that have no field for it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.exports.countable import as_announced, auxiliary_mode, countable, has_its_sides
from onrecord.lexicon import read_toml
from onrecord.lexicon.plover import cameo_codes, event_types
from onrecord.record import Event, EventStatus
from tests.exports.coded_record import HOST, MET, event, record, with_status


@pytest.mark.parametrize(
    ("status", "type_", "count"),
    [
        ("happened", "ASSAULT", True),
        ("ongoing", "MOBILIZE", True),
        ("planned", "THREATEN", True),
        ("planned", "AGREE", True),
        ("planned", "ASSAULT", False),
        ("planned", "REQUEST", False),
        ("called off", "REJECT", True),
        ("called off", "CONSULT", False),
        ("denied", "COERCE", False),
        ("hypothetical", "ASSAULT", False),
    ],
)
def test_what_was_done_counts(status: EventStatus, type_: str, count: bool) -> None:
    found = list(countable(record(with_status(status, type=type_))))
    assert bool(found) is count


def coded(of: Event) -> tuple[str, str | None, str | None]:
    [found] = as_announced(record(of))
    return found.type, found.mode, found.cameo


def test_planned_cooperation_is_an_agreement_without_the_day_of_the_act() -> None:
    [found] = countable(record(HOST))
    assert (found.type, found.mode, found.cameo) == ("AGREE", None, "036")
    assert found.date is None
    assert found.status == "planned"


def test_an_announced_act_has_the_nearest_code() -> None:
    assert coded(with_status("planned", type="AID", cameo="0733")) == ("AGREE", None, "0333")
    assert coded(with_status("planned", type="RETREAT", mode="release", cameo="0841")) == (
        "CONCEDE",
        None,
        "0353",
    )
    assert coded(with_status("planned", type="AID", cameo=None)) == ("AGREE", None, None)


def test_what_is_done_keeps_type_and_date() -> None:
    assert list(as_announced(record(MET))) == [MET]


def test_an_agreement_told_beside_its_act_is_one_event() -> None:
    agreed = event("agreed", "AGREE", "The EU will host both sides", "will", actors="eu")
    assert list(countable(record(HOST, agreed))) == [agreed]
    by_another = replace(agreed, actors=("ac-cross",))
    elsewhere = event("agreed", "AGREE", "Norway accuses Iceland", "accuses", actors="eu")
    for other in (by_another, elsewhere):
        assert len(list(countable(record(HOST, other)))) == 2


def test_plover_has_auxiliary_modes_for_what_does_not_count() -> None:
    assert auxiliary_mode(with_status("planned", type="ASSAULT")) == "future"
    assert auxiliary_mode(with_status("hypothetical")) == "hypothetical"
    assert auxiliary_mode(with_status("denied")) is None
    assert auxiliary_mode(with_status("planned", type="THREATEN")) is None


def test_some_types_need_a_recipient_and_all_somebody_who_acts() -> None:
    assert has_its_sides(event("x", "ACCUSE", "Norway", "Norway", actors="norway"))
    assert not has_its_sides(event("x", "AID", "Norway", "Norway", actors="norway"))
    assert not has_its_sides(event("x", "ACCUSE", "Norway", "Norway", recipients="norway"))
    together = event("x", "COOPERATE", "Norway", "Norway", actors="norway iceland")
    assert has_its_sides(together)


def test_the_table_names_types_and_codes_that_there_are() -> None:
    table = read_toml("exports_statuses.toml")
    types = {each for entry in table["counts"].values() for each in entry.split()}
    assert types - {"any"} <= set(event_types())
    announced = {*table["announced"], *table["announced"].values()}
    assert announced <= set(cameo_codes())
