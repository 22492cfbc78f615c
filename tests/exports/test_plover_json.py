"""PLOVER's JSON."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import replace

from onrecord.exports import plover_json
from onrecord.record import Record
from tests.exports.coded_record import (
    ACCUSES,
    ACTORS,
    FIRED,
    HOST,
    MET,
    RELIEF,
    SEIZED,
    SEND,
    TEXT,
    published_columns,
    record,
    with_status,
)

OWN = {"status", "cameo", "said_by", "confidence", "date_bound", "dead", "injured", "arrested"}
OBJECTS = {
    "event": plover_json.PloverEvent,
    "entity": plover_json.Entity,
    "text_info": plover_json.TextInfo,
    "cite_info": plover_json.CiteInfo,
    "location": plover_json.Location,
}


def objects(of: Record) -> list[dict[str, Any]]:
    written = list(plover_json.lines([of], coder="onrecord 9"))
    assert all(line.count("\n") == 1 for line in written)
    return [json.loads(line) for line in written]


def test_the_fields_are_the_published_ones() -> None:
    for name, form in OBJECTS.items():
        published = {row[1] for row in published_columns("plover_json") if row[0] == name}
        own = OWN if name == "event" else set()
        assert set(form.__struct_fields__) - own <= published
        assert not own & published


def test_the_sizes_bear_the_published_names() -> None:
    sizes = {row[1] for row in published_columns("plover_json") if row[0] == "size"}
    assert sizes <= OWN


def test_required_fields_are_always_there() -> None:
    required = {row[1] for row in published_columns("plover_json") if row[2:] == ["required"]}
    for of in (record(), record(published=None)):
        for each in objects(of):
            assert required <= set(each)


def test_one_event_by_hand() -> None:
    [found] = objects(record(MET))
    assert found == {
        "id": "page_ev-met",
        "date": "2024-05-16",
        "date_bound": "on",
        "actor": [
            {
                "code": "ISL",
                "sector": "GOV",
                "entity_text": "Tomas Reyl",
                "identifier_text": "Tomas Reyl",
            }
        ],
        "recipient": [
            {
                "code": "NOR",
                "sector": "GOV",
                "entity_text": "Ilse Brandvold",
                "identifier_text": "Ilse Brandvold",
                "office": "Foreign Minister",
            }
        ],
        "event": ["CONSULT"],
        "mode": ["visit"],
        "context": ["diplomatic"],
        "event_text": ["met"],
        "quad_code": 1,
        "event_scale": 4.0,
        "event_loc": {
            "extracted_place": "Bergen",
            "resolved_place": "Bergen",
            "geonameid": 3161732,
            "lat": 60.39,
            "lon": 5.32,
            "city": "Bergen",
            "country": "Norway",
            "country_code": "NOR",
            "resolution": 4,
        },
        "link": "story-1",
        "text_info": {"start": MET.span.start, "end": MET.span.end},
        "cite_info": {
            "url": "https://news.example/talks",
            "title": "Mackerel talks open",
            "language": "en",
            "publication": "Havn Post",
            "coder": "onrecord 9",
            "codebook": "plover-2.0",
        },
        "coder": "onrecord 9",
        "status": "happened",
        "cameo": "042",
        "confidence": 0.875,
    }


def test_the_offsets_are_those_of_the_page() -> None:
    for found in objects(record()):
        start, end = found["text_info"]["start"], found["text_info"]["end"]
        assert all(words in TEXT[start:end] for words in found["event_text"])


def test_an_event_that_begins_the_page_has_its_offset() -> None:
    first = replace(MET, span=MET.span._replace(start=0))
    assert objects(record(first))[0]["text_info"]["start"] == 0


def test_what_is_only_possible_has_its_auxiliary_mode() -> None:
    [found] = objects(record(SEND))
    assert (found["event"], found["context"]) == (["MOBILIZE"], ["hypothetical"])
    [found] = objects(record(with_status("planned", type="ASSAULT", cameo="190")))
    assert (found["event"], found["context"]) == (["ASSAULT"], ["future"])


def test_an_announced_meeting_is_an_agreement_and_has_none() -> None:
    [found] = objects(record(HOST))
    assert (found["event"], found["status"]) == (["AGREE"], "planned")
    assert "context" not in found


def test_what_is_denied_or_not_codable_is_left_out() -> None:
    assert objects(record(SEIZED, FIRED, RELIEF)) == []


def test_a_number_of_people_has_its_field() -> None:
    [found] = objects(record(replace(FIRED, actors=("ac-iceland",))))
    assert found["injured"] == 14
    assert "dead" not in found


def test_a_day_that_is_not_told_is_the_latest_and_says_so() -> None:
    [found] = objects(record(replace(FIRED, actors=("ac-iceland",))))
    assert (found["date"], found["date_bound"]) == ("2024-04-30", "not after")
    [found] = objects(record(replace(ACCUSES, date=None)))
    assert (found["date"], found["date_bound"]) == ("2024-05-17", "not after")
    [found] = objects(record(replace(ACCUSES, date=None), published=None))
    assert found["date"] is None
    assert "date_bound" not in found


def test_two_sectors_run_together_and_the_union_has_its_code() -> None:
    norway = replace(ACTORS[2], sectors=("MIL", "GOV", "ELI"))
    [found] = objects(record(ACCUSES, actors=(norway, *ACTORS[3:])))
    assert found["actor"][0]["sector"] == "MILGOV"
    assert objects(record(HOST))[0]["actor"][0]["code"] == "EUR"


def test_hostile_names_stay_within_their_line() -> None:
    named = tuple(replace(a, name='"}\n{"id": 1}') for a in ACTORS)
    [found] = objects(record(ACCUSES, actors=named))
    assert found["actor"][0]["identifier_text"] == '"}\n{"id": 1}'
