"""Lines of a page → units: a paragraph with the headline and kicker that stand above it.

A unit is the smallest thing that can be a teaser or a step of the article, and the thing that
:mod:`onrecord.pages.segmentation` scores.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.pages.furniture import Role
from onrecord.pages.openings import ellipsis_ends
from onrecord.record import BlockKind, Span

HEADING_LONGEST = 160
HEADING_WORDS = 26
KICKER_LINE_LONGEST = 40
QUESTION_WORDS = 8

_CLOSED = re.compile(r"[.;:,][\"'”’)\]]*$|[.!?][\"”]$|…$")
_QUOTED = re.compile(r"[.!?,][”\"’']\s*(?:[—–―-]|[a-z])|[”\"]\s*[—–―]\s*\S|\bsaid,")
_SEVERAL = re.compile(r"[a-z]{2}[.!?][\"”’')\]]*\s+[\"“‘'(]?[A-Z]")
_BULLET = re.compile(r"(?:[-*•‣◦▪–—]|\(?\d{1,2}[.)])\s+\S")


class Line(msgspec.Struct, frozen=True):
    """One block's worth of text: its furniture role, or None where it may be the story's words.

    ``kind`` is set where markup told it (a heading element, a list item), None for plain text.
    ``turn`` says that it is somebody's turn to speak: "MODERATOR: …".
    """

    span: Span
    role: Role | None
    kind: BlockKind | None = None
    turn: bool = False


class Unit(msgspec.Struct, frozen=True):
    """Indices into the lines: the heads above a paragraph, and the paragraph.

    ``body`` is None for a headline with nothing under it. ``section`` says that a heading such as
    "Most read" stands above, with no unit between.
    """

    kicker: int | None
    heading: int | None
    body: int | None
    section: bool

    @property
    def first(self) -> int:
        """The index of its first line."""
        return next(i for i in (self.kicker, self.heading, self.body) if i is not None)

    @property
    def last(self) -> int:
        """The index of its last line."""
        return next(i for i in (self.body, self.heading, self.kicker) if i is not None)


def is_list_item(line: str) -> bool:
    """Whether a line opens with a bullet or a number in a list."""
    return _BULLET.match(line) is not None


def title_cased(line: str) -> float:
    """The share of longer words that begin with a capital, the first word left out."""
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line)[1:] if len(word) > 3]
    if not longer:
        return 0.0
    return sum(1 for word in longer if word[0].isupper()) / len(longer)


def looks_like_heading(line: str) -> bool:
    """Whether a line could be a headline by its own looks: short, and not closed by a full stop."""
    if len(line) > HEADING_LONGEST or len(line.split()) > HEADING_WORDS:
        return False
    if not any(character.isalpha() for character in line) or is_list_item(line):
        return False
    if ellipsis_ends(line):
        return False
    if not (
        line[0].isupper() or line[0] in "“‘\"'‹«¿" or line[0].isdigit() or not line[0].isascii()
    ):
        return False
    if _CLOSED.search(line):
        # Some sites close a headline with a full stop; its words are then set Like This.
        plain = line[-1] in ".’”" and len(line) <= 110 and not any(mark in line for mark in "—–(")
        if not plain or len(line.split()) < 4 or title_cased(line) <= 0.7:
            return False
    return not (_SEVERAL.search(line) or _QUOTED.search(line))


def _asks(line: str) -> bool:
    """Whether a line is a question or an exclamation too long for a heading between paragraphs."""
    return line[-1] in "?!" and len(line.split()) > QUESTION_WORDS


def looks_like_kicker(line: str) -> bool:
    """Whether a line could be a kicker of its own: a word or three, in capitals."""
    if len(line) > KICKER_LINE_LONGEST or not line.isupper() or line.endswith((".", ",", "!", "?")):
        return False
    return sum(map(str.isalpha, line)) >= 3


def units(text: str, lines: Sequence[Line]) -> list[Unit]:
    """The units of a page, in order; furniture lines are in none."""
    prose = [index for index, line in enumerate(lines) if line.role is None]
    shown = [text[lines[index].span.start : lines[index].span.end] for index in prose]
    headings = [_is_heading(lines[i], words) for i, words in zip(prose, shown, strict=True)]
    for position in range(1, len(prose)):
        if headings[position] and lines[prose[position]].kind is None and _asks(shown[position]):
            headings[position] = False
    found: list[Unit] = []
    position = 0
    while position < len(prose):
        part = slice(position, position + 3)
        taken = _unit_at(lines, prose[part], shown[part], headings[part], first=position == 0)
        after = found[-1].last if found else -1
        section = any(lines[i].role == "section" for i in range(after + 1, prose[position]))
        found.append(Unit(kicker=taken[0], heading=taken[1], body=taken[2], section=section))
        position += sum(1 for index in taken if index is not None)
    return found


def _unit_at(
    lines: Sequence[Line],
    here: Sequence[int],
    words: Sequence[str],
    headings: Sequence[bool],
    *,
    first: bool,
) -> tuple[int | None, int | None, int | None]:
    """The kicker, heading and body that begin with the first of the next three lines."""
    if len(here) == 3 and headings[1] and looks_like_kicker(words[0]):
        if not headings[2]:
            return here[0], here[1], here[2]
        if first and not looks_like_kicker(words[1]):
            return here[0], here[1], None
    if not headings[0]:
        return None, None, here[0]
    if len(here) >= 2 and not headings[1] and _is_above(lines, here, words):
        return None, here[0], here[1]
    # The page's last line without a full stop is more likely a paragraph that breaks off.
    markup = lines[here[0]].kind == "heading"
    if markup or len(here) > 1 or title_cased(words[0]) > 0.7:
        return None, here[0], None
    return None, None, here[0]


def _is_heading(line: Line, shown: str) -> bool:
    """Markup's word where there is markup, else the line's looks."""
    if line.turn:
        return False
    if line.kind is not None:
        return line.kind == "heading"
    return looks_like_heading(shown)


def _is_above(lines: Sequence[Line], here: Sequence[int], words: Sequence[str]) -> bool:
    """A headline stands above a longer paragraph."""
    return lines[here[0]].kind == "heading" or len(words[1]) > 0.8 * len(words[0])
