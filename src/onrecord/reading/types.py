"""What a reading is: all that the encoder saw. No model is needed to make one by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Sentence, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that someone is said to have said: the spans of PolNeAR's annotation scheme.

    ``source`` are the words naming the speaker, ``cue`` the words that attribute ("said"),
    ``content`` what is attributed; each in text order, any of them may be empty. ``score`` in
    [0, 1] is the model's confidence in the whole.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name someone or something.

    ``label`` is PER, ORG, LOC, or NORP (a word for a country's people or for what is theirs:
    "Russian"); ``score`` in [0, 1] is the mean chance of the words' tags.
    """

    span: Span
    label: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Reference:
    """What a noun or pronoun may refer back to.

    ``anchor`` is one word: the last word of a mention's head ("Kuleba" of "Ukrainian Minister
    Dmytro Kuleba"). ``antecedents`` are anchors before it in the same story, likeliest first,
    each with its chance in [0, 1]; ``none`` is the chance that it refers to nothing before it.
    """

    anchor: Span
    antecedents: tuple[tuple[Span, float], ...] = ()
    none: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the encoder saw in some passages of a text; spans are code points of that text.

    ``sentences`` have their tokens (Universal Dependencies; lemmas are not filled in here) and
    come in text order. ``vectors`` are one tuple or array of 384 floats a sentence, of length 1,
    or empty.
    """

    sentences: tuple[Sentence, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    names: tuple[Name, ...] = ()
    references: tuple[Reference, ...] = ()
    vectors: Sequence[Sequence[float]] = ()
