"""An HTML page → its visible text, its lines with their kinds, and its stories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.pages.body import body_marks
from onrecord.pages.cards import Card, cards, outside_cards
from onrecord.pages.context import in_context
from onrecord.pages.html_lines import lines_of
from onrecord.pages.markup import TextBlock, visible_blocks
from onrecord.pages.metadata import Metadata, read_metadata
from onrecord.pages.segmentation import Segmentation, segment
from onrecord.pages.stories import build, story
from onrecord.pages.trees import parse
from onrecord.pages.units import Line, Unit
from onrecord.record import Story

_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What is read from HTML before it has an id."""

    text: str
    lines: tuple[Line, ...]
    blocks: tuple[TextBlock, ...]
    in_body: tuple[bool, ...]
    metadata: Metadata
    headline: int | None
    cards: tuple[Card, ...]
    titles: frozenset[str]


def read_html(source: str, address: str | None) -> HtmlPage | None:
    """The page, or None where it shows no text."""
    tree = parse(source)
    if tree is None:
        return None
    metadata = read_metadata(tree, address)
    blocks = visible_blocks(tree)
    if not blocks:
        return None
    marks = outside_cards(blocks, body_marks(tree, blocks))
    text = "\n".join(block.text for block in blocks)
    lines = in_context(text, lines_of(text, blocks, marks))
    headline = _headline(blocks, lines, marks, metadata.headlines)
    free = [not marked and index != headline for index, marked in enumerate(marks)]
    return HtmlPage(
        text=text,
        lines=tuple(lines),
        blocks=tuple(blocks),
        in_body=tuple(marks),
        metadata=metadata,
        headline=headline,
        cards=tuple(cards(blocks, free)),
        titles=frozenset(_said(title) for title in metadata.headlines),
    )


def _headline(
    blocks: Sequence[TextBlock], lines: Sequence[Line], marks: Sequence[bool], titles: Sequence[str]
) -> int | None:
    """The article's headline: a heading that says the title, before the body's end."""
    wanted = [_said(title) for title in titles]
    last = max((index for index, marked in enumerate(marks) if marked), default=len(blocks) - 1)
    best, best_rank = None, 99
    for index, block in enumerate(blocks[: last + 1]):
        first_level = block.markup.tag == "h1" or "h1" in block.markup.areas
        said = _said(block.text)
        if not said:
            continue
        same = said in wanted
        near = len(said) > 15 and any(said in one or one in said for one in wanted if len(one) > 15)
        heading = lines[index].kind == "heading"
        rank = _rank(first_level=first_level, heading=heading, same=same, near=near)
        if rank < best_rank:
            best, best_rank = index, rank
    return best


def _rank(*, first_level: bool, heading: bool, same: bool, near: bool) -> int:
    """The smaller, the surer that a line is the headline; 99 for no headline."""
    if first_level and (same or near):
        return 0 if same else 1
    if heading and (same or near):
        return 2 if same else 3
    if same:
        return 4
    return 5 if first_level else 99


def html_stories(page: HtmlPage, page_id: str) -> tuple[Story, ...]:
    """The article and the teasers of an HTML page."""
    members = [
        index
        for index in range(len(page.lines))
        if page.in_body[index] or index == page.headline or _belongs(page, index)
    ]
    own = [_as_head(page, index) for index in members]
    while len(own) > 1 and own[-1].kind == "heading" and own[-1].span.start > _end_of_prose(own):
        own.pop()
    found = list(build(page.text, page_id, own, _segmented(page, own)))
    taken = [one.span for one in found]
    for card in page.cards:
        made = _card_story(page, page_id, card)
        if not any(made.span.start < span.end and span.start < made.span.end for span in taken):
            found.append(made)
            taken.append(made.span)
    return tuple(sorted(found, key=lambda one: one.span))


def _end_of_prose(own: Sequence[Line]) -> int:
    """Where the last line that is not a heading ends: no article ends with headings."""
    return max((line.span.end for line in own if line.kind != "heading"), default=own[-1].span.end)


def _segmented(page: HtmlPage, own: Sequence[Line]) -> Segmentation:
    return segment(page.text, own)


def _as_head(page: HtmlPage, index: int) -> Line:
    """The headline's line as a heading, whatever element holds it; its repetitions as furniture."""
    line = page.lines[index]
    if index == page.headline:
        return Line(line.span, None, "heading")
    if _said(page.blocks[index].text) in page.titles:
        return Line(line.span, "site", line.kind)
    return line


def _said(text: str) -> str:
    """The letters and digits of a line, to compare it with a title."""
    return "".join(_LETTERS.findall(text)).casefold()


def _belongs(page: HtmlPage, index: int) -> bool:
    """Captions, credits, bylines and notes within the article's reach."""
    if page.lines[index].role not in ("caption", "credit", "byline", "note", "sign-off"):
        return False
    marked = [i for i, inside in enumerate(page.in_body) if inside]
    first = min(marked[0], page.headline if page.headline is not None else marked[0])
    return first <= index <= marked[-1]


def _card_story(page: HtmlPage, page_id: str, card: Card) -> Story:
    """A card as a teaser."""
    begin = card.headline if card.kicker is None else card.kicker
    unit = Unit(kicker=card.kicker, heading=card.headline, body=card.summary, section=False)
    return story(page.text, page_id, "teaser", page.lines, [unit], begin, card.summary)
