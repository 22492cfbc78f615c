"""Patterns for "Kuleba said", "the ministry has told reporters": a speaker and a reporting verb.

They are used where no model has spoken: around quotations left without a speaker and inside the
words of others. So they are narrow on purpose: a name, a pronoun or a noun that can speak, next to
a finite verb of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.meaning.statements.cue_lexicon import (
    alternatives,
    load_lexicon,
    read_toml,
    split_words,
)


@dataclass(frozen=True, slots=True)
class ReportingPhrases:
    """Pieces of regular expressions, without capturing groups.

    ``speaker``: a noun phrase that can be a speaker; ``name``: one made of a name; ``verb``: an
    auxiliary and a finite reporting verb; ``telling``: the same for verbs with a hearer ("told");
    ``title``: a title before a name; ``reported_noun``: "claim", "denial", "demand" ….
    """

    name: str
    speaker: str
    verb: str
    telling: str
    title: str
    reported_noun: str


@cache
def load_phrases() -> ReportingPhrases:
    """The patterns, made of the lexicon once."""
    table = read_toml("speakers.toml")
    title = rf"(?:{alternatives(split_words(table['titles']))})\.?"
    word = (
        rf"(?!(?:{alternatives(split_words(table['not_names']))})\b)(?:[A-Z][\w’'&-]*[\w]|[A-Z]\.)"
    )
    name = (
        rf"(?:[Tt]he )?(?:{title} )?{word}(?:[ ](?:{word}|al|bin|ibn|van|von|der|de|da|del|el"
        r"|of (?:the )?(?=[A-Z]))){0,8}(?:[ ]?\([A-Z][\w.-]*\))?"
    )
    nouns = alternatives(split_words(table["nouns"]))
    noun = (
        r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Ss]ome|[Mm]any|[Ss]everal"
        r"|[Oo]ther|[Aa]nother|[Tt]wo|[Ss]enior|[Yy]esterday[’']s|[Tt]oday[’']s"
        r"|[A-Z][\w-]*[’']s?)"
        rf"(?: [\w’'-]+){{0,3}}? (?:{nouns})(?: {word}(?: {word}){{0,5}})?"
        rf"(?: (?:of|for|from|in) (?:the )?{word}(?: {word}){{0,5}})?"
    )
    many = alternatives(n for n in split_words(table["nouns"]) if n.endswith("s") or n == "police")
    plural = (
        r"(?:(?:[A-Z][\w-]+|senior|top|local|military|government|intelligence|security|health|city"
        rf"|state|federal|western|foreign|public) )?(?:{many})"
    )
    speaker = rf"(?:[Hh]e|[Ss]he|[Tt]hey|{noun}|{name}|{plural})"
    auxiliary = (
        r"(?:(?:has|have|had|also|later|then|once|already|repeatedly|publicly|privately|previously"
        r"|earlier|recently|again|reportedly|still|now|\w+ly) ){0,3}"
    )
    return ReportingPhrases(
        name=name,
        speaker=speaker,
        verb=rf"{auxiliary}(?:{alternatives(_verbs(hearer=False))})",
        telling=rf"{auxiliary}(?:{alternatives(_verbs(hearer=True))})",
        title=title,
        reported_noun=(
            r"(?:claim|assertion|allegation|accusation|charge|denial|demand|insistence|suggestion"
            r"|warning|promise|pledge|vow|threat|offer|proposal|statement|contention|complaint"
            r"|argument|prediction|admission|assurance)s?"
        ),
    )


def _verbs(*, hearer: bool) -> Iterable[str]:
    """Past forms, and the commonest of the present, of verbs that take a clause."""
    lexicon = load_lexicon()
    table = read_toml("reporting.toml")["beside_a_speaker"]
    ambiguous, present = (set(split_words(table[key])) for key in ("ambiguous", "present"))
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
        rf"(?:^\s*|[.!?;,:”\"’]\s+|\b(?:and|but|as|that|while)\s+)"
        rf"(?P<s>{p.speaker}(?:, [^.;:!?“”\"]{{2,110}},)?)"
        rf" (?:(?P<c>{p.verb})|(?P<tell>{p.telling})(?: [\w’'-]+){{1,3}}?)"
        r"(?:[ ](?:on|in|late|early) [\w ]{1,20})?\s*[,:]?\s*$"
    )
