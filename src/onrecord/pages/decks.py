"""Where a headline or deck without a full stop ends and the body run into it begins.

"… to keep the northern ferries running Crews would wait for calmer weather …": every capital in
the first sentence is a place where the body could begin. Each gets a score from the words around
it, and so does "nowhere"; the weights are in ``lexicon/decks.toml``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.lexicon import read_toml
from onrecord.pages import english
from onrecord.pages.datelines import dateline

SHORTEST = 4
LONGEST = 36
"""Words in a deck, at least and at most."""

WINDOW = 420
"""How far, in code points, a deck and the beginning of its body are looked for."""

_TOKEN = re.compile(r"\S+")
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z]\.[A-Z])[.!?][”\"’)]*(?=\s)"
)
_VERB = re.compile(r"(?:\w{2,}ed|said|says|\w{3,}ing|told|won|led|met|hit|held|took|made)$")
_EDGES = "“”\"‘’'(),;:—–-[]"


class DeckWord(msgspec.Struct, frozen=True):
    """A word of the window, without the marks around it."""

    start: int
    end: int
    raw: str
    bare: str
    lower: str
    capital: bool
    small: bool


def deck_end(text: str, start: int, end: int, *, after_kicker: bool) -> tuple[int | None, float]:
    """Where the deck that begins at ``start`` ends, and how sure that is; (None, 0.0) if none."""
    window = text[start : min(end, start + WINDOW)]
    words = first_sentence(window)
    places = candidates(words)
    if not places:
        return None, 0.0
    table = weights()
    context = LineContext(window, words, text[start:end])
    scores = [
        sum(table.get(name, 0.0) * value for name, value in features(context, place, rank).items())
        for rank, place in enumerate(places)
    ]
    nowhere = sum(
        table.get(name, 0.0) * value
        for name, value in nowhere_features(words, after_kicker).items()
    )
    highest = max(*scores, nowhere)
    total = sum(math.exp(score - highest) for score in (*scores, nowhere))
    best = max(range(len(places)), key=scores.__getitem__)
    certain = math.exp(scores[best] - highest) / total
    if scores[best] < nowhere or certain < (0.3 if after_kicker else 0.5):
        return None, 0.0
    return start + words[places[best] - 1].end, 1.0 - math.exp(nowhere - highest) / total


@cache
def weights() -> dict[str, float]:
    """The weight of each feature of a place, and (``nowhere_…``) of there being none."""
    table: dict[str, float] = read_toml("decks.toml")["weights"]
    return table


def first_sentence(window: str) -> list[DeckWord]:
    """The words up to the first full stop."""
    stop = _STOP.search(window)
    limit = stop.start() if stop else len(window)
    words: list[DeckWord] = []
    for match in _TOKEN.finditer(window, 0, limit):
        raw = match.group()
        bare = raw.strip(_EDGES)
        lower = bare.lower()
        words.append(
            DeckWord(
                start=match.start(),
                end=match.end(),
                raw=raw,
                bare=bare,
                lower=lower,
                capital=bare[:1].isupper(),
                small=lower in english.FUNCTION_WORDS,
            )
        )
    return words


def candidates(words: Sequence[DeckWord]) -> list[int]:
    """Indices of words that could be the first of the body."""
    found: list[int] = []
    for index in range(SHORTEST, min(LONGEST + 1, len(words) - 3)):
        word, before = words[index], words[index - 1]
        if not word.capital or not before.bare or before.raw[-1] in ",;:—–-([“‘":
            continue
        if before.lower in english.NO_SENTENCE_ENDS_WITH and before.lower != "is":
            continue
        found.append(index)
    return found


class LineContext:
    """What the features of all places of one line share."""

    def __init__(self, window: str, words: Sequence[DeckWord], line: str) -> None:
        self.window = window
        self.words = words
        self.lowered = frozenset(re.findall(r"\b[a-z][a-z’'-]+", line))
        self.capitals = [0]
        self.content = [0]
        self.quoted: list[bool] = []
        opened = 0
        for word in words:
            self.quoted.append(opened > 0)
            opened = max(0, opened + word.raw.count("“") - word.raw.count("”"))
            opened += word.raw.startswith("‘") - (
                opened > 0 and word.raw.rstrip(",.;").endswith("’")
            )
            counted = bool(word.bare) and word.bare[0].isalpha() and not word.small
            self.content.append(self.content[-1] + counted)
            self.capitals.append(self.capitals[-1] + (counted and word.capital))

    def capital_share(self, begin: int, finish: int) -> float:
        """The share of content words with a capital among ``words[begin:finish]``."""
        content = self.content[finish] - self.content[begin]
        return (self.capitals[finish] - self.capitals[begin]) / content if content else 0.0


def features(context: LineContext, place: int, rank: int) -> dict[str, float]:
    """Whether the body begins at ``words[place]``, the ``rank``-th place of the line."""
    words = context.words
    word, before, after = words[place], words[place - 1], words[place + 1]
    following = words[place + 1 : place + 7]
    starter = word.lower in english.SENTENCE_STARTERS
    common = word.lower in context.lowered or _could_be_common(word.lower)
    before_share = context.capital_share(1, place)
    after_share = context.capital_share(min(place + 1, len(words)), min(place + 9, len(words)))
    told = {one.lower for one in words[:place] if one.capital and not one.small}
    again = any(one.lower in told for one in words[place : place + 4] if one.capital)
    verb_before = any(
        _VERB.match(one.lower) or one.lower in english.AUXILIARIES for one in words[1:place]
    )
    verb_after = any(
        one.lower in english.AUXILIARIES or _VERB.match(one.lower)
        for one in following
        if not one.capital
    )
    lower_after = _distance(words, place, content=False)
    content_after = _distance(words, place, content=True)
    return {
        "starter": float(starter),
        "article": float(word.lower in english.ARTICLES),
        "common": float(common and not starter),
        "before_lower": float(not before.capital),
        "before_capital_starter": float(before.capital and starter),
        "before_small": float(before.small),
        "before_preposition": float(before.lower in english.PREPOSITIONS),
        "calendar": float(word.lower in english.CALENDAR),
        "titled": before_share - after_share,
        "titled_strong": float(before_share > 0.85 and after_share < 0.5),
        "next_capital": float(after.capital),
        "next_said": float(after.lower in english.AUXILIARIES or after.lower in ("said", "says")),
        "possessive": float(word.bare.endswith(("’s", "'s", "s’", "s'"))),
        "again": float(again),
        "verb_before": float(verb_before),
        "verb_after": float(verb_after),
        "dateline": float(_files(context, word)),
        "inside_quote": float(context.quoted[place]),
        "to_small_1": float(lower_after == 1),
        "to_small_2": float(lower_after == 2),
        "to_content_1": float(content_after == 1),
        "to_content_3": float(2 <= content_after <= 3),
        "closing_quote": float(before.raw[-1] in "”’\"'?!"),
        "length": min(place, 30) / 10,
        "length_squared": (min(place, 30) / 10) ** 2,
        "left": min(len(words) - place, 30) / 10,
        "short_left": float(len(words) - place < 8),
        "first_place": float(rank == 0),
    }


def _distance(words: Sequence[DeckWord], place: int, *, content: bool) -> int:
    """How many words after ``place`` the first uncapitalised one (of content) stands; 9 if far."""
    for index in range(place + 1, min(place + 9, len(words))):
        word = words[index]
        if not word.capital and word.bare[:1].isalpha() and not (content and word.small):
            return index - place
    return 9


def nowhere_features(words: Sequence[DeckWord], after_kicker: bool) -> dict[str, float]:
    """Whether the line has no deck: it is one sentence from its beginning."""
    length = min(len(words), 60) / 10
    return {
        "nowhere_bias": 1.0,
        "nowhere_kicker": float(after_kicker),
        "nowhere_length": length,
        "nowhere_length_squared": length**2 / 4,
    }


def _files(context: LineContext, word: DeckWord) -> bool:
    """Whether a dateline begins at a word."""
    if not word.bare.isupper() and "(" not in context.window and "—" not in context.window:
        return False
    return dateline(context.window, word.start, len(context.window)) is not None


def _could_be_common(word: str) -> bool:
    """Plural and derived nouns that begin sentences and are rarely names ("Authorities")."""
    return word.endswith(
        ("ities", "ers", "ors", "ists", "ials", "ions", "ments", "ants", "ents", "ing", "men")
    )
