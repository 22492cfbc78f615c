"""One key for all the forms of an English word: "withdrew", "withdrawn" and "withdraws" are one.

A key is no dictionary form and is shown to nobody; it serves to look words up, and both sides of
a comparison are made into keys. So rules suffice where a dictionary would be needed for lemmas.
"""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.lexicon import listed, read_toml

_VOWELS = frozenset("aeiouy")
_SIBILANTS = ("ses", "xes", "zes", "ches", "shes")
_NO_PLURAL = ("ss", "us", "is")
_WHOLE = frozenset(
    ("plane", "note", "care", "scare", "stare", "cape", "tape", "bite", "site", "rate", "hate")
)
"""Words that would become another word without their last letter."""
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "crises": "crisis",
    "ties": "tie",
    "tied": "tie",
    "tying": "tie",
    "dies": "die",
    "died": "die",
    "dying": "die",
    "lies": "lie",
    "lied": "lie",
    "uses": "use",
    "used": "use",
    "using": "use",
}


@lru_cache(maxsize=32768)
def word_key(form: str) -> str:
    """The key of a word, in any case: its irregular verb if it has one, else without endings."""
    word = form.lower().replace("’", "'").removesuffix("'s")
    word = _irregular().get(word, word)
    if len(word) < 4:
        return word
    word = _without_plural(word)
    if word in _WHOLE:
        return word
    stem = _without_participle(word).rstrip("e")
    return stem if len(stem) > 1 else word


def phrase_keys(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase's words, a hyphen counting as a space."""
    return tuple(word_key(word) for word in phrase.replace("-", " ").split())


def _without_plural(word: str) -> str:
    if not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_SIBILANTS) else word[:-1]


def _without_participle(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and not _VOWELS.isdisjoint(stem):
            word = stem
            break
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS
    return word[:-1] if doubled else word


@cache
def _irregular() -> dict[str, str]:
    """Irregular forms and what they are forms of."""
    table = dict(_IRREGULAR)
    for lemma, forms in read_toml("inflection.toml")["irregular"].items():
        for form in listed(forms):
            table.setdefault(form, lemma)
    return table
