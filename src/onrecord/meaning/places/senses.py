"""Whether a name is meant as a place, or only says whose something is.

Gritta, Pilehvar and Collier (A pragmatic guide to geoparsing evaluation, 2019) tell literal
toponyms ("floods in Kyiv", "Kyiv's streets") from associative ones. Of these, modifiers of what is
no place ("the Kyiv government") and parties ("talks with Kyiv") are left out here, which the words
around them tell reliably; what acts ("Kyiv refused") may be either, and is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.meaning.places.lexicon import place_words
from onrecord.meaning.trees import Tree, Trees
from onrecord.record import Sentence, Span

_MODIFIERS = frozenset(("compound", "nmod:poss", "nmod", "nmod:unmarked", "amod", "nmod:desc"))
_SAME = frozenset(("conj", "appos", "flat"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_HIGHEST = 6


class Senses:
    """Tells literal toponyms, by the trees of a page."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._trees = Trees(text, sentences)

    def is_literal(self, span: Span) -> bool:
        """Whether the toponym names a place where something is; so if there is no tree."""
        tree = self._trees.at(span.start)
        tops = tree.tops(span) if tree else ()
        return self._literal(tree, tops[-1], _HIGHEST) if tree and tops else True

    def _literal(self, tree: Tree, index: int, higher: int) -> bool:
        token = tree.tokens[index]
        relation, governor = token.deprel or "", tree.head(index)
        if governor is None or higher == 0:
            return True
        words = place_words()
        prepositions = tree.markers(index) - _POSSESSIVE
        if prepositions & words.party:
            return False
        if "of" in prepositions:
            return tree.words[governor] not in words.owned
        if prepositions:
            return True
        if relation in _SAME:
            return self._literal(tree, governor, higher - 1)
        return relation not in _MODIFIERS or tree.words[governor] not in words.owned
