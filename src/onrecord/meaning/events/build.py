"""From event words to events: sides, status, day, place, and whose claim it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.governed import without_contents
from onrecord.meaning.events.lexicon import load_lexicon
from onrecord.meaning.events.quantities import quantities_near
from onrecord.meaning.events.sides import Sides
from onrecord.meaning.events.spoken import spoken_acts
from onrecord.meaning.events.status import Finding, status_of
from onrecord.meaning.events.status_words import load_status_lexicon
from onrecord.record import Event, EventStatus, Span, Statement, Story, When, content_id


class FindDay(Protocol):
    """The day that governs the word at ``anchor``, without what the spans ``outside`` hold."""

    def __call__(self, anchor: Span, *, outside: Sequence[Span]) -> When | None:
        """The day, or None."""


class FindPlace(Protocol):
    """The id of the place of the word at ``anchor``, likewise."""

    def __call__(self, anchor: Span, *, outside: Sequence[Span]) -> str | None:
        """The id of the place, or None."""


class Circumstances(NamedTuple):
    """How day and place of a word are asked for."""

    when: FindDay
    where: FindPlace


def built(
    page_id: str,
    text: str,
    story: Story,
    clauses: Clauses,
    drafts: Sequence[Draft],
    statements: Sequence[Statement],
    sides: Sides,
    circumstances: Circumstances,
) -> Iterator[tuple[Event, Draft | None]]:
    """The events of a sentence's event words; those whose status leaves no event are left out.

    Each with its draft, which tells its confidence; acts of speech have that of the statement.
    """
    findings = {
        draft.anchor: status_of(draft.clauses, draft.anchor, draft.type, draft.light, draft.carrier)
        for draft in drafts
    }

    def realised(draft: Draft) -> bool:
        return findings[draft.anchor].status in ("happened", "ongoing")

    told: list[tuple[str, Span]] = []
    for draft in without_contents(drafts, realised):
        finding, draft.told = findings[draft.anchor], draft.type
        anchor = _span(draft)
        reported = _statement_of(anchor, statements)
        if not draft.actors and reported and _is_speakers(draft, reported):
            draft.actors = tuple(a for a in reported.speaker.actors if a not in draft.recipients)
        if not _turned(draft, finding, reported):
            continue
        if finding.status == "hypothetical" and (draft.rule.kind == "noun" or not finding.by):
            continue  # a possible war, an aim and a condition are no events
        if not _matters(draft, sides) or _lacks_a_side(draft, sides) or _is_of_a_thing(draft):
            continue
        outside = [s for st in statements for s in st.content if not _holds(s, anchor)]
        where = circumstances.where(anchor, outside=[*outside, *_own_words(draft)])
        event = Event(
            id=content_id("ev", page_id, anchor),
            story=story.id,
            span=_whole(draft),
            type=draft.type,
            mode=draft.mode,
            contexts=draft.contexts,
            cameo=draft.cameo,
            anchors=(anchor,),
            actors=draft.actors,
            recipients=tuple(r for r in draft.recipients if r not in draft.actors),
            status=finding.status,
            date=circumstances.when(anchor, outside=outside),
            place=where,
            quantities=quantities_near(text, draft),
            said_by=reported.id if reported else None,
        )
        yield event, draft
        told.append((draft.type, anchor))
    for spoken in spoken_acts(clauses, statements, told, sides):
        mode, cameo = load_lexicon().inner(spoken.type, "other", None)
        statement = spoken.statement
        event = Event(
            id=content_id("ev", page_id, spoken.anchor, statement.span),
            story=story.id,
            span=statement.span,
            type=spoken.type,
            mode=mode,
            cameo=cameo,
            anchors=(spoken.anchor,),
            actors=statement.speaker.actors,
            recipients=spoken.recipients,
            date=statement.said_on,
            place=statement.place,
            said_by=statement.id,
            confidence=statement.confidence,
        )
        yield event, None


_SPOKEN = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))


def _matters(draft: Draft, sides: Sides) -> bool:
    """Whether anyone of public life takes part: a state, its people, a body or armed group.

    Where it is known who acts, it must be such a one; violence and protest count with any people in
    numbers, and with the citizen of a state.
    """
    actors = sides.actors(draft.actors)
    parties = [*actors, *sides.actors(draft.recipients)]
    if draft.type in ("ASSAULT", "PROTEST"):
        return any(sides.is_public(a) or a.kind == "group" or a.country for a in parties)
    if draft.type in _SPOKEN and draft.rule.kind == "noun" and not actors:
        return False  # "a rebuff of the plan": nobody's
    if any(map(sides.is_public, actors or parties)):
        return True
    bodies = all(actor.kind == "organisation" and not sides.is_private(actor) for actor in actors)
    return bool(actors) and bodies and any(map(sides.is_public, parties))


def _lacks_a_side(draft: Draft, sides: Sides) -> bool:
    """Whether a war, deal or threat has but one side and nothing says that it took place.

    That of a noun may be its place or its name as well ("Norra's war", "the Norra deal"); and a
    person who fights alone fights for something, mostly with words.
    """
    rule, one = draft.rule, len({*draft.actors, *draft.recipients}) < 2
    carried = draft.light is not None and not (draft.light.phase or draft.light.tells_that_it_was)
    if rule.kind == "noun" and not carried:
        if rule.reciprocal and one:
            groups = any(actor.kind == "group" for actor in sides.actors(draft.actors))
            return draft.type != "CONSULT" or not groups
        if draft.type == "THREATEN":
            return not draft.recipients
        return draft.type == "PROTEST" and not draft.actors
    if draft.type == "ASSAULT" and rule.reciprocal and one:
        return all(actor.kind == "person" for actor in sides.actors(draft.actors))
    return False


def _is_of_a_thing(draft: Draft) -> bool:
    """Whether a thing stands where the actor of an act of will would: "the decision threatens"."""
    verb = draft.carrier if draft.rule.kind == "noun" else draft.anchor
    if draft.actors or verb is None or draft.type in ("ASSAULT", "RETREAT", "MOBILIZE"):
        return False
    clauses = draft.clauses
    light = draft.light
    if light is not None and (light.undergoes or light.tells_that_it_was or light.phase):
        return False
    if draft.rule.undergoes or clauses.is_passive(verb) or not clauses.is_verb(verb):
        return False
    heads = clauses.surface_subject(verb)
    return bool(heads) and all(clauses.upos(head) == "NOUN" for head in heads)


_WE = frozenset(("i", "we", "our", "my"))


def _is_speakers(draft: Draft, reported: Statement) -> bool:
    """Whether whoever speaks is the one who acts: by the cue itself, or as "we" in a quotation."""
    anchor = _span(draft)
    if any(_holds(cue, anchor) for cue in reported.cue):
        return True
    if reported.kind == "indirect":
        return False
    verb = draft.anchor if draft.rule.kind != "noun" else draft.carrier
    subjects = () if verb is None else draft.clauses.subject(verb)
    owners = tuple(draft.clauses.tree.below(draft.anchor, ("nmod:poss",)))
    return any(draft.clauses.words[head] in _WE for head in (*subjects, *owners))


def _own_words(draft: Draft) -> Iterator[Span]:
    """The words of those who act, and whatever says whose the event is: no place where it was."""
    clauses = draft.clauses
    for head in draft.actor_heads:
        yield clauses.tree.phrase(head)
    for child in clauses.tree.children(draft.anchor, "amod", "compound"):
        yield clauses.tokens[child].span
    for owner in clauses.tree.below(draft.anchor, ("nmod:poss",)):
        yield clauses.tree.phrase(owner)


def _span(draft: Draft) -> Span:
    tokens = draft.clauses.tokens
    return tokens[draft.anchor].span


def _whole(draft: Draft) -> Span:
    """From the first to the last word that takes part."""
    tokens = draft.clauses.tokens
    places = [*draft.words, *draft.actor_heads, *draft.recipient_heads]
    return Span(min(tokens[p].span.start for p in places), max(tokens[p].span.end for p in places))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _statement_of(anchor: Span, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement that tells the event, or whose cue it is."""
    telling = [s for s in statements if any(_holds(c, anchor) for c in (*s.content, *s.cue))]
    return min(telling, key=lambda s: s.span.end - s.span.start, default=None)


def _turned(draft: Draft, finding: Finding, reported: Statement | None) -> bool:
    """Whether an event is left once its status has made of its type what the codebook says."""
    for turn in load_status_lexicon().turns:
        if turn.when != finding.status:
            continue
        if "any" not in turn.types and draft.type not in turn.types:
            continue
        if turn.by and not turn.by & set(finding.by):
            continue
        if not turn.to:
            return True  # what is said not to have happened is kept as denied
        if turn.to == "REQUEST" and turn.to != draft.type:
            # what another should do is asked of them by whoever says so
            if draft.rule.kind == "noun" or reported is None or not reported.speaker.actors:
                return False
            draft.recipients = tuple(a for a in draft.actors if a not in reported.speaker.actors)
            draft.actors = reported.speaker.actors
        if turn.to != draft.type:
            mode, cameo = load_lexicon().inner(turn.to, draft.type, draft.mode)
            draft.type = turn.to
            draft.mode, draft.cameo = turn.mode or mode, turn.cameo or cameo
            finding.status = _STATUS_AFTER_TURN.get(turn.to, finding.status)
        return True
    return True


_STATUS_AFTER_TURN: dict[str, EventStatus] = {
    "AGREE": "happened",
    "CONCEDE": "happened",
    "THREATEN": "happened",
    "REJECT": "happened",
    "REQUEST": "happened",
}
"""A promise, threat, refusal or demand has been made, whatever becomes of what it is about."""
