"""A file is there whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from onrecord.cli.output import output_to
from onrecord.errors import OnrecordError


def test_the_file_appears_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    with output_to(path) as writer:
        writer.write("“one”")
        assert not path.exists()
    assert path.read_text("utf-8") == "“one”"
    assert [other.name for other in tmp_path.iterdir()] == ["record.json"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text("before")

    def fail() -> None:
        with output_to(path) as writer:
            writer.write("half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert path.read_text() == "before"
    assert [other.name for other in tmp_path.iterdir()] == ["record.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither modes nor such links")
def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "record.json", tmp_path / "link.json"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    with output_to(link) as writer:
        writer.write("after")
    assert link.is_symlink()
    assert target.read_text() == "after"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    path, usual = tmp_path / "record.json", tmp_path / "usual"
    usual.touch()
    with output_to(path) as writer:
        writer.write("")
    assert path.stat().st_mode == usual.stat().st_mode


def test_no_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "record.json"
    with pytest.raises(OnrecordError, match="check that the folder exists"), output_to(path):
        pass


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no /dev/null")
def test_a_device_is_written_to() -> None:
    with output_to(Path("/dev/null")) as writer:
        writer.write("gone")
    assert not Path("/dev/null").is_file()
