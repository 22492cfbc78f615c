"""Text → words, numbers and signs, each with its classes in the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

Classes = Mapping[str, Any]
"""The classes of a lexeme, each with what it stands for in it."""

_EARLIEST_YEAR, _LATEST_YEAR = 1000, 2199
_LONGEST_NUMBER = 12  # digits; what is longer tells no time
_CURRENCIES = frozenset("$£€¥₴₽#")


class Entry(NamedTuple):
    """What is known of a word as written.

    ``keys`` are its classes, and the word where a rule names it; ``tells``: a time may turn on it.
    ``abbreviated``: a full stop after it belongs to it.
    """

    classes: Classes
    keys: frozenset[str]
    tells: bool
    abbreviated: bool = False


class Lexeme(NamedTuple):
    """A word, number or sign: ``[start, end)`` of the text, and in lower case.

    ``spaced``: white space stands before it; ``breaks``: no expression runs over that place.
    """

    start: int
    end: int
    word: str
    classes: Classes
    keys: frozenset[str]
    tells: bool
    spaced: bool
    breaks: bool


_UNKNOWN = Entry({}, frozenset(), False)


@cache
def _pattern() -> re.Pattern[str]:
    """Numbers in their shapes, words, and single signs."""
    return re.compile(
        r"(?P<word>[^\W\d_]+)"
        r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
        r"|(?P<slash>[0-9]{1,4}/[0-9]{1,2}(?:/[0-9]{1,4})?(?![0-9/]))"
        r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
        r"|(?P<number>[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?)"
        r"|(?P<clitic>[’'][^\W\d_]+)"
        r"|(?P<sign>[^\w\s])"
    )


def lexemes(text: str, start: int, end: int, vocabulary: Mapping[str, Entry]) -> list[Lexeme]:
    """The lexemes of ``text[start:end]``, a block of a story.

    ``vocabulary`` has words as they may be written, small or with capital letters.
    """
    found: list[Lexeme] = []
    before = start
    for match in _pattern().finditer(text, start, end):
        first, last = match.span()
        if first < before:
            continue  # the rest of an abbreviation
        kind = match.lastgroup
        word = match.group()
        if kind in ("word", "sign", "clitic"):
            entry = vocabulary.get(word, _UNKNOWN)
            if last < end and text[last] == ".":
                if entry.abbreviated:
                    last += 1
                elif last - first == 1 and kind == "word":
                    last, word, entry = _initials(text, first, end, vocabulary, entry)
        else:
            entry = _numeric(kind or "", word, first > 0 and text[first - 1] in _CURRENCIES)
        breaks = first - before > 1 and text.count("\n", before, first) > 1
        found.append(Lexeme(first, last, word.lower(), *entry[:3], first > before, breaks))
        before = last
    return found


def _initials(
    text: str, first: int, end: int, vocabulary: Mapping[str, Entry], single: Entry
) -> tuple[int, str, Entry]:
    """A letter with a full stop, or several: "a.m.", "B.C."."""
    last = first
    while last + 1 < end and text[last].isalpha() and text[last + 1] == "." and last - first < 8:
        last += 2
    if last - first == 2 and last < end and text[last].isalpha():
        last += 1  # "p.m" at the end of a sentence
    word = text[first:last]
    entry = vocabulary.get(word)
    return (last, word, entry) if entry else (first + 1, text[first], single)


def _numeric(kind: str, word: str, is_money: bool) -> Entry:
    if is_money or len(word) > _LONGEST_NUMBER:
        return _entry(("money",), (None,))
    if kind != "number":
        return _entry((kind,), (word,))
    plain = word.replace(",", "")
    if "." in plain:
        return _entry(("numeral", "dotted"), (float(plain), plain))
    classes = tuple(_whole(int(plain), len(plain), plain != word))
    return _entry(classes, (int(plain),) * len(classes))


def _whole(number: int, digits: int, has_commas: bool) -> Iterator[str]:
    yield "numeral"
    if has_commas:
        return
    if digits == 4 and _EARLIEST_YEAR <= number <= _LATEST_YEAR:
        yield "yyyy"
    if digits == 2:
        yield "two_digits"
    if digits <= 2 and 1 <= number <= 31:
        yield "mday"
    if digits <= 2 and number <= 24:
        yield "hh"
    if digits in (3, 4):
        yield "four_digits"


NUMERIC = ("numeral", "dotted", "yyyy", "two_digits", "mday", "hh", "four_digits", "money", "iso",
           "slash", "clock")  # fmt: skip
"""The classes that the lexer gives to numbers."""

_TELLING = frozenset(("yyyy", "iso", "slash", "clock"))


@cache
def _keys(classes: tuple[str, ...]) -> tuple[frozenset[str], bool]:
    return frozenset(classes), not _TELLING.isdisjoint(classes)


def _entry(classes: tuple[str, ...], values: tuple[Any, ...]) -> Entry:
    keys, tells = _keys(classes)
    return Entry(dict(zip(classes, values, strict=True)), keys, tells)
