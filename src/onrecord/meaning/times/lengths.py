"""Rules for lengths of time and for what comes again: "about 90 minutes", "every Tuesday"."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from onrecord.meaning.times.calendar import SEASONS
from onrecord.meaning.times.grammar import Rules, same
from onrecord.meaning.times.meanings import Length, LengthUnit, Meaning, Number, Recurring, Vague

_LETTERS = {
    "year": "P{}Y",
    "quarter": "P{}Q",
    "month": "P{}M",
    "week": "P{}W",
    "day": "P{}D",
    "hour": "PT{}H",
    "minute": "PT{}M",
    "second": "PT{}S",
    "decade": "P{}DE",
    "century": "P{}CE",
    "weekend": "P{}WE",
}
_AS_OTHERS: dict[str, tuple[int, LengthUnit]] = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
}
_PARTS: dict[str, tuple[int, LengthUnit]] = {
    "century": (100, "year"),
    "decade": (10, "year"),
    "year": (12, "month"),
    "day": (24, "hour"),
    "hour": (60, "minute"),
    "minute": (60, "second"),
}
_MOST = 100_000  # of a unit; more of it is no length that people tell


_OPEN = {"fortnight": "week", "millennium": "year"}
"""Of an unknown number, TIMEX3 has no letter for these."""


def _length(unit: str, n: Number = 1) -> Meaning | None:
    """So many of a unit of the lexicon; a fraction of it in smaller units."""
    if isinstance(n, str):
        return _open_length(unit)
    if n > _MOST:
        return None
    if unit == "fortnight":
        return Length((("week", n * 2),))
    if unit in _AS_OTHERS and n == int(n):
        times, unit = _AS_OTHERS[unit]
        return Length(((unit, n * times),))
    known = cast(LengthUnit, unit)
    whole = int(n)
    if whole == n or unit not in _PARTS:
        return Length(((known, whole if whole == n else n),))
    times, smaller = _PARTS[unit]
    rest = (n - whole) * times
    amounts: list[tuple[LengthUnit, Number]] = [(known, whole)] if whole else []
    return Length((*amounts, (smaller, int(rest) if rest == int(rest) else rest)))


def _open_length(unit: str) -> Meaning:
    return Length(((cast(LengthUnit, _OPEN.get(unit, unit)), "X"),))


def _joined(first: Length, second: Length) -> Meaning | None:
    """As in "five hours and 30 minutes"."""
    units = [unit for unit, _ in (*first.amounts, *second.amounts)]
    fits = all(_LETTERS[a] != _LETTERS[b] for a, b in pairwise(units))
    order = list(_LETTERS)
    falls = all(order.index(a) < order.index(b) for a, b in pairwise(units))
    return Length((*first.amounts, *second.amounts)) if fits and falls else None


def duration_value(length: Length) -> str:
    """TIMEX3's value of a length: P2Y6M, PT90M, PXD."""
    dates = times = ""
    for unit, number in length.amounts:
        pattern = _LETTERS[unit]
        written = f"{number:g}" if isinstance(number, float) else str(number)
        if pattern.startswith("PT"):
            times += pattern[2:].format(written)
        else:
            dates += pattern[1:].format(written)
    return f"P{dates}" + (f"T{times}" if times else "")


def _every(unit: str, n: Number = 1) -> Meaning | None:
    made = _length(unit, n)
    return Recurring(duration_value(made)) if isinstance(made, Length) else None


def _on_weekday(number: int, code: str = "") -> Meaning:
    return Recurring(f"XXXX-WXX-{number}" + (f"T{code}" if code else ""))


def _on_side(steps: int, m: Length) -> Meaning:
    """A length, as "the past three years"; "the past few years" is a time in the past."""
    return _side(steps) if steps < 0 and m.amounts[0][1] == "X" else m


def _side(steps: int) -> Meaning:
    return Vague("FUTURE_REF" if steps > 0 else "PAST_REF")


LENGTHS: Rules = (
    ("any_unit", "unit:m", same),
    ("any_unit", "units:m", same),
    ("plain_length", "count:n adjective? any_unit:unit", _length),
    ("plain_length", "count:n more any_unit:unit", _length),
    ("plain_length", "count:n - any_unit:unit", _length),
    ("plain_length", "count:n - any_unit:unit - long", _length),
    ("plain_length", "count:n [- any_unit] to|or|- count -? any_unit:unit",
     lambda n, unit: _length(unit, n)),
    ("plain_length", "article more? adjective? unit:unit", _length),
    ("plain_length", "half article unit:unit", lambda unit: _length(unit, 0.5)),
    ("plain_length", "article half -? unit:unit", lambda unit: _length(unit, 0.5)),
    ("plain_length", "article unit:unit and article half", lambda unit: _length(unit, 1.5)),
    ("plain_length", "count:n any_unit:unit and article half",
     lambda n, unit: _length(unit, n + 0.5) if isinstance(n, int) else None),
    ("plain_length", "unit:unit - long", _length),
    ("plain_length", "units:unit - long", _open_length),
    ("plain_length", "units:unit [or|and units]", _open_length),
    ("plain_length", "count:n of units:unit",
     lambda n, unit: _open_length(unit) if n != 2 else None),
    ("plain_length", "numeral power of units:unit", _open_length),
    ("length", "plain_length:first ,? and? plain_length:second", _joined),
    ("length", "plain_length:m [or so]", same),
    ("length", "plain_length:m or more", same),
    ("hedge", "about", lambda: True),
    ("hedge", "comparing than", lambda: True),
    ("hedge", "at least|most", lambda: True),
    ("hedge", "as measure as", lambda: True),
    ("hedge", "up to", lambda: True),
    ("hedge", "no comparing than", lambda: True),
    ("hedged_length", "hedge hedge? length:m", same),
    ("hedged_length", "length:m", same),
    ("duration", "hedged_length:m", same),
    # Before or after the day of writing.
    ("duration", "[at least|most] the? span_side:steps counted_length:m", _on_side),
    ("duration", "[at least|most] span_side:steps counted_length:m", _on_side),
    ("duration", "the nth? counted_length:m", same),
    ("duration", "the last|final counted_length:m", same),
    ("duration", "nth counted_length:m", same),
    ("counted_length", "count:n adjective? units:unit", _length),
    ("counted_length", "count:n to|or count units:unit", lambda n, unit: _length(unit, n)),
    ("vague_time", "the? open_side:steps units [and|or units]", _side),
    ("vague_time", "the units ahead", lambda: Vague("FUTURE_REF")),
    ("vague_time", "the? units to come", lambda: Vague("FUTURE_REF")),
    ("vague_time", "length ago", lambda: Vague("PAST_REF")),
    ("vague_time", "vague:value", Vague),
    ("vague_time", "the past", lambda: Vague("PAST_REF")),
    ("vague_time", "the nearness? future", lambda: Vague("FUTURE_REF")),
    ("vague_time", "the near|short|long term", lambda: Vague("FUTURE_REF")),
    # What comes again.
    ("recurring", "each other? unit:unit", _every),
    ("recurring", "each count:n units:unit", _every),
    ("recurring", "each weekday:number", _on_weekday),
    ("recurring", "each weekday:number day_part:code", _on_weekday),
    ("recurring", "weekday:number day_parts:code", _on_weekday),
    ("recurring", "weekdays:number [day_parts:code]", _on_weekday),
    ("recurring", "each day_part:code", lambda code: Recurring(f"XXXX-XX-XXT{code}")),
    ("recurring", "each month_name:n", lambda n: Recurring(f"XXXX-{n:02d}")),
    ("recurring", "each season:n", lambda n: Recurring(f"XXXX-{SEASONS[n]}")),
    ("recurring", "adverb_set:value", Recurring),
    ("recurring", "frequency article|per|each unit:unit", _every),
    ("recurring", "count times article|per|each unit:unit", _every),
)  # fmt: skip
