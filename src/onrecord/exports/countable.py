"""Which events a form takes that has no field for status, and as what.

Event data count what was done. A form that cannot say "planned" or "denied" gets what happened or
goes on, and of the rest only what counts by its own type, as a threat does;
``lexicon/exports_statuses.toml`` has the choices and the sections of PLOVER's codebook behind them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from msgspec.structs import replace

from onrecord.lexicon import read_toml
from onrecord.lexicon.plover import event_types
from onrecord.record import Event, Record, Span


@dataclass(frozen=True, slots=True)
class _Statuses:
    counts: dict[str, frozenset[str]]
    auxiliary: dict[str, str]
    announced: dict[str, str]


@cache
def _statuses() -> _Statuses:
    table = read_toml("exports_statuses.toml")
    counts = {status: frozenset(types.split()) for status, types in table["counts"].items()}
    return _Statuses(counts, table["auxiliary"], table["announced"])


def counts(event: Event) -> bool:
    """Whether the event counts in a form without status."""
    types = _statuses().counts.get(event.status, frozenset())
    return "any" in types or event.type in types


def auxiliary_mode(event: Event) -> str | None:
    """PLOVER's auxiliary mode of an event that does not count: "future", "hypothetical" or None."""
    return None if counts(event) else _statuses().auxiliary.get(event.status)


def countable(record: Record) -> Iterator[Event]:
    """The events of a record that count, announced acts as announcements."""
    return (event for event in as_announced(record) if counts(event))


def as_announced(record: Record) -> Iterator[Event]:
    """All events of a record; what is planned and cooperative as the announcement that it is.

    "A will meet B" is an agreement to meet (PLOVER 3.1). Where the page tells that announcement as
    an event of its own ("A agreed to meet B"), around the same words and by the same actor, that
    one stands and the act is left out. An announcement has no date: that of the record is the day
    for which the act is planned.
    """
    told: _Told | None = None
    for event in record.events:
        announced = _announcement(event)
        if announced.type == event.type:
            yield announced
            continue
        told = told or _Told(record.events)
        if not told.includes(announced):
            yield announced


def has_its_sides(event: Event) -> bool:
    """Whether PLOVER codes it: somebody acts (7.5), and the other side is there where it must be.

    Who takes part in what is done together is an actor, so that two of them are both sides.
    """
    known = event_types().get(event.type)
    other_side = bool(event.recipients) or len(event.actors) > 1
    return bool(event.actors) and (known is None or not known.needs_recipient or other_side)


def _announcement(event: Event) -> Event:
    """What is planned, as what PLOVER and CAMEO code before it is done; others as they are."""
    known = event_types().get(event.type)
    if event.status != "planned" or known is None:
        return event
    code = _announced_code(event.cameo)
    if known.future is not None:
        return replace(event, type=known.future, mode=None, cameo=code, date=None)
    return replace(event, cameo=code, date=None) if counts(event) else event


def _announced_code(code: str | None) -> str | None:
    if code is None:
        return None
    table = _statuses().announced
    beginnings = (code[:length] for length in range(len(code), 1, -1))
    return next((table[part] for part in beginnings if part in table), code)


class _Told:
    """The spans of the events that count, by type and actor; one look-up takes logarithmic time."""

    def __init__(self, events: Sequence[Event]) -> None:
        spans: dict[tuple[str, str], list[Span]] = {}
        for event in filter(counts, events):
            for actor in event.actors:
                spans.setdefault((event.type, actor), []).append(event.span)
        self._starts: dict[tuple[str, str], list[int]] = {}
        self._reach: dict[tuple[str, str], list[int]] = {}
        for key, found in spans.items():
            found.sort()
            self._starts[key] = [span.start for span in found]
            self._reach[key] = list(accumulate((span.end for span in found), max))

    def includes(self, event: Event) -> bool:
        """Whether an actor's event of the same type holds an anchor of this one."""
        keys = [(event.type, actor) for actor in event.actors]
        return any(self._holds(key, anchor) for key in keys for anchor in event.anchors)

    def _holds(self, key: tuple[str, str], anchor: Span) -> bool:
        before = bisect_right(self._starts.get(key, []), anchor.start)
        return before > 0 and self._reach[key][before - 1] >= anchor.end
