"""A text in which each known word is marked by what it can be, so that patterns need no word lists.

A pattern that spells out five hundred reporting verbs takes a tenth of a second to compile, and a
dozen patterns need those verbs. Here the words are looked up once: in the marked text the first
letter of a known word is replaced by a sign, a code point that stands for that word and all that it
can be. Nothing else changes and nothing moves, so a span of the marked text is a span of the text.

A pattern for marked text asks for a kind of word by :meth:`WordMarks.any_of`, and spells a word out
by :meth:`WordMarks.spelt`, since the word may be marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from typing import Literal

import msgspec

Kind = Literal["no name", "verb", "telling", "noun", "plural", "title"]
"""``no name``: a word with a capital that begins no name; ``verb`` and ``telling``: a finite
reporting verb, the second with a hearer; ``noun``: one that can speak, ``plural`` one without an
article; ``title``: one before a name."""

_Role = tuple[Kind, int]
"""A kind, and of how many words the phrase is that begins with the marked word."""

_KINDS: tuple[Kind, ...] = ("no name", "verb", "telling", "noun", "plural", "title")
_FIRST_SIGN = 0xAC00  # Hangul syllables: letters to a pattern, and there are eleven thousand
_SIGNS = re.compile("[\uac00-\ud7a3]")
_ANY_LETTER = "\u6587"
_TOKEN = re.compile(r"\w+")
_WORD_LETTER = re.compile(r"\w")
_LONGEST = 6  # words of a phrase


class _Entry(msgspec.Struct, frozen=True):
    """The marked forms of a word: alone, and by the phrases it can begin, the longest first."""

    alone: str
    phrases: tuple[tuple[str, str], ...]


class WordMarks:
    """Marks the words of a lexicon: for each kind its words and phrases, as they are written."""

    def __init__(self, lexicon: Mapping[Kind, Iterable[str]]) -> None:
        roles: dict[str, list[_Role]] = {}
        for kind, phrases in lexicon.items():
            for phrase in phrases:
                size = 1 if phrase.isalnum() else len(_TOKEN.findall(phrase))
                roles.setdefault(phrase, []).append((kind, size))
        by_first: dict[str, list[str]] = {}
        for phrase in roles:
            word = phrase if phrase.isalnum() else _first(phrase)
            by_first.setdefault(word, []).append(phrase)
        chosen: dict[str, frozenset[_Role]] = {}
        forms: set[tuple[str, frozenset[_Role]]] = set()
        for word, phrases in by_first.items():
            for phrase in phrases:
                # where a phrase stands, the shorter ones that it begins with stand too
                begun = (
                    [p for p in phrases if _begins_with(phrase, p)]
                    if len(phrases) > 1
                    else [phrase]
                )
                chosen[phrase] = frozenset(role for p in begun for role in roles[p])
                forms.add((word, chosen[phrase]))
        self._ordered = sorted(forms, key=_sorting)
        signs = {form: chr(number) for number, form in enumerate(self._ordered, _FIRST_SIGN)}
        self._entries: dict[str, _Entry] = {}
        self._firsts: dict[str, str] = {}
        for word, phrases in by_first.items():
            marked = {p: signs[word, chosen[p]] + word[1:] for p in phrases}
            alone = marked.pop(word, word)
            longer = sorted(marked, key=lambda p: (-len(p), p)) if marked else ()
            self._entries[word] = _Entry(alone, tuple((p[len(word) :], marked[p]) for p in longer))
            self._firsts[word] = "".join(sorted({alone[0], *(m[0] for m in marked.values())}))

    def mark(self, text: str) -> str:
        """``text`` with its known words marked; as long as ``text``."""
        return _TOKEN.sub(self._marked, _SIGNS.sub(_ANY_LETTER, text))

    def _marked(self, token: re.Match[str]) -> str:
        entry = self._entries.get(token[0])
        if entry is None:
            return token[0]
        for rest, marked in entry.phrases:
            if _goes_on(token.string, token.end(), rest):
                return marked
        return entry.alone

    def any_of(self, kind: Kind) -> str:
        """A pattern for any word or phrase of this kind, the longest first."""
        sizes = {size for _, roles in self._ordered for name, size in roles if name == kind}
        return "|".join(self._phrase((kind, size)) for size in sorted(sizes, reverse=True))

    def _phrase(self, role: _Role) -> str:
        first = rf"[{self._signs(lambda _, roles: role in roles)}]\w*+"
        further = role[1] - 1
        if further < 2:
            return first + r"\W+\w++" * further
        return rf"{first}(?:\W+\w++){{{further}}}"

    def signs_of(self, kind: Kind) -> str:
        """The signs with which words and phrases of this kind begin, as they stand in a set."""
        return self._signs(lambda _, roles: any(name == kind for name, _ in roles))

    def spelt(self, words: str, *, either_case: bool = False) -> str:
        """A pattern for the words of ``words``, divided by "|"; no other sign in it is special.

        With ``either_case`` each may begin with a capital too.
        """

        def first_letter(token: re.Match[str]) -> str:
            word = token[0]
            known = self._firsts.get(word, word[0])
            if either_case:
                capital = word[0].upper() + word[1:]
                known += self._firsts.get(capital, capital[0])
            return f"[{known}]{word[1:]}" if len(known) > 1 else known + word[1:]

        return _TOKEN.sub(first_letter, words)

    @cached_property
    def capital(self) -> str:
        """What stands for ``A-Z`` in a set: a capital, of any word."""
        return "A-Z" + self._signs(lambda word, _: word[0].isupper())

    @cached_property
    def small(self) -> str:
        """What stands for ``a-z`` in a set, at the beginning of a word."""
        return "a-z" + self._signs(lambda word, _: word[0].islower())

    @cached_property
    def name_capital(self) -> str:
        """What stands for ``A-Z`` in a set: the capital of a word that can begin a name."""
        return "A-Z" + self._signs(
            lambda word, roles: word[0].isupper() and all(kind != "no name" for kind, _ in roles)
        )

    def _signs(self, chosen: Callable[[str, frozenset[_Role]], bool]) -> str:
        """The signs of some forms, as they stand in a set."""
        ranges: list[list[int]] = []
        for number, form in enumerate(self._ordered, _FIRST_SIGN):
            if chosen(*form):
                if ranges and ranges[-1][1] == number - 1:
                    ranges[-1][1] = number
                else:
                    ranges.append([number, number])
        return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def _sorting(form: tuple[str, frozenset[_Role]]) -> tuple[bool, tuple[bool, ...], str]:
    """Capitals first, and forms with a role beside each other: sets of signs are ranges then."""
    return not form[0][0].isupper(), _absent(form[1]), form[0]


@cache
def _absent(roles: frozenset[_Role]) -> tuple[bool, ...]:
    return tuple((kind, size) not in roles for kind in _KINDS for size in range(1, _LONGEST + 1))


def _first(phrase: str) -> str:
    token = _TOKEN.match(phrase)
    assert token is not None, f"{phrase!r} begins with no letter"
    return token[0]


def _begins_with(phrase: str, start: str) -> bool:
    return phrase.startswith(start) and not phrase[len(start) : len(start) + 1].isalnum()


def _goes_on(text: str, at: int, rest: str) -> bool:
    """True where ``rest``, with any white space for a space, and then no letter, is at ``at``."""
    for position, part in enumerate(rest.split(" ")):
        if position:
            start = at
            while text[at : at + 1].isspace():
                at += 1
            if at == start:
                return False
        if not text.startswith(part, at):
            return False
        at += len(part)
        if _WORD_LETTER.match(text, at):
            return False
    return True
