"""Text → the time expressions in it with their meanings, not yet on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.meaning.times.dates import DATES
from onrecord.meaning.times.doubtful import is_time
from onrecord.meaning.times.grammar import Grammar, Rules
from onrecord.meaning.times.lengths import LENGTHS
from onrecord.meaning.times.lexer import NUMERIC, Entry, Lexeme
from onrecord.meaning.times.lexicon import CAPITALISED, load_lexicon
from onrecord.meaning.times.meanings import Fields, Meaning
from onrecord.meaning.times.numbers import NUMBERS
from onrecord.meaning.times.relative import RELATIVE

_REACH = 9
"""An expression has the word that it turns on among so many first ones."""


@dataclass(frozen=True, slots=True)
class Expression:
    """``lexemes[first:end]`` and what they mean."""

    first: int
    end: int
    meaning: Meaning


def expressions(text: str, lexemes: Sequence[Lexeme]) -> Iterator[Expression]:
    """The longest readings, from left to right; none overlaps another."""
    telling = [index for index, lexeme in enumerate(lexemes) if lexeme.tells]
    if not telling:
        return
    reader = grammar().reader(lexemes)
    index = 0
    for turn in telling:
        index = max(index, turn - _REACH)
        while index <= turn:
            found = reader.longest("expression", index) if lexemes[index].keys else None
            if found is None:
                index += 1
                continue
            end, meaning = found
            if is_time(text, lexemes, index, end, meaning):
                yield Expression(index, end, meaning)
                yield from _other_end(lexemes, index, end, meaning)
            index = end


def _other_end(
    lexemes: Sequence[Lexeme], first: int, end: int, meaning: Meaning
) -> Iterator[Expression]:
    """The 5 of "March 2-5", the 17 of "1915-17"."""
    if not isinstance(meaning, Fields) or end + 1 >= len(lexemes):
        return
    dash, number = lexemes[end : end + 2]
    if (
        dash.word not in ("-", "–")
        or number.spaced
        or number.keys.isdisjoint(("two_digits", "mday"))
    ):
        return
    if meaning.unit == "day" and meaning.day and "mday" in number.keys and end - first > 1:
        day = number.classes["mday"]
        if day > meaning.day:
            yield Expression(end + 1, end + 2, replace(meaning, day=day, weekday=None))
    elif meaning.unit == "year" and meaning.year and "two_digits" in number.keys:
        year = meaning.year // 100 * 100 + number.classes["two_digits"]
        if year > meaning.year:
            yield Expression(end + 1, end + 2, replace(meaning, year=year))


def may_tell(text: str, start: int, end: int) -> bool:
    """Whether there is any word or number in ``text[start:end]`` that a time may turn on."""
    words = _words_pattern().findall(text, start, end)
    return not _telling_words().isdisjoint(words) or bool(
        _numbers_pattern().search(text, start, end)
    )


@cache
def _telling_words() -> frozenset[str]:
    return frozenset(word for word, entry in vocabulary().items() if entry.tells)


@cache
def _words_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)*")


@cache
def _numbers_pattern() -> re.Pattern[str]:
    """A year, a clock time, a date in figures."""
    return re.compile("[0-9]{4}|[0-9][:/][0-9]")


@cache
def grammar() -> Grammar:
    """The rules of all time expressions, made ready once."""
    classes = {name for word in load_lexicon().words.values() for name in word} | set(NUMERIC)
    return Grammar(DATES, RELATIVE, LENGTHS, NUMBERS, _feasts(), classes=classes)


@cache
def vocabulary() -> Mapping[str, Entry]:
    """The words of the lexicon and of the rules, as they may be written."""
    lexicon = load_lexicon()
    literal = grammar().words
    first_of_feasts = {pattern.split()[0] for _, pattern, _ in _feasts()}
    entries: dict[str, Entry] = {}
    for word in literal | lexicon.words.keys():
        classes = lexicon.words.get(word, {})
        own = {word} & literal
        abbreviated = word in lexicon.abbreviated
        for written in (word.upper(), word.capitalize(), word):
            if written == word and word[0].isalpha():
                classes = {n: v for n, v in classes.items() if n not in CAPITALISED}
            keys = frozenset(own | classes.keys())
            tells = not keys.isdisjoint(lexicon.telling) or word in first_of_feasts
            entries[written] = Entry(classes, keys, tells, abbreviated and bool(classes))
    return entries


@cache
def _feasts() -> Rules:
    """A rule for each name of a feast."""
    return [
        ("feast", " ".join(_words(name)), lambda index=index: index)
        for index, entry in enumerate(load_lexicon().feasts)
        for name in entry["names"]
    ]


def _words(name: str) -> Iterator[str]:
    """The words of a name as the lexer finds them."""
    for word in name.split():
        stem, mark, clitic = word.partition("’" if "’" in word else "'")
        yield stem
        if mark:
            yield mark + clitic
