"""Contents that another's report governs: "…, experts said, but Varga made clear none would come".

The links between contents and cues may give both to the first cue. What the second verb governs,
with a subject of its own, was said by that subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.meaning.statements.draft import Draft, overlap
from onrecord.meaning.trees import Tree, Trees
from onrecord.record import Span

_SUBJECTS = ("nsubj", "csubj")
_COMPLEMENTS = ("ccomp", "xcomp")


def by_governors(trees: Trees, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, a content that another's verb governs made a statement of that other."""
    found: list[Draft] = []
    for draft in drafts:
        own: list[Span] = []
        others: list[Draft] = []
        for span in draft.content:
            tree = trees.at(span.start) if len(draft.content) > 1 else None
            report = _other_report(tree, draft, span) if tree else None
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


def _other_report(tree: Tree, draft: Draft, content: Span) -> tuple[Span, Span] | None:
    """Subject and verb that govern a content, where they are not the draft's own; else None."""
    governor = _governor(tree, content)
    if governor is None:
        return None
    verb = governor
    while tree.relation(verb) == "xcomp" and (head := tree.head(verb)) is not None:
        verb = head
    subject = next(tree.children(verb, *_SUBJECTS), None)
    if subject is None or tree.tokens[verb].span.end > content.start:
        return None
    words = [verb, governor, *tree.children(verb, "xcomp")]
    last = max(word for word in words if tree.tokens[word].span.end <= content.start)
    cue = Span(tree.tokens[verb].span.start, tree.tokens[last].span.end)
    source = tree.phrase(subject)
    known: Sequence[Span] = draft.spans
    if source.end > cue.start:
        return None  # only the plain order is sure
    if any(overlap(cue, span) or overlap(source, span) for span in known):
        return None
    return source, cue


def _governor(tree: Tree, content: Span) -> int | None:
    """The one word outside of a content whose complement it is."""
    complements = [top for top in tree.tops(content) if tree.relation(top) in _COMPLEMENTS]
    return tree.head(complements[0]) if len(complements) == 1 else None
