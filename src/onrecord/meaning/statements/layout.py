"""Which parts of a page can carry statements: the borders that no span may cross."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

import msgspec

from onrecord.lexicon import alternatives, listed, read_toml
from onrecord.meaning.statements.phrases import word_marks
from onrecord.quotations import Quotation, find_quotations
from onrecord.record import RUNNING_TEXT, BlockKind, Span, Story

_LINE = re.compile(r"[^\r\n]+")
_NEAR = 3  # characters within which a span all but touches a quotation


class Passage(msgspec.Struct, frozen=True):
    """A readable run of text: a paragraph, a list item, or a headline, without surrounding space.

    ``story`` is the index of its story on the page.
    """

    span: Span
    story: int
    kind: BlockKind


class Layout:
    """The passages of a page in text order, with the quotations and sentences in them."""

    def __init__(self, text: str, stories: Sequence[Story], sentences: Sequence[Span]) -> None:
        self.text = text
        self.stories = stories
        self.passages = _passages(text, stories)
        self._starts = [p.span.start for p in self.passages]
        self._sentences = _whole_sentences(text, sentences)
        self._sentence_of: dict[int, Span] = {}
        self._sentence_starts = [s[0] for s in self._sentences]
        self._quotations: list[list[Quotation]] = _quotations(text, self.passages)
        self._quotation_starts = [[q.span.start for q in here] for here in self._quotations]

    @cached_property
    def marked(self) -> str:
        """The text with its known words marked: what the patterns of ``phrases`` are for."""
        return word_marks().mark(self.text)

    def index_at(self, position: int) -> int | None:
        """The index of the passage that holds the character at ``position``."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.passages[index].span.end:
            return index
        return None

    def passage_at(self, position: int) -> Passage | None:
        """The passage that holds the character at ``position``."""
        index = self.index_at(position)
        return None if index is None else self.passages[index]

    def quotations(self, index: int) -> list[Quotation]:
        """The quotations of the passage with this index."""
        return self._quotations[index]

    def quotations_around(self, span: Span) -> list[Quotation]:
        """The quotations that ``span`` meets or all but touches, in the passage where it begins."""
        index = self.index_at(span.start)
        if index is None:
            return []
        here, starts = self._quotations[index], self._quotation_starts[index]
        first = bisect_right(starts, span.start)
        while first and (first == len(here) or here[first].span.start > span.start - _NEAR):
            first -= 1
        while first and here[first].level:
            first -= 1
        last = bisect_right(starts, span.end + _NEAR)
        return [q for q in here[first:last] if q.span.end >= span.start - _NEAR]

    def sentences(self, passage: Passage) -> Iterator[Span]:
        """The sentences of a passage, in order."""
        position = passage.span.start
        while position < passage.span.end:
            sentence = strip_span(self.text, self.sentence_at(position))
            if sentence is not None:
                yield sentence
            position = max(position, self._next_sentence(position, passage.span.end))

    def _next_sentence(self, position: int, end: int) -> int:
        index = bisect_right(self._sentence_starts, position)
        return self._sentence_starts[index] if index < len(self._sentence_starts) else end

    def pieces(self, span: Span) -> Iterator[tuple[Passage, Span]]:
        """``span`` cut at the borders of passages; what lies outside them is left out."""
        index = max(0, bisect_right(self._starts, span[0]) - 1)
        for passage in self.passages[index:]:
            if passage.span.start >= span[1]:
                break
            piece = strip_span(
                self.text,
                Span(max(span[0], passage.span.start), min(span[1], passage.span.end)),
            )
            if piece is not None:
                yield passage, piece

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds ``position``, within its passage; the passage if none does."""
        found = self._sentence_of.get(position)
        if found is None:
            found = self._sentence_of[position] = self._find_sentence(position)
        return found

    def _find_sentence(self, position: int) -> Span:
        passage = self.passage_at(position)
        if passage is None:
            return Span(position, position)
        index = bisect_right(self._sentence_starts, position) - 1
        if index >= 0 and position < self._sentences[index][1]:
            start, end = self._sentences[index]
            return Span(max(start, passage.span.start), min(end, passage.span.end))
        return passage.span


@cache
def _abbreviation() -> re.Pattern[str]:
    words = alternatives(listed(read_toml("edges.toml")["abbreviations"]))
    initial = r"(?:[A-Z][\w’'-]*\.?\s+|\b[A-Z]\.)[A-Z]"
    return re.compile(rf"(?:{initial}|\b(?:{words}))\.\s*$")


def ends_abbreviated(text: str, start: int, end: int) -> bool:
    """True where ``text[start:end]`` ends with an abbreviation: "Mr.", "U.S." or "Ada B."."""
    return _abbreviation().search(text, max(start, end - 30), end) is not None


def strip_span(text: str, span: Span) -> Span | None:
    """``span`` without white space at its edges; None where nothing is left."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _whole_sentences(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The sentences in order; one that was cut after "Mr." or "Sen." is whole again."""
    whole: list[Span] = []
    for start, end in sorted(s for s in sentences if 0 <= s[0] < s[1] <= len(text)):
        last = whole[-1] if whole else Span(0, 0)
        touching = last.end <= start and not text[last.end : start].strip(" \xa0")
        if touching and ends_abbreviated(text, *last):
            whole[-1] = Span(last.start, end)
        else:
            whole.append(Span(start, end))
    return whole


def _passages(text: str, stories: Sequence[Story]) -> list[Passage]:
    found: list[Passage] = []
    for index, story in enumerate(stories):
        borders = [s for s in (story.kicker, story.headline, _dateline(story)) if s is not None]
        removed = {s for s in (story.kicker, _dateline(story)) if s is not None}
        for kind, span in _blocks(text, story):
            for piece in _cut(span, borders):
                stripped = None if piece in removed else strip_span(text, piece)
                if stripped is not None:
                    here = "heading" if piece == story.headline else kind
                    found.append(Passage(stripped, index, here))
    found.sort(key=lambda p: (p.span.start, -p.span.end))
    disjoint: list[Passage] = []
    for passage in found:
        if not disjoint or passage.span.start >= disjoint[-1].span.end:
            disjoint.append(passage)
    return disjoint


def _dateline(story: Story) -> Span | None:
    return story.dateline.span if story.dateline else None


def _blocks(text: str, story: Story) -> Iterator[tuple[BlockKind, Span]]:
    """The readable blocks of a story; its lines where it has no blocks; its headline."""
    limit = len(text)
    covered = False
    for block in story.blocks:
        start, end = max(0, block.span[0]), min(limit, block.span[1])
        if story.headline and start <= story.headline[0] and story.headline[1] <= end:
            covered = True
        if block.kind in RUNNING_TEXT and start < end:
            yield block.kind, Span(start, end)
    if not story.blocks:
        for match in _LINE.finditer(text, max(0, story.span[0]), min(limit, story.span[1])):
            yield "paragraph", Span(*match.span())
    elif story.headline and not covered:
        start, end = max(0, story.headline[0]), min(limit, story.headline[1])
        if start < end:
            yield "heading", Span(start, end)


def _cut(span: Span, borders: Sequence[Span]) -> Iterator[Span]:
    """``span`` cut where the border spans begin and end."""
    points = sorted({p for border in borders for p in border if span.start < p < span.end})
    start = span.start
    for point in (*points, span.end):
        yield Span(start, point)
        start = point


def _quotations(text: str, passages: Sequence[Passage]) -> list[list[Quotation]]:
    """The quotations of each passage; a quotation carries on into the next passage of its story."""
    by_passage: list[list[Quotation]] = [[] for _ in passages]
    start = 0
    while start < len(passages):
        end = start
        while end < len(passages) and passages[end].story == passages[start].story:
            end += 1
        spans = [p.span for p in passages[start:end]]
        index = start
        for quotation in find_quotations(text, spans[0].start, spans[-1].end, spans):
            while quotation.span.start >= passages[index].span.end:
                index += 1
            by_passage[index].append(quotation)
        start = end
    return by_passage
