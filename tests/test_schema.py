"""The JSON Schema beside the record is made from it, and real records fit it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

import onrecord
from onrecord.record import Record, json_schema
from tests import handmade

FILE = Path(onrecord.__file__).parent / "record.schema.json"


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(FILE.read_text("utf-8"))


def test_the_schema_is_made_from_the_types(schema: Any) -> None:
    assert schema == json.loads(json.dumps(json_schema())), "run `make schema`"


def test_a_record_fits_the_schema(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(handmade.record().to_json()), schema)


def test_a_span_of_three_does_not_fit(schema: Any) -> None:
    data = json.loads(handmade.record().to_json())
    data["statements"][0]["span"] = [0, 1, 2]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


def test_json_and_back_is_the_same_record() -> None:
    record = handmade.record()
    assert Record.from_json(record.to_json()) == record
    assert Record.from_json(record.to_json(indent=2)) == record


def test_indented_json_keeps_spans_on_one_line() -> None:
    record = handmade.record()
    start, end = record.statements[0].span
    assert f'"span": [{start}, {end}]' in record.to_json(indent=2)


def test_json_that_is_no_record_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        Record.from_json('{"version": "1"}')
