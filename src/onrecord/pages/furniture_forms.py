"""The forms of notes, times and a site's own talk, for a line in lower case with single spaces.

Phrases are looked up in lists, and patterns are for what follows them: a pattern with hundreds of
phrases in it takes long to compile.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.pages.lexicon import Phrases, furniture_phrases, furniture_words

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_BEFORE_NOTE = re.compile(r"[(\[*]*\s*")
_NOTE_MARK = re.compile(r"\s*(?:\([^)]{0,40}\)\s*|[\w, ]{0,24})?[:–—]")
_UPDATED = re.compile(
    r"(?:last\s+)?updated?:?\s+(?:on|at)?\s*"
    rf"(?:\d+\b(?!-)|{_MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|(?:corrections?|clarifications?|editor['’]s note)\W*$"
)
_BEFORE_SIGN_OFF = re.compile(r"[(\[—–-]*\s*")
_WORD_ENDS = re.compile(r"(?!\w)")
_POINTER_MARK = re.compile(r"\s*[:|–—>»→-]|(?<=:)|\W*$")


@cache
def _notes() -> tuple[Phrases, Phrases]:
    """Openings of a note that a mark follows, and those that need none."""
    words = furniture_words().notes
    marked = [phrase for phrase in words if " " not in phrase or "note" in phrase]
    return Phrases(marked), Phrases(phrase for phrase in words if phrase not in marked)


def is_note(line: str) -> bool:
    """Whether a line begins as an editor's note does."""
    start = _end(_BEFORE_NOTE, line)
    marked, whole = _notes()
    return (
        any(_NOTE_MARK.match(line, end) for end in marked.ends(line, start))
        or _UPDATED.match(line, start) is not None
        or any(_WORD_ENDS.match(line, end) for end in whole.ends(line, start))
    )


def opens_sign_off(line: str) -> bool:
    """Whether a line begins as work credits do: "Reporting by …"."""
    ends = furniture_phrases("sign_offs").ends(line, _end(_BEFORE_SIGN_OFF, line))
    return any(_WORD_ENDS.match(line, end) for end in ends)


def section_end(line: str) -> int | None:
    """Where the heading of a list of stories ends, with which a line begins."""
    return next(furniture_phrases("sections").ends(line), None)


def pointer_end(line: str) -> tuple[int, bool] | None:
    """Where the pointer ends with which a line begins, and whether a mark closes it."""
    end = next(furniture_phrases("pointers").ends(line), None)
    if end is None:
        return None
    mark = _POINTER_MARK.match(line, end)
    return (end, False) if mark is None else (mark.end(), True)


def site_end(line: str) -> int | None:
    """Where the site's phrase ends with which a line begins."""
    ends = furniture_phrases("site_lines").ends(line)
    return next((end for end in ends if _WORD_ENDS.match(line, end)), None)


def _end(pattern: re.Pattern[str], line: str) -> int:
    match = pattern.match(line)
    return 0 if match is None else match.end()


@cache
def site_words() -> re.Pattern[str]:
    """What sites talk of to their readers."""
    return re.compile(
        r"\b(?:newsletters?|inbox|e-?mail|app|subscri\w+|sign(?:ed)? up|account|follow|facebook"
        r"|twitter|instagram|whatsapp|telegram|youtube|linkedin|comments?|cookies|download"
        r"|click|alerts?|podcast|journalism|advert\w+|website|copyright|reserved|policy|browser"
        r"|javascript|@\w+)\b"
    )


@cache
def counts() -> re.Pattern[str]:
    """How many comments or shares there are."""
    return re.compile(
        r"(?:\d[\d,.]*k?|no|one|view|show|hide|all)?\s*(?:\d+\s*)?"
        r"(?:comments?|shares?|likes?|views?|retweets?|replies|reactions?|votes?)"
        r"(?:\s*\(?\d[\d,.]*k?\)?)?"
    )


@cache
def contact() -> re.Pattern[str]:
    """Whom to ask and whose rights they are, as press releases and reports close."""
    return re.compile(
        r"(?:(?:media|press|news)\s+)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))"
        r"(?:\s+information|\s+details)?\s*:.*"
        r"|(?:for\s+)?(?:more|further|additional) information\b.{0,60}"
        r"\b(?:contact|visit|call|e-?mail|see|write)\b.*"
        r"|.{0,120}\b(?:reach|contact|e-?mail|call|write to)\b.{0,30}\b(?:at|on|to)?\s*"
        r"(?:[\w.+-]+@[\w-]+(?:\.\w{2,})+|\+?\d[\d -]{6,}\d).{0,60}"
        r"|(?:©|\(?c\)|copyright)\s.{0,100}\breserved\b.{0,60}"
        r"|(?:e-?mail|tel|phone|telephone|mobile|fax)\.?\s*:.*"
        r"|[^.!?“”\"]{0,60}[\w.+-]+@[\w-]+(?:\.\w{2,})+(?:\W[^.!?“”\"]{0,40})?"
    )


@cache
def date_line() -> re.Pattern[str]:
    """When the page was published or changed, or how long it takes to read; it has a digit."""
    clock = (
        r"(?:\d{1,2}[:.h]\d{2}(?::\d{2}(?:\s*[+-]\d{4})?)?(?:\s*[ap]\.?m\.?)?"
        r"|\d{1,2}\s*[ap]\.?m\.?)"
    )
    zone = r"(?:\s*\(?[a-z]{2,4}(?:[+-]\d{1,2})?\)?)?"
    month = rf"(?:{_MONTHS})[a-z]*\.?"
    day = (
        rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s*)?(?:{month}\s*\d{{1,2}}(?:st|nd|rd|th)?"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s*{month})(?:,?\s*\d{{4}})?"
        r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    )
    verb = r"(?:(?:last\s+|first\s+)?(?:published|posted|updated|modified|created)|date|sent)"
    opening = rf"(?:{verb}(?:\s+on|\s+at)?\s*[:|–-]?\s*)"
    joint = r"\s*(?:[,|·•/–-]|at|on)?\s*"
    ago = r"\d+\s*(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[hmd])\s+ago"
    reading = r"\d+\s*-?\s*min(?:ute)?s?\s+(?:read|watch|listen)"
    # "Vessen, June 4, 2024": where and when, above a text and not in it.
    place = r"(?:[^\W\d][\w.’'-]*(?:\s[\w.’'-]+){0,2},\s+){1,2}"
    filed = rf"(?!by\b|from\b|interview\b){place}(?:on\s+)?(?=.*\d{{4}}$){day}"
    when = rf"(?:{day}|{clock}{zone})(?:{joint}(?:{day}|{clock}{zone})){{0,2}}|{ago}|{reading}"
    return re.compile(rf"{opening}?(?:{when})(?:{joint}(?:{opening}?(?:{when})))?\W*|{filed}")
