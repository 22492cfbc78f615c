"""One statement for each attribution: duplicates merged, overlaps resolved, nesting recognised."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.meaning.statements.draft import Draft, overlap, within
from onrecord.meaning.statements.layout import Layout, strip_span
from onrecord.record import Span

_SAME = 0.8  # share of common content from which two drafts are one
_SHORTEST_REST = 8  # characters of content that may stand alone after an overlap is cut away


def resolve_overlaps(layout: Layout, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with disjoint contents, the higher score first served.

    A draft that lies with its cue inside the content of another is reported by that one.
    """
    outermost: list[Draft] = []
    nested: list[tuple[Draft, Draft]] = []
    for draft in sorted(drafts, key=lambda d: (d.span.start, -d.span.end)):
        outer = next(
            (o for o in reversed(outermost[-8:]) if draft.cue and _reports(o, draft)), None
        )
        if outer is None:
            outermost.append(draft)
        else:
            nested.append((draft, outer))
    kept = _disjoint(layout, outermost)
    survivors = {id(draft): final for draft, final in kept}
    result = [final for _, final in kept]
    for draft, outer in nested:
        final = survivors.get(id(outer))
        if final is not None and _reports(final, draft):
            result.append(replace(draft, outer=final))
    return sorted(result, key=lambda d: (d.span, d.content))


def reattach(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where a reporting draft has been replaced, tied to the one that has its words."""
    present = {id(draft) for draft in drafts}
    attached: list[Draft] = []
    for draft in drafts:
        if draft.outer is not None and id(draft.outer) not in present:
            outer = next(
                (o for o in drafts if o.outer is None and o is not draft and _reports(o, draft)),
                None,
            )
            draft = replace(draft, outer=outer)
        attached.append(draft)
    return attached


def _reports(outer: Draft, inner: Draft) -> bool:
    """True where ``inner``, cue and all, lies in one content span of ``outer``."""
    return any(within(inner.span, c) for c in outer.content)


def _disjoint(layout: Layout, drafts: Sequence[Draft]) -> list[tuple[Draft, Draft]]:
    """Pairs of a draft and what is left of it."""
    taken: list[tuple[int, int, int]] = []  # start, end, index in kept
    kept: list[tuple[Draft, Draft]] = []
    order = sorted(drafts, key=lambda d: (-d.score, d.source is None, not d.cue, d.span))
    for draft in order:
        rest: list[Span] = []
        rivals: dict[int, int] = {}
        for span in draft.content:
            here = _overlapping(taken, span)
            for start, end, index in here:
                rivals[index] = rivals.get(index, 0) + overlap(span, Span(start, end))
            rest.extend(_minus(layout.text, span, [Span(s, e) for s, e, _ in here]))
        size = sum(s.end - s.start for s in draft.content)
        rival = max(rivals, key=lambda i: rivals[i]) if rivals else None
        if rival is not None and rivals[rival] >= _SAME * size:
            original, final = kept[rival]
            kept[rival] = (original, _merged(final, draft))
        elif rest:
            kept.append((draft, draft if not rivals else replace(draft, content=tuple(rest))))
            for span in rest:
                insort(taken, (span.start, span.end, len(kept) - 1))
    return kept


def _merged(winner: Draft, loser: Draft) -> Draft:
    """The winner, with source or cue of the loser where it has none."""
    if winner.source is None and not winner.cue:
        spans = [s for s in (loser.source, *loser.cue) if s is not None]
        if not any(overlap(s, c) for s in spans for c in winner.content):
            return replace(winner, source=loser.source, cue=loser.cue)
    return winner


def _overlapping(taken: Sequence[tuple[int, int, int]], span: Span) -> list[tuple[int, int, int]]:
    index = bisect_left(taken, (span.start, -1, -1))
    if index and taken[index - 1][1] > span.start:
        index -= 1
    found = []
    while index < len(taken) and taken[index][0] < span.end:
        found.append(taken[index])
        index += 1
    return found


def _minus(text: str, span: Span, others: Sequence[Span]) -> list[Span]:
    """What is left of ``span`` without the others; crumbs are dropped."""
    if not others:
        return [span]
    parts: list[Span] = []
    start = span.start
    for other in sorted(others):
        parts.append(Span(start, max(start, other.start)))
        start = max(start, other.end)
    parts.append(Span(start, max(start, span.end)))
    stripped = [strip_span(text, p) for p in parts]
    stripped = [
        strip_span(text, Span(s.start, s.end - 1))
        if s and s.end < span.end and text[s.end - 1] in ".,"
        else s
        for s in stripped
    ]
    return [s for s in stripped if s is not None and s.end - s.start >= _SHORTEST_REST]
