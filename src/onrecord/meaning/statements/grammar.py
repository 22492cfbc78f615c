"""The grammar of a page's sentences: its tokens by place, each with its governor and dependents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.record import Sentence, Span, Token

_INNER = frozenset(
    (
        "det",
        "amod",
        "compound",
        "flat",
        "nmod:poss",
        "case",
        "nummod",
        "appos",
        "conj",
        "cc",
        "nmod",
    )
)


class Grammar:
    """All tokens of a page in order.

    For each, ``heads`` has the place of its governor in ``tokens``, -1 where there is none, and
    ``sentence_ends`` the place behind the last token of its sentence.
    """

    def __init__(self, text: str, sentences: Iterable[Sentence]) -> None:
        self._text = text
        self.tokens: list[Token] = []
        self.heads: list[int] = []
        self.sentence_ends: list[int] = []
        for sentence in sentences:
            base = len(self.tokens)
            size = len(sentence.tokens)
            for token in sentence.tokens:
                inside = token.head is not None and 0 <= token.head < size
                self.heads.append(base + token.head if inside and token.head is not None else -1)
                self.tokens.append(token)
                self.sentence_ends.append(base + size)
        self.starts = [token.span.start for token in self.tokens]
        self._children: dict[int, list[int]] = {}
        for index, head in enumerate(self.heads):
            self._children.setdefault(head, []).append(index)

    def children(self, index: int) -> Sequence[int]:
        """The places of a token's dependents, in order."""
        return self._children.get(index, ())

    def within(self, span: Span) -> range:
        """The places of the tokens that begin in ``span``."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def word(self, index: int) -> str:
        """A token as written, in lower case."""
        start, end = self.tokens[index].span
        return self._text[start:end].lower()

    def relation(self, index: int) -> str:
        """A token's relation to its governor, without its subtype."""
        return (self.tokens[index].deprel or "").partition(":")[0]

    def preposition(self, index: int) -> str | None:
        """The preposition that governs a noun."""
        for child in self.children(index):
            if self.tokens[child].deprel == "case" and child < index:
                return self.word(child)
        return None

    def phrase(self, head: int) -> Span:
        """The words of a noun's phrase, without its preposition and without clauses in it."""
        first = last = head
        stack = [head]
        while stack:
            at = stack.pop()
            for child in self.children(at):
                relation = self.tokens[child].deprel or ""
                if relation not in _INNER or (at == head and relation == "case" and child < head):
                    continue
                first, last = min(first, child), max(last, child)
                stack.append(child)
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)
