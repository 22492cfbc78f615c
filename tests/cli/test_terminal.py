"""A record on a terminal."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.cli import terminal
from onrecord.cli.safe_text import safe
from tests import handmade

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "90")


def shown(**changes: Any) -> str:
    return "".join(terminal.parts([replace(handmade.record(), **changes)], colour=True))


@pytest.mark.usefixtures("on_terminal")
def test_the_story_is_marked_and_numbered() -> None:
    text = shown()
    assert ESCAPE.search(text)
    plain = ESCAPE.sub("", text)
    assert "[1] Brandvold said that [2] Reyl had told her: “We will not sign" in plain
    assert plain.index("another story on the page") < plain.index("FEES: A union")
    assert max(map(len, plain.splitlines())) <= 90


@pytest.mark.usefixtures("on_terminal")
def test_without_colour_the_marks_are_still_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    codes = {code for found in ESCAPE.findall(shown()) for code in found[2:-1].split(";")}
    assert {"1", "3", "4"} <= codes  # bold, italic, underline
    assert not [code for code in codes if code.startswith("3") and len(code) == 2]


def test_without_a_terminal_there_is_only_the_table() -> None:
    text = shown()
    assert not ESCAPE.search(text)
    assert "Photo: Press Pool" not in text
    assert "1 article, 1 teaser · 3 statements" in text
    assert "direct assert, in 1" in " ".join(text.split())


@pytest.mark.usefixtures("on_terminal")
def test_notices_come_first() -> None:
    plain = ESCAPE.sub("", shown(notices=("the page is in Danish",), statements=()))
    assert "Note: the page is in Danish" in plain
    assert plain.rstrip().endswith("No statement was found.")


@pytest.mark.parametrize("width", ["90", "40"])
@pytest.mark.usefixtures("on_terminal")
def test_words_of_the_page_are_no_markup(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    record = handmade.record()
    hostile = "[bold]x[/bold] :smile: \x1b[2J "
    text = handmade.TEXT.replace("Brandvold", hostile[: len("Brandvold")])
    page = replace(record.page, text=text, title=hostile)
    shown_text = shown(page=page, notices=(hostile,))
    assert "\x1b[2J" not in shown_text
    plain = " ".join(ESCAPE.sub("", shown_text).split())
    assert "[bold]x[/bold] :smile: \ufffd[2J" in plain
    assert "[bold]x[/" in plain


def test_unsafe_characters_are_replaced_one_for_one() -> None:
    text = "a\x1b[2Jb\x07\x9bc\u202ed\ud800e\u2028\tf\ng"
    assert safe(text) == "a\ufffd[2Jb\ufffd\ufffdc\ufffdd\ufffde\u2028\tf\ng"
