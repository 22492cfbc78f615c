"""Sentence frames: where the parts of one statement can stand to each other.

In PolNeAR's training part source and cue stand in one sentence in all but 3 in 1,000 attributions,
content without quotation marks stands in the sentence of its cue in all but 2 in 1,000, and content
before ", she said" begins with its sentence in 96 of 100. A label that breaks such a frame was
linked wrongly, so the link is cut, or the words between are taken in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.statements.adjuncts import is_adjunct, is_lead_in
from onrecord.meaning.statements.cue_lexicon import load_lexicon
from onrecord.meaning.statements.draft import Draft, overlap, within
from onrecord.meaning.statements.layout import Layout, ends_abbreviated, strip_span
from onrecord.meaning.statements.phrases import attribution_after
from onrecord.record import Span

DETACHED = 0.8  # what is left of the score where a link is cut
_LEAST_WORDS = 4
_WORD = re.compile(r"\w[\w’'-]*")
_BEFORE_REPORT = re.compile(r",?[”\"’'»]*,?\s*")
_SENTENCE_END = re.compile(r"[.!?]")
_MARK = re.compile(r".?[,”\"’'»]", re.DOTALL)


def in_frames(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their parts in frames; parts linked wrongly stand alone or are dropped."""
    framed: list[Draft] = []
    for draft in drafts:
        framed.extend(_own_reports(layout, _one_clause(layout, draft)))
    framed = _one_use_of_each_cue(framed)
    covered = sorted({s for d in framed for s in d.spans})
    return [_from_sentence_start(layout, d, covered) for d in framed]


def _one_use_of_each_cue(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that have no source, only the cue of another that has one."""
    spoken = {cue for d in drafts if d.source is not None for cue in d.cue}
    return [d for d in drafts if d.source is not None or not d.cue or not spoken.issuperset(d.cue)]


def _one_clause(layout: Layout, draft: Draft) -> Draft:
    """The draft without a source that stands in another sentence than the cue."""
    if draft.source is None or not draft.cue:
        return draft
    if _sentence(layout, draft.source) == _sentence(layout, draft.cue[0]):
        return draft
    beside = any(_sentence(layout, draft.source) == _sentence(layout, c) for c in draft.content)
    cue_beside = any(_sentence(layout, draft.cue[0]) == _sentence(layout, c) for c in draft.content)
    if beside and not cue_beside:
        return replace(draft, cue=(), score=draft.score * DETACHED, origin="repaired")
    return replace(draft, source=None, score=draft.score * DETACHED, origin="repaired")


def _own_reports(layout: Layout, draft: Draft) -> list[Draft]:
    """The draft, and apart from it the contents that have a reporting clause of their own."""
    if not draft.cue:
        return [draft]
    kept: list[Span] = []
    apart: list[Draft] = []
    for whole_span in draft.content:
        span = _within_sentence(layout, draft, whole_span)
        report = _report_after(layout, draft, span)
        if report is not None:
            apart.append(report)
        elif _in_reach(layout, draft, span) and not is_adjunct(layout, draft, span):
            kept.append(span)
    if kept:
        return [replace(draft, content=tuple(kept)), *apart]
    rebuilt = None if apart else _before_report(layout, draft)
    return apart if rebuilt is None else [rebuilt]


def _within_sentence(layout: Layout, draft: Draft, span: Span) -> Span:
    """The span without what runs over into other sentences than the cue's, unless it is quoted."""
    home = _sentence(layout, draft.cue[0])
    if within(span, home) or not overlap(home, span):
        return span
    if layout.text[draft.cue[-1].end - 1 : span.start].strip().endswith(":"):
        return span
    border = home.end if home.end < span.end else home.start
    for quotation in layout.quotations_around(span):
        if quotation.span.start - 2 <= border <= quotation.span.end + 2:
            return span
    inside = Span(max(home.start, span.start), min(home.end, span.end))
    cut = strip_span(layout.text, inside)
    if cut is None or not _WORD.search(layout.text, *cut):
        return span
    point = layout.text[cut.end - 1] == "."
    return strip_span(layout.text, Span(cut.start, cut.end - point)) or cut


def _report_after(layout: Layout, draft: Draft, span: Span) -> Draft | None:
    """The span with the ", Kuleba said" that follows it, if the draft's own is elsewhere.

    That is in another sentence, or behind that report. An own cue before the span mostly governs
    it, whatever follows.
    """
    sentence = _sentence(layout, Span(span.end - 1, span.end))
    if any(overlap(sentence, cue) and cue.start < span.end for cue in draft.cue):
        return None
    if not _MARK.match(layout.text, span.end - 1, span.end + 1) or is_lead_in(layout, span):
        return None
    match = attribution_after().match(layout.marked, span.end, sentence.end)
    own = [s for s in (draft.source, *draft.cue) if s is not None]
    if match is None or any(overlap(Span(*match.span()), s) for s in own):
        return None
    if match.start() == match.start("s1" if match["s1"] else "c2"):
        return None
    names = ("s1", "c1") if match["s1"] else ("s2", "c2")
    source, cue = (Span(*match.span(name)) for name in names)
    return Draft(draft.story, source, (cue,), (span,), draft.score * DETACHED, origin="repaired")


def _in_reach(layout: Layout, draft: Draft, span: Span) -> bool:
    """False for words without quotation marks in another sentence than the cue.

    Words that carry on a content in reach, with no full stop between, are in reach, and
    so is the paragraph after "She added:".
    """
    home = _sentence(layout, draft.cue[0])
    if home in (_sentence(layout, span), _sentence(layout, Span(span.end - 1, span.end))):
        return True
    passage = layout.passage_at(span.start)
    if passage and passage.kind == "heading" and not overlap(passage.span, home):
        return False
    if any(overlap(q.span, span) for q in layout.quotations_around(span)):
        return True
    if any(c is not span and _touches(layout, c, span) for c in draft.content):
        return not _SENTENCE_END.search(layout.text, max(0, span.end - 1), span.end + 2)
    return layout.text[home.start : home.end].rstrip().endswith(":") and (
        layout.index_at(span.start) == (layout.index_at(home.start) or 0) + 1
    )


def _touches(layout: Layout, first: Span, second: Span) -> bool:
    between = layout.text[min(first.end, second.end) : max(first.start, second.start)]
    return not _WORD.search(between) and len(between) < 8


def _before_report(layout: Layout, draft: Draft) -> Draft | None:
    """A draft whose content was none: what stands before its ", Kuleba said" in the sentence."""
    if draft.source is None or not _speaks(layout, draft):
        return None
    sentence = _sentence(layout, draft.cue[0])
    first = min(draft.source.start, draft.cue[0].start)
    lead = strip_span(layout.text, Span(sentence.start, first))
    if lead is None or layout.text[lead.end - 1] not in ",”\"'’" or is_lead_in(layout, lead):
        return None
    content = strip_span(
        layout.text, Span(lead.start, lead.end - (layout.text[lead.end - 1] == ","))
    )
    if content is None or len(_WORD.findall(layout.text, *content)) < _LEAST_WORDS:
        return None
    return replace(draft, content=(content,), score=draft.score * DETACHED, origin="repaired")


def _speaks(layout: Layout, draft: Draft) -> bool:
    cue = layout.text[draft.cue[0].start : draft.cue[0].end].lower()
    return any(word.word_class == "verb" and word.clause for word, _ in load_lexicon().words(cue))


@cache
def _connectives() -> frozenset[str]:
    return frozenset(listed(read_toml("edges.toml")["connectives"]))


def _from_sentence_start(layout: Layout, draft: Draft, covered: Sequence[Span]) -> Draft:
    """Content before ", Kuleba said" or ", according to" taken from its sentence's beginning."""
    if not draft.cue or draft.source is None:
        return draft
    if not _speaks(layout, draft) and layout.text[slice(*draft.cue[0])] != "according to":
        return draft
    report = min(draft.source.start, draft.cue[0].start)
    before = [c for c in draft.content if c.end <= report]
    if not before or not _BEFORE_REPORT.fullmatch(layout.text, before[-1].end, report):
        return draft
    if layout.text[before[-1].end : report].strip() == "" and layout.text[report - 2] not in ',”"':
        return draft
    span = before[-1]
    sentence = _sentence(layout, span)
    lead = strip_span(layout.text, Span(sentence.start, span.start))
    if lead is None or _sentence(layout, Span(report, report + 1)) != sentence:
        return draft
    words = _WORD.findall(layout.text, *lead)
    if not words or words[0].lower() in _connectives() or ends_abbreviated(layout.text, *lead):
        return draft
    quoted = any(q.span.start == span.start for q in layout.quotations_around(span))
    first_letter = _WORD.search(layout.text, *span)
    if layout.text[lead.end - 1] in ".!?:—–-(" or (
        layout.text[lead.end - 1] in ",;" and not quoted
    ):
        return draft
    if quoted and (first_letter is None or not first_letter[0][0].islower()):
        return draft
    others = [s for s in covered if overlap(s, lead) and s not in draft.spans]
    if others:
        return draft
    content = tuple(Span(lead.start, c.end) if c == span else c for c in draft.content)
    content = tuple(c for c in content if c.start == lead.start or not overlap(c, lead))
    return replace(draft, content=content)


def _sentence(layout: Layout, span: Span) -> Span:
    return layout.sentence_at(span.start)
