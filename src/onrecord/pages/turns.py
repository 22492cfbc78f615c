"""Turns to speak in transcripts and interviews: "MODERATOR: …", "Q: …"; neither kicker nor heading.

A label before a colon is a speaker where it comes again on the page, or is one that transcripts use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.pages.units import Line

_LABEL = re.compile(r"[\"“]?(?P<label>[^\W\d_][^:\n]{0,40}?)\s*:\s")
_LABEL_LONGEST = 48
_USUAL = frozenset({"q", "a", "question", "answer", "reporter", "moderator", "interviewer"})


def with_turns(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, with ``turn`` set for those that open with a speaker's label."""
    labels: dict[int, str] = {}
    for index, line in enumerate(lines):
        if line.role is None and line.kind in (None, "paragraph"):
            start, end = line.span
            match = _LABEL.match(text, start, min(end, start + _LABEL_LONGEST))
            if match is not None:
                labels[index] = match.group("label").casefold()
    counts = Counter(labels.values())
    found = list(lines)
    for index, label in labels.items():
        if counts[label] > 1 or label in _USUAL:
            found[index] = replace(lines[index], turn=True)
    return found
