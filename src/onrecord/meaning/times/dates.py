"""Rules for dates of the calendar: "Feb. 24", "the third quarter of 2021", "the 1990s"."""

from __future__ import annotations

from typing import Any

from onrecord.meaning.times.calendar import Unit
from onrecord.meaning.times.grammar import Rules, same
from onrecord.meaning.times.meanings import Feast, Fields, Meaning, Value, Weekday, Within

_CENTURY_OF_SHORT_YEARS = 19  # "the '80s", "the nineties"


def _day(
    month: int, day: int, year: int | None = None, weekday: int | None = None
) -> Meaning | None:
    """A day, or what looks like one and is none ("Feb. 30")."""
    if day > 31:
        return None
    return Fields("day", month, day, year, weekday)


def _nth_day(month: int, nth: int, year: int | None = None) -> Meaning | None:
    return _day(month, nth, year) if 1 <= nth <= 31 else None


def _iso(written: str) -> Meaning:
    year, month, day = (int(part) for part in written.split("-"))
    return Fields("day", month, day, year)


def _slashed(written: str) -> Meaning | None:
    """3/11/2022: a day only where month and day cannot be taken for one another."""
    parts = written.split("/")
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        return Fields("day", int(parts[1]), int(parts[2]), int(parts[0]))
    first, second = int(parts[0]), int(parts[1])
    if len(parts[2]) not in (2, 4) or first == 0 or second == 0 or max(first, second) > 31:
        return None
    year = int(parts[2]) if len(parts[2]) == 4 else _long_year(int(parts[2]))
    if first == second or (first <= 12 < second):
        return Fields("day", first, second, year)
    return Fields("day", second, first, year) if second <= 12 < first else Value(None)


def _long_year(short: int) -> int:
    return short + (1900 if short >= 50 else 2000)


def _part_of_year(unit: Unit) -> Any:
    def make(n: int, year: int | None = None) -> Meaning | None:
        most = 4 if unit == "quarter" else 2
        n = most if n == -1 else n
        return Fields(unit, n, year=year) if 1 <= n <= most else None

    return make


def _lettered(letter: str, year: int | None = None) -> Meaning:
    """As in "Q3 2022", "H1"."""
    return Fields("quarter" if letter[0] == "q" else "half", int(letter[1]), year=year)


def _decade(year: int) -> Meaning | None:
    if year >= 1000:
        return Fields("decade", year=year // 10) if year % 10 == 0 else None
    return (
        Fields("decade", year=_CENTURY_OF_SHORT_YEARS * 10 + year // 10) if not year % 10 else None
    )


def _century(nth: int) -> Meaning | None:
    return Fields("century", year=nth - 1) if 1 <= nth <= 30 else None


def _before_christ(year: int) -> Meaning:
    return Value(f"BC{year:04d}")


def _within(inner: Any, outer: Meaning) -> Meaning:
    return Within(inner, outer)


def _feast(name: int, year: int | None = None) -> Meaning:
    return Feast(name, year)


def _with_weekday(m: Meaning, w: int) -> Meaning:
    """The weekday helps to find the year of a day without one."""
    if isinstance(m, Fields) and m.unit == "day":
        return Fields("day", m.place, m.day, m.year, w)
    return m


DATES: Rules = (
    # Years.
    ("year_name", "yyyy:m", same),
    ("year_name", "spoken_year:m", same),
    ("year_name", "’|' ~two_digits:short", _long_year),
    # Days, always with their month.
    ("day_name", "month_name:month the? mday:day [ordinal_ending] [,? year_name:year]", _day),
    ("day_name", "month_name:month nth:nth [,? year_name:year]", _nth_day),
    ("day_name", "the? mday:day of? month_name:month [,? year_name:year]", _day),
    ("day_name", "mday:day - month_name:month - year_name:year", _day),
    ("day_name", "the? nth:nth day? of? month_name:month [,? year_name:year]", _nth_day),
    ("day_name", "iso:written", _iso),
    ("day_name", "slash:written", _slashed),
    ("day_name", "feast:name [,? year_name:year]", _feast),
    ("month_of", "month_name:n", lambda n: Fields("month", n)),
    # What a year holds, with or without its year.
    ("year_part", "month_name:n", lambda n: Fields("month", n)),
    ("year_part", "the? nth:n quarter", _part_of_year("quarter")),
    ("year_part", "nth:n - quarter", _part_of_year("quarter")),
    ("year_part", "the? fiscal|financial nth:n -? quarter", _part_of_year("quarter")),
    ("year_part", "the? nth:n -? half", _part_of_year("half")),
    ("quarter_letter", "q ~numeral:n", lambda n: f"q{n}" if 1 <= n <= 4 else None),
    ("quarter_letter", "h ~numeral:n", lambda n: f"h{n}" if 1 <= n <= 2 else None),
    ("year_part", "quarter_letter:letter", _lettered),
    ("year_part", "the? season:n", lambda n: Fields("season", n + 1)),
    ("dated_part", "month_name:n ,? of? year_name:year",
     lambda n, year: Fields("month", n, year=year)),
    ("dated_part", "the? nth:n -? quarter of? fiscal|financial? year_name:year",
     _part_of_year("quarter")),
    ("dated_part", "the? year_name:year nth:n -? quarter", _part_of_year("quarter")),
    ("dated_part", "the? nth:n -? half of? year_name:year", _part_of_year("half")),
    ("dated_part", "the? year_name:year nth:n -? half", _part_of_year("half")),
    ("dated_part", "the? last|final quarter of year_name:year",
     lambda year: Fields("quarter", 4, year=year)),
    ("dated_part", "the? last|final half of? year_name:year",
     lambda year: Fields("half", 2, year=year)),
    ("dated_part", "quarter_letter:letter of? year_name:year", _lettered),
    ("dated_part", "year_name:year quarter_letter:letter", _lettered),
    ("dated_part", "the? season:n of? year_name:year",
     lambda n, year: Fields("season", n + 1, year=year)),
    ("dated_part", "year_part:inner of? relative_year:outer", _within),
    ("dated_part", "day_name:inner of? relative_year:outer", _within),
    ("dated_part", "relative_year:outer ’s|'s year_part:inner", _within),
    ("dated_part", "feast:name of? relative_year:outer",
     lambda name, outer: Within(Feast(name), outer)),
    # Longer than a year.
    ("long_date", "the? decade_name:m", same),
    ("decade_name", "yyyy:year ~s", _decade),
    ("decade_name", "yyyy:year ~’s|'s", _decade),
    ("decade_name", "’|' ~two_digits:year ~s", _decade),
    ("long_date", "the two_digits:year ~s", _decade),
    ("decade_name", "tens_years:year", _decade),
    ("long_date", "the? nth:nth -? century", _century),
    ("long_date", "fiscal|financial year? year_name:y", lambda y: Fields("year", year=y)),
    ("long_date", "the? year_name:y fiscal|financial year", lambda y: Fields("year", year=y)),
    ("long_date", "the fiscal|financial? year year_name:y", lambda y: Fields("year", year=y)),
    ("long_date", "fy year_name:y", lambda y: Fields("year", year=y)),
    ("long_date", "numeral:year era_before", _before_christ),
    ("long_date", "numeral:y era_since", lambda y: Fields("year", year=y) if y < 3000 else None),
    # Any date of the calendar.
    ("weekday_name", "weekday:m", same),
    ("weekday_name", "short_weekday:m", same),
    ("calendar_date", "weekday_name:w ,? the? day_name:m", lambda w, m: _with_weekday(m, w)),
    ("calendar_date", "day_name:m", same),
    ("calendar_date", "dated_part:m", same),
    ("calendar_date", "long_date:m", same),
    ("calendar_date", "year_name:y", lambda y: Fields("year", year=y)),
    ("calendar_date", "year_part:m", same),
    ("calendar_date", "weekday:number", Weekday),
)  # fmt: skip
