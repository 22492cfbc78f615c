"""Where the article ends and the beginnings of other stories begin.

Each unit of the page gets the log-odds of being (part of) a teaser, from general signs: a kicker,
a deck run into its body, a paragraph that breaks off, words and names that the article never
used, a length unlike the article's paragraphs, a new report's opening. The article is the part of
the page before the cut that gains most; the weights are in ``lexicon/teasers.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.lexicon import read_toml
from onrecord.pages.cohesion import Vocabulary, shared
from onrecord.pages.openings import SHORTEST_BROKEN, truncated
from onrecord.pages.signs import Context, Described, describe, features, goes_on
from onrecord.pages.units import Line, Unit, looks_like_heading, units

MOST_UNITS = 4000
"""A text of more paragraphs is a book or a log: it has no teasers."""

SHORTEST_ARTICLE = 3
"""Paragraphs below which what follows other stories is no article."""

SAME_STORY = 0.7
"""The shares of names and of words in common, added, from which on two texts are one story."""


class Segmentation(msgspec.Struct, frozen=True):
    """The units of the article, and of each teaser, in page order."""

    article: tuple[Unit, ...]
    teasers: tuple[tuple[Unit, ...], ...]


@cache
def weights() -> dict[str, float]:
    """The weight of each feature, and of ``cut``: what a cut must gain to be made."""
    table: dict[str, float] = read_toml("teasers.toml")["weights"]
    return table


def segment(text: str, lines: Sequence[Line]) -> Segmentation:
    """The article and the teasers among ``lines``."""
    found = units(text, lines)
    if len(found) > MOST_UNITS:
        return Segmentation(tuple(found), ())
    described = describe(text, lines, found)
    first = _before_article(described)
    rest = described
    if first:
        rest = [
            msgspec.structs.replace(one, unit_index=one.unit_index - first)
            for one in described[first:]
        ]
    cut = best_cut(rest)
    article = tuple(one.unit for one in rest[: _before_list(rest[:cut])])
    return Segmentation(article, group_teasers(described[:first]) + group_teasers(rest[cut:]))


def _before_article(described: Sequence[Described]) -> int:
    """How many units at the page's top are beginnings of other stories.

    Each has a headline of its own and breaks off, and what follows has a head too, is longer, and
    is about something else.
    """
    count = 0
    while count < len(described) and described[count].broken and described[count].heading:
        count += 1
    rest = described[count:]
    if not count or not rest or not rest[0].heading:
        return 0
    if sum(bool(one.body) and not one.broken for one in rest) < max(SHORTEST_ARTICLE, count):
        return 0
    said = Vocabulary()
    for one in rest:
        said.add(one.vocabulary)
    near = [
        shared(one.vocabulary.names, said.names) + shared(one.vocabulary.stems, said.stems)
        for one in described[:count]
    ]
    return count if max(near) < SAME_STORY else 0


def _before_list(article: Sequence[Described]) -> int:
    """How many units remain of an article that ends in a list of headlines under its heading."""
    for index, one in enumerate(article):
        if index and one.unit.section and all(map(_is_headline, article[index:])):
            return index
    return len(article)


def _is_headline(one: Described) -> bool:
    """Whether a unit is a headline and nothing else."""
    return not one.body or (not one.heading and looks_like_heading(one.body))


def best_cut(described: Sequence[Described]) -> int:
    """How many units the article has: those before the cut that gains most, or all of them."""
    cut = len(described)
    for _ in range(2):
        scores = _scores(described, cut)
        best, gained, total = len(described), weights()["cut"], 0.0
        for i in range(len(described) - 1, 0, -1):
            total += scores[i]
            if scores[i] > 0 and total > gained:
                best, gained = i, total
        if best == cut:
            break
        cut = best
    # A scrap after the last paragraph is the beginning of nothing.
    told = any(one.heading or len(one.body) >= SHORTEST_BROKEN for one in described[cut:])
    return cut if told else len(described)


def _scores(described: Sequence[Described], cut: int) -> list[float]:
    """The log-odds that each unit is of a teaser, where the article is the units before ``cut``."""
    table = weights()
    context = Context()
    scores: list[float] = []
    for index, one in enumerate(described):
        found = features(one, context, described)
        scores.append(sum([table.get(name, 0.0) * value for name, value in found.items()]))
        if index < cut:
            context.add(one)
    return scores


def group_teasers(described: Sequence[Described]) -> tuple[tuple[Unit, ...], ...]:
    """Units after the cut, put together into stories; headlines of a list are left out."""
    groups: list[list[Described]] = []
    in_list = False
    for one in described:
        in_list = one.unit.section or (in_list and not one.body)
        if in_list and not one.body:
            continue
        if groups and _belongs(one, groups[-1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    return tuple(tuple(one.unit for one in group) for group in groups)


def _belongs(one: Described, group: Sequence[Described]) -> bool:
    """Whether a unit goes on with the teaser before it."""
    parts = one.opening
    if one.unit.section or one.heading or parts is None or truncated(group[-1].body):
        return False
    if parts.kicker is not None or parts.dateline is not None or parts.run_in > 0:
        return False
    before = Vocabulary()
    for unit in group:
        before.add(unit.vocabulary)
    near = shared(one.vocabulary.names, before.names) + shared(one.vocabulary.stems, before.stems)
    return near > SAME_STORY or goes_on(one.body)
