"""Segmented lines → the stories of the record, with kicker, headline, dateline and blocks."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.furniture import kind_of
from onrecord.pages.openings import (
    SHORTEST_BROKEN,
    Opening,
    ellipsis_ends,
    kicker,
    no_opening,
    opening,
    signed,
    truncated,
)
from onrecord.pages.segmentation import Segmentation
from onrecord.pages.units import Line, Unit, is_list_item, looks_like_kicker
from onrecord.record import Block, BlockKind, Dateline, Span, Story, StoryKind, content_id

# What may follow an article's last paragraph and still be part of it.
_TRAILING = frozenset({"credit", "caption", "byline", "sign-off", "note"})
AFTERWORD = 8
"""Lines after the last paragraph among which notes and sign-offs of the article are looked for."""

_LEADING = frozenset({"byline", "time", "credit", "caption", "note"})


def build(
    text: str, page_id: str, lines: Sequence[Line], segmentation: Segmentation
) -> tuple[Story, ...]:
    """The article and the teasers as stories, in page order."""
    found: list[Story] = []
    if segmentation.article:
        begin, finish = _reach(lines, segmentation)
        found.append(story(text, page_id, "article", lines, segmentation.article, begin, finish))
    for group in segmentation.teasers:
        begin, finish = group[0].first, group[-1].last
        found.append(story(text, page_id, "teaser", lines, group, begin, finish))
    return tuple(sorted(found, key=lambda one: one.span))


def _reach(lines: Sequence[Line], segmentation: Segmentation) -> tuple[int, int]:
    """The first and last line of the article, with the furniture that belongs to it."""
    begin, finish = segmentation.article[0].first, segmentation.article[-1].last
    after = [group[0].first for group in segmentation.teasers if group[0].first > finish]
    limit = min(after, default=len(lines))
    while begin > 0 and lines[begin - 1].role in _LEADING:
        begin -= 1
    # A pointer or an advertisement may stand between the last paragraph and the note below it.
    for index in range(finish + 1, min(limit, finish + 1 + AFTERWORD)):
        found = lines[index].role
        if found is None or found == "section":
            break
        if found in _TRAILING:
            finish = index
    return begin, finish


def story(
    text: str,
    page_id: str,
    kind: StoryKind,
    lines: Sequence[Line],
    members: Sequence[Unit],
    begin: int,
    finish: int,
) -> Story:
    """One story of the lines ``begin`` to ``finish``, both included."""
    head = _head(text, lines, members[0], kind)
    headings = {unit.heading for unit in members} | {unit.kicker for unit in members}
    blocks: list[Block] = []
    for index in range(begin, finish + 1):
        line = lines[index]
        if index == members[0].kicker:
            continue
        if index == members[0].heading and head.headline is not None:
            blocks.append(Block(kind="heading", span=head.headline))
        elif index == members[0].body:
            blocks.extend(_first_body(text, line, head, members[0]))
        else:
            blocks.append(Block(kind=_kind(text, line, heading=index in headings), span=line.span))
    span = Span(lines[begin].span.start, lines[finish].span.end)
    return Story(
        id=content_id("story", page_id, span),
        kind=kind,
        span=span,
        kicker=head.kicker,
        headline=head.headline,
        dateline=None if head.dateline is None else Dateline(span=head.dateline),
        truncated=_breaks_off(text, lines, members, kind),
        blocks=tuple(blocks),
    )


def _head(text: str, lines: Sequence[Line], first: Unit, kind: StoryKind) -> Opening:
    """Kicker, headline and dateline, from the lines above the first paragraph or from within it."""
    within: Opening | None = None
    if first.body is not None:
        span = lines[first.body].span
        known = first.heading is not None or kind == "article"
        turn = lines[first.body].turn
        within = no_opening(*span) if turn else opening(text, *span, deck=False if known else None)
        if kind == "article" and first.heading is None and within.kicker is not None:
            within = opening(text, *span)
    if first.heading is None:
        assert within is not None
        return within
    heading = lines[first.heading].span
    found = kicker(text, heading.start, heading.end)
    own_kicker = found[0] if found else None
    if first.kicker is not None:
        own_kicker = lines[first.kicker].span
    headline = Span(found[1] if found and first.kicker is None else heading.start, heading.end)
    return Opening(
        kicker=own_kicker,
        headline=headline,
        dateline=within.dateline if within else None,
        body=within.body if within else Span(heading.end, heading.end),
        run_in=0.0,
    )


def _first_body(text: str, line: Line, head: Opening, first: Unit) -> list[Block]:
    """The first paragraph; in two blocks where its headline runs into it."""
    if first.heading is not None or head.headline is None:
        start = head.body.start if first.heading is None else line.span.start
        return [Block(kind=_kind(text, line, heading=False), span=Span(start, line.span.end))]
    return [
        Block(kind="heading", span=head.headline),
        Block(kind="paragraph", span=head.body),
    ]


def _kind(text: str, line: Line, *, heading: bool) -> BlockKind:
    """What a line is in its story."""
    if line.role is not None:
        return kind_of(line.role)
    if line.kind is not None:
        return line.kind
    shown = text[line.span.start : line.span.end]
    if heading or looks_like_kicker(shown):
        return "heading"
    return "list" if is_list_item(shown) else "paragraph"


def _breaks_off(text: str, lines: Sequence[Line], members: Sequence[Unit], kind: StoryKind) -> bool:
    """Whether the last paragraph of a story is cut."""
    body = members[-1].body
    if body is None:
        return False
    shown = text[lines[body].span.start : lines[body].span.end]
    if len(shown) < SHORTEST_BROKEN and not ellipsis_ends(shown):
        return False
    if kind == "article" and signed(shown):
        return False
    return truncated(shown) and lines[body].kind in (None, "paragraph")
