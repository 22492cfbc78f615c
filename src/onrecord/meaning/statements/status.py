"""Whether something was said, is still to be said, is said again, or was not said at all."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from onrecord.lexicon import read_toml
from onrecord.record import Span, StatementStatus

_BEFORE, _AFTER = 60, 60


class _StatusTable(msgspec.Struct, frozen=True):
    expected: re.Pattern[str]
    repeated: re.Pattern[str]
    unsaid: re.Pattern[str]
    unsaid_before: re.Pattern[str]


@cache
def _load_status() -> _StatusTable:
    table = read_toml("status.toml")
    expected = rf"\b{table['expected']}\s+(?:{table['expected_verbs']})\b"
    return _StatusTable(
        re.compile(expected),
        *(re.compile(table[name]) for name in ("repeated", "unsaid", "unsaid_before")),
    )


def prepare() -> None:
    """Compile what most pages need."""
    _load_status()


def find_status(text: str, cue: Span, sentence: Span) -> StatementStatus | None:
    """The status by the words around the cue in its sentence; None where nothing was said."""
    table = _load_status()
    start = max(sentence.start, cue.start - _BEFORE)
    end = min(max(sentence.end, cue.end), cue.end + _AFTER)
    window = text[start:end].lower().replace("’", "'")
    first, last = cue.start - start, cue.end - start
    if table.unsaid_before.search(window, 0, first):
        return None
    for match in table.unsaid.finditer(window):
        if match.start() <= last and match.end() > first:
            return None
    for match in table.expected.finditer(window):
        if match.start() <= last and match.end() > first:
            return "expected"
    near = window[max(0, first - 12) : last + 10]
    for match in table.repeated.finditer(near):
        if match.start() <= last - max(0, first - 12):
            return "repeated"
    return "said"
