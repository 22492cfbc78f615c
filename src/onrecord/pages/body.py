"""Which blocks of an HTML page are the article's body: trafilatura's choice, found by its words."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

import lxml.html

from onrecord.pages.markup import TextBlock

_WORD = re.compile(r"\w+")
NEAR = 4000
"""How far ahead, in letters, the next block is looked for before the whole text is."""

_ASIDE = frozenset({"nav", "aside", "footer", "form", "button"})
_BESIDE = re.compile(r"\b(?:comments?|sidebar|related|footer|menu|nav|share|social|cookie)\b")


def body_marks(tree: lxml.html.HtmlElement, blocks: Sequence[TextBlock]) -> list[bool]:
    """For each block, whether it is in the article's body."""
    extracted = _extracted(tree)
    marks = _matched(extracted, blocks) if extracted else [False] * len(blocks)
    if not any(marks):
        marks = [_dense(block) for block in blocks]
    if not any(marks):
        marks = [not (_ASIDE & block.markup.areas) for block in blocks]
    return marks


def _extracted(tree: lxml.html.HtmlElement) -> str | None:
    """The body text that trafilatura finds."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            tree, include_comments=False, include_tables=True, deduplicate=False
        )
    except Exception:  # noqa: BLE001 - whatever a hostile tree does to it, the page is still read
        return None
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else None


def _letters(text: str) -> str:
    """The letters and digits alone: what stays the same under any change of white space."""
    return "".join(_WORD.findall(text)).casefold()


def _matched(extracted: str, blocks: Sequence[TextBlock]) -> list[bool]:
    """Blocks whose words stand in the extracted text, taken in order."""
    lines = [_letters(line) for line in extracted.splitlines()]
    whole = "\n".join(line for line in lines if line)
    short_lines = {line for line in lines if line}
    marks: list[bool] = []
    position = 0
    for block in blocks:
        wanted = _letters(block.text)
        if not wanted:
            marks.append(False)
            continue
        at = whole.find(wanted, position, position + NEAR + len(wanted))
        if at < 0 and len(wanted) > 40:
            at = whole.find(wanted)
        found = at >= 0 and (len(wanted) >= 25 or wanted in short_lines)
        marks.append(found)
        if found and at >= position:
            position = at + len(wanted)
    return marks


def _dense(block: TextBlock) -> bool:
    """Running text outside the page's margins: the rule where nothing was extracted."""
    if _ASIDE & block.markup.areas or _BESIDE.search(block.markup.hints.split(" / ")[0]):
        return False
    return len(block.text) >= 40 and block.linked < 0.4 * len(block.text)
