"""Where a report was filed: "KYIV, March 10 (Reuters) —", "(Antalya) –", "BEIJING (AP) —"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.pages.english import FUNCTION_WORDS
from onrecord.pages.lexicon import alternatives, dateline_cities, furniture_words
from onrecord.record import Span

LONGEST = 120
"""A dateline with two places, a day and an agency is still shorter than this, in code points."""

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


@cache
def _pattern() -> re.Pattern[str]:
    agency = rf"\((?i:{alternatives(furniture_words().agencies)})(?:\s*/\s*[^()]{{1,30}})?\)"
    # After a place in capitals or a day, any name in brackets is that of the paper.
    paper = r"\([A-Z][\w.&’'-]*(?:[ /][A-Z][\w.&’'-]*){0,4}\)"
    place = rf"(?:{_CAPITALS}){_REGION}(?:/{_CAPITALS}{_REGION})?"
    title_place = rf"{_TITLE_CASE}{_REGION}"
    day = rf"(?:,?\s+\(?{_DAY}\)?)?"
    forms = (
        rf"(?P<capitals>{place}){day}(?:\s*(?:{agency}|{paper}))?{_DASH}",
        rf"(?:{title_place}){day}\s*{agency}(?:{_DASH}|:\s*)",
        rf"(?:{title_place}),?\s+{_DAY}(?:\s*(?:{agency}|{paper}))?{_DASH}",
        rf"\((?:{title_place}|{_CAPITALS}){day}\){_DASH}",
        rf"(?P<city>{_TITLE_CASE}){_REGION}{_DASH}(?=[A-Z“\"])",
        rf"(?P<colon>{_CAPITALS})(?:,\s*{_DAY})?(?:\s*{agency})?:\s*(?=[A-Z“\"])",
        rf"{agency}{_DASH}",
    )
    return re.compile("|".join(forms))


def dateline(text: str, start: int, end: int) -> Span | None:
    """The dateline with which ``text[start:end]`` begins, without its dash, or None."""
    window = text[start : min(end, start + LONGEST)]
    match = _pattern().match(window)
    if match is None:
        return None
    named = match.group("city") or match.group("colon")
    if named is not None and named.casefold() not in dateline_cities():
        return None
    capitals = match.group("capitals")
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
