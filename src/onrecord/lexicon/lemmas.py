"""Forms of English words → their dictionary forms, by the rules of inflection and their exceptions.

Whether "hoping" is of "hope" or of "hop" is told by the letters of the stem, the longest ending
that is listed deciding. The rules are those of any grammar of English; the lists are in
``lemmas.toml`` and ``inflection.toml``. No dictionary is read: a large one takes half a second and
is wrong oftener.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from onrecord.lexicon import listed, read_toml
from onrecord.record import Sentence, Token

_AS_WRITTEN = frozenset(("PROPN", "PUNCT", "SYM", "NUM", "X"))
_VOWELS = frozenset("aeiouy")
_SIBILANTS = ("ses", "xes", "zes", "ches", "shes")
_NO_PLURAL = ("ss", "us", "is")
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou]+[^aeiou]*")


def with_lemmas(text: str, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences with the lemma of every token."""
    for sentence in sentences:
        tokens = (_with_lemma(text, token) for token in sentence.tokens)
        yield Sentence(span=sentence.span, tokens=tuple(tokens))


def _with_lemma(text: str, token: Token) -> Token:
    form = text[token.span.start : token.span.end]
    return msgspec.structs.replace(token, lemma=lemma(form, token.upos or "X"))


@lru_cache(maxsize=16384)
def lemma(form: str, upos: str) -> str:
    """The dictionary form of ``form`` as the part of speech ``upos`` (Universal Dependencies).

    Names, numbers and signs are left as they are written.
    """
    if upos in _AS_WRITTEN:
        return form
    lower = form.lower().replace("’", "'")
    closed = _closed().get(upos, {}).get(lower)
    if closed is not None:
        return closed
    return _RULES[upos](lower) if upos in _RULES else lower


def _verb(form: str) -> str:
    if form in irregular_verbs():
        return irregular_verbs()[form]
    if form.endswith(("ied", "ies")) and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("s") and not form.endswith("ss") and len(form) > 3:
        return _without_s(form)
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and not _VOWELS.isdisjoint(stem) and not form.endswith("eed"):
            return _word_of(stem)
    return form


def _noun(form: str) -> str:
    if form.endswith("men") and form not in _whole("men"):
        return form[:-3] + "man"
    if not form.endswith("s") or form.endswith(_NO_PLURAL) or len(form) < 4 or form[-2].isdigit():
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    return form[:-2] if form.endswith("oes") else _without_s(form)


def _without_s(form: str) -> str:
    """A verb or a noun before its "-s"."""
    mute = form.endswith(("ses", "zes")) and not form.endswith(("sses", "zzes"))
    return form[:-2] if form.endswith(_SIBILANTS) and not mute else form[:-1]


def _positive(form: str) -> str:
    """The adjective or adverb of which that may be the comparative or superlative."""
    for ending in ("er", "est"):
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < 3 or form in _whole(ending):
            continue
        if stem.endswith("i"):
            return stem[:-1] + "y"
        if _ONE_SYLLABLE.fullmatch(stem):
            return _word_of(stem)
    return form


_RULES = {"VERB": _verb, "AUX": _verb, "NOUN": _noun, "ADJ": _positive, "ADV": _positive}


def _word_of(stem: str) -> str:
    """What the word likely was before "-ed", "-ing", "-er" or "-est"."""
    if _SHORT.fullmatch(stem):  # "noted" is of "note", as "not" would double its last letter
        return stem + "e"
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiosfz"
    if doubled and not (stem[-1] == "l" and _ONE_SYLLABLE.fullmatch(stem)):
        return stem[:-1]
    return stem + "e" if _has_lost_an_e(stem) else stem


@lru_cache(maxsize=4096)
def _has_lost_an_e(stem: str) -> bool:
    endings = _endings()
    return next((endings[e] for at in range(len(stem)) if (e := stem[at:]) in endings), False)


@cache
def _endings() -> Mapping[str, bool]:
    """Endings of stems, and whether an "e" is lost after them."""
    stems = read_toml("lemmas.toml")["stems"]
    lost = dict.fromkeys(listed(stems["with_e"]), True)
    return lost | dict.fromkeys(listed(stems["without_e"]), False)


@cache
def _closed() -> Mapping[str, Mapping[str, str]]:
    """For each part of speech, forms and their words."""
    return {
        upos: {form: word for word, forms in words.items() for form in listed(forms)}
        for upos, words in read_toml("lemmas.toml")["closed"].items()
    }


@cache
def _whole(ending: str) -> frozenset[str]:
    return frozenset(listed(read_toml("lemmas.toml")["whole"][ending]))


@cache
def irregular_verbs() -> Mapping[str, str]:
    """Forms of irregular verbs; of two verbs with one form, the earlier in the list has it."""
    table: dict[str, str] = {}
    for word, forms in read_toml("inflection.toml")["irregular"].items():
        for form in listed(forms):
            table.setdefault(form, word)
    return table
