"""Events as pairs of one source and one target: the way of CAMEO and all that is coded by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import permutations, product

from onrecord.exports.page_index import PageIndex
from onrecord.lexicon import rows
from onrecord.lexicon.plover import cameo_codes, event_types
from onrecord.record import Actor, Event


@dataclass(frozen=True, slots=True)
class Dyad:
    """Who did what to whom; a side is None where nobody is known there."""

    source: Actor | None
    target: Actor | None
    code: str


@dataclass(frozen=True, slots=True)
class _Direction:
    other_side: str | None
    together: bool


def dyads(event: Event, index: PageIndex) -> Iterator[Dyad]:
    """The pairs of an event, each once; none where the event has no CAMEO code or no actor at all.

    Several actors and recipients make a pair for each of one with each of the other. What holds
    from both sides, as a meeting, is told from both: a visit (042) is, for the host, 043. Where
    actors do something together and there is no recipient, each does it with every other.
    """
    code = event.cameo
    if code is None or code not in cameo_codes():
        return
    actors, recipients = index.named(event.actors), index.named(event.recipients)
    direction = _directions().get(code, _Direction(None, together=False))
    if not recipients and len(actors) > 1 and (direction.together or _is_fight(event)):
        yield from (Dyad(source, target, code) for source, target in permutations(actors, 2))
        return
    sources: list[Actor | None] = [*actors] or [None]
    targets: list[Actor | None] = [*recipients] or [None]
    for source, target in product(sources, targets):
        if source is target:
            continue
        yield Dyad(source, target, code)
        if direction.other_side and source and target:
            yield Dyad(target, source, direction.other_side)


def _is_fight(event: Event) -> bool:
    known = event_types().get(event.type)
    return known is not None and known.symmetric == "two-sided"


@cache
def _directions() -> Mapping[str, _Direction]:
    found = {}
    for code, *cells in rows("exports_cameo_directions.tsv"):
        other_side, together, *_ = (*cells, "", "")
        found[code] = _Direction(other_side or None, together == "together")
    return found
