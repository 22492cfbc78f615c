"""A sentence's tree, to go up and down in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of a sentence with the children of each; ``words`` are forms in lower case."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, text: str, sentence: Sentence) -> Tree:
        """The tree of a parsed sentence of ``text``."""
        children: list[list[int]] = [[] for _ in sentence.tokens]
        for index, token in enumerate(sentence.tokens):
            if token.head is not None and 0 <= token.head < len(children):
                children[token.head].append(index)
        words = tuple(text[t.span.start : t.span.end].lower() for t in sentence.tokens)
        return cls(sentence.tokens, words, tuple(tuple(below) for below in children))

    def word(self, index: int) -> str:
        """The form of a token, in lower case."""
        return self.words[index]

    def within(self, span: Span) -> list[int]:
        """The tokens that overlap a span."""
        return [
            index
            for index, token in enumerate(self.tokens)
            if token.span.start < span.end and span.start < token.span.end
        ]

    def head_of(self, span: Span) -> int | None:
        """The token of a span whose governor is outside it, the last one if there are several."""
        own = self.within(span)
        tops = [index for index in own if self.tokens[index].head not in own]
        return tops[-1] if tops else None

    def below(self, index: int, relations: Sequence[str]) -> Iterator[int]:
        """The children of a token that have one of the relations."""
        return (child for child in self.children[index] if self.tokens[child].deprel in relations)

    def prepositions(self, index: int) -> frozenset[str]:
        """The adpositions of a token, in lower case."""
        return frozenset(self.words[child] for child in self.below(index, ("case", "mark")))
