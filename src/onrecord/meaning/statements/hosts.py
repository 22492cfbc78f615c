"""Which statement an unattributed quotation goes on with, by its place on the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.statements.layout import Layout
from onrecord.record import Span

SAME_PARAGRAPH, NEXT_PARAGRAPH, CARRIED_ON = 0.9, 0.75, 0.85
_REST = 80  # characters of a sentence that may lie between two quotations of one speaker
_NEIGHBOURS = 6
_WORD = re.compile(r"\w[\w’'-]*")
_CLAUSE_GAP = re.compile(r"[\s.,;:]*")


class Hosts:
    """The drafts of a page, found by where their words are; quotations are joined to them."""

    def __init__(self, layout: Layout, drafts: Sequence[Draft]) -> None:
        self._layout = layout
        self._drafts: list[Draft] = []
        self._ends: list[tuple[int, int]] = []  # end of a span, index of its draft
        self._firsts: list[tuple[int, int]] = []  # start of the first content, index
        self._passages: dict[int, set[int]] = {}  # index of a passage: the drafts in it
        self._all_quoted: dict[int, bool] = {}
        for draft in drafts:
            self.add(draft)

    @property
    def drafts(self) -> list[Draft]:
        """All drafts, in text order."""
        return sorted(self._drafts, key=lambda d: (d.span, d.content))

    def add(self, draft: Draft) -> None:
        """One more draft; only one that has a source, and is no one's report, can be a host."""
        index = len(self._drafts)
        self._drafts.append(draft)
        if draft.source is None or draft.outer is not None:
            return
        for span in draft.spans:
            self._note(span, index)
        insort(self._firsts, (draft.content[0].start, index))

    def join(self, draft: Draft) -> bool:
        """Give the content of ``draft`` to the statement that it goes on with, if there is one."""
        host = self._same_paragraph(draft) or self._paragraph_before(draft)
        if host is None:
            return False
        index, factor = host
        owner = self._drafts[index]
        content = tuple(sorted((*owner.content, *draft.content)))
        self._drafts[index] = replace(
            owner,
            content=content,
            score=owner.score * factor,
            origin="rule" if owner.origin == "rule" else "repaired",
        )
        for span in draft.content:
            self._note(span, index)
        if content[0] != owner.content[0]:
            insort(self._firsts, (content[0].start, index))
        return True

    def _note(self, span: Span, index: int) -> None:
        insort(self._ends, (span.end, index))
        passage = self._layout.index_at(span.start)
        if passage is not None:
            self._passages.setdefault(passage, set()).add(index)

    def _same_paragraph(self, draft: Draft) -> tuple[int, float] | None:
        """The draft whose words end just before this quotation, or begin just after it."""
        layout, start, end = self._layout, draft.content[0].start, draft.content[-1].end
        here = layout.index_at(start)
        if here is None:
            return None
        for last, index in self._before(start):
            if layout.index_at(last - 1) != here or self._drafts[index].story != draft.story:
                continue
            if _CLAUSE_GAP.fullmatch(layout.text, last, start):
                return index, SAME_PARAGRAPH
            if self._rest_of_sentence(last, start) and quotes(layout, self._drafts[index]):
                return index, NEXT_PARAGRAPH
        at = bisect_left(self._firsts, (end, -1))
        if at < len(self._firsts):
            first, index = self._firsts[at]
            beside = layout.index_at(first) == here and _CLAUSE_GAP.fullmatch(
                layout.text, end, first
            )
            if beside and quotes(layout, self._drafts[index]):
                return index, SAME_PARAGRAPH
        return None

    def _before(self, position: int) -> Iterator[tuple[int, int]]:
        """Where the spans nearest before ``position`` end, with their drafts, the nearest first."""
        at = bisect_right(self._ends, (position, len(self._drafts)))
        yield from reversed(self._ends[max(0, at - _NEIGHBOURS) : at])

    def _rest_of_sentence(self, start: int, end: int) -> bool:
        """True where only the rest of one sentence is between: "… said on Monday in Geneva. “"."""
        if end - start > _REST:
            return False
        between = self._layout.text[start:end]
        if any(mark in between for mark in '“”"«»'):
            return False
        sentence = self._layout.sentence_at(max(start - 1, 0))
        return not self._layout.text[sentence.end : end].strip()

    def _paragraph_before(self, draft: Draft) -> tuple[int, float] | None:
        """The speaker of the paragraph before, if this one is all quotation or carries one on."""
        layout = self._layout
        index = layout.index_at(draft.content[0].start)
        if not index:
            return None
        passage, before = layout.passages[index], layout.passages[index - 1]
        if before.story != passage.story or before.kind == "heading":
            return None
        quotation = next(
            (
                q
                for q in layout.quotations_around(draft.content[0])
                if overlap(q.span, draft.content[0])
            ),
            None,
        )
        if quotation is None or not (quotation.continues or self._is_all_quoted(index)):
            return None
        hosts = self._passages.get(index - 1, set())
        if not hosts:
            return None
        position = max(hosts, key=lambda i: (self._drafts[i].span.end, -i))
        last = self._drafts[position]
        if quotation.continues and _ends_open(layout, index - 1, last):
            return position, CARRIED_ON
        if layout.text[before.span.end - 1] == ":":
            return position, NEXT_PARAGRAPH
        if quotes(layout, last) and self._one_speaker(hosts):
            return position, NEXT_PARAGRAPH
        return None

    def _one_speaker(self, hosts: set[int]) -> bool:
        sources = (self._drafts[i].source for i in hosts)
        return len({self._layout.text[s.start : s.end] for s in sources if s}) == 1

    def _is_all_quoted(self, index: int) -> bool:
        """True where no word of the passage is outside quotation marks."""
        if index not in self._all_quoted:
            self._all_quoted[index] = _all_quoted(self._layout, index)
        return self._all_quoted[index]


def quotes(layout: Layout, draft: Draft) -> bool:
    """True where the draft has words in quotation marks."""
    return any(overlap(q.span, c) for c in draft.content for q in layout.quotations_around(c))


def _ends_open(layout: Layout, index: int, draft: Draft) -> bool:
    """True where the last quotation of the passage is the draft's and does not close."""
    outer = next((q for q in reversed(layout.quotations(index)) if q.level == 0), None)
    if outer is None or outer.closed:
        return False
    return any(overlap(outer.span, c) for c in draft.content)


def _all_quoted(layout: Layout, index: int) -> bool:
    position = layout.passages[index].span.start
    for quotation in layout.quotations(index):
        if quotation.level == 0:
            if _WORD.search(layout.text, position, quotation.span.start):
                return False
            position = quotation.span.end
    return not _WORD.search(layout.text, position, layout.passages[index].span.end)
