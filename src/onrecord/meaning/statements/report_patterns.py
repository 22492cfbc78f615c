"""Patterns of reports in sentences without a label, for marked text; compiled at first use."""

from __future__ import annotations

import re
from functools import cache

from onrecord.meaning.statements.phrases import load_phrases, word_marks

_APPOSITION = r"(?:, [^.,;:!?“”\"()]{2,90})?"
_CONTENT = r"(?P<content>[^\s].{8,}?[\w”\"’'%)])"


@cache
def at_end() -> re.Pattern[str]:
    """A report at the end of a sentence: "…, the minister said on Monday"."""
    p = load_phrases()
    words = word_marks().spelt(
        "late|early|earlier|yesterday|today|tonight|this|last|on|in|at|during|after|before"
        "|following|ahead|while|when|as|via|by|from|to|through|adding|citing"
    )
    tail = rf"(?P<tail>(?:,? (?:{words}|{_day()})\b[^“”\"]*)?)"
    after = rf"(?P<s1>{_who()}{_APPOSITION},?) (?P<c1>{_said()})"
    inverted = rf"(?P<c2>{p.verb}) (?P<s2>{_who()})(?:, [^“”\":;]{{2,90}}?)?"
    return re.compile(rf"{_CONTENT}, (?:{after}|{inverted}){tail}[.!]?")


@cache
def in_middle() -> re.Pattern[str]:
    """A report within a sentence: "The talks, the minister said, would go on"."""
    p, marks = load_phrases(), word_marks()
    return re.compile(
        rf"(?P<content>[{marks.capital}].{{2,}}?\w), (?P<s1>{p.speaker}) (?P<c1>{p.verb})"
        rf"{_when()}?, "
        rf"(?P<rest>(?!who\b|which\b|and\b|but\b|as\b|\w+ing\b)[{marks.small}“\"‘].{{8,}}?)[.!]?"
    )


@cache
def at_beginning() -> re.Pattern[str]:
    """A report at the beginning of a sentence: "The minister said the talks …"."""
    p, marks = load_phrases(), word_marks()
    words = marks.spelt(
        "the|a|an|it|its|his|her|he|she|their|they|we|you|there|this|these|those|no|some|many"
        "|most|all|both|neither|every|everyone|everything|everybody|everywhere",
        either_case=True,
    )
    more = marks.spelt("I|at least|more than")
    clause = (
        rf"(?:that (?!\w+ing\b)|(?=(?:{words}|[Ee]very\w*|{more}|about \d|\d[\d,.]*|{p.name}) ))"
    )
    return re.compile(
        rf"(?P<lead>(?:[{marks.capital}][^“”\"]{{2,80}}?, )?)(?P<s1>{_who()}{_APPOSITION},?) "
        rf"(?P<c1>{_said()}){_when()}? (?P<content>{clause}.*?)[.!]?"
    )


@cache
def speaker_before_cue() -> re.Pattern[str]:
    """The speaker at the end of the words before a cue."""
    speaker = load_phrases().speaker
    return re.compile(rf"(?:^|[\s,“”\"’(—–-])(?P<source>{speaker})(?:{_APPOSITION},)?\s*$")


@cache
def speaker_after_cue() -> re.Pattern[str]:
    """The speaker right after a cue."""
    return re.compile(rf"\s*(?P<source>{load_phrases().speaker})\b")


@cache
def subject() -> re.Pattern[str]:
    """The subject of a sentence, before its verb."""
    verbs = word_marks().spelt("spoke|met|held|went")
    return re.compile(rf"(?P<source>{_who()})(?= (?:\w+ly )?(?:\w+ed|{verbs})\b)")


@cache
def reporting_verb() -> re.Pattern[str]:
    """A finite reporting verb."""
    p = load_phrases()
    return re.compile(rf"(?:{p.verb}|{p.telling})(?:\W|$)")


@cache
def telling_verb() -> re.Pattern[str]:
    """A finite reporting verb with a hearer."""
    return re.compile(rf"(?:{load_phrases().telling})\b")


def _who() -> str:
    p = load_phrases()
    return rf"(?:{p.speaker})(?:, (?:{p.name}))?"


def _said() -> str:
    p, spelt = load_phrases(), word_marks().spelt
    kind = spelt("the |local |foreign |state ")
    hearers = spelt(
        "reporters|journalists|lawmakers|parliament|press|senators|MPs|congress|him|her|them|us|me"
    )
    return rf"(?:{p.verb}|{p.telling} (?:(?:{kind})?(?:{hearers})|(?:the )?{p.name}))"


def _when() -> str:
    days = word_marks().spelt("yesterday|today")
    return rf"(?: (?:late|early|earlier))?(?: (?:{days}|(?:on )?{_day()}))"


def _day() -> str:
    return rf"[{word_marks().capital}][a-z]+day"
