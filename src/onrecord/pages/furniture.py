"""What a line of a news page is when it is not the story's own words: a credit, a byline, a note.

One line at a time and by its words alone; where a line stands on the page is weighed elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.pages.lexicon import FurnitureWords, alternatives, furniture_words
from onrecord.record import BlockKind

Role = Literal[
    "credit", "caption", "byline", "sign-off", "note", "section", "pointer", "site", "time"
]

KIND_OF_ROLE: dict[Role, BlockKind] = {
    "credit": "credit",
    "caption": "caption",
    "byline": "byline",
    "sign-off": "byline",
    "note": "other",
    "section": "other",
    "pointer": "other",
    "site": "other",
    "time": "other",
}

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"

SHORT = 60
CREDIT_LONGEST = 160
CAPTION_LONGEST = 700
CREDIT_AT_MOST = 110
NOTE_LONGEST = 900

_CONTRIBUTED = re.compile(r"\bcontributed (?:to|reporting)\b.{0,40}$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_CREDIT_SIGN = re.compile(
    r"[/|©(\[]|(?:photo|image|credit|pic|courtesy|screen|graphic|illustr)", re.I
)
_SPACES = re.compile(r"\s+")
_WRAPPING = "\"'“”‘’()[]{}<>*•·|–—-→»« \t"
_CLOSED = re.compile(r"[.!?][\"'”’)\]]*$")
_NAME = r"[^\W\d_a-z][\w.’'\-]+(?:\s+(?:[^\W\d_a-z][\w.’'\-]*|de|van|von|bin|al|el|da|di|la|le))*"


@dataclass(frozen=True, slots=True)
class _Patterns:
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


@cache
def _patterns() -> _Patterns:
    words = furniture_words()
    return _Patterns(
        credit=_credit_pattern(words),
        caption_opening=re.compile(
            r"file(?: photo)?\s*[:–—-]\s"
            r"|in this (?:\w+\.? \d+, \d{4},? )?(?:file )?(?:photo|image)\b",
            re.I,
        ),
        caption_end=_caption_end(words),
        byline=_byline_pattern(words),
        sign_off=re.compile(rf"[(\[—–-]*\s*(?:{alternatives(words.sign_offs)})(?!\w)", re.I),
        note=_note_pattern(words),
        time=_time_pattern(),
        pointer=re.compile(
            rf"(?:{alternatives(words.pointers)})(?P<mark>\s*[:|–—>»→-]|(?<=:)|\W*$)?", re.I
        ),
        section=re.compile(rf"(?:{alternatives(words.sections)})(?P<rest>.*)", re.I),
        site=re.compile(rf"(?:{alternatives(words.site_lines)})(?!\w)(?P<rest>.*)", re.I),
        site_words=re.compile(
            r"\b(?:newsletters?|inbox|e-?mail|app|subscri\w+|sign(?:ed)? up|account|follow|facebook"
            r"|twitter|instagram|whatsapp|telegram|youtube|linkedin|comments?|cookies|download"
            r"|click|alerts?|podcast|journalism|advert\w+|website|copyright|reserved|policy|browser"
            r"|javascript|@\w+)\b",
            re.I,
        ),
        counts=re.compile(
            r"(?:\d[\d,.]*k?|no|one|view|show|hide|all)?\s*(?:\d+\s*)?"
            r"(?:comments?|shares?|likes?|views?|retweets?|replies|reactions?|votes?)"
            r"(?:\s*\(?\d[\d,.]*k?\)?)?",
            re.I,
        ),
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
        rf"|(?:©|\(c\)|copyright:?)\s*(?!.*\b(?:reserved|20\d\d)\b).{{2,80}}",
        re.I,
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
        rf"|\b(?:REUTERS|AFP|EPA)\s*/[^.]{{2,40}}"
        rf"|©\s*[^.]{{2,40}}"
        rf"|\(?\bfile (?:photo|image|picture)\W*"
    )
    return re.compile(rf"(?<=[\w.”\"’'!?)\s])(?:{credit})$", re.I)


def _byline_pattern(words: FurnitureWords) -> re.Pattern[str]:
    agency = rf"(?i:{alternatives(words.agencies)})"
    office = rf"(?i:{alternatives(words.bylines)})"
    names = rf"{_NAME}(?:\s*(?:,|and|&|/|\|)\s*(?:and\s+)?{_NAME})*"
    return re.compile(
        rf"(?:By|BY|by|From|Text by|Story by|Words by|Analysis by|Written by)\s*:?\s+{names}"
        rf"(?:\s*[,|/–—-]\s*.{{0,60}}|\s+(?:in\s+{_NAME}|on\s+.{{0,50}}))?"
        rf"|(?:(?:By|BY)\s+)?{office}(?:\s*[,/|–—-]?\s*.{{0,40}})?"
        rf"|{names}\s*[,/|–—-]\s*(?:{agency}|{office})(?:\s*[,/|–—-]\s*.{{0,40}})?"
        rf"|{agency}(?:\s+and\s+{agency})?,\s*[A-Z][A-Z ,.’'-]{{2,40}}"
    )


def _note_pattern(words: FurnitureWords) -> re.Pattern[str]:
    single = [phrase for phrase in words.notes if " " not in phrase or "note" in phrase]
    whole = [phrase for phrase in words.notes if phrase not in single]
    when = rf"(?:on|at)?\s*(?:\d|(?i:{_MONTHS})|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    return re.compile(
        rf"[(\[*]*\s*(?:(?:{alternatives(single)})\s*(?:\([^)]{{0,40}}\)\s*|[\w, ]{{0,24}})?[:–—]"
        rf"|(?:last\s+)?updated?:?\s+{when}"
        rf"|(?:corrections?|clarifications?|editor['’]s note)\W*$"
        rf"|(?:{alternatives(whole)})\b)",
        re.I,
    )


def _time_pattern() -> re.Pattern[str]:
    clock = r"(?:\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
    zone = r"(?:\s*\(?[a-z]{2,4}(?:[+-]\d{1,2})?\)?)?"
    month = rf"(?:{_MONTHS})[a-z]*\.?"
    day = (
        rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s*)?(?:{month}\s*\d{{1,2}}(?:st|nd|rd|th)?"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s*{month})(?:,?\s*\d{{4}})?"
        r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    )
    verb = r"(?:(?:last\s+|first\s+)?(?:published|posted|updated|modified|created)|date)"
    opening = rf"(?:{verb}(?:\s+on|\s+at)?\s*[:|–-]?\s*)"
    joint = r"\s*(?:[,|·•/–-]|at|on)?\s*"
    ago = r"\d+\s*(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[hmd])\s+ago"
    reading = r"\d+\s*-?\s*min(?:ute)?s?\s+(?:read|watch|listen)"
    when = rf"(?:{day}|{clock}{zone})(?:{joint}(?:{day}|{clock}{zone})){{0,2}}|{ago}|{reading}"
    return re.compile(rf"{opening}?(?:{when})(?:{joint}(?:{opening}?(?:{when})))?\W*", re.I)


def role(line: str) -> Role | None:
    """The part that ``line`` plays beside the story, or None where it may be the story itself."""
    flat = _SPACES.sub(" ", line[: NOTE_LONGEST + 1]).strip()
    bare = flat.strip(_WRAPPING)
    patterns = _patterns()
    if not any(map(str.isalnum, bare)) or _ADDRESS.fullmatch(bare):
        return "site"
    if len(flat) <= SHORT and patterns.time.fullmatch(bare):
        return "time"
    if len(flat) <= NOTE_LONGEST and patterns.note.match(flat):
        return "note"
    if len(flat) <= 400 and patterns.sign_off.match(flat) and _is_sign_off(flat):
        return "sign-off"
    if len(flat) <= CREDIT_LONGEST and _CONTRIBUTED.search(flat):
        return "sign-off"
    if len(flat) <= CREDIT_LONGEST and _is_credit(flat, bare, patterns):
        return "credit"
    if len(flat) <= CREDIT_LONGEST and patterns.byline.fullmatch(bare.rstrip(".")):
        return "byline"
    if len(flat) <= 300:
        talk = _site_talk(bare, patterns)
        if talk is not None:
            return talk
    return "caption" if len(flat) <= CAPTION_LONGEST and _is_caption(flat, patterns) else None


def kind_of(found: Role) -> BlockKind:
    """The kind of block that a line with this role makes."""
    return KIND_OF_ROLE[found]


def _is_credit(flat: str, bare: str, patterns: _Patterns) -> bool:
    """Credits name people and agencies; a line with a sentence in it is a caption or prose."""
    if not patterns.credit.fullmatch(bare):
        return False
    opening = bare.split(" ", 1)[0].rstrip(":/|").lower()
    spoken = re.search(r"\b(?:said|says|told|was|were|is|are|has|have|had|will|would)\b", bare)
    if spoken is not None:
        return False
    closed = bool(_CLOSED.search(flat)) and not flat.startswith(("(", "["))
    known = opening in furniture_words().credit_words or ":" in bare[:24]
    return known or not closed or len(flat) <= SHORT


def _is_caption(flat: str, patterns: _Patterns) -> bool:
    """A caption says so at its beginning, or has its credit at its end."""
    if len(flat) > SHORT // 2 and patterns.caption_opening.match(flat):
        return True
    begin = max(15, len(flat) - CREDIT_AT_MOST)
    # The full pattern is slow, and most paragraphs end without any of its signs.
    if len(flat) <= SHORT // 3 or not _CREDIT_SIGN.search(flat, begin):
        return False
    return patterns.caption_end.search(flat, begin) is not None


def _is_sign_off(flat: str) -> bool:
    """A sign-off names people; "Source: close to the talks, she said …" is prose."""
    capitals = sum(1 for word in flat.split()[1:] if word.strip("(;,.")[:1].isupper())
    return (capitals >= 1 and capitals * 4 >= len(flat.split()) - 2) or len(flat) <= SHORT


def _site_talk(bare: str, patterns: _Patterns) -> Role | None:
    """Section headings, pointers to other stories, and what the site says to its reader."""
    if patterns.counts.fullmatch(bare):
        return "site"
    closed = bool(_CLOSED.search(bare))
    section = patterns.section.fullmatch(bare)
    if section is not None:
        rest = section.group("rest").strip(" :…>»→.!")
        if not rest or (not closed and len(bare) <= 40 and _opens_with_more(bare)):
            return "section"
    pointer = patterns.pointer.match(bare)
    if pointer is not None:
        phrase = bare[: pointer.end()]
        if pointer.group("mark") is not None and (len(phrase) > 3):
            return "pointer"
        if " " in phrase.strip() and len(bare) <= SHORT and not closed:
            return "pointer"
    site = patterns.site.fullmatch(bare)
    if site is not None and _is_site_line(bare, site.start("rest"), closed, patterns):
        return "site"
    return "site" if _is_share_bar(bare) else None


def _opens_with_more(bare: str) -> bool:
    """Whether a section's heading names something: "More from Europe"."""
    opening = bare.lower()
    return opening.startswith(("more ", "also in ", "also on ", "latest ", "related ", "trending "))


def _is_site_line(bare: str, at: int, closed: bool, patterns: _Patterns) -> bool:
    """Whether what follows a site's phrase, from ``at`` on, is nothing or the site's own talk."""
    rest = bare[at:].strip(" .!?:…>»→|·•")
    if not rest:
        return True
    phrase = bare[:at].strip()
    if " " not in phrase:
        if phrase.lower() in _LABELS and len(bare) <= 200:
            return True
        told = phrase.lower() in _IMPERATIVES and patterns.site_words.search(rest) is not None
        return (told and len(bare) <= 140) or rest.isdigit()
    if patterns.site_words.search(rest):
        return len(bare) <= 300
    return not closed and len(bare) <= 40


_LABELS = frozenset({"tags:", "tag:", "topics:", "keywords:", "category:", "categories:"})
_IMPERATIVES = frozenset(
    "share follow subscribe donate register download tweet email comment save print support".split()
)
_SHARE_WORDS = frozenset(
    "share facebook twitter x whatsapp telegram linkedin reddit email e-mail mail print copy link "
    "messenger pinterest instagram youtube tumblr flipboard pocket threads bluesky mastodon tiktok "
    "save tweet post on via this article story comment comments like follow us more sms viber line "
    "weibo wechat vk rss and to".split()
)


def _is_share_bar(bare: str) -> bool:
    """Whether a line is nothing but places to share to: "Facebook Twitter"."""
    tokens = [token for token in re.split(r"[\s|/·•,:.]+", bare.lower()) if token]
    return 2 <= len(tokens) <= 20 and all(token in _SHARE_WORDS for token in tokens)
