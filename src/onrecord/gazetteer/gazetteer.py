"""Looking up names of places: the package's own gazetteer, then those that the user imported."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.gazetteer.entry import Entry
from onrecord.gazetteer.names import name_key
from onrecord.gazetteer.tables import Table

_MOST = 60
"""Candidates of one name; "San José" has more, the rest are hamlets."""


class Gazetteer:
    """Places by name. Keep one and look up many names; it may be used from several threads."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables
        self._lock = threading.Lock()
        self._found = lru_cache(maxsize=4096)(self._look_up)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Gazetteer:
        """The gazetteer of the package, with files that ``onrecord places import`` wrote.

        Raises:
            OnrecordError: an extra file is not a gazetteer, or of another version.
        """
        own = Path(str(files("onrecord") / "gazetteer" / "places.sqlite"))
        return cls([_opened(path) for path in (own, *extra)])

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """The places so named, the weightiest first; empty where the name is not known."""
        return self._found(name_key(name))

    def countries(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 codes with their alpha-3 codes."""
        return {code: other for table in self._tables for code, other in table.countries().items()}

    def close(self) -> None:
        """Let go of the files."""
        for table in self._tables:
            table.close()

    def _look_up(self, key: str) -> tuple[Entry, ...]:
        found: dict[int, Entry] = {}
        if not key:
            return ()
        with self._lock:
            for table in self._tables:
                for entry in table.candidates(key, _MOST):
                    found.setdefault(entry.identity, entry)
        return tuple(sorted(found.values(), key=lambda e: (-e.weight, e.identity))[:_MOST])


def _opened(path: Path) -> Table:
    try:
        return Table(path)
    except sqlite3.Error as error:
        raise OnrecordError(
            f"not a gazetteer of this version ({error})",
            source=str(path),
            remedy="import the GeoNames file again with: onrecord places import FILE",
        ) from None
