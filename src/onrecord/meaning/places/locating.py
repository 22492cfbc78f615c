"""Which place of a page governs a verb or noun: "said in an interview from Kyiv"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.meaning.places.lexicon import place_words
from onrecord.meaning.trees import Tree, Trees
from onrecord.record import Place, Sentence, Span, Token

_TOGETHER = frozenset(("with", "between"))
_DEEPEST = 3
"""Nouns between a preposition and the place: "in the resort town of Antalya"."""


class Locator:
    """Finds the place that the syntax gives to a word."""

    def __init__(self, text: str, sentences: Sequence[Sentence], places: Sequence[Place]) -> None:
        self._trees = Trees(text, sentences)
        self._places = sorted(places, key=lambda place: place.span)
        self._place_starts = [place.span.start for place in self._places]

    def where(self, anchor: Span, outside: Sequence[Span]) -> Place | None:
        """The place in, at or from which what ``anchor`` tells was done; None if not said."""
        tree = self._trees.at(anchor.start)
        if tree is None:
            return None
        within = _Within(self, tree, outside)
        for index in tree.within(anchor):
            found = within.governing(index)
            if found is not None:
                return found
        return None

    def place_at(self, token: Token) -> Place | None:
        """The place whose name the token belongs to."""
        at = bisect_right(self._place_starts, token.span.start) - 1
        if at >= 0 and self._places[at].span.end >= token.span.end:
            return self._places[at]
        return None


class _Within:
    """One sentence, without the parts that are outside."""

    def __init__(self, locator: Locator, tree: Tree, outside: Sequence[Span]) -> None:
        self._locator = locator
        self._tree = tree
        self._outside = outside

    def governing(self, index: int) -> Place | None:
        """The place that governs a token: its own first, then through occasion and hearers."""
        for find in (self._own, self._through_occasion, self._through_participle, self._object):
            places = list(find(index))
            if places:
                anchor = self._tree.tokens[index].span.start
                return min(places, key=lambda place: abs(place.span.start - anchor))
        return None

    def _own(self, index: int) -> Iterator[Place]:
        """Its own: "said in Kyiv", "talks in Antalya", "the Kyiv talks"."""
        governing = self._governing(index)
        for child in self._below(index, ("obl", "nmod")):
            if self._tree.markers(child) & governing:
                yield from self._named(child, _DEEPEST)
        if self._tree.tokens[index].upos not in ("VERB", "AUX"):
            for child in self._below(index, ("compound", "nmod:poss", "nmod:unmarked")):
                yield from self._named(child, _DEEPEST)

    def _governing(self, index: int) -> frozenset[str]:
        """The prepositions by which a place is that of a token."""
        words = place_words()
        is_moving = self._tree.words[index] in words.moving
        return words.locative | words.toward if is_moving else words.locative

    def _through_occasion(self, index: int) -> Iterator[Place]:
        """Theirs: "said at a news conference in Ankara", "told reporters in Ankara"."""
        words = place_words()
        holds = self._tree.words[index] in words.holding
        for child in self._below(index, ("obl", "nmod", "obl:unmarked", "obl:tmod", "obj", "iobj")):
            word = self._tree.words[child]
            is_object = self._tree.tokens[child].deprel in ("obj", "iobj")
            if word in words.hearers:
                yield from self._inside(child)
            elif word in words.times:
                yield from self._own(child)
            elif word in words.occasions | words.happenings and (
                holds if is_object else bool(self._tree.markers(child) & words.during)
            ):
                yield from self._of_occasion(child)

    def _of_occasion(self, index: int) -> Iterator[Place]:
        """Its own, or beside its day or those who took part: "talks with the envoy in Ankara"."""
        yield from self._own(index)
        for child in self._below(index, ("nmod", "nmod:unmarked", "nmod:tmod")):
            if self._tree.words[child] in place_words().times:
                yield from self._own(child)
            elif self._tree.markers(child) & _TOGETHER:
                yield from self._inside(child)

    def _through_participle(self, index: int) -> Iterator[Place]:
        """That of the speaking: "speaking in Ankara, he said"."""
        for child in self._below(index, ("advcl", "xcomp")):
            if self._tree.words[child] in place_words().speaking:
                yield from self._own(child)
                yield from self._through_occasion(child)

    def _object(self, index: int) -> Iterator[Place]:
        """What is affected: "bombed Kharkiv", "Kharkiv was bombed"."""
        if self._tree.words[index] in place_words().affecting:
            for child in self._below(index, ("obj", "nsubj:pass", "nmod")):
                yield from self._named(child, _DEEPEST)

    def _inside(self, index: int) -> Iterator[Place]:
        for child in self._below(index, ("nmod",)):
            if self._tree.markers(child) & place_words().inside:
                yield from self._named(child, _DEEPEST)

    def _named(self, index: int, depth: int) -> Iterator[Place]:
        """The place that a token names, or that its own phrase names ("the town of Antalya")."""
        place = self._locator.place_at(self._tree.tokens[index])
        if place is not None:
            yield place
        elif depth > 1 and self._tree.words[index] in place_words().settings:
            for child in self._below(index, ("nmod", "appos", "compound", "nmod:poss")):
                yield from self._named(child, depth - 1)

    def _below(self, index: int, relations: Sequence[str]) -> Iterator[int]:
        for child in self._tree.below(index, relations):
            span = self._tree.tokens[child].span
            if not any(_overlap(span, hidden) for hidden in self._outside):
                yield child


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
