"""Quotations in running text: where a quotation mark opens, and where its partner closes.

All the styles that news pages mix are known: straight ("a", 'a'), curly (“a”, ‘a’), low („a“,
‚a‘), Scandinavian (”a”), guillemets («a», »a«, ‹a›) and the typewriter's doubled marks (``a'',
''a''). An apostrophe is no closing mark: "Russia’s", "the workers’ rights", "the ’90s", "rock
'n' roll".

A quotation never runs past its paragraph. Where a speech goes on for several paragraphs, each of
them opens with a mark and only the last one closes; every paragraph gives a quotation of its own,
and ``continues`` ties it to the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; ``span`` includes the marks.

    ``closed`` is False where the closing mark is missing (the span then ends with its paragraph,
    or before the next quotation). ``level`` is 0 for an outermost quotation, 1 for one inside it.
    ``continues`` is True for a paragraph that carries on the unclosed quotation before it.
    """

    span: Span
    closed: bool
    level: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark in the text: where, which one, and what its surroundings allow it to be."""

    start: int
    end: int
    family: str
    may_open: bool
    may_close: bool


@dataclass(frozen=True, slots=True)
class _Open:
    mark: _Mark
    level: int
    continues: bool


_MARKS = re.compile("``|'+|[\"“”„‟‘’‚‛«»‹›]")
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_DOUBLE, _SINGLE, _GUILLEMET, _ANGLE = "double", "single", "guillemet", "angle"
_STRAIGHT, _STRAIGHT_SINGLE, _TYPEWRITER = "straight", "straight single", "typewriter"
_APOSTROPHE_FAMILIES = frozenset({_SINGLE, _STRAIGHT_SINGLE})
_DOUBLE_FAMILIES = frozenset({_DOUBLE, _STRAIGHT, _TYPEWRITER})
_FAMILY = {
    "“": _DOUBLE, "”": _DOUBLE, "„": _DOUBLE, "‟": _DOUBLE, '"': _STRAIGHT,
    "‘": _SINGLE, "’": _SINGLE, "‚": _SINGLE, "‛": _SINGLE, "'": _STRAIGHT_SINGLE,
    "«": _GUILLEMET, "»": _GUILLEMET, "‹": _ANGLE, "›": _ANGLE,
    "``": _TYPEWRITER, "''": _TYPEWRITER,
}  # fmt: skip
_BEFORE_OPENING = frozenset("([{—–-―/…:=>*|\"“„«‹‘'`")
_ELISION = re.compile(
    r"(?:\d0s?\b|n\b|em\b|til\b|tis\b|twas\b|twere\b|cause\b|bout\b|round\b|cuz\b|kay\b|neath\b)",
    re.IGNORECASE,
)
_NEXT_WORD_LOWER = re.compile(r"\s+[a-z0-9]")


def find_quotations(
    text: str, start: int, end: int, paragraphs: Sequence[Span] | None = None
) -> list[Quotation]:
    """The quotations of ``text[start:end]`` in order of their opening marks; linear in its length.

    ``paragraphs`` says where paragraphs lie (sorted, disjoint); by default each line is one.
    """
    if paragraphs is None:
        paragraphs = [Span(*m.span()) for m in _PARAGRAPH.finditer(text, start, end)]
    found: list[Quotation] = []
    carried: str | None = None  # family of the quotation that the paragraph before left open
    for paragraph in paragraphs:
        here = _in_paragraph(text, max(start, paragraph[0]), min(end, paragraph[1]), carried)
        if not here and not text[paragraph[0] : paragraph[1]].strip():
            continue
        found.extend(here)
        carried = _left_open(text, here)
    return found


def _left_open(text: str, quotations: Sequence[Quotation]) -> str | None:
    """The family of the outermost quotation that is still open at the end of its paragraph."""
    outer = [q for q in quotations if q.level == 0]
    if not outer or outer[-1].closed:
        return None
    first = text[outer[-1].span.start]
    pair = text[outer[-1].span.start : outer[-1].span.start + 2]
    return _FAMILY.get(pair) or _FAMILY[first]


def _in_paragraph(text: str, start: int, end: int, carried: str | None) -> list[Quotation]:
    marks = _read_marks(text, start, end)
    closers_ahead = _closers_ahead(marks)
    stack: list[_Open] = []
    found: list[Quotation] = []
    lead = start + len(text[start:end]) - len(text[start:end].lstrip())
    for index, mark in enumerate(marks):
        partner = _partner(stack, mark)
        if (
            mark.may_close
            and partner is not None
            and not _possessive(text, mark, stack[partner], closers_ahead[index], end)
        ):
            _close(text, stack, partner, mark, found)
        elif mark.may_open and not (mark.family == _STRAIGHT_SINGLE and not closers_ahead[index]):
            if partner is not None:  # two openings of one family: the first lost its closing mark
                _abandon(text, stack, partner, mark.start, found)
            continues = carried == mark.family and mark.start == lead
            stack.append(_Open(mark, len(stack), continues))
    if stack:
        _abandon(text, stack, 0, end, found)
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def _partner(stack: Sequence[_Open], mark: _Mark) -> int | None:
    """Which open quotation the mark could close: one of its family, or of another double style."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].mark.family == mark.family:
            return index
    if mark.family in _DOUBLE_FAMILIES and not mark.may_open:
        for index in range(len(stack) - 1, -1, -1):
            if stack[index].mark.family in _DOUBLE_FAMILIES:
                return index
    return None


def _close(
    text: str, stack: list[_Open], partner: int, mark: _Mark, found: list[Quotation]
) -> None:
    """Close the quotation at ``stack[partner]``; what was opened inside it was no quotation."""
    opened = stack[partner]
    for inner in stack[partner + 1 :]:
        empty = not text[inner.mark.end : mark.start].strip()
        if inner.mark.family not in _APOSTROPHE_FAMILIES and not empty:
            found.append(Quotation(Span(inner.mark.start, mark.start), False, inner.level))
    del stack[partner:]
    if mark.start > opened.mark.end:
        span = Span(opened.mark.start, mark.end)
        found.append(Quotation(span, True, opened.level, opened.continues))


def _abandon(
    text: str, stack: list[_Open], partner: int, limit: int, found: list[Quotation]
) -> None:
    """Give up waiting for the closing marks of ``stack[partner:]``: they end at ``limit``."""
    for opened in stack[partner:]:
        inside = text[opened.mark.end : limit].rstrip()
        if inside.strip():
            span = Span(opened.mark.start, opened.mark.end + len(inside))
            found.append(Quotation(span, False, opened.level, opened.continues))
    del stack[partner:]


def _read_marks(text: str, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _MARKS.finditer(text, start, end):
        for left, right in _split_run(text, match.start(), match.end(), start):
            mark = _read_mark(text, left, right, start, end)
            if mark.may_open or mark.may_close:
                marks.append(mark)
    return marks


def _split_run(text: str, left: int, right: int, start: int) -> list[tuple[int, int]]:
    """A run of straight apostrophes as marks: ''' closes a single and then a doubled one."""
    length = right - left
    if text[left] != "'" or length <= 2:
        return [(left, right)]
    closing = left > start and not text[left - 1].isspace()
    middle = left + 1 if closing else left + 2
    return [(left, middle), (middle, right)] if length == 3 else []


def _read_mark(text: str, left: int, right: int, start: int, end: int) -> _Mark:
    form = text[left:right]
    family = _FAMILY[form]
    before = text[left - 1] if left > start else " "
    after = text[right] if right < end else " "
    free_left = before.isspace() or before in _BEFORE_OPENING
    free_right = not after.isalnum()
    if family in _APOSTROPHE_FAMILIES:
        elided = free_left and _ELISION.match(text, right, end) is not None
        may_open = free_left and not after.isspace() and not elided and form != "’"
        may_close = free_right and not before.isspace() and left > start and form != "‚"
        if form in "‘‛" and may_open:
            may_close = False
    elif form in ("“", "‟", "«", "‹"):
        may_open = True
        may_close = free_right and not before.isspace() and left > start
    elif form in ("”", "»", "›"):
        may_open = free_left and not after.isspace() and right < end
        may_close = True
    elif form in ("„", "``"):
        may_open, may_close = True, False
    else:  # straight or doubled: the same shape opens and closes
        lone = before.isspace() and after.isspace()
        inches = before.isdigit() and free_right
        may_open = right < end and ((free_left and not after.isspace()) or (lone and not inches))
        may_close = left > start and (free_right or not before.isspace())
        if before.isspace() and not after.isspace() and after.isalnum():
            may_close = False
    return _Mark(left, right, family, may_open, may_close)


def _closers_ahead(marks: Sequence[_Mark]) -> list[bool]:
    """For each mark, whether a mark that can only close follows before the next that opens.

    Asked of single marks alone, family by family, in one pass from the right.
    """
    ahead = [False] * len(marks)
    seen: dict[str, bool] = {}
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        ahead[index] = seen.get(mark.family, False)
        if mark.may_close:
            seen[mark.family] = True
        elif mark.may_open:
            seen[mark.family] = False
    return ahead


def _possessive(text: str, mark: _Mark, opened: _Open, closer_ahead: bool, end: int) -> bool:
    """True for the apostrophe of "the workers’ rights" while a single quotation is open."""
    if mark.family not in _APOSTROPHE_FAMILIES or opened.mark.family != mark.family:
        return False
    if text[mark.start - 1] not in "sSnN" or not closer_ahead:
        return False
    return _NEXT_WORD_LOWER.match(text, mark.end, end) is not None
