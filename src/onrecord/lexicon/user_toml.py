"""Files in TOML that users write, actors or issues: their text, and the line of what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from onrecord.errors import OnrecordError


def text_of(path: Path, error_class: type[OnrecordError], *, most_bytes: int) -> str:
    """The text of a user's file.

    Raises:
        error_class: the file cannot be read, is too large or not UTF-8; the line is named.
    """
    try:
        if path.stat().st_size > most_bytes:
            raise error_class("is too large", source=str(path), remedy="split it")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        raise error_class(
            f"line {number} is not UTF-8", source=str(path), remedy="save the file as UTF-8"
        ) from None
    except OSError as error:
        raise error_class(
            f"cannot be read ({error.strerror or error})",
            source=str(path),
            remedy="check its name and permissions",
        ) from None


def line_of_key(lines: Sequence[str], key: str, start: int, header: re.Pattern[str]) -> int:
    """The line (from 1) of a key of the entry that begins at line ``start`` (from 0)."""
    for number in range(start + 1 if header.match(lines[start]) else start, len(lines)):
        line = lines[number].lstrip()
        if header.match(line):
            break
        if line.lstrip("[\"'").startswith(key):
            return number + 1
    return start + 1
