"""Teasers in markup: a headline that links to another story, with a summary under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import lxml.html

from onrecord.pages.furniture import role
from onrecord.pages.markup import TextBlock
from onrecord.pages.units import looks_like_kicker

SUMMARY_WORDS = 8
SUMMARY_SHORTEST = 40
HEADLINE_WORDS = (3, 30)
REACH = 4
"""Lines looked at below a headline for its summary, and levels climbed to their common card."""

CARD_PARTS = 6
CARD_LONGEST = 800
"""An element of more children or code points than this is a section, not a card."""

CARD_AFTER = 100
"""An article has begun with a paragraph of so many code points; a card before it may be its own."""

CARD_LEVELS = 3
"""Levels between a card's heading and the card."""

_CARD_HINT = re.compile(r"\b(?:card|teaser|related|recirc\w*|read-?more|promo)\b", re.I)
_COLUMNS = frozenset({"body", "html", "main"})
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
    """A line of a headline's length, linked or the heading of one card among several."""
    linked = block.href is not None and block.linked >= 0.8 * len(block.text)
    if not linked and not _heads_a_card(block):
        return False
    if not HEADLINE_WORDS[0] <= len(block.text.split()) <= HEADLINE_WORDS[1]:
        return False
    return not _COMMENT_HINT.search(block.markup.hints) and role(block.text) is None


def _heads_a_card(block: TextBlock) -> bool:
    """Whether a heading without a link opens a small element that has others like it beside it."""
    heading = block.markup.element
    holder = heading.getparent()
    return heading.tag in _HEADING_TAGS and holder is not None and _is_one_of_several(holder)


def _is_one_of_several(holder: lxml.html.HtmlElement) -> bool:
    """Whether a small element has others with its tag and class beside it."""
    if holder.tag in _COLUMNS or not 1 <= len(holder) <= CARD_PARTS:
        return False
    alike = (holder.tag, holder.get("class"))
    beside = (holder.getnext(), holder.getprevious())
    if not any(one is not None and (one.tag, one.get("class")) == alike for one in beside):
        return False
    return len(holder.text_content()) <= CARD_LONGEST


def outside_cards(blocks: Sequence[TextBlock], marks: Sequence[bool]) -> list[bool]:
    """``marks`` without what stands in cards of other stories between the article's paragraphs.

    Such a card has a heading that links elsewhere over its summary. Where they would be the
    whole body, the page is made of cards, and the marks stay.
    """
    holders: set[lxml.html.HtmlElement] = set()
    for block in blocks:
        heading = block.markup.element
        linked = block.href is not None and block.linked >= 0.8 * len(block.text)
        if linked and (heading.tag in _HEADING_TAGS or _HEADING_TAGS & block.markup.areas):
            for holder in islice(heading.iterancestors(), CARD_LEVELS):
                if _is_one_of_several(holder) or (
                    _CARD_HINT.search(holder.get("class") or "") and len(holder) <= CARD_PARTS
                ):
                    holders.add(holder)
                    break
    if not holders:
        return list(marks)
    kept: list[bool] = []
    begun = False
    for block, marked in zip(blocks, marks, strict=True):
        of_card = begun and any(one in holders for one in _near(block.markup.element))
        kept.append(marked and not of_card)
        begun = begun or (marked and len(block.text) >= CARD_AFTER and block.href is None)
    return kept if 2 * sum(kept) >= sum(marks) else list(marks)


def _summary_of(blocks: Sequence[TextBlock], free: Sequence[bool], position: int) -> int | None:
    """The line that summarises the story whose headline is at ``position``."""
    headline = blocks[position]
    below = range(position + 1, min(position + 1 + REACH, len(blocks)))
    # Most lines are links in a row, with nothing under them that could be a summary.
    if not any(len(blocks[index].text) >= SUMMARY_SHORTEST for index in below):
        return None
    if not _is_headline(headline):
        return None
    for index in below:
        block = blocks[index]
        if not free[index] or _starts_another(headline, block):
            return None
        enough = len(block.text.split()) >= SUMMARY_WORDS and len(block.text) >= SUMMARY_SHORTEST
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
    above = set(_near(headline.markup.element))
    return any(element in above for element in _near(summary.markup.element))


def _near(element: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """The element and those a few levels above it, up to the page's columns."""
    found = [element]
    for parent in element.iterancestors():
        if parent.tag in _COLUMNS or len(found) > REACH:
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
