"""The reporting lexicon, loaded once: from the words of a cue to what the speaker does with them.

The acts follow Searle's classes of illocutionary acts (A classification of illocutionary acts,
1976), refined for negotiation: demand and ask are directives; promise, threaten, offer, accept and
refuse commissives; accuse and praise expressives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, cast

import msgspec

from onrecord.lexicon import listed, read_toml
from onrecord.record import Act

_TOKEN = re.compile(r"[\w-]+(?:'[\w]+)?")

WordClass = Literal["verb", "noun", "fixed"]
Tense = Literal["base", "third", "past", "ing"]


class CueWord(msgspec.Struct, frozen=True):
    """An entry of the lexicon: a reporting verb or noun, perhaps of several words.

    ``clause``: it takes a that-clause or a quotation. ``hearer``: the hearer stands between verb
    and clause. ``speech`` is False for attitudes, which may or may not have been put into words.
    """

    lemma: str
    act: Act
    word_class: WordClass
    clause: bool = False
    hearer: bool = False
    speech: bool = True


class CueLexicon(msgspec.Struct, frozen=True):
    """All inflected forms, and those of several words by the first of them, the longest first.

    ``tenses`` gives a verb form as "base", "third", "past" or "ing"; a form that can be several
    things has the first of them. ``nouns`` holds also those that look like a verb ("demand").
    """

    forms: dict[str, CueWord]
    tenses: dict[str, Tense]
    nouns: dict[str, CueWord]
    by_first: dict[str, list[tuple[str, ...]]]

    def words(self, text: str) -> list[tuple[CueWord, int]]:
        """The entries in ``text`` (lower case), each with where it begins; the longest win."""
        tokens = list(_TOKEN.finditer(text))
        words = tuple(token[0] for token in tokens)
        found: list[tuple[CueWord, int]] = []
        position = 0
        while position < len(words):
            form = words[position]
            size = 1
            for phrase in self.by_first.get(form, ()):
                if words[position : position + len(phrase)] == phrase:
                    form, size = " ".join(phrase), len(phrase)
                    break
            if form in self.forms:
                found.append((self.forms[form], tokens[position].start()))
            position += size
        return found


@cache
def load_lexicon() -> CueLexicon:
    """The lexicon of the package."""
    entries = read_toml("reporting.toml")
    inflections = _Inflections(read_toml("inflection.toml"))
    forms: dict[str, CueWord] = {}
    tenses: dict[str, Tense] = {}
    nouns: dict[str, CueWord] = {}
    for group in entries["verbs"]:
        for lemma in listed(group["words"]):
            word = CueWord(
                lemma,
                cast(Act, group["act"]),
                "verb",
                clause=group.get("clause", False),
                hearer=group.get("hearer", False),
                speech=group.get("speech", True),
            )
            for form, tense in inflections.verb(lemma):
                forms.setdefault(form, word)
                tenses.setdefault(form, tense)
    for group in entries["nouns"]:
        for lemma in listed(group["words"]):
            word = CueWord(lemma, cast(Act, group["act"]), "noun")
            for form in inflections.noun(lemma):
                nouns.setdefault(form, word)
                forms.setdefault(form, word)
    for group in entries["fixed"]:
        for lemma in listed(group["words"]):
            forms.setdefault(lemma, CueWord(lemma, cast(Act, group["act"]), "fixed"))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    several = (tuple(form.split()) for form in forms if " " in form)
    for phrase in sorted(several, key=len, reverse=True):
        by_first.setdefault(phrase[0], []).append(phrase)
    return CueLexicon(forms, tenses, nouns, by_first)


class _Inflections:
    """The rules of inflection.toml."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._irregular = {k: listed(v) for k, v in table["irregular"].items()}
        self._doubling = frozenset(listed(table["doubling"]))
        self._rules = [(re.compile(rule["ending"]), rule) for rule in table["rules"]]
        self._known: dict[str, tuple[tuple[str, Tense], ...]] = {}

    def verb(self, phrase: str) -> Iterator[tuple[str, Tense]]:
        """The forms of a verb phrase, its first word inflected, each with its tense."""
        lemma, space, rest = phrase.partition(" ")
        forms = self._known.get(lemma)
        if forms is None:
            forms = self._known[lemma] = tuple(self._word(lemma))
        for form, tense in forms:
            yield form + space + rest, tense

    def noun(self, phrase: str) -> Iterator[str]:
        """A noun and its plural."""
        yield phrase
        yield next(form for form, tense in self._regular(phrase, False) if tense == "third")

    def _word(self, lemma: str) -> Iterator[tuple[str, Tense]]:
        if lemma not in self._irregular:
            yield from self._regular(lemma, lemma in self._doubling)
            return
        third, *others = self._irregular[lemma]
        yield lemma, "base"
        yield third, "third"
        for form in others:
            yield form, "ing" if form.endswith("ing") else "past"

    def _regular(self, lemma: str, doubles: bool) -> Iterator[tuple[str, Tense]]:
        rule = next(rule for pattern, rule in self._rules if pattern.search(lemma))
        stem = lemma[: len(lemma) - rule["drop"]]
        ing_stem = lemma[: len(lemma) - rule["drop_ing"]]
        yield lemma, "base"
        yield stem + rule["third"], "third"
        if doubles:
            stem, ing_stem = stem + lemma[-1], ing_stem + lemma[-1]
        yield stem + rule["past"], "past"
        yield ing_stem + rule["ing"], "ing"
