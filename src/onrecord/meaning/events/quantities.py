"""Numbers with their units beside an event: "more than 500 people", "US$228 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.lexicon import read_toml
from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.draft import Draft
from onrecord.record import Quantity, Span

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SIGN = re.compile(r"(?:[A-Z]{1,3})?[$€£¥₽₺₴]|[A-Z]{3}(?=\d)")
_NOT_COUNTED = frozenset(("nmod:unmarked", "obl:unmarked"))
_STATES = frozenset(("us", "a", "c", "nt", "hk", "au", "nz"))
"""What stands before "$"."""


@cache
def _number_words() -> tuple[dict[str, float], dict[str, float]]:
    table = read_toml("numbers.toml")
    return (
        {word: float(value) for word, value in table["units"].items()},
        {word: float(value) for word, value in table["scales"].items()},
    )


def quantities_near(text: str, draft: Draft) -> tuple[Quantity, ...]:
    """The quantities in the clause of an event: of who acts and undergoes, and of its measures.

    Dates and times of day are none. A quantity's span runs from its first modifier ("more than")
    to its unit.
    """
    clauses = draft.clauses
    places = list(dict.fromkeys(_near(draft)))
    found = []
    for noun in places:
        quantity = _quantity(text, clauses, noun)
        if quantity is not None:
            found.append(quantity)
    return tuple(dict.fromkeys(found))


def _near(draft: Draft) -> Iterator[int]:
    """The nouns that stand directly at the event word, its carrier, object or participle."""
    clauses, tree = draft.clauses, draft.clauses.tree
    holders = [draft.anchor, *draft.words]
    if draft.carrier is not None:
        holders.append(draft.carrier)
    holders += [
        *tree.below(draft.anchor, ("acl",)),
        *tree.children(draft.anchor, "amod", "compound"),
    ]
    for holder in holders:
        for child in tree.children(holder, "nsubj", "obj", "obl", "nmod", "iobj"):
            yield from clauses.head_nouns(child)
            yield from clauses.oblique(child, "of")
    yield draft.anchor


def _quantity(text: str, clauses: Clauses, noun: int) -> Quantity | None:
    tree, tokens = clauses.tree, clauses.tokens
    if tokens[noun].deprel in _NOT_COUNTED or clauses.upos(noun) == "PROPN":
        return None
    numbers = [
        c for c in tree.children(noun, "nummod") if clauses.upos(c) in ("NUM", "SYM", "NOUN")
    ]
    if clauses.upos(noun) in ("NUM", "SYM") or _is_currency(clauses.words[noun]):
        numbers = [noun]
    if not numbers:
        return None
    parts = sorted(_parts(clauses, numbers[0]) | {noun})
    first, last = parts[0], parts[-1]
    first = _with_hedge(clauses, first)
    span = Span(tokens[first].span.start, tokens[last].span.end)
    words = [w for p in parts if p != noun or noun in numbers for w in [clauses.words[p]]]
    value = _value(words)
    if value is None:
        return None
    unit = _unit(text, span, clauses, noun, noun in numbers)
    return Quantity(span=span, value=value, unit=unit) if unit is not None else None


def _parts(clauses: Clauses, number: int) -> set[int]:
    """The words of a number: "two hundred", "US $ 228 million"."""
    tree = clauses.tree
    found, left = {number}, [number]
    while left:
        for child in tree.children(left.pop(), "compound", "nummod", "flat", "fixed"):
            if clauses.upos(child) in ("NUM", "SYM") and child not in found:
                found.add(child)
                left.append(child)
    first, last = min(found), max(found)
    scales = _number_words()[1]
    while first > 0 and (_is_currency(clauses.words[first - 1]) or _is_number(clauses, first - 1)):
        first -= 1
    if first > 0 and clauses.words[first - 1] in _STATES and _is_currency(clauses.words[first]):
        first -= 1
    while last + 1 < len(tree.tokens) and clauses.words[last + 1] in scales:
        last += 1
    return set(range(first, last + 1))


def _is_number(clauses: Clauses, place: int) -> bool:
    units, scales = _number_words()
    word = clauses.words[place]
    return word in units or word in scales or word[:1].isdigit()


_HEDGES = (
    ("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("at", "most"),
    ("up", "to"), ("as", "many", "as"), ("about",), ("around",), ("some",), ("nearly",),
    ("almost",), ("over",), ("roughly",), ("approximately",),
)  # fmt: skip


def _with_hedge(clauses: Clauses, first: int) -> int:
    for hedge in _HEDGES:
        start = first - len(hedge)
        if start >= 0 and tuple(clauses.words[start:first]) == hedge:
            return start
    return first


def _is_currency(word: str) -> bool:
    return bool(re.fullmatch(r"(?:us|a|c|nt|hk)?[$€£¥₽₺₴]", word))


def _value(words: list[str]) -> float | None:
    """The number that digits and number words say together; None where they say none."""
    units, scales = _number_words()
    total: float | None = None
    for word in words:
        digits = _DIGITS.search(word)
        if digits is not None:
            suffix = word[digits.end() :]
            if suffix and suffix not in scales:
                return None
            total = float(digits.group().replace(",", "")) * scales.get(suffix, 1.0)
        elif word in units:
            total = (total or 0.0) + units[word]
        elif word in scales:
            total = (1.0 if total is None else total) * scales[word]
        elif "-" in word and all(part in units for part in word.split("-")):
            total = sum(units[part] for part in word.split("-"))
    return total


def _unit(text: str, span: Span, clauses: Clauses, noun: int, alone: bool) -> str | None:
    """What is counted: the noun's lemma, or a currency; None for a bare number."""
    sign = _SIGN.search(text[span.start : span.end])
    if sign is not None:
        return sign.group()
    if not alone:
        return clauses.lemma(noun)
    for inner in clauses.oblique(noun, "of"):
        return clauses.lemma(inner)
    return None  # a bare number may be a day, an hour or a score
