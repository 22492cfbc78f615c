"""Whether the verb beside a time looks back or ahead, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.meaning.times.dating import Tense
from onrecord.meaning.times.lexer import Lexeme
from onrecord.meaning.times.lexicon import load_lexicon
from onrecord.meaning.trees import Tree
from onrecord.record import Span

_REACH = 14
"""In so many words before or after a time its verb is looked for."""

_LONGEST_WAY = 20  # steps up a tree
_BE = (["be"], ["have"], ["been"])
_TO = frozenset(("to",))
_STOPS = frozenset('.;:!?“”"')
_POSSESSIVES = frozenset(("'s", "’s"))


def tense_at(lexemes: Sequence[Lexeme], first: int, end: int) -> Tense | None:
    """The tense that the words beside ``lexemes[first:end]`` show; None where they show none.

    A preposition may settle it ("until Monday"); else it is the nearest verb that shows its
    tense, before the time or, where there is none, after it.
    """
    context = load_lexicon().context
    before = lexemes[first - 1].word if first else ""
    if before in context["before_future"] and first > 1 and lexemes[first - 2].word not in _STOPS:
        return "future"
    if before in context["before_past"]:
        return "past"
    if before == "as" and first > 1 and lexemes[first - 2].word in ("early", "soon"):
        return "future"
    found = _nearest(lexemes, range(first - 1, max(-1, first - 1 - _REACH), -1))
    return found or _nearest(lexemes, range(end, min(len(lexemes), end + _REACH)))


def _nearest(lexemes: Sequence[Lexeme], indices: Iterable[int]) -> Tense | None:
    for index in indices:
        if lexemes[index].word in _STOPS:
            return None
        found = _tense_of(lexemes, index)
        if found is not None:
            return found
    return None


def _tense_of(lexemes: Sequence[Lexeme], index: int) -> Tense | None:
    word = lexemes[index].word
    lexicon = load_lexicon()
    if word in lexicon.tense["future"]:
        return "future"
    before = [lexemes[place].word for place in range(max(0, index - 3), index)]
    if word in lexicon.tense["past"] or (word.endswith("ed") and len(word) > 4):
        # "To be held", "will be named".
        looks_ahead = before[-1:] in _BE and any(
            other == "to" or other in lexicon.tense["future"] for other in before
        )
        return "future" if looks_ahead else "past"
    if before[-1:] == ["to"] and word.isalpha() and not lexemes[index].keys:
        # "Set to resume", but not "failed to resume".
        return None if before[-2:-1] and before[-2] in lexicon.context["done"] else "future"
    return None


def tense_in(tree: Tree, time: Span) -> Tense | None:
    """The tense of the verb that governs a time in its sentence; None where it shows none."""
    top = tree.top(time)
    if top is None:
        return None
    context = load_lexicon().context
    cases = {tree.words[child] for child in tree.children(top, "case", "mark")}
    if cases & context["before_future"] and tree.tokens[0].span.end < time.start - 1:
        return "future"
    if cases & context["before_past"]:
        return "past"
    verb = tree.head(top)
    before = next((i for i in range(top, -1, -1) if tree.tokens[i].span.end <= time.start), None)
    if before is not None and tree.tokens[before].upos == "VERB":
        verb = before  # "ruled Wednesday that …", wherever the tree puts the day
    if verb is None or not _is_predicate(tree, verb):
        return None  # "Monday's debate" may be over or still to come, whatever its verb's tense
    for _ in range(_LONGEST_WAY):
        if verb is None:
            return None
        if _is_predicate(tree, verb):
            found = _tense_of_verb(tree, verb)
            if found is not None:
                return found
        verb = tree.head(verb)
    return None


def _is_predicate(tree: Tree, word: int) -> bool:
    return tree.tokens[word].upos in ("VERB", "AUX") or any(tree.children(word, "cop"))


def _tense_of_verb(tree: Tree, verb: int) -> Tense | None:
    """By its auxiliaries and its form; None where another verb settles it."""
    lexicon = load_lexicon()
    auxiliaries = {tree.words[child] for child in tree.children(verb, "aux", "cop")}
    word = tree.words[verb]
    if auxiliaries & lexicon.tense["future"] or word in lexicon.tense["future"]:
        return "future"
    if auxiliaries & lexicon.tense["past"]:
        return "past"
    if tree.has_child(verb, _TO, "mark"):
        head = tree.head(verb)
        over = head is not None and tree.words[head] in lexicon.context["done"]
        return None if over else "future"
    if word in lexicon.tense["past"] or word.endswith("ed"):
        return "past"
    if word.endswith("ing") and not auxiliaries:
        return None
    return "future" if tree.relation(verb) != "acl" else None
