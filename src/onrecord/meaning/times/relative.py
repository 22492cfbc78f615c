"""Rules for dates told from the day of writing or from another date, and for hours of the day."""

from __future__ import annotations

from typing import Any

from onrecord.meaning.times.grammar import Rules, same
from onrecord.meaning.times.meanings import (
    Anchor,
    Beside,
    Clock,
    Feast,
    Fields,
    Holding,
    Length,
    Meaning,
    Part,
    SameOf,
    Step,
    Value,
    Weekday,
    Weekend,
    Which,
    YearEnd,
)


def _step(anchor: Anchor) -> Any:
    def make(steps: int, unit: Any) -> Meaning:
        return Step(unit, steps, anchor)

    return make


def _the(unit: Any) -> Meaning:
    """The unit of where the story is; of a quarter, the one that was told of."""
    return Step(unit, 0, "told" if unit == "quarter" else "here")


def _back(anchor: Anchor, sign: int) -> Any:
    """So long before or after the anchor, in the unit of the length: "two weeks ago"."""

    def make(m: Length) -> Meaning | None:
        unit, number = m.amounts[0]
        if len(m.amounts) > 1 or not isinstance(number, int):
            return None
        return Step(unit, sign * number, anchor, keeps=unit == "year")

    return make


def _which(anchor: Anchor) -> Any:
    def make(steps: int, m: Fields | Weekday | Feast) -> Meaning:
        return Which(steps, anchor, m)

    return make


def _which_day(steps: int) -> Any:
    """As in "last Oct. 23"."""

    def make(m: Meaning) -> Meaning | None:
        if not isinstance(m, Fields) or m.year is not None:
            return None
        return Which(steps, "written", m)

    return make


def _clock(c: str, half: int | None = None) -> Meaning | None:
    hour, minute, *rest = (int(part) for part in c.split(":"))
    return _at(hour, half, minute, rest[0] if rest else None)


def _at(
    hour: int, half: int | None = None, minute: int | None = None, second: int | None = None
) -> Meaning | None:
    if half is not None:
        if not 1 <= hour <= 12:
            return Value(None) if minute is not None and hour < 24 else None
        hour = hour % 12 + half
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return Clock(hour, minute, second)


def _dotted(written: str, half: int) -> Meaning | None:
    """As in "6.30am"."""
    hour, _, minute = written.partition(".")
    return _at(int(hour), half, int(minute)) if len(minute) == 2 and len(hour) <= 2 else None


def _military(written: int) -> Meaning | None:
    return _at(written // 100, None, written % 100)


def _in_part(hour: int, code: str) -> Meaning | None:
    """As in "4 in the morning"."""
    return _at(hour, 0 if code == "MO" else 12) if hour <= 12 else None


def _on(m: Clock | Part | Value, date: Meaning) -> Meaning:
    match m:
        case Clock(hour, minute, second):
            return Clock(hour, minute, second, date)
        case Part(code):
            return Part(code, date)
        case _:
            return m


def _part(code: str, date: Meaning | None = None) -> Meaning:
    return Part(code, date)


def _the_part(code: str, date: Meaning | None = None) -> Meaning | None:
    """A part of a day as in "in the morning"; but "the night" may be any."""
    return Part(code, date) if code not in ("NI", "DT") else None


def _this_part(code: str) -> Meaning:
    return Part(code, Step("day", 0, "written"))


_CALENDAR_UNITS = frozenset(("week", "weekend", "month", "quarter", "year", "decade", "century"))

RELATIVE: Rules = (
    ("relative_year", "which:steps fiscal|financial? year",
     lambda steps: Step("year", steps, "written")),
    ("relative_year", "the current fiscal|financial? year", lambda: Step("year", 0, "written")),
    ("relative_year", "the? which_told:steps year", lambda steps: Step("year", steps, "told")),
    ("relative", "day_word:steps", lambda steps: Step("day", steps, "written")),
    ("relative", "the? day before yesterday", lambda: Step("day", -2, "written")),
    ("relative", "the? day after tomorrow", lambda: Step("day", 2, "written")),
    ("relative", "relative_year:m", same),
    ("relative", "which:steps calendar_unit:unit", _step("written")),
    ("relative", "the current|present calendar_unit:unit",
     lambda unit: Step(unit, 0, "written")),
    ("relative", "the|this weekend", Weekend),
    ("relative", "this|the past weekend", lambda: Weekend(-1)),
    ("relative", "this|the coming weekend", lambda: Weekend(1)),
    ("relative", "the? past calendar_unit:unit", lambda unit: Step(unit, -1, "written")),
    ("relative", "the latest quarter", lambda: Step("quarter", -1, "written")),
    ("relative", "the? week|weekend:unit of day_name:date", lambda unit, date: Holding(unit, date)),
    ("relative", "the? day before date:date", lambda date: Beside(-1, date)),
    ("relative", "the? day after date:date", lambda date: Beside(1, date)),
    ("relative", "the coming calendar_unit:unit", lambda unit: Step(unit, 1, "written")),
    ("relative", "the? which_told:steps which_told? calendar_unit:unit", _step("told")),
    ("relative", "the? which_told:steps which_told? day", lambda steps: Step("day", steps, "told")),
    ("relative", "the fiscal|financial? calendar_unit:unit", _the),
    ("relative", "hedged_length:m ago", _back("written", -1)),
    ("relative", "hedged_length:m from now|today", _back("written", 1)),
    ("relative", "hedged_length:m earlier|previously", _back("told", -1)),
    ("relative", "hedged_length:m later|afterward|afterwards", _back("told", 1)),
    ("named_time", "month_name:n", lambda n: Fields("month", n)),
    ("named_time", "season:n", lambda n: Fields("season", n + 1)),
    ("named_time", "weekday:number", Weekday),
    ("named_time", "feast:name", Feast),
    ("named_time", "nth:n -? quarter", lambda n: Fields("quarter", n) if 1 <= n <= 4 else None),
    ("relative", "which:steps named_time:m", _which("written")),
    ("relative", "last day_name:m", _which_day(-1)),
    ("relative", "next day_name:m", _which_day(1)),
    ("relative", "this past named_time:m", lambda m: Which(-1, "written", m)),
    ("relative", "this coming named_time:m", lambda m: Which(1, "written", m)),
    ("relative", "the which_told:steps named_time:m", _which("told")),
    ("relative", "the year - earlier|ago told_unit?", lambda: Step("year", -1, "told", keeps=True)),
    ("relative", "the? comparable? year - earlier|ago year_part:m", lambda m: Which(-1, "told", m)),
    ("relative", "year - earlier|ago told_unit?", lambda: Step("year", -1, "told", keeps=True)),
    ("relative", "the yyyy:year quarter|period", SameOf),
    ("told_unit", "unit", lambda: True),
    ("told_unit", "period", lambda: True),
    ("calendar_unit", "unit:m", lambda m: m if m in _CALENDAR_UNITS else None),
    # Dates with what narrows them.
    ("plain_date", "calendar_date:m", same),
    ("plain_date", "relative:m", same),
    ("edge_of", "the? edge of", lambda: True),
    ("date", "plain_date:m", same),
    ("date", "the? early plain_date:m", same),
    ("date", "early - plain_date:m", same),
    ("date", "early in the? plain_date:m", same),
    ("date", "edge_of plain_date:m", same),
    ("date", "around plain_date:m", same),
    ("date", "around? year -? end", lambda: YearEnd()),
    # Hours.
    ("hour_of_day", "clock:c [meridiem:half] zone?", _clock),
    ("hour_of_day", "hh:hour meridiem:half zone?", _at),
    ("hour_of_day", "dotted:written meridiem:half zone?", _dotted),
    ("hour_of_day", "hh:hour o ~oclock", _at),
    ("hour_of_day", "hh:hour in the day_part:code", _in_part),
    ("hour_of_day", "four_digits:written zone", _military),
    ("hour_of_day", "hour_name:hour", _at),
    ("hour", "hedge? hour_of_day:m", same),
    ("timed", "hour:m", same),
    ("timed", "hour:m ,? on? date:date", _on),
    ("timed", "date:date ,? at hour:m", _on),
    ("timed", "hour:m ,? on? parted:date",
     lambda m, date: _on(m, date.date) if date.date else None),
    # Parts of a day.
    ("parted", "date:date day_part:code", _part),
    ("parted", "date:date early? day_part:code", _part),
    ("parted", "the early? -? day_part:code of date:date", _part),
    ("parted", "this early? day_part:code", _this_part),
    ("parted", "that day_part:code", lambda code: Part(code, Step("day", 0, "told"))),
    ("parted", "last night", lambda: Part("NI", Step("day", -1, "written"))),
    ("parted", "the next|following day_part:code", lambda code: Part(code, Step("day", 1, "told"))),
    ("parted", "overnight:steps", lambda steps: Part("NI", Step("day", steps, "written"))),
    ("parted", "early day_part:code", _part),
    ("parted", "early parted:m", same),
    ("parted", "the early? day_part:code [, date:date]", _the_part),
    ("expression", "the? fiscal|financial? year &ended|ending", lambda: Length((("year", 1),))),
    ("expression", "mday:day &other_end:m", lambda day, m: Fields("day", m.place, day, m.year)),
    ("other_end", "-|–|and|to mday of? month_name:n [,? year_name:year]",
     lambda n, year=None: Fields("month", n, year=year)),
    ("expression", "date:m", same),
    ("expression", "timed:m", same),
    ("expression", "parted:m", same),
    ("expression", "duration:m", same),
    ("expression", "vague_time:m", same),
    ("expression", "recurring:m", same),
)  # fmt: skip
