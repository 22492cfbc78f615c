"""What is known by name, and how names are looked up in a phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from onrecord.meaning.codes.words import Word, skeleton, words

EntryKind = Literal["country", "people", "capital", "seat", "no country", "body", "person"]
"""``people`` is an adjective or a word for the people ("French", "Finns"); ``capital`` a city that
stands for its government; ``seat`` a building or street that does; ``no country`` what only looks
like one ("South China Sea")."""

_SHORTEST_SKELETON = 6
_TITLED_ACRONYM = 4
"""Acronyms of at least so many letters are also written like names: "Nato", but not "Who"."""


@dataclass(frozen=True, slots=True)
class Office:
    """What someone was from one day to another; None where it is open or not known.

    ``end`` is the first day on which the office was no longer held.
    """

    sectors: tuple[str, ...]
    start: date | None = None
    end: date | None = None
    title: str = ""

    def held_on(self, day: date | None) -> bool:
        """Whether it was held on that day; without one, whether it has no end."""
        if day is None:
            return self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def over_on(self, day: date | None) -> bool:
        """Whether it had ended by that day; without one, whether it has an end."""
        return self.end is not None and (day is None or self.end <= day)


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the lexicon.

    ``country`` is ISO 3166-1 alpha-3 or XKX, or None for international bodies. ``by_default``:
    the country is only that of the best known bearer of the name ("Congress"); a country in the
    phrase goes before it. ``sectors`` hold at any time; ``offices`` in their time.
    """

    name: str
    kind: EntryKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    by_default: bool = False
    plural: bool = False


Source = Entry | Callable[[], Entry]
"""An entry, or what makes it when it is first wanted."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    keys: tuple[str, ...]
    case: tuple[int, ...]
    entry: Entry


class Names(Protocol):
    """What looks up the names that begin at a word of a phrase."""

    def longest(self, phrase: Sequence[Word], at: int) -> tuple[int, tuple[Entry, ...]]:
        """How many words of the longest name that begins at ``at``, and its bearers."""

    def shortened(self, phrase: Sequence[Word], start: int, end: int, /) -> tuple[Entry, ...]:
        """Persons with the first and last of these words as first and last name."""


class NameIndex:
    """Names by their words. A name in capitals in the lexicon needs them in the phrase too.

    A name is only put under its first word when it is added, and taken apart when a phrase has
    that word: a page meets few of the thousands that are known.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, list[tuple[str, Source]]] = {}
        self._persons_waiting: dict[str, list[tuple[str, Source]]] = {}
        self._exact: dict[str, list[_Pattern]] = {}
        self._spelt: dict[str, list[_Pattern]] = {}

    def add(self, names: Iterable[str], entry: Source, *, person: bool = False) -> None:
        """Make an entry known by all of ``names``; "*" is the last word of the first of them.

        ``entry`` is one, or a function that makes it when it is first wanted.
        """
        first = ""
        for name in names:
            if name == "*":
                full = first.rsplit(maxsplit=1)[-1]
            else:
                full = name
                first = first or name
            start = _first_key(full)
            if not start:
                continue
            self._waiting.setdefault(start, []).append((full, entry))
            if person:
                self._persons_waiting.setdefault(skeleton(start), []).append((full, entry))

    def longest(self, phrase: Sequence[Word], at: int) -> tuple[int, tuple[Entry, ...]]:
        """How many words of the longest name that begins at ``at``, and its bearers."""
        length, bearers = _longest(self._patterns(phrase[at].key), phrase, at, spelt=False)
        if phrase[at].capital and not phrase[at].is_mark:
            likely = self._likely(skeleton(phrase[at].key))
            other, persons = _longest(likely, phrase, at, spelt=True)
            if other > length:
                return other, persons
        return length, bearers

    def shortened(self, phrase: Sequence[Word], start: int, end: int) -> tuple[Entry, ...]:
        """Persons with the first and last of these words as first and last name."""
        if end - start < 2:
            return ()
        first, last = skeleton(phrase[start].key), skeleton(phrase[end - 1].key)
        found = (
            pattern.entry
            for pattern in self._likely(first)
            if len(pattern.keys) > 1 and pattern.keys[-1] == last
        )
        return tuple(dict.fromkeys(found))

    def _patterns(self, first: str) -> Sequence[_Pattern]:
        if first not in self._waiting:
            return ()
        if first not in self._exact:
            self._exact[first] = [_pattern(n, _made(entry)) for n, entry in self._waiting[first]]
        return self._exact[first]

    def _likely(self, first: str) -> Sequence[_Pattern]:
        """Persons by the skeletons of their names, but for short names of one word."""
        if first not in self._persons_waiting:
            return ()
        if first not in self._spelt:
            found = []
            for name, entry in self._persons_waiting[first]:
                pattern = _pattern(name, _made(entry))
                spelt = tuple(skeleton(key) for key in pattern.keys)
                if len(spelt) > 1 or len(spelt[0]) >= _SHORTEST_SKELETON:
                    found.append(_Pattern(spelt, pattern.case, pattern.entry))
            self._spelt[first] = found
        return self._spelt[first]


def _made(source: Source) -> Entry:
    return source if isinstance(source, Entry) else source()


def _first_key(name: str) -> str:
    first = name.split(" ", 1)[0]
    if first.isascii() and first.isalpha():
        return first.lower()
    found = words(name)
    return found[0].key if found else ""


def _longest(
    patterns: Iterable[_Pattern], phrase: Sequence[Word], at: int, *, spelt: bool
) -> tuple[int, tuple[Entry, ...]]:
    length: int = 0
    bearers: list[Entry] = []
    for pattern in patterns:
        size = len(pattern.keys)
        if size < length or at + size > len(phrase):
            continue
        if not all(
            (skeleton(word.key) if spelt else word.key) == key and _case_fits(word, case)
            for word, key, case in zip(phrase[at:], pattern.keys, pattern.case, strict=False)
        ):
            continue
        if size > length:
            length, bearers = size, []
        if pattern.entry not in bearers:
            bearers.append(pattern.entry)
    return length, tuple(bearers)


def _case_fits(word: Word, case: int) -> bool:
    return case == 0 or (word.upper if case == 2 else word.capital)


def _pattern(name: str, entry: Entry) -> _Pattern:
    if name.isascii() and name.replace(" ", "").isalpha():
        parts = name.split()
        return _Pattern(
            tuple(part.lower() for part in parts), tuple(_case(part) for part in parts), entry
        )
    found = words(name)
    return _Pattern(
        tuple(word.key for word in found),
        tuple(_case(word.text.replace(".", "")) for word in found),
        entry,
    )


def _case(text: str) -> int:
    if not text[0].isupper():
        return 0
    return 2 if len(text) < _TITLED_ACRONYM and len(text) > 1 and text.isupper() else 1
