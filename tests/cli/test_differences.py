"""``onrecord differences``: a table that tells where each side stands, and why the verdict."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from onrecord.cli.differences import DifferenceFormat, parts
from onrecord.cli.main import app
from onrecord.errors import OnrecordError
from onrecord.record import Record
from tests.cli.shown import HOSTILE, fits, plain, terminal_of
from tests.compare.negotiation import ACTORS, TREE, Done, Said, Told, page

MAY = page(
    Said(
        "norway", "demands", "ceasefire", "an end to the shooting", "2024-05-10", speaker="minister"
    ),
    Said("iceland", "refuses", "ceasefire", "discuss a truce", toward="norway"),
    Said("iceland", "commits to", "hostilities", "continue the search", reported_by="norway"),
    Said("norway", "demands", "quotas", "a share of the mackerel", "2024-05-10"),
    Done("iceland", "ASSAULT", "rammed", status="denied"),
    Done("iceland", "ASSAULT", "ramming"),
    id_="may",
    published="2024-05-11",
)
JUNE = page(
    Said("iceland", "offers", "quotas", "a third of the mackerel", "2024-06-02"),
    Said("norway", "is open to", "quotas", "a smaller share of the mackerel", condition="if paid"),
    Said("union", "opposes", "quotas", "any share"),
    id_="june",
    published="2024-06-03",
)

TABLE = """\
may.txt · published 2024-05-11 (from the argument) · 1 article · 1 statement · 5 actors · 4
positions · 2 events

More than one side speaks of
issue              Norway                          Iceland                        verdict
────────────────────────────────────────────────────────────────────────────────────────────────────
ceasefire          demands                         refuses toward Norway          differ
                   an end to the shooting          discuss a truce                Norway is for
                   2024-05-10 · Ilse Brandvold     ≤ 2024-05-11                   it, Iceland
                                                                                  against

One side speaks of
issue              Norway                          Iceland                        verdict
────────────────────────────────────────────────────────────────────────────────────────────────────
hostilities                                        commits to, as Norway          no verdict
                                                   reports                        Norway speaks of
                                                   continue the search            ceasefire
                                                   ≤ 2024-05-11

quotas             demands                                                        one side silent
                   a share of the mackerel                                        Iceland has
                   2024-05-10                                                     taken no stance

Claims that contradict each other
denied                                             claimed
────────────────────────────────────────────────────────────────────────────────────────────────────
the page itself                                    the page itself
rammed.                                            ramming.

≤ means on that day or earlier; the day itself is not known.
"""


def shown(*records: Record, between: str = "NOR,ISL", form: str = "text") -> str:
    chosen = DifferenceFormat(form)
    return "".join(parts(records, chosen, between.split(","), TREE, colour=form == "text"))


def test_each_side_stands_beside_the_other_with_its_words() -> None:
    assert "".join(parts([MAY], DifferenceFormat.text, ["NOR", "ISL"], TREE, colour=False)) == TABLE


def test_several_pages_are_numbered() -> None:
    text = shown(MAY, JUNE)
    assert text.startswith("[1] may.txt · 2024-05-11\n[2] june.txt · 2024-06-03\n")
    for words in ("2024-06-02 · [2]", "condition: if paid", "and 1 earlier", "differ, moved"):
        assert words in " ".join(text.split())


@pytest.mark.parametrize("columns", [40, 79, 80, 100, 130])
@pytest.mark.parametrize("between", ["NOR,ISL", "NOR,ISL,Herring Union"])
def test_lines_fit(columns: int, between: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal_of(columns, monkeypatch)
    text = shown(MAY, JUNE, between=between)
    assert "\x1b[" in text
    assert fits(text, columns)
    squeezed = "".join(plain(text).split())
    for words in ("shooting", "truce", "third", "mackerel", "≤2024-06-03", "differ"):
        assert words in squeezed


def test_a_pair_of_a_group_has_its_own_verdict() -> None:
    text = shown(JUNE, between="NOR,ISL,Herring Union")
    assert "Norway and Iceland: differ, moved closer" in text
    assert "Iceland and the Herring Union: differ" in text


def test_words_of_the_page_do_not_command_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal_of(100, monkeypatch)
    actors = tuple(replace(actor, name=HOSTILE) for actor in ACTORS)
    hostile = page(
        Said("union", "demands", "ceasefire", HOSTILE, speaker="minister", condition=HOSTILE),
        Said("norway", "refuses", HOSTILE, "x"),
        Told("union", "deny", HOSTILE),
        id_=HOSTILE,
        actors=actors,
    )
    text = plain(shown(hostile, between="NOR,[bold]x[/bold] :smile: 2J31m y"))
    assert not set(text) & set("\x1b\x9b\u202e\r\x07")
    assert ":smile:" in text


def test_denials_without_a_claim_beside_them_are_counted() -> None:
    alone = page(Told("envoy", "deny", "any wrongdoing"))
    text = shown(alone)
    assert "1 denial with no such claim on these pages." in text
    assert "contradict" not in text


def test_rows_have_the_words_of_both() -> None:
    rows = list(csv.DictReader(StringIO(shown(MAY, JUNE, form="csv"))))
    quotas = next(row for row in rows if row["issue"] == "quotas")
    assert (quotas["party"], quotas["other"]) == ("NOR", "ISL")
    assert (quotas["now"], quotas["change"]) == ("differ", "moved closer")
    assert quotas["party_words"] == "a smaller share of the mackerel"
    assert quotas["other_words"] == "a third of the mackerel"


def test_objects_have_all_positions_and_steps() -> None:
    found = {each["issue"]["id"]: each for each in json.loads(shown(MAY, JUNE, form="json"))}
    norway, _ = found["quotas"]["standings"]
    assert [each["stance"] for each in norway["earlier"]] == ["demands"]
    (latest,) = norway["latest"]
    assert JUNE.page.text[latest["start"] : latest["end"]] == latest["words"]
    (pair,) = found["quotas"]["pairs"]
    assert {"party": "NOR", "from": "demands", "to": "is open to", "towards": "closer"} in pair[
        "steps"
    ]
    lines = shown(MAY, JUNE, form="jsonl").splitlines()
    assert [json.loads(line)["issue"]["id"] for line in lines] == list(found)


def test_a_party_that_nobody_knows_and_one_that_is_another_are_errors() -> None:
    with pytest.raises(OnrecordError, match="no party is called 'Whalers'"):
        shown(MAY, between="NOR,Whalers")
    with pytest.raises(OnrecordError, match="one party, Norway"):
        shown(MAY, between="NOR,Norway")


def test_a_party_that_takes_no_position_is_silent() -> None:
    assert "No position of Norway, Denmark was found." in shown(page(), between="NOR,DNK")
    assert "Denmark has" in shown(MAY, between="NOR,DNK")


@pytest.mark.parametrize(
    ("arguments", "help_in_message"),
    [
        (["x.txt"], "--between"),
        (["x.txt", "--between", "NOR"], "two parties"),
        (["-", "-", "--between", "NOR,ISL"], "only once"),
        (["x.txt", "--between", "NOR,ISL", "--issues", "nowhere.toml"], "nowhere.toml"),
    ],
)
def test_what_is_not_understood_is_status_2(arguments: list[str], help_in_message: str) -> None:
    done = CliRunner().invoke(app, ["differences", *arguments])
    assert done.exit_code == 2
    assert help_in_message in " ".join(done.output.split())


def test_a_broken_dossier_names_its_line(tmp_path: Path) -> None:
    dossier = tmp_path / "issues.toml"
    dossier.write_text('[[issues]]\nid = "nets"\nlabel = "nets"\nparent = "nothing"\n', "utf-8")
    arguments = ["differences", "x.txt", "--between", "NOR,ISL", "--issues", str(dossier)]
    done = CliRunner().invoke(app, arguments)
    assert isinstance(done.exception, OnrecordError)
    assert "line 4" in str(done.exception)
