"""Plain text → lines and paragraphs, as spans; nothing is copied or changed."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.record import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")

WRAPPED_LONGEST = 100
"""Mail and terminal text is wrapped at 60 to 80 columns; a longer line is a whole paragraph."""

WRAPPED_SHORTEST = 40
"""No column is narrower: shorter lines are labels, verses or lists."""

WRAPPED_SHARE = 0.5
"""Of the lines followed by another without a blank line, how many must be full in wrapped text."""

WRAPPED_SHARE_RUNNING_ON = 0.2
"""The same where full lines are followed by lower-case ones, which no paragraph begins with."""

_ITEM = re.compile(r"(?:[-*•‣◦▪–—>]|\(?\d{1,2}[.)])\s")
_LABEL = re.compile(r"[A-Z][\w.-]{0,20}:\s")


def trimmed(text: str, start: int, end: int) -> Span:
    """``[start, end)`` without the white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def lines(text: str) -> list[Span]:
    """The lines of ``text`` that hold more than white space, each without its outer spaces."""
    found = (trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text))
    return [span for span in found if span.end > span.start]


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a plain text, in order.

    A line is a paragraph, unless the text is wrapped at a column: then the lines between two
    blank lines are one paragraph.
    """
    spans = lines(text)
    groups = _between_blank_lines(text, spans)
    column = _column(text, groups)
    if column is None:
        return spans
    return [joined for group in groups for joined in _unwrapped(text, group, column)]


def _between_blank_lines(text: str, spans: list[Span]) -> list[list[Span]]:
    """Runs of neighbouring lines."""
    groups: list[list[Span]] = []
    for span in spans:
        gap = text[groups[-1][-1].end : span.start] if groups else ""
        breaks = gap.count("\n") or gap.count("\r") or 1
        if groups and breaks == 1:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _column(text: str, groups: list[list[Span]]) -> int | None:
    """Where the lines of the page were wrapped, or None where they were not.

    Wrapped lines have no room for the first word of the next one, and most of them break off in
    the middle of a sentence.
    """
    inner = [_width(text, span) for group in groups for span in group[:-1]]
    if not inner:
        return None
    # A web address may run over the column, so that the longest line of many says little.
    column = sorted(inner)[max(0, len(inner) - 1 - len(inner) // 30)]
    if not WRAPPED_SHORTEST <= column <= WRAPPED_LONGEST:
        return None
    full = running_on = 0
    for group in groups:
        for before, after in pairwise(group):
            if not _had_room(text, before, after, column) and not _closes(text, before):
                full += 1
                running_on += text[after.start].islower()
    share = WRAPPED_SHARE_RUNNING_ON if running_on >= 2 else WRAPPED_SHARE
    return column if full >= 2 and full >= share * len(inner) else None


def _width(text: str, line: Span) -> int:
    """The length of a line with its indent."""
    start = line.start
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    return line.end - start


def _had_room(text: str, before: Span, after: Span, column: int) -> bool:
    """Whether the first word of ``after`` would have stood on the line before it."""
    end = after.start
    while end < after.end and not text[end].isspace():
        end += 1
    return _width(text, before) + 1 + end - after.start <= column


def _closes(text: str, line: Span) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text, max(line.start, line.end - 8), line.end) is not None


def _unwrapped(text: str, group: list[Span], column: int) -> list[Span]:
    """The paragraphs of a run of wrapped lines.

    A line with room left ends one: at a sentence's end, before a label ("Subject:"), or where it
    is too short to be wrapped text at all, as the lines of an address are. A list item begins one.
    """
    spans: list[Span] = []
    start = group[0].start
    for before, after in pairwise(group):
        short = _had_room(text, before, after, column)
        label = before.end - before.start < column // 2
        item = _ITEM.match(text, after.start, after.end) is not None
        label = label or _LABEL.match(text, after.start, after.end) is not None
        if item or (short and (label or _closes(text, before))):
            spans.append(Span(start, before.end))
            start = after.start
    spans.append(Span(start, group[-1].end))
    return spans
