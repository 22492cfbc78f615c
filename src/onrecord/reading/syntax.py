"""Outputs → sentences of tokens with parts of speech and governors (Universal Dependencies).

Our words are cut at spaces and at every punctuation mark; the model says which of them go on with
the token before them ("U", ".", "S", "."), and where a sentence begins. Governors are the best
tree of each sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.encode import Window
from onrecord.reading.labels import ARC_WIDTH, PARTS_OF_SPEECH, RELATION_WIDTH, RELATIONS
from onrecord.reading.session import WindowOutputs
from onrecord.reading.spanning_tree import best_tree
from onrecord.record import Sentence, Span, Token

Floats = NDArray[np.float32]

LIKELY_BORDER = -2.0
"""The score from which on a sentence begins at a capital after a full stop and a space; else 0.
Chosen on EWT dev and GUM dev: F1 .878 → .889 and .952 → .969."""
_CLOSING = "”\"’')]"
_OPENING = '“"‘('

_TAIL_OF = {"cannot": "not", "gonna": "na", "gotta": "ta", "wanna": "na"}
"""Words that treebanks cut in two, though nothing shows it."""
_ROOT = RELATIONS.index("root")


@dataclass(frozen=True, slots=True)
class RelationWeights:
    """The relation head's last layer: float32 [relation width, relations] and [relations]."""

    weight: Floats
    bias: Floats


@dataclass(slots=True)
class _Draft:
    """A token in the making: its span, and the word of the window at which the model sees it.

    ``tail``: whether it was cut from the token before it, and no word stands for it.
    """

    span: Span
    word: int
    tail: bool = False


class SyntaxDecoder:
    """Decodes windows into sentences."""

    def __init__(self, relations: RelationWeights) -> None:
        self._relations = relations

    def sentences(self, text: str, window: Window, outputs: WindowOutputs) -> list[Sentence]:
        """The sentences of a window; none runs over the border of a block."""
        found = []
        scores = outputs.tokens[window.words]
        for drafts in _drafts(text, window, scores[:, len(PARTS_OF_SPEECH) :]):
            found.append(self._sentence(text, drafts, window, outputs))
        return found

    def _sentence(
        self, text: str, drafts: Sequence[_Draft], window: Window, outputs: WindowOutputs
    ) -> Sentence:
        whole = [draft for draft in drafts if not draft.tail]
        pieces = window.words[[draft.word for draft in whole]]
        heads = best_tree(arc_scores(outputs.pairs, pieces))
        governors = np.where(heads < 0, 0, pieces[heads])
        relations = self._relation_scores(outputs.pairs, pieces, governors)
        relations[:, _ROOT] = np.where(heads < 0, np.inf, -np.inf)
        names = relations.argmax(axis=1)
        tags = outputs.tokens[pieces, : len(PARTS_OF_SPEECH)].argmax(axis=1)
        place_of = [at for at, draft in enumerate(drafts) if not draft.tail]
        tokens: list[Token] = []
        at = -1
        for draft in drafts:
            if draft.tail:
                tokens.append(_tail(text, draft.span, tokens[-1], len(tokens) - 1))
                continue
            at += 1
            head = None if heads[at] < 0 else place_of[int(heads[at])]
            tokens.append(
                Token(
                    span=draft.span,
                    upos=PARTS_OF_SPEECH[int(tags[at])],
                    head=head,
                    deprel=RELATIONS[int(names[at])],
                )
            )
        span = Span(tokens[0].span.start, tokens[-1].span.end)
        return Sentence(span=span, tokens=tuple(tokens))

    def _relation_scores(
        self, pairs: Floats, dependents: NDArray[np.int32], governors: NDArray[np.int32]
    ) -> Floats:
        """float32 [tokens, relations]."""
        halves = pairs[:, 2 * ARC_WIDTH :].reshape(len(pairs), 2, RELATION_WIDTH)
        hidden = _gelu(halves[dependents, 0] + halves[governors, 1])
        scores: Floats = hidden @ self._relations.weight + self._relations.bias
        return scores


def arc_scores(pairs: Floats, pieces: NDArray[np.int32]) -> Floats:
    """float32 [tokens, tokens + 1]: of each dependent, for the root and then for each governor."""
    arcs = pairs[:, : 2 * ARC_WIDTH].reshape(len(pairs), 2, ARC_WIDTH)
    offered = np.concatenate([[0], pieces])
    scores: Floats = arcs[pieces, 0] @ arcs[offered, 1].T
    return scores


def _drafts(text: str, window: Window, bounds: Floats) -> list[list[_Draft]]:
    """Sentences of tokens; ``bounds`` float32 [words, 2]: sentence begins, token goes on."""
    sentences: list[list[_Draft]] = []
    starts, ends = window.starts.tolist(), window.ends.tolist()
    blocks = window.blocks.tolist()
    begins, goes_on = bounds[:, 0].tolist(), (bounds[:, 1] > 0).tolist()
    for word, (start, end) in enumerate(zip(starts, ends, strict=True)):
        new_block = word == 0 or blocks[word] != blocks[word - 1]
        if not new_block and goes_on[word] and ends[word - 1] == start:
            last = sentences[-1][-1]
            last.span = Span(last.span.start, end)
            continue
        least = LIKELY_BORDER if not new_block and _is_border(text, ends[word - 1], start) else 0.0
        if new_block or begins[word] > least:
            sentences.append([])
        sentences[-1].append(_Draft(Span(start, end), word))
    return [_with_clitics(text, sentence) for sentence in sentences]


def _is_border(text: str, end: int, start: int) -> bool:
    """Whether a full stop or the like, then space, stands before a capital or a quotation."""
    before = text[max(0, end - 3) : end].rstrip(_CLOSING)
    first = text[start]
    return start > end and before[-1:] in tuple(".!?…") and (first.isupper() or first in _OPENING)


def _with_clitics(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """The tokens with "n't" and the like cut as treebanks cut them."""
    found: list[_Draft] = []
    for draft in drafts:
        words = text[draft.span.start : draft.span.end].lower()
        before = found[-1] if found else None
        if (
            before is not None
            and words in ("'t", "’t")
            and before.span.end == draft.span.start
            and before.span.end - before.span.start > 1
            and text[before.span.end - 1].lower() == "n"
        ):
            before.span = Span(before.span.start, before.span.end - 1)
            draft.span = Span(draft.span.start - 1, draft.span.end)
        tail = _TAIL_OF.get(words)
        if tail is None:
            found.append(draft)
            continue
        cut = draft.span.end - len(tail)
        found.append(_Draft(Span(draft.span.start, cut), draft.word))
        found.append(_Draft(Span(cut, draft.span.end), draft.word, tail=True))
    return found


def _tail(text: str, span: Span, before: Token, place: int) -> Token:
    """The second half of a word cut in two; ``before``, at ``place``, is the first."""
    if text[span.start : span.end].lower() == "not":
        head = place if before.head is None else before.head
        return Token(span=span, upos="PART", head=head, deprel="advmod")
    return Token(span=span, upos="PART", head=place, deprel="mark")


def _gelu(values: Floats) -> Floats:
    """GELU by its tanh form (Hendrycks and Gimpel 2016), within 0.001 of the exact one."""
    cubic = values + 0.044715 * values**3
    result: Floats = (0.5 * values * (1.0 + np.tanh(0.7978845608 * cubic))).astype(np.float32)
    return result
