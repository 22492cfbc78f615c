"""Quotations that the model left without a speaker, or left out.

A quotation goes to a speaker only where the page's form says so: it follows that speaker's words in
the same paragraph, it carries on a speech over several paragraphs, or "he said" stands beside it.
Everything else that is clearly speech is kept with no speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.statements.layout import Layout, Passage
from onrecord.meaning.statements.phrases import attribution_after, attribution_before
from onrecord.quotations import Quotation
from onrecord.record import Span

SAME_PARAGRAPH, NEXT_PARAGRAPH, CARRIED_ON = 0.9, 0.75, 0.85
RULE_SCORE, UNATTRIBUTED = 0.6, 0.4
_SHORTEST = 5  # words that make a quotation a sentence
_FARTHEST = 150  # characters before a quotation in which "she said:" is looked for
_WORD = re.compile(r"\w[\w’'-]*")
_SENTENCE_END = re.compile(r"(?:[.!?:…]|\.\.\.|[”\"’'»])\s*$")
_ENDS_AS_SPEECH = re.compile(r"(?:[.,!?…—–-]\s*[”\"’'»“]{0,2}|[”\"’'»“]{1,2}[.,!?])")
_ARTIFACT = re.compile(r"[^\w\s]\s*[<>=/\\&;]")
_BYLINE = re.compile(r",?\s+(?:by|is|was|are|has|and|which|that|in|on|for|from)\b")
_CLAUSE_GAP = re.compile(r"[\s.,;:]*")


def with_quotations(
    layout: Layout, drafts: Sequence[Draft], turns: Sequence[Draft] = ()
) -> list[Draft]:
    """The drafts, with unattributed quotations joined to their speaker or added without one.

    Drafts with neither speaker nor quotation are dropped: of words that nobody is known to have
    said and that are not quoted, two in three are no statement. Quotations within the ``turns`` of
    a transcript are part of these.
    """
    known = [d for d in drafts if d.source is not None or (d.cue and _quotes(layout, d))]
    loose = [d for d in drafts if d.source is None and not d.cue and _quotes(layout, d)]
    loose += _missed(layout, [*drafts, *turns])
    for draft in sorted(loose, key=lambda d: d.span):
        known = _place(layout, known, draft)
    return sorted(known, key=lambda d: (d.span, d.content))


def _place(layout: Layout, known: list[Draft], draft: Draft) -> list[Draft]:
    host = _same_paragraph_host(layout, known, draft) or _earlier_paragraph_host(
        layout, known, draft
    )
    if host is not None:
        index, factor = host
        owner = known[index]
        content = tuple(sorted((*owner.content, *draft.content)))
        joined = replace(owner, content=content, score=min(owner.score, owner.score * factor))
        return [*known[:index], joined, *known[index + 1 :]]
    attributed = _attributed_by_rule(layout, draft)
    if attributed.source is None and _after_comma(layout.text, draft.content[0].start):
        return known  # "in her book, “How to …”"
    return [*known, attributed]


def _after_comma(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip().endswith(",")


def _missed(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts for quotations of sentence length that no draft covers, outside headings."""
    covered = sorted(s for d in drafts for s in d.spans)
    starts = [s.start for s in covered]
    found: list[Draft] = []
    for index, passage in enumerate(layout.passages):
        if passage.kind == "heading":
            continue
        for quotation in layout.quotations(index):
            span = quotation.span
            if quotation.level or not _is_speech(layout.text, passage, quotation):
                continue
            first = max(0, bisect_left(starts, span.start) - 3)
            last = bisect_left(starts, span.end)
            if not any(overlap(span, s) for s in covered[first:last]):
                found.append(Draft(passage.story, None, (), (span,), UNATTRIBUTED))
    return found


def _is_speech(text: str, passage: Passage, quotation: Quotation) -> bool:
    """A sentence in quotation marks, not a title or a word held at arm's length."""
    start, end = quotation.span
    if quotation.continues:
        return True
    if len(_WORD.findall(text, start, end)) < _SHORTEST:
        return False
    first = _WORD.search(text, start, end)
    before = text[passage.span.start : start]
    opens = not before.strip() or _SENTENCE_END.search(before) is not None
    if first is None or not first[0][0].isupper() or _ARTIFACT.match(text, start):
        return False
    if _BYLINE.match(text, end, passage.span.end):
        return False
    tail = _ENDS_AS_SPEECH.search(text, max(start, end - 3), min(passage.span.end, end + 1))
    introduced = before.rstrip()[-1:] in (",", ":")
    if not quotation.closed:
        return opens and not before.strip()
    return (opens or introduced) and tail is not None


def _same_paragraph_host(
    layout: Layout, known: Sequence[Draft], draft: Draft
) -> tuple[int, float] | None:
    """The draft whose words end just before this quotation, or begin just after it."""
    text, span = layout.text, draft.content[0]
    end = draft.content[-1].end
    here = layout.index_at(span.start)
    for index, other in enumerate(known):
        if other.story != draft.story or other.source is None or other.outer:
            continue
        if here is None or not overlap(other.span, layout.passages[here].span):
            continue
        last = max((s for s in other.spans if s.end <= span.start), default=None)
        if last is not None and layout.index_at(last.start) == here:
            if _CLAUSE_GAP.fullmatch(text, last.end, span.start):
                return index, SAME_PARAGRAPH
            if _sentence_rest(layout, last.end, span.start) and _quotes(layout, other):
                return index, NEXT_PARAGRAPH
        first = other.content[0]
        if first.start >= end and layout.index_at(first.start) == here:
            adjacent = _CLAUSE_GAP.fullmatch(text, end, first.start) is not None
            if adjacent and _quotes(layout, other):
                return index, SAME_PARAGRAPH
    return None


def _sentence_rest(layout: Layout, start: int, end: int) -> bool:
    """True where only the rest of one sentence lies between: "… said on Monday in Geneva. “"."""
    between = layout.text[start:end]
    if len(between) > 80 or any(q in between for q in '“”"«»'):
        return False
    sentence = layout.sentence_at(max(start - 1, 0))
    return not layout.text[sentence.end : end].strip()


def _earlier_paragraph_host(
    layout: Layout, known: Sequence[Draft], draft: Draft
) -> tuple[int, float] | None:
    """The speaker of the paragraph before, where this one is all quotation or carries one on."""
    index = layout.index_at(draft.content[0].start)
    if not index:
        return None
    passage, before = layout.passages[index], layout.passages[index - 1]
    if before.story != passage.story or before.kind == "heading":
        return None
    quotation = next(
        (q for q in layout.quotations(index) if overlap(q.span, draft.content[0])), None
    )
    if quotation is None:
        return None
    whole = _all_quoted(layout, index)
    hosts = [
        (i, d)
        for i, d in enumerate(known)
        if d.source
        and not d.outer
        and overlap(d.span, before.span)
        and any(overlap(s, before.span) for s in d.spans)
    ]
    if not hosts or not (quotation.continues or whole):
        return None
    position, last = max(hosts, key=lambda pair: pair[1].span.end)
    speakers = {layout.text[d.source.start : d.source.end] for _, d in hosts if d.source}
    ends_with_colon = layout.text[: before.span.end].endswith(":")
    if quotation.continues and _ends_open(layout, index - 1, last):
        return position, CARRIED_ON
    if ends_with_colon or (len(speakers) == 1 and _quotes(layout, last)):
        return position, NEXT_PARAGRAPH
    return None


def _ends_open(layout: Layout, index: int, draft: Draft) -> bool:
    """True where the last quotation of the passage is the draft's and does not close."""
    outer = [q for q in layout.quotations(index) if q.level == 0]
    if not outer or outer[-1].closed:
        return False
    return any(overlap(outer[-1].span, c) for c in draft.content)


def _all_quoted(layout: Layout, index: int) -> bool:
    """True where no word of the passage is outside quotation marks."""
    position = layout.passages[index].span.start
    for quotation in layout.quotations(index):
        if quotation.level == 0:
            if _WORD.search(layout.text, position, quotation.span.start):
                return False
            position = quotation.span.end
    return not _WORD.search(layout.text, position, layout.passages[index].span.end)


def _quotes(layout: Layout, draft: Draft) -> bool:
    """True where the draft has words in quotation marks."""
    return any(overlap(q.span, c) for c in draft.content for q in layout.quotations_around(c))


def _attributed_by_rule(layout: Layout, draft: Draft) -> Draft:
    """The draft with the "he said" that stands beside its quotation, if one does."""
    text = layout.text
    index = layout.index_at(draft.content[0].start)
    if index is None:
        return draft
    start, end = layout.passages[index].span
    match = attribution_after().match(text, draft.content[-1].end, end)
    if match:
        names = ("s1", "c1") if match["s1"] else ("s2", "c2")
        source, cue = (Span(*match.span(name)) for name in names)
        return replace(draft, source=source, cue=(cue,), score=max(draft.score, RULE_SCORE))
    first = draft.content[0].start
    start = max(start, layout.sentence_at(first).start, first - _FARTHEST)
    match = attribution_before().search(text[start:first])
    if match:
        source, cue = (
            Span(start + match.start(name), start + match.end(name))
            for name in ("s", "c" if match["c"] else "tell")
        )
        return replace(draft, source=source, cue=(cue,), score=max(draft.score, RULE_SCORE))
    return draft
