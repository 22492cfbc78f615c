"""The names in a byline: "By Jane Doe and John Roe", "Jane Doe | The Example"."""

from __future__ import annotations

import re

from onrecord.pages.lexicon import furniture_words

_BY = re.compile(r"(?:[A-Z]\w+ )?by:?\s+", re.I)
_JOINT = re.compile(r"\s*(?:,\s*and|,|\band\b|&|/)\s*")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:\s+[\w.’'-]+){1,3}")
_PLAIN_NAMES = re.compile(r"(?P<names>[^|,/–—\d]+?)\s*(?:[|,/–—]|\s-\s)")


def signed_by(line: str) -> tuple[str, ...]:
    """The people who sign a line that is a byline; empty where it names only a desk."""
    opened = _BY.match(line)
    if opened is not None:
        rest = line[opened.end() :]
        joined = re.split(r"\s+\|\s*|\s+[–—-]\s+|,?\s+\d|\s+(?:for|in|at)\s", rest)[0]
    else:
        plain = _PLAIN_NAMES.match(line)
        if plain is None:
            return ()
        joined = plain.group("names")
    parts = [part.strip(" .") for part in _JOINT.split(joined)]
    return tuple(part for part in parts if _is_name(part))


def _is_name(part: str) -> bool:
    """Two to four words that begin with a capital and are no office or agency."""
    words = furniture_words()
    lowered = part.lower()
    if lowered in words.agencies or any(lowered.endswith(office) for office in words.bylines):
        return False
    return _NAME.fullmatch(part) is not None
