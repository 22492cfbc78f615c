"""The stories of a page as HTML, with the words of statements, actors, times and places marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from onrecord.exports.highlight import Mark, Name, blocks_of, marked_segments, marks_of
from onrecord.exports.html_parts import Anchors
from onrecord.exports.wording import Wording, place_name
from onrecord.record import Block, Record, Span, Story


def story_articles(
    record: Record, wording: Wording, names: Sequence[Name], anchors: Anchors
) -> Iterator[str]:
    """An article element for each story.

    A statement's words are cut only where another statement's begin or end; names are marked
    inside them.
    """
    marks = marks_of(record)
    titles = {name: _title(record, wording, name) for name in names}

    def block(part: Block) -> str:
        near = [name for name in names if name.span.start < part.span.end]
        near = [name for name in near if name.span.end > part.span.start]
        inner = "".join(
            _marked(named(span, near), span, covering, anchors)
            for span, covering in marked_segments(part.span, marks)
        )
        return f'<p class="block {part.kind}">{inner}</p>'

    def named(frame: Span, near: Sequence[Name]) -> str:
        return "".join(
            _named(escape(record.page.text[span.start : span.end]), span, covering, titles, anchors)
            for span, covering in marked_segments(frame, near)
        )

    for story in record.stories:
        yield _article(story, "\n".join(block(part) for part in blocks_of(story)))


def _article(story: Story, inner: str) -> str:
    label = '<h3 class="apart">Another story on the page</h3>' if story.kind == "teaser" else ""
    ending = '<p class="cut">The page shows no more of this story.</p>' if story.truncated else ""
    return f'<article class="{story.kind}">{label}{inner}{ending}</article>'


def _named(
    inner: str, span: Span, names: Sequence[Name], titles: dict[Name, str], anchors: Anchors
) -> str:
    """Words inside the names that cover them, the outermost first."""
    for name in reversed(names):
        actor = f" a{name.number}" if name.what == "actor" else ""
        identity = f' id="{anchors.name(name)}"' if name.span.start == span.start else ""
        title = f' title="{escape(titles[name])}"' if titles[name] else ""
        inner = f'<span class="named{actor}"{identity}{title}>{inner}</span>'
    return inner


def _marked(inner: str, span: Span, marks: Sequence[Mark], anchors: Anchors) -> str:
    """Words inside the marks that cover them, the outermost first."""
    for depth, mark in enumerate(reversed(marks), start=1):
        number = ""
        if mark.opens and mark.span.start == span.start:
            number = (
                f'<a class="number" id="{anchors.opening(mark.number)}" '
                f'href="#{anchors.entry(mark.number)}">{mark.number}</a>'
            )
        classes = f"{mark.part} s{mark.number} depth{min(depth, 4)}"
        inner = f'<span class="{classes}">{number}{inner}</span>'
    return inner


def _title(record: Record, wording: Wording, name: Name) -> str:
    """What is known of a name, for whoever points at it."""
    if name.what == "actor":
        actor = record.actors[name.number - 1]
        return " · ".join(filter(None, (wording.name(actor), wording.standing(actor))))
    if name.what == "time":
        return record.times[name.number - 1].value or ""
    place = record.places[name.number - 1]
    if place.latitude is None or place.longitude is None:
        return place_name(place)
    return f"{place_name(place)} ({place.latitude:.2f}, {place.longitude:.2f})"
