"""Statements reported inside statements: "Kuleba said Lavrov told him that Russia would …".

PolNeAR marks no attribution inside another, so a model trained on it finds none; here they are
found by the lexicon, where speaker, verb and that-clause stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.statements.layout import Layout, ends_abbreviated, strip_span
from onrecord.meaning.statements.phrases import load_phrases, reporting_sign, word_marks
from onrecord.record import Span

NESTED_SCORE = 0.6
_SHORTEST = 3  # words of content
_CLAUSE_END = re.compile(
    r"[;]|\s[—–-]{1,2}\s|[.!?][”\"’']?(?=\s)|,?\s(?:but|while|whereas|although|though|yet)\s"
    r"|,\s(?:and|so)\s"
)
_SOURCES = ("source", "owner")
_QUESTION = re.compile(r"\b(?:[Dd]o|[Dd]oes|[Dd]id)(?:n[’']t)? $")
_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"[“\"‘]?")
_ANCHOR = re.compile(  # what stands before a report
    r"[“\"‘(]|[.;:?!,] |(?:that|and|but|because|when|while|after|although|since|before|where) "
)
_LONGEST_ANCHOR = 9
_NOUN_THAT = re.compile(r"(?<=\W)(\w+) that\b")
_AUXILIARIES = "is|was|are|were|will|would|had|has|have|could|can|should|must|may|might|did|does|do"


@cache
def _nouns() -> frozenset[str]:
    return frozenset(listed(read_toml("speakers.toml")["reported"]))


def prepare() -> None:
    """Compile what most pages need."""
    for pattern in (_report, _plain_report, _owned):
        pattern()


@cache
def _report() -> re.Pattern[str]:
    """A speaker who said or told something, up to the beginning of the clause."""
    p, spelt = load_phrases(), word_marks().spelt
    hearers = spelt(
        "him|her|them|us|me|it|you|reporters|journalists|lawmakers|parliament|colleagues"
    )
    have = r"(?:has |have |had )?"
    return re.compile(
        rf"(?P<source>{p.speaker}) (?:"
        rf"(?P<cue>{p.verb}) (?=that (?!\w+ing\b)|[“\"‘])"
        rf"|(?P<tell>{p.telling}) (?:{hearers}|{p.speaker}),? (?=that\b|[“\"‘])"
        rf"|(?P<tell0>{have}(?:{spelt('told|tells')})) (?:him|her|them|us|me) {_clause_ahead()}"
        rf"|(?P<say0>{have}(?:{spelt('said|says')})) {_clause_ahead()})"
    )


@cache
def _plain_report() -> re.Pattern[str]:
    """A speaker and any reporting verb, before a clause: "Russia indicated it would …"."""
    p = load_phrases()
    return re.compile(rf"(?P<source>{p.speaker}) (?P<cue>{p.verb}) {_clause_ahead()}")


@cache
def _owned() -> re.Pattern[str]:
    """Whose claim it is: "denied their claim that …".

    Where such a noun is the subject, its clause has no clear end.
    """
    p = load_phrases()
    return re.compile(
        rf"(?<=[\w”] )(?P<owner>{p.name}[’']s?|his|her|their|its) (?:\w+ )?(?P<noun>\w+) (?=that\b)"
    )


def _clause_ahead() -> str:
    name, spelt = load_phrases().name, word_marks().spelt
    pronoun, auxiliary = spelt("he|she|it|they|we|I|there|you"), spelt(_AUXILIARIES)
    return (
        rf"(?=(?:{pronoun}) (?:\w+ly )?(?:{auxiliary}|\w+ed|\w+n[’']t|wants?|needs?)\b"
        rf"|(?:{name}|(?:the|a|his|her|their|its) [\w-]+(?: [\w-]+)?) (?:{auxiliary})\b)"
    )


def find_nested(layout: Layout, drafts: Sequence[Draft]) -> list[Draft]:
    """The statements reported inside the contents of ``drafts``, each with its outer draft."""
    found: list[Draft] = []
    reported: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.outer is not None:
            reported.setdefault(id(draft.outer), []).append(draft)
    for outer in drafts:
        if outer.outer is not None:
            continue
        inner = reported.get(id(outer), [])
        for span in outer.content:
            for match in _matches(layout, span):
                nested = _nested(layout, outer, span, match)
                if nested and not any(overlap(nested.span, d.span) for d in (*inner, *found[-1:])):
                    found.append(nested)
    return found


def _matches(layout: Layout, span: Span) -> Iterator[re.Match[str]]:
    """The reports in a content, in order and apart from each other."""
    position, end = span
    told = reporting_sign().search(layout.marked, *span) is not None
    if told and (first := _at_start(layout.marked, span)):
        yield first
        position = first.end()
    starts = _after_anchors(layout.marked, position, end) if told else []
    owned = any(m[1] in _nouns() for m in _NOUN_THAT.finditer(layout.text, position, end))
    while True:
        reports = (_report().match(layout.marked, at, end) for at in starts if at >= position)
        match = next((m for m in reports if m), None)
        other = _next_owned(layout, position, end) if owned else None
        if match is None or (other is not None and other.start() < match.start()):
            match = other
        if match is None:
            return
        yield match
        position = match.end()


def _at_start(marked: str, span: Span) -> re.Match[str] | None:
    """The report at the very start of a content, where any verb may tell."""
    opening = _OPENING.match(marked, *span)
    start = opening.end() if opening else span.start
    that = "that " if marked.startswith("that ", start) else ""
    for at in (start + len(that), start) if that else (start,):
        match = _report().match(marked, at, span.end) or _plain_report().match(marked, at, span.end)
        if match:
            return match
    return None


def _after_anchors(marked: str, start: int, end: int) -> list[int]:
    """Where a report may begin: after a mark or a conjunction."""
    first = max(0, start - _LONGEST_ANCHOR)
    return [m.end() for m in _ANCHOR.finditer(marked, first, end) if m.end() >= start]


def _next_owned(layout: Layout, start: int, end: int) -> re.Match[str] | None:
    """The next "their claim that"."""
    while match := _owned().search(layout.marked, start, end):
        if layout.text[match.start("noun") : match.end("noun")] in _nouns():
            return match
        start = match.start() + 1
    return None


def _nested(layout: Layout, outer: Draft, span: Span, match: re.Match[str]) -> Draft | None:
    spans = {name: Span(*match.span(name)) for name, words in match.groupdict().items() if words}
    source = next(span for name, span in spans.items() if name in _SOURCES)
    if _QUESTION.search(layout.text, span.start, source.start):
        return None
    cue = next(span for name, span in spans.items() if name not in _SOURCES)
    content = _clause(layout, match.end(), span.end)
    if content is None:
        return None
    return Draft(outer.story, source, (cue,), (content,), NESTED_SCORE, outer=outer)


def _clause(layout: Layout, start: int, end: int) -> Span | None:
    """The clause that begins at ``start``: a whole quotation, or up to where another begins."""
    text = layout.text
    while start < end and text[start].isspace():
        start += 1
    quotation = next(
        (q for q in layout.quotations_around(Span(start, end)) if q.span.start == start), None
    )
    if quotation is not None and quotation.span.end <= end:
        return quotation.span
    stops = (
        m.start()
        for m in _CLAUSE_END.finditer(text, start + 1, end)
        if not ends_abbreviated(text, start, m.start() + 1)
    )
    span = strip_span(text, Span(start, next(stops, end)))
    if span is None:
        return None
    start, end = span
    inside = [q for q in layout.quotations_around(span) if q.span.start < start < q.span.end]
    if inside and end >= inside[0].span.end - 1 and not text[end - 1].isalnum():
        end = inside[0].span.end - 1
    while end > start and text[end - 1] in " ,.;:":
        end -= 1
    words = _WORD.findall(text, start, end)
    return Span(start, end) if len(words) >= _SHORTEST else None
