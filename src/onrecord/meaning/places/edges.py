"""Where the name of a place begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.gazetteer import Gazetteer, name_key
from onrecord.record import Span

_EDGE = ' \t\n,;:()[]“”"‘—–-'
_POSSESSIVE = ("'s", "’s", "'", "’")
_BORDER = re.compile(r"\s*[,/]\s*")
_BEFORE = re.compile(r"([A-Z][\w.’']*)[ -]$")
_AFTER = re.compile(r"(?:[ -]|['’]s )([A-Z][\w’']*)")
_ARTICLES = frozenset(("the", "a", "an"))
_NEAR = 30
_LONGEST = 100
_STEPS = 3
"""Words by which a name may be made longer on each side."""

_LONGEST_ABBREVIATION = 5
_KNOWN = 50_000
"""People of a place whose name is not taken for an abbreviation of another's."""


def trimmed(text: str, span: Span) -> Span:
    """Without "the", a possessive ending or marks at the edges."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    for ending in _POSSESSIVE:
        if text.endswith(ending, start, end) and end - start > len(ending):
            end -= len(ending)
            break
    if text[start : start + 4].lower() == "the " and end - start > 4:
        start += 4
    return Span(start, end)


def pieces(text: str, span: Span, gazetteer: Gazetteer) -> Iterator[Span]:
    """The name itself; or its parts at commas and strokes, where the whole is not known."""
    whole = trimmed(text, span)
    is_short = whole.end - whole.start < _LONGEST
    borders = list(_BORDER.finditer(text, *whole)) if is_short else []
    if borders and not gazetteer.candidates(text[whole.start : whole.end]):
        starts = [whole.start, *(border.end() for border in borders)]
        ends = [*(border.start() for border in borders), whole.end]
        parts = [trimmed(text, Span(*pair)) for pair in zip(starts, ends, strict=True)]
        if all(part.start < part.end for part in parts):
            yield from parts
            return
    yield whole


def widened(text: str, span: Span, gazetteer: Gazetteer) -> Span:
    """The longest name around a span that the gazetteer knows, else the span.

    "Southern California" of "California", "Gilgit-Baltistan" of "Gilgit"; and the point of an
    abbreviation ("Calif.").
    """
    if span.end - span.start > _LONGEST:
        return span
    starts, ends = [span.start], [span.end]
    while len(starts) <= _STEPS:
        before = _BEFORE.search(text, max(0, starts[-1] - _NEAR), starts[-1])
        if before is None or before[1].lower() in _ARTICLES:
            break
        starts.append(before.start(1))
    while len(ends) <= _STEPS:
        after = _AFTER.match(text, ends[-1])
        if after is None or after[1].lower() in _ARTICLES:
            break
        ends.append(after.end())
    longest = span
    for start in starts:
        for end in ends:
            is_longer = end - start > longest.end - longest.start
            if is_longer and gazetteer.candidates(text[start:end]):
                longest = Span(start, end)
    return _with_point(text, longest, gazetteer)


def _with_point(text: str, span: Span, gazetteer: Gazetteer) -> Span:
    """With the point that follows, if the name is an abbreviation of a division."""
    words = text[span.start : span.end]
    if not text.startswith(".", span.end) or len(words) > _LONGEST_ABBREVIATION:
        return span
    key = name_key(words)
    found = gazetteer.candidates(words)
    is_known_word = any(entry.kind != "region" and entry.weight > _KNOWN for entry in found)
    shortened = [e for e in found if e.kind == "region" and name_key(e.name) != key]
    if shortened and not is_known_word:
        return Span(span.start, span.end + 1)
    return span
