"""The forms that furniture lines have, as regular expressions made of the word lists.

All but the byline's are for a line in lower case: comparing without case is slow over long lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.pages.lexicon import FurnitureWords, alternatives, furniture_words

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAME = r"[^\W\d_a-z][\w.’'\-]+(?:\s+(?:[^\W\d_a-z][\w.’'\-]*|de|van|von|bin|al|el|da|di|la|le))*"


@dataclass(frozen=True, slots=True)
class Forms:
    """The compiled forms, each tried against a whole line with single spaces."""

    credit: re.Pattern[str]
    caption_opening: re.Pattern[str]
    caption_end: re.Pattern[str]
    byline: re.Pattern[str]
    sign_off: re.Pattern[str]
    note: re.Pattern[str]
    time: re.Pattern[str]
    pointer: re.Pattern[str]
    section: re.Pattern[str]
    site: re.Pattern[str]
    site_words: re.Pattern[str]
    counts: re.Pattern[str]
    contact: re.Pattern[str]


@cache
def forms() -> Forms:
    """The forms, compiled once."""
    words = furniture_words()
    return Forms(
        credit=_credit_pattern(words),
        caption_opening=re.compile(
            r"file(?: photo)?\s*[:–—-]\s"
            r"|in this (?:\w+\.? \d+, \d{4},? )?(?:file )?(?:photo|image)\b"
        ),
        caption_end=_caption_end(words),
        byline=_byline_pattern(words),
        sign_off=re.compile(rf"[(\[—–-]*\s*(?:{alternatives(words.sign_offs)})(?!\w)"),
        note=_note_pattern(words),
        time=_time_pattern(),
        pointer=re.compile(
            rf"(?:{alternatives(words.pointers)})(?P<mark>\s*[:|–—>»→-]|(?<=:)|\W*$)?"
        ),
        section=re.compile(rf"(?:{alternatives(words.sections)})(?P<rest>.*)"),
        site=re.compile(rf"(?:{alternatives(words.site_lines)})(?!\w)(?P<rest>.*)"),
        site_words=re.compile(
            r"\b(?:newsletters?|inbox|e-?mail|app|subscri\w+|sign(?:ed)? up|account|follow|facebook"
            r"|twitter|instagram|whatsapp|telegram|youtube|linkedin|comments?|cookies|download"
            r"|click|alerts?|podcast|journalism|advert\w+|website|copyright|reserved|policy|browser"
            r"|javascript|@\w+)\b"
        ),
        counts=re.compile(
            r"(?:\d[\d,.]*k?|no|one|view|show|hide|all)?\s*(?:\d+\s*)?"
            r"(?:comments?|shares?|likes?|views?|retweets?|replies|reactions?|votes?)"
            r"(?:\s*\(?\d[\d,.]*k?\)?)?"
        ),
        contact=_contact_pattern(),
    )


def _credit_pattern(words: FurnitureWords) -> re.Pattern[str]:
    agency = rf"(?:{alternatives(words.agencies)})"
    opening = alternatives(words.credit_words)
    return re.compile(
        rf"(?:{opening})\s*(?:[:|/©—–-]|\bby\b|courtesy|via\b).*"
        rf"|(?:{opening})\s*\W*"
        rf"|{agency}(?:\s+(?:photos?|file|pool|images?|handout))?(?:\s*[/|:,–—-]\s*[^.]*)?"
        rf"|{agency}\s+(?:photo|file|pool|via)\b[^.]*"
        rf"|[^.:;?!]{{2,60}}(?:\s*[/|]\s*|\s+via\s+|\s+[–—]\s+){agency}(?:\W.{{0,30}})?"
        rf"|(?:©|\(c\)|copyright:?)\s*(?!.*\b(?:reserved|20\d\d)\b).{{2,80}}"
    )


def _caption_end(words: FurnitureWords) -> re.Pattern[str]:
    """The credit with which a caption ends."""
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


def _byline_pattern(words: FurnitureWords) -> re.Pattern[str]:
    agency = rf"(?i:{alternatives(words.agencies)})"
    office = rf"(?i:{alternatives(words.bylines)})"
    names = rf"{_NAME}(?:\s*(?:,|and|&|/|\|)\s*(?:and\s+)?{_NAME})*"
    opening = r"(?:By|BY|by|From|(?:Text|Story|Words|Analysis|Interview|Written|Report) by)"
    return re.compile(
        rf"{opening}\s*:?\s+{names}"
        rf"(?:\s*[,|/–—-]\s*.{{0,60}}|\s+(?:in\s+{_NAME}|on\s+.{{0,50}}))?"
        rf"|(?:(?:By|BY)\s+)?{office}(?:\s*[,/|–—-]?\s*.{{0,40}})?"
        rf"|{names}\s*[,/|–—-]\s*(?:{agency}|{office})(?:\s*[,/|–—-]\s*.{{0,40}})?"
        rf"|{agency}(?:\s+and\s+{agency})?,\s*[A-Z][A-Z ,.’'-]{{2,40}}"
    )


def _note_pattern(words: FurnitureWords) -> re.Pattern[str]:
    single = [phrase for phrase in words.notes if " " not in phrase or "note" in phrase]
    whole = [phrase for phrase in words.notes if phrase not in single]
    when = rf"(?:on|at)?\s*(?:\d+\b(?!-)|{_MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    return re.compile(
        rf"[(\[*]*\s*(?:(?:{alternatives(single)})\s*(?:\([^)]{{0,40}}\)\s*|[\w, ]{{0,24}})?[:–—]"
        rf"|(?:last\s+)?updated?:?\s+{when}"
        rf"|(?:corrections?|clarifications?|editor['’]s note)\W*$"
        rf"|(?:{alternatives(whole)})\b)"
    )


def _contact_pattern() -> re.Pattern[str]:
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


def _time_pattern() -> re.Pattern[str]:
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
