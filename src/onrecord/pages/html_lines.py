"""Blocks of HTML → lines of the page's text, each with its kind and its role beside the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from onrecord.pages.furniture import Role, role
from onrecord.pages.markup import TextBlock
from onrecord.pages.units import Line
from onrecord.record import BlockKind, Span

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
        ),
        "site",
    ),
    (re.compile(r"\brelated\b|read-?more|recirc|also-?read|see-?also"), "pointer"),
)
AROUND = 40
"""Blocks before and after the body that bylines, notes and credits of the article are found in."""

LONGEST_HINTED = 400
"""A longer text is prose, whatever its element is called, in code points."""

PULLED_COMPARED = 80
"""How many code points of a pull quote are looked for."""

_PULLED = re.compile(r"pull-?_?quote")
_MARKS = "“”\"'‘’«» ."


def lines_of(text: str, blocks: Sequence[TextBlock], marks: Sequence[bool]) -> list[Line]:
    """The blocks as lines of ``text``; ``marks`` says which are in the article's body."""
    return _without_repeated(text, blocks, _lines(blocks, marks))


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


def _without_repeated(text: str, blocks: Sequence[TextBlock], lines: Sequence[Line]) -> list[Line]:
    """The lines, a pull quote as the site's where the article says its words elsewhere."""
    found = list(lines)
    for index, block in enumerate(blocks):
        if lines[index].role is None and _PULLED.search(_nearest(block)):
            words = block.text.strip(_MARKS)[:PULLED_COMPARED]
            if words and text.count(words) > 1:
                found[index] = msgspec.structs.replace(lines[index], role="site")
    return found


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
