"""The words of a name or phrase, in a form in which spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'’ʼ`&][^\W_]+)*\.?['’]?|[,;:()–—/]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", flags=re.IGNORECASE)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_MARKS = frozenset(",;:()–—/")
_MEN = {"men": "man", "women": "woman", "people": "people", "children": "child"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase.

    ``key`` is without case, accents, points, apostrophes and possessive ending; a mark such as
    "," is a word of its own. ``capital``: it begins with a capital letter; ``upper``: it has no
    other letters. ``joined``: a hyphen stands before it, as before "led" of "Kurdish-led".
    """

    key: str
    text: str
    capital: bool
    upper: bool
    possessive: bool
    joined: bool

    @property
    def is_mark(self) -> bool:
        """Whether it is a comma, bracket, dash or the like."""
        return self.text in _MARKS


def words(phrase: str) -> tuple[Word, ...]:
    """The words of ``phrase``, compounds taken apart at their hyphens."""
    found = []
    for match in _WORD.finditer(phrase):
        text = match[0]
        plain = _POSSESSIVE.sub("", text)
        found.append(
            Word(
                key=key(plain),
                text=text,
                capital=text[0].isupper(),
                upper=plain.upper() == plain and any(letter.isalpha() for letter in plain),
                possessive=plain != text,
                joined=match.start() > 0 and phrase[match.start() - 1] in "-‐‑",
            )
        )
    return tuple(found)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """``word`` without case, accents, points and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(letter for letter in decomposed if letter.isalnum() or letter in _MARKS)


def keys(name: str) -> tuple[str, ...]:
    """The keys of the words of a name."""
    return tuple(word.key for word in words(name))


@lru_cache(maxsize=8192)
def singulars(word: str) -> tuple[str, ...]:
    """What a key may be the plural of, itself first: "armies" of "army"."""
    options = [word]
    for plural, singular in _MEN.items():
        if (word.endswith(plural) and word != plural) or word == plural:
            options.append(word[: len(word) - len(plural)] + singular)
    if word.endswith("ies") and len(word) > 4:
        options.append(word[:-3] + "y")
    if word.endswith("ves"):
        options += [word[:-3] + "f", word[:-3] + "fe"]
    if word.endswith("es") and len(word) > 3:
        options.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
        options.append(word[:-1])
    return tuple(dict.fromkeys(options))


_VARIANTS = {
    variant: names[0]
    for names in (
        "mohamed mohammed muhammad mohammad muhammed mohamad mohamud muhamad mehmed".split(),
        "ahmed ahmad achmad ahmet".split(),
        "hussein hussain husayn husain hossein hosein hussien husein".split(),
        "hassan hasan hassen".split(),
        "abdullah abdallah abdulla".split(),
        "yusuf yousef youssef yousuf yussuf yusef yousof".split(),
        "omar umar omer".split(),
        "khalid khaled".split(),
        "saleh salih salah".split(),
        "said saeed sayed saïd".split(),
        "ali aly".split(),
        "ismail ismael esmail".split(),
        "ibrahim ebrahim ibraheem".split(),
        "mahmoud mahmud mahmood".split(),
        "alexander aleksandr alexandr aleksander oleksandr alyaksandr aliaksandr".split(),
        "alexei aleksei alexey aleksey oleksii oleksiy".split(),
        "evgeny yevgeny evgeni yevgeni evgeniy yevgeniy".split(),
        "dmitry dmitri dmitriy dimitry dmitrii".split(),
        "vladimir volodymyr uladzimir".split(),
        "nikolai nikolay mykola".split(),
        "yulia julia yuliya iuliia".split(),
        "sergei sergey serhiy serhii siarhei".split(),
        "mikhail mikhael mykhailo".split(),
        "andrei andrey andriy andrii".split(),
        "abdel abdul abd".split(),
        "faisal faysal feisal".split(),
        "moussa musa mousa".split(),
        "usman uthman ousmane osman".split(),
        "cheikh sheikh shaikh sheik shaykh".split(),
    )
    for variant in names
}
_VOWELS = re.compile(r"ou|oo")
_EE = re.compile(r"ee|ij|iy|yi|y|j(?=$)")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """A key in which transcriptions of one personal name meet: "zelenskyy" and "zelenskiy"."""
    same = _VARIANTS.get(word)
    if same is not None:
        return same
    plain = _EE.sub("i", _VOWELS.sub("u", word.replace("ph", "f").replace("kh", "h")))
    return _DOUBLE.sub(r"\1", plain.replace("ck", "k").replace("ks", "x").replace("q", "k"))
