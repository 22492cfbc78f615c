"""Who made something, as lines name them: credits, captions that end in one, and bylines.

All but a byline are for a line in lower case, and all for lines with single spaces. Agencies and
offices are looked up in lists; patterns are for what stands about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.lexicon import alternatives
from onrecord.pages.lexicon import furniture_phrases, furniture_words

_NAME = r"[^\W\d_a-z][\w.’'\-]+(?:\s+(?:[^\W\d_a-z][\w.’'\-]*|de|van|von|bin|al|el|da|di|la|le))*"
_CREDIT_MARK = re.compile(r"\s*(?:[:|/©—–-]|\bby\b|courtesy|via\b)")
_NO_WORDS = re.compile(r"\W*")
_AFTER_AGENCY = re.compile(
    r"(?:\s+(?:photos?|file|pool|images?|handout))?(?:\s*[/|:,–—-]\s*[^.]*)?"
    r"|\s+(?:photo|file|pool|via)\b[^.]*"
)
_LAST_WORDS = re.compile(r"(?:\W.{0,30})?")
_BEFORE_AGENCY = re.compile(r"(?=( ?[/|] ?| (?:via|[–—]) ))")
_MAKER = re.compile(r"[^.:;?!]{2,60}")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright:?)\s*(?!.*\b(?:reserved|20\d\d)\b).{2,80}")
_BY = re.compile(r"(?:By|BY)\s+")
_AFTER_OFFICE = re.compile(r"\s*[,/|–—-]?\s*.{0,40}")
_NAME_MARK = re.compile(r"[,/|–—-]\s*")
_AFTER_NAMED_OFFICE = re.compile(r"(?:\s*[,/|–—-]\s*.{0,40})?")
_PLACE = re.compile(r",\s*[A-Z][A-Z ,.’'-]{2,40}")


def is_credit(line: str) -> bool:
    """Whether a line has the form of a credit: "Photo: Ada Reyl", "AFP via Getty Images"."""
    for end in furniture_phrases("credit_words").ends(line):
        if _CREDIT_MARK.match(line, end) or _NO_WORDS.fullmatch(line, end):
            return True
    if any(_AFTER_AGENCY.fullmatch(line, end) for end in furniture_phrases("agencies").ends(line)):
        return True
    return _made_for_agency(line) or _COPYRIGHT.fullmatch(line) is not None


def _made_for_agency(line: str) -> bool:
    """Whether a line is someone and the agency: "Ada Reyl/Reuters"."""
    for joint in _BEFORE_AGENCY.finditer(line):
        if joint.start() > 60:
            break
        ends = furniture_phrases("agencies").ends(line, joint.end(1))
        if _MAKER.fullmatch(line, 0, joint.start()) and any(
            _LAST_WORDS.fullmatch(line, end) for end in ends
        ):
            return True
    return False


@cache
def caption_end() -> re.Pattern[str]:
    """The credit with which a caption ends."""
    words = furniture_words()
    agency = rf"(?:{alternatives(words.agencies)})"
    opening = alternatives(words.credit_words)
    credit = (
        rf"[(\[|/–—-]?\s*\b(?:{opening})\s*(?::|\bby\b|/|courtesy|©)[^.]{{2,80}}\W*"
        rf"|[(\[|]\s*(?:[^.()\[\]]{{2,40}}[/|]\s*)?{agency}"
        rf"(?:\s+(?:photo|file|pool))?(?:\s*[/|,]\s*[^()\[\]]{{2,40}})?[)\]]?"
        rf"|\b{agency}\s+photo\s*/[^.]{{2,40}}\W*"
        rf"|\b(?:reuters|afp|epa)\s*/[^.]{{2,40}}"
        rf"|©\s*[^.]{{2,40}}"
        rf"|\(?\bfile (?:photo|image|picture)\W*"
    )
    return re.compile(rf"(?<=[\w.”\"’'!?)\s])(?:{credit})$")


def is_byline(line: str) -> bool:
    """Whether a line, in its own case, has the form of a byline: "By Ada Reyl", "Staff Writer"."""
    if _written_by().fullmatch(line):
        return True
    lowered = line.lower()
    if len(lowered) != len(line):
        return False
    by = _BY.match(line)
    for start in {0, by.end() if by else 0}:
        if any(
            _AFTER_OFFICE.fullmatch(line, end)
            for end in furniture_phrases("bylines").ends(lowered, start)
        ):
            return True
    if any(_PLACE.fullmatch(line, end) for end in _one_or_two_agencies(lowered)):
        return True
    return any(_names().fullmatch(line[:end].rstrip()) for end in _before_office(line, lowered))


def _one_or_two_agencies(lowered: str) -> Iterator[int]:
    """Where the agencies end with which a line begins: "Reuters", "AP and AFP"."""
    for end in furniture_phrases("agencies").ends(lowered):
        yield end
        if lowered.startswith(" and ", end):
            yield from furniture_phrases("agencies").ends(lowered, end + len(" and "))


def _before_office(line: str, lowered: str) -> Iterator[int]:
    """Where a mark stands before an agency or an office: "Ada Reyl, political editor"."""
    for mark in _NAME_MARK.finditer(line):
        for name in ("agencies", "bylines"):
            ends = furniture_phrases(name).ends(lowered, mark.end())
            if any(_AFTER_NAMED_OFFICE.fullmatch(line, end) for end in ends):
                yield mark.start()


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"{_NAME}(?:\s*(?:,|and|&|/|\|)\s*(?:and\s+)?{_NAME})*")


@cache
def _written_by() -> re.Pattern[str]:
    opening = r"(?:By|BY|by|From|(?:Text|Story|Words|Analysis|Interview|Written|Report) by)"
    return re.compile(
        rf"{opening}\s*:?\s+{_names().pattern}"
        rf"(?:\s*[,|/–—-]\s*.{{0,60}}|\s+(?:in\s+{_NAME}|on\s+.{{0,50}}))?"
    )
