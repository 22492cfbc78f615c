"""The contract that holds for every input: spans, blocks and stories in order, stable ids."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.pages import LoadedPage, load, load_text
from onrecord.record import Record

NEWS_LINES = st.sampled_from(
    [
        "Photo: AFP / Someone",
        "NO DEAL: The talks ended early The two sides will meet on Monday, officials said, af",
        "“We will not leave,” the minister said.",
        "KYIV, March 10 (Reuters) — The talks ended on Thursday without a result.",
        "By Jane Doe",
        "Most read",
        "Correction: the day was wrong.",
        "Read more",
        "- a list item",
        "10:30",
        "\r\n",
        "e\u0301\u0301 combining",
        "‏مرحبا بالعالم‎ قال الوزير",
        "\x00",
        "\ud800 lone",
        "\ufeff",
        "More than 4,000 people on Sunday gathered in Tarnvik …",
    ]
)
LINE_ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", " "])
PIECES = st.lists(st.tuples(st.one_of(NEWS_LINES, st.text(max_size=80)), LINE_ENDS), max_size=14)
TAGS = st.sampled_from(
    ["p", "div", "li", "h1", "h2", "a href='/x'", "blockquote", "script", "figcaption", "td", "br",
     "/p", "/div", "/a", "pre", "template", "!--", "svg", "span hidden", "table", "/table", "b"]
)  # fmt: skip
MARKUP = st.lists(
    st.one_of(
        TAGS.map(lambda tag: f"<{tag}>"),
        st.sampled_from(["&amp;", "&#0;", "&nbsp;", "&#xd800;"]),
        NEWS_LINES,
        st.text(max_size=40),
    ),
    max_size=30,
)
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def require_one_line(error: OnrecordError) -> None:
    assert "\n" not in str(error)


def require_contract(loaded: LoadedPage) -> None:
    text, size = loaded.page.text, len(loaded.page.text)
    previous = 0
    for story in loaded.stories:
        assert previous <= story.span.start < story.span.end <= size
        previous = story.span.end
        filed = story.dateline.span if story.dateline else None
        for part in (story.kicker, story.headline, filed):
            if part is not None:
                assert story.span.start <= part.start < part.end <= story.span.end
        at = story.span.start
        for block in story.blocks:
            assert at <= block.span.start < block.span.end <= story.span.end
            assert text[block.span.start : block.span.end].strip()
            at = block.span.end
    assert len({story.id for story in loaded.stories}) == len(loaded.stories)
    encoded = Record(page=loaded.page, stories=loaded.stories).to_json()
    assert json.loads(encoded)["page"]["text"] == text


@QUICK
@given(PIECES)
def test_plain_text_is_unchanged_and_its_spans_hold(pieces: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in pieces)
    try:
        loaded = load_text(text)
    except OnrecordError:
        assert not any(map(str.isalnum, text))
        return
    assert len(loaded.page.text) == len(text)
    changed = [(a, b) for a, b in zip(text, loaded.page.text, strict=True) if a != b]
    assert all("\ud800" <= a <= "\udfff" and b == "\ufffd" for a, b in changed)
    require_contract(loaded)
    assert load_text(text) == loaded


@QUICK
@given(MARKUP)
def test_hostile_html_gives_a_page_or_one_of_our_errors(pieces: list[str]) -> None:
    source = "<!doctype html><html><body>" + "".join(pieces)
    try:
        loaded = load(source.encode("utf-8", "replace"))
    except OnrecordError as error:
        require_one_line(error)
        return
    require_contract(loaded)


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_give_a_page_or_one_of_our_errors(data: bytes) -> None:
    try:
        loaded = load(data)
    except OnrecordError as error:
        require_one_line(error)
        return
    require_contract(loaded)


def test_fifty_thousand_nested_elements_are_read() -> None:
    deep = (
        "<div>" * 50_000 + "<p>The deep paragraph was found by the reader.</p>" + "</div>" * 50_000
    )
    loaded = load(f"<html><body>{deep}<p>And the last one.</p></body></html>".encode())
    assert "The deep paragraph was found by the reader." in loaded.page.text
    assert "And the last one." in loaded.page.text
    require_contract(loaded)


def test_unclosed_nesting_of_every_kind_is_read() -> None:
    deep = "".join(f"<{tag}>" for tag in ("div", "b", "span", "table", "li", "section") * 3000)
    loaded = load(f"<html><body>{deep}Words in the depth.</body></html>".encode())
    assert "Words in the depth." in loaded.page.text


@pytest.mark.soak
def test_long_fuzzing() -> None:
    draw = random.Random(7)
    alphabet = ["<p>", "</p>", "<div ", "class='", ">", "&", ";", "\x00", "“", "é", "KYIV — "]
    alphabet += ["\n", "Photo: ", "word ", "Said. ", "<a href=x>", "<br>", "…", "<!--", "\r"]
    for _ in range(3000):
        source = "".join(draw.choices(alphabet, k=draw.randint(1, 200)))
        for read in (load_text, _load_bytes):
            try:
                require_contract(read(source))
            except OnrecordError:
                continue


def _load_bytes(text: str) -> LoadedPage:
    return load(text.encode())
