"""Importing a dump of GeoNames."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.places import app
from onrecord.errors import OnrecordError
from onrecord.gazetteer import Gazetteer
from onrecord.gazetteer.geonames import import_geonames, imported_gazetteers

COUNTRIES = {"PH": "PHL", "UA": "UKR"}


def row(
    identity: int | str = 1,
    name: str = "Zanzi Shoal",
    *,
    others: str = "",
    latitude: str = "9.5",
    longitude: str = "115.5",
    code: str = "SHOL",
    country: str = "PH",
    population: str = "0",
) -> str:
    """A line of a dump."""
    columns = [
        str(identity), name, name, others, latitude, longitude, "H", code, country, "",
        "05", "012", "", "", population, "", "0", "Asia/Manila", "2020-01-01",
    ]  # fmt: skip
    return "\t".join(columns)


def dump(folder: Path, *lines: str, name: str = "PH.txt") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_places_are_found_afterwards(tmp_path: Path) -> None:
    source = dump(tmp_path, row(1, others="Bajo Zanzi,Банка Занзи"), row(2, "Quxa", code="PPL"))
    done = import_geonames(source, tmp_path / "data", COUNTRIES)
    assert (done.places, done.left_out) == (2, 0)
    loaded = Gazetteer.load(imported_gazetteers(tmp_path / "data"))
    (shoal,) = loaded.candidates("bajo zanzi")
    assert (shoal.kind, shoal.country, shoal.region) == ("shoal", "PHL", "PH.05")
    assert (shoal.latitude, shoal.longitude, shoal.geonames_id) == (9.5, 115.5, 1)
    loaded.close()


def test_it_may_be_run_again(tmp_path: Path) -> None:
    import_geonames(dump(tmp_path, row(1)), tmp_path / "data", COUNTRIES)
    import_geonames(dump(tmp_path, row(1), row(2, "Quxa")), tmp_path / "data", COUNTRIES)
    (path,) = imported_gazetteers(tmp_path / "data")
    loaded = Gazetteer.load([path])
    assert loaded.candidates("Quxa")
    loaded.close()


def test_kinds_that_are_not_wanted_are_left_out(tmp_path: Path) -> None:
    source = dump(tmp_path, row(1), row(2, "Hotel Zanzi", code="HTL"))
    done = import_geonames(source, tmp_path / "data", COUNTRIES)
    assert (done.places, done.left_out) == (1, 1)


def test_a_zip_file(tmp_path: Path) -> None:
    path = tmp_path / "PH.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about\n" * 1000)
        archive.writestr("PH.txt", row(1) + "\n")
    assert import_geonames(path, tmp_path / "data", COUNTRIES).places == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("1\tZanzi\t9.5", "3 columns instead of 19"),
        ("", "1 columns instead of 19"),
        (row("one"), "a word where a number should be"),
        (row(3, latitude="north"), "a word where a number should be"),
        (row(3, latitude="95"), "nowhere"),
        (row(3, longitude="nan"), "nowhere"),
        (row(-3), "has the number -3"),
        (row(3, population="many"), "a word where a number should be"),
    ],
)
def test_a_broken_line_is_named_and_nothing_changes(
    line: str, problem: str, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    import_geonames(dump(tmp_path, row(1)), data, COUNTRIES)
    before = [path.read_bytes() for path in imported_gazetteers(data)]
    source = dump(tmp_path, row(1), row(2, "Quxa"), line, row(4))
    with pytest.raises(OnrecordError, match=rf"PH\.txt: line 3 .*{problem}"):
        import_geonames(source, data, COUNTRIES)
    assert [path.read_bytes() for path in imported_gazetteers(data)] == before
    assert len(list((data / "gazetteers").iterdir())) == 1


def test_what_is_not_text(tmp_path: Path) -> None:
    source = tmp_path / "PH.txt"
    source.write_bytes(row(1).encode() + b"\n\xff\xfe\t\n")
    with pytest.raises(OnrecordError, match="line 2 is not UTF-8"):
        import_geonames(source, tmp_path / "data", COUNTRIES)


def test_a_line_without_end(tmp_path: Path) -> None:
    source = tmp_path / "PH.txt"
    source.write_bytes(b"1" * 1_500_000)
    with pytest.raises(OnrecordError, match="line 1 is too long"):
        import_geonames(source, tmp_path / "data", COUNTRIES)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken"])
def test_a_file_without_places(content: bytes, tmp_path: Path) -> None:
    source = tmp_path / "PH.txt"
    source.write_bytes(content)
    with pytest.raises(OnrecordError, match=r"PH\.txt"):
        import_geonames(source, tmp_path / "data", COUNTRIES)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(OnrecordError, match="cannot be read"):
        import_geonames(tmp_path / "none.txt", tmp_path / "data", COUNTRIES)


def test_the_command(tmp_path: Path) -> None:
    source = dump(tmp_path, row(1))
    result = CliRunner().invoke(app, ["import", str(source), "--data", str(tmp_path / "data")])
    assert result.exit_code == 0, result.output
    assert "1 places in " in result.output.replace("\n", " ")
    assert imported_gazetteers(tmp_path / "data")


def test_a_half_written_file_is_no_gazetteer(tmp_path: Path) -> None:
    folder = tmp_path / "places"
    folder.mkdir()
    (folder / ".importing-ua.sqlite").touch()
    assert imported_gazetteers(tmp_path) == []
