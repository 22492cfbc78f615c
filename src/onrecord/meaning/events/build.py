"""From event words to events: sides, status, day, place, and whose claim it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.governed import without_contents, without_doubles
from onrecord.meaning.events.lexicon import load_lexicon
from onrecord.meaning.events.quantities import quantities_near
from onrecord.meaning.events.sides import Sides
from onrecord.meaning.events.status import Finding, load_status_lexicon, status_of
from onrecord.record import Event, EventStatus, Span, Statement, Story, When, content_id
from typing import Protocol


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
    drafts: Sequence[Draft],
    statements: Sequence[Statement],
    sides: Sides,
    circumstances: Circumstances,
) -> Iterator[Event]:
    """The events of a sentence's event words; those whose status leaves no event are left out."""
    findings = {
        draft.anchor: status_of(draft.clauses, draft.anchor, draft.type, draft.light)
        for draft in drafts
    }

    def realised(draft: Draft) -> bool:
        return findings[draft.anchor].status in ("happened", "ongoing")

    told: list[tuple[str, Span]] = []
    for draft in without_contents(without_doubles(drafts), realised):
        finding = findings[draft.anchor]
        anchor = _span(draft)
        reported = _statement_of(anchor, statements)
        _fill_sides(draft, sides, reported)
        if not _turned(draft, finding, reported):
            continue
        if draft.rule.kind == "noun" and finding.status == "hypothetical":
            continue  # a possible war is no event
        if not _matters(draft, sides) or _is_bare_war(draft):
            continue
        outside = [s for st in statements for s in st.content if not _holds(s, anchor)]
        where = circumstances.where(anchor, outside=outside)
        yield Event(
            id=content_id("ev", page_id, anchor),
            story=story.id,
            span=_whole(draft, anchor),
            type=draft.type,
            mode=draft.mode,
            contexts=draft.contexts,
            cameo=draft.cameo,
            anchors=(anchor,),
            actors=draft.actors,
            recipients=draft.recipients,
            status=finding.status,
            date=circumstances.when(anchor, outside=outside),
            place=where,
            quantities=quantities_near(text, draft),
            said_by=reported.id if reported else None,
        )
        told.append((draft.type, anchor))
    yield from _spoken(page_id, story, statements, told, drafts, circumstances)


_ACTS = {
    "demand": "REQUEST",
    "refuse": "REJECT",
    "threaten": "THREATEN",
}
"""The acts of statements that are events by themselves, and their PLOVER types."""


def _spoken(
    page_id: str,
    story: Story,
    statements: Sequence[Statement],
    told: Sequence[tuple[str, Span]],
    drafts: Sequence[Draft],
    circumstances: Circumstances,
) -> Iterator[Event]:
    """Acts of speech that no event word of their sentence tells, by the words of their cue."""
    if not drafts:
        return
    sentence = drafts[0].clauses.tree.span
    for statement in statements:
        kind = _ACTS.get(statement.act)
        if kind is None or not statement.cue or not statement.speaker.actors:
            continue
        anchor = statement.cue[-1]
        if statement.status != "said" or not _holds(sentence, anchor):
            continue
        if any(t == kind and (_holds(statement.span, a)) for t, a in told):
            continue
        mode, cameo = load_lexicon().inner(kind, "other", None)
        yield Event(
            id=content_id("ev", page_id, anchor, statement.span),
            story=story.id,
            span=statement.span,
            type=kind,
            mode=mode,
            cameo=cameo,
            anchors=(anchor,),
            actors=statement.speaker.actors,
            recipients=tuple(a for a in statement.addressees if a not in statement.speaker.actors),
            date=statement.said_on,
            place=statement.place,
            said_by=statement.id,
            confidence=statement.confidence,
        )


_CROWDS = frozenset(("group",))
_OF_NO_SECTOR = frozenset(("UNK", "BUS", "MNC", "ENT", "SPT", "JRN"))


def _matters(draft: Draft, sides: Sides) -> bool:
    """Whether anyone of public life takes part: a state, its people, a body or armed group.

    Violence and protest count with any people in numbers too.
    """
    parties = sides.actors((*draft.actors, *draft.recipients))
    if any(
        actor.country is not None or set(actor.sectors) - _OF_NO_SECTOR or actor.kind == "country"
        for actor in parties
    ):
        return True
    violent = draft.type in ("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "AID")
    return violent and any(actor.kind in _CROWDS for actor in parties)


def _is_bare_war(draft: Draft) -> bool:
    """Whether a war or clash has but one side, which its place may be as well: "Syria's war"."""
    if draft.type != "ASSAULT" or not draft.rule.reciprocal or draft.rule.kind != "noun":
        return False
    return len(draft.actors) < 2 and draft.light is None


def _span(draft: Draft) -> Span:
    tokens = draft.clauses.tokens
    return tokens[draft.anchor].span


def _whole(draft: Draft, anchor: Span) -> Span:
    """From the first to the last word that takes part."""
    tokens = draft.clauses.tokens
    places = [*draft.words, *draft.actor_heads, *draft.recipient_heads]
    return Span(
        min(tokens[p].span.start for p in places), max(tokens[p].span.end for p in places)
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _statement_of(anchor: Span, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement that tells the event, or whose cue it is."""
    telling = [
        s for s in statements if any(_holds(c, anchor) for c in (*s.content, *s.cue))
    ]
    return min(telling, key=lambda s: s.span.end - s.span.start, default=None)


def _fill_sides(draft: Draft, sides: Sides, reported: Statement | None) -> None:
    rule = draft.rule
    anchor = _span(draft)
    light = draft.light
    actor_places, recipient_places = list(rule.actors), list(rule.recipients)
    if rule.kind == "noun" and light is not None:
        if light.undergoes:
            actor_places = [*light.actors, *actor_places, "by", "from"]
            recipient_places = ["subject"]
        else:
            actor_places = [*actor_places, "subject"] if light.phase else ["subject", *actor_places]
            recipient_places = [*recipient_places, *light.recipients]
    elif rule.undergone:
        actor_places = [place for place in rule.actors if place != "possessor"]
        recipient_places = ["of", "possessor", *rule.recipients]
    elif rule.undergoes:
        actor_places, recipient_places = ["by", "from"], ["subject"]
    elif rule.kind == "verb":
        actor_places = actor_places or ["subject"]
    actors = sides.at(draft, actor_places)
    if draft.noun is not None:
        recipient_places += [p for p in draft.noun.rule.recipients if p not in recipient_places]
    if rule.reciprocal:
        if light is not None and light.undergoes:  # who flees a war does not wage it
            recipient_places = []
        others = tuple(
            actor
            for place in ("with", "between", "among", "of", *recipient_places)
            for actor in sides.at(draft, (place,))
        )
        if not actors and rule.kind == "noun" and others and draft.carrier is None:
            actors = _attending(draft, sides)
        draft.actors = tuple(dict.fromkeys((*actors, *others)))
        draft.recipients = ()
        if draft.host is not None:
            hosts = sides.at(draft.host, ("subject",))
            draft.recipients = tuple(h for h in hosts if h not in draft.actors)
            draft.mode = draft.mode or ("third-party" if draft.recipients else None)
        return
    if reported is not None and not actors and any(_holds(c, anchor) for c in reported.cue):
        actors = reported.speaker.actors
    recipients = sides.at(draft, recipient_places)
    if not recipients and draft.noun is not None:
        recipients = sides.at(draft.noun, draft.noun.rule.recipients)
    draft.actors = actors
    draft.recipients = tuple(r for r in recipients if r not in actors)


def _attending(draft: Draft, sides: Sides) -> tuple[str, ...]:
    """Who does something at or after a meeting with others: "said after a meeting with Brandt"."""
    clauses = draft.clauses
    verb = clauses.tree.head(draft.anchor)
    if verb is None or not clauses.is_verb(verb) or not clauses.oblique(draft.anchor, "with"):
        return ()
    return sides.of(clauses, clauses.surface_subject(verb))


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
        if turn.to == "REQUEST" and turn.to != draft.type:  # what another should do is asked of them
            if reported is None or not reported.speaker.actors:
                return False
            draft.recipients = tuple(a for a in draft.actors if a not in reported.speaker.actors)
            draft.actors = reported.speaker.actors
        if turn.to != draft.type:
            draft.type, draft.mode, draft.cameo = turn.to, turn.mode, turn.cameo
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
