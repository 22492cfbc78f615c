"""Teasers in markup: a headline that links to another story, with a summary under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import lxml.html

from onrecord.pages.furniture import role
from onrecord.pages.markup import TextBlock
from onrecord.pages.units import looks_like_kicker

SUMMARY_WORDS = 8
HEADLINE_WORDS = (3, 30)
REACH = 4
"""Lines looked at below a headline for its summary, and levels climbed to their common card."""

_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KICKER_HINT = re.compile(r"\b(?:kicker|eyebrow|overline|category|section|label|tag|topic)\b")
_COMMENT_HINT = re.compile(r"comment|disqus|respond|newsletter|cookie|consent|subscribe|login")


@dataclass(frozen=True, slots=True)
class Card:
    """Indices of the lines of a teaser."""

    kicker: int | None
    headline: int
    summary: int


def cards(blocks: Sequence[TextBlock], free: Sequence[bool]) -> list[Card]:
    """The teasers among the blocks that are ``free``: not of the article's body."""
    found: list[Card] = []
    position = 0
    while position < len(blocks):
        summary = _summary_of(blocks, free, position) if free[position] else None
        if summary is None:
            position += 1
            continue
        before = position - 1
        taken = found[-1].summary if found else -1
        kicker = (
            before
            if before > taken and free[before] and _is_kicker(blocks, before, position)
            else None
        )
        found.append(Card(kicker, position, summary))
        position = summary + 1
    return found


def _is_headline(block: TextBlock) -> bool:
    """A linked line of a headline's length."""
    count = len(block.text.split())
    if not HEADLINE_WORDS[0] <= count <= HEADLINE_WORDS[1]:
        return False
    if block.href is None or block.linked < 0.8 * len(block.text):
        return False
    return role(block.text) is None and not _COMMENT_HINT.search(block.markup.hints)


def _summary_of(blocks: Sequence[TextBlock], free: Sequence[bool], position: int) -> int | None:
    """The line that summarises the story whose headline is at ``position``."""
    headline = blocks[position]
    if not _is_headline(headline):
        return None
    for index in range(position + 1, min(position + 1 + REACH, len(blocks))):
        block = blocks[index]
        if not free[index] or _starts_another(headline, block):
            return None
        enough = len(block.text.split()) >= SUMMARY_WORDS and len(block.text) >= 40
        if enough and role(block.text) is None:
            return index if _same_card(headline, block) else None
    return None


def _starts_another(headline: TextBlock, block: TextBlock) -> bool:
    """Whether a line is itself the headline of another card."""
    if _HEADING_TAGS & block.markup.areas or block.markup.tag in _HEADING_TAGS:
        return True
    linked = block.href is not None and block.linked > 0.8 * len(block.text)
    return linked and block.href != headline.href and _is_headline(block)


def _same_card(headline: TextBlock, summary: TextBlock) -> bool:
    """Whether headline and summary are in one element not far above both, smaller than a column."""
    above = {id(element) for element in _near(headline.markup.element)}
    return any(id(element) in above for element in _near(summary.markup.element))


def _near(element: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """The element and those a few levels above it, up to the page's columns."""
    found = [element]
    for parent in element.iterancestors():
        if parent.tag in ("body", "html", "main") or len(found) > REACH:
            break
        found.append(parent)
    return found


def _is_kicker(blocks: Sequence[TextBlock], index: int, headline: int) -> bool:
    """A short line over a headline, in the same card, that names its topic."""
    block = blocks[index]
    if len(block.text.split()) > 5 or not any(map(str.isalpha, block.text)):
        return False
    named = _KICKER_HINT.search(block.markup.hints.split(" / ")[0]) or looks_like_kicker(block.text)
    # A few words of the card itself, above its headline, have no other part to play.
    opens_card = any(
        element is block.markup.element for element in _near(blocks[headline].markup.element)[1:]
    )
    if role(block.text) is not None:
        return False
    return opens_card or (bool(named) and _same_card(blocks[headline], block))
