"""Importing people and bodies from dumps of Wikidata and OpenSanctions."""

from __future__ import annotations

import gzip
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import ActorsFileError, OnrecordError
from onrecord.meaning.codes import Coder
from onrecord.meaning.codes.imports import Imported, import_actors
from onrecord.meaning.codes.tables import FOLDER, imported_actors
from tests.meaning.codes.dumps import dump, money, person, statement, wikidata

UKRAINE, ESTONIA, FINLAND = "Q212", "Q191", "Q33"


def imported(source: Path, data: Path) -> Imported:
    return import_actors(source, data, Coder.of_the_package().code)


def code(data: Path, name: str, day: date | None = None) -> str:
    """Country and sectors in one line, with what was imported into a folder."""
    found = Coder.load(tables=imported_actors(data)).code(name, date=day)
    return " ".join([found.country or "-", *found.sectors])


def test_people_and_bodies_of_wikidata(tmp_path: Path) -> None:
    source = dump(
        tmp_path,
        "[",
        person("Q1", "Liis Vaherand", "Estonian diplomat", ESTONIA, aliases=["L. Vaherand"]) + ",",
        person("Q2", "Aino Petter", "", FINLAND, P106=[statement("Q1930187")]) + ",",
        wikidata("Q3", "Kalarand Watch", P31=[statement("Q79913")], P17=[statement(ESTONIA)]) + ",",
        wikidata("Q4", "Lake Zub", "lake in Estonia", P31=[statement("Q23397")]),
        "]",
    )
    done = imported(source, tmp_path / "data")
    assert (done.actors, done.left_out) == (3, 1)
    assert code(tmp_path / "data", "Liis Vaherand") == "EST GOV"
    assert code(tmp_path / "data", "L. Vaherand") == "EST GOV"
    assert code(tmp_path / "data", "Aino Petter") == "FIN JRN"
    assert code(tmp_path / "data", "Kalarand Watch") == "EST SOC NGO"
    assert code(tmp_path / "data", "Lake Zub").startswith("-")


@pytest.mark.parametrize("post_first", [True, False])
def test_offices_have_their_days(tmp_path: Path, post_first: bool) -> None:
    held = [statement("Q9", P580="2019-05-20", P582="2023-03-01")]
    holder = person("Q1", "Liis Vaherand", "Estonian politician", ESTONIA, P39=held)
    post = wikidata("Q9", "Minister of Culture of Estonia", P31=[statement("Q4164871")])
    lines = (post, holder) if post_first else (holder, post)
    imported(dump(tmp_path, *lines), tmp_path / "data")
    days = (date(2019, 5, 19), date(2019, 5, 20), date(2023, 2, 28), date(2023, 3, 1))
    found = [code(tmp_path / "data", "Liis Vaherand", day) for day in days]
    assert found == ["EST", "EST GOV", "EST GOV", "EST ELI"]


def test_two_nationalities_are_none(tmp_path: Path) -> None:
    both = [statement(ESTONIA), statement(FINLAND)]
    imported(dump(tmp_path, person("Q1", "Liis Vaherand", P27=both)), tmp_path / "data")
    assert code(tmp_path / "data", "Liis Vaherand").startswith("-")


def test_namesakes_of_two_countries_are_none(tmp_path: Path) -> None:
    source = dump(
        tmp_path,
        person("Q1", "Liis Vaherand", "diplomat", ESTONIA),
        person("Q2", "Liis Vaherand", "journalist", FINLAND),
    )
    imported(source, tmp_path / "data")
    assert code(tmp_path / "data", "Liis Vaherand") == "-"


def test_flat_entities_of_follow_the_money(tmp_path: Path) -> None:
    source = dump(
        tmp_path,
        money("a", "Person", name=["Pavlo Zubrenko"], nationality=["ua"], topics=["role.judge"]),
        money("b", "PublicBody", name=["Rada Zubrenka"], country=["ua"]),
        money("c", "Company", name=["Zubren Steel"], jurisdiction=["ru"], topics=["sanction"]),
        money("d", "Person", name=["Olha Zubrenko"], country=["ua"]),
        money("e", "Position", name=["Minister of Justice of Ukraine"]),
        money("f", "Occupancy", holder=["d"], post=["e"], startDate=["2020-01"], endDate=["2021"]),
        money("g", "Address", full=["1 Zubren Street"]),
    )
    done = imported(source, tmp_path / "data")
    assert (done.actors, done.left_out) == (4, 1)
    assert code(tmp_path / "data", "Pavlo Zubrenko") == "UKR JUD"
    assert code(tmp_path / "data", "Rada Zubrenka") == "UKR GOV"
    assert code(tmp_path / "data", "Zubren Steel") == "RUS BUS"
    assert code(tmp_path / "data", "Olha Zubrenko", date(2021, 12, 31)) == "UKR GOV"
    assert code(tmp_path / "data", "Olha Zubrenko", date(2022, 1, 1)) == "UKR ELI"


def test_nested_entities_of_follow_the_money(tmp_path: Path) -> None:
    post = {"id": "e", "schema": "Position", "properties": {"name": ["Member of Parliament"]}}
    held = {"id": "f", "schema": "Occupancy", "properties": {"post": [post]}}
    line = money("d", "Person", name=["Olha Zubrenko"], country=["ua"], positionOccupancies=[held])
    imported(dump(tmp_path, line, name="targets.nested.json"), tmp_path / "data")
    assert code(tmp_path / "data", "Olha Zubrenko", date(2024, 1, 1)) == "UKR LEG"


def test_the_lexicon_goes_before_what_is_imported(tmp_path: Path) -> None:
    source = dump(
        tmp_path,
        person("Q1", "Sergei Lavrov", "Finnish journalist", FINLAND),
        wikidata("Q2", "Police", "rock band", P31=[statement("Q43229")], P17=[statement(FINLAND)]),
    )
    imported(source, tmp_path / "data")
    assert code(tmp_path / "data", "Sergei Lavrov", date(2022, 3, 1)) == "RUS GOV"
    assert code(tmp_path / "data", "Police") == "- COP"


def test_it_may_be_run_again(tmp_path: Path) -> None:
    twice = person("Q1", "Liis Vaherand", "Estonian diplomat", ESTONIA)
    source = dump(tmp_path, twice, twice)
    first, second = (imported(source, tmp_path / "data") for _ in range(2))
    assert first == second
    assert second.actors == 1
    assert imported_actors(tmp_path / "data") == [second.path]
    with sqlite3.connect(second.path) as connection:
        assert connection.execute("SELECT count(*) FROM name").fetchone() == (1,)


def test_a_packed_dump_is_read(tmp_path: Path) -> None:
    path = tmp_path / "slice.json.gz"
    line = person("Q1", "Liis Vaherand", "Estonian diplomat", ESTONIA)
    path.write_bytes(gzip.compress(line.encode()))
    imported(path, tmp_path / "data")
    assert code(tmp_path / "data", "Liis Vaherand") == "EST GOV"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"id": "Q2"', "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("3", "is not an object"),
        ('{"id": "Q2"}', "is no entity of Wikidata or FollowTheMoney"),
        ('{"id": 7, "labels": {}, "claims": {}}', "has no id"),
        ('{"id": "Q2", "labels": {"en": 3}, "claims": {}}', "not Wikidata's"),
        ('{"id": "Q2", "labels": {}, "claims": {"P31": [3]}}', "not Wikidata's"),
        ('{"id": "x", "schema": "Person", "properties": {"name": "A B"}}', "are no lists"),
    ],
)
def test_a_broken_line_is_named_and_changes_nothing(
    tmp_path: Path, line: str, problem: str
) -> None:
    data = tmp_path / "data"
    good = person("Q1", "Liis Vaherand", "Estonian diplomat", ESTONIA)
    before = imported(dump(tmp_path, good), data).path.read_bytes()
    with pytest.raises(ActorsFileError, match=r"slice\.json: line 2 ") as caught:
        imported(dump(tmp_path, good, line), data)
    assert problem in caught.value.problem
    assert [path.read_bytes() for path in (data / FOLDER).iterdir()] == [before]


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    source = tmp_path / "slice.json"
    source.write_bytes(b'\n{"id": "\xff\xfe"}\n')
    with pytest.raises(ActorsFileError, match="line 2 is not UTF-8"):
        imported(source, tmp_path / "data")


@pytest.mark.parametrize("lines", [(), ("[", "]"), (wikidata("Q4", "Lake Zub"),)])
def test_a_dump_without_actors_is_refused(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(ActorsFileError, match="has no actors"):
        imported(dump(tmp_path, *lines), tmp_path / "data")
    assert not imported_actors(tmp_path / "data")


def test_a_dump_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ActorsFileError, match=r"none\.json"):
        imported(tmp_path / "none.json", tmp_path / "data")


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    table = tmp_path / "slice.sqlite"
    table.write_bytes(b"no database at all, only words" * 100)
    with pytest.raises(OnrecordError, match="onrecord actors import"):
        Coder.load(tables=[table])


def test_what_was_imported_is_used_without_being_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = dump(tmp_path, person("Q1", "Liis Vaherand", "Estonian diplomat", ESTONIA))
    imported(source, tmp_path / "data")
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "data"))
    assert Coder.load().code("Liis Vaherand").country == "EST"
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "elsewhere"))
    assert Coder.load().code("Liis Vaherand").country is None
