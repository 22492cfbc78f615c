"""How another story's beginning is put on a page: kicker, headline or deck, and the body run in.

"NO DEAL: Talks broke off after a day The two sides will meet again on Monday, the mediator sa"
is one line with three parts. The kicker is set in capitals before a mark; the deck is a sentence
without a full stop; the body begins where a capital follows a word that nothing closed.
"""

from __future__ import annotations

import re

import msgspec

from onrecord.pages.datelines import dateline
from onrecord.pages.decks import deck_end
from onrecord.record import Span

KICKER_LONGEST = 48

SHORTEST_BROKEN = 60
"""A line shorter than this that nothing closes is more likely a heading or a label."""

TAIL = 60
"""How many code points at the end of a paragraph show whether it breaks off."""

_KICKER = re.compile(
    r"(?P<kicker>(?:[^\W\d_]|\d)[^a-z:|\n]{1,46}?)\s*(?P<mark>[:|]|\s[–—•»/-]\s)\s*(?=\S)"
)
_NAMED_KICKER = re.compile(
    r"(?P<kicker>[A-Z][\w’'&]*(?:\s[A-Z&][\w’'&]*){0,3})\s*(?P<mark>[|»]|\s//?\s)\s*(?=\S)"
)
_TRUNCATED = re.compile(
    r"(?:\.\.\.|…|\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))\s*[\"”’)\]]*"
    r"(?:\s*(?:read|continue|more|full)\b[\w ]{0,24}[\W]*)?$"
    r"|\b(?:read more|continue reading)\W*$",
    re.I,
)
_CLOSED = re.compile(r"[.!?:;][\"'”’»)\]\s\d*†]{0,4}$|[”\"’»)\]]$")
_SIGNED = re.compile(
    r"(?:^|[.!?][”\"’)]?\s|[•|*]\s?)\s*"
    r"(?:additional reporting\b|[\w’',. -]{3,60}\bcontributed to (?:this|the) "
    r"|(?-i:[A-Z][\w.’-]+(?: [\w.’-]+){1,3}) (?:is|was|teaches|works)\b[^.!?…]{0,120}?"
    r"\b(?:commentator|columnist|correspondent|writer|editor|author|activist|journalist|fellow|professor"
    r"|researcher|analyst|lecturer|pseudonym|reporter|historian|lawyer)\b)[^.!?…]{0,160}$",
    re.I,
)
_CUT_NOTE = re.compile(r"[a-z]\d{1,2}$")


MARKS_AT_END = 6
"""How many code points the marks take that close a sentence."""

NOTE_TAIL = 320
"""The same for a note on the author at the end of the article."""


class Opening(msgspec.Struct, frozen=True):
    """The parts of a story's first line, each a span of the page; ``body`` is what remains.

    ``run_in`` is how sure it is, in [0, 1], that a deck runs into a body; 0 where there is none.
    """

    kicker: Span | None
    headline: Span | None
    dateline: Span | None
    body: Span
    run_in: float


def truncated(line: str) -> bool:
    """Whether a paragraph breaks off: an ellipsis, "Read more", or nothing that closes it."""
    end = line.rstrip()[-TAIL:]
    if not end:
        return False
    if not _CLOSED.search(end[-MARKS_AT_END:]):
        return True
    return _shows_break(end) or _CUT_NOTE.search(end[-3:]) is not None


def signed(line: str) -> bool:
    """Whether a paragraph ends in a note on who wrote it, which often lacks its full stop."""
    return _SIGNED.search(line.rstrip(), max(0, len(line) - NOTE_TAIL)) is not None


def ellipsis_ends(line: str) -> bool:
    """Whether the break is shown: "…", "[...]", "… Read more"."""
    return _shows_break(line.rstrip()[-TAIL:])


def _shows_break(end: str) -> bool:
    """Whether the end of a line shows that the line breaks off."""
    lowered = end.lower()
    # The full pattern is slow, and most paragraphs end without any of its signs.
    if not any(sign in lowered for sign in ("…", "...", "read more", "continue reading")):
        return False
    return _TRUNCATED.search(end) is not None


def kicker(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The kicker that opens ``text[start:end]`` and where the words after its mark begin."""
    window = text[start : min(end, start + KICKER_LONGEST + 8)]
    match = _KICKER.match(window) or _NAMED_KICKER.match(window)
    if match is None:
        return None
    words = match.group("kicker")
    letters = [character for character in words if character.isalpha()]
    capitals = sum(1 for character in letters if character.isupper())
    if len(letters) < 3 or (match.re is _KICKER and capitals < len(letters)):
        return None
    return Span(start, start + match.end("kicker")), start + match.end()


def no_opening(start: int, end: int) -> Opening:
    """A line that is all body, such as somebody's turn to speak."""
    return Opening(None, None, None, Span(start, end), 0.0)


def opening(text: str, start: int, end: int, *, deck: bool | None = None) -> Opening:
    """The parts of the line ``text[start:end]``.

    A dateline wins over a kicker ("LONDON: …"). A deck is looked for after a kicker, and without
    one too where ``deck`` is not False.
    """
    filed = dateline(text, start, end)
    if filed is not None:
        return Opening(None, None, filed, Span(start, end), 0.0)
    found = kicker(text, start, end)
    rest = found[1] if found else start
    boundary, confidence = (None, 0.0)
    if deck is not False:
        boundary, confidence = deck_end(text, rest, end, after_kicker=found is not None)
    if boundary is None:
        return Opening(found[0] if found else None, None, None, Span(rest, end), 0.0)
    body_start = boundary
    while body_start < end and text[body_start].isspace():
        body_start += 1
    filed = dateline(text, body_start, end)
    return Opening(
        found[0] if found else None,
        Span(rest, boundary),
        filed,
        Span(body_start, end),
        confidence,
    )
