"""From the model's spans to spans that hold: no border crossed, no word cut, marks in place.

The conventions are those of PolNeAR's guidelines (Newell, Margolin and Ruths, 2018): quotation
marks belong to the content; a final comma or full stop outside them does not. A span that already
follows them is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.statements.layout import Layout, Passage, ends_abbreviated, strip_span
from onrecord.quotations import Quotation
from onrecord.reading.types import Attribution
from onrecord.record import Span

_LONGEST_CUT = 2  # words that may be missing before the closing mark of a quotation
_WORDS = re.compile(r"\w+")
_LEADING = re.compile(r"[\s,;.:)\]]+")
_CONJUNCTION = re.compile(r"(?:\s|,|and|&|or|plus|as well as|along with)+", re.IGNORECASE)
_THAT = re.compile(r"\bthat[ \xa0]+$", re.IGNORECASE)
_DETERMINER = re.compile(r"(?<![\w’'-])(?:the|an?|his|her|their|its|our|my)[ \xa0]$", re.IGNORECASE)
_DAY = re.compile(r",? (?:on )?(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_FIRST_WORD = re.compile(r"\w[\w’'-]*[ \xa0]")
_LAST_WORD = re.compile(r"[ \xa0](\w[\w’'-]*)([.!?]?)")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(listed(read_toml("edges.toml")[key]))


def draft_from(layout: Layout, attribution: Attribution) -> Draft | None:
    """The attribution with its spans put right; None where no content is left.

    The story of the content decides: spans in other stories are dropped.
    """
    content = _pieces(layout, attribution.content)
    if not content:
        return None
    sizes: dict[int, int] = {}
    for passage, span in content:
        sizes[passage.story] = sizes.get(passage.story, 0) + span.end - span.start
    story = max(sizes, key=lambda index: sizes[index])
    cue = tuple(
        _whole_words(layout.text, passage, span)
        for passage, span in _pieces(layout, attribution.cue)
        if passage.story == story
    )
    source = _source(layout, attribution.source, cue, story)
    taken = sorted([*cue, *([source] if source else [])])
    kept = _repair_content(layout, [(p, s) for p, s in content if p.story == story], taken)
    if not kept:
        return None
    score = min(1.0, max(0.0, attribution.score))
    return Draft(story, source, _merged(cue), kept, score, origin="model")


def _pieces(layout: Layout, spans: Sequence[Span]) -> list[tuple[Passage, Span]]:
    """The spans cut at passages. Of a span over several, crumbs at its edges are dropped."""
    found: list[tuple[Passage, Span]] = []
    for span in sorted(spans):
        pieces = list(layout.pieces(span))
        if len(pieces) > 1:
            longest = max(s.end - s.start for _, s in pieces)
            pieces = [(p, s) for p, s in pieces if s.end - s.start > min(longest // 4, 20)]
        found.extend(pieces)
    return found


def _source(layout: Layout, spans: Sequence[Span], cue: Sequence[Span], story: int) -> Span | None:
    """One span for the speaker: "A and B" where sources touch, else the one nearest the cue."""
    text = layout.text
    pieces = [_whole_words(text, p, s) for p, s in _pieces(layout, spans) if p.story == story]
    merged: list[Span] = []
    for piece in pieces:
        between = text[merged[-1].end : piece.start] if merged else ""
        if merged and (piece.start <= merged[-1].end or _CONJUNCTION.fullmatch(between)):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, piece.end))
        else:
            merged.append(piece)
    merged = [s for s in merged if _WORDS.search(text, s.start, s.end)]
    if not merged:
        return None
    anchor = cue[0].start if cue else merged[0].start
    start, end = min(merged, key=lambda s: (abs(s.start - anchor), s))
    determiner = _DETERMINER.search(text, max(0, start - 7), start)
    if determiner and layout.index_at(determiner.start()) == layout.index_at(start):
        start = determiner.start()
    day = _DAY.search(text, start, end)
    return Span(start, day.start() if day and day.start() > start else end)


def _whole_words(text: str, passage: Passage, span: Span) -> Span:
    """``span`` widened to whole words where its edge cuts one."""
    start, end = span
    while start > passage.span.start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < passage.span.end and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Sorted, with overlapping spans made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _repair_content(
    layout: Layout, content: Sequence[tuple[Passage, Span]], taken: Sequence[Span]
) -> tuple[Span, ...]:
    text = layout.text
    repaired: list[Span] = []
    for passage, span in content:
        for part in _outside(text, _whole_words(text, passage, span), taken):
            others = [s for _, s in content if s is not span]
            fixed = _repair_edges(layout, part, [*taken, *others])
            if fixed is not None:
                repaired.append(fixed)
    return _merged(repaired)


def _outside(text: str, span: Span, taken: Sequence[Span]) -> list[Span]:
    """``span`` without source and cue; what lies between those two goes with them."""
    inside = [t for t in taken if overlap(span, t)]
    if not inside:
        return [span]
    gap = Span(min(t.start for t in inside), max(t.end for t in inside))
    parts = (Span(span.start, max(span.start, gap.start)), Span(min(span.end, gap.end), span.end))
    return [p for p in parts if _WORDS.search(text, p.start, p.end)]


def _repair_edges(layout: Layout, span: Span, taken: Sequence[Span]) -> Span | None:
    """Edges put right: quotation marks inside, a final comma or full stop outside."""
    text = layout.text
    stripped = strip_span(text, span)
    if stripped is None or not _WORDS.search(text, stripped.start, stripped.end):
        return None
    quotations = [q for q in layout.quotations_around(stripped) if q.level == 0]
    stripped = _without_crumbs(layout, stripped, quotations)
    start = _repair_start(text, stripped, quotations, taken)
    start = _with_first_word(layout, start, taken)
    end = _repair_end(text, Span(start, stripped.end), quotations, taken)
    end = _with_last_word(layout, end, quotations, taken)
    return strip_span(text, Span(start, end))


def _without_crumbs(layout: Layout, span: Span, quotations: Sequence[Quotation]) -> Span:
    """``span`` without a single word of the sentence before it or after it."""
    text = layout.text
    start, end = span
    first = layout.sentence_at(start)
    if first.start < start < first.end < end and _ends_sentence(text, first.end):
        crumb = len(_WORDS.findall(text, start, first.end)) <= 1
        if crumb and not _in_quotation(start, quotations):
            start = first.end
    last = layout.sentence_at(end - 1)
    if start < last.start < end < last.end and _ends_sentence(text, last.start):
        crumb = len(_WORDS.findall(text, last.start, end)) <= 1
        if crumb and not _in_quotation(end - 1, quotations):
            end = last.start
    return strip_span(text, Span(start, end)) or span


def _ends_sentence(text: str, position: int) -> bool:
    """False where the words before ``position`` end with an abbreviation such as "Mr."."""
    before = text[max(0, position - 12) : position].rstrip()
    return before[-1:] in ".!?”\"’'" and not ends_abbreviated(before, 0, len(before))


def _in_quotation(position: int, quotations: Sequence[Quotation]) -> bool:
    return any(q.span.start < position < q.span.end - 1 for q in quotations)


def _with_first_word(layout: Layout, start: int, taken: Sequence[Span]) -> int:
    """The start moved over a lost "that", or over the lost first word of the sentence."""
    text = layout.text
    that = _THAT.search(text, max(0, start - 8), start)
    if that and _free(Span(that.start(), start), taken):
        return that.start()
    sentence = layout.sentence_at(start)
    if not sentence.start < start or not text[start].islower():
        return start
    if ends_abbreviated(text, 0, sentence.start):
        return start
    word = _FIRST_WORD.fullmatch(text, sentence.start, start)
    if word is None or word[0].strip().lower() in _words("connectives") or not word[0][0].isupper():
        return start
    return sentence.start if _free(Span(sentence.start, start), taken) else start


def _with_last_word(
    layout: Layout, end: int, quotations: Sequence[Quotation], taken: Sequence[Span]
) -> int:
    """The end moved over the lost last word of the sentence."""
    sentence = layout.sentence_at(end - 1)
    word = _LAST_WORD.fullmatch(layout.text, end, sentence.end)
    if word is None or word[1].lower() in _words("after_speech") or _in_quotation(end, quotations):
        return end
    return word.end(1) if _free(Span(end, word.end(1)), taken) else end


def _repair_start(
    text: str, span: Span, quotations: Sequence[Quotation], taken: Sequence[Span]
) -> int:
    start = span.start
    lead = _LEADING.match(text, start, span.end)
    if lead:
        start = lead.end()
    for quotation in quotations:
        q_start, q_end = quotation.span
        if q_start < start < q_end and _free(Span(q_start, start), taken):
            missing = _WORDS.findall(text, q_start, start)
            if not missing or (len(missing) == 1 and span.end >= q_end - 2):
                return q_start
        elif start < q_end <= start + 1:
            # begins with the closing mark of the quotation before
            return min(q_end, span.end - 1)
    return start


def _repair_end(
    text: str, span: Span, quotations: Sequence[Quotation], taken: Sequence[Span]
) -> int:
    end = span.end
    for quotation in quotations:
        q_start, q_end = quotation.span
        if not quotation.closed or not q_start < end:
            continue
        if end < q_end and q_start >= span.start and _free(Span(end, q_end), taken):
            if end <= q_start + 1:  # ends with an opening mark: a crumb of the next quotation
                continue
            if len(_WORDS.findall(text, end, q_end)) <= _LONGEST_CUT:
                return q_end
    for quotation in quotations:
        if quotation.span.start < end <= quotation.span.end:
            return end  # inside a quotation, punctuation is the speaker's
    return _without_final_point(text, span.start, end)


def _without_final_point(text: str, start: int, end: int) -> int:
    last = end
    while last > start + 1 and text[last - 1] in ",; \t":
        last -= 1
    pointed = text[last - 1] == "." and text[last - 2] != "." and last > start + 1
    if pointed and not ends_abbreviated(text, start, last):
        last -= 1
    return last if _WORDS.search(text, start, last) else end


def _free(span: Span, taken: Sequence[Span]) -> bool:
    return not any(overlap(span, other) for other in taken)
