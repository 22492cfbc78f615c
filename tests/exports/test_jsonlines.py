"""JSON in its three shapes."""

from __future__ import annotations

import json

from onrecord.exports import jsonlines
from onrecord.record import Record
from tests import handmade


def test_a_record_is_a_line() -> None:
    lines = list(jsonlines.lines([handmade.record(), handmade.record()]))
    assert [line.count("\n") for line in lines] == [1, 1]
    assert Record.from_json(lines[0]) == handmade.record()


def test_one_record_is_an_object() -> None:
    text = "".join(jsonlines.indented([handmade.record()], array=False))
    assert Record.from_json(text) == handmade.record()


def test_many_records_are_an_array() -> None:
    for number in range(3):
        text = "".join(jsonlines.indented([handmade.record()] * number, array=True))
        assert len(json.loads(text)) == number
