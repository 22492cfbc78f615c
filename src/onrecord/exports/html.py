"""One self-contained web page that shows records: the words on the left, who said them beside.

The page loads nothing and runs nothing; its content security policy says so to the browser. All
that comes from a news page is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from string import Template

from onrecord.exports.highlight import Mark, marked_segments, marks_of
from onrecord.exports.text_fragment import passage_link
from onrecord.record import Block, Record, Span, Statement, Story

HOVER_LINKED = 200
"""Statements of a page whose words and entry light up together; later ones have links only."""


def pages(records: Iterable[Record]) -> Iterator[str]:
    """The parts of one HTML document, a section for each record, made as the records come.

    Where there is no record there is no document.
    """
    opening, closing = _template("page.html").safe_substitute(_head()).split("<!-- records -->")
    number = 0
    for number, record in enumerate(records, start=1):
        yield (opening if number == 1 else "") + _section(record, prefix=f"p{number}")
    if number:
        yield closing


def _head() -> dict[str, str]:
    style = _resource("page.css") + "".join(
        f"section:has(.s{n}:hover) .s{n}{{--lit:1}}\n" for n in range(1, HOVER_LINKED + 1)
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {"style": style, "style_hash": f"sha256-{digest}"}


def _section(record: Record, *, prefix: str) -> str:
    page = record.page
    numbers = {statement.id: n for n, statement in enumerate(record.statements, start=1)}
    marks = marks_of(record)
    stories = [_story(record, story, marks, prefix) for story in record.stories]
    entries = [_entry(record, statement, numbers, prefix) for statement in record.statements]
    return _template("section.html").substitute(
        title=escape(page.title or page.source),
        about=_about(record),
        notices="".join(f'<p class="notice">{escape(notice)}</p>' for notice in record.notices),
        stories="\n".join(stories),
        entries="\n".join(entries) or '<li class="none">No statement was found.</li>',
    )


def _about(record: Record) -> str:
    page = record.page
    parts = []
    if page.published:
        parts.append(f"published {escape(page.published.value)}")
    if page.authors:
        parts.append(f"by {escape(', '.join(page.authors))}")
    link = web_address(page.url, page.source)
    if link:
        parts.append(_anchor(link, escape(page.site or link)))
    elif page.title:
        parts.append(escape(page.source))
    return " · ".join(parts)


def web_address(*addresses: str | None) -> str | None:
    """The first of the addresses that is http(s), or None."""
    for address in addresses:
        if address and address.lower().startswith(("https://", "http://")):
            return address
    return None


def _anchor(address: str, inner: str) -> str:
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{inner}</a>'


def _story(record: Record, story: Story, marks: list[Mark], prefix: str) -> str:
    blocks = story.blocks or (Block(kind="paragraph", span=story.span),)
    inner = "\n".join(_block(record.page.text, block, marks, prefix) for block in blocks)
    label = '<h3 class="apart">Another story on the page</h3>' if story.kind == "teaser" else ""
    ending = '<p class="cut">The page shows no more of this story.</p>' if story.truncated else ""
    return f'<article class="{story.kind}">{label}{inner}{ending}</article>'


def _block(text: str, block: Block, marks: list[Mark], prefix: str) -> str:
    inner = "".join(
        _segment(text[span.start : span.end], covering, span, prefix)
        for span, covering in marked_segments(block.span, marks)
    )
    return f'<p class="block {block.kind}">{inner}</p>'


def _segment(words: str, covering: list[Mark], span: Span, prefix: str) -> str:
    """Words inside all the marks that cover them, the outermost first."""
    inner = escape(words)
    for depth, mark in enumerate(reversed(covering), start=1):
        number = ""
        if mark.opens and mark.span.start == span.start:
            number = (
                f'<a class="number" id="{prefix}-t{mark.number}" '
                f'href="#{prefix}-s{mark.number}">{mark.number}</a>'
            )
        classes = f"{mark.part} s{mark.number} depth{min(depth, 4)}"
        inner = f'<span class="{classes}">{number}{inner}</span>'
    return inner


def _entry(record: Record, statement: Statement, numbers: dict[str, int], prefix: str) -> str:
    page = record.page
    number = numbers[statement.id]
    link = passage_link(web_address(page.url, page.source), page.text, statement.span)
    outer = numbers.get(statement.inside or "")
    inside = f'<a href="#{prefix}-s{outer}">reported in {outer}</a>' if outer else ""
    return _template("entry.html").substitute(
        number=number,
        prefix=prefix,
        speaker=_quoted(page.text, statement.speaker.span) or "<i>not named</i>",
        cue=escape(" … ".join(page.text[s:e] for s, e in statement.cue)),
        content=escape(" … ".join(page.text[s:e] for s, e in statement.content)),
        facts=" · ".join(filter(None, (*map(escape, facts(statement)), inside))),
        original=f" · {_anchor(link, 'in the original')}" if link else "",
    )


def facts(statement: Statement) -> list[str]:
    """What is known of a statement besides its words, in short phrases."""
    phrases: list[str] = [statement.kind]
    if statement.act != "other":
        phrases.append(statement.act)
    if statement.status != "said":
        phrases.append(statement.status)
    if statement.said_on:
        by = "" if statement.said_on.bound == "on" else "by "
        phrases.append(by + statement.said_on.value)
    if statement.occasion:
        phrases.append(statement.occasion.kind)
    phrases.append(f"confidence {statement.confidence:.2f}")
    return phrases


def _quoted(text: str, span: Span | None) -> str:
    return escape(text[span.start : span.end]) if span else ""


def _resource(name: str) -> str:
    return files("onrecord.exports").joinpath(name).read_text(encoding="utf-8")


def _template(name: str) -> Template:
    return Template(_resource(name))
