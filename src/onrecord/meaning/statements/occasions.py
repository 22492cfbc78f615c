"""What a statement was said in (an interview, a post …), by the words around its cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.lexicon import read_toml
from onrecord.meaning.statements.hinted import HintedPattern
from onrecord.record import Occasion, OccasionKind, Span

_NEAR = 400  # characters around the cue in which its occasion is looked for


@cache
def _load_occasions() -> tuple[tuple[OccasionKind, tuple[HintedPattern, ...]], ...]:
    """The kinds and the forms in which each is named, in the order of the table."""
    table = read_toml("occasions.toml")

    def filled(pattern: str) -> str:
        return pattern.replace("{name}", table["name"]).replace("{medium}", table["medium"])

    return tuple(
        (
            entry["kind"],
            tuple(HintedPattern(f["hint"], filled(f["pattern"])) for f in entry["forms"]),
        )
        for entry in table["occasion"]
    )


@cache
def _any_hint() -> re.Pattern[str]:
    """A quick look whether any occasion can be meant at all."""
    hints = {hint for _, forms in _load_occasions() for form in forms for hint in form.hints}
    return re.compile("|".join(map(re.escape, sorted(hints))))


def prepare() -> None:
    """Compile what most pages need."""
    _any_hint()


def find_occasion(
    text: str, anchor: Span, sentence: Span, content: Sequence[Span], source: Span | None
) -> Occasion | None:
    """The occasion named in the reporting sentence, outside the content; the nearest to the cue.

    ``anchor`` is the cue, or what stands for it. A source may itself be the occasion ("a
    statement from the ministry said").
    """
    best: tuple[int, int, OccasionKind, Span] | None = None
    near = Span(max(sentence.start, anchor.start - _NEAR), min(sentence.end, anchor.end + _NEAR))
    for part in _outside(near, content):
        words = text[part.start : part.end]
        if not _any_hint().search(words):
            continue
        for rank, (kind, forms) in enumerate(_load_occasions()):
            for match in (m for form in forms for m in form.finditer(words)):
                start, end = part.start + match.start(), part.start + match.end()
                distance = max(start - anchor.end, anchor.start - end, 0)
                if best is None or (distance, rank) < best[:2]:
                    best = (distance, rank, kind, _trim(text, Span(start, end), source))
    if best is None:
        return None
    return Occasion(kind=best[2], span=best[3])


def _outside(sentence: Span, content: Sequence[Span]) -> list[Span]:
    """The parts of a sentence that are not content."""
    parts: list[Span] = []
    start = sentence.start
    for span in sorted(content):
        if span.end <= start or span.start >= sentence.end:
            continue
        if span.start > start:
            parts.append(Span(start, span.start))
        start = max(start, span.end)
    if start < sentence.end:
        parts.append(Span(start, sentence.end))
    return parts


def _trim(text: str, span: Span, source: Span | None) -> Span:
    """Without marks at the edges; within the source where the match began in it."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "’'"):
        end -= 1
    if text[end - 2 : end] in ("’s", "'s"):
        end -= 2
    if source and source.start <= start < source.end:
        return source
    return Span(start, max(end, start + 1))
