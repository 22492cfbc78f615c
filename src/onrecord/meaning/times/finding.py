"""The times of one story, from its first to its last, each counted from those before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.meaning.times.calendar import Period
from onrecord.meaning.times.dating import Circumstances, Tense
from onrecord.meaning.times.lexer import Lexeme, lexemes
from onrecord.meaning.times.meanings import Fields, Meaning, Step, Weekday, Which
from onrecord.meaning.times.recognise import Expression, expressions, may_tell, vocabulary
from onrecord.meaning.times.resolve import Resolved, resolve
from onrecord.meaning.times.tense import tense_at, tense_in
from onrecord.meaning.trees import Trees
from onrecord.reading.types import Name
from onrecord.record import Span, Story

_REMEMBERED = 12
"""So many times before one may be what it counts from."""

_DATED_IN_HISTORY = 10
"""A history has more than so many dates with years for each that counts from its own day."""

_FILED_BEFORE = timedelta(days=7)
"""A report is published within so many days of its dateline's."""


def find_in_story(
    text: str, story: Story, trees: Trees, names: Sequence[Name], published: date | None
) -> Iterator[tuple[Span, Resolved]]:
    """The time expressions of a story with their values; ``names`` are the story's, in order."""
    written = _filed(text, story, published) or published
    told: tuple[Period, ...] = ()
    narrated: int | None = None
    read = list(_expressions(text, story))
    is_history = _is_history([e.meaning for _, found_here in read for e in found_here])
    for words, found_here in read:
        beside: Period | None = None
        for expression in found_here:
            span = _span(words, expression)
            if _is_in_name(span, names):
                continue
            tense = _tense(trees, words, expression, span)
            found = resolve(
                expression.meaning, Circumstances(written, told, beside, narrated, tense)
            )
            if found.period is not None and not found.compared:
                told = (*told[1 - _REMEMBERED :], found.period)
                beside = found.period if found.period.unit == "day" else beside
            if is_history:
                narrated = _narrated(expression.meaning, found, written, narrated)
            yield span, found


def _narrated(
    meaning: Meaning, found: Resolved, written: date | None, before: int | None
) -> int | None:
    """The past year in which a history goes on after a time: "in June 1940 … by September"."""
    period = found.period
    if period is None or found.compared or not period.is_finer_than("decade"):
        return before
    if isinstance(meaning, Step | Which) and meaning.anchor == "written":
        return before
    year = period.year
    starts = isinstance(meaning, Fields) and meaning.year is not None
    if year is None or not (starts or before is not None):
        return before
    return year if written is None or year < written.year - 1 else None


def _expressions(text: str, story: Story) -> Iterator[tuple[list[Lexeme], list[Expression]]]:
    """The words of each block and the time expressions in them."""
    for block in [block.span for block in story.blocks] or [story.span]:
        if not may_tell(text, block.start, block.end):
            continue
        words = lexemes(text, block.start, block.end, vocabulary())
        yield words, list(expressions(text, words))


def _is_history(meanings: Sequence[Meaning]) -> bool:
    """Whether a story tells of other years, and hardly counts from its own day as news do."""
    dated = sum(isinstance(m, Fields) and m.year is not None for m in meanings)
    of_the_day = sum(
        isinstance(m, Weekday)
        or (isinstance(m, Step) and m.anchor == "written" and m.unit in ("day", "week"))
        for m in meanings
    )
    return dated > _DATED_IN_HISTORY * max(of_the_day, 0.5)


def _span(words: Sequence[Lexeme], expression: Expression) -> Span:
    return Span(words[expression.first].start, words[expression.end - 1].end)


def _is_in_name(span: Span, names: Sequence[Name]) -> bool:
    """As in "Fox News Sunday", "Theresa May": a word of the name of a body or a person.

    A time that is a name for itself, as "Sunday", is a name by mistake.
    """
    index = bisect_right(names, span.start, key=lambda name: name.span.start) - 1
    if index < 0 or names[index].label not in ("ORG", "PER"):
        return False
    name = names[index].span
    return span.end <= name.end and span != name


def _tense(
    trees: Trees, words: Sequence[Lexeme], expression: Expression, span: Span
) -> Tense | None:
    """By the tree where it shows one, else by the words around."""
    tree = trees.at(span.start)
    found = tense_in(tree, span) if tree else None
    return found or tense_at(words, expression.first, expression.end)


def _filed(text: str, story: Story, published: date | None) -> date | None:
    """The day in the dateline: one with its year, or one shortly before publication."""
    if story.dateline is None:
        return None
    words = lexemes(text, story.dateline.span.start, story.dateline.span.end, vocabulary())
    for expression in expressions(text, words):
        if isinstance(expression.meaning, Fields) and expression.meaning.unit == "day":
            found = resolve(expression.meaning, Circumstances(published, tense="past")).period
            day = found.first if found else None
            if day is None:
                return None
            if published is None or timedelta(0) <= published - day <= _FILED_BEFORE:
                return day
    return None
