"""A compact way to write labelled text: ``[s:The minister] [c:said] [t:talks would go on].``

Each line is a block: ``# `` makes a heading, ``! `` a photo credit, ``> `` a caption, ``--- ``
begins a teaser, otherwise it is a paragraph. A number tells attributions apart: ``[s2:She]
[c2:added]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.meaning.statements import find_statements
from onrecord.reading.types import Attribution, Reading
from onrecord.record import Block, BlockKind, Sentence, Span, Statement, Story, StoryKind

_OPENING = re.compile(r"\[(?P<role>[sct])(?P<number>\d*):")
_SENTENCE = re.compile(
    r"\S(?:(?!(?<!\bMr)(?<!\bDr)(?<!\bGen)[.!?][”\"’'»]*\s+[A-Z“\"‘«„]).)*"
    r"[.!?]?[”\"’'»]*"
)
_MARKERS: dict[str, BlockKind] = {"# ": "heading", "! ": "credit", "> ": "caption"}


@dataclass(frozen=True)
class Labelled:
    """Text without its labels, and what they say."""

    text: str
    stories: tuple[Story, ...]
    reading: Reading

    def statements(self) -> tuple[Statement, ...]:
        return find_statements("page", self.text, self.stories, self.reading)

    def words(self, span: Span | None) -> str | None:
        return None if span is None else self.text[span.start : span.end]

    def said(self) -> list[tuple[str | None, str, str]]:
        """Speaker, cue and content of each statement; parts of one content joined by " | "."""
        return [
            (
                self.words(s.speaker.span),
                " | ".join(self.text[c.start : c.end] for c in s.cue),
                " | ".join(self.text[c.start : c.end] for c in s.content),
            )
            for s in self.statements()
        ]

    def only(self) -> Statement:
        (statement,) = self.statements()
        return statement


def labelled(source: str, *, score: float = 0.9) -> Labelled:
    """Read the notation."""
    lines: list[tuple[BlockKind, Span]] = []
    firsts: list[int] = [0]
    spans: dict[str, dict[str, list[Span]]] = {}
    stack: list[tuple[str, str, int]] = []
    text = ""
    for line in source.strip("\n").split("\n"):
        line = line.strip()
        if line.startswith("--- "):
            firsts.append(len(lines))
            line = line.removeprefix("--- ")
        kind = _MARKERS.get(line[:2], "paragraph")
        if line[:2] in _MARKERS:
            line = line[2:]
        start = len(text)
        text = _unlabel(line, text, stack, spans)
        lines.append((kind, Span(start, len(text))))
        text += "\n"
    text = text.removesuffix("\n")
    blocks = [Block(kind=kind, span=span) for kind, span in lines]
    stories = []
    for number, first in enumerate(firsts):
        end = firsts[number + 1] if number + 1 < len(firsts) else len(blocks)
        here = tuple(blocks[first:end])
        span = Span(here[0].span.start, here[-1].span.end)
        story_kind: StoryKind = "teaser" if number else "article"
        stories.append(Story(id=f"story{number}", kind=story_kind, span=span, blocks=here))
    attributions = tuple(
        Attribution(
            tuple(roles.get("s", ())), tuple(roles.get("c", ())), tuple(roles.get("t", ())), score
        )
        for _, roles in sorted(spans.items())
    )
    sentences = tuple(
        Sentence(span=Span(*m.span()))
        for _, s in lines
        for m in _SENTENCE.finditer(text, s.start, s.end)
    )
    return Labelled(text, tuple(stories), Reading(sentences, attributions))


def _unlabel(
    line: str,
    text: str,
    stack: list[tuple[str, str, int]],
    spans: dict[str, dict[str, list[Span]]],
) -> str:
    """Add the line to the text, and its labels to ``spans``; they may nest and run over lines."""
    position = 0
    while position < len(line):
        opening = _OPENING.match(line, position)
        if opening:
            stack.append((opening["number"] or "1", opening["role"], len(text)))
            position = opening.end()
        elif line[position] == "]" and stack:
            number, role, start = stack.pop()
            spans.setdefault(number, {}).setdefault(role, []).append(Span(start, len(text)))
            position += 1
        else:
            text += line[position]
            position += 1
    return text
