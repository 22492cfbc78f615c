"""What a line is because of those around it: a turn to speak, a mail's header, behind a wall."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.lexicon import alternatives
from onrecord.pages.lexicon import furniture_words
from onrecord.pages.openings import SHORTEST_BROKEN, truncated
from onrecord.pages.units import Line

_LABEL = re.compile(r"[\"“]?(?P<label>[^\W\d_][^:\n]{0,40}?)\s*:\s")
_LABEL_LONGEST = 48
_SPEAKERS = frozenset({"q", "a", "question", "answer", "reporter", "moderator", "interviewer"})
_HEADER = re.compile(
    r"(?P<field>from|to|cc|bcc|subject|date|sent|reply-to|newsgroups|organi[sz]ation|message-id"
    r"|list-[a-z]+|mime-version|content-[a-z-]+|x-[a-z-]+)\s*:\s",
    re.I,
)
HEADERS_WITHIN = 12
"""Lines from the page's beginning on that may be a mail's header."""

SIGNATURE_LINES = 12
WALL_LONGEST = 240


def in_context(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with what their neighbours make of them."""
    return with_turns(text, _without_mail(text, _before_wall(text, lines)))


def with_turns(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, with ``turn`` set for those that open with a speaker's label.

    A label before a colon is a speaker where it comes again on the page ("MS. OKOYE: …"), or is
    one that transcripts use ("QUESTION: …").
    """
    labels: dict[int, str] = {}
    for index, line in enumerate(lines):
        if line.role is None and line.kind in (None, "paragraph"):
            start, end = line.span
            match = _LABEL.match(text, start, min(end, start + _LABEL_LONGEST))
            if match is not None:
                labels[index] = match.group("label")
    counts = Counter(labels.values())
    found = list(lines)
    for index, label in labels.items():
        if counts[label] > 1 or label.lower() in _SPEAKERS:
            found[index] = msgspec.structs.replace(lines[index], turn=True)
    return found


def _without_mail(text: str, lines: list[Line]) -> list[Line]:
    """The lines with a mail's header and signature as what the site says, if it is a mail."""
    fields: list[tuple[int, str]] = []
    for index, line in enumerate(lines[:HEADERS_WITHIN]):
        match = _HEADER.match(text, *line.span)
        if match is None or line.kind is not None:
            break
        fields.append((index, match.group("field").lower()))
    if len(fields) >= 2:
        for index, name in fields:
            dated = name in ("date", "sent")
            lines[index] = msgspec.structs.replace(lines[index], role="time" if dated else "site")
    tail = range(max(0, len(lines) - SIGNATURE_LINES), len(lines))
    mark = next((i for i in tail if text[slice(*lines[i].span)] == "--"), len(lines))
    for index in range(mark, len(lines)):
        lines[index] = msgspec.structs.replace(lines[index], role="site")
    return lines


@cache
def _wall() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives(furniture_words().walls)})\b", re.I)


def _before_wall(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, what follows a paywall as the site's words: the wall stands where a text breaks.

    It ends at the heading of other stories, which are shown to everybody.
    """
    found = list(lines)
    broken = behind = False
    for index, line in enumerate(lines):
        start, end = line.span
        if behind and line.role == "section":
            behind = False
        if broken and end - start <= WALL_LONGEST and _wall().match(text, start, end):
            behind = True
        if behind:
            found[index] = msgspec.structs.replace(line, role="site")
        elif line.role is None and line.kind != "heading":
            broken = end - start >= SHORTEST_BROKEN and truncated(text[start:end])
    return found
