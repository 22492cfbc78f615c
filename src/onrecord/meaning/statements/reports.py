"""Reports by form: "…, the minister said on Monday", "The UN says …", found where no label is.

Rules of high precision: a speaker beside a finite verb of saying, at the end, in the middle or at
the beginning of a sentence that has no other statement; and the speaker beside a cue that lacks
one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.lexicon import alternatives, listed, read_toml
from onrecord.meaning.statements import report_patterns
from onrecord.meaning.statements.adjuncts import is_lead_in
from onrecord.meaning.statements.draft import Draft
from onrecord.meaning.statements.layout import Layout, Passage, ends_abbreviated, strip_span
from onrecord.record import Span

REPORT_SCORE, OPENING_SCORE = 0.7, 0.6
_SHORTEST = 4  # words of content
_LONGEST_SENTENCE = 700  # characters
_WORD = re.compile(r"\w[\w’'-]*")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|it)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|shall|do"
    r"|does|did|\w{2,}ed|\w+n[’']t|wants?|needs?|remains?|[’'](?:ll|re|ve|s))\b"
)
_LEADING = re.compile(r"(?:But|And|So|Yet|Still|Meanwhile|However|Also),? ")
_CLAUSE_SUBJECT = re.compile(
    r"\b(?:after|when|as|before) (?P<subject>(?:an?|the) (?:[\w’'-]+ ){0,3}?[\w’'-]+)"
    r" (?:\w+ed|had|was|were|came|left|went|wrote|told)\b[^.;]*, $"
)
_FURTHER = re.compile(
    r",? (?:adding|saying|calling|citing|describing|accusing|urging|warning|according to)\b"
)


@cache
def _connectives() -> frozenset[str]:
    table = read_toml("edges.toml")
    return frozenset(listed(table["connectives"]))


@cache
def _hint() -> re.Pattern[str]:
    """A quick look whether a sentence can report at all."""
    words = alternatives(listed(read_toml("edges.toml")["hints"]))
    return re.compile(rf"\b(?:{words})\b")


def with_speakers(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a reporting verb without a source has the speaker that stands beside it."""
    firsts: dict[Span, int] = {}
    for draft in drafts:
        if draft.source is not None and draft.cue:
            start = draft.cue[0].start
            firsts[draft.source] = min(start, firsts.get(draft.source, start))
    spoken: list[Draft] = []
    for draft in drafts:
        source = None
        if draft.cue and draft.source is None:
            source = _beside(layout, draft)
        elif draft.cue and draft.source and firsts[draft.source] < draft.cue[0].start:
            source = _subject_of_clause(layout, draft, firsts[draft.source])
        spoken.append(replace(draft, source=source, origin="repaired") if source else draft)
    return spoken


def _subject_of_clause(layout: Layout, draft: Draft, first: int) -> Span | None:
    """Who speaks in "the council said after a man came ashore, saying …": the man."""
    cue = draft.cue[0]
    if not layout.text.startswith("saying", cue.start):
        return None
    match = _CLAUSE_SUBJECT.search(layout.text, first, cue.start)
    return Span(*match.span("subject")) if match else None


def _beside(layout: Layout, draft: Draft) -> Span | None:
    text, cue = layout.text, draft.cue[0]
    if not report_patterns.reporting_verb().match(layout.marked[cue.start : cue.end]):
        return None
    if _PASSIVE.match(text[cue.start : cue.end]):
        return None
    sentence = layout.sentence_at(cue.start)
    near = max(sentence.start, cue.start - 160)
    before = text[near : cue.start]
    if _PASSIVE.search(before[-8:]):
        return None
    match = report_patterns.speaker_before_cue().search(layout.marked[near : cue.start])
    source = None
    if match:
        source = Span(near + match.start("source"), near + match.end("source"))
    elif before.rstrip().endswith((" and", " but", " then", " also")):
        subject = report_patterns.subject().match(layout.marked, sentence.start, cue.start)
        source = Span(*subject.span("source")) if subject else None
    elif any(c.end <= cue.start for c in draft.content):
        following = report_patterns.speaker_after_cue().match(
            layout.marked, draft.cue[-1].end, sentence.end
        )
        source = Span(*following.span("source")) if following else None
    if source is None or any(c.start < source.end and source.start < c.end for c in draft.content):
        return None
    return source


def find_reports(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """Statements in sentences that no draft touches."""
    covered = sorted(s for d in drafts for s in d.spans)
    starts = [s.start for s in covered]
    found: list[Draft] = []
    for passage in layout.passages:
        if passage.kind == "heading" or not _hint().search(layout.text, *passage.span):
            continue
        for sentence in layout.sentences(passage):
            if not _hint().search(layout.text, *sentence) or (
                sentence.end - sentence.start > _LONGEST_SENTENCE
            ):
                continue
            at = bisect_left(starts, sentence.end)
            if any(s.end > sentence.start for s in covered[max(0, at - 3) : at]):
                continue
            draft = next(_in_sentence(layout, passage, sentence), None)
            if draft is not None:
                found.append(draft)
    return found


def _in_sentence(layout: Layout, passage: Passage, sentence: Span) -> Iterator[Draft]:
    if any(
        q.span.start < sentence.start or q.span.end > sentence.end
        for q in layout.quotations_around(sentence)
        if q.level == 0 and q.span.end > sentence.start and q.span.start < sentence.end
    ):
        return  # a sentence of a longer quotation
    first = _LEADING.match(layout.text, *sentence)
    start = first.end() if first else sentence.start
    match = report_patterns.at_end().fullmatch(layout.marked, start, sentence.end)
    if match and _says(layout, match, strict=bool(match["tail"])):
        yield _draft(layout, passage, match, REPORT_SCORE)
    match = report_patterns.in_middle().fullmatch(layout.marked, start, sentence.end)
    if match and _says(layout, match, strict=True) and _is_finite(layout, match, "rest"):
        yield _draft(layout, passage, match, REPORT_SCORE)
    match = report_patterns.at_beginning().fullmatch(layout.marked, start, sentence.end)
    if match and _clause(layout, match):
        yield _draft(layout, passage, match, OPENING_SCORE)


def _says(layout: Layout, match: re.Match[str], *, strict: bool) -> bool:
    """True where what stands before the report is a clause, not "After the meeting"."""
    content = Span(*match.span("content"))
    words = _WORD.findall(layout.text, *content)
    if "rest" not in match.groupdict() and len(words) < _SHORTEST:
        return False
    if is_lead_in(layout, content) or _in_quotation(layout, match):
        return False
    lowered = words[0].lower() if words else ""
    if strict and lowered in _connectives():
        return False
    return "rest" in match.groupdict() or _is_finite(layout, match, "content")


def _is_finite(layout: Layout, match: re.Match[str], part: str) -> bool:
    start, end = match.span(part)
    return _FINITE.search(layout.text[start:end]) is not None


def _clause(layout: Layout, match: re.Match[str]) -> bool:
    lead = Span(*match.span("lead"))
    if lead.start < lead.end and (
        _WORD.findall(layout.text, *lead)[0].lower() not in _connectives()
        and not is_lead_in(layout, lead)
    ):
        return False
    words = _WORD.findall(layout.text, *match.span("content"))
    if len(words) < _SHORTEST or _in_quotation(layout, match):
        return False
    return _is_finite(layout, match, "content")


def _in_quotation(layout: Layout, match: re.Match[str]) -> bool:
    """True where the speaker stands within quotation marks."""
    start = match.start("s1") if match["s1"] else match.start("s2")
    around = layout.quotations_around(Span(start, start + 1))
    return any(q.span.start < start < q.span.end - 1 for q in around)


def _draft(layout: Layout, passage: Passage, match: re.Match[str], score: float) -> Draft:
    names = ("s1", "c1") if match["s1"] else ("s2", "c2")
    source, cue = (Span(*match.span(name)) for name in names)
    tell = report_patterns.telling_verb().match(match[names[1]])
    if tell:
        cue = Span(cue.start, cue.start + tell.end())
    content = [_trimmed(layout, Span(*match.span("content")))]
    if match.groupdict().get("rest"):
        content.append(_trimmed(layout, Span(*match.span("rest"))))
    return Draft(passage.story, source, (cue,), tuple(content), score)


def _trimmed(layout: Layout, span: Span) -> Span:
    """Without the ", adding …" that follows it, and without a final point."""
    further = _FURTHER.search(layout.text, *span)
    start, end = span.start, further.start() if further else span.end
    span = strip_span(layout.text, Span(start, end)) or span
    if layout.text[span.end - 1] in ".," and not ends_abbreviated(layout.text, *span):
        span = Span(span.start, span.end - 1)
    return span
