"""The small words of English: what tells the language, a sentence's start, and a name's edge."""

from __future__ import annotations

import re

ARTICLES = frozenset({"a", "an", "the"})

PRONOUNS = frozenset(
    "i you he she it we they me him her us them his hers its our their your my this that these "
    "those who whom whose which what himself herself itself themselves".split()
)

PREPOSITIONS = frozenset(
    "of in on at by for from to with without within about against between among during before "
    "after above below under over into onto through across along around behind near off toward "
    "towards upon via despite amid since until till per than as like including".split()
)

CONJUNCTIONS = frozenset(
    "and or but nor so yet if because although though while whereas when where why how whether "
    "unless once".split()
)

AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can "
    "could may might must".split()
)

ADVERBS = frozenset(
    "not no also only just even still already then there here now very more most much many some "
    "any all both each every other another such own same too ever never again out up down however "
    "meanwhile".split()
)

FUNCTION_WORDS = ARTICLES | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | ADVERBS

# A word of these before a capital means that the capital begins a name, not a sentence.
NO_SENTENCE_ENDS_WITH = (
    ARTICLES
    | AUXILIARIES
    | CONJUNCTIONS
    | (PREPOSITIONS - {"in", "on", "off", "over", "through", "up"})
    | frozenset("its their his our your my this these those whose which who that".split())
    | frozenset("mr mrs ms dr president minister secretary senator sen rep gov gen king".split())
)

SENTENCE_STARTERS = (
    ARTICLES
    | (PRONOUNS - {"me", "him", "us", "them", "whom", "whose", "hers"})
    | frozenset(
        "in on at after before as for from with when while if since despite during amid under "
        "more most some many all both no not there here but and although hundreds thousands "
        "dozens two three four five six seven eight nine ten one several at".split()
    )
)

# What a paragraph begins with when it goes on with something already under way.
CONTINUATIONS = frozenset(
    "he she it they this that these those his her its their but and yet so however meanwhile also "
    "still then instead moreover both such another".split()
)

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def words(text: str) -> list[str]:
    """The words of ``text`` in order: letters, with inner apostrophes kept ("it’s")."""
    return _WORD.findall(text)
