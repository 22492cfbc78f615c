"""What the package's lists say of the names of a treebank."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from onrecord.record import Span
from training.augment import restyled
from training.corpora.document import Document, Named, SyntacticWord
from training.corpora.listed import listed

TEXT = 'Ukraine and Russian envoys met "Reyl" of Norra'


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _document() -> Document:
    words = tuple(
        SyntacticWord(_span(word), tag="", head=None, relation="root")
        for word in ("Ukraine", "Russian", "envoys", "Reyl", "Norra")
    )
    names = (Named(_span("Ukraine"), "ORG"), Named(_span("Norra"), "ORG"))
    return Document("page", TEXT, (Span(0, len(TEXT)),), trees=(words,), names=names)


def test_a_country_is_a_place_and_a_people_is_named() -> None:
    found = [(TEXT[slice(*name.span)], name.label) for name in listed(_document()).names or ()]
    assert found == [("Ukraine", "LOC"), ("Russian", "NORP"), ("Norra", "ORG")]


def test_what_has_no_names_has_none_after() -> None:
    assert listed(replace(_document(), names=None)).names is None


def test_other_quotation_marks_move_every_span() -> None:
    document = replace(_document(), unsure=(_span("Norra"),), times=(_span("Norra"),))
    before = [TEXT[slice(*span)].replace('"', "") for span in _spans_of(document)]
    varied = restyled(document, ("''", "''"))
    after = [varied.text[slice(*span)].replace("''", "") for span in _spans_of(varied)]
    assert len(varied.text) == len(TEXT) + 2
    assert after == before


def _spans_of(value: Any) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in _spans_of(item)]
    if hasattr(value, "__dataclass_fields__"):
        return [span for field in fields(value) for span in _spans_of(getattr(value, field.name))]
    return []
