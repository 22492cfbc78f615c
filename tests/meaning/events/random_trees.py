"""Random sentences: clauses that could be, with some words, tags and heads that could not."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from functools import cache, partial

from hypothesis import strategies as st

from onrecord.meaning.events.lexicon import load_lexicon
from onrecord.reading.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS
from onrecord.reading.types import Reading
from onrecord.record import Sentence, Span, Token
from tests.meaning.events.parsed import NAMES

_AUXILIARIES = tuple("will would could must was been has did cannot ’s is".split())
_MARKS = tuple("to that if unless until before after since of from".split())
_PREPOSITIONS = tuple("to of by from with between on for against under at in off".split())
_NUMBERS = tuple("500 24 2014 3.5bn $ us$ million two dozen 1,5 1,500 twenty-one - none".split())
_OTHERS = tuple("not never n't no only yet who whose which that it they such say plan".split())


@dataclass(frozen=True)
class _Word:
    """A token to be; ``head`` is the place of another one in the list, -1 for the root."""

    form: str
    tag: str | None
    relation: str | None
    head: int
    name: str = "O"


@cache
def _verbs() -> list[str]:
    lexicon = load_lexicon()
    return [
        f"{' '.join(verb.split())}{ending}"
        for verb in (*lexicon.verbs, *lexicon.light)
        for ending in ("", "s", "ed", "ing")
    ]


@cache
def _nouns() -> list[str]:
    return list(load_lexicon().nouns)


@st.composite
def _noun_phrase(draw: st.DrawFn, words: list[_Word], relation: str, head: int) -> None:
    """A name, or an event noun with whose it is and whom it is done to."""
    names = st.sampled_from(("Norra", "Zemira", "Varga", "rebels", "villagers", "Kostar"))
    if draw(st.booleans()):
        words.append(_Word(draw(names), "PROPN", relation, head))
        if draw(st.booleans()):
            at = len(words) - 1
            words.append(_Word("and", "CCONJ", "cc", at + 2))
            words.append(_Word(draw(names), "PROPN", "conj", at))
        return
    at = len(words)
    words.append(_Word(draw(st.sampled_from(_nouns())), "NOUN", relation, head))
    if draw(st.booleans()):
        words.append(_Word(draw(st.sampled_from(_NUMBERS)), "NUM", "nummod", at))
    if draw(st.booleans()):
        words.append(_Word("norran", "ADJ", draw(st.sampled_from(("amod", "compound"))), at))
    if draw(st.booleans()):
        words.append(_Word(draw(st.sampled_from(_PREPOSITIONS)), "ADP", "case", len(words) + 1))
        words.append(_Word(draw(names), "PROPN", "nmod", at))


@st.composite
def _clause(draw: st.DrawFn, words: list[_Word], relation: str, head: int, depth: int) -> None:
    """A verb with its sides, auxiliaries and obliques, and another clause under it."""
    verb = len(words)
    words.append(_Word(draw(st.sampled_from(_verbs())), "VERB", relation, head))
    if draw(st.booleans()):
        words.append(_Word(draw(st.sampled_from(_AUXILIARIES)), "AUX", "aux", verb))
    if head >= 0 and draw(st.booleans()):
        words.append(_Word(draw(st.sampled_from(_MARKS)), "SCONJ", "mark", verb))
    for role in draw(st.lists(st.sampled_from(("nsubj", "obj", "nsubj:pass", "iobj")), max_size=2)):
        draw(_noun_phrase(words, role, verb))
    if draw(st.booleans()):
        words.append(_Word(draw(st.sampled_from(_PREPOSITIONS)), "ADP", "case", len(words) + 1))
        draw(_noun_phrase(words, "obl", verb))
    if depth and draw(st.booleans()):
        below = ("xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis")
        top = draw(st.integers(0, len(words) - 1))
        draw(_clause(words, draw(st.sampled_from(below)), top, depth - 1))


@st.composite
def _spoilt(draw: st.DrawFn, word: _Word, places: int, *, circles: bool) -> _Word:
    """The word with one thing changed to anything that a model may say."""
    match draw(st.integers(0, 4 if circles else 3)):
        case 0:
            letters = st.text(string.ascii_letters + "İß’'-$€١2", min_size=1, max_size=5)
            return replace(word, form=draw(st.one_of(letters, st.sampled_from(_OTHERS))))
        case 1:
            return replace(word, tag=draw(st.sampled_from((None, *PARTS_OF_SPEECH))))
        case 2:
            return replace(word, relation=draw(st.sampled_from((None, *RELATIONS))))
        case 3:
            return replace(word, name=draw(st.sampled_from(NAME_TAGS)))
        case _:
            return replace(word, head=draw(st.integers(-1, places - 1)))


@st.composite
def sentences(draw: st.DrawFn, *, circles: bool = True) -> tuple[str, Reading]:
    """A text of one sentence with its reading; with ``circles`` words may hang at any others.

    The words stand in any order: what the grammar says and where a word stands need not agree.
    """
    words: list[_Word] = []
    draw(_clause(words, "root", -1, 2))
    for place in draw(st.lists(st.integers(0, len(words) - 1), max_size=5)):
        words[place] = draw(_spoilt(words[place], len(words), circles=circles))
    order = draw(st.one_of(st.just(range(len(words))), st.permutations(range(len(words)))))
    at = {place: rank for rank, place in enumerate(order)}
    text, tokens = "", []
    for place in order:
        word = words[place]
        text += " " if text else ""
        known = NAMES.get(word.form.lower())
        tokens.append(
            Token(
                span=Span(len(text), len(text) + len(word.form)),
                upos=word.tag,
                head=at.get(word.head),
                deprel=word.relation,
                name=f"B-{known}" if known and word.name == "O" else word.name,
            )
        )
        text += word.form
    sentence = Sentence(span=Span(0, len(text)), tokens=tuple(tokens))
    return text, Reading(sentences=(sentence,))


trees = partial(sentences, circles=False)
"""The same as :func:`sentences`, with one root to which every word leads."""
