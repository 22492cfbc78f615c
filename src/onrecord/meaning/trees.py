"""The words of a sentence as Universal Dependencies join them: who governs whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.record import Sentence, Span, Token

_OF_A_PHRASE = frozenset(
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


class Tree:
    """A sentence's tokens and their governors; a token is known by its index.

    ``words`` are the forms in lower case; ``capitals`` tells which are written with a capital.
    """

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.span = sentence.span
        self.tokens: Sequence[Token] = sentence.tokens
        forms = [text[t.span.start : t.span.end] for t in sentence.tokens]
        self.words = [form.lower() for form in forms]
        self.capitals = [form[:1].isupper() for form in forms]
        self._starts = [token.span.start for token in sentence.tokens]
        self._children: dict[int, list[int]] | None = None

    def head(self, index: int) -> int | None:
        """What governs a token; None at the root, and where the reading has no grammar."""
        head = self.tokens[index].head
        return head if head is not None and 0 <= head < len(self.tokens) else None

    def relation(self, index: int) -> str:
        """The relation to the governor, without its subtype: obl for obl:unmarked."""
        return (self.tokens[index].deprel or "").partition(":")[0]

    def children(self, index: int, *relations: str) -> Iterator[int]:
        """The tokens that a token governs, by relations without subtypes, or all."""
        for child in self._below(index):
            if not relations or self.relation(child) in relations:
                yield child

    def below(self, index: int, relations: Sequence[str]) -> Iterator[int]:
        """The tokens that a token governs by just these relations, subtypes told apart."""
        return (child for child in self._below(index) if self.tokens[child].deprel in relations)

    def _below(self, index: int) -> Sequence[int]:
        if self._children is None:
            self._children = {}
            for place in range(len(self.tokens)):
                head = self.head(place)
                if head is not None and head != place:
                    self._children.setdefault(head, []).append(place)
        return self._children.get(index, ())

    def has_child(self, index: int, words: frozenset[str], *relations: str) -> bool:
        """Whether a token governs one of the words."""
        return any(self.words[child] in words for child in self.children(index, *relations))

    def prepositions(self, index: int) -> frozenset[str]:
        """The adpositions of a token, in lower case."""
        return frozenset(self.words[child] for child in self.below(index, ("case",)))

    def markers(self, index: int) -> frozenset[str]:
        """The adpositions of a token and the words that subordinate it, in lower case."""
        return frozenset(self.words[child] for child in self.below(index, ("case", "mark")))

    def within(self, span: Span) -> range:
        """The tokens that lie in a span, partly is enough."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.tokens[first].span.end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def tops(self, span: Span) -> list[int]:
        """The tokens of a span whose governors lie outside it, in order; one as a rule."""
        inside = self.within(span)
        return [index for index in inside if self.head(index) not in inside]

    def top(self, span: Span) -> int | None:
        """The first of them."""
        return next(iter(self.tops(span)), None)

    def phrase(self, head: int) -> Span:
        """The words of a noun's phrase, without its preposition and without clauses in it."""
        first = last = head
        stack, seen = [head], {head}
        while stack:
            at = stack.pop()
            for child in self._below(at):
                relation = self.tokens[child].deprel or ""
                before_it = at == head and relation == "case" and child < head
                if relation in _OF_A_PHRASE and not before_it and child not in seen:
                    first, last = min(first, child), max(last, child)
                    stack.append(child)
                    seen.add(child)
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)


class Trees:
    """The trees of a page's sentences, each made when it is first asked for."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._made: dict[int, Tree] = {}

    def at(self, position: int) -> Tree | None:
        """The tree of the sentence at a place; None where there is none or it has no tokens."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        sentence = self._sentences[index]
        if position >= sentence.span.end or not sentence.tokens:
            return None
        if index not in self._made:
            self._made[index] = Tree(self._text, sentence)
        return self._made[index]
