"""The reader's model: passages of text → Reading, window by window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import msgspec
import numpy as np
from tokenizers import Tokenizer

from onrecord.reading.bundle import Bundle
from onrecord.reading.decode import AttributionDecoder, outputs_of_words
from onrecord.reading.encode import TextEncoder, Window
from onrecord.reading.names import NamesDecoder
from onrecord.reading.references import ReferenceDecoder
from onrecord.reading.relations import RelationReader, pieces_of_sentences
from onrecord.reading.session import RelationSession, Session
from onrecord.reading.syntax import SyntaxDecoder
from onrecord.reading.types import Chances, Name, Pair, Reading
from onrecord.reading.vectors import sentence_vectors
from onrecord.record import Sentence, Span, Token

Passages = Sequence[Sequence[Span]]
"""For each story the spans of its blocks of running text, in order."""


class Model:
    """The one model that is read with.

    Windows go through the network one at a time, so that a window's labels cannot depend on its
    neighbours. On one core a full window is enough to work at full speed.
    """

    def __init__(self, bundle: Bundle, *, threads: int = 1) -> None:
        self._encoder = TextEncoder(
            Tokenizer.from_buffer(bundle.read("tokenizer.json")),
            window=bundle.manifest.features.window,
        )
        self.session = Session(bundle.read("model.onnx"), threads=threads)
        self._attributions = AttributionDecoder(bundle.transitions)
        heads = bundle.heads()
        self._syntax = SyntaxDecoder(heads.relations)
        self._references = ReferenceDecoder(heads.distance)
        self._names = NamesDecoder()
        self._bundle, self._threads = bundle, threads

    @classmethod
    def load(cls, *, threads: int = 1) -> Model:
        """The model shipped in the package. Raises ``BundleError`` when its files do not fit."""
        return cls(Bundle.load(), threads=threads)

    def read(self, text: str, passages: Passages) -> Reading:
        """What the model sees in the passages of one text."""
        parts = [self._read_passage(text, blocks) for blocks in passages]
        return Reading(
            sentences=tuple(s for part in parts for s in part.sentences),
            attributions=tuple(a for part in parts for a in part.attributions),
            names=tuple(n for part in parts for n in part.names),
            references=tuple(r for part in parts for r in part.references),
            vectors=tuple(v for part in parts for v in part.vectors),
            pieces=tuple(p for part in parts for p in part.pieces),
        )

    def chances(self, pairs: Sequence[Pair]) -> list[Chances]:
        """What the source of each pair does to its target; made ready when first asked."""
        return self._relations.chances(pairs)

    @cached_property
    def _relations(self) -> RelationReader:
        network = self._bundle.read("relations.onnx")
        return RelationReader(RelationSession(network, threads=self._threads))

    def _read_passage(self, text: str, blocks: Sequence[Span]) -> Reading:
        windows = self._encoder.windows(text, blocks)
        outputs = [self.session.run(window) for window in windows]
        if not windows:
            return Reading()
        names = self._names.names(windows, outputs)
        by_window = [
            self._syntax.sentences(text, window, output)
            for window, output in zip(windows, outputs, strict=True)
        ]
        sentences = with_names([s for found in by_window for s in found], names)
        attributed = [
            outputs_of_words(window, output.emissions, output.links)
            for window, output in zip(windows, outputs, strict=True)
        ]
        vectors = [
            sentence_vectors(window, output, found)
            for window, output, found in zip(windows, outputs, by_window, strict=True)
        ]
        return Reading(
            sentences=tuple(sentences),
            attributions=tuple(self._attributions.attributions(windows, attributed)),
            names=tuple(names),
            references=tuple(self._references.references(windows, outputs, sentences)),
            vectors=tuple(np.concatenate(vectors)),
            pieces=tuple(
                pieces
                for window, output, found in zip(windows, outputs, by_window, strict=True)
                for pieces in pieces_of_sentences(window, output, found)
            ),
        )

    def windows(self, text: str, passages: Passages) -> list[Window]:
        """The windows that the network sees of the passages; no window holds two of them."""
        return [w for blocks in passages for w in self._encoder.windows(text, blocks)]


def with_names(sentences: Sequence[Sentence], names: Sequence[Name]) -> list[Sentence]:
    """The sentences with each token's name tag in IOB2; ``names`` in text order."""
    found: list[Sentence] = []
    waiting = list(reversed(names))
    for sentence in sentences:
        tokens: list[Token] = []
        current: Name | None = None
        for token in sentence.tokens:
            while waiting and waiting[-1].span.end <= token.span.start:
                waiting.pop()
            name = waiting[-1] if waiting else None
            if name is not None and name.span.start < token.span.end:
                tag = f"{'I' if name is current else 'B'}-{name.label}"
                token, current = msgspec.structs.replace(token, name=tag), name
            tokens.append(token)
        found.append(Sentence(span=sentence.span, tokens=tuple(tokens)))
    return found
