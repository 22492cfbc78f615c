"""The golden cases in tests/cases: a page, and the record it should give.

A case is a folder with ``page.txt`` or ``page.html`` (or ``options.toml`` naming another page),
``options.toml`` if the reader is told something, and ``record.json``. Spans are written with their
words, so that a difference can be read. ``make cases`` renews every record; review what changed.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from onrecord import Reader, Record, Span

FOLDER = Path(__file__).parent.parent / "tests" / "cases"

LONGEST_QUOTED = 240
"""Characters of a span's words that are shown; of a longer one its two ends."""

CONFIDENCE_TOLERANCE = 0.02
"""Processors differ in the last digits of a quantised model."""


@dataclass(frozen=True, slots=True)
class Case:
    """A folder with a page and the record it should give; ``options`` are the reader's."""

    name: str
    page: Path
    golden: Path
    options: dict[str, Any] = field(default_factory=dict)

    def read(self, reader: Reader) -> Record:
        """The record that the code gives now."""
        return reader.read(self.page, **self.options)


def found(folder: Path = FOLDER) -> Iterator[Case]:
    """The cases, by name."""
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        settings = place / "options.toml"
        options = tomllib.loads(settings.read_text("utf-8")) if settings.exists() else {}
        pages = [place / options.pop("page")] if "page" in options else sorted(place.glob("page.*"))
        if pages:
            yield Case(place.name, pages[0].resolve(), place / "record.json", options)


def shown(record: Record) -> dict[str, Any]:
    """The record as plain data with words beside the numbers, and without what is not its own."""
    plain: dict[str, Any] = _plain(record, record.page.text)
    page = plain["page"]
    del page["source"], page["sha256"]  # where the page lies, and what its bytes are
    if page["media_type"] == "text/plain":
        del page["text"]  # the file beside it
    else:
        page["text"] = record.page.text.split("\n")
    return {name: value for name, value in plain.items() if value not in ([], ())}


def _plain(value: Any, text: str) -> Any:
    if isinstance(value, Span):
        return f"{value.start}-{value.end} {_shortened(text[value.start : value.end])}"
    if isinstance(value, msgspec.Struct):
        names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
        return {encoded: _plain(getattr(value, name), text) for name, encoded in names}
    if isinstance(value, tuple):
        return [_plain(element, text) for element in value]
    return round(value, 2) if isinstance(value, float) else value


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_QUOTED:
        return words
    half = LONGEST_QUOTED // 2
    return f"{words[:half]} […] {words[-half:]}"


def written(data: Any) -> str:
    """The text of a golden file."""
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def with_tolerance(now: Any, golden: Any) -> Any:
    """``now`` with the golden confidence wherever the two are near enough."""
    if isinstance(now, dict) and isinstance(golden, dict):
        return {name: with_tolerance(value, golden.get(name)) for name, value in now.items()}
    if isinstance(now, list) and isinstance(golden, list) and len(now) == len(golden):
        return [with_tolerance(*pair) for pair in zip(now, golden, strict=True)]
    if isinstance(now, float) and isinstance(golden, float):
        return golden if abs(now - golden) <= CONFIDENCE_TOLERANCE + 1e-9 else now
    return now


def main() -> None:
    """Renew the golden records whose difference is more than a digit of confidence."""
    reader = Reader()
    for case in found():
        data = shown(case.read(reader))
        before = case.golden.read_text("utf-8") if case.golden.exists() else "null"
        after = written(with_tolerance(data, json.loads(before)))
        if after != before:
            case.golden.write_text(after, "utf-8")
            sys.stdout.write(f"renewed {case.golden.relative_to(FOLDER.parent.parent)}\n")


if __name__ == "__main__":
    main()
