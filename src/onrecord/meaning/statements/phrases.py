"""Patterns for "Kuleba said", "the ministry has told reporters": a speaker and a reporting verb.

They are used where no model has spoken: around quotations left without a speaker and inside the
words of others. So they are narrow on purpose: a name, a pronoun or a noun that can speak, next to
a finite verb of saying. All of them are patterns for marked text, see
:mod:`onrecord.meaning.statements.word_marks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.statements.cue_lexicon import load_lexicon
from onrecord.meaning.statements.word_marks import WordMarks


class ReportingPhrases(msgspec.Struct, frozen=True):
    """Pieces of regular expressions, without capturing groups.

    ``speaker``: a noun phrase that can be a speaker; ``name``: one made of a name; ``verb``: an
    auxiliary and a finite reporting verb; ``telling``: the same for verbs with a hearer ("told");
    ``title``: a title before a name.
    """

    name: str
    speaker: str
    verb: str
    telling: str
    title: str


@cache
def word_marks() -> WordMarks:
    """The marks of the lexicon's words, made once."""
    table = read_toml("speakers.toml")
    nouns = listed(table["nouns"])
    return WordMarks(
        {
            "no name": listed(table["not_names"]),
            "verb": _verbs(hearer=False),
            "telling": _verbs(hearer=True),
            "noun": nouns,
            "plural": [noun for noun in nouns if noun.endswith("s") or noun == "police"],
            "title": listed(table["titles"]),
        }
    )


@cache
def load_phrases() -> ReportingPhrases:
    """The patterns, made of the lexicon once."""
    marks = word_marks()
    spelt = marks.spelt
    title = rf"(?:{marks.any_of('title')})\.?"
    word = rf"[{marks.name_capital}](?:[\w’'&-]*\w|\.)"
    name = (
        rf"(?:[Tt]he )?(?:{title} )?{word}(?: (?:{word}|al|bin|ibn|van|von|der|de|da|del|el"
        rf"|of (?:the )?(?=[{marks.capital}]))){{0,8}}(?: ?\([{marks.capital}][\w.-]*\))?"
    )
    words = rf"{word}(?: {word}){{0,5}}"
    determiners = spelt(
        "the|a|an|his|her|their|its|our|my|some|many|several|other|another|two|senior",
        either_case=True,
    )
    days = spelt("yesterday|today", either_case=True)
    noun = (
        rf"(?:{determiners}|(?:{days})[’']s"
        rf"|[{marks.capital}][\w-]*[’']s?)(?: [\w’'-]+){{0,3}}? (?:{marks.any_of('noun')})"
        rf"(?: {words})?(?: (?:of|for|from|in) (?:the )?{words})?"
    )
    which = spelt(
        "senior|top|local|military|government|intelligence|security|health|city|state|federal"
        "|western|foreign|public"
    )
    plural = rf"(?:(?:[{marks.capital}][\w-]+|{which}) )?(?:{marks.any_of('plural')})"
    pronoun = spelt("he|she|they", either_case=True)
    auxiliary = spelt(
        "has|have|had|also|later|then|once|already|repeatedly|publicly|privately|previously"
        "|earlier|recently|again|reportedly|still|now"
    )
    before = rf"(?:(?:{auxiliary}|\w+ly) ){{0,3}}"
    return ReportingPhrases(
        name=name,
        speaker=rf"(?:{pronoun}|{noun}|{name}|{plural})",
        verb=rf"{before}(?:{marks.any_of('verb')})",
        telling=rf"{before}(?:{marks.any_of('telling')})",
        title=title,
    )


@cache
def reporting_sign() -> re.Pattern[str]:
    """A word with which a reporting verb begins, in marked text."""
    signs = word_marks().signs_of("verb") + word_marks().signs_of("telling")
    return re.compile(f"[{signs}]")


def _verbs(*, hearer: bool) -> Iterable[str]:
    """Past forms, and the commonest of the present, of verbs that take a clause."""
    lexicon = load_lexicon()
    table = read_toml("reporting.toml")["beside_a_speaker"]
    ambiguous, present = (set(listed(table[key])) for key in ("ambiguous", "present"))
    for form, word in lexicon.forms.items():
        if word.word_class != "verb" or not word.clause or word.hearer != hearer:
            continue
        if not word.speech or form.split()[0] in ambiguous:
            continue
        if form in present or lexicon.tenses[form] == "past":
            yield form


@cache
def attribution_after() -> re.Pattern[str]:
    """What follows a quotation: ``, Kuleba said`` or ``, said Kuleba``."""
    p = load_phrases()
    return re.compile(
        rf"[,;]?\s*(?:(?P<s1>{p.speaker}) (?P<c1>{p.verb}|{p.telling})"
        rf"|(?P<c2>{p.verb}) (?P<s2>{p.speaker}))\b"
    )


@cache
def attribution_before() -> re.Pattern[str]:
    """What precedes a quotation: ``Kuleba said:`` or ``He added, ``."""
    p = load_phrases()
    return re.compile(
        r"(?:^\s*|[.!?;,:”\"’]\s+|\b(?:and|but|as|that|while)\s+)"
        rf"(?P<s>{p.speaker}(?:, [^.;:!?“”\"]{{2,110}},)?)"
        rf" (?:(?P<c>{p.verb})|(?P<tell>{p.telling})(?: [\w’'-]+){{1,3}}?)"
        r"(?:[ ](?:on|in|late|early) [\w ]{1,20})?\s*[,:]?\s*$"
    )
