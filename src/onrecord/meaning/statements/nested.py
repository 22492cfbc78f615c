"""Statements reported inside statements: "Kuleba said Lavrov told him that Russia would …".

PolNeAR marks no attribution inside another, so a model trained on it finds none; here they are
found by the lexicon, where speaker, verb and that-clause stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.statements.layout import Layout, ends_abbreviated, strip_span
from onrecord.meaning.statements.phrases import load_phrases
from onrecord.record import Span

NESTED_SCORE = 0.6
_SHORTEST = 3  # words of content
_CLAUSE_END = re.compile(
    r"[;]|\s[—–-]{1,2}\s|[.!?][”\"’']?(?=\s)|,?\s(?:but|while|whereas|although|though|yet)\s"
    r"|,\s(?:and|so)\s"
)
_SOURCES = ("source", "source0", "owner")
_HINT = re.compile(r" (?:that|said|told|says|tells) | [“\"‘]")
_QUESTION = re.compile(r"\b(?:[Dd]o|[Dd]oes|[Dd]id)(?:n[’']t)? $")
_WORD = re.compile(r"\w+")


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The report at the very start of a content, and the report after a conjunction or mark."""
    p = load_phrases()
    anchor = (
        r"(?:(?<=[“\"‘(])|(?<=[.;:?!,] )|(?<=that )|(?<=and )|(?<=but )|(?<=because )|(?<=when )"
        r"|(?<=while )|(?<=after )|(?<=although )|(?<=since )|(?<=before )|(?<=where ))"
    )
    hearer = (
        r"(?:him|her|them|us|me|it|you|reporters|journalists|lawmakers|parliament|colleagues"
        rf"|{p.speaker})"
    )
    auxiliary = (
        r"(?:is|was|are|were|will|would|had|has|have|could|can|should|must|may|might|did|does|do)"
    )
    clause = (
        r"(?=(?:he|she|it|they|we|I|there|you) (?:\w+ly )?"
        rf"(?:{auxiliary}|\w+ed|\w+n[’']t|wants?|needs?)\b"
        rf"|(?:{p.name}|(?:the|a|his|her|their|its) [\w-]+(?: [\w-]+)?) {auxiliary}\b)"
    )
    have = r"(?:has |have |had )?"
    said = (
        rf"(?P<source>{p.speaker}) (?:"
        rf"(?P<cue>{p.verb}) (?=that (?!\w+ing\b)|[“\"‘])"
        rf"|(?P<tell>{p.telling}) {hearer},? (?=that\b|[“\"‘])"
        rf"|(?P<tell0>{have}(?:told|tells)) (?:him|her|them|us|me) {clause}"
        rf"|(?P<say0>{have}(?:said|says)) {clause})"
    )
    # "denied their claim that …"; where such a noun is the subject, its clause has no clear end
    noun = (
        rf"(?<=[\w”] )(?P<owner>{p.name}[’']s?|his|her|their|its)"
        rf" (?:\w+ )?(?P<noun>{p.reported_noun}) (?=that\b)"
    )
    # at the very start the verb alone tells: "Russia indicated it would …"
    first = rf"(?:{said}|(?P<source0>{p.speaker}) (?P<cue0>{p.verb}) {clause})"
    return re.compile(rf"[“\"‘]?(?:that )?{first}"), re.compile(rf"{anchor}{said}|{noun}")


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
            for match in _matches(layout.text, span):
                nested = _nested(layout, outer, span, match)
                if nested and not any(overlap(nested.span, d.span) for d in (*inner, *found[-1:])):
                    found.append(nested)
    return found


def _matches(text: str, span: Span) -> Iterator[re.Match[str]]:
    at_start, later = patterns()
    first = at_start.match(text, span.start, span.end)
    if first:
        yield first
    if not _HINT.search(text, span.start, span.end):
        return
    yield from later.finditer(text, first.end() if first else span.start, span.end)


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
