"""Tokens → tokens with lemmas, by simplemma's English dictionary and the part of speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import msgspec
from simplemma import Lemmatizer

from onrecord.record import Sentence, Token

_AS_WRITTEN = frozenset(("PROPN", "PUNCT", "SYM", "NUM", "X"))
_CLITICS = {
    ("'s", "AUX"): "be",
    ("'s", "VERB"): "be",
    ("'re", "AUX"): "be",
    ("'m", "AUX"): "be",
    ("'ve", "AUX"): "have",
    ("'d", "AUX"): "would",
    ("'ll", "AUX"): "will",
    ("ca", "AUX"): "can",
    ("wo", "AUX"): "will",
    ("n't", "PART"): "not",
    ("left", "VERB"): "leave",
    ("saw", "VERB"): "see",
    ("felt", "VERB"): "feel",
    ("found", "VERB"): "find",
    ("would", "AUX"): "would",
    ("could", "AUX"): "could",
    ("might", "AUX"): "might",
    ("should", "AUX"): "should",
    ("lay", "VERB"): "lay",
    ("lower", "VERB"): "lower",
    ("sequester", "VERB"): "sequester",
    ("spray-paint", "VERB"): "spray-paint",
    ("test-fire", "VERB"): "test-fire",
    ("consumers", "NOUN"): "consumer",
    ("relations", "NOUN"): "relation",
}
"""What a dictionary of forms alone cannot tell."""


_DOUBLED = frozenset(
    """cancel travel signal label dispel model fuel channel level quarrel counsel marvel dial
    total rival unravel tunnel duel initial propel expel compel repel excel rebel patrol
    control""".split()
)
"""Verbs whose l British spelling doubles, which the dictionary takes for others in "-ll"."""


def with_lemmas(text: str, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences with the lemma of every token."""
    for sentence in sentences:
        tokens = (_with_lemma(text, token) for token in sentence.tokens)
        yield Sentence(span=sentence.span, tokens=tuple(tokens))


def _with_lemma(text: str, token: Token) -> Token:
    form = text[token.span.start : token.span.end]
    return msgspec.structs.replace(token, lemma=lemma(form, token.upos or "X"))


@lru_cache(maxsize=16384)
def lemma(form: str, upos: str) -> str:
    """The dictionary form of ``form`` as the part of speech ``upos`` (Universal Dependencies)."""
    if upos in _AS_WRITTEN:
        return form
    lower = form.lower().replace("’", "'")
    known = _CLITICS.get((lower, upos))
    if known is not None:
        return known
    if lower.startswith("'"):
        return lower
    found = str(_lemmatizer().lemmatize(lower, lang="en"))
    if found.endswith("ll") and found[:-1] in _DOUBLED:
        return found[:-1]
    return found


def prepare() -> None:
    """Read the dictionary, which takes a third of a second, once."""
    lemma("went", "VERB")


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer()
