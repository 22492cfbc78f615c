"""What is claimed and denied on many pages: by whom, about whom, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.compare.parties import Parties, Party
from onrecord.record import Event, Record, Span, Statement, When


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that claim or deny something, and whose they are; of nobody where the page tells it.

    ``about`` are the parties that do or undergo what is told.
    """

    record: Record
    span: Span
    parties: tuple[Party, ...] = ()
    speakers: tuple[str, ...] = ()
    day: When | None = None
    about: frozenset[Party] = frozenset()

    @property
    def words(self) -> str:
        """The words, on one line."""
        return " ".join(self.record.page.text[self.span.start : self.span.end].split())


@dataclass(frozen=True, slots=True, eq=False)
class ToldEvent:
    """An event with the parties that do and undergo it, and the claim that it is."""

    event: Event
    doers: frozenset[Party]
    undergoers: frozenset[Party]
    claim: Claim


@dataclass(frozen=True, slots=True, eq=False)
class ToldStatement:
    """A statement with the parties that make it, and the claim that it is."""

    statement: Statement
    doers: frozenset[Party]
    claim: Claim


def told_events(record: Record, parties: Parties) -> Iterator[ToldEvent]:
    """The events of a record; an event that a statement tells is claimed by who makes it."""
    statements = {statement.id: statement for statement in record.statements}
    for event in record.events:
        doers = _known(record, event.actors, parties)
        undergoers = _known(record, event.recipients, parties)
        said_by = statements.get(event.said_by or "")
        claim = _claim(record, event.span, said_by, parties, doers | undergoers)
        yield ToldEvent(event, doers, undergoers, claim)


def told_statements(record: Record, parties: Parties) -> Iterator[ToldStatement]:
    """The statements of a record."""
    for statement in record.statements:
        span = Span(statement.content[0].start, statement.content[-1].end)
        doers = _known(record, statement.speaker.actors, parties)
        claim = _claim(record, span, statement, parties, frozenset())
        yield ToldStatement(statement, doers, claim)


def _claim(
    record: Record,
    span: Span,
    statement: Statement | None,
    parties: Parties,
    about: frozenset[Party],
) -> Claim:
    actors = statement.speaker.actors if statement else ()
    names = {actor.id: actor.name for actor in record.actors if actor.id in actors}
    found = (parties.of(record, each) for each in actors)
    return Claim(
        record=record,
        span=span,
        parties=tuple(dict.fromkeys(filter(None, found))),
        speakers=tuple(" ".join(names[each].split()) for each in actors if each in names),
        day=statement.said_on if statement else None,
        about=about,
    )


def _known(record: Record, identities: Iterable[str], parties: Parties) -> frozenset[Party]:
    return frozenset(filter(None, (parties.of(record, each) for each in identities)))
