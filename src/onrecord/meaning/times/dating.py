"""Dates that leave something out → the calendar: which Wednesday, which March, which year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from onrecord.meaning.times.calendar import (
    Period,
    Unit,
    day_in,
    easter,
    nth_weekday,
    period_at,
    period_in,
)
from onrecord.meaning.times.lexicon import load_lexicon
from onrecord.meaning.times.meanings import Feast, Fields, Step, Weekday, Which

Tense = Literal["past", "future"]

InYear: TypeAlias = Callable[[int], Period | None]
"""The date of a year; None where that year has none."""

_AGAINST_TENSE = 3
"""How much nearer a date must lie if the tense points away from it."""

_YEARS_AROUND = 6
"""A weekday settles the year of a date within so many years."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a value depends on besides the words.

    ``written`` is the day of writing, if known; ``told`` what the times before named, the last
    one last, and ``beside`` the day told before in the same block; ``narrated`` the past year in
    which a history has arrived; ``tense`` that of the verb beside the time.
    """

    written: date | None
    told: tuple[Period, ...] = ()
    beside: Period | None = None
    narrated: int | None = None
    tense: Tense | None = None

    def last(self, *units: Unit) -> Period | None:
        """The last stretch told of one of the units; of any without units."""
        return next((p for p in reversed(self.told) if not units or p.unit in units), None)


def date_of(m: Fields, at: Circumstances) -> Period | None:
    """A date of the calendar; what it leaves out comes from the circumstances."""
    if m.unit in ("year", "decade", "century"):
        found = Period(m.unit, m.year or 0)
        return found if found.first is not None or m.unit != "year" else None
    make = in_year(m)
    if m.year is not None:
        return make(m.year)
    if m.unit in ("quarter", "half"):
        return _begun(make, at.written)
    if at.narrated is not None and m.weekday is None and at.tense != "future":
        return make(at.narrated)
    return nearest(make, at, m.weekday)


def _begun(make: InYear, written: date | None) -> Period | None:
    """The last one that has begun: of quarters the talk is of results."""
    if written is None:
        return None
    found = (make(written.year - back) for back in (0, 1))
    return next((p for p in found if p and (first := p.first) and first <= written), None)


def in_year(m: Fields) -> InYear:
    """The date of a year."""

    def make(year: int) -> Period | None:
        if not 1 <= year <= 9999 or m.place is None:
            return None
        if m.unit == "day":
            return day_in(year, m.place, m.day or 0)
        return period_in(year, m.unit, m.place)

    return make


def nearest(make: InYear, at: Circumstances, weekday: int | None = None) -> Period | None:
    """The one nearest to the day of writing, by the tense rather before or after it.

    With a weekday the nearest year in which the day falls on it.
    """
    if at.written is None:
        return None
    written, tense = at.written, at.tense
    around = range(written.year - _YEARS_AROUND, written.year + _YEARS_AROUND + 1)
    found = [p for year in around if (p := make(year)) is not None]
    if weekday is not None:
        fitting = [p for p in found if (f := p.first) and f.isoweekday() == weekday]
        if fitting:
            return min(fitting, key=lambda p: _distance(p, written))
    return min(found, key=lambda p: _distance(p, written, tense), default=None)


def _distance(period: Period, written: date, tense: Tense | None = None) -> int:
    """Days between, more of them where the tense points the other way."""
    first, last = period.first, period.last
    if first is None or last is None or first <= written <= last:
        return 0
    if last < written:
        return (written - last).days * (_AGAINST_TENSE if tense == "future" else 1)
    return (first - written).days * (_AGAINST_TENSE if tense == "past" else 1)


def feast(m: Feast, at: Circumstances) -> Period | None:
    """A day that has a name."""
    make = _feast_in(m.name)
    return nearest(make, at) if m.year is None else make(m.year)


def _feast_in(name: int) -> InYear:
    entry = load_lexicon().feasts[name]

    def make(year: int) -> Period | None:
        if not 1 <= year <= 9999:
            return None
        if "easter" in entry:
            day = easter(year) + timedelta(days=entry["easter"])
        elif "nth" in entry:
            day = nth_weekday(year, entry["month"], entry["weekday"], entry["nth"])
            if entry.get("after_monday") and day.day == 1:
                day += timedelta(days=7)
        else:
            day = date(year, entry["month"], entry["day"])
        return period_at(day, "day")

    return make


def weekday(number: int, at: Circumstances) -> Period | None:
    """The last one, the day of writing included; the next one where the tense says so."""
    if at.written is None:
        return None
    back = (at.written.isoweekday() - number) % 7
    days = 7 - back if at.tense == "future" and back else -back
    return period_at(at.written, "day").step(days)


def which(m: Which, at: Circumstances) -> Period | None:
    """The last, this or next one, from the day of writing or from the time told before."""
    told = at.last()
    anchor = at.written if m.anchor == "written" else (told.first if told else None)
    if m.anchor == "told" and isinstance(m.inner, Fields) and m.inner.unit == "quarter":
        last = at.last("quarter")
        return last.step_years(m.steps) if last else None
    if anchor is None:
        return None
    if isinstance(m.inner, Weekday):
        back = (anchor.isoweekday() - m.inner.number) % 7
        days = -(back or 7) if m.steps < 0 else 7 - back
        if m.steps == 0:
            days = m.inner.number - anchor.isoweekday()
        return period_at(anchor, "day").step(days)
    make = _feast_in(m.inner.name) if isinstance(m.inner, Feast) else in_year(m.inner)
    if m.steps == 0:
        return make(anchor.year)
    around = [p for step in (-2, -1, 0, 1, 2) if (p := make(anchor.year + step)) is not None]
    if m.steps < 0:
        return next((p for p in reversed(around) if (end := p.last) and end < anchor), None)
    return next((p for p in around if (first := p.first) and first > anchor), None)


def weekend(steps: int, at: Circumstances) -> Period | None:
    """The weekend before or after the day of writing; the one of that day, if it is on one."""
    if at.written is None:
        return None
    here = period_at(at.written, "weekend")
    is_over = at.written.isoweekday() < 6
    if steps < 0 or (steps == 0 and at.tense != "future"):
        return here.step(-1 if is_over else 0)
    return here.step(0 if is_over else steps)


def kept(m: Step, at: Circumstances) -> Period | None:
    """The same stretch of another year: "a year ago" after a quarter is a quarter."""
    last = at.last("quarter", "half") if m.anchor == "written" else at.last()
    return last.step_years(m.steps) if last and last.is_finer_than("year") else None


def from_told(unit: Unit, steps: int, at: Circumstances) -> Period | None:
    """So many units from the last time told that lies within one."""
    last = next(
        (
            p
            for p in reversed(at.told)
            if p.unit == unit or (p.is_finer_than(unit) and unit != "quarter")
        ),
        None,
    )
    if last is not None:
        return (known := last.widened(unit)) and known.step(steps)
    if unit == "day" or at.written is None:
        return None
    back = -1 if unit == "quarter" and steps == 0 else 0
    return period_at(at.written, unit).step(steps + back)
