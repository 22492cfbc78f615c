"""Forms in which a page says who speaks without a reporting verb, or with none but "according to".

A headline's colon ("Kuleba: no progress"), a dash after a quotation ("“…” — Commissioner X"), a
press release's "And from Chair X:". All are rules of high precision, used where the model found
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.statements.layout import Layout, Passage, ends_abbreviated
from onrecord.meaning.statements.phrases import load_phrases, word_marks
from onrecord.quotations import Quotation
from onrecord.record import Span

HEADLINE_SCORE, DASH_SCORE, ACCORDING_SCORE = 0.6, 0.7, 0.6
_WORD = re.compile(r"\w[\w’'-]*")
_LONGEST_SENTENCE = 1000  # characters; what is longer is no sentence
_COLON_FIRST = re.compile(r"[“\"‘']?(?P<label>[^:“”\"]{2,60}?)(?P<cue>:)\s+(?P<content>\S.*\S)")
_COLON_LAST = re.compile(r"(?P<content>\S.*\S)(?P<cue>:)\s+(?P<label>[^:“”\"]{2,60})")
_CLOCK = re.compile(r"\d$")


@cache
def _not_speakers() -> frozenset[str]:
    return frozenset(listed(read_toml("speakers.toml")["not_speakers"]))


@cache
def _name_label() -> re.Pattern[str]:
    p = load_phrases()
    return re.compile(rf"{p.name}(?:,? (?:{p.title}|(?:of|for|from) (?:the )?{p.name}))?")


@cache
def _titled() -> re.Pattern[str]:
    p = load_phrases()
    return re.compile(rf"(?:the )?(?:[\w.-]+ ){{0,2}}{p.title} (?=[{word_marks().capital}])")


@cache
def _dashed() -> re.Pattern[str]:
    p = load_phrases()
    role = r"(?:, [^.“”\"\n]{2,90})?"
    return re.compile(rf"[,.]?\s*(?P<cue>[—–―]|--|-)\s*(?P<source>(?:the )?{p.name}{role})[.]?\s*$")


@cache
def _and_from() -> re.Pattern[str]:
    p, spelt = load_phrases(), word_marks().spelt
    return re.compile(
        rf"(?:^|[.!?…”]\s+)(?:{spelt('And')} )?(?P<cue>{spelt('From|from')}) "
        rf"(?P<source>(?:the )?{p.name}[^:“”\"]{{0,60}}?):\s*$"
    )


@cache
def _according_first() -> re.Pattern[str]:
    """The sentence "According to X, …"."""
    p, spelt = load_phrases(), word_marks().spelt
    return re.compile(
        rf"\W*(?P<cue>{spelt('According to')}) (?P<source>{p.speaker}), (?P<content>\S.*\S)"
    )


@cache
def _according_last() -> re.Pattern[str]:
    """The sentence "…, according to X"."""
    return re.compile(
        r"(?P<content>\S.*\w[”\"’]?), (?P<cue>according to) "
        rf"(?P<source>(?:a |an |the )?{load_phrases().speaker})\s*[.]?\s*$"
    )


def prepare() -> None:
    """Compile what most pages need."""
    for pattern in (_name_label, _according_first, _according_last):
        pattern()


def find_forms(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts by these forms, where no draft of ``drafts`` covers the words."""
    speakers = _speakers_by_story(layout, drafts)
    covered: dict[int, list[Span]] = {}
    for span in (s for d in drafts for s in d.spans):
        where = layout.index_at(span.start)
        if where is not None:
            covered.setdefault(where, []).append(span)
    found: list[Draft] = []
    for index, passage in enumerate(layout.passages):
        candidates: list[Draft] = []
        if passage.kind == "heading":
            candidates += _headline(layout, index, speakers.get(passage.story, frozenset()))
        else:
            candidates += _dash(layout, index)
            candidates += _introduced(layout, index)
            candidates += _according_to(layout, passage)
        for draft in candidates:
            near = [s for i in (index - 1, index, index + 1) for s in covered.get(i, ())]
            if not any(overlap(a, b) for a in draft.content for b in near):
                found.append(draft)
    return found


def _speakers_by_story(layout: Layout, drafts: Sequence[Draft]) -> dict[int, frozenset[str]]:
    """The last words of the names that speak in each story."""
    names: dict[int, set[str]] = {}
    for draft in drafts:
        if draft.source is not None and layout.passage_at(draft.source.start) is not None:
            passage = layout.passage_at(draft.source.start)
            if passage and passage.kind != "heading":
                words = _WORD.findall(layout.text, *draft.source)
                names.setdefault(draft.story, set()).update(w for w in words if w[0].isupper())
    return {story: frozenset(words) for story, words in names.items()}


def _headline(layout: Layout, index: int, speakers: frozenset[str]) -> Iterator[Draft]:
    """A headline such as "Kuleba: no progress in talks", or "‘No progress’ in talks: Kuleba"."""
    text, passage = layout.text, layout.passages[index]
    for pattern in (_COLON_FIRST, _COLON_LAST):
        match = pattern.fullmatch(text, *passage.span)
        if match is None or _CLOCK.search(text, passage.span.start, match.start("cue")):
            continue
        content, label = Span(*match.span("content")), Span(*match.span("label"))
        quoted = any(
            q.span.start == content.start and q.level == 0 for q in layout.quotations(index)
        )
        if _is_speaker(layout, label, speakers, quoted):
            cue = Span(*match.span("cue"))
            trimmed = _without_point(text, content)
            yield Draft(passage.story, label, (cue,), (trimmed,), HEADLINE_SCORE)
            return


def _is_speaker(layout: Layout, span: Span, speakers: frozenset[str], quoted: bool) -> bool:
    """A name or title that speaks in the story too, has a title, or stands before a quotation."""
    label, marked = layout.text[span.start : span.end], layout.marked[span.start : span.end]
    words = _WORD.findall(label)
    if not words or len(words) > 6 or label.lower().strip() in _not_speakers():
        return False
    if label.isupper() and len(label) > 5:
        return False
    if _titled().match(marked):
        return True
    if not _name_label().fullmatch(marked):
        return False
    return words[-1] in speakers or (quoted and len(words) <= 4)


def _dash(layout: Layout, index: int) -> Iterator[Draft]:
    """A quotation, a dash and a name, in one paragraph; or dash and name in the next."""
    text, passage = layout.text, layout.passages[index]
    outer = [q for q in layout.quotations(index) if q.level == 0]
    if outer:
        quotation, begin = outer[-1], outer[-1].span.end
        match = _dashed().fullmatch(layout.marked, begin, passage.span.end)
    elif index and layout.passages[index - 1].story == passage.story:
        before = [q for q in layout.quotations(index - 1) if q.level == 0]
        match = _dashed().fullmatch(layout.marked, *passage.span)
        if not before or text[before[-1].span.end : layout.passages[index - 1].span.end].strip():
            return
        quotation = before[-1]
    else:
        return
    if match and _long_enough(text, quotation):
        source, cue = Span(*match.span("source")), Span(*match.span("cue"))
        yield Draft(passage.story, source, (cue,), (quotation.span,), DASH_SCORE)


def _introduced(layout: Layout, index: int) -> Iterator[Draft]:
    """The words "And from Chair X:" before a quotation, in the same paragraph or in the next."""
    text, passage = layout.text, layout.passages[index]
    for where in (index, index + 1):
        if where >= len(layout.passages) or layout.passages[where].story != passage.story:
            continue
        outer = [q for q in layout.quotations(where) if q.level == 0]
        end = outer[0].span.start if outer and where == index else passage.span.end
        start = max(passage.span.start, end - _LONGEST_SENTENCE)
        if not outer or ":" not in text[max(start, end - 3) : end]:
            continue
        match = _and_from().search(layout.marked[start:end])
        if not match or not _long_enough(text, outer[0]):
            continue
        if where != index and outer[0].span.start != layout.passages[where].span.start:
            continue
        source, cue = (
            Span(start + match.start(name), start + match.end(name)) for name in ("source", "cue")
        )
        content = tuple(q.span for q in outer)
        yield Draft(passage.story, source, (cue,), content, DASH_SCORE)
        return


def _according_to(layout: Layout, passage: Passage) -> Iterator[Draft]:
    """A sentence that begins or ends with "according to the ministry"."""
    text = layout.text
    position = text.find("ccording to", *passage.span)
    if position < 0:
        return
    sentence = layout.sentence_at(position)
    if sentence.end - sentence.start > _LONGEST_SENTENCE or ends_abbreviated(text, *sentence):
        return  # the sentence may go on: "according to Ms."
    match = None
    if text[position - 1 : position] == "A":
        match = _according_first().fullmatch(layout.marked, *sentence)
    if match is None and text.find(", according to ", *sentence) >= 0:
        match = _according_last().fullmatch(layout.marked, *sentence)
    if match:
        source, cue = Span(*match.span("source")), Span(*match.span("cue"))
        content = _without_point(text, Span(*match.span("content")))
        yield Draft(passage.story, source, (cue,), (content,), ACCORDING_SCORE)


def _long_enough(text: str, quotation: Quotation) -> bool:
    return len(_WORD.findall(text, *quotation.span)) >= 3


def _without_point(text: str, span: Span) -> Span:
    start, end = span
    while end > start + 1 and text[end - 1] in ".,; ":
        end -= 1
    return Span(start, end)
