"""What a reading is: all that the encoder saw. No model is needed to make one by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reading.labels import ACTS, place_of_act
from onrecord.record import Sentence, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
class Pieces:
    """A sentence's word pieces inside the encoder.

    ``starts``, ``ends``: int32 [words], code points of the text. ``firsts``: int32 [words + 1], the
    place of each word's first piece; the last is their number. ``states``: float32 [pieces, 384].
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    firsts: NDArray[np.int32]
    states: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors of a sentence, by the spans of their words, and its event words with their types.

    Either side may be empty. Spans are code points of the text that was read.
    """

    pieces: Pieces
    source: Sequence[Span]
    target: Sequence[Span]
    words: Sequence[tuple[Span, str]] = ()


@dataclass(frozen=True, slots=True)
class Chances:
    """The chance of each act of :data:`ACTS`, if there is one, and that there is none."""

    acts: tuple[float, ...]
    none: float

    def of(self, kind: str) -> float:
        """The chance of a PLOVER type; CONCEDE and RETREAT share theirs."""
        return self.acts[place_of_act(kind)]

    @property
    def best(self) -> str:
        """The likeliest act."""
        return ACTS[max(range(len(ACTS)), key=lambda place: self.acts[place])]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the encoder saw in some passages of a text; spans are code points of that text.

    ``sentences`` have their tokens (Universal Dependencies; lemmas are not filled in here) and
    come in text order. ``vectors`` are one tuple or array of 384 floats a sentence, of length 1,
    or empty; ``pieces`` one for each sentence, or empty.
    """

    sentences: tuple[Sentence, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    names: tuple[Name, ...] = ()
    references: tuple[Reference, ...] = ()
    vectors: Sequence[Sequence[float]] = ()
    pieces: Sequence[Pieces] = ()
