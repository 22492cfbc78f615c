"""POLECAT's columns."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.exports import polecat
from onrecord.record import Record
from tests.exports.coded_record import (
    ACCUSES,
    ACTORS,
    FIRED,
    HOST,
    MET,
    RELIEF,
    SEIZED,
    SEND,
    cells,
    published_columns,
    record,
)


def rows(of: Record) -> list[dict[str, str]]:
    header, *written = map(cells, polecat.lines([of], coder="onrecord 9"))
    return [dict(zip(header, row, strict=True)) for row in written]


def test_the_columns_are_the_published_ones() -> None:
    header = cells(next(polecat.lines([])))
    assert header == [name for _, name, *_ in published_columns("polecat")]


def test_what_is_not_computed_is_none_and_the_rest_is_filled() -> None:
    table = rows(record())
    for _, name, fill, _ in published_columns("polecat"):
        if fill == "empty":
            assert {row[name] for row in table} == {"None"}
        if fill == "yes":
            assert "None" not in {row[name] for row in table}
    assert not any(cell == "" for row in table for cell in row.values())


def test_one_event_by_hand() -> None:
    [row] = rows(record(MET))
    assert list(row.values())[:7] == [
        "page_ev-met",
        "2024-05-16",
        "CONSULT",
        "visit",
        "4.0",
        "VERBAL COOPERATION",
        "diplomatic",
    ]
    assert list(row.values())[15:23] == [
        "Ilse Brandvold",
        "NOR",
        "None",
        "GOV",
        "GOV",
        "Foreign Minister",
        "Ilse Brandvold",
        "None",
    ]
    assert list(row.values())[23:33] == [
        "Bergen",
        "Bergen",
        "None",
        "None",
        "NOR",
        "60.39",
        "5.32",
        "3161732",
        "Bergen",
        "None",
    ]
    assert list(row.values())[33:] == [
        "Havn Post",
        "2024-05-17",
        "Ilse Brandvold; Tomas Reyl",
        "European Union; Red Cross",
        "Bergen",
        "en",
        "onrecord 9",
    ]


def test_one_row_holds_all_who_take_part() -> None:
    [row] = rows(record(HOST))
    assert row["Actor Name"] == "European Union; Norway; Iceland"
    assert row["Actor Name Raw"] == "EU; Norway; Iceland"
    assert row["Actor Country"] == "EUR; NOR; ISL"
    assert row["Recipient Name"] == "None"


def test_an_announced_meeting_is_an_agreement_of_the_day_it_is_told() -> None:
    [row] = rows(record(HOST))
    assert (row["Event Type"], row["Event Mode"], row["Intensity"]) == ("AGREE", "None", "2.5")
    assert row["Event Date"] == "2024-05-17"


def test_what_plover_does_not_code_is_left_out() -> None:
    assert rows(record(SEIZED, SEND)) == []
    assert rows(record(FIRED)) == []  # nobody is known to act
    assert rows(record(RELIEF)) == []  # aid needs a recipient


def test_a_type_that_plover_lacks_is_left_out() -> None:
    assert rows(record(replace(ACCUSES, type="YIELD"))) == []


def test_a_name_with_a_semicolon_is_one_entry() -> None:
    named = tuple(replace(a, name=f"{a.name};\tx") for a in ACTORS)
    [row] = rows(record(ACCUSES, actors=named))
    assert row["Actor Name"] == "Norway, x"
