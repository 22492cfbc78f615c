"""A page over which a library fails is read all the same, and the log says what happened."""

from __future__ import annotations

import logging

import htmldate
import pytest
import trafilatura

from onrecord.pages import load

SENTENCE = "The harbour talks will go on in Odmar on Friday, the minister said on Monday evening."
PAGE = f"<html><body><h1>Talks go on</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>"


class Unforeseen(Exception):
    """What no library declares."""


def fail(*_: object, **__: object) -> None:
    raise Unforeseen


@pytest.mark.parametrize(
    ("library", "function", "module"),
    [
        (trafilatura, "bare_extraction", "onrecord.pages.body"),
        (htmldate, "find_date", "onrecord.pages.publication"),
    ],
    ids=["trafilatura", "htmldate"],
)
def test_the_failure_is_logged_and_the_page_is_read(
    library: object,
    function: str,
    module: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(library, function, fail)
    with caplog.at_level(logging.DEBUG, logger="onrecord"):
        page = load(PAGE.encode()).page
    assert page.text.count(SENTENCE) == 2
    assert page.published is None
    (entry,) = [entry for entry in caplog.records if entry.name == module]
    assert entry.levelno == logging.DEBUG
    assert entry.exc_info is not None
    assert entry.exc_info[0] is Unforeseen


def test_nothing_is_logged_where_nothing_fails(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="onrecord"):
        load(PAGE.encode())
    assert not [entry for entry in caplog.records if entry.exc_info]
