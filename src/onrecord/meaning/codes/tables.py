"""The file of imported actors: an SQLite database, its names under the keys of their words."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from onrecord.data_files import opened
from onrecord.errors import OnrecordError
from onrecord.meaning.codes.entries import Entry, EntryKind, Office
from onrecord.meaning.codes.words import Word, words

FORMAT = 1
"""Kept in the file as ``user_version``; a file of another format is not read."""

FOLDER = "actors"
"""Where imported actors lie, in the folder of the user's data."""

LONGEST_NAME = 10
"""Words of the longest name that is kept."""

_MOST_BEARERS = 20
_SCHEMA = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA user_version = {FORMAT};
CREATE TABLE actor (
    identity TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
    sectors TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE name (
    key TEXT NOT NULL, actor TEXT NOT NULL, capitals TEXT NOT NULL, PRIMARY KEY (key, actor)
) WITHOUT ROWID;
CREATE TABLE office (
    identity TEXT PRIMARY KEY, actor TEXT NOT NULL, post TEXT NOT NULL, start TEXT, end TEXT
) WITHOUT ROWID;
CREATE TABLE post (identity TEXT PRIMARY KEY, title TEXT NOT NULL, sectors TEXT NOT NULL)
    WITHOUT ROWID;
"""
_OFFICES = """
SELECT title, sectors, start, end FROM office JOIN post ON post.identity = post
WHERE actor = ? AND sectors != '' ORDER BY office.identity
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedActor:
    """A person or body of a dump; ``identity`` is its number there."""

    identity: str
    names: tuple[str, ...]
    kind: EntryKind
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office that people hold one after the other."""

    identity: str
    title: str
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """That an actor held a post; ``end`` is the first day on which it was no longer held."""

    identity: str
    actor: str
    post: str
    start: date | None = None
    end: date | None = None


Item = ImportedActor | Post | Tenure


class Writer:
    """Fills a new file; an item with the identity of one before takes its place."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.executescript(_SCHEMA)

    def add(self, item: Item) -> None:
        """Write one item."""
        run = self._connection.execute
        if isinstance(item, Post):
            row = (item.identity, item.title, " ".join(item.sectors))
            run("INSERT OR REPLACE INTO post VALUES (?,?,?)", row)
        elif isinstance(item, Tenure):
            start, end = (day and day.isoformat() for day in (item.start, item.end))
            row5 = (item.identity, item.actor, item.post, start, end)
            run("INSERT OR REPLACE INTO office VALUES (?,?,?,?,?)", row5)
        else:
            row6 = (item.identity, item.names[0], item.kind, item.country, " ".join(item.sectors))
            run("INSERT OR REPLACE INTO actor VALUES (?,?,?,?,?)", row6)
            self._connection.executemany(
                "INSERT OR IGNORE INTO name VALUES (?,?,?)",
                ((key, item.identity, capitals) for key, capitals in _keyed(item.names)),
            )

    def actors(self) -> int:
        """How many actors there are."""
        (number,) = self._connection.execute("SELECT count(*) FROM actor").fetchone()
        return int(number)

    def close(self, *, keep: bool) -> None:
        """Write everything to the file, or only let go of it."""
        if keep:
            self._connection.execute("CREATE INDEX holder ON office (actor)")
            self._connection.commit()
        self._connection.close()


def _keyed(names: Iterable[str]) -> Iterable[tuple[str, str]]:
    for name in names:
        found = words(name)
        capitals = "".join("1" if word.capital else "0" for word in found)
        yield " ".join(word.key for word in found), capitals


class Table:
    """A file of imported actors, open for reading; it may be used from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._found = lru_cache(maxsize=4096)(self._look_up)
        try:
            self._connection = opened(path, FORMAT)
        except sqlite3.Error as error:
            raise self._unreadable(error) from None

    def longest(self, phrase: Sequence[Word], at: int) -> tuple[int, tuple[Entry, ...]]:
        """How many words of the longest name that begins at ``at``, and its bearers."""
        if phrase[at].is_mark or not (phrase[at].capital or phrase[at].upper):
            return 0, ()
        taken = phrase[at : at + LONGEST_NAME]
        found = self._found(tuple(word.key for word in taken))
        for size in sorted(found, reverse=True):
            fitting = [
                entry
                for capitals, entry in found[size]
                if all(w.capital or need == "0" for w, need in zip(taken, capitals, strict=False))
            ]
            if bearers := _agreeing(fitting):
                return size, bearers
        return 0, ()

    def shortened(self, _phrase: Sequence[Word], _start: int, _end: int, /) -> tuple[Entry, ...]:
        """Nobody: who was imported is known by the names of the dump only."""
        return ()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _look_up(self, keys: tuple[str, ...]) -> dict[int, list[tuple[str, Entry]]]:
        """Bearers of the names that the words begin with, by the number of words."""
        names = [" ".join(keys[:size]) for size in range(1, len(keys) + 1)]
        marks = ",".join("?" * len(names))
        query = (
            "SELECT key, capitals, identity, actor.name, kind, country, sectors "  # noqa: S608
            f"FROM name JOIN actor ON identity = name.actor WHERE key IN ({marks}) LIMIT 400"
        )
        found: dict[int, list[tuple[str, Entry]]] = {}
        try:
            with self._lock:
                for key, capitals, identity, *rest in self._connection.execute(query, names):
                    entry = self._entry(identity, *rest)
                    found.setdefault(key.count(" ") + 1, []).append((capitals, entry))
        except sqlite3.Error as error:
            raise self._unreadable(error) from None
        return found

    def _entry(
        self, identity: str, name: str, kind: EntryKind, country: str | None, sectors: str
    ) -> Entry:
        offices = tuple(
            Office(tuple(codes.split()), _day(start), _day(end), title)
            for title, codes, start, end in self._connection.execute(_OFFICES, (identity,))
        )
        always = () if offices else tuple(sectors.split())
        return Entry(name, kind, country, always, offices)

    def _unreadable(self, error: sqlite3.Error) -> OnrecordError:
        return OnrecordError(
            f"not a table of actors of this version ({error})",
            source=str(self._path),
            remedy="delete it, and import again with: onrecord actors import FILE",
        )


def _agreeing(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The bearers of a name: people, or one body; nobody where it may be different things."""
    if not entries or len(entries) > _MOST_BEARERS:
        return ()
    if all(entry.kind == "person" for entry in entries):
        return tuple(dict.fromkeys(entries))
    if len({(entry.kind, entry.country, entry.sectors) for entry in entries}) == 1:
        return (entries[0],)
    return ()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def imported_actors(data: Path) -> list[Path]:
    """The files of actors that were imported into the folder of the user's data."""
    return sorted((data / FOLDER).glob("[!.]*.sqlite"))
