"""Pages differ where the corpus does not: marks, breaks and ends are varied in training."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.quote_state import OPEN, quote_marks
from onrecord.reading.types import Attribution
from onrecord.record import Span
from training.corpora.document import Coreference, Document, Named, Sentences

STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("„", "“"), ("''", "''"))
WEIGHTS = (4, 4, 2, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Augmenter:
    """Chances, for each document and epoch, of each way in which its page may differ."""

    restyle: float = 0.35
    join: float = 0.15
    truncate: float = 0.05
    bare_title: float = 0.5

    def vary(self, document: Document, draw: random.Random) -> Document:
        """``document`` as another site might print it, its labels moved along."""
        if draw.random() < self.restyle:
            style = draw.choices(STYLES, WEIGHTS)[0]
            document = restyled(document, style)
        if draw.random() < self.join:
            document = joined(document, draw)
        if draw.random() < self.truncate:
            document = truncated(document, draw)
        if draw.random() < self.bare_title:
            document = with_bare_title(document)
        return document


def restyled(document: Document, style: tuple[str, str]) -> Document:
    """The document with its outermost quotation marks in another style."""
    text = document.text
    pieces: list[str] = []
    moved = np.arange(len(text) + 1)
    at = 0
    for block in document.blocks:
        for start, end, kind in quote_marks(text[block.start : block.end]):
            start, end = start + block.start, end + block.start
            mark = style[0] if kind == OPEN else style[1]
            pieces += [text[at:start], mark]
            at = end
            moved[end:] += len(mark) - (end - start)
    pieces.append(text[at:])
    return _moved(document, "".join(pieces), moved)


def joined(document: Document, draw: random.Random) -> Document:
    """The document with runs of two to six blocks made one, as in pages that lost their breaks."""
    blocks: list[Span] = []
    waiting = list(document.blocks)
    while waiting:
        run, waiting = waiting[: (n := draw.randint(2, 6))], waiting[n:]
        blocks.append(Span(run[0].start, run[-1].end))
    return replace(document, blocks=tuple(blocks))


def truncated(document: Document, draw: random.Random) -> Document:
    """The document broken off at a space within one of its blocks, as a teaser is."""
    last = draw.randrange(len(document.blocks))
    block = document.blocks[last]
    cut = document.text.find(" ", draw.randrange(block.start, block.end), block.end)
    if cut <= block.start:
        return document
    return replace(document, blocks=(*document.blocks[:last], Span(block.start, cut)))


def with_bare_title(document: Document) -> Document:
    """The document without the full stop that the corpus puts behind its title."""
    first, *rest = document.blocks
    if document.text[first.end - 1] != "." or first.end - first.start < 2:
        return document
    return replace(document, blocks=(Span(first.start, first.end - 1), *rest))


def _moved(document: Document, text: str, moved: NDArray[np.int64]) -> Document:
    def to(span: Span) -> Span:
        return Span(int(moved[span.start]), int(moved[span.end]))

    def all_to(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(to(span) for span in spans)

    def trees_to(sentences: Sentences | None) -> Sentences | None:
        return sentences and tuple(
            tuple(replace(word, span=to(word.span)) for word in sentence) for sentence in sentences
        )

    attributions = document.attributions
    if attributions is not None:
        attributions = tuple(
            Attribution(all_to(a.source), all_to(a.cue), all_to(a.content), a.score)
            for a in attributions
        )
    names = document.names
    if names is not None:
        names = tuple(Named(to(name.span), name.label) for name in names)
    coreference = document.coreference
    if coreference is not None:
        coreference = Coreference(
            chains=tuple(all_to(chain) for chain in coreference.chains),
            complete=coreference.complete,
            choices=tuple(
                (to(pronoun), all_to(names), meant and to(meant))
                for pronoun, names, meant in coreference.choices
            ),
        )
    return replace(
        document,
        text=text,
        blocks=all_to(document.blocks),
        attributions=attributions,
        syntax=trees_to(document.syntax),
        trees=trees_to(document.trees),
        names=names,
        unsure=all_to(document.unsure),
        times=None if document.times is None else all_to(document.times),
        coreference=coreference,
    )
