"""Actors that a user wrote down, in a TOML file; they go before the lexicon of the package.

::

    [[actor]]
    names = ["Ihor Zhovkva", "Zhovkva"]     # all its names; capitals count as in running text
    country = "UKR"                         # ISO 3166-1 alpha-3, XKX; left out: of no one country
    sectors = ["GOV"]                       # PLOVER sectors, the primary one first

    [[actor]]
    names = ["Harbour Watch"]
    kind = "body"                           # or "person", which it is where nothing is said
    sectors = ["SOC", "NGO"]

    [[actor]]                               # an office that was held for a time; whoever held
    names = ["Jana Verhoven"]               # several has an entry for each
    country = "NLD"
    sectors = ["GOV"]
    from = 2019-06-01                       # or "2019-06", "2019"
    to = 2023-02-01                         # the first day on which it was no longer held
    title = "minister of justice"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import tomli

from onrecord.errors import ActorsFileError
from onrecord.lexicon.user_toml import line_of_key, text_of
from onrecord.meaning.codes.entries import Entry, NameIndex, Office
from onrecord.meaning.codes.lexicon import known_countries, known_sectors
from onrecord.meaning.codes.words import keys

_KEYS = frozenset(("names", "country", "sectors", "kind", "from", "to", "title"))
_HEADER = re.compile(r"[ \t]*\[\[[ \t]*actor[ \t]*\]\]")
_LINE_OF_TOML = re.compile(r"\(at line (\d+), column \d+\)")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MOST_BYTES = 50_000_000


class _Broken(Exception):
    """What is wrong with an entry, at which of its keys, and what to do."""

    def __init__(self, key: str, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.key = key
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class _Actor:
    names: tuple[str, ...]
    entry: Entry


def read_user_files(paths: Sequence[Path]) -> NameIndex:
    """The actors of all files.

    Raises:
        ActorsFileError: a file cannot be read or an entry is broken; it names file and line.
    """
    index = NameIndex()
    for actor in _together(actor for path in paths for actor in _read(path)):
        index.add(actor.names, actor.entry, person=actor.entry.kind == "person")
    return index


def _read(path: Path) -> Iterator[_Actor]:
    text = text_of(path, ActorsFileError, most_bytes=_MOST_BYTES)
    try:
        table = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        at = _LINE_OF_TOML.search(str(error))
        number = int(at[1]) if at else text.count("\n") + 1
        said = _LINE_OF_TOML.sub("", str(error)).strip() or "nested too deeply"
        raise _error(path, number, f"is not TOML ({said})", "correct the line") from None
    actors = table.get("actor", [])
    unknown = next((key for key in table if key != "actor"), None)
    if unknown is not None or not isinstance(actors, list):
        number = line_of_key(text.split("\n"), unknown or "actor", 0, _HEADER)
        raise _error(path, number, "is not an actor", "begin every actor with [[actor]]")
    headers = [n for n, line in enumerate(text.split("\n")) if _HEADER.match(line)]
    for position, item in enumerate(actors):
        try:
            yield _actor(item)
        except _Broken as broken:
            start = headers[position] if position < len(headers) else 0
            number = line_of_key(text.split("\n"), broken.key, start, _HEADER)
            raise _error(path, number, broken.problem, broken.remedy) from None


def _actor(item: Any) -> _Actor:
    if not isinstance(item, Mapping):
        raise _Broken("actor", "is not an actor", "begin every actor with [[actor]]")
    for key in item:
        if key not in _KEYS:
            remedy = f"write one of {', '.join(sorted(_KEYS))}"
            raise _Broken(key, f'has the unknown key "{key}"', remedy)
    kind = item.get("kind", "person")
    if kind not in ("person", "body"):
        raise _Broken("kind", f"has the unknown kind {kind!r}", 'write "person" or "body"')
    names, sectors = _names(item), _sectors(item)
    entry = Entry(names[0], kind, _country(item), sectors)
    start, end = _date(item, "from"), _date(item, "to")
    if start and end and start >= end:
        raise _Broken("to", "ends before it begins", "let from be before to")
    title = item.get("title", "")
    if not isinstance(title, str):
        raise _Broken("title", "has a title that is no text", "write it in quotation marks")
    if kind == "person" and (start or end or title):
        return _Actor(
            names, replace(entry, sectors=(), offices=(Office(sectors, start, end, title),))
        )
    if start or end:
        raise _Broken("from" if start else "to", "has dates for a body", "leave them out")
    return _Actor(names, entry)


def _names(item: Mapping[str, Any]) -> tuple[str, ...]:
    names = item.get("names")
    remedy = 'write names = ["…", "…"]'
    if not isinstance(names, list) or not names:
        raise _Broken("names", "has no names", remedy)
    for name in names:
        if not isinstance(name, str) or not keys(name):
            raise _Broken("names", f"has the name {name!r}, which is none", remedy)
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names))


def _country(item: Mapping[str, Any]) -> str | None:
    country = item.get("country")
    if country is not None and country not in known_countries():
        remedy = "write a code of three capital letters (ISO 3166-1 alpha-3, or XKX)"
        raise _Broken("country", f"has the unknown country {country!r}", remedy)
    return country


def _sectors(item: Mapping[str, Any]) -> tuple[str, ...]:
    sectors = item.get("sectors", [])
    remedy = f"write sectors of {' '.join(sorted(known_sectors()))}"
    if not isinstance(sectors, list):
        raise _Broken("sectors", "has sectors that are no list", 'write sectors = ["GOV"]')
    for sector in sectors:
        if not isinstance(sector, str) or sector not in known_sectors():
            raise _Broken("sectors", f"has the unknown sector {sector!r}", remedy)
    if not sectors and item.get("country") is None:
        raise _Broken("names", "has neither country nor sectors", "write one of them")
    return tuple(dict.fromkeys(sectors))


def _date(item: Mapping[str, Any], key: str) -> date | None:
    value = item.get(key)
    if value is None:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        if match:
            return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        pass
    problem = f'has "{value}" as a day, which is none'
    raise _Broken(key, problem, 'write a day as 2022-03-11, or "2022-03", "2022"')


def _together(actors: Iterator[_Actor]) -> Iterator[_Actor]:
    """Offices of one person in one entry."""
    merged: dict[tuple[str, str | None], _Actor] = {}
    for actor in actors:
        entry = actor.entry
        same = (entry.name, entry.country) if entry.kind == "person" else None
        known = merged.get(same) if same else None
        if same is None:
            yield actor
        elif known is None:
            merged[same] = actor
        else:
            merged[same] = _Actor(
                tuple(dict.fromkeys((*known.names, *actor.names))),
                replace(
                    known.entry,
                    offices=(*known.entry.offices, *entry.offices),
                    sectors=tuple(dict.fromkeys((*known.entry.sectors, *entry.sectors))),
                ),
            )
    yield from merged.values()


def _error(path: Path, number: int, problem: str, remedy: str) -> ActorsFileError:
    return ActorsFileError(f"line {number} {problem}", source=str(path), remedy=remedy)
