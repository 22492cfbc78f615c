"""One key for all spellings of a name, so that "Saint-Étienne" finds "St Etienne"."""

from __future__ import annotations

import re
import unicodedata

_JOINED = re.compile(r"[.'’‘ʼʻ`´]")
_APART = re.compile(r"[^\w]+")
_SAME = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "and": "", "the": ""}
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


def name_key(name: str) -> str:
    """The form under which a name is kept: no case, accents, points, articles; may be empty.

    Letters of other scripts stay. "U.S." and "US" have one key, so have "Mt. Fuji" and
    "Mount Fuji".
    """
    plain = without_accents(name.casefold().translate(_LETTERS))
    words = _APART.sub(" ", _JOINED.sub("", plain)).split()
    kept = [same for word in words if (same := _SAME.get(word, word))]
    return " ".join(kept) or " ".join(words)


def without_accents(name: str) -> str:
    """The name in letters without marks: "São Tomé" is "Sao Tome"."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
