"""Contents that another's report governs: "…, experts said, but Varga made clear none would come".

The links between contents and cues may give both to the first cue. What the second verb governs,
with a subject of its own, was said by that subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.statements.grammar import Grammar
from onrecord.record import Span

_SUBJECTS = frozenset(("nsubj", "csubj"))
_COMPLEMENTS = frozenset(("ccomp", "xcomp"))


def by_governors(grammar: Grammar, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, a content that another's verb governs made a statement of that other."""
    found: list[Draft] = []
    for draft in drafts:
        own: list[Span] = []
        others: list[Draft] = []
        for span in draft.content:
            report = _other_report(grammar, draft, span) if len(draft.content) > 1 else None
            if report is None:
                own.append(span)
                continue
            source, cue = report
            others.append(
                replace(draft, source=source, cue=(cue,), content=(span,), origin="repaired")
            )
        if not own or not others:
            found.append(draft)
            continue
        found += [replace(draft, content=tuple(own)), *others]
    return found


def _other_report(grammar: Grammar, draft: Draft, content: Span) -> tuple[Span, Span] | None:
    """Subject and verb that govern a content, where they are not the draft's own; else None."""
    governor = _governor(grammar, content)
    if governor is None:
        return None
    verb = governor
    while grammar.heads[verb] >= 0 and grammar.relation(verb) == "xcomp":
        verb = grammar.heads[verb]
    subject = next((c for c in grammar.children(verb) if grammar.relation(c) in _SUBJECTS), None)
    if subject is None:
        return None
    if grammar.tokens[verb].span.end > content.start:
        return None
    words = [verb, governor, *(c for c in grammar.children(verb) if grammar.relation(c) == "xcomp")]
    last = max(word for word in words if grammar.tokens[word].span.end <= content.start)
    cue = Span(grammar.tokens[verb].span.start, grammar.tokens[last].span.end)
    source = grammar.phrase(subject)
    known: Sequence[Span] = draft.spans
    if source.end > cue.start:
        return None  # only the plain order is sure
    if any(overlap(cue, span) or overlap(source, span) for span in known):
        return None
    return source, cue


def _governor(grammar: Grammar, content: Span) -> int | None:
    """The one word outside of a content whose complement it is."""
    inside = grammar.within(content)
    outer = [
        index
        for index in inside
        if grammar.heads[index] >= 0 and grammar.heads[index] not in inside
    ]
    complements = [index for index in outer if grammar.relation(index) in _COMPLEMENTS]
    return grammar.heads[complements[0]] if len(complements) == 1 else None
