"""Rows as CSV and JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO

from onrecord.exports.rows import Row, as_csv, as_json, as_json_lines

ROWS: list[Row] = [
    {"a": 'x, "y"\nz', "b": ["one", "two"], "c": None},
    {"a": "ü", "b": (), "c": 0.5},
]


def test_csv_has_a_line_for_each_row() -> None:
    text = "".join(as_csv(ROWS, ("a", "b", "c", "d")))
    assert text.count("\n") == 3
    assert list(csv.reader(StringIO(text))) == [
        ["a", "b", "c", "d"],
        ['x, "y" z', "one; two", "", ""],
        ["ü", "", "0.5", ""],
    ]


def test_without_rows_the_columns_are_named() -> None:
    assert "".join(as_csv([], ("a", "b"))) == "a,b\n"


def test_a_spreadsheet_runs_nothing_that_a_page_says() -> None:
    for word in ("=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"):
        cells = list(csv.reader(StringIO("".join(as_csv([{"a": word}, {"a": [word]}], ("a",))))))
        assert [row[0][0] for row in cells[1:]] == ["'", "'"]
    assert "".join(as_csv([{"a": -1.5}], ("a",))) == "a\n-1.5\n"


def test_json_is_an_array_and_json_lines_are_objects() -> None:
    assert json.loads("".join(as_json(ROWS))) == json.loads(json.dumps(ROWS))
    assert "".join(as_json([])) == "[]\n"
    assert [json.loads(line) for line in "".join(as_json_lines(ROWS)).splitlines()] == json.loads(
        json.dumps(ROWS)
    )
