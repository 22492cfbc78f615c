"""What only looks like content: the circumstances in which something was said, and the hearers.

"Speaking on the radio, she said: …", "…, he told reporters after the meeting".
"""

from __future__ import annotations

import re

from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.statements.layout import Layout
from onrecord.record import Span

_WORD = re.compile(r"\w[\w’'-]*")
_TELLING_ADJUNCT = re.compile(
    r"\s*(?:(?:after|before|during|at|in|on|following|ahead of|from|by|to)\s+)?", re.IGNORECASE
)
_WHEN_AND_WHERE = re.compile(
    r"(?:(?:late |early )?(?:yesterday|today|on [A-Z][a-z]+day|[A-Z][a-z]+day)\s*)?"
    r"(?:(?:in|on|at|via|by|during) (?:an? |the |his |her |their |its )?(?:[\w’'-]+ ){0,3}"
    r"(?:interview|statement|post|posts|tweet|speech|briefing|call|phone|news conference|"
    r"press conference|letter|meeting|X|Twitter|Telegram|Facebook)(?: on [A-Z]\w*| with .{3,40})?)?"
)
_CIRCUMSTANCE = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,3}(?:after|before|when|while|during|following)\s+"
)
_PREPOSITION = re.compile(r"\b(?:in|at|during|on|after|before|from|by)\s+$")
_HEARERS = re.compile(
    r"(?:reporters|journalists|the press|lawmakers|parliament|(?:an?|the) (?:[\w-]+ ){0,3}"
    r"(?:interview|statement|speech|meeting|briefing|call|talks|summit|conference))\b",
    re.IGNORECASE,
)
_BEGINS_CIRCUMSTANCE = re.compile(
    r"(?:after|before|during|following|ahead of|when|in an? (?:[\w-]+ ){0,3}?(?:interview|statement"
    r"|speech|post|letter|call)|at an? (?:[\w-]+ ){0,3}?(?:briefing|meeting|conference|rally))\b"
)
_LEAD_IN = re.compile(
    r"(?:[\w’'-]+ )?(?:asked|questioned|pressed|quizzed|speaking|talking|writing|describing"
    r"|referring|alluding|commenting|responding|replying|reacting|addressing|appearing)\b"
    r"|(?:in (?:response|reply|answer|reference) to|in (?:an?|his|her|their) (?:[\w-]+ ){0,3}?"
    r"(?:statement|interview|post|tweet|letter|speech|message))\b",
    re.IGNORECASE,
)


def is_adjunct(layout: Layout, draft: Draft, span: Span) -> bool:
    """True where ``span``, labelled as content of ``draft``, only says when, where or to whom."""
    text = layout.text
    if _WHEN_AND_WHERE.fullmatch(text, *span):
        return True
    last = max(s.end for s in (*draft.cue, *([draft.source] if draft.source else [])))
    told = [c for c in draft.content if c.end <= draft.cue[0].start]
    quoted = any(overlap(q.span, span) for q in layout.quotations_around(span))
    if not quoted and span in told and _before_colon(layout, draft, span):
        return True
    if not quoted and span in told and is_lead_in(layout, span):
        return True
    if told and last <= span.start:
        if _CIRCUMSTANCE.fullmatch(text, last, span.start):
            return True
        beside = not text[last : span.start].strip()
        if beside and not quoted and _BEGINS_CIRCUMSTANCE.match(text, *span):
            return True
    if span.start < last or not _HEARERS.match(text, span.start, span.end):
        return False
    if _TELLING_ADJUNCT.fullmatch(text, last, span.start) is None:
        return False
    if told:
        return True
    cue = text[draft.cue[-1].start : span.start]
    return _PREPOSITION.search(cue) is not None and len(_WORD.findall(text, *span)) <= 6


def is_lead_in(layout: Layout, span: Span) -> bool:
    """True where the sentence up to the end of ``span`` is "Asked about the row"."""
    sentence = layout.sentence_at(span.start)
    return _LEAD_IN.match(layout.text, sentence.start, span.end) is not None


def _before_colon(layout: Layout, draft: Draft, span: Span) -> bool:
    """True where what was said follows a colon: "Thanking her hosts, she said: “…”"."""
    end = draft.cue[-1].end
    colon = ":" in layout.text[end - 1 : end + 1]
    if not colon or not any(c.start >= end for c in draft.content):
        return False
    return layout.sentence_at(span.start) == layout.sentence_at(draft.cue[0].start)
