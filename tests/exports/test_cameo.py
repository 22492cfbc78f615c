"""CAMEO's events in Phoenix's columns."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.exports import cameo
from onrecord.lexicon import rows as table_rows
from onrecord.lexicon.plover import cameo_codes
from onrecord.record import Record
from tests.exports.coded_record import (
    ACCUSES,
    FIRED,
    HOST,
    MET,
    RELIEF,
    SEIZED,
    SEND,
    actor,
    cells,
    event,
    published_columns,
    record,
)


def rows(of: Record) -> list[dict[str, str]]:
    header, *written = map(cells, cameo.lines([of]))
    return [dict(zip(header, row, strict=True)) for row in written]


def test_the_columns_are_the_published_ones() -> None:
    header = cells(next(cameo.lines([])))
    assert header == [name for _, name, *_ in published_columns("phoenix")]
    assert list(cameo.lines([], header=False)) == []


def test_what_a_record_does_not_have_is_empty_and_the_rest_is_filled() -> None:
    for _, name, fill, _ in published_columns("phoenix"):
        values = {row[name] for row in rows(record())}
        if fill == "empty":
            assert values == {""}
        if fill == "yes":
            assert "" not in values


def test_one_event_by_hand() -> None:
    first = next(cameo.lines([record(MET)], header=False))
    assert first == (
        "ev-met-1\t20240516\t2024\t05\t16\tISLGOV\tISL\tGOV\t\tNORGOV\tNOR\tGOV\t\t042\t04\t1\t1.9"
        "\t\t60.39\t5.32\tBergen\t\tNOR\t\thttps://news.example/talks\tHavn Post\n"
    )


def test_the_codes_of_a_body_come_apart() -> None:
    row = rows(record(HOST))[0]
    names = ("Full", "Entity", "Role", "Attribute")
    assert [row[f"SourceActor{name}"] for name in names] == ["IGOEUREEC", "IGO", "", "EUR;EEC"]


@pytest.mark.parametrize(
    ("country", "sectors", "apart"),
    [
        ("NOR", ("LAB",), ["NORLAB", "NOR", "", "LAB"]),
        ("NOR", ("LAB", "GOV"), ["NORLABGOV", "NOR", "", "LAB;GOV"]),
        (None, ("CVL",), ["CVL", "", "CVL", ""]),
        (None, ("LAB",), ["LAB", "", "", "LAB"]),
    ],
)
def test_an_actor_comes_apart(
    country: str | None, sectors: tuple[str, ...], apart: list[str]
) -> None:
    somebody = actor("x", "Somebody", "group", "sailors", country=country, sectors=sectors)
    iceland = actor("iceland", "Iceland", "country", "Iceland", country="ISL")
    acts = event("x", "ACCUSE", "Norway", "Norway", cameo="112", actors="x", recipients="iceland")
    [row] = rows(record(acts, actors=(somebody, iceland)))
    assert [row[f"SourceActor{n}"] for n in ("Full", "Entity", "Role", "Attribute")] == apart


def test_both_sides_must_be_known() -> None:
    assert rows(record(FIRED, RELIEF)) == []


def test_what_did_not_happen_is_left_out() -> None:
    assert rows(record(SEIZED, SEND)) == []


def test_pairs_of_the_same_codes_are_one() -> None:
    crew = tuple(
        actor(str(at), f"Minister {at}", "person", "sailors", country="NOR", sectors=("GOV",))
        for at in range(3)
    )
    other = actor("iceland", "Iceland", "country", "Iceland", country="ISL")
    acts = event(
        "x", "ACCUSE", "Norway", "Norway", cameo="112", actors="0 1 2", recipients="iceland"
    )
    assert len(rows(record(acts, actors=(*crew, other)))) == 1


def test_a_code_without_a_score_has_that_of_its_root() -> None:
    [row] = rows(record(replace(ACCUSES, cameo="155")))
    root = {code: score for code, _, score in table_rows("exports_cameo_scores.tsv")}["15"]
    assert row["GoldsteinScore"] == root != ""


def test_the_tables_have_every_code_and_root() -> None:
    scored = {code: score for code, *score in table_rows("exports_cameo_scores.tsv")}
    assert set(scored) == set(cameo_codes())
    classed = {root for root, *_ in table_rows("exports_cameo_classes.tsv")}
    assert classed == {code.root for code in cameo_codes().values()}


def test_without_any_day_the_day_is_empty() -> None:
    [row] = rows(record(replace(ACCUSES, date=None), published=None))
    assert [row[name] for name in ("Date", "Year", "Month", "Day")] == [""] * 4
