"""Words for peoples that no list has: "Karvian" in "Karvian Minister of Trade Ada Reyl"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.meaning.actors.lexicon import PERSON_CLASSES, Lexicon
from onrecord.meaning.actors.words import PREMODIFIERS, Words
from onrecord.reading.types import Name

_OF_PEOPLES = ("ian", "ean", "ese", "ish")
_DERIVED = ("n", "an", "ian", "ean", "i", "ese", "ish", "ic")
_REACH = 8  # words of an office between a word for a people and the name of the holder
_SHORTEST = 5  # letters of a word that is judged by its ending
_NOUNS = ("NOUN", "PROPN", "ADJ", "")


def peoples_words(words: Words, names: Sequence[Name], lexicon: Lexicon) -> frozenset[int]:
    """The words that the reading takes for names and that only say of what people something is.

    These are single words before a noun, known neither as names of countries nor as surnames of the
    story's people, that end as such words do, are derived from another name of the story, or stand
    before the office of someone who is named after it.
    """
    singles: dict[int, str] = {}
    inside: set[int] = set()
    people: set[int] = set()
    surnames: set[str] = set()
    for name in names:
        here = words.within(name.span)
        if not here:
            continue
        if name.label == "PER":
            people.add(here[0])
        if len(here) == 1:
            singles[here[0]] = name.label
            continue
        inside.update(here)
        if name.label == "PER":
            surnames.add(words.lower[here[-1]])
    known = surnames | lexicon.countries.keys() | lexicon.seats.keys() | lexicon.given.keys()
    forms = _forms(words, singles, people, lexicon) - known
    if not forms:
        return frozenset()
    return frozenset(
        index
        for index, lower in enumerate(words.lower)
        if index not in inside
        and (
            (lower in forms and _says_whose(words, index, people, lexicon))
            or (lower[-1:] == "s" and lower[:-1] in forms and words.is_capital(index))
        )
    )


def _forms(words: Words, singles: dict[int, str], people: set[int], lexicon: Lexicon) -> set[str]:
    """Which of the names of one word, in lower case, are words for peoples."""
    named = {words.lower[i] for i in singles}
    alone = {
        words.lower[i]
        for i, label in singles.items()
        if label == "PER" and not _says_whose(words, i, people, lexicon)
    }
    found: set[str] = set()
    for index, label in singles.items():
        lower = words.lower[index]
        if label == "NORP" or lower in found or not _says_whose(words, index, people, lexicon):
            continue
        ends = label != "ORG" and lower not in alone and ends_so(lower)
        long = len(lower) >= _SHORTEST
        derived = long and any(base in named for base in _bases(lower))
        holder = label == "PER" and _is_before_holder(words, index, people, lexicon)
        if ends or derived or holder:
            found.add(lower)
    return found


def lands(
    words: Words, peoples: frozenset[int], people: set[int], lexicon: Lexicon
) -> frozenset[str]:
    """Names, in lower case, that words for peoples with offices are derived from: "karvia".

    ``people`` are the first words of the names of people.
    """
    return frozenset(
        base
        for index in peoples
        if _is_before_holder(words, index, people, lexicon)
        or words.lower[index + 1 : index + 2] == ["counterpart"]
        for base in _bases(words.lower[index])
    )


def ends_so(lower: str) -> bool:
    """Whether a word ends as most words for peoples do."""
    return len(lower) >= _SHORTEST and lower.endswith(_OF_PEOPLES)


def _bases(lower: str) -> Iterator[str]:
    """What a word for a people may be derived from: "osmarkian" from "osmark"."""
    for ending in _DERIVED:
        base = lower.removesuffix(ending)
        if base != lower and len(base) > 2:
            yield base
            if ending != "n":
                yield from (base + vowel for vowel in "aeoy")


def _says_whose(words: Words, index: int, people: set[int], lexicon: Lexicon) -> bool:
    return _modifies(words, index, lexicon) or _is_before_holder(words, index, people, lexicon)


def _modifies(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word stands before a noun that it belongs to."""
    after = index + 1
    if not words.together(after, index) or not words.is_capital(index):
        return False
    if not words.forms[after][:1].isalpha() or words.tags[after] not in _NOUNS:
        return False
    if words.heads[index] != -1:
        return words.heads[index] > index and words.relations[index] in PREMODIFIERS
    noun = words.tags[after] or words.is_capital(after) or words.lower[after] in lexicon.nouns
    return bool(noun) and words.tags[index] in _NOUNS


def _is_before_holder(words: Words, index: int, people: set[int], lexicon: Lexicon) -> bool:
    """Whether an office with a capital follows, and after it the name of whoever holds it."""
    office = False
    for at in range(index + 1, index + _REACH):
        if not words.together(at, index):
            return False
        if office and at in people:
            return True
        noun = lexicon.nouns.get(words.lower[at])
        if noun is not None and noun.kind in PERSON_CLASSES and words.is_capital(at):
            office = noun.kind == "office" and not noun.plural
        elif not words.is_capital(at) and words.lower[at] not in ("of", "for", "the", "and"):
            return False
    return False
