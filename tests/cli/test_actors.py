"""The command that imports actors."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app
from onrecord.errors import ActorsFileError
from onrecord.meaning.codes import Coder
from onrecord.meaning.codes.tables import imported_actors
from tests.meaning.codes.dumps import dump, person, wikidata


def test_a_dump_is_imported_into_the_named_folder(tmp_path: Path) -> None:
    source = dump(
        tmp_path,
        person("Q1", "Liis Vaherand", "Estonian diplomat", "Q191"),
        wikidata("Q4", "Lake Zub"),
    )
    for _ in range(2):
        arguments = ["actors", "import", str(source), "--data", str(tmp_path / "data")]
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 0
        assert done.stdout.startswith("1 actors in ")
        assert "1 entities of other kinds left out" in done.stdout
    coder = Coder.load(tables=imported_actors(tmp_path / "data"))
    assert coder.code("Liis Vaherand").country == "EST"


def test_a_dump_is_imported_into_the_usual_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "data"))
    source = dump(tmp_path, person("Q1", "Liis Vaherand", "Estonian diplomat", "Q191"))
    assert CliRunner().invoke(app, ["actors", "import", str(source)]).exit_code == 0
    assert imported_actors(tmp_path / "data")


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    source = dump(tmp_path, person("Q1", "Liis Vaherand"), "{")
    arguments = ["actors", "import", str(source), "--data", str(tmp_path / "data")]
    done = CliRunner().invoke(app, arguments)
    assert isinstance(done.exception, ActorsFileError)
    assert "line 2 is not JSON" in str(done.exception)
    assert not imported_actors(tmp_path / "data")
