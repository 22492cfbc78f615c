"""Plain text → the lines that stories are made of."""

from __future__ import annotations

from onrecord.pages.context import in_context
from onrecord.pages.furniture import role
from onrecord.pages.lines import paragraphs
from onrecord.pages.segmentation import segment
from onrecord.pages.stories import build
from onrecord.pages.units import Line
from onrecord.record import Story


def lines_of(text: str) -> list[Line]:
    """The paragraphs of a plain text, each with its role beside the story if it has one."""
    found = [Line(span, role(text[span.start : span.end])) for span in paragraphs(text)]
    return in_context(text, found)


def plain_stories(text: str, page_id: str) -> tuple[Story, ...]:
    """The article and the teasers on a page of plain text."""
    lines = lines_of(text)
    return build(text, page_id, lines, segment(text, lines))
