"""What the package's own lists say of names: countries are places, their peoples NORP.

Treebanks mark no words for peoples, and call a country that acts an organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.lexicon import entries, rows
from onrecord.record import Span
from training.corpora.document import Document, Named, SyntacticWord

_COUNTRIES = ("codes_countries.tsv", "codes_partially_recognised.tsv")
_BODIES = (
    "codes_groups.tsv",
    "codes_international.tsv",
    "codes_companies_and_media.tsv",
    "codes_parties.tsv",
    "codes_state_bodies.tsv",
)


@cache
def countries() -> frozenset[str]:
    """Names of countries."""
    return frozenset(
        name for table in _COUNTRIES for row in rows(table) for name in entries(row[1])
    )


@cache
def peoples() -> frozenset[str]:
    """Single words for the people of a country, and its adjectives."""
    words = {
        word
        for table in _COUNTRIES
        for row in rows(table)
        for word in entries(row[2])
        if word.isalpha() and word[0].isupper()
    }
    plurals = {f"{word}s" for word in words if word.endswith(("n", "i", "e", "o"))}
    return frozenset(words | plurals) - countries()


@cache
def bodies() -> frozenset[str]:
    """Names of organisations."""
    return frozenset(name for table in _BODIES for row in rows(table) for name in entries(row[0]))


def listed(document: Document) -> Document:
    """``document`` with its countries as places, and with the peoples that its trees have."""
    if document.names is None:
        return document
    names = [
        replace(name, label="LOC") if _words(document.text, name.span) in countries() else name
        for name in document.names
    ]
    taken = [name.span for name in names]
    names += peoples_of(document.text, document.trees or (), taken)
    return replace(document, names=tuple(sorted(names, key=lambda name: name.span)))


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end].removeprefix("the ").removeprefix("The ")


def peoples_of(
    text: str, trees: Sequence[Sequence[SyntacticWord]], taken: Sequence[Span]
) -> Iterator[Named]:
    """The words for peoples that are in none of the spans already taken."""
    inside = {at for span in taken for at in range(*span)}
    for tree in trees:
        for word in tree:
            if word.span.start not in inside and text[word.span.start : word.span.end] in peoples():
                yield Named(Span(*word.span), "NORP")
