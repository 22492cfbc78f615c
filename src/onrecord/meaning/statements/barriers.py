"""Links that jump over the report of someone else, and contents that were cut into pieces.

In PolNeAR's dev part 2 in 1,000 contents lie in another sentence than their cue with the whole
report of another speaker between the two; nearly all such links are wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.meaning.statements.draft import Draft, within
from onrecord.meaning.statements.layout import Layout
from onrecord.record import Span

_WORD = re.compile(r"\w[\w’'-]*")
_LONGEST_GAP = 3  # words that may be missing within one quotation


def within_barriers(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each without contents that lie beyond another's report; those stand alone."""
    reports = sorted(
        Span(min(d.source.start, d.cue[0].start), max(d.source.end, d.cue[-1].end))
        for d in drafts
        if d.source is not None and d.cue
    )
    bounded: list[Draft] = []
    for draft in drafts:
        near = [c for c in draft.content if not _beyond(layout, draft, c, reports)]
        if len(near) == len(draft.content):
            bounded.append(draft)
            continue
        far = [c for c in draft.content if c not in near]
        if near:
            bounded.append(replace(draft, content=tuple(near), origin="repaired"))
        bounded.extend(
            Draft(draft.story, None, (), (span,), draft.score, origin="repaired") for span in far
        )
    return bounded


def _beyond(layout: Layout, draft: Draft, span: Span, reports: Sequence[Span]) -> bool:
    if draft.source is None or not draft.cue:
        return False
    if layout.sentence_at(span.start) == layout.sentence_at(draft.cue[0].start):
        return False
    own = Span(
        min(draft.source.start, draft.cue[0].start), max(draft.source.end, draft.cue[-1].end)
    )
    gap = Span(own.end, span.start) if span.start >= own.end else Span(span.end, own.start)
    at = bisect_left(reports, (gap.start, 0))
    while at < len(reports) and reports[at].start < gap.end:
        report = reports[at]
        if within(report, gap) and not any(within(report, c) for c in draft.content):
            return True
        at += 1
    return False


def joined_pieces(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with contents made one that only space, or a few words of a quotation, divides."""
    taken = sorted(s for d in drafts for s in d.spans)
    return [
        replace(d, content=_joined(layout, d.content, taken)) if len(d.content) > 1 else d
        for d in drafts
    ]


def _joined(layout: Layout, content: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    joined = [content[0]]
    for span in content[1:]:
        last = joined[-1]
        if layout.index_at(last.start) == layout.index_at(span.start) and _one_piece(
            layout, last, span, taken
        ):
            joined[-1] = Span(last.start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _one_piece(layout: Layout, first: Span, second: Span, taken: Sequence[Span]) -> bool:
    gap = Span(first.end, second.start)
    if not layout.text[gap.start : gap.end].strip():
        closed = any(
            q.closed and q.level == 0 and q.span.end == first.end
            for q in layout.quotations_around(Span(first.end - 1, first.end))
        )
        return not closed  # two quotations side by side stay two
    if len(_WORD.findall(layout.text, *gap)) > _LONGEST_GAP:
        return False
    around = layout.quotations_around(gap)
    if not any(q.level == 0 and q.span.start < gap.start and gap.end < q.span.end for q in around):
        return False
    at = bisect_left(taken, (gap.start, 0))
    return at == len(taken) or taken[at].start >= gap.end
