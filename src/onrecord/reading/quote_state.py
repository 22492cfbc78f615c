"""Where quotation marks open and close in one block: a feature for the encoder, not a decision.

Only the outermost marks count. A mark that could be either is judged by its neighbours; a single
mark counts only when it opens before a word and a fitting close follows, so that an apostrophe
is not one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OUTSIDE, INSIDE, OPEN, CLOSE = range(4)

_MARK = re.compile(r"''|``|[\"“”„«»‹›‘'‚]")
_OPENING = frozenset("“„«‹``")
_CLOSING = frozenset("”»›")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?![\w’'])")


def quote_marks(text: str) -> Iterator[tuple[int, int, int]]:
    """``(start, end, OPEN | CLOSE)`` of the outermost quotation marks of a block, in order."""
    inside = False
    skip_to = 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        if start < skip_to:
            continue
        mark = match.group()
        if mark in "‘'‚":
            close = None if inside else _single_close(text, start)
            if close is not None:
                yield start, end, OPEN
                yield close, close + 1, CLOSE
                skip_to = close + 1
            continue
        kind = _kind(text, start, end, mark, inside=inside)
        inside = kind == OPEN
        yield start, end, kind


def _kind(text: str, start: int, end: int, mark: str, *, inside: bool) -> int:
    if mark in _OPENING or mark == "``":
        return OPEN
    if mark in _CLOSING:
        return CLOSE
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace() or before in "([—–-{":
        return OPEN if not after.isspace() or not inside else CLOSE
    return CLOSE if inside or not after.isalnum() else OPEN


def _single_close(text: str, start: int) -> int | None:
    """Where a single quotation that opens at ``start`` closes, if it opens at all."""
    before = text[start - 1] if start else " "
    after = text[start + 1] if start + 1 < len(text) else " "
    if before.isalnum() or not (after.isalnum() or after in "[…$£€"):
        return None
    weak = None
    for match in _SINGLE_CLOSE.finditer(text, start + 1):
        at = match.start()
        if text[at - 1] in ".,!?…":
            return at
        if text[at - 1] not in "sS" or text[at + 1 : at + 2] in tuple(",.;:)]"):
            return at
        weak = at if weak is None else weak
    return weak
