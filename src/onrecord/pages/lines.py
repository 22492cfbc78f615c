"""Plain text → lines and paragraphs, as spans; nothing is copied or changed."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.record import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")

WRAPPED_LONGEST = 100
"""Mail and terminal text is wrapped at 60 to 80 columns; a longer line is a whole paragraph."""


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
    joined: list[Span] = []
    for group in _between_blank_lines(text, spans):
        joined.extend(_unwrapped(text, group))
    return joined


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


def _unwrapped(text: str, group: list[Span]) -> list[Span]:
    """One span for a run of lines that were one paragraph before wrapping, else the lines."""
    if len(group) < 2:
        return group
    lengths = [span.end - span.start for span in group]
    full = max(lengths[:-1])
    if full > WRAPPED_LONGEST or full < 40:
        return group
    broken = 0
    for before, after in pairwise(group):
        room_left = full - (before.end - before.start)
        first_word = text[after.start : after.end].split(maxsplit=1)[0]
        # A wrapped line is one that had no room for the next line's first word.
        if room_left <= len(first_word) + 1:
            broken += not _SENTENCE_END.search(text[before.start : before.end])
    if broken < 0.5 * (len(group) - 1):
        return group
    return _split_at_short_lines(text, group, full)


def _split_at_short_lines(text: str, group: list[Span], full: int) -> list[Span]:
    """Wrapped lines without blank lines between paragraphs: a short closed line ends one."""
    spans: list[Span] = []
    start = group[0].start
    for before, after in pairwise(group):
        first_word = text[after.start : after.end].split(maxsplit=1)[0]
        short = full - (before.end - before.start) > len(first_word) + 1
        if short and _SENTENCE_END.search(text[before.start : before.end]):
            spans.append(Span(start, before.end))
            start = after.start
    spans.append(Span(start, group[-1].end))
    return spans
