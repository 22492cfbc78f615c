"""What the words of a position are about: whether two are on one point, and which way they go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from onrecord.lexicon import entries, listed, read_toml, rows

Direction: TypeAlias = Literal["on", "off"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_STEM = 6
_SHORTEST = 3
_VOWELS = "aeiou"


@lru_cache(maxsize=4096)
def telling_words(words: str) -> frozenset[str]:
    """The stems of the words that tell what is spoken of, without names of countries."""
    dull = _dull_words()
    return frozenset(_stem(word) for word in _words(words) if word not in dull)


def same_point(left: str, right: str) -> bool:
    """Whether the words of two positions share one that tells something."""
    return not telling_words(left).isdisjoint(telling_words(right))


def direction(words: str, *, nouns: bool = False) -> Direction | None:
    """Whether the words are for something to go on or grow ("on"), or to end or shrink ("off").

    The first verb that says so decides. ``nouns`` lets a noun decide where no verb does.
    """
    verbs, off_nouns = _directions()
    found = list(_words(words))
    for word in found:
        if word in verbs:
            return verbs[word]
    return "off" if nouns and not off_nouns.isdisjoint(found) else None


def taken_back(words: str) -> Literal["asked", "given"] | None:
    """What was taken back, by the first noun that names it: something asked or something given."""
    nouns = _withdrawn()
    return next((nouns[word] for word in map(_singular, _words(words)) if word in nouns), None)


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text.casefold()):
        word = match[0].replace("’", "'").removesuffix("'s")
        if len(word) >= _SHORTEST:
            yield word


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _stem(word: str) -> str:
    return _singular(word)[:_STEM]


@cache
def _dull_words() -> frozenset[str]:
    little = listed(read_toml("verdicts.toml")["points"]["little_words"])
    names = {
        word
        for row in rows("codes_countries.tsv")
        for cell in row[1:4]
        for name in entries(cell)
        for word in _words(name)
    }
    return frozenset((*little, *names, *(f"{name}s" for name in names)))


@cache
def _directions() -> tuple[dict[str, Direction], frozenset[str]]:
    lexicon = read_toml("verdicts.toml")["direction"]
    both: tuple[Direction, Direction] = ("on", "off")
    verbs: dict[str, Direction] = {
        form: way for way in both for verb in listed(lexicon[way]) for form in _forms(verb)
    }
    return verbs, frozenset(listed(lexicon["off_nouns"]))


@cache
def _withdrawn() -> dict[str, Literal["asked", "given"]]:
    lexicon = read_toml("verdicts.toml")["withdrawn"]
    nouns: dict[str, Literal["asked", "given"]] = dict.fromkeys(listed(lexicon["asked"]), "asked")
    return nouns | dict.fromkeys(listed(lexicon["given"]), "given")


def _forms(verb: str) -> Iterator[str]:
    """The forms of a regular verb, and some that do not exist."""
    bare = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{verb}es", f"{bare}ed", f"{bare}ing")
    if verb.endswith("y"):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    if verb[-1] not in _VOWELS:
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
