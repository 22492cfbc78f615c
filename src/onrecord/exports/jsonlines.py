"""JSON: one object, an array, or one object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.record import Record


def lines(records: Iterable[Record]) -> Iterator[str]:
    """JSON Lines: each record as one line with its line break."""
    for record in records:
        yield record.to_json() + "\n"


def indented(records: Iterable[Record], *, array: bool) -> Iterator[str]:
    """Indented JSON: an array of the records when ``array``, else each record by itself."""
    if not array:
        for record in records:
            yield record.to_json(indent=2) + "\n"
        return
    opening = "[\n"
    for record in records:
        yield opening + record.to_json(indent=2)
        opening = ",\n"
    yield "\n]\n" if opening != "[\n" else "[]\n"
