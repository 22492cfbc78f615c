"""Rows of named cells as CSV, JSON or JSON Lines."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any, TypeAlias

import msgspec

Row: TypeAlias = Mapping[str, Any]

_FORMULA = tuple("=+-@＝＋－＠")


def as_csv(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """A head of the columns' names and a line for each row.

    A list stands in one cell, its entries parted by "; "; what is not known is empty. Text that a
    spreadsheet would take for a formula has an apostrophe before it, for it may come from a page.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
        yield _taken(buffer)
    yield _taken(buffer)


def as_json(rows: Iterable[Row]) -> Iterator[str]:
    """An indented array of objects."""
    opening = "[\n"
    for row in rows:
        yield opening + msgspec.json.format(msgspec.json.encode(row), indent=2).decode()
        opening = ",\n"
    yield "\n]\n" if opening != "[\n" else "[]\n"


def as_json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """An object a line."""
    for row in rows:
        yield msgspec.json.encode(row).decode() + "\n"


def _taken(buffer: StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return _cell("; ".join(str(each) for each in value if each is not None))
    if isinstance(value, str):
        line = " ".join(value.replace("\0", " ").split()) if value.strip() else ""
        return f"'{line}" if line.startswith(_FORMULA) else line
    return value
