"""What a terminal shows, without the styles."""

from __future__ import annotations

import re

import pytest

_ESCAPE = re.compile(r"\x1b\[[\d;]*m")

HOSTILE = "[bold]x[/bold] :smile: \x1b[2J\x9b31m\u202e\n\r\x07y"
"""Words that try to be markup and to command a terminal."""


def terminal_of(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on there is a terminal of that many columns."""
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (("FORCE_COLOR", "1"), ("TERM", "xterm"), ("COLUMNS", str(columns))):
        monkeypatch.setenv(name, value)


def plain(text: str) -> str:
    """The text without styles."""
    return _ESCAPE.sub("", text)


def fits(text: str, columns: int) -> bool:
    """Whether every line has room in that many columns."""
    return max(map(len, plain(text).splitlines())) <= columns
