"""What a time expression means before it is known on which day it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.meaning.times.calendar import Unit

Anchor = Literal["written", "told", "here"]
"""Counted from the day of writing ("last year"), from the time told before ("the next day"), or
from where the story is ("the year"): in a history the time told before, else the day of writing."""

Number: TypeAlias = int | float | Literal["X"]
"""X is a number that the words leave open: "several"."""

ClockUnit = Literal["hour", "minute", "second"]
LengthUnit: TypeAlias = Unit | ClockUnit


@dataclass(frozen=True, slots=True)
class Fields:
    """What a calendar date says of itself; what is missing comes from the day of writing.

    ``place`` is the number of the month, season, quarter or half in its year, and for a day its
    month. A year, decade or century has only ``year``: 1998, 199, 19.
    """

    unit: Unit
    place: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that has a name: by its place in the lexicon's list, and the year if it is told."""

    name: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, by its ISO number; ``kind`` as in :class:`Fields`."""

    number: int


@dataclass(frozen=True, slots=True)
class Step:
    """So many units from the unit that holds the anchor: "yesterday", "last month", "the day".

    ``keeps`` the anchor's own unit: "a year earlier" than a quarter is a quarter.
    """

    unit: LengthUnit
    steps: int
    anchor: Anchor
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Which:
    """As in "last March", "next Friday", "this fall", "the previous night"."""

    steps: int
    anchor: Anchor
    inner: Fields | Weekday | Feast


@dataclass(frozen=True, slots=True)
class Within:
    """A date whose year another expression tells: "January last year", "this year's first half"."""

    inner: Fields | Feast
    outer: Meaning


@dataclass(frozen=True, slots=True)
class Beside:
    """So many days after another day; "the day before last Tuesday"."""

    steps: int
    date: Meaning


@dataclass(frozen=True, slots=True)
class Holding:
    """The week or weekend that holds a day: "the week of March 7"."""

    unit: Unit
    date: Meaning


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend before (-1) or after the day of writing, or as the tense has it."""

    steps: int = 0


@dataclass(frozen=True, slots=True)
class SameOf:
    """What was told of, in another year: "the 1988 quarter"."""

    year: int


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The last day of the year of writing, or of the one before as the tense has it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day in TIMEX3's letters; without a date, of the day told before."""

    code: str
    date: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of a day; without a date, of the day told before."""

    hour: int
    minute: int | None = None
    second: int | None = None
    date: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """How long: numbers of units, from the longest to the shortest."""

    amounts: tuple[tuple[LengthUnit, Number], ...]


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes again, as TIMEX3 writes a SET."""

    value: str


@dataclass(frozen=True, slots=True)
class Value:
    """A date that cannot be counted with, or none at all: a year before Christ, 30 February."""

    value: str | None


Meaning: TypeAlias = (
    Fields | Feast | Weekday | Weekend | YearEnd | SameOf | Step | Which | Within | Beside
    | Holding | Part | Clock | Vague | Length | Recurring | Value
)  # fmt: skip
