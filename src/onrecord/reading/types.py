"""What a reading is: sentences and scored attributions. No model is needed to make one."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Span


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
class Reading:
    """All that the encoder saw in some passages of a text; spans are code points of that text."""

    sentences: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
