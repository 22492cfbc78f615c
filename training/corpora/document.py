"""A document with labels, as every corpus gives it and every task reads it."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.types import Attribution
from onrecord.record import Span


@dataclass(frozen=True, slots=True)
class SyntacticWord:
    """A word of a parsed sentence: ``head`` is its index in the sentence, or None for the root."""

    span: Span
    tag: str
    head: int | None
    relation: str
    name: str


@dataclass(frozen=True, slots=True)
class Document:
    """``blocks`` are the spans of running text. A label that a corpus lacks is None, not empty."""

    name: str
    text: str
    blocks: tuple[Span, ...]
    attributions: tuple[Attribution, ...] | None = None
    syntax: tuple[tuple[SyntacticWord, ...], ...] | None = None
    meta: dict[str, str] = field(default_factory=dict)
