"""The signs by which a teaser is told from the article's next paragraph, as numbers."""

from __future__ import annotations

import math
import re
from bisect import insort
from collections.abc import Sequence

import msgspec

from onrecord.pages import english
from onrecord.pages.cohesion import Vocabulary, shared, vocabulary
from onrecord.pages.openings import (
    SHORTEST_BROKEN,
    Opening,
    ellipsis_ends,
    no_opening,
    opening,
    truncated,
)
from onrecord.pages.units import Line, Unit, is_list_item, title_cased

_FIRST_STOP = re.compile(r"(?<=[a-z”\")])[.!?]\s")
LONGEST_SENTENCE = 1000


class Described(msgspec.Struct, frozen=True):
    """A unit with what its features are made of."""

    unit: Unit
    body: str
    opening: Opening | None
    vocabulary: Vocabulary
    heading: str
    unit_index: int
    broken: bool


def describe(text: str, lines: Sequence[Line], members: Sequence[Unit]) -> list[Described]:
    """The units of the page, each with its parts and its words."""
    found: list[Described] = []
    for index, unit in enumerate(members):
        heading = "" if unit.heading is None else _shown(text, lines[unit.heading])
        body, parts, in_list = "", None, False
        if unit.body is not None:
            in_list = lines[unit.body].kind == "list" or is_list_item(
                text[lines[unit.body].span.start : lines[unit.body].span.end][:8]
            )
            span = lines[unit.body].span
            body = text[span.start : span.end]
            # A deck runs into a body where sites cut the body, so only there is one looked for.
            cut = not heading and not in_list and truncated(body)
            turn = lines[unit.body].turn
            parts = no_opening(*span) if turn else opening(text, *span, deck=None if cut else False)
        found.append(
            Described(
                unit=unit,
                body=body,
                opening=parts,
                vocabulary=vocabulary(f"{heading}. {body}"),
                heading=heading,
                unit_index=index,
                broken=not in_list and len(body) >= SHORTEST_BROKEN and truncated(body),
            )
        )
    return found


class Context(msgspec.Struct):
    """What the article has said so far: its words, and the lengths of its paragraphs, sorted."""

    vocabulary: Vocabulary = msgspec.field(default_factory=Vocabulary)
    lengths: list[int] = msgspec.field(default_factory=list)

    def add(self, one: Described) -> None:
        """Take in the article's next unit."""
        self.vocabulary.add(one.vocabulary)
        if one.body:
            insort(self.lengths, len(one.body))

    @property
    def usual_length(self) -> int:
        """The median length of a paragraph, in code points."""
        return self.lengths[len(self.lengths) // 2] if self.lengths else 300


def features(one: Described, context: Context, page: Sequence[Described]) -> dict[str, float]:
    """What tells a teaser from the article's next paragraph; most values are in [-1, 1]."""
    before, body, parts = context.vocabulary, one.body, one.opening
    new_stems = 0.5 - shared(one.vocabulary.stems, before.stems)
    new_names = 0.5 - shared(one.vocabulary.names, before.names, before.stems)
    dots = one.broken and ellipsis_ends(body)
    has_kicker = (parts is not None and parts.kicker is not None) or one.unit.kicker is not None
    run_in = parts.run_in if parts is not None else 0.0
    length = math.log((len(body) + 20) / (context.usual_length + 20))
    previous_broken = one.unit_index > 0 and page[one.unit_index - 1].broken
    head = bool(one.heading) or has_kicker or run_in > 0
    following = page[one.unit_index + 1] if one.unit_index + 1 < len(page) else None
    solo = bool(one.heading and body) and (following is None or bool(following.heading))
    return {
        "bias": 1.0,
        "broken": float(one.broken and not dots),
        "dots": float(dots),
        "kicker": float(has_kicker),
        "run_in": run_in,
        "heading": float(bool(one.heading) and bool(body)),
        "title_case": title_cased(one.heading) if one.heading else 0.0,
        "headline_only": float(not body),
        "dateline": float(parts is not None and parts.dateline is not None),
        "new_stems": new_stems,
        "new_names": new_names,
        "broken_new": float(one.broken) * (new_stems + new_names),
        "head_new": float(head) * (new_stems + new_names),
        "longer": max(0.0, min(2.0, length)),
        "shorter": max(0.0, min(2.0, -length)),
        "lede": lede(body),
        "goes_on": float(goes_on(body)),
        "solo": float(solo),
        "solo_new": float(solo) * (new_stems + new_names),
        "section": float(one.unit.section),
        "last": float(one.unit_index == len(page) - 1),
        "previous_broken": float(previous_broken),
        "next_broken": float(following is not None and following.broken),
        "broken_inside": float(one.broken and following is not None),
        "both_broken": float(one.broken and following is not None and following.broken),
    }


def lede(body: str) -> float:
    """How much a paragraph opens like a report: a long first sentence with a day and names."""
    stop = _FIRST_STOP.search(body)
    first = body[: stop.start() if stop else LONGEST_SENTENCE]
    tokens = first.split()
    if len(tokens) < 14:
        return 0.0
    value = 0.4
    if not english.WEEKDAYS.isdisjoint(first.lower().replace(",", " ").split()):
        value += 0.4
    if sum(1 for token in tokens[1:] if token[0].isupper()) >= 2:
        value += 0.2
    return value


def goes_on(body: str) -> bool:
    """Whether a paragraph opens with a quotation, a pronoun or a connective."""
    if body[:1] in "“\"‘'«":
        return True
    tokens = english.words(body[:40])
    return bool(tokens) and tokens[0].lower() in english.CONTINUATIONS


def _shown(text: str, line: Line) -> str:
    return text[line.span.start : line.span.end]
