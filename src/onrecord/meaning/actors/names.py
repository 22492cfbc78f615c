"""Names of people and bodies: their parts, and whether two names can be one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.meaning.actors.lexicon import Gender, load_lexicon

_PART = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*", re.UNICODE)
_PARTICLES = frozenset(
    "al el bin ibn abu ben van von der den de da di do dos du la le ter ten af san st".split()
)
_EMPTY = frozenset("the of and for in at on to a an de & et".split())
_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "’": "'", "ı": "i"})


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case, without accents, with straight apostrophes."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower().translate(_SPECIAL))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def name_parts(text: str) -> tuple[str, ...]:
    """The words of a name, folded, without full stops; "U.S." is one part."""
    parts: list[str] = []
    for word in text.split():
        squeezed = word.replace(".", "") if "." in word else word
        parts += (folded(part) for part in _PART.findall(squeezed))
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: given names and initials, the surname, and what stands around them.

    ``parts`` are all words of the name, folded, without honorifics and degrees; ``generation`` is
    "jr" and the like.
    """

    parts: tuple[str, ...]
    generation: str = ""
    gender: Gender | None = None

    @property
    def surname(self) -> str:
        """The last part; many names from East Asia have theirs in front."""
        return self.parts[-1] if self.parts else ""

    @property
    def is_full(self) -> bool:
        """Whether it has two parts besides particles: "Ada Reyl", but not "al-Sisi" or "Reyl"."""
        return len([p for p in self.parts if p not in _PARTICLES]) > 1


@lru_cache(maxsize=2048)
def person_name(text: str) -> PersonName:
    """The parts of a person's name as written."""
    lexicon = load_lexicon()
    parts = list(name_parts(text))
    gender: Gender | None = None
    while len(parts) > 1 and (
        parts[0] in lexicon.honorifics or parts[0] in lexicon.short or _is_title(parts[0])
    ):
        gender = lexicon.honorifics.get(parts[0]) or gender
        parts.pop(0)
    generation = ""
    while len(parts) > 1 and parts[-1] in lexicon.generations | lexicon.degrees:
        last = parts.pop()
        generation = last if last in lexicon.generations else generation
    if gender is None and len(parts) > 1:
        gender = lexicon.given.get(parts[0])
    return PersonName(tuple(parts), generation, gender)


def _is_title(part: str) -> bool:
    noun = load_lexicon().nouns.get(part)
    return noun is not None and noun.kind == "office"


def same_person(one: PersonName, other: PersonName) -> bool:
    """Whether two full names can be one person's.

    "Joe Biden" and "Joseph R. Biden" can, "Ada Reyl" and "Tom Reyl" cannot, nor father and son.
    """
    if one.generation != other.generation:
        return False
    if one.parts == other.parts:
        return True
    if one.surname == other.surname:
        mine, theirs = one.parts[0], other.parts[0]
        if _same_given(mine, theirs):
            return True
    return _is_run(one.parts, other.parts) or _is_run(other.parts, one.parts)


def _same_given(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    short = load_lexicon().short_given
    return short.get(one, one) == short.get(other, other)


def _is_run(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether ``short``, of two parts or more, stands in ``long`` as it is."""
    size = len(short)
    return 1 < size < len(long) and any(
        tuple(long[i : i + size]) == tuple(short) for i in range(len(long) - size + 1)
    )


def short_for(short: PersonName, full: PersonName) -> int:
    """How well a short name fits a full one: 3 by surname, 2 by given name, 1 by a middle part.

    0 where it does not fit.
    """
    if not short.parts or not full.is_full:
        return 0
    wanted = [p for p in short.parts if p not in _PARTICLES] or list(short.parts)
    size = len(wanted)
    have = [p for p in full.parts if p not in _PARTICLES] or list(full.parts)
    if have[-size:] == wanted or (size == 1 and _bare(have[-1]) == _bare(wanted[0])):
        return 3
    if have[:size] == wanted:
        return 2
    return 1 if size == 1 and len(wanted[0]) > 2 and wanted[0] in have[1:-1] else 0


def _bare(part: str) -> str:
    """Without an article that is joined to it: "al-assad" is "assad"."""
    head, dash, rest = part.partition("-")
    return rest if dash and head in _PARTICLES else part


@lru_cache(maxsize=4096)
def body_parts(text: str) -> tuple[str, ...]:
    """The words of a body's name that matter: without articles and prepositions."""
    parts = tuple(p for p in name_parts(text) if p not in _EMPTY)
    return parts or name_parts(text)


@lru_cache(maxsize=4096)
def initials(text: str) -> frozenset[str]:
    """What a name may be shortened to: the first letters of its words, or of the capital ones."""
    words = [w for w in re.split(r"[\s-]+", text) if w[:1].isalnum()]
    capital = "".join(w[0] for w in words if w[0].isupper())
    every = "".join(w[0] for w in words)
    return frozenset(folded(short) for short in (capital, every) if len(short) > 1)


def is_acronym(text: str) -> bool:
    """Whether it is short and in capitals: "MAC", "U.N." or "PCG"."""
    squeezed = text.replace(".", "")
    return 2 <= len(squeezed) <= 8 and squeezed.isalnum() and squeezed.isupper()
