"""Words that look like a time and are none, by the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.meaning.times.lexer import Lexeme
from onrecord.meaning.times.lexicon import load_lexicon
from onrecord.meaning.times.meanings import Fields, Length, Meaning, Recurring, Vague

_COMMON = frozenset(("day_word", "adverb_set", "vague", "overnight"))


def is_time(text: str, lexemes: Sequence[Lexeme], first: int, end: int, meaning: Meaning) -> bool:
    """Whether ``lexemes[first:end]`` tell a time here."""
    if end - first == 1 and _is_title(text, lexemes, first):
        return False
    match meaning:
        case Length():
            return not (
                _is_age(lexemes, end)
                or _is_fraction(lexemes, first, end, meaning)
                or _is_rate(lexemes, first, end)
            ) and _is_length(lexemes, first, end)
        case Fields("year"):
            return end - first > 1 or _is_year(lexemes, first)
        case Fields("month") if end - first == 1:
            return _is_month(lexemes, first)
        case Fields("season") if end - first == 1:
            return _is_season(lexemes, first)
        case Recurring() if end - first == 1 and "adverb_set" in lexemes[first].classes:
            return _is_adverb(lexemes, end)
        case Vague():
            return lexemes[first].word != "as"
        case _:
            return True


def _word(lexemes: Sequence[Lexeme], index: int) -> str:
    return lexemes[index].word if 0 <= index < len(lexemes) else ""


def _is_title(text: str, lexemes: Sequence[Lexeme], first: int) -> bool:
    """As in "USA Today", "the Daily Mirror": a common word with a capital letter amid others."""
    lexeme = lexemes[first]
    if not first or not text[lexeme.start].isupper() or lexeme.keys.isdisjoint(_COMMON):
        return False
    beside = [lexemes[first - 1], *lexemes[first + 1 : first + 2]]
    return any(text[other.start].isupper() for other in beside if other.word.isalpha())


def _is_age(lexemes: Sequence[Lexeme], end: int) -> bool:
    """As in "a 10-year-old", "52 years old"."""
    return _word(lexemes, end) == "old" or (
        _word(lexemes, end) == "-" and _word(lexemes, end + 1) in ("old", "olds")
    )


def _is_fraction(lexemes: Sequence[Lexeme], first: int, end: int, m: Length) -> bool:
    """As in "a quarter of", "three-quarters", "a second group"."""
    last = lexemes[end - 1].word
    if last in ("quarter", "quarters"):
        return (m.amounts[0][1] == 3 and lexemes[end - 2].word == "-") or last == "quarter"
    return last == "second" and "article" in lexemes[first].classes


def _is_rate(lexemes: Sequence[Lexeme], first: int, end: int) -> bool:
    """As in "$5 million a year", "four flights a week"."""
    if "article" not in lexemes[first].classes or end - first != 2 or first == 0:
        return False
    before = lexemes[first - 1]
    if before.word in load_lexicon().context["before_rate"] or before.word[0].isdigit():
        return True
    near = lexemes[max(0, first - 3) : first]
    return before.word.endswith("s") and any(
        "numeral" in lexeme.classes or "number" in lexeme.classes for lexeme in near
    )


def _is_length(lexemes: Sequence[Lexeme], first: int, end: int) -> bool:
    if "units" not in lexemes[first].classes or _word(lexemes, end - 1) == "long":
        return True
    return _word(lexemes, first - 1) in load_lexicon().context["before_plural"]


def _is_year(lexemes: Sequence[Lexeme], first: int) -> bool:
    before = _word(lexemes, first - 1)
    return before not in load_lexicon().context["before_quantity"]


def _is_month(lexemes: Sequence[Lexeme], first: int) -> bool:
    """Whether "May" and "March" stand as months do; "Jan" is one only with its full stop."""
    lexeme = lexemes[first]
    if lexeme.word not in load_lexicon().context["bare_month"]:
        return True
    if lexeme.word in ("jan", "mar", "jun"):
        return lexeme.end - lexeme.start > 3
    following = _word(lexemes, first + 1)
    if lexeme.word == "march":
        return following != "of"
    return bool(_word(lexemes, first - 1)) and _word(lexemes, first - 1)[0].isalpha()


def _is_season(lexemes: Sequence[Lexeme], first: int) -> bool:
    if lexemes[first].word not in load_lexicon().context["ambiguous_season"]:
        return True
    return _word(lexemes, first - 1) in load_lexicon().context["before_season"]


def _is_adverb(lexemes: Sequence[Lexeme], end: int) -> bool:
    """Whether it tells how often; "quarterly" before a noun tells of what kind that is."""
    following = _word(lexemes, end)
    return lexemes[end - 1].word == "daily" or not following.isalpha()
