"""Pages that cost time with the square of their size, if anything does; bounds are generous."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from onrecord.pages import load, load_text

SENTENCE = "The harbour talks will go on in Odmar on Friday, the minister said. "
SECONDS = 12.0

TEXTS: dict[str, Callable[[], str]] = {
    "long text": lambda: (SENTENCE * 3 + "\n") * 3000,
    "short lines": lambda: "Talks go on\n" * 5000,
    "one line": lambda: SENTENCE * 15_000,
    "no space": lambda: "a" * 1_000_000,
    "quotation marks": lambda: "“" * 1_000_000 + "a",
    "dashes": lambda: "A—" * 300_000,
    "turns": lambda: f"Q: {SENTENCE}\n" * 3000,
    "wrapped": lambda: (
        "the minister said that the harbour talks would go on until the Friday\n" * 9000
    ),
}
MARKUP: dict[str, Callable[[], str]] = {
    "paragraphs": lambda: f"<p>{SENTENCE}</p>" * 8000,
    "inline elements": lambda: "<p>" + "<span>said so</span> " * 30_000,
    "line breaks": lambda: "<p>" + "said so<br>" * 100_000,
    "cards": lambda: f"<div class=card><h4>Talks go on now</h4><p>{SENTENCE}</p></div>" * 3000,
    "links": lambda: "<div><a href='/x'>Minister says that talks go on</a></div>" * 5000,
    "attributes": lambda: "<p " + " ".join(f"a{i}=b" for i in range(50_000)) + ">said so",
    "script": lambda: "<script>" + "a" * 11_000_000 + "</script><p>" + SENTENCE,
    "brackets": lambda: "<" * 500_000 + f"<p>{SENTENCE}",
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_read_in_time(name: str) -> None:
    text = TEXTS[name]()
    began = time.process_time()
    assert load_text(text).page.text == text
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("name", MARKUP)
def test_markup_is_read_in_time(name: str) -> None:
    source = f"<html><body>{MARKUP[name]()}</body></html>".encode()
    began = time.process_time()
    assert load(source).page.text
    assert time.process_time() - began < SECONDS
