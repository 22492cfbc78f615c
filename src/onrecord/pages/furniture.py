"""What a line of a news page is when it is not the story's own words: a credit, a byline, a note.

One line at a time and by its words alone; where a line stands on the page is weighed elsewhere.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.pages import furniture_forms as forms
from onrecord.pages.credits import caption_end, is_byline, is_credit
from onrecord.pages.lexicon import furniture_words
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

SHORT = 60
CREDIT_LONGEST = 160
CAPTION_LONGEST = 700
CREDIT_AT_MOST = 110
CONTACT_LONGEST = 200
NOTE_LONGEST = 900

_CONTRIBUTED = re.compile(r"\bcontributed (?:to|reporting)\b.{0,40}$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_CREDIT_SIGNS = tuple(
    "/ | © ( [ photo image credit pic pix courtesy screen graphic illustr".split()
)
_CONTACT_SIGNS = ("@", ":", "©", "(c)", "information", "reserved", "copyright")
_CAPTION_OPENING = re.compile(
    r"file(?: photo)?\s*[:–—-]\s|in this (?:\w+\.? \d+, \d{4},? )?(?:file )?(?:photo|image)\b"
)
_ENDED = re.compile(r"(?:[-–—*#]+\s*)?ENDS?(?:\s*[-–—*#]+)?|[-–—]+\s*30\s*[-–—]+")
_WRAPPING = "\"'“”‘’()[]{}<>*•·|–—-→»« \t"
_CLOSED = re.compile(r"[.!?][\"'”’)\]]*$")


def role(line: str) -> Role | None:
    """The part that ``line`` plays beside the story, or None where it may be the story itself."""
    flat = " ".join(line[: NOTE_LONGEST + 1].split())
    size = len(flat)
    if size > NOTE_LONGEST:
        return None
    lowered = flat.lower()
    bare = lowered.strip(_WRAPPING)
    if not any(map(str.isalnum, bare)) or _ADDRESS.fullmatch(bare):
        return "site"
    if size <= SHORT and _is_time(bare):
        return "time"
    if forms.is_note(lowered):
        return "note"
    if size <= 400 and forms.opens_sign_off(lowered) and _is_sign_off(flat):
        return "sign-off"
    if size <= CREDIT_LONGEST:
        signed = _signed_role(flat, lowered, bare)
        if signed is not None:
            return signed
    if size <= CONTACT_LONGEST and _is_contact(flat, lowered, bare):
        return "site"
    if size <= 300:
        talk = _site_talk(bare)
        if talk is not None:
            return talk
    return "caption" if size <= CAPTION_LONGEST and _is_caption(lowered) else None


def _is_time(bare: str) -> bool:
    """Whether a line is nothing but a date or a time."""
    return any(map(str.isdecimal, bare)) and forms.date_line().fullmatch(bare) is not None


def _signed_role(flat: str, lowered: str, bare: str) -> Role | None:
    """Lines that name who made something."""
    if "contributed" in lowered and _CONTRIBUTED.search(lowered):
        return "sign-off"
    if _is_credit(lowered, bare):
        return "credit"
    if is_byline(flat.strip(_WRAPPING).rstrip(".")):
        return "byline"
    return None


def kind_of(found: Role) -> BlockKind:
    """The kind of block that a line with this role makes."""
    return KIND_OF_ROLE[found]


def _is_credit(flat: str, bare: str) -> bool:
    """Credits name people and agencies; a line with a sentence in it is a caption or prose."""
    if not is_credit(bare):
        return False
    opening = bare.split(" ", 1)[0].rstrip(":/|")
    spoken = re.search(r"\b(?:said|says|told|was|were|is|are|has|have|had|will|would)\b", bare)
    if spoken is not None:
        return False
    closed = bool(_CLOSED.search(flat)) and not flat.startswith(("(", "["))
    known = opening in furniture_words().credit_words or ":" in bare[:24]
    return known or not closed or len(flat) <= SHORT


def _is_caption(flat: str) -> bool:
    """A caption says so at its beginning, or has its credit at its end."""
    if len(flat) > SHORT // 2 and _CAPTION_OPENING.match(flat):
        return True
    begin = max(15, len(flat) - CREDIT_AT_MOST)
    # The full pattern is slow, and most paragraphs end without any of its signs.
    end = flat[begin:]
    if len(flat) <= SHORT // 3 or not any(sign in end for sign in _CREDIT_SIGNS):
        return False
    return caption_end().search(flat, begin) is not None


def _is_contact(flat: str, lowered: str, bare: str) -> bool:
    """Whom a press release names for questions, and the marks that it ends with."""
    if _ENDED.fullmatch(flat):
        return True
    signs = any(sign in lowered for sign in _CONTACT_SIGNS) or sum(map(str.isdigit, flat)) >= 7
    if not signs or bare.endswith(("?", "!")):
        return False
    return forms.contact().fullmatch(bare) is not None


def _is_sign_off(flat: str) -> bool:
    """A sign-off names people; "Source: close to the talks, she said …" is prose."""
    capitals = sum(1 for word in flat.split()[1:] if word.strip("(;,.")[:1].isupper())
    return (capitals >= 1 and capitals * 4 >= len(flat.split()) - 2) or len(flat) <= SHORT


def _site_talk(bare: str) -> Role | None:
    """Section headings, pointers to other stories, and what the site says to its reader."""
    if forms.counts().fullmatch(bare):
        return "site"
    closed = bool(_CLOSED.search(bare))
    section = forms.section_end(bare)
    if section is not None:
        rest = bare[section:].strip(" :…>»→.!")
        if not rest or (not closed and len(bare) <= 40 and _opens_with_more(bare)):
            return "section"
    pointer = forms.pointer_end(bare)
    if pointer is not None:
        end, marked = pointer
        phrase = bare[:end]
        if marked and len(phrase) > 3:
            return "pointer"
        if " " in phrase.strip() and len(bare) <= SHORT and not closed:
            return "pointer"
    site = forms.site_end(bare)
    if site is not None and _is_site_line(bare, site, closed):
        return "site"
    return "site" if not closed and _is_share_bar(bare) else None


def _opens_with_more(bare: str) -> bool:
    """Whether a section's heading names something: "More from Europe"."""
    return bare.startswith(("more ", "also in ", "also on ", "latest ", "related ", "trending "))


def _is_site_line(bare: str, at: int, closed: bool) -> bool:
    """Whether what follows a site's phrase, from ``at`` on, is nothing or the site's own talk."""
    rest = bare[at:].strip(" .!?:…>»→|·•")
    if not rest:
        return True
    phrase = bare[:at].strip()
    if " " not in phrase:
        if phrase in _LABELS and len(bare) <= 200:
            return True
        told = phrase in _IMPERATIVES and forms.site_words().search(rest) is not None
        return (told and len(bare) <= 140) or rest.isdigit()
    if forms.site_words().search(rest):
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
    tokens = [token for token in re.split(r"[\s|/·•,:.]+", bare) if token]
    return 2 <= len(tokens) <= 20 and all(token in _SHARE_WORDS for token in tokens)
