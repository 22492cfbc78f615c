"""Rules for numbers, in figures and words: "90", "2 1/2", "forty-two", "a couple of", "several"."""

from __future__ import annotations

from onrecord.meaning.times.grammar import Rules, same
from onrecord.meaning.times.meanings import Number


def _sum(tens: int, ones: int | None = None) -> int | None:
    if ones is None:
        return tens
    return tens + ones if 0 < ones < 10 else None


def _times(power: int, n: int = 1, rest: int = 0) -> int | None:
    return n * power + rest if n < 100 and rest < power else None


def _with_fraction(fraction: str, n: int = 0) -> float | None:
    """As in "2 1/2"."""
    above, _, below = fraction.partition("/")
    if "/" in below or int(below) == 0 or int(above) >= int(below):
        return None
    return n + int(above) / int(below)


def _year_of(high: int, low: int) -> int | None:
    """As in "nineteen ninety-seven"."""
    return high * 100 + low if 13 <= high <= 20 and 10 <= low <= 99 else None


def _open() -> Number:
    return "X"


NUMBERS: Rules = (
    ("cardinal", "tens:tens [-? number:ones]", _sum),
    ("cardinal", "number:m", same),
    ("large", "article? power:power", _times),
    ("large", "cardinal:n power:power [and? cardinal:rest]", _times),
    ("count", "numeral:m", same),
    ("count", "numeral:n -? slash:fraction", lambda n, fraction: _with_fraction(fraction, n)),
    ("count", "slash:fraction", _with_fraction),
    ("count", "large:m", same),
    ("count", "cardinal:m", same),
    ("count", "cardinal:n and article half", lambda n: n + 0.5),
    ("count", "article? quantity:m of?", same),
    ("count", "quite? a good? few", _open),
    ("count", "few", _open),
    ("nth", "ordinal:m", same),
    ("nth", "tens:tens - ordinal:ones", _sum),
    ("nth", "numeral:n ~ordinal_ending", lambda n: n if isinstance(n, int) else None),
    ("spoken_year", "century_word:high cardinal:low", _year_of),
    ("spoken_year", "tens:high cardinal:low",
     lambda high, low: _year_of(high, low) if high == 20 else None),
    ("spoken_year", "number:n power:power [and? cardinal:rest]",
     lambda n, power, rest=0: 2000 + rest if n == 2 and power == 1000 else None),
)  # fmt: skip
