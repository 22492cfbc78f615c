"""Looking up names of places."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.gazetteer import Entry, Gazetteer, great_circle, name_key
from onrecord.gazetteer.tables import Writer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Tomé", "Sao Tome"),
        ("Saint-Étienne", "St. Etienne"),
        ("U.S.", "US"),
        ("The Hague", "hague"),
        ("Mount Fuji", "Mt. Fuji"),
        ("Sana'a", "Sanaa"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_with_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize("name", ["", " ", "...", "the", "'", "\u0301"])
def test_a_name_of_nothing(name: str) -> None:
    assert name_key(name) == name_key(name).strip()
    loaded = Gazetteer.load()
    assert isinstance(loaded.candidates(name), tuple)
    loaded.close()


def test_names_of_other_scripts_are_kept() -> None:
    assert name_key("Київ") == "киів"
    assert name_key("台北") == "台北"


def test_the_weightiest_comes_first() -> None:
    loaded = Gazetteer.load()
    found = loaded.candidates("Paris")
    assert found[0].country == "FRA"
    assert ("capital", "FRA") in {(entry.kind, entry.country) for entry in found}
    assert [entry.weight for entry in found] == sorted((e.weight for e in found), reverse=True)
    loaded.close()


def test_an_added_gazetteer_is_used_too(tmp_path: Path) -> None:
    path = tmp_path / "more.sqlite"
    writer = Writer(path)
    writer.add(_shoal(), [name_key("Zanzi Shoal")])
    writer.close()
    loaded = Gazetteer.load([path])
    assert [entry.name for entry in loaded.candidates("zanzi shoal")] == ["Zanzi Shoal"]
    assert loaded.candidates("Paris")
    loaded.close()


def test_what_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "more.sqlite"
    path.write_text("not a database, but long enough to be looked at" * 10)
    with pytest.raises(OnrecordError, match=r"more\.sqlite.*import"):
        Gazetteer.load([path])


def test_a_gazetteer_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "more.sqlite"
    path.touch()
    with pytest.raises(OnrecordError, match="version"):
        Gazetteer.load([path])


def test_distance() -> None:
    assert great_circle(51.5, -0.13, 48.86, 2.35) == pytest.approx(344, abs=3)
    assert great_circle(0, 179.5, 0, -179.5) == pytest.approx(111, abs=1)


def _shoal() -> Entry:
    return Entry(
        identity=99,
        name="Zanzi Shoal",
        kind="shoal",
        country=None,
        region=None,
        district=None,
        latitude=1.5,
        longitude=-2.25,
        weight=500,
    )
