"""The web page of a record: whole, escaped, and closed to the outside."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.exports import html
from onrecord.exports.highlight import marked_segments, marks_of
from onrecord.record import Record, Span, Speaker, Statement
from tests import handmade

VOID = {"meta", "br", "link", "img"}


class Reading(HTMLParser):
    """Collects what a page is made of, and checks that its tags nest."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = {name: value or "" for name, value in attrs}
        assert not [name for name in given if name.startswith("on") or name in ("src", "style")]
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def page_of(*records: Record) -> str:
    return "".join(html.pages(records))


def test_links_go_both_ways_and_nowhere_else() -> None:
    reading = Reading(page_of(handmade.record(), handmade.record()))
    assert len(reading.ids) == len(set(reading.ids)) == 12
    inner = {link.removeprefix("#") for link in reading.links if link.startswith("#")}
    assert inner == set(reading.ids)
    outer = [link for link in reading.links if not link.startswith("#")]
    assert all(link.startswith("https://news.example/talks") for link in outer)
    assert sum("#:~:text=" in link for link in outer) == 6


def test_the_page_loads_and_runs_nothing() -> None:
    text = page_of(handmade.record())
    assert Reading(text).tags.isdisjoint({"script", "img", "link", "iframe", "object", "base"})
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import", text)


@pytest.mark.parametrize("record", [handmade.record(), handmade.talks()])
def test_the_words_of_the_page_are_all_there_once(record: Record) -> None:
    text = re.search(r'<div class="words">(.*?)<nav', page_of(record), re.DOTALL)
    assert text
    without_numbers = re.sub(r'<a class="number".*?</a>', "", text[1])
    shown = "".join(re.sub(r"<[^>]+>", "", without_numbers).split())
    for line in record.page.text.split("\n"):
        words = "".join(escape(line).split())
        assert shown.count(words) == 1


def test_hostile_words_are_only_words() -> None:
    hostile = "</style><script>alert(1)</script><img src=x onerror=alert(2)>\"'$title ${x}"
    record = handmade.record(url=f'https://x.example/"><script>{hostile}', source=hostile)
    page = replace(
        record.page,
        title=hostile,
        site=hostile,
        authors=(hostile,),
        text=hostile.ljust(len(handmade.TEXT)),
    )
    reading = Reading(page_of(replace(record, page=page, notices=(hostile,))))
    assert reading.tags.isdisjoint({"script", "img"})
    assert any(hostile in words for words in reading.words)


def test_an_address_that_runs_is_no_link() -> None:
    reading = Reading(page_of(handmade.record(url="javascript:alert(1)")))
    assert all(link.startswith("#") for link in reading.links)


def test_no_records_are_no_page() -> None:
    assert page_of() == ""


def test_segments_cover_the_frame_in_order() -> None:
    record = handmade.record()
    frame = Span(0, len(handmade.TEXT))
    segments = marked_segments(frame, marks_of(record))
    assert "".join(handmade.TEXT[start:end] for (start, end), _ in segments) == handmade.TEXT
    assert max(len(covering) for _, covering in segments) == 2
    for span, covering in segments:
        assert all(m.span.start <= span.start < span.end <= m.span.end for m in covering)
        spans = [mark.span for mark in covering]
        assert spans == sorted(spans, key=lambda span: (span.start, -span.end))


EDGES = st.integers(0, len(handmade.TEXT))
SPANS = st.sets(EDGES, min_size=2, max_size=2).map(lambda edges: (min(edges), max(edges)))


@st.composite
def statements(draw: st.DrawFn) -> tuple[Statement, ...]:
    """Statements anywhere, overlapping as they like."""
    spans = st.lists(SPANS, min_size=1, max_size=3)
    found = []
    for number in range(draw(st.integers(1, 4))):
        content = tuple(Span(*edges) for edges in sorted(draw(spans)))
        speaker = draw(st.none() | SPANS)
        found.append(
            replace(
                handmade.record().statements[0],
                id=str(number),
                speaker=Speaker(span=Span(*speaker) if speaker else None),
                content=content,
            )
        )
    return tuple(found)


@given(found=statements(), named=st.lists(SPANS, max_size=8))
@settings(max_examples=50)
def test_what_overlaps_still_nests(
    found: tuple[Statement, ...], named: list[tuple[int, int]]
) -> None:
    spans = [Span(*edges) for edges in named]
    brandvold, bergen, day = (
        handmade.talks().actors[0],
        handmade.talks().places[0],
        handmade.talks().times[0],
    )
    record = replace(
        handmade.record(),
        statements=found,
        actors=(replace(brandvold, mentions=tuple(spans)), replace(brandvold, id="again")),
        times=tuple(replace(day, id=f"ti-{n}", span=span) for n, span in enumerate(spans)),
        places=tuple(replace(bergen, id=f"pl-{n}", span=span) for n, span in enumerate(spans)),
    )
    reading = Reading(page_of(record))
    assert len(reading.ids) == len(set(reading.ids))
    to_names = {link[1:] for link in reading.links if re.match("#p1-(a|time|place)", link)}
    assert to_names <= set(reading.ids)
