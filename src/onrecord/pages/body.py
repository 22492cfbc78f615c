"""Which blocks of an HTML page are the article's body: trafilatura's choice, found by its words."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence

import lxml.html

from onrecord.pages.markup import TextBlock

log = logging.getLogger(__name__)

_WORD = re.compile(r"\w+")
NEAR = 4000
"""How far ahead, in letters, the next block is looked for before the whole text is."""

MOST_ELEMENTS = 40_000
MOST_SIBLINGS = 20_000_000
"""The squares of the numbers of children, added: extraction takes time in step with them.

No news page comes near these two. One beyond them is read by the simple rule alone: running text
outside its margins.
"""

SHORTEST_PARAGRAPH = 60
_RUNNING = frozenset({"p", "blockquote", "li", "pre", "h2", "h3", "h4", "tr", "dd", "dt"})
_BETWEEN = frozenset({"nav", "aside", "footer", "form", "button", "figure", "figcaption"})
_ASIDE = frozenset({"nav", "aside", "footer", "form", "button"})
_BESIDE = re.compile(r"\b(?:comments?|sidebar|related|footer|menu|nav|share|social|cookie)\b")


def body_marks(tree: lxml.html.HtmlElement, blocks: Sequence[TextBlock]) -> list[bool]:
    """For each block, whether it is in the article's body."""
    extracted = _extracted(tree) if _is_extractable(tree) else None
    marks = _matched(extracted, blocks) if extracted else [False] * len(blocks)
    if any(marks):
        return _filled(marks, blocks)
    if not any(marks):
        marks = [_dense(block) for block in blocks]
    if not any(marks):
        marks = [not (_ASIDE & block.markup.areas) for block in blocks]
    return marks


def _is_extractable(tree: lxml.html.HtmlElement) -> bool:
    """Whether extraction ends within seconds."""
    siblings = 0
    for number, element in enumerate(tree.iter()):
        siblings += len(element) ** 2
        if number > MOST_ELEMENTS or siblings > MOST_SIBLINGS:
            return False
    return True


def _extracted(tree: lxml.html.HtmlElement) -> str | None:
    """The body text that trafilatura finds."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            tree, include_comments=False, include_tables=True, deduplicate=False
        )
    except Exception:
        # Markup of the page drives the library, and it may raise anything over markup that it
        # does not expect; the page is still read, by the simple rule.
        log.debug("trafilatura failed; the body is found by the simple rule", exc_info=True)
        return None
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else None


def _letters(text: str) -> str:
    """The letters and digits alone: what stays the same under any change of white space."""
    return "".join(_WORD.findall(text)).casefold()


def _matched(extracted: str, blocks: Sequence[TextBlock]) -> list[bool]:
    """Blocks whose words stand in the extracted text, taken in order."""
    lines = [_letters(line) for line in extracted.splitlines()]
    # Lines are joined, since one block here may be two lines there.
    whole = "".join(lines)
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


def _filled(marks: list[bool], blocks: Sequence[TextBlock]) -> list[bool]:
    """The body with what stands between its paragraphs, in the same element, and reads like them.

    An embedded post, a quotation or a list inside the article is often left out by extraction.
    """
    holders = Counter(
        block.markup.element.getparent()
        for block, marked in zip(blocks, marks, strict=True)
        if marked and len(block.text) > SHORTEST_PARAGRAPH
    )
    inside = [index for index, marked in enumerate(marks) if marked]
    filled = list(marks)
    for index in range(inside[0] + 1, inside[-1]):
        block = blocks[index]
        if marks[index] or block.linked > 0.5 * len(block.text):
            continue
        tag = block.markup.tag
        if (tag not in _RUNNING and tag != "div") or _BETWEEN & block.markup.areas:
            continue
        if _BESIDE.search(block.markup.hints.split(" / ")[0]):
            continue
        above = block.markup.element
        for _ in range(1 if tag == "div" else 3):
            above = above.getparent()
            if above is None:
                break
            if holders[above] >= 2:
                filled[index] = True
                break
    return filled


def _dense(block: TextBlock) -> bool:
    """Running text outside the page's margins: the rule where nothing was extracted."""
    if _ASIDE & block.markup.areas or _BESIDE.search(block.markup.hints.split(" / ")[0]):
        return False
    return len(block.text) >= 40 and block.linked < 0.4 * len(block.text)
