"""GDELT's columns."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.exports import gdelt
from onrecord.record import Event, Place, Record, When
from tests.exports.coded_record import (
    ACCUSES,
    EVENTS,
    FIRED,
    HOST,
    MET,
    SEIZED,
    SEND,
    cells,
    event,
    published_columns,
    record,
    span,
)


def rows(of: Record, *, latest_day: bool = False) -> list[dict[str, str]]:
    written = map(cells, gdelt.lines([of], latest_day=latest_day))
    return [dict(zip(gdelt.COLUMNS, row, strict=True)) for row in written]


def test_the_columns_are_the_published_ones() -> None:
    published = published_columns("gdelt2_events")
    assert list(gdelt.COLUMNS) == [name for _, name, *_ in published]
    assert cells(next(gdelt.lines([], header=True))) == list(gdelt.COLUMNS)


def test_what_is_gdelt_s_own_is_empty() -> None:
    empty = {name for _, name, fill, _ in published_columns("gdelt2_events") if fill == "empty"}
    for row in rows(record()):
        assert {row[name] for name in empty} == {""}
        assert row["NumSources"] == row["NumArticles"] == "1"
        assert row["Actor1Geo_Type"] == row["Actor2Geo_Type"] == "0"


def test_what_is_always_known_is_filled() -> None:
    filled = [name for _, name, fill, _ in published_columns("gdelt2_events") if fill == "yes"]
    of_place = {"ActionGeo_FullName", "ActionGeo_CountryCode"}
    [row, _] = rows(record(MET))
    assert [name for name in filled if not row[name]] == []
    [row] = rows(record(ACCUSES))
    assert {name for name in filled if not row[name]} == of_place


def test_a_visit_is_two_rows() -> None:
    there, back = rows(record(MET))
    assert (there["Actor1Name"], there["EventCode"], there["Actor2Name"]) == (
        "TOMAS REYL",
        "042",
        "ILSE BRANDVOLD",
    )
    assert (back["Actor1Code"], back["EventCode"], back["Actor2Code"]) == (
        "NORGOV",
        "043",
        "ISLGOV",
    )
    assert there["Actor1CountryCode"] == "ISL"
    assert there["Actor1Type1Code"] == "GOV"


def test_codes_classes_and_scores_of_the_event() -> None:
    [row] = rows(record(replace(ACCUSES, cameo="1121")))
    assert [row[name] for name in ("EventCode", "EventBaseCode", "EventRootCode")] == [
        "1121",
        "112",
        "11",
    ]
    assert (row["QuadClass"], row["GoldsteinScale"]) == ("3", "-2.0")


def test_a_code_that_has_no_score_gets_none() -> None:
    [row] = rows(record(replace(ACCUSES, cameo="176")))
    assert row["GoldsteinScale"] == ""


def test_the_day_of_the_act() -> None:
    row = rows(record(MET))[0]
    assert [row[name] for name in ("SQLDATE", "MonthYear", "Year", "FractionDate")] == [
        "20240516",
        "202405",
        "2024",
        "2024.3726",
    ]


@pytest.mark.parametrize(
    ("value", "told"), [("2024-05", ["", "202405", "2024"]), ("2024", ["", "", "2024"])]
)
def test_a_date_is_told_as_far_as_it_is_known(value: str, told: list[str]) -> None:
    [row] = rows(record(replace(ACCUSES, date=When(value=value, bound="on"))))
    assert [row[name] for name in ("SQLDATE", "MonthYear", "Year")] == told


def test_a_day_that_is_not_told_is_empty_unless_the_latest_is_asked_for() -> None:
    of = record(FIRED)
    assert rows(of)[0]["SQLDATE"] == ""
    assert rows(of)[0]["Year"] == ""
    assert rows(of, latest_day=True)[0]["SQLDATE"] == "20240430"


def test_an_announcement_has_not_the_day_of_the_act() -> None:
    for row in rows(record(HOST), latest_day=True):
        assert (row["EventCode"], row["SQLDATE"]) == ("036", "20240517")


def test_what_has_been_agreed_has_not_the_day_that_is_agreed_on() -> None:
    agreed = replace(ACCUSES, type="AGREE", cameo="036", date=When(value="2024-05-20", bound="on"))
    assert rows(record(agreed))[0]["SQLDATE"] == ""
    assert rows(record(agreed), latest_day=True)[0]["SQLDATE"] == "20240517"
    bound = replace(agreed, date=When(value="2024-05-24", bound="not after"))
    assert rows(record(bound), latest_day=True)[0]["SQLDATE"] == "20240517"


def test_an_act_without_a_known_actor_has_one_side() -> None:
    [row] = rows(record(FIRED))
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor2Code"]) == ("", "", "NOR")


def test_what_did_not_happen_is_left_out() -> None:
    assert rows(record(SEIZED, SEND)) == []


def test_what_stands_in_the_first_paragraph_is_a_root_event() -> None:
    assert rows(record(MET))[0]["IsRootEvent"] == "1"
    assert rows(record(ACCUSES))[0]["IsRootEvent"] == "0"


def test_anchors_are_mentions() -> None:
    told_twice = replace(ACCUSES, anchors=(span("accuses"), span("overfishing")))
    assert rows(record(told_twice))[0]["NumMentions"] == "2"


@pytest.mark.parametrize(
    ("kind", "country", "geo"),
    [
        ("country", "DEU", ["1", "Here", "GM", "GM", "GM"]),
        ("region", "USA", ["2", "Here, United States", "US", "", ""]),
        ("city", "USA", ["3", "Here, United States", "US", "", ""]),
        ("city", "DEU", ["4", "Here, Germany", "GM", "", ""]),
        ("river", "DEU", ["4", "Here, Germany", "GM", "", ""]),
        ("region", "DEU", ["5", "Here, Germany", "GM", "", ""]),
        ("sea", None, ["0", "", "", "", ""]),
        ("city", None, ["0", "", "", "", ""]),
        (None, "DEU", ["0", "", "", "", ""]),
    ],
)
def test_where_it_was(kind: str | None, country: str | None, geo: list[str]) -> None:
    place = Place(id="pl-x", span=span("Bergen"), name="Here", kind=kind, country=country)
    at: Event = replace(ACCUSES, place="pl-x")
    of = replace(record(at), places=(place,))
    [row] = rows(of)
    names = ("Type", "FullName", "CountryCode", "ADM1Code", "FeatureID")
    assert [row[f"ActionGeo_{name}"] for name in names] == geo


def test_a_page_without_an_address_is_cited_by_its_source() -> None:
    [row] = rows(record(ACCUSES, url=None))
    assert row["SOURCEURL"] == "talks.html"


def test_hostile_names_keep_the_table_whole() -> None:
    bad = [replace(a, name='=cmd|"x"\t\n\u2028\\') for a in record().actors]
    table = rows(replace(record(*EVENTS), actors=tuple(bad)))
    assert table
    assert {row["Actor2Name"] for row in table} <= {"'=CMD|”X” /", ""}


def test_rows_that_say_the_same_are_one() -> None:
    twice = event("x", "ACCUSE", "Norway", "Norway", cameo="112", actors="norway norway")
    assert len(rows(record(twice))) == 1
