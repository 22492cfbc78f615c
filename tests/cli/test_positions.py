"""``onrecord positions``: a matrix of issues by parties."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from msgspec.structs import replace

from onrecord.cli import terminal
from onrecord.cli.positions import PositionFormat, parts
from onrecord.record import Record
from tests.cli.shown import HOSTILE, fits, plain, terminal_of
from tests.compare.negotiation import ACTORS, TREE, Said, page

RECORD = page(
    Said(
        "norway", "demands", "ceasefire", "an end to the shooting", "2024-05-10", speaker="minister"
    ),
    Said(
        "iceland", "is open to", "talks", "a meeting", toward="norway", condition="if the boats go"
    ),
    Said("union", "opposes", "quotas", "any quota", reported_by="norway"),
)

MATRIX = """
issue                Iceland                    Norway                     the Herring Union
────────────────────────────────────────────────────────────────────────────────────────────────────
ceasefire                                       demands
                                                an end to the shooting
                                                2024-05-10 · Ilse
                                                Brandvold

quotas                                                                     opposes, as Norway
                                                                           reports
                                                                           any quota
                                                                           ≤ 2024-05-17

talks                is open to toward Norway
                     a meeting
                     condition: if the boats
                     go
                     ≤ 2024-05-17

≤ means on that day or earlier; the day itself is not known.
"""

SECTION = """
Positions
issue       party               stance                 words
────────────────────────────────────────────────────────────────────────────────────────────────────
ceasefire   Norway              demands                an end to the shooting
quotas      the Herring Union   opposes, as Norway     any quota
                                reports
talks       Iceland             is open to toward      a meeting
                                Norway                 condition: if the boats go
"""


def shown(*records: Record, party: tuple[str, ...] = (), form: str = "text") -> str:
    return "".join(parts(records, PositionFormat(form), list(party), TREE, colour=True))


def test_issues_by_parties_each_cell_with_its_words() -> None:
    assert MATRIX in shown(RECORD)


def test_only_the_parties_that_are_asked_for() -> None:
    text = shown(RECORD, party=("NOR", "DNK"))
    assert "Denmark" in text
    assert "an end to the shooting" in text
    assert "any quota" not in text


@pytest.mark.parametrize("columns", [40, 79, 80, 100, 130])
def test_parties_for_whom_there_is_no_room_have_a_table_of_their_own(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal_of(columns, monkeypatch)
    text = shown(RECORD)
    assert fits(text, columns)
    squeezed = "".join(plain(text).split())
    for words in ("Iceland", "Norway", "theHerringUnion", "ameeting", "anyquota"):
        assert words in squeezed


def test_without_positions_there_is_a_sentence() -> None:
    assert "No position was found." in shown(page())
    assert shown() == ""


def test_rows_have_every_position_with_its_span() -> None:
    rows = list(csv.DictReader(StringIO(shown(RECORD, form="csv"))))
    assert [row["party"] for row in rows] == ["NOR", "ISL", "herring union"]
    for row in rows:
        assert RECORD.page.text[int(row["start"]) : int(row["end"])] == row["words"]
    assert rows[0]["said_by"] == "Ilse Brandvold"
    assert (rows[1]["condition"], rows[1]["toward"]) == ("if the boats go", "NOR")
    assert (rows[2]["reported_by"], rows[2]["day_bound"]) == ("NOR", "not after")
    (norway,) = json.loads(shown(RECORD, party=("NOR",), form="json"))
    assert norway["stance"] == "demands"
    assert len(shown(RECORD, form="jsonl").splitlines()) == 3


@pytest.mark.parametrize("columns", [60, 100])
def test_words_of_the_page_do_not_command_the_terminal(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal_of(columns, monkeypatch)
    hostile = page(
        Said("union", "demands", HOSTILE, HOSTILE, speaker="minister", condition=HOSTILE),
        Said("iceland", "demands", HOSTILE, HOSTILE, reported_by="union", toward="union"),
        id_=HOSTILE,
        actors=tuple(replace(actor, name=HOSTILE) for actor in ACTORS),
    )
    both = (shown(hostile), "".join(terminal.parts([hostile], colour=True)))
    for text in map(plain, both):
        assert not set(text) & set("\x1b\x9b\u202e\r\x07")
        assert text.count(":smile:") > 4


def test_a_record_has_a_section_of_its_positions() -> None:
    text = "".join(terminal.parts([RECORD], colour=False))
    assert SECTION in text
    assert "· 3 positions" in " ".join(text.split())
    assert "Positions" not in "".join(terminal.parts([page()], colour=False))


def test_a_narrow_terminal_has_one_thing_below_another(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal_of(50, monkeypatch)
    text = plain("".join(terminal.parts([RECORD], colour=True)))
    assert "\ntalks · Iceland\nis open to toward Norway\na meeting\n" in text
    assert fits(text, 50)
