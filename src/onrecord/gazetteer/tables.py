"""The file of a gazetteer: an SQLite database with a table of places and one of their names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from onrecord.data_files import opened
from onrecord.gazetteer.entry import Entry

FORMAT = 1
"""Kept in the file as ``user_version``; a file of another format is not read."""

DEGREE = 10_000
"""Coordinates are kept as whole numbers of a ten-thousandth of a degree (about ten metres)."""

_SCHEMA = f"""
PRAGMA user_version = {FORMAT};
CREATE TABLE country (alpha2 TEXT PRIMARY KEY, alpha3 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kind (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE division (
    number INTEGER PRIMARY KEY, country TEXT, region TEXT, district TEXT
);
CREATE TABLE place (
    identity INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL REFERENCES kind,
    division INTEGER NOT NULL REFERENCES division,
    latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, weight INTEGER NOT NULL
);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place))
    WITHOUT ROWID;
"""
_CANDIDATES = """
SELECT identity, place.name, kind.word, country, region, district, latitude, longitude, weight
FROM name JOIN place ON identity = name.place JOIN kind ON kind.number = kind
JOIN division ON division.number = division
WHERE key = ? ORDER BY weight DESC, identity LIMIT ?
"""


class Writer:
    """Fills a new gazetteer file. Close it, or nothing is kept."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        self._connection.executescript(_SCHEMA)
        self._kinds: dict[str, int] = {}
        self._divisions: dict[tuple[str | None, ...], int] = {}

    def add(self, entry: Entry, keys: Iterable[str]) -> None:
        """A place with the keys of its names; one with the same identity is replaced."""
        row = (
            entry.identity,
            entry.name,
            self._number("kind", self._kinds, entry.kind),
            self._number("division", self._divisions, entry.country, entry.region, entry.district),
            round(entry.latitude * DEGREE),
            round(entry.longitude * DEGREE),
            entry.weight,
        )
        self._connection.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?)", row)
        self._connection.executemany(
            "INSERT OR IGNORE INTO name VALUES (?, ?)",
            ((key, entry.identity) for key in keys if key),
        )

    def add_countries(self, countries: Mapping[str, str]) -> None:
        """ISO 3166-1 codes: alpha-2 with alpha-3."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO country VALUES (?, ?)", sorted(countries.items())
        )

    def _number(
        self, table: Literal["kind", "division"], seen: dict[Any, int], *row: str | None
    ) -> int:
        """The number of a row of a small table; a new row is written."""
        key = row if len(row) > 1 else row[0]
        if key not in seen:
            seen[key] = len(seen) + 1
            marks = ",".join("?" * (len(row) + 1))
            self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", (seen[key], *row))  # noqa: S608
        return seen[key]

    def close(self, *, keep: bool = True) -> None:
        """Write everything to the file, packed; or, without ``keep``, only let go of it."""
        if keep:
            self._connection.commit()
            self._connection.execute("VACUUM")
        self._connection.close()


class Table:
    """A gazetteer file open for reading; nothing is held in memory but a small page cache."""

    def __init__(self, path: Path) -> None:
        self._connection = opened(path, FORMAT)

    def candidates(self, key: str, most: int) -> list[Entry]:
        """The places with a name of that key, the weightiest first, ``most`` at most."""
        rows = self._connection.execute(_CANDIDATES, (key, most)).fetchall()
        return [_entry(*row) for row in rows]

    def countries(self) -> dict[str, str]:
        """ISO 3166-1 codes: alpha-2 with alpha-3."""
        return dict(self._connection.execute("SELECT alpha2, alpha3 FROM country"))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _entry(
    identity: int,
    name: str,
    kind: str,
    country: str | None,
    region: str | None,
    district: str | None,
    latitude: int,
    longitude: int,
    weight: int,
) -> Entry:
    return Entry(
        identity=identity,
        name=name,
        kind=kind,
        country=country,
        region=region,
        district=district,
        latitude=latitude / DEGREE,
        longitude=longitude / DEGREE,
        weight=weight,
    )
