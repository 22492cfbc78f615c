"""A table's cells hold whatever a page may have written."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.cells import line, text_cell

HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("\t\n\r\v\f\"'\\=+-@＝\u2028\u2029\x85\x00 \u202e"), st.characters()
    )
)


def test_a_cell_is_one_line_without_tabs() -> None:
    assert text_cell(" a\tb\r\nc\u2028d\x00e ") == "a b c d e"


def test_a_formula_is_a_text() -> None:
    assert text_cell("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert text_cell("\t +1") == "'+1"
    assert text_cell("@cmd") == "'@cmd"
    assert text_cell("1 - 1 = 0") == "1 - 1 = 0"


def test_quotation_marks_and_backslashes_are_no_syntax() -> None:
    assert text_cell('"Bobi" and ("Lo")') == "“Bobi” and (“Lo”)"
    assert text_cell("back\\") == "back/"


def test_marks_that_reorder_the_line_are_left_out() -> None:
    assert text_cell("a\u202eb\u2066c") == "abc"


def test_numbers_stay_numbers() -> None:
    assert line([-2.5, 3, None, "", "043"]) == "-2.5\t3\t\t\t043\n"
    assert line([None, "", 0], nothing="None") == "None\tNone\t0\n"


@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_every_reader_sees_the_same_cells(texts: list[str]) -> None:
    written = line(["first", *texts, "last"])
    written.encode("utf-8")
    assert len(written.splitlines()) == 1
    cells = written.removesuffix("\n").split("\t")
    assert len(cells) == len(texts) + 2
    quoting = list(csv.reader(StringIO(written), dialect="excel-tab", escapechar="\\"))
    assert quoting == [cells]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
