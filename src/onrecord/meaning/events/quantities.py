"""Numbers with their units beside an event: "more than 500 people", "US$228 million", "90 minutes"."""

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
_YEARS = range(1500, 2200)


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
    holders += [*tree.below(draft.anchor, ("acl",)), *tree.children(draft.anchor, "amod", "compound")]
    for holder in holders:
        for child in tree.children(holder, "nsubj", "obj", "obl", "nmod", "iobj"):
            yield from clauses.head_nouns(child)
            for inner in clauses.oblique(child, "of"):
                yield inner
    yield draft.anchor


def _quantity(text: str, clauses: Clauses, noun: int) -> Quantity | None:
    tree, tokens = clauses.tree, clauses.tokens
    if tokens[noun].deprel in _NOT_COUNTED or clauses.upos(noun) == "PROPN":
        return None
    numbers = [c for c in tree.children(noun, "nummod") if clauses.upos(c) in ("NUM", "SYM", "NOUN")]
    if clauses.upos(noun) in ("NUM", "SYM") or _is_currency(clauses.words[noun]):
        numbers = [noun]
    if not numbers:
        return None
    parts = sorted(_parts(clauses, numbers[0]) | {noun})
    first, last = parts[0], parts[-1]
    first = _with_hedge(clauses, first)
    span = Span(tokens[first].span.start, tokens[last].span.end)
    words = [w for p in parts if p != noun or noun in numbers for w in [clauses.words[p]]]
    value = _value(words, text[span.start : span.end])
    if value is None:
        return None
    unit = _unit(text, span, clauses, noun, noun in numbers)
    if unit is None or (value in _YEARS and unit == ""):
        return None
    return Quantity(span=span, value=value, unit=unit or None)


def _parts(clauses: Clauses, number: int) -> set[int]:
    """The words of a number: "two hundred", "$ 228 million"."""
    tree = clauses.tree
    found = {number}
    for child in tree.children(number, "compound", "nummod", "flat", "advmod", "fixed"):
        if clauses.upos(child) in ("NUM", "SYM"):
            found.add(child)
    while (before := min(found) - 1) >= 0 and (
        _is_currency(clauses.words[before]) or clauses.words[before] in ("hundred", "thousand")
    ):
        found.add(before)
    while (after := max(found) + 1) < len(tree.tokens) and (
        clauses.words[after] in _number_words()[1]
    ):
        found.add(after)
    return found


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


def _value(words: list[str], shown: str) -> float | None:
    """The number that digits and number words say together; None where they say none."""
    units, scales = _number_words()
    total: float | None = None
    for word in words:
        digits = _DIGITS.search(word)
        if digits is not None:
            total = float(digits.group().replace(",", ""))
        elif word in units:
            total = (total or 0.0) + units[word]
        elif word in scales:
            total = (1.0 if total is None else total) * scales[word]
        elif "-" in word and all(part in units for part in word.split("-")):
            total = sum(units[part] for part in word.split("-"))
    return total


def _unit(text: str, span: Span, clauses: Clauses, noun: int, alone: bool) -> str | None:
    """What is counted: the noun's lemma, a currency, or "" for a bare number."""
    sign = _SIGN.search(text[span.start : span.end])
    if sign is not None:
        return sign.group()
    if not alone:
        return clauses.lemma(noun)
    for inner in clauses.oblique(noun, "of"):
        return clauses.lemma(inner)
    return ""
