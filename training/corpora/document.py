"""A document with labels, as every corpus gives it and every task reads it."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.types import Attribution
from onrecord.record import Span


@dataclass(frozen=True, slots=True)
class SyntacticWord:
    """A word of a parsed sentence: ``head`` is its index in the sentence, or None for the root.

    ``tag`` is the part of speech of the corpus' own scheme; ``name`` the tag of a name, or "O";
    ``proper`` whether it is written as (part of) a proper noun: "United" in "United Nations";
    ``lemma`` its dictionary form, where the corpus has one.
    """

    span: Span
    tag: str
    head: int | None
    relation: str
    name: str = "O"
    proper: bool = False
    lemma: str | None = None


Sentences = tuple[tuple[SyntacticWord, ...], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Words that are a name (``label`` of :data:`onrecord.reading.labels.NAMES`) or a time."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Coreference:
    """Who is whom. A chain holds the anchor of each mention (its last head word), in text order.

    ``complete``: whether words in no chain are known to corefer with nothing before them.
    ``choices``: a pronoun, the anchors that it might mean, and which of them it does (or none).
    """

    chains: tuple[tuple[Span, ...], ...] = ()
    complete: bool = False
    choices: tuple[tuple[Span, tuple[Span, ...], Span | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """``blocks`` are the spans of running text. A label that a corpus lacks is None, not empty.

    ``syntax`` are machine-made trees in CoreNLP's scheme, ``trees`` gold ones in Universal
    Dependencies. ``unsure`` are words of which it is not known whether they are a name. ``silver``
    says that names, times and coreference are machine-made. ``together``: whether its windows
    should be learnt side by side.
    """

    name: str
    text: str
    blocks: tuple[Span, ...]
    attributions: tuple[Attribution, ...] | None = None
    syntax: Sentences | None = None
    trees: Sentences | None = None
    names: tuple[Named, ...] | None = None
    unsure: tuple[Span, ...] = ()
    times: tuple[Span, ...] | None = None
    coreference: Coreference | None = None
    silver: bool = False
    together: bool = False
    meta: dict[str, str] = field(default_factory=dict)
