"""Transcripts and questions with answers: "LAVROV: …", "Q: …", turn by turn.

A page is read so where labels with a colon stand at the beginning of several paragraphs and come
again. A turn runs from its label to the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.statements.draft import Draft, overlap, within
from onrecord.meaning.statements.layout import Layout, strip_span
from onrecord.meaning.statements.phrases import load_phrases, word_marks
from onrecord.record import Span

TURN_SCORE = 0.9
_FEWEST_LABELS = 3
_SPOKEN_WORDS = 4
_WORD = re.compile(r"\w[\w’'-]*")


@cache
def speaker_label() -> re.Pattern[str]:
    """The label that opens a turn, in marked text; compiled once."""
    table, marks, p = read_toml("speakers.toml"), word_marks(), load_phrases()
    words = [*listed(table["questioners"]), *listed(table["answerers"])]
    asked = marks.spelt("|".join(sorted(words, key=len, reverse=True)))
    first = rf"[{marks.capital}]"
    capitals = rf"{first}[A-Z.’'-]+(?: {first}[A-Z.’'-]*){{0,4}}"
    return re.compile(
        rf"[*\s]*(?P<label>(?:{asked}|{capitals}|{p.name})(?:,? \([^)]{{1,60}}\))?)"
        r"\s?(?P<colon>:)(?=[*\s]|$)"
    )


@cache
def _not_labels() -> frozenset[str]:
    return frozenset(listed(read_toml("speakers.toml")["not_speakers"])) - {
        "question",
        "answer",
        "interview",
    }


def find_turns(layout: Layout) -> list[Draft]:
    """The turns of all transcripts on the page, in order."""
    labels: dict[int, tuple[Span, Span]] = {}
    by_story: dict[int, list[int]] = {}
    for index, passage in enumerate(layout.passages):
        match = speaker_label().match(layout.marked, *passage.span)
        if match is None:
            continue
        label = Span(*match.span("label"))
        if layout.text[label.start : label.end].lower() not in _not_labels():
            labels[index] = (label, Span(*match.span("colon")))
            by_story.setdefault(passage.story, []).append(index)
    turns: list[Draft] = []
    for story, indices in by_story.items():
        here = [_turn(layout, story, i, labels, last=i == indices[-1]) for i in indices]
        if _is_transcript(layout, [t for t in here if t is not None]):
            turns.extend(t for t in here if t is not None)
    return turns


def _is_transcript(layout: Layout, turns: Sequence[Draft]) -> bool:
    """Labels come again, and what follows them is mostly sentences, not figures or names."""
    words = Counter(_words(layout, t.source) for t in turns if t.source)
    if len(turns) < _FEWEST_LABELS or max(words.values()) < 2:
        return False
    spoken = sum(len(_WORD.findall(layout.text, *t.content[0])) >= _SPOKEN_WORDS for t in turns)
    return spoken * 2 >= len(turns) and (len(words) > 1 or spoken == len(turns))


def _words(layout: Layout, span: Span) -> str:
    return layout.text[span.start : span.end].split("(")[0].strip()


def _turn(
    layout: Layout, story: int, index: int, labels: dict[int, tuple[Span, Span]], *, last: bool
) -> Draft | None:
    """The turn that begins in this passage; the last ends with it, for more may be no speech."""
    source, colon = labels[index]
    content: list[Span] = []
    first = strip_span(layout.text, Span(colon.end, layout.passages[index].span.end))
    if first is not None:
        content.append(first)
    following = index + 1
    while not last and following < len(layout.passages) and following not in labels:
        passage = layout.passages[following]
        if passage.story != story or passage.kind == "heading":
            break
        content.append(passage.span)
        following += 1
    content = [_without_point(layout.text, s) for s in content]
    if not content:
        return None
    return Draft(story, source, (colon,), tuple(content), TURN_SCORE, kind="direct", turn=True)


def _without_point(text: str, span: Span) -> Span:
    """A final comma or full stop is outside the content, as it is after any other statement."""
    start, end = span
    if end > start + 1 and text[end - 1] in ".," and text[end - 2] != ".":
        end -= 1
    return Span(start, end)


def within_turns(drafts: Sequence[Draft], turns: Sequence[Draft]) -> list[Draft]:
    """The drafts that are no turn themselves; those inside a turn are reported by it."""
    kept: list[Draft] = []
    for draft in drafts:
        turn = next((t for t in turns if _meets(draft, t)), None)
        if turn is None:
            kept.append(draft)
        elif draft.source and draft.cue and all(_inside(s, turn) for s in draft.spans):
            kept.append(replace(draft, outer=turn))
    return kept


def _meets(draft: Draft, turn: Draft) -> bool:
    return any(overlap(c, s) for c in draft.content for s in turn.content)


def _inside(span: Span, turn: Draft) -> bool:
    return any(within(span, c) for c in turn.content)
