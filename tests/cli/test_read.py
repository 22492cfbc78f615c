"""``onrecord read``, run as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.record import Record

PAGE = (
    "The strait will stay closed until the boats have left, Minister Ilse Brandvold said on "
    "Tuesday.\n“We are in no hurry,” she told reporters in Vessen.\n"
)


def run(
    *arguments: str | Path, given: bytes = b"", cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **environment},
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err or environment.get("ONRECORD_DEBUG") == "1"
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def missing(tmp_path: Path) -> Path:
    return tmp_path / "missing.txt"


def test_text_is_plain_where_there_is_no_terminal(page: Path) -> None:
    done = run("read", page)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    for words in ("who", "words", "Brandvold", "hurry,”"):
        assert words in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


def test_json_is_one_record(page: Path) -> None:
    done = run("read", page, "--format", "json", "--published", "2024-05-17")
    record = Record.from_json(done.stdout)
    assert record.page.text == PAGE
    assert record.page.published is not None
    assert record.page.published.value == "2024-05-17"
    assert record.page.published.source == "argument"
    assert record.statements


def test_many_pages_keep_their_order(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(PAGE.replace("Ilse Brandvold", "Tomas Reyl"), "utf-8")
    names = [page, other, page]
    lines = run("read", *names, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["page"]["source"] for line in lines] == list(map(str, names))
    array = json.loads(run("read", *names, "--format", "json").stdout)
    assert [item["page"]["source"] for item in array] == list(map(str, names))


def test_standard_input_is_a_page() -> None:
    done = run("read", "-", "--format", "jsonl", given=PAGE.encode())
    assert done.returncode == 0
    assert Record.from_json(done.stdout).page.text == PAGE


def test_a_bad_page_is_named_and_the_others_are_read(page: Path, missing: Path) -> None:
    done = run("read", page, missing, page, "--format", "jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    summary, line = done.stderr.splitlines()
    assert summary == "onrecord: 1 of 3 pages could not be read:"
    assert str(missing) in line


def test_one_bad_page_is_one_line(missing: Path) -> None:
    for form in ("text", "jsonl", "html", "json"):
        done = run("read", missing, "--format", form)
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.startswith(f"onrecord: {missing}")
        assert done.stderr.count("\n") == 1


def test_the_ending_of_the_file_tells_the_format(page: Path, tmp_path: Path) -> None:
    for ending, beginning in (("json", "{"), ("jsonl", '{"version"'), ("html", "<!doctype")):
        out = tmp_path / f"record.{ending}"
        done = run("read", page, "--out", out)
        assert (done.returncode, done.stdout) == (0, "")
        assert out.read_text("utf-8").startswith(beginning)
    out = tmp_path / "record.md"
    run("read", page, "--out", out)
    assert "words" in out.read_text("utf-8")


def test_what_was_in_the_file_stays_if_nothing_could_be_read(missing: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    out.write_text("before")
    assert run("read", missing, "--out", out).returncode == 1
    assert out.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["record.json"]


@pytest.mark.parametrize(
    ("arguments", "help_in_message"),
    [
        (["read"], "PAGE"),
        (["read", "."], "is a folder; name the pages in it"),
        (["read", "nowhere/*.html"], "no file matches nowhere/*.html"),
        (["read", "-", "-"], "only once"),
        (["read", "-", "--published", "17 May"], "YYYY-MM-DD"),
        (["read", "-", "--format", "xml"], "xml"),
        (["read", "-", "--threads", "0"], "--threads"),
        (["read", "-", "--out", "."], "name a file in it"),
        (["read", "-", "--actors", "nowhere.toml"], "nowhere.toml"),
        (["read", "-", "--actors", "."], "--actors"),
        (["reed"], "reed"),
    ],
)
def test_what_is_not_understood_is_status_2(arguments: list[str], help_in_message: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert help_in_message in " ".join(done.stderr.split())


def test_a_folder_that_is_not_there_is_told_before_reading(page: Path, tmp_path: Path) -> None:
    done = run("read", page, "--out", tmp_path / "nowhere" / "record.json")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_that_stops_early_is_no_error(page: Path) -> None:
    command = f'"{sys.executable}" -m onrecord read "{page}" "{page}" --format json | head -c 1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True)
    assert done.stdout == b"["
    assert done.stderr == b""


def test_escape_sequences_of_a_page_do_not_reach_the_terminal() -> None:
    hostile = PAGE.replace("no hurry", "no \x1b[31mhurry\x1b]0;title\x07 \u202e")
    done = run("read", "-", given=hostile.encode())
    assert done.returncode == 0
    assert not set(done.stdout) & set("\x1b\x07\u202e")


def test_debugging_shows_the_traceback(missing: Path, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "record.json"
    done = run("read", missing, "--out", out, ONRECORD_DEBUG="1")
    assert "Traceback" in done.stderr
