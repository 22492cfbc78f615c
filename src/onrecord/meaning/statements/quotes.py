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
from onrecord.meaning.statements.hosts import Hosts, quotes
from onrecord.meaning.statements.layout import Layout, Passage
from onrecord.meaning.statements.phrases import attribution_after, attribution_before
from onrecord.quotations import Quotation
from onrecord.record import Span

RULE_SCORE, UNATTRIBUTED = 0.6, 0.4
_SHORTEST = 5  # words that make a quotation a sentence
_BEFORE = 12  # characters before a quotation that tell whether a sentence ended there
SURE = 0.3  # score from which an unquoted draft without a speaker is kept
_FARTHEST = 150  # characters before a quotation in which "she said:" is looked for
_WORD = re.compile(r"\w[\w’'-]*")
_ASKED = re.compile(r"(?:asked|pressed|questioned)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:[.!?:…]|\.\.\.|[”\"’'»])\s*$")
_ENDS_AS_SPEECH = re.compile(r"(?:[.,!?…—–-]\s*[”\"’'»“]{0,2}|[”\"’'»“]{1,2}[.,!?])")
_ARTIFACT = re.compile(r"[^\w\s]\s*[<>=/\\&;]")
_BYLINE = re.compile(r",?\s+(?:by|is|was|are|has|and|which|that|in|on|for|from)\b")


def with_quotations(
    layout: Layout, drafts: Sequence[Draft], turns: Sequence[Draft] = ()
) -> list[Draft]:
    """The drafts, with unattributed quotations joined to their speaker or added without one.

    Drafts with neither speaker nor quotation are dropped unless the model is sure of them: of the
    others most are no statement. Quotations within the ``turns`` of a transcript are part of these.
    """
    known = [d for d in drafts if d.source is not None or (d.cue and _stands(layout, d))]
    loose = [d for d in drafts if d.source is None and not d.cue and quotes(layout, d)]
    loose += _missed(layout, [*drafts, *turns])
    hosts = Hosts(layout, known)
    for draft in sorted(loose, key=lambda d: d.span):
        attributed = _attributed_after(layout, draft)
        if attributed.source is None:
            if hosts.join(draft):
                continue
            attributed = _attributed_before(layout, draft)
        if attributed.source or not _after_comma(layout.text, draft.content[0].start):
            hosts.add(attributed)  # otherwise a title: "in her book, “How to …”"
    return hosts.drafts


def _stands(layout: Layout, draft: Draft) -> bool:
    """Whether a draft without speaker is kept: it quotes, or the model is sure of it."""
    first = draft.cue[0].start
    asked = _ASKED.match(layout.text, first) is not None  # "Asked about the row, Reyl said …"
    return quotes(layout, draft) or (draft.score >= SURE and not asked)


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
    before = text[max(passage.span.start, start - _BEFORE) : start]
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


def _attributed_after(layout: Layout, draft: Draft) -> Draft:
    """The draft with the ", he said" that follows its quotation, if one does."""
    passage = layout.passage_at(draft.content[0].start)
    end = draft.content[-1].end
    if passage is None or end >= passage.span.end:
        return draft
    match = attribution_after().match(layout.marked, end, passage.span.end)
    if match is None:
        return draft
    names = ("s1", "c1") if match["s1"] else ("s2", "c2")
    source, cue = (Span(*match.span(name)) for name in names)
    return replace(
        draft, source=source, cue=(cue,), score=max(draft.score, RULE_SCORE), origin="rule"
    )


def _attributed_before(layout: Layout, draft: Draft) -> Draft:
    """The draft with the "he said:" that stands before its quotation, if one does."""
    first = draft.content[0].start
    start = max(layout.sentence_at(first).start, first - _FARTHEST)
    before = layout.marked[start:first]
    match = attribution_before().search(before)
    if match is None:
        return draft
    source, cue = (
        Span(start + match.start(name), start + match.end(name))
        for name in ("s", "c" if match["c"] else "tell")
    )
    return replace(
        draft, source=source, cue=(cue,), score=max(draft.score, RULE_SCORE), origin="rule"
    )
