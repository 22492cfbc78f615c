"""From drafts to positions: what is told twice is joined, and each gets its circumstances."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from onrecord.lexicon.issues import Issues
from onrecord.meaning.positions.parties import Parties
from onrecord.meaning.positions.placing import IssueFinder
from onrecord.meaning.positions.scene import Draft
from onrecord.meaning.positions.voices import Voices
from onrecord.meaning.trees import Trees
from onrecord.record import Event, Position, Span, Statement, When, content_id


class FindDay(Protocol):
    """The day that governs the word at ``anchor``, without what the spans ``outside`` hold."""

    def __call__(self, anchor: Span, *, outside: Sequence[Span]) -> When | None:
        """The day, or None."""


def build_positions(
    page_id: str,
    text: str,
    trees: Trees,
    drafts: Iterable[Draft],
    events: Sequence[Event],
    *,
    parties: Parties,
    voices: Voices,
    when: FindDay,
    issues: Issues,
    finder: IssueFinder,
) -> tuple[Position, ...]:
    """The positions of a page, in order of their words."""
    found: dict[str, Position] = {}
    for draft in without_repetition(drafts):
        tree = trees.at(draft.anchor.start)
        if tree is None:
            continue
        pieces = [statement for _, statement in voices.at(draft.anchor.start)]
        own = voices.with_cue_at(draft.anchor.start)
        statements = [s for s in (own, *pieces) if s is not None]
        position = Position(
            id=content_id(
                "ps", f"{page_id}|{draft.party}|{draft.stance}", draft.text, draft.anchor
            ),
            party=draft.party,
            toward=_toward(draft, parties),
            issue=issues.issue(finder.issue_of(text, tree, draft.text, draft.anchor)),
            stance=draft.stance,
            text=draft.text,
            condition=draft.condition,
            evidence=_evidence(draft, statements, events),
            reported_by=_reporter(draft, pieces, parties),
            held_on=_day(draft, statements, when),
            confidence=round(_confidence(draft), 4),
        )
        found.setdefault(position.id, position)
    return tuple(sorted(found.values(), key=lambda p: (p.text, p.party, p.stance)))


def without_repetition(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, one for each party, stance and words; the fullest words and surest stay."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((k for k in kept if _is_same(k, draft)), None)
        if same is None:
            kept.append(draft)
        elif draft.text.end - draft.text.start > same.text.end - same.text.start:
            kept[kept.index(same)] = draft
    return kept


def _is_same(one: Draft, other: Draft) -> bool:
    if one.party != other.party:
        return False
    overlap = min(one.text.end, other.text.end) - max(one.text.start, other.text.start)
    shorter = min(one.text.end - one.text.start, other.text.end - other.text.start)
    return one.stance == other.stance and overlap * 2 > shorter


def _toward(draft: Draft, parties: Parties) -> str | None:
    """To whom the position is put.

    It is who is asked or answered, else the other party that its words or its condition name first.
    """
    if draft.toward:
        return draft.toward[0]
    for span in (draft.text, draft.condition):
        for party in parties.named_in(span) if span is not None else ():
            if party != draft.party:
                return party
    return None


def _reporter(draft: Draft, pieces: Sequence[Statement], parties: Parties) -> str | None:
    """Who tells of the position, where that is another party than the one that holds it."""
    for statement in pieces:
        speakers = parties.of(statement.speaker.actors)
        if draft.party in speakers or draft.party in statement.speaker.actors:
            continue
        if speakers:
            return statement.speaker.actors[0]
    return None


def _day(draft: Draft, statements: Sequence[Statement], when: FindDay) -> When | None:
    if statements:
        return statements[0].said_on
    return when(draft.anchor, outside=(draft.text,))


def _evidence(
    draft: Draft, statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[str, ...]:
    """The statements that carry the position, and the events that its own words are."""
    ids = [statement.id for statement in statements]
    for event in events:
        if any(a.start < draft.anchor.end and draft.anchor.start < a.end for a in event.anchors):
            ids.append(event.id)
    return tuple(dict.fromkeys(ids))


def _confidence(draft: Draft) -> float:
    confidence = draft.score
    if draft.voice is not None:
        confidence *= 0.5 + 0.5 * draft.voice.confidence
    return min(1.0, max(0.0, confidence))
