"""An HTML page → its visible text, its lines with their kinds, and its stories."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.pages.body import body_marks
from onrecord.pages.cards import Card, cards, outside_cards
from onrecord.pages.context import in_context
from onrecord.pages.furniture import Role, role
from onrecord.pages.markup import TextBlock, visible_blocks
from onrecord.pages.metadata import Metadata, read_metadata
from onrecord.pages.segmentation import Segmentation, segment
from onrecord.pages.stories import build, story
from onrecord.pages.trees import parse
from onrecord.pages.units import Line, Unit
from onrecord.record import BlockKind, Span, Story

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HINTED_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        re.compile(r"\b(?:photo-?)?credits?\b|image-?credit|photographer|copyright-?holder"),
        "credit",
    ),
    (re.compile(r"caption"), "caption"),
    (re.compile(r"\bby-?line|author(?:s|-name|-info|__)?\b|\bcontributor"), "byline"),
    (re.compile(r"correction|clarification|editors?-?note"), "note"),
    (
        re.compile(
            r"newsletter|\bshare\b|sharing|social|advert|\bpromo\b|sponsor|tag-?list|\btags\b"
            r"|pull-?quote"
        ),
        "site",
    ),
    (re.compile(r"\brelated\b|read-?more|recirc|also-?read|see-?also"), "pointer"),
)
AROUND = 40
"""Blocks before and after the body that bylines, notes and credits of the article are found in."""

LONGEST_HINTED = 400
"""A longer text is prose, whatever its element is called, in code points."""

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
    lines = in_context(text, _lines(blocks, marks))
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


def _main_holders(blocks: Sequence[TextBlock], marks: Sequence[bool]) -> frozenset[str]:
    """Names of elements that hold much of the body: such a name says nothing of a block's role."""
    held: Counter[str] = Counter()
    for block, marked in zip(blocks, marks, strict=True):
        if marked:
            held[_nearest(block)] += len(block.text)
    return frozenset(name for name, length in held.items() if length * 5 > held.total())


def _nearest(block: TextBlock) -> str:
    """The class and id words of the nearest element that has any."""
    return block.markup.hints.split(" / ")[0]


def _lines(blocks: Sequence[TextBlock], marks: Sequence[bool]) -> list[Line]:
    """The blocks as lines of the page's text, each with its kind.

    Roles are told only between the page's beginning and the end of the body's neighbourhood,
    where they matter; the rest of the page is furniture anyway.
    """
    main = _main_holders(blocks, marks)
    inside = [index for index, marked in enumerate(marks) if marked]
    first, last = inside[0] - AROUND, inside[-1] + AROUND
    lines: list[Line] = []
    start = 0
    for index, block in enumerate(blocks):
        end = start + len(block.text)
        near = first <= index <= last
        lines.append(Line(Span(start, end), _role(block, main) if near else None, _kind(block)))
        start = end + 1
    return lines


def _kind(block: TextBlock) -> BlockKind:
    """The kind that the markup gives."""
    areas, tag = block.markup.areas, block.markup.tag
    if tag in _HEADINGS or _HEADINGS & areas:
        return "heading"
    if "blockquote" in areas:
        return "quote"
    if "li" in areas or tag in ("dt", "dd"):
        return "list"
    return "paragraph"


def _role(block: TextBlock, main: frozenset[str]) -> Role | None:
    """The role that the markup or the words give; ``main`` names what holds the body."""
    areas = block.markup.areas
    nearest = _nearest(block)
    spoken = role(block.text)
    if "figcaption" in areas or block.markup.tag == "caption":
        return spoken if spoken == "credit" else "caption"
    if spoken is not None:
        return spoken
    if nearest and nearest not in main and len(block.text) < LONGEST_HINTED:
        hinted = _hinted(nearest)
        if hinted is not None:
            return hinted
    whole = block.href is not None and block.linked >= 0.8 * len(block.text)
    return "pointer" if whole and len(block.text.split()) >= 4 else None


@lru_cache(maxsize=512)
def _hinted(names: str) -> Role | None:
    """The role that class and id words name; pages say the same ones again and again."""
    return next((hinted for pattern, hinted in _HINTED_ROLES if pattern.search(names)), None)


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
