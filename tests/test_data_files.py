"""Files made from a dump: in place whole or not at all, and read only in their own format."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import pytest

from onrecord.data_files import broken_line, data_file, new_file, numbered_lines, opened
from onrecord.errors import ActorsFileError, OnrecordError

DUMP = Path("dump.txt")


def stopped(path: Path) -> None:
    """A writer that is stopped half way."""
    path.write_text("half")
    raise KeyboardInterrupt


def database(path: Path, version: int) -> Path:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("CREATE TABLE word (word TEXT)")
    connection.close()
    return path


@pytest.mark.parametrize(
    ("stem", "name"),
    [("UA", "UA"), ("all countries-2", "all_countries-2"), ("../Київ", "_______"), ("", "places")],
)
def test_a_file_has_the_name_of_its_dump(stem: str, name: str, tmp_path: Path) -> None:
    assert data_file(tmp_path, stem, otherwise="places") == tmp_path / f"{name}.sqlite"


def test_a_new_file_takes_the_place_of_the_old_one_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "made" / "a.sqlite"
    for content in ("first", "second"):
        before = target.read_text() if target.exists() else None
        with new_file(target) as temporary:
            temporary.write_text(content)
            assert (target.read_text() if target.exists() else None) == before
        assert target.read_text() == content
    assert list(target.parent.iterdir()) == [target]


def test_a_new_file_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "a.sqlite"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), new_file(target) as temporary:
        stopped(temporary)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_what_sqlite_cannot_write_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(OnrecordError, match=r"made: cannot be written \(disk is full\)"),
        new_file(tmp_path / "made" / "a.sqlite"),
    ):
        raise sqlite3.OperationalError("disk is full")
    assert list((tmp_path / "made").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("a file")
    with (
        pytest.raises(OnrecordError, match=r"made: cannot be written .*; name another"),
        new_file(tmp_path / "made" / "a.sqlite", remedy="name another"),
    ):
        pass


def test_what_is_opened_is_read_only(tmp_path: Path) -> None:
    connection = opened(database(tmp_path / "is it? 100%.sqlite", 3), 3)
    assert connection.execute("SELECT count(*) FROM word").fetchone() == (0,)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("INSERT INTO word VALUES ('a')")
    connection.close()


def test_another_format_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="format 2 instead of 3"):
        opened(database(tmp_path / "a.sqlite", 2), 3)


def test_what_is_no_database_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"no database at all, only words" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        opened(tmp_path / "a.sqlite", 3)


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        opened(tmp_path / "a.sqlite", 3)
    assert not list(tmp_path.iterdir())


def test_lines_have_their_numbers() -> None:
    lines = numbered_lines(io.BytesIO(b"a\n\nb"), DUMP, longest=10)
    assert list(lines) == [(1, b"a\n"), (2, b"\n"), (3, b"b")]


def test_a_line_that_is_too_long_is_named_after_those_before_it() -> None:
    lines = numbered_lines(io.BytesIO(b"a\nbbbbb\n"), DUMP, longest=5, error=ActorsFileError)
    assert next(lines) == (1, b"a\n")
    with pytest.raises(ActorsFileError, match=r"dump\.txt: line 2 is too long; nothing was imp"):
        next(lines)


def test_a_broken_line_is_named() -> None:
    error = broken_line(DUMP, 7, "is not UTF-8")
    assert type(error) is OnrecordError
    assert (error.source, error.problem) == ("dump.txt", "line 7 is not UTF-8")
