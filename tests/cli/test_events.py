"""``onrecord events``: who did what to whom, when and where, in which words."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from onrecord.cli import terminal
from onrecord.cli.events import EventFormat, parts
from onrecord.cli.main import app
from onrecord.record import Event, Place, Quantity, Record, Span, When
from tests.cli.shown import HOSTILE, fits, plain, terminal_of
from tests.compare.negotiation import ACTORS, Done, Told, page


def record() -> Record:
    """Two events: one with all that can be known, one of which only the type is."""
    bare = page(
        Told("minister", "accuse", "Boats rammed two trawlers off Bergen on Thursday"),
        Done("iceland", "ASSAULT", "The nets were cut", "norway", mode="heavy-weapons", said_by=0),
        Done("iceland", "CONSULT", "Both may meet", status="planned"),
    )
    text = bare.page.text
    bergen = text.index("Bergen")
    rammed, two = text.index("rammed"), text.index("two trawlers")
    full, planned = bare.events
    return replace(
        bare,
        places=(Place(id="bergen", span=Span(bergen, bergen + 6), name="Bergen", country="NOR"),),
        events=(
            replace(
                full,
                span=Span(rammed, rammed + 6),
                anchors=(Span(rammed, rammed + 6),),
                contexts=("maritime",),
                cameo="194",
                date=When(value="2024-05-16", bound="not after"),
                place="bergen",
                quantities=(Quantity(span=Span(two, two + 12), value=2, unit="trawlers"),),
            ),
            replace(planned, actors=()),
        ),
    )


TABLE = """
    when, where    who, to whom   what
────────────────────────────────────────────────────────────────────────────────────────────────────
1   ≤ 2024-05-16   Iceland        ASSAULT · heavy-weapons · maritime · CAMEO 194
    Bergen, NOR    → Norway       Boats rammed two trawlers off Bergen on Thursday.
                                  two trawlers
                                  said by Ilse Brandvold in statement 1

2                  –              CONSULT · planned
                                  Both may meet.

≤ means on that day or earlier; the day itself is not known.
"""

SECTION = """
Events
when           who, to whom       type               words
────────────────────────────────────────────────────────────────────────────────────────────────────
≤ 2024-05-16   Iceland → Norway   ASSAULT ·          Boats rammed two trawlers off …
                                  heavy-weapons
               –                  CONSULT ·          Both may meet.
                                  planned
"""


def shown(*records: Record, form: str = "text") -> str:
    return "".join(parts(records, EventFormat(form), colour=form == "text"))


def test_all_that_is_known_stands_beside_the_words() -> None:
    assert shown(record()).endswith(TABLE)


def test_a_record_has_a_section_of_its_events() -> None:
    text = "".join(terminal.parts([record()], colour=False))
    assert text.endswith(SECTION)
    assert "2 events" in " ".join(text.split())


@pytest.mark.parametrize("columns", [40, 79, 80, 130])
def test_lines_fit(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal_of(columns, monkeypatch)
    for text in (shown(record()), "".join(terminal.parts([record()], colour=True))):
        assert fits(text, columns)
        squeezed = "".join(plain(text).split())
        for word in ("Iceland", "→Norway", "ASSAULT", "rammed", "planned"):
            assert word in squeezed


@pytest.mark.parametrize("columns", [60, 100])
def test_words_of_the_page_do_not_command_the_terminal(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal_of(columns, monkeypatch)
    hostile = page(
        Told("union", "deny", HOSTILE),
        Done("union", HOSTILE, HOSTILE, "norway", mode=HOSTILE, said_by=0),
        id_=HOSTILE,
        actors=tuple(replace(actor, name=HOSTILE) for actor in ACTORS),
    )
    for text in (shown(hostile), "".join(terminal.parts([hostile], colour=True))):
        assert not set(plain(text)) & set("\x1b\x9b\u202e\r\x07")
        assert plain(text).count(":smile:") > 3


def test_rows_have_names_and_words_in_place_of_ids() -> None:
    row, bare = csv.DictReader(StringIO(shown(record(), form="csv")))
    assert (row["actors"], row["actor_countries"], row["recipients"]) == (
        "Iceland",
        "ISL",
        "Norway",
    )
    assert (row["place"], row["place_country"], row["date"]) == ("Bergen", "NOR", "2024-05-16")
    assert (row["said_by"], row["quantities"], row["in"]) == (
        "Ilse Brandvold",
        "two trawlers",
        "article",
    )
    assert record().page.text[int(row["start"]) : int(row["end"])] == row["words"] == "rammed"
    assert (bare["actors"], bare["date"], bare["said_by"]) == ("", "", "")
    objects = json.loads(shown(record(), form="json"))
    assert [each["type"] for each in objects] == ["ASSAULT", "CONSULT"]
    assert objects[0]["contexts"] == ["maritime"]
    assert [json.loads(line) for line in shown(record(), form="jsonl").splitlines()] == objects


@pytest.mark.parametrize("form", ["plover", "polecat", "gdelt", "cameo"])
def test_other_tools_get_the_events_in_their_form(form: str) -> None:
    found = replace(record(), events=_countable(record().events))
    assert "ISL" in shown(found, form=form)


def _countable(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return tuple(replace(event, contexts=("military",)) for event in events[:1])


def test_without_events_there_is_a_sentence() -> None:
    assert "No event was found." in shown(page())


def test_several_pages_stand_one_below_another() -> None:
    assert shown(record(), record()).count("who, to whom") == 2


def test_a_form_that_nobody_knows_is_status_2() -> None:
    done = CliRunner().invoke(app, ["events", "x.txt", "--format", "xml"])
    assert done.exit_code == 2
    assert "polecat" in done.output
