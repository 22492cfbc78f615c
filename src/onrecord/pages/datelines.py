"""Where a report was filed: "KYIV, March 10 (Reuters) —", "(Antalya) –", "BEIJING (AP) —"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from onrecord.pages.english import FUNCTION_WORDS
from onrecord.pages.lexicon import dateline_cities, furniture_words
from onrecord.record import Span

LONGEST = 120
"""A dateline with two places, a day and an agency is still shorter than this, in code points."""

PARTNER_LONGEST = 30
"""Code points of what stands after an agency and a stroke."""

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z.’'\-]+(?:[ \-/][^\W\d_a-z.’'\-]+){0,4}"
_REGION = r"(?:,\s*[A-Z][\w.’'\-]*(?:\s+[A-Z][\w.’'\-]*){0,3})?"
_TITLE_CASE = r"[A-Z][\w.’'\-]+(?:[ \-](?:[A-Z][\w.’'\-]+|of|de|da|do|del|es|el|al|au|la)){0,4}"
_DASH = r"\s*(?:—|–|―|--|(?<=\s)-(?=\s))\s*"


# Kickers that sites set before a dash as they do towns.
_TOPICS = frozenset(
    "analysis opinion exclusive update watch video live breaking interview explainer profile "
    "factbox timeline comment editorial review politics world business sport sports economy "
    "health science "
    "culture news related photos audio podcast special report investigation feature background "
    "column letter letters obituary correction election elections war security energy".split()
)


_PAPER = re.compile(r"[A-Z][\w.&’'-]*(?:[ /][A-Z][\w.&’'-]*){0,4}")


_MARKS = {
    "dash": re.compile(r"[—–―]|--|\s-\s"),
    "bracket": re.compile(r"\("),
    "colon": re.compile(":"),
    "digit": re.compile(r"\d"),
}


class _Form:
    """A form of a dateline and the marks that it always has; compiled when they are met."""

    def __init__(self, marks: str, source: str) -> None:
        self.marks = frozenset(marks.split())
        self._source = source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The form; what stands in its brackets is looked up afterwards."""
        return re.compile(self._source)


def _forms() -> Iterator[_Form]:
    agency = r"\((?P<agency>[^()]+)\)"
    # After a place in capitals or a day, any name in brackets is that of the paper.
    paper = r"\((?P<paper>[^()]+)\)"
    place = rf"(?:{_CAPITALS}){_REGION}(?:/{_CAPITALS}{_REGION})?"
    title_place = rf"{_TITLE_CASE}{_REGION}"
    day = rf"(?:,?\s+\(?{_DAY}\)?)?"
    yield _Form("dash", rf"(?P<capitals>{place}){day}(?:\s*{paper})?{_DASH}")
    yield _Form("bracket", rf"(?:{title_place}){day}\s*{agency}(?:{_DASH}|:\s*)")
    yield _Form("dash digit", rf"(?:{title_place}),?\s+{_DAY}(?:\s*{paper})?{_DASH}")
    yield _Form("dash bracket", rf"\((?:{title_place}|{_CAPITALS}){day}\){_DASH}")
    yield _Form("dash", rf"(?P<city>{_TITLE_CASE}){_REGION}{_DASH}(?=[A-Z“\"])")
    colon = rf"(?P<colon>{_CAPITALS})(?:,\s*{_DAY})?(?:\s*{agency})?:\s*(?=[A-Z“\"])"
    yield _Form("colon", colon)
    yield _Form("dash bracket", rf"{agency}{_DASH}")


_FORMS = tuple(_forms())


def _match(window: str) -> re.Match[str] | None:
    """The first form that ``window`` begins with."""
    marks = {name for name, pattern in _MARKS.items() if pattern.search(window)}
    for form in _FORMS:
        match = form.pattern.match(window) if form.marks <= marks else None
        if match is None:
            continue
        named = match.groupdict()
        agency, paper = named.get("agency"), named.get("paper")
        if agency is not None and not _is_agency(agency):
            continue
        if paper is not None and not _is_agency(paper) and not _PAPER.fullmatch(paper):
            continue
        return match
    return None


def _is_agency(words: str) -> bool:
    """Whether the words in brackets name an agency, alone or before a stroke: "AP/The Example"."""
    if _agency(words):
        return True
    strokes = (index for index, letter in enumerate(words) if letter == "/")
    return any(
        _agency(words[:at].rstrip()) and 0 < len(words[at + 1 :].lstrip()) <= PARTNER_LONGEST
        for at in strokes
    )


def _agency(name: str) -> bool:
    return name == name.strip() and " ".join(name.lower().split()) in furniture_words().agencies


def dateline(text: str, start: int, end: int) -> Span | None:
    """The dateline with which ``text[start:end]`` begins, without its dash, or None."""
    window = text[start : min(end, start + LONGEST)]
    match = _match(window)
    if match is None:
        return None
    groups = match.groupdict()
    named = groups.get("city") or groups.get("colon")
    if named is not None and named.casefold() not in dateline_cities():
        return None
    capitals = groups.get("capitals")
    if capitals is not None and not _could_be_place(
        capitals, match.group(), text[start + match.end() : end]
    ):
        return None
    kept = match.group().rstrip().rstrip("—–―-:").rstrip()
    return Span(start, start + len(kept))


def _could_be_place(capitals: str, whole: str, rest: str) -> bool:
    """Not all words in capitals before a dash are a place: "ANALYSIS –" and "NATO –" are not.

    An agency, a day or a region settles it, or a well-known city. Any other town is taken for one
    if none of its words is an everyday word, here: one that ``rest`` writes in lower case.
    """
    place = capitals.split(",")[0].split("/")[0].strip()
    if place.casefold() in dateline_cities() or "(" in whole or "," in whole:
        return True
    parts = place.lower().split()
    if len(place) < 5 or any(part in FUNCTION_WORDS or part in _TOPICS for part in parts):
        return False
    return not any(re.search(rf"\b{re.escape(part)}\b", rest) for part in parts)
