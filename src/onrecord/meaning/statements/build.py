"""From a draft to a statement of the record: its kind, act, status and occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.meaning.statements.acts import find_act
from onrecord.meaning.statements.confidence import confidence_of
from onrecord.meaning.statements.draft import Draft, within
from onrecord.meaning.statements.layout import Layout
from onrecord.meaning.statements.occasions import find_occasion
from onrecord.record import Span, Speaker, Statement, StatementKind, content_id

_WORD = re.compile(r"\w")
_NEXT_WORD = re.compile(r"\s+[\w’']+")


def draft_id(page_id: str, draft: Draft) -> str:
    """The id that the statement made of ``draft`` has on this page."""
    return content_id("st", page_id, draft.source, *draft.cue, *draft.content)


def build_statement(
    page_id: str, layout: Layout, draft: Draft, inner: Sequence[Draft] = ()
) -> Statement:
    """The statement that ``draft`` stands for.

    What others are reported to have said in it, ``inner``, tells nothing of its act.
    """
    text = layout.text
    anchor = draft.anchor
    sentence = layout.sentence_at(anchor.start)
    kind = draft.kind or find_kind(layout, draft)
    words = " ".join(_own_words(text, s, inner) for s in draft.content)
    occasion = None
    if (draft.cue or draft.source) and not draft.turn:
        occasion = find_occasion(text, anchor, sentence, draft.content, draft.source)
    return Statement(
        id=draft_id(page_id, draft),
        story=layout.stories[draft.story].id,
        span=draft.span,
        speaker=Speaker(span=draft.source),
        cue=draft.cue,
        content=draft.content,
        kind=kind,
        act=find_act(*_cue_words(text, draft), words, kind),
        status=draft.status,
        occasion=occasion,
        inside=draft_id(page_id, draft.outer) if draft.outer else None,
        confidence=round(confidence_of(draft, kind), 4),
    )


def find_kind(layout: Layout, draft: Draft) -> StatementKind:
    """Direct where all words of the content are in quotation marks, mixed where some are."""
    quoted = unquoted = False
    for span in draft.content:
        position = span.start
        for quotation in layout.quotations_around(span):
            start, end = quotation.span
            if end <= position or start >= span.end:
                continue
            if draft.outer is not None:
                if not within(quotation.span, span):
                    continue  # the quotation is of the outer statement
            elif quotation.level:
                continue
            quoted = True
            unquoted |= bool(_WORD.search(layout.text, position, max(position, start)))
            position = min(end, span.end)
        unquoted |= bool(_WORD.search(layout.text, position, span.end))
    if quoted:
        return "mixed" if unquoted else "direct"
    return "indirect"


def _own_words(text: str, span: Span, inner: Sequence[Draft]) -> str:
    words, start = [], span.start
    for draft in sorted(inner, key=lambda d: d.span):
        if start <= draft.span.start and draft.span.end <= span.end:
            words.append(text[start : draft.span.start])
            start = draft.span.end
    return "".join([*words, text[start : span.end]])


def _cue_words(text: str, draft: Draft) -> tuple[str, str]:
    """The cue, and the word after it, which may decide the sense ("called for")."""
    if not draft.cue:
        return "", ""
    last = draft.cue[-1]
    following = _NEXT_WORD.match(text, last.end, last.end + 12)
    words = " ".join(text[s.start : s.end] for s in draft.cue)
    following_word = following[0].strip() if following else ""
    if following_word in ("no", "yes") and any(
        c.start == last.end + 1 and c.end > last.end + 5 for c in draft.content
    ):
        following_word = ""  # "said no order had been given"
    return words, following_word
