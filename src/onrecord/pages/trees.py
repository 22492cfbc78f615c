"""HTML → the parser's tree, whatever a page does: nested too deep, too large a script, broken."""

from __future__ import annotations

import re

import lxml.html
from lxml.etree import ElementDefaultClassLookup, HTMLParser, LxmlError

DEEPEST = 256
"""Levels that the parser follows."""

LARGE = 9_000_000
"""Above this, in code points, scripts are left out: the parser stops at a text of ten million."""

TAG_LONGEST = 20_000
TAG_WORDS = 1000
"""A tag longer than both, in code points and words, loses its attributes: thousands of them."""

# One class for all elements; lxml.html's own lookup asks Python for the class of each of them.
_ELEMENTS = ElementDefaultClassLookup(element=lxml.html.HtmlElement)
_TAGS = re.compile(r"</?[a-z][a-z0-9]{0,20}\b[^<>]*>", re.I)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.I | re.S)
_LONG_TAG = re.compile(rf"<([a-z][\w-]*)\s[^<>]{{{TAG_LONGEST},}}>", re.I)


def parse(text: str) -> lxml.html.HtmlElement | None:
    """The tree of an HTML page, or None where there is nothing in it.

    A page nested beyond the parser's depth is flattened: its inner text is kept in order, and the
    elements around it are left out.
    """
    text = _bounded(text.replace("\x00", "\ufffd"))
    tree, too_deep = _parsed(text)
    if too_deep:
        tree, _ = _parsed(_flattened(text))
    return tree


def _parsed(text: str) -> tuple[lxml.html.HtmlElement | None, bool]:
    parser = HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None, False
    deep = any("depth" in entry.message for entry in parser.error_log.filter_from_fatals())
    return tree, deep


def _flattened(text: str) -> str:
    """The page with every element that opens below a safe depth taken out, its text kept."""
    kept: list[str] = []
    position = depth = 0
    for match in _TAGS.finditer(text):
        closing = text.startswith("</", match.start())
        depth = max(0, depth - 1) if closing else depth + 1
        if depth + closing > DEEPEST // 2:
            kept.append(text[position : match.start()])
            kept.append("\n")
            position = match.end()
    kept.append(text[position:])
    return "".join(kept)


def _bounded(text: str) -> str:
    """The page without what the parser would take minutes for, or stop at."""
    if len(text) < TAG_LONGEST:
        return text
    text = _LONG_TAG.sub(
        lambda tag: f"<{tag.group(1)}>" if len(tag.group().split()) > TAG_WORDS else tag.group(),
        text,
    )
    return _SCRIPT.sub(" ", text) if len(text) > LARGE else text
