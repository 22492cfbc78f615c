"""The words of a page as Universal Dependencies join them: who governs whom in a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.record import Sentence, Span, Token


class Tree:
    """A sentence's words and their governors; words are named by their index."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.span = sentence.span
        self.tokens: Sequence[Token] = sentence.tokens
        self.words = [text[t.span.start : t.span.end].lower() for t in sentence.tokens]
        self._starts = [token.span.start for token in sentence.tokens]
        self._children: dict[int, list[int]] | None = None

    def head(self, index: int) -> int | None:
        """What governs a word; None at the root."""
        return self.tokens[index].head

    def relation(self, index: int) -> str:
        """The relation to the governor, without its subtype: obl for obl:unmarked."""
        return (self.tokens[index].deprel or "").partition(":")[0]

    def children(self, index: int, *relations: str) -> Iterator[int]:
        """The words that a word governs, by relations without subtypes, or all."""
        if self._children is None:
            self._children = {}
            for place, token in enumerate(self.tokens):
                if token.head is not None and token.head != place:
                    self._children.setdefault(token.head, []).append(place)
        for child in self._children.get(index, ()):
            if not relations or self.relation(child) in relations:
                yield child

    def has_child(self, index: int, words: frozenset[str], *relations: str) -> bool:
        """Whether a word governs one of the words."""
        return any(self.words[child] in words for child in self.children(index, *relations))

    def top(self, span: Span) -> int | None:
        """The word of a span that governs its others: the first whose governor lies outside."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        inside = []
        for index in range(first, len(self.tokens)):
            token = self.tokens[index]
            if token.span.start >= span.end:
                break
            if token.span.end > span.start:
                inside.append(index)
        return next((i for i in inside if self.head(i) not in inside), None)


class Trees:
    """The trees of a page's sentences, each made when it is first asked for."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._made: dict[int, Tree] = {}

    def at(self, position: int) -> Tree | None:
        """The tree of the sentence at a place; None where there is none or it has no words."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        sentence = self._sentences[index]
        if position >= sentence.span.end or not sentence.tokens:
            return None
        if index not in self._made:
            self._made[index] = Tree(self._text, sentence)
        return self._made[index]
