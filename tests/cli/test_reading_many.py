"""The commands that read many pages, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app

PAGE = (
    "Norway demanded the release of the trawlers on Tuesday.\n"
    "Iceland refuses to hand over the trawlers, Icelandic Prime Minister Tomas Reyl said.\n"
)


@pytest.mark.parametrize(
    "command", [["events"], ["positions"], ["differences", "--between", "NOR,ISL"]]
)
def test_pages_are_read_and_a_bad_one_is_named(command: list[str], tmp_path: Path) -> None:
    good, out = tmp_path / "page.txt", tmp_path / "found.json"
    good.write_text(PAGE, "utf-8")
    arguments = [*command, str(good), str(tmp_path / "missing.txt"), "--published", "2024-05-17"]
    done = CliRunner().invoke(app, [*arguments, "--out", str(out)])
    assert done.exit_code == 1
    assert "1 of 2 pages could not be read" in done.output
    assert "missing.txt" in done.output
    assert isinstance(json.loads(out.read_text("utf-8")), list)


@pytest.mark.parametrize(
    "command", [["events"], ["positions"], ["differences", "--between", "NOR,ISL"]]
)
def test_without_a_page_that_can_be_read_nothing_is_written(
    command: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "found.csv"
    done = CliRunner().invoke(app, [*command, str(tmp_path / "missing.txt"), "--out", str(out)])
    assert done.exit_code == 1
    assert not out.exists()
