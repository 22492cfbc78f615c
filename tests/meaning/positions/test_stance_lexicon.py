"""stances.toml: the twelve stances of the record, and entries that are found."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.lexicon import read_toml
from onrecord.meaning.positions.cues import load_cues
from onrecord.record import Stance

STANCES = set(get_args(Stance))


def test_every_stance_is_defined_once_with_its_category() -> None:
    stances = read_toml("stances.toml")["stances"]
    assert sorted(s["id"] for s in stances) == sorted(STANCES)
    for stance in stances:
        assert stance["definition"]
        assert stance["bpa"]
        assert set(stance["apart_from"]) <= STANCES


@pytest.mark.parametrize("entry", read_toml("stances.toml")["cues"], ids=lambda e: e["words"][:24])
def test_every_cue_names_stances_and_classes_that_exist(entry: dict[str, object]) -> None:
    classes = load_cues().classes
    assert entry["stance"] in STANCES
    assert entry.get("negated", "") in STANCES | {"", "by verb"}
    assert entry.get("else_stance", "") in STANCES | {""}
    for key in ("only_verbs", "unless_verbs"):
        name = str(entry.get(key, "")).removeprefix("not ")
        assert not name or name in classes
    assert entry["part"] == "noun" or entry["takes"]
    assert "[" in str(entry["example"])


def test_compositions_give_stances() -> None:
    lexicon = load_cues()
    for (outer, inner), gives in lexicon.compositions.items():
        assert {outer, inner} <= STANCES
        assert gives in STANCES | {"", "inner", "same"}
