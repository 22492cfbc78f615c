"""Tables of cells that tabs part, safe to open in anything: page text stands in them.

Such tables have no quoting and no escapes, so that what would need them is written otherwise: a
tab or line end within a cell is a space, a straight quotation mark a typographic one, a backslash
a stroke. A reader that takes quotation marks or backslashes for syntax then sees the same cells as
one that does not. A text that a spreadsheet would run as a formula begins with an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Cell = str | int | float | None

_UNWRITABLE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Marks that reorder what is shown, halves of a pair, which no encoding can write, and the byte
order mark."""

_SPACE = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_OPENING_QUOTE = re.compile(r"(^|[\s(\[])\"")
_FORMULA = tuple("=+-@＝＋－＠")


def text_cell(text: str) -> str:
    """Text of a page as a cell: one line, without anything that a reader takes for syntax."""
    line = _SPACE.sub(" ", _UNWRITABLE.sub("", text)).strip()
    line = _OPENING_QUOTE.sub(r"\1“", line).replace('"', "”").replace("\\", "/")
    return f"'{line}" if line.startswith(_FORMULA) else line


def line(cells: Iterable[Cell], *, nothing: str = "") -> str:
    """A row with its line break. ``nothing`` stands for None and for a text that is empty."""
    return "\t".join(_written(cell) or nothing for cell in cells) + "\n"


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return text_cell(cell) if isinstance(cell, str) else str(cell)
