"""Meaning → TIMEX3 value, on the day of writing and after the times told before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.meaning.times.calendar import Period, Unit, day_in, period_at, period_in
from onrecord.meaning.times.dating import (
    Circumstances,
    date_of,
    feast,
    from_told,
    in_year,
    kept,
    nearest,
    weekday,
    weekend,
    which,
)
from onrecord.meaning.times.lengths import duration_value
from onrecord.meaning.times.meanings import (
    Beside,
    Clock,
    Feast,
    Fields,
    Holding,
    Length,
    Meaning,
    Part,
    Recurring,
    SameOf,
    Step,
    Vague,
    Value,
    Weekday,
    Weekend,
    Which,
    Within,
    YearEnd,
)
from onrecord.record import TimeType

_OFFSETS: dict[str, tuple[str, int]] = {
    "day": ("P{}D", 1), "week": ("P{}W", 1), "weekend": ("P{}W", 1), "month": ("P{}M", 1),
    "quarter": ("P{}M", 3), "half": ("P{}M", 6), "year": ("P{}Y", 1), "decade": ("P{}Y", 10),
    "century": ("P{}Y", 100), "hour": ("PT{}H", 1), "minute": ("PT{}M", 1), "second": ("PT{}S", 1),
}  # fmt: skip
"""ISO 8601 durations, and how many of their units."""
_OF_YEAR = ("month", "season", "quarter", "half")


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 type and value; the stretch of calendar meant, where there is one.

    ``compared``: it is only named beside another, as "a year earlier", and is not what follows
    speaks of.
    """

    type: TimeType
    value: str | None = None
    offset: str | None = None
    period: Period | None = None
    compared: bool = False


def resolve(meaning: Meaning, at: Circumstances) -> Resolved:
    """The value of a meaning; without what it needs to be known, none."""
    match meaning:
        case Vague(value):
            return Resolved("DATE", value)
        case Length():
            return Resolved("DURATION", duration_value(meaning))
        case Recurring(value):
            return Resolved("SET", value)
        case Value(value):
            return Resolved("DATE", value)
        case Part(code, day):
            return _hour(f"T{code}", day, at)
        case Clock(hour, minute, second, day):
            written = f"T{hour:02d}:{minute or 0:02d}" + (f":{second:02d}" if second else "")
            return _hour(written, day, at)
        case Step():
            return _step(meaning, at)
        case _:
            return _date(meaning, at)


def _date(meaning: Meaning, at: Circumstances) -> Resolved:
    match meaning:
        case Fields():
            found = date_of(meaning, at)
        case Feast():
            found = feast(meaning, at)
        case Weekday(number):
            found = weekday(number, at)
        case SameOf(year):
            last = at.last("quarter", "half", "month", "day")
            found = last.step_years(year - (last.year or 0)) if last else Period("year", year)
        case Weekend(steps):
            found = weekend(steps, at)
        case YearEnd():
            found = nearest(in_year(Fields("day", 12, 31)), at)
        case Holding(unit, day):
            known = resolve(day, at).period
            found = known.widened(unit) if known else None
        case Beside(steps, day):
            known = resolve(day, at).period
            found = known.step(steps) if known and known.unit == "day" else None
        case Which():
            found = which(meaning, at)
        case Within(inner, outer):
            return _within(inner, outer, at)
        case _:
            found = None
    if found is not None:
        return Resolved("DATE", found.value, None, found)
    return Resolved("DATE", _underspecified(meaning))


def _underspecified(meaning: Meaning) -> str | None:
    """What is known of a date whose year is not: XXXX-02-24, XXXX-WXX-3."""
    match meaning:
        case Fields("day", int(month), int(day), None) if day_in(2000, month, day):
            return f"XXXX-{month:02d}-{day:02d}"
        case Fields(unit, int(place), None, None) if unit in _OF_YEAR:
            return f"XXXX{period_in(2000, unit, place).value[4:]}"
        case Weekday(number) | Which(_, _, Weekday(number)):
            return f"XXXX-WXX-{number}"
        case Which(_, _, Fields() as inner):
            return _underspecified(inner)
        case _:
            return None


def _within(inner: Fields | Feast, outer: Meaning, at: Circumstances) -> Resolved:
    year = resolve(outer, at)
    number = year.period.year if year.period else None
    if number is None:
        return Resolved("DATE", _underspecified(inner))
    return _date(replace(inner, year=number), at)


def _step(m: Step, at: Circumstances) -> Resolved:
    pattern, times = _OFFSETS[m.unit]
    offset = pattern.format(m.steps * times) if m.anchor == "written" else None
    if m.anchor == "here":
        m = replace(m, anchor="told" if at.narrated is not None else "written")
    if m.unit in ("hour", "minute", "second"):
        return Resolved("TIME", None, offset)
    unit: Unit = m.unit  # type: ignore[assignment]
    found = kept(m, at) if m.keeps else None
    if found is None and m.anchor == "told":
        found = from_told(unit, m.steps, at)
    elif found is None and at.written is not None:
        found = period_at(at.written, unit).step(m.steps)
    return Resolved("DATE", found.value if found else None, offset, found, m.keeps)


def _hour(written: str, day: Meaning | None, at: Circumstances) -> Resolved:
    """An hour or a part of a day; without a day of its own it is no ground to say on which."""
    if day is not None:
        on = resolve(day, at)
    elif at.beside is not None:
        on = Resolved("DATE", at.beside.value, None, at.beside)
    elif at.written is not None:
        on = Resolved("DATE", at.written.isoformat(), None, period_at(at.written, "day"))
    else:
        on = Resolved("DATE", None)
    if on.period is not None and on.period.unit == "day":
        period = on.period if day is not None else None
        return Resolved("TIME", f"{on.value}{written}", on.offset, period)
    known = on.value if on.value and on.value.startswith("XXXX") else "XXXX-XX-XX"
    return Resolved("TIME", f"{known}{written}" if on.offset is None else None, on.offset)
