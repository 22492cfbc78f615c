"""The reading's names set right: where they begin and end, and what they are names of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.meaning.actors.lexicon import PERSON_CLASSES, Lexicon, load_lexicon
from onrecord.meaning.actors.names import initials, is_acronym, name_parts, person_name
from onrecord.meaning.actors.peoples import lands, peoples_words
from onrecord.meaning.actors.words import Words
from onrecord.reading.types import Name

_HYPHENED = re.compile(r"\w[\w’'.-]*(?<!-)-")
_LONGEST = 6  # words of the longest name of a country that is looked for


@dataclass(slots=True)
class Range:
    """A name as words ``first`` to ``last``, inclusive, with its label."""

    first: int
    last: int
    label: str


def name_ranges(words: Words, names: Sequence[Name]) -> list[Range]:
    """The names of a story in order, none overlapping another."""
    lexicon = load_lexicon()
    found = list(_countries(words, lexicon))
    taken = {i for r in found for i in range(r.first, r.last + 1)}
    peoples = peoples_words(words, names, lexicon)
    taken |= peoples
    found += [Range(index, index, "NORP") for index in sorted(peoples)]
    for name in names:
        trimmed = _trimmed(words, name, lexicon)
        if trimmed is None or not taken.isdisjoint(range(trimmed.first, trimmed.last + 1)):
            continue
        if trimmed.label == "PER":
            _complete(words, trimmed, taken, lexicon)
        taken.update(range(trimmed.first, trimmed.last + 1))
        found.append(trimmed)
    found += _subjects(words, taken, lexicon)
    found += _holders(words, taken, lexicon)
    found.sort(key=lambda r: r.first)
    whole = _joined(words, found, lexicon)
    _relabel(words, whole, lexicon)
    people = {whom.first for whom in whole if whom.label == "PER"}
    places = lands(words, peoples, people, lexicon)
    for whom in whole:
        single = whom.first == whom.last
        if single and whom.label == "PER" and words.lower[whom.first] in places:
            whom.label = "LOC"
    return whole


def _countries(words: Words, lexicon: Lexicon) -> Iterator[Range]:
    """Names of countries of several words: "Republic of Harbourland"."""
    index = 0
    while index < len(words):
        if words.lower[index] in lexicon.country_starts:
            for last in range(min(index + _LONGEST, len(words)) - 1, index, -1):
                if not words.together(index, last) or not words.is_capital(last):
                    continue
                start, end = words.span(index, last)
                text = " ".join(words.text[start:end].split()).lower().replace("’", "'")
                if words.is_capital(index) and text in lexicon.countries:
                    yield Range(index, last, "NORP" if text in lexicon.demonyms else "LOC")
                    index = last
                    break
        index += 1


def _trimmed(words: Words, name: Name, lexicon: Lexicon) -> Range | None:
    """A name without article, possessive ending, title and honorific; with "Jr."."""
    here = words.within(name.span)
    if not here:
        return None
    first, last = here[0], here[-1]
    while last > first and (words.is_possessive(last) or not _ends_name(words, last)):
        last -= 1
    while first < last and (words.tags[first] == "DET" or not _is_word(words, first)):
        first += 1
    if name.label == "PER":
        while first < last and _is_address(words, first, lexicon):
            first += 1
        if first == last and _is_address(words, first, lexicon):
            return None
        last = _with_generation(words, last, lexicon)
    if not _is_word(words, first) or not any(c.isalpha() for c in words.forms[first]):
        return None
    return Range(first, last, name.label)


def _complete(words: Words, name: Range, taken: set[int], lexicon: Lexicon) -> None:
    """Let a person's name take in the proper nouns beside it that grammar joins to it."""
    before, after = name.first - 1, name.last + 1
    while words.together(before, name.first) and _is_joined(words, before, name, taken):
        if _is_address(words, before, lexicon) or words.lower[before] in lexicon.nouns:
            break
        name.first, before = before, before - 1
    while words.together(after, name.last) and _is_joined(words, after, name, taken):
        name.last, after = after, after + 1


def _is_joined(words: Words, index: int, name: Range, taken: set[int]) -> bool:
    if index in taken or words.tags[index] != "PROPN" or not words.is_capital(index):
        return False
    inside = range(name.first, name.last + 1)
    joining = ("flat", "compound")
    if words.relations[index].startswith(joining) and words.heads[index] in inside:
        return True
    return any(words.heads[i] == index and words.relations[i].startswith(joining) for i in inside)


def _is_word(words: Words, index: int) -> bool:
    return words.forms[index][:1].isalnum()


def _ends_name(words: Words, index: int) -> bool:
    """Whether a word may be a name's last: also "-Saadi", which the reading leaves in one piece."""
    joined = words.is_hyphen(index) and words.forms[index][1:2].isupper()
    return joined or _is_word(words, index)


def _is_address(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word before a name is an honorific, or an office ("Sen.", "President")."""
    word = words.lower[index].rstrip(".")
    if word in lexicon.honorifics or word in lexicon.short:
        return True
    noun = lexicon.nouns.get(word)
    return noun is not None and noun.kind == "office" and not noun.plural


def _with_generation(words: Words, last: int, lexicon: Lexicon) -> int:
    after = last + 1
    if words.together(after, last) and words.lower[after] == ",":
        after += 1
    found = words.together(after, last) and (
        words.lower[after].rstrip(".") in lexicon.generations and words.is_capital(after)
    )
    return after if found else last


def _subjects(words: Words, taken: set[int], lexicon: Lexicon) -> Iterator[Range]:
    """Proper nouns that are subjects and that the reading has no name for."""
    for index, relation in enumerate(words.relations):
        if words.tags[index] != "PROPN" or index in taken or not relation.startswith("nsubj"):
            continue
        if words.lower[index].rstrip(".") in lexicon.calendar or _is_headline(words, index):
            continue
        first = last = index
        while words.together(first - 1, index) and _goes_on(words, first - 1, index, taken):
            first -= 1
        while words.together(last + 1, index) and _goes_on(words, last + 1, index, taken):
            last += 1
        label = "PER" if words.lower[first] in lexicon.given else "ORG"
        while first < last and _is_address(words, first, lexicon):
            first, label = first + 1, "PER"
        lower = words.lower[first].rstrip(".")
        known = lower in lexicon.honorifics or lower in lexicon.short
        known = known or lower in lexicon.nouns or lower in lexicon.vehicles
        if words.is_capital(first) and not known:
            yield Range(first, last, label)


def _holders(words: Words, taken: set[int], lexicon: Lexicon) -> Iterator[Range]:
    """Proper nouns that grammar joins to an office before them and that the reading has not."""
    for index, relation in enumerate(words.relations):
        head = words.heads[index]
        if index in taken or relation not in ("appos", "flat") or not 0 <= head < index:
            continue
        noun = lexicon.nouns.get(words.lower[head])
        if noun is None or noun.kind != "office" or noun.plural or not words.is_capital(head):
            continue
        first = last = index
        while words.together(last, index) and _is_new_name(words, last, taken, lexicon):
            taken.add(last)
            last += 1
        if last - first > 1:
            yield Range(first, last - 1, "PER")


def _is_new_name(words: Words, index: int, taken: set[int], lexicon: Lexicon) -> bool:
    proper = words.tags[index] == "PROPN" and words.is_capital(index) and index not in taken
    return proper and words.lower[index].rstrip(".") not in lexicon.nouns


def _is_headline(words: Words, index: int) -> bool:
    """Whether all the longer words of a sentence begin with capitals."""
    first = last = index
    while words.together(first - 1, index):
        first -= 1
    while words.together(last + 1, index):
        last += 1
    longer = [i for i in range(first, last + 1) if len(words.forms[i]) > 4]
    return len(longer) > 3 and sum(map(words.is_capital, longer)) > 0.7 * len(longer)


def _goes_on(words: Words, index: int, head: int, taken: set[int]) -> bool:
    joined = words.relations[index] in ("compound", "flat", "flat:name")
    return (
        index not in taken
        and words.tags[index] == "PROPN"
        and joined
        and (words.heads[index] == head)
    )


def _joined(words: Words, ranges: Sequence[Range], lexicon: Lexicon) -> list[Range]:
    """Pieces of one name together: "New Lunden" "Fire Department", "Department" of "Trade"."""
    whole: list[Range] = []
    for here in ranges:
        if whole and here.last <= whole[-1].last:
            continue
        last = whole[-1] if whole else None
        touching = last is not None and here.first == last.last + 1
        if last is not None and touching and words.together(last.last, here.first):
            if last.label == here.label == "PER":
                last.last = here.last
                continue
            if here.label == "ORG" and last.label in ("LOC", "ORG"):
                last.last, last.label = here.last, "ORG"
                _extend(words, last, lexicon)
                continue
        if here.label == "ORG":
            _extend(words, here, lexicon)
        whole.append(here)
    for here in whole:
        while (after := _after_hyphen(words, here.last)) is not None:
            here.last = after
    return whole


def _after_hyphen(words: Words, last: int) -> int | None:
    """The word with which a name goes on after a hyphen: "Glen-Coats" cut in three, or in two.

    A dash of two hyphens is none, and "Reyl-led" is no name.
    """
    after = last + 1 if _HYPHENED.fullmatch(words.forms[last]) else last + 2
    if not words.together(after, last):
        return None
    if after == last + 2 and words.forms[last + 1] != "-":
        return None
    if not words.is_capital(after) and words.tags[after] != "PROPN":
        return None
    touching = (words.spans[at].end == words.spans[at + 1].start for at in range(last, after))
    return after if all(touching) else None


def _extend(words: Words, name: Range, lexicon: Lexicon) -> None:
    """Let "US Department" go on over "of Trade and Industry"."""
    noun = lexicon.nouns.get(words.lower[name.last])
    if noun is None or noun.kind != "organisation" or not words.is_capital(name.last):
        return
    at = name.last + 1
    while words.together(at + 1, name.last) and words.lower[at] in ("of", "for", "and", "&", "the"):
        ahead = at + 1
        while words.together(ahead, at) and words.lower[ahead] in ("the", "of"):
            ahead += 1
        if not words.together(ahead, at) or not words.is_capital(ahead):
            return
        while words.together(ahead, at) and words.is_capital(ahead):
            name.last = ahead
            ahead += 1
        at = ahead
        if words.together(at, name.last) and words.lower[at] in ("and", "&"):
            return


def _relabel(words: Words, ranges: Sequence[Range], lexicon: Lexicon) -> None:
    """Names with the label that their words and neighbours tell."""
    bodies = (_text(words, r) for r in ranges if r.label == "ORG" and r.last > r.first)
    shortened = frozenset().union(*map(initials, bodies))
    for name in ranges:
        parts = _parts(words, name)
        lower = " ".join(parts)
        if lower in lexicon.countries or lower in lexicon.seats:
            if name.label == "PER":
                name.label = "LOC"
        elif name.label == "LOC" and is_acronym(_text(words, name)) and "".join(parts) in shortened:
            name.label = "ORG"
        elif name.label == "PER" and (
            _is_turn(words, name) or _has_honorific(words, name.first, lexicon)
        ):
            continue
        elif name.label == "PER" and is_acronym(words.forms[name.last]) and name.first == name.last:
            known = any(
                r.label == "PER" and r.last > r.first and _is_last(words, r, lower) for r in ranges
            )
            name.label = "PER" if known or lower in lexicon.given else "ORG"
        elif parts and parts[-1] in lexicon.geography and name.last > name.first:
            name.label = "LOC" if name.label == "PER" else name.label
        elif name.label in ("LOC", "ORG") and _is_person(words, name, parts, lexicon):
            name.label = "PER"
    full = [_parts(words, r) for r in ranges if r.label == "PER" and r.last > r.first]
    surnames = {person_name(" ".join(parts)).surname for parts in full}
    places = lexicon.countries.keys() | lexicon.seats.keys()
    for name in ranges:
        parts = _parts(words, name)
        if name.label != "PER" and len(parts) == 1 and parts[0] in surnames - places:
            name.label = "PER"


def _has_honorific(words: Words, first: int, lexicon: Lexicon) -> bool:
    before = first - 1
    return words.together(before, first) and words.lower[before].rstrip(".") in lexicon.honorifics


def _is_turn(words: Words, name: Range) -> bool:
    """Whether a single name in capitals opens a paragraph before a colon: "REYL: We met."."""
    start = name.first - 1 if words.begins_paragraph(name.first - 1) else name.first
    after = name.last + 1
    return (
        name.first == name.last
        and words.begins_paragraph(start)
        and words.forms[name.last].isupper()
        and words.together(after, name.last)
        and words.forms[after] == ":"
    )


def _is_last(words: Words, name: Range, lower: str) -> bool:
    return words.lower[name.last] == lower


def _is_person(words: Words, name: Range, parts: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a place or body is someone: by a given name, or an office right before it."""
    if len(parts) > 1 and parts[0] in lexicon.given and parts[-1] not in lexicon.nouns:
        return len(parts) < 4 and "of" not in parts and "the" not in parts
    before = name.first - 1
    if not words.together(before, name.first) or not words.is_capital(before):
        return False
    noun = lexicon.nouns.get(words.lower[before])
    short = words.lower[before].rstrip(".") in lexicon.short and words.lower[before][-1] == "."
    office = noun is not None and noun.kind in PERSON_CLASSES and not noun.plural
    return short or (office and name.label == "LOC")


def _parts(words: Words, name: Range) -> tuple[str, ...]:
    return name_parts(_text(words, name))


def _text(words: Words, name: Range) -> str:
    start, end = words.span(name.first, name.last)
    return words.text[start:end]
