"""Whose words stand at a place of the text: the statements in whose content it lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.record import Span, Statement


class Voices:
    """The statements of a page, found by place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._pieces = sorted(
            ((content, statement) for statement in statements for content in statement.content),
            key=lambda piece: piece[0],
        )
        self._starts = [content.start for content, _ in self._pieces]
        self._longest = max((c.end - c.start for c, _ in self._pieces), default=0)
        self._cues = sorted(
            ((cue, statement) for statement in statements for cue in statement.cue),
            key=lambda piece: piece[0],
        )
        self._cue_starts = [cue.start for cue, _ in self._cues]
        self.by_id = {statement.id: statement for statement in statements}

    def at(self, position: int) -> list[tuple[Span, Statement]]:
        """The pieces of content that hold a place, with their statements, the innermost first."""
        last = bisect_right(self._starts, position)
        found: list[tuple[Span, Statement]] = []
        for place in range(last - 1, -1, -1):
            content, statement = self._pieces[place]
            if content.start < position - self._longest:
                break
            if content.start <= position < content.end:
                found.append((content, statement))
        return sorted(found, key=lambda piece: piece[0].end - piece[0].start)

    def with_cue_at(self, position: int) -> Statement | None:
        """The statement whose cue holds a place."""
        place = bisect_right(self._cue_starts, position) - 1
        if place >= 0 and position < self._cues[place][0].end:
            return self._cues[place][1]
        return None
