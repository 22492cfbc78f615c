"""How the files of the lexicon are read."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from onrecord.lexicon import alternatives, entries, listed, read_text, read_toml, rows


def test_a_table_is_read_once() -> None:
    assert read_toml("times.toml") is read_toml("times.toml")
    assert "members" in read_toml("times.toml")


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_text("none.toml")


def test_rows_leave_out_remarks_and_empty_lines() -> None:
    assert any(line.startswith("#") for line in read_text("codes_countries.tsv").splitlines())
    found = list(rows("codes_countries.tsv"))
    assert found
    assert all(re.fullmatch("[A-Z]{3}", code) and cells for code, *cells in found)


def test_entries_and_lists_are_without_the_white_space_around_them() -> None:
    assert entries(" a b ;c;; ") == ["a b", "c"]
    assert listed("say,\n  point\n out ,, tell,\n") == ["say", "point out", "tell"]


def test_the_longest_alternative_is_taken() -> None:
    pattern = re.compile(alternatives(["so", "so far", "a.m."]))
    assert pattern.match("so \n far")[0] == "so \n far"  # type: ignore[index]
    assert pattern.fullmatch("a.m.")
    assert not pattern.fullmatch("axmx")


def test_importing_it_reads_no_file() -> None:
    code = "from onrecord.lexicon import read_toml; print(read_toml.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
