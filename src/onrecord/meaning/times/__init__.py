"""From words that tell a time to TIMEX3 types and values, and to the day of what a verb reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.meaning.times.calendar import Period
from onrecord.meaning.times.finding import find_in_story
from onrecord.meaning.times.governing import governing, governing_by_place
from onrecord.meaning.times.recognise import vocabulary
from onrecord.meaning.trees import Trees
from onrecord.reading.types import Reading
from onrecord.record import Span, Story, Time, When, content_id

__all__ = ["Times", "find_times", "prepare"]


def prepare() -> None:
    """Make the rules and the lexicon ready, which is done once."""
    vocabulary()


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a page, in text order."""

    times: tuple[Time, ...]
    _text: str = field(repr=False)
    _trees: Trees = field(repr=False, compare=False)
    _periods: Mapping[str, Period] = field(repr=False)
    _undated: tuple[Span, ...] = field(repr=False)
    _published: date | None = None

    def when(self, anchor: Span, *, outside: Sequence[Span] = ()) -> When | None:
        """The day of what the words at ``anchor`` tell: a verb, as the cue "said", or a noun.

        It is the day of the time expression that governs them. A longer stretch ("last week")
        gives its last day, as a bound. Without such an expression the day of publication is the
        bound; None where that is unknown too, or not that of the story.

        Args:
            anchor: code points of the page's text.
            outside: spans whose times do not count, as the contents of statements.
        """
        undated = any(span.start <= anchor.start < span.end for span in self._undated)
        published = None if undated else self._published
        time = self._governing(anchor, outside)
        period = self._periods.get(time.id) if time else None
        if time is not None and period is not None:
            last = period.last
            if period.unit == "day":
                return When(value=period.value, bound="on", time=time.id)
            if last is not None and (published is None or last < published):
                return When(value=last.isoformat(), bound="not after", time=time.id)
        if published is None:
            return None
        return When(value=published.isoformat(), bound="not after")

    def _governing(self, anchor: Span, outside: Sequence[Span]) -> Time | None:
        tree = self._trees.at(anchor.start)
        sentence = tree.span if tree else self._clause(anchor)
        near = [
            time
            for time in self.times
            if sentence.start <= time.span.start < sentence.end
            and time.type in ("DATE", "TIME")
            and not any(s.start <= time.span.start < s.end for s in outside)
        ]
        if not near:
            return None
        spans = [time.span for time in near]
        found = governing(tree, anchor, spans, outside) if tree else None
        if tree is None:
            found = governing_by_place(self._text, anchor, spans)
        return None if found is None else near[found]

    def _clause(self, anchor: Span) -> Span:
        """The line around the anchor."""
        start = self._text.rfind("\n", 0, anchor.start) + 1
        end = self._text.find("\n", anchor.end)
        return Span(start, len(self._text) if end < 0 else end)


def find_times(
    page_id: str,
    text: str,
    stories: Sequence[Story],
    reading: Reading,
    *,
    published: date | None,
) -> Times:
    """The time expressions of a page.

    Those that count from the day of writing are counted from the day in their story's dateline,
    or from that of publication. A teaser shows a story of another day: there only the dateline
    counts, and without one its relative times have no value.

    Args:
        page_id: goes into the ids.
        text: the page's text; spans are code points of it.
        stories: where the running text is; no time runs over the border of a block.
        reading: the model's words, with which verbs are found; it may be empty.
        published: the day on which the page was published, if known.
    """
    names = sorted(reading.names, key=lambda name: name.span)
    trees = Trees(text, reading.sentences)
    times: list[Time] = []
    periods: dict[str, Period] = {}
    undated: list[Span] = []
    for story in stories:
        known = published if story.kind == "article" else None
        if known is None:
            undated.append(story.span)
        for span, found in find_in_story(text, story, trees, names, known):
            time = Time(
                id=content_id("tm", page_id, span),
                span=span,
                type=found.type,
                value=found.value,
                offset=found.offset,
            )
            times.append(time)
            if found.period is not None:
                periods[time.id] = found.period
    times.sort(key=lambda time: time.span)
    return Times(tuple(times), text, trees, periods, tuple(undated), published)
