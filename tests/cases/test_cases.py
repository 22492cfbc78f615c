"""Pages and the records they should give; a new case is a new folder (see tools/cases.py)."""

from __future__ import annotations

import json
from itertools import zip_longest

import pytest

from onrecord import Reader
from tools import cases

CASES = list(cases.found())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_page_gives_its_record(case: cases.Case, reader: Reader) -> None:
    assert case.golden.exists(), "run `make cases` and review the new file"
    golden = json.loads(case.golden.read_text("utf-8"))
    record = case.read(reader)
    now = cases.with_tolerance(cases.shown(record), golden)
    pairs = zip_longest(cases.written(golden).split("\n"), cases.written(now).split("\n"))
    different = [f"-{old}\n+{new}" for old, new in pairs if old != new]
    assert not different, "\n".join(different[:20])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_plain_text_stays_as_it_is(case: cases.Case, reader: Reader) -> None:
    if case.page.suffix == ".txt":
        text = case.page.read_bytes().decode("utf-8")
        assert case.read(reader).page.text == text


def test_there_are_cases() -> None:
    assert len(CASES) >= 5
