"""Files of the user's data that are made from a dump: written whole or not at all, then only read.

A dump is a file of another project, with one place or one actor a line. What is made from it is an
SQLite database whose ``user_version`` tells its format.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import OnrecordError


class BrokenLine(Exception):
    """A line that is not what its dump should have, and why, such as "is not UTF-8"."""


def data_file(folder: Path, stem: str, *, otherwise: str) -> Path:
    """The file in a folder that has the name of a dump, safe on every system.

    Args:
        folder: where such files lie.
        stem: the name of the dump without its suffixes.
        otherwise: the name where the stem is empty.
    """
    return folder / f"{re.sub(r'[^A-Za-z0-9_-]', '_', stem) or otherwise}.sqlite"


@contextmanager
def new_file(target: Path, *, remedy: str | None = None) -> Iterator[Path]:
    """An empty file beside the target, which takes its place if all goes well, or is removed.

    Args:
        target: the file to make or to replace; its folder is made if it is not there.
        remedy: what to do where the folder cannot be written.

    Raises:
        OnrecordError: the folder cannot be written, or SQLite cannot write the file.
    """
    import tempfile  # here, as those who only read do without it

    folder = target.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".importing-", suffix=target.suffix, dir=folder)
        os.close(handle)
    except OSError as error:
        raise OnrecordError(
            f"cannot be written ({error.strerror})", source=str(folder), remedy=remedy
        ) from None
    temporary = Path(name)
    try:
        yield temporary
        temporary.replace(target)
    except sqlite3.Error as error:
        raise OnrecordError(f"cannot be written ({error})", source=str(folder)) from None
    finally:
        temporary.unlink(missing_ok=True)


def opened(path: Path, version: int) -> sqlite3.Connection:
    """A database open for reading only, also from several threads if they take turns.

    Args:
        path: a file that nobody writes to any more.
        version: its ``user_version``, the format that the reader knows.

    Raises:
        sqlite3.Error: there is no such file, or it is no database, or one of another format.
    """
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found != version:
            raise sqlite3.DatabaseError(f"format {found} instead of {version}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def numbered_lines(
    stream: IO[bytes], source: Path, *, longest: int, error: type[OnrecordError] = OnrecordError
) -> Iterator[tuple[int, bytes]]:
    """The lines of a dump with their ends and their numbers, from 1.

    Args:
        stream: the dump, unpacked.
        source: its file, for messages.
        longest: bytes of a line, from which on it is broken.
        error: what a broken line is raised as.

    Raises:
        OnrecordError: a line is too long; of the kind ``error``.
    """
    number = 0
    while line := stream.readline(longest):
        number += 1
        if len(line) == longest:
            raise broken_line(source, number, "is too long", error=error)
        yield number, line


def broken_line(
    source: Path, number: int, problem: object, *, error: type[OnrecordError] = OnrecordError
) -> OnrecordError:
    """The error that says which line of a dump has what problem, and what to do."""
    return error(
        f"line {number} {problem}",
        source=str(source),
        remedy="nothing was imported; correct the line or leave it out, and import again",
    )
