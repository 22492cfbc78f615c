"""Text from a page, made safe to show on a terminal."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, with the escape that begins a sequence
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that reorder what is shown
    "\ud800-\udfff"  # halves of a pair, which no encoding can write
    "]"
)


def safe(text: str) -> str:
    """The text with each unsafe character replaced by one U+FFFD, so that offsets still hold."""
    return _UNSAFE.sub("\ufffd", text)
