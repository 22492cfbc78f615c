"""One self-contained web page that shows records: the words, and what was read in them.

The page loads nothing and runs nothing; its content security policy says so to the browser. All
that comes from a news page is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape

from onrecord.exports.highlight import shown_names
from onrecord.exports.html_actors import actors_list
from onrecord.exports.html_entries import statement_entries
from onrecord.exports.html_events import events_list
from onrecord.exports.html_parts import Anchors, anchor, resource, template, web_address
from onrecord.exports.html_positions import positions_list
from onrecord.exports.html_stories import story_articles
from onrecord.exports.wording import Wording
from onrecord.record import Record

HOVER_LINKED = 200
"""Statements of a page whose words and entry light up together; later ones have links only."""

HOVER_LINKED_ACTORS = 100
"""Actors of a page whose mentions light up together."""


def pages(records: Iterable[Record]) -> Iterator[str]:
    """The parts of one HTML document, a section for each record, made as the records come.

    Where there is no record there is no document.
    """
    opening, closing = template("page.html").safe_substitute(_head()).split("<!-- records -->")
    number = 0
    for number, record in enumerate(records, start=1):
        yield (opening if number == 1 else "") + _section(record, prefix=f"p{number}")
    if number:
        yield closing


def _head() -> dict[str, str]:
    style = resource("page.css")
    style += "".join(
        f"section:has(.s{n}:hover) .s{n}{{--lit:1}}\n" for n in range(1, HOVER_LINKED + 1)
    )
    style += "".join(
        f"section:has(.a{n}:hover) .a{n}{{--same:1}}\n" for n in range(1, HOVER_LINKED_ACTORS + 1)
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {"style": style, "style_hash": f"sha256-{digest}"}


def _section(record: Record, *, prefix: str) -> str:
    page = record.page
    wording = Wording(record)
    names = shown_names(record)
    anchors = Anchors(prefix, record, names)
    return template("section.html").substitute(
        title=escape(page.title or page.source),
        about=_about(record, anchors),
        notices="".join(f'<p class="notice">{escape(notice)}</p>' for notice in record.notices),
        stories="\n".join(story_articles(record, wording, names, anchors)),
        entries="\n".join(statement_entries(record, wording, anchors))
        or '<li class="none">No statement was found.</li>',
        positions=positions_list(record, wording, anchors),
        events=events_list(record, wording, anchors),
        actors=actors_list(record, wording, names, anchors),
    )


def _about(record: Record, anchors: Anchors) -> str:
    page = record.page
    parts = []
    if page.published:
        parts.append(f"published {escape(page.published.value)}")
    if page.authors:
        parts.append(f"by {escape(', '.join(page.authors))}")
    link = web_address(page.url, page.source)
    if link:
        parts.append(anchor(link, escape(page.site or link)))
    elif page.title:
        parts.append(escape(page.source))
    for items, noun, heading in (
        (record.actors, "actor", anchors.actors),
        (record.positions, "position", anchors.positions),
        (record.events, "event", anchors.events),
    ):
        if items:
            plural = "" if len(items) == 1 else "s"
            parts.append(f'<a href="#{heading}">{len(items)} {noun}{plural}</a>')
    return " · ".join(parts)
