"""One key for all the forms of an English word: "withdrew", "withdrawn" and "withdraws" are one.

A key is no dictionary form and is shown to nobody; it serves to look words up, and both sides of
a comparison are made into keys.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.lexicon.lemmas import irregular_verbs, lemma


@lru_cache(maxsize=32768)
def word_key(form: str) -> str:
    """The key of a word, in any case and of any part of speech."""
    word = form.lower().replace("’", "'").removesuffix("'s")
    if word in irregular_verbs():
        return irregular_verbs()[word]
    word = lemma(word, "NOUN")
    return word if word.endswith("s") else lemma(word, "VERB")


def phrase_keys(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase's words, a hyphen counting as a space."""
    return tuple(word_key(word) for word in phrase.replace("-", " ").split())
