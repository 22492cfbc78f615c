"""The tree of a page → its visible text in blocks, each with what its markup says. One walk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import lxml.html

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p "
    "button pre section summary table tbody tfoot thead tr ul video audio".split()
)
_UNSEEN = frozenset(
    "script style noscript template head title meta link svg math iframe object embed audio video "
    "canvas map textarea select option optgroup datalist input frameset noframes base "
    "amp-ad amp-iframe applet param source track area".split()
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|u-hidden|is-hidden)(?:$|[\s_-])",
    re.I,
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x01-\x08\x0e-\x1b\x7f]")
_CELLS = frozenset({"td", "th"})
_AREAS = frozenset(
    "nav aside footer header figure figcaption li blockquote form table h1 h2 h3 h4 h5 h6 article "
    "main section pre dl details".split()
)
_NAMING = ("class", "id", "role", "itemprop", "data-component", "data-testid")
_BREAK = "\x00"

ELEMENT_LIMIT = 400_000


@dataclass(frozen=True, slots=True)
class Markup:
    """What stands around a block: tag of its element, and marks inherited from those above.

    ``areas`` holds element names such as "nav", "aside", "figcaption", "li"; ``hints`` the class
    and id words of the element and those above it, in lower case, the nearest first.
    """

    tag: str
    areas: frozenset[str]
    hints: str
    element: lxml.html.HtmlElement


@dataclass(slots=True)
class TextBlock:
    """One line of visible text. ``linked`` is how many of its code points are in links."""

    text: str
    markup: Markup
    linked: int
    href: str | None = None


@dataclass(slots=True)
class _Walk:
    """The state of the walk: finished blocks and the pieces of the one being made."""

    blocks: list[TextBlock] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    href: str | None = None
    elements: int = 0

    def take(self, text: str | None, link: str | None) -> None:
        """Add a run of text to the open block."""
        if text:
            self.pieces.append(text)
            if link is not None:
                self.linked += len(text.strip())
                self.href = self.href or link

    def close(self, markup: Markup) -> None:
        """Finish the open block; where lines were broken in it, each may be a block."""
        if not self.pieces:
            return
        joined = "".join(self.pieces)
        linked, href = self.linked, self.href
        self.pieces, self.linked, self.href = [], 0, None
        if joined.isspace():
            return
        shown = " ".join(joined.split())
        if not shown.isprintable():
            shown = " ".join(_INVISIBLE.sub("", joined).split())
        parts = [shown] if _BREAK not in shown else _broken_lines(shown)
        whole = sum(map(len, parts))
        for part in parts:
            share = min(len(part), linked * len(part) // max(1, whole) + 1 if linked else 0)
            self.blocks.append(TextBlock(part, markup, share, href))


def _broken_lines(shown: str) -> list[str]:
    """The lines of a block with breaks; one break in the middle of a sentence is a space."""
    lines: list[list[str]] = []
    empty = True
    for part in (piece.strip() for piece in shown.split(_BREAK)):
        if not part:
            empty = True
            continue
        runs_on = lines and not empty and lines[-1][-1][-1] not in '.!?:"”’)' and part[0].islower()
        if runs_on:
            lines[-1].append(part)
        else:
            lines.append([part])
        empty = False
    return [" ".join(line) for line in lines]


def visible_blocks(tree: lxml.html.HtmlElement) -> list[TextBlock]:
    """The visible text of a page, block after block in document order."""
    body = tree.find("body")
    root = tree if body is None else body
    walk = _Walk()
    top = Markup("body", frozenset(), "", root)
    _visit(walk, root, top, None)
    walk.close(top)
    return walk.blocks


def _visit(walk: _Walk, element: lxml.html.HtmlElement, outer: Markup, link: str | None) -> None:
    """Add what an element shows. The parser bounds how deeply this calls itself."""
    tag = element.tag
    walk.elements += 1
    if not isinstance(tag, str) or walk.elements > ELEMENT_LIMIT:
        return
    if tag == "br":
        walk.pieces.append(_BREAK)
        return
    if tag in _UNSEEN:
        return
    attributes = element.attrib
    if attributes and _is_hidden(tag, attributes):
        return
    block = tag in _BLOCKS
    markup = outer
    if block:
        walk.close(outer)
        markup = _marked(element, tag, attributes, outer)
    elif tag == "a":
        link = attributes.get("href") or link
    elif attributes and _is_apart(walk, element):
        walk.take(" ", None)
    if tag in _CELLS:
        walk.take(" ", None)
    text = element.text
    if text:
        walk.take(text.replace("\n", _BREAK) if tag == "pre" else text, link)
    for child in element:
        _visit(walk, child, markup, link)
        tail = child.tail
        if tail:
            walk.take(tail, link)
    if block:
        walk.close(markup)


def _is_apart(walk: _Walk, element: lxml.html.HtmlElement) -> bool:
    """Whether style alone sets an inline element apart from the one before: "Jane DoeMay 4"."""
    text = element.text
    if not text or not walk.pieces or not (text[0].isupper() or text[0].isdigit()):
        return False
    before = element.getprevious()
    if before is None or before.tail or "class" not in element.attrib:
        return False
    last = walk.pieces[-1][-1:]
    return "class" in before.attrib and (last.islower() or last.isdigit() or last in ".,:!?")


def _marked(
    element: lxml.html.HtmlElement, tag: str, attributes: Mapping[str, str], outer: Markup
) -> Markup:
    """The markup of a block element inside ``outer``."""
    areas = outer.areas | {tag} if tag in _AREAS else outer.areas
    words = ""
    if attributes:
        told = [value for name in _NAMING if (value := attributes.get(name))]
        words = " ".join(told).lower()
    hints = f"{words} / {outer.hints}"[:600] if words else outer.hints
    return Markup(tag, areas, hints, element)


def _is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it is not shown."""
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return True
    style = attributes.get("style")
    if style and _UNSEEN_STYLE.search(style):
        return True
    named = attributes.get("class")
    return named is not None and _UNSEEN_CLASS.search(named) is not None
