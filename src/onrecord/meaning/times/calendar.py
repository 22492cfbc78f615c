"""Stretches of the calendar, from days to centuries, and steps from one to the next.

A :class:`Period` is a unit and the number of that unit, counted without gaps, so that a step is an
addition: days are counted from 1 January of year 1, months from year 0, and so on. Weeks begin on
Monday (ISO 8601). The season of a winter is that of the year in which it begins.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal[
    "day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"
]

SEASONS = ("SP", "SU", "FA", "WI")
_MONTHS: dict[Unit, int] = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12}
_YEARS: dict[Unit, int] = {"decade": 10, "century": 100}
_FIRST_MONTH_OF_SPRING = 3
_SIZE: tuple[Unit, ...] = (
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """The ``number``-th ``unit`` of the calendar."""

    unit: Unit
    number: int

    @property
    def value(self) -> str:
        """As TIMEX3 writes it: 2022-03-10, 2022-W10, 2022-Q1, 199 for the 1990s."""
        if self.unit == "day":
            return date.fromordinal(self.number).isoformat()
        if self.unit in ("week", "weekend"):
            year, week, _ = date.fromordinal(self.number * 7 + 1).isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit in _YEARS:
            return f"{self.number:0{3 if self.unit == 'decade' else 2}d}"
        year, place = divmod(self.number, 12 // _MONTHS[self.unit])
        match self.unit:
            case "month":
                return f"{year:04d}-{place + 1:02d}"
            case "season":
                return f"{year:04d}-{SEASONS[place]}"
            case "quarter":
                return f"{year:04d}-Q{place + 1}"
            case "half":
                return f"{year:04d}-H{place + 1}"
            case _:
                return f"{year:04d}"

    @property
    def first(self) -> date | None:
        """Its first day; None before year 1 and after 9999."""
        try:
            if self.unit == "day":
                return date.fromordinal(self.number)
            if self.unit == "week":
                return date.fromordinal(self.number * 7 + 1)
            if self.unit == "weekend":
                return date.fromordinal(self.number * 7 + 6)
            if self.unit in _YEARS:
                return date(self.number * _YEARS[self.unit], 1, 1)
            months = self.number * _MONTHS[self.unit]
            months += _FIRST_MONTH_OF_SPRING - 1 if self.unit == "season" else 0
            return date(months // 12, months % 12 + 1, 1)
        except (ValueError, OverflowError):
            return None

    @property
    def last(self) -> date | None:
        """Its last day."""
        following = Period(self.unit, self.number + 1).first
        if self.unit == "weekend" and following is not None:
            return following - timedelta(days=6)
        return None if following is None else following - timedelta(days=1)

    @property
    def year(self) -> int | None:
        """The year in which it begins."""
        first = self.first
        return None if first is None else first.year

    def step(self, steps: int) -> Period | None:
        """The same unit, so many on; None where the calendar ends."""
        moved = Period(self.unit, self.number + steps)
        return moved if moved.first is not None else None

    def step_years(self, years: int) -> Period | None:
        """The same stretch of another year: the third quarter, 30 September."""
        first = self.first
        if first is None:
            return None
        if self.unit in _MONTHS:
            return self.step(years * 12 // _MONTHS[self.unit])
        if self.unit in _YEARS or not 1 <= first.year + years <= 9999:
            return None
        day = min(first.day, monthrange(first.year + years, first.month)[1])
        return period_at(date(first.year + years, first.month, day), self.unit)

    def widened(self, unit: Unit) -> Period | None:
        """The ``unit`` in which it begins."""
        first = self.first
        return None if first is None else period_at(first, unit)

    def is_finer_than(self, unit: Unit) -> bool:
        """Whether it is shorter than a ``unit``."""
        return _SIZE.index(self.unit) < _SIZE.index(unit)


def period_at(day: date, unit: Unit) -> Period:
    """The ``unit`` that holds a day."""
    if unit == "day":
        return Period("day", day.toordinal())
    if unit in ("week", "weekend"):
        return Period(unit, (day.toordinal() - 1) // 7)
    if unit in _YEARS:
        return Period(unit, day.year // _YEARS[unit])
    months = day.year * 12 + day.month - 1
    months -= _FIRST_MONTH_OF_SPRING - 1 if unit == "season" else 0
    return Period(unit, months // _MONTHS[unit])


def period_in(year: int, unit: Unit, place: int) -> Period:
    """The ``place``-th (from 1) month, season, quarter or half of a year."""
    return Period(unit, year * 12 // _MONTHS[unit] + place - 1)


def day_in(year: int, month: int, day: int) -> Period | None:
    """A day; None where the calendar has no such day."""
    try:
        return Period("day", date(year, month, day).toordinal())
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (from 1; -1 is the last) ISO weekday of a month."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
