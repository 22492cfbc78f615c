"""Where a party stands: its positions out of many pages, the latest told from those before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.compare.parties import Parties, Party
from onrecord.compare.points import same_point
from onrecord.record import Issue, Position, Record, Stance, Statement, When


@dataclass(frozen=True, slots=True)
class Held:
    """A position of a party, with what its record says of it.

    ``nth`` counts the records from 1. ``speakers`` are the names of who took the position for
    the party. ``day`` is the day of publication, not after, where the position has none.
    ``threatens`` is False of a warning that no threat of the party's own bears out.
    """

    party: Party
    position: Position
    record: Record
    nth: int
    toward: Party | None = None
    reported_by: Party | None = None
    speakers: tuple[str, ...] = ()
    day: When | None = None
    threatens: bool = True

    @property
    def issue(self) -> Issue:
        """What it is about."""
        return self.position.issue

    @property
    def stance(self) -> Stance:
        """As the record has it."""
        return self.position.stance

    @property
    def words(self) -> str:
        """The words that carry it, on one line."""
        start, end = self.position.text
        return " ".join(self.record.page.text[start:end].split())

    @property
    def condition(self) -> str | None:
        """The words of its condition, on one line."""
        if self.position.condition is None:
            return None
        start, end = self.position.condition
        return " ".join(self.record.page.text[start:end].split())

    def before(self, other: Held) -> bool:
        """Whether it was held on an earlier day, as far as the pages tell."""
        if self.day is None or other.day is None:
            return False
        if self.nth == other.nth and other.day.bound == "not after":
            return False
        return self.day.value < other.day.value

    def _key(self) -> tuple[str, bool, int, int]:
        day = self.day
        return (
            day.value if day else "",
            bool(day and day.bound == "on"),
            self.nth,
            self.position.text[0],
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a party stands on an issue.

    ``latest`` has its own words, and what others report of it where it has none or only denies;
    ``earlier`` the positions before, the oldest first; ``reported`` what others say of it besides.
    """

    party: Party
    latest: tuple[Held, ...] = ()
    earlier: tuple[Held, ...] = ()
    reported: tuple[Held, ...] = ()

    @property
    def is_reported(self) -> bool:
        """Whether only others tell where the party stands."""
        return any(held.reported_by is not None for held in self.latest)

    def __bool__(self) -> bool:
        return bool(self.latest)


def positions_of(records: Sequence[Record], parties: Parties) -> list[Held]:
    """The positions of all records, each with its party; a page that comes twice counts once."""
    pages: set[str] = set()
    found: list[Held] = []
    for nth, record in enumerate(records, start=1):
        if record.page.id not in pages:
            found += (held for held in _held(record, nth, parties) if held)
        pages.add(record.page.id)
    return found


def standing(party: Party, positions: Iterable[Held]) -> Standing:
    """Where the party stands, by its positions on one issue, or on it and issues below it."""
    of_it = sorted((held for held in positions if held.party == party), key=Held._key)
    own = [held for held in of_it if held.reported_by is None]
    reported = [held for held in of_it if held.reported_by is not None]
    speaks = any(held.stance != "denies" for held in own)
    counted = own if speaks else [*own, *reported]
    followed = _followed(counted)
    latest = [held for held in counted if id(held) not in followed]
    last = _without_repeated(latest)
    return Standing(
        party=party,
        latest=tuple(last),
        earlier=tuple(held for held in counted if id(held) in followed),
        reported=tuple(reported if speaks else ()),
    )


def _followed(positions: Sequence[Held]) -> set[int]:
    """The identities of those that a later one on the same issue follows, as in ``before``.

    Only the latest known day and the two latest pages have to be looked at, not every pair.
    """
    by_issue: dict[str, list[Held]] = defaultdict(list)
    for held in positions:
        by_issue[held.issue.id].append(held)
    followed: set[int] = set()
    for on_issue in by_issue.values():
        dated = sorted((held for held in on_issue if held.day), key=_day)
        on = [held for held in dated if held.day and held.day.bound == "on"]
        last_of_page = {held.nth: held for held in dated if held.day and held.day.bound != "on"}
        telling = (*on[-1:], *sorted(last_of_page.values(), key=_day)[-2:])
        followed |= {id(held) for held in on_issue if any(map(held.before, telling))}
    return followed


def _day(held: Held) -> str:
    return held.day.value if held.day else ""


def _without_repeated(latest: Sequence[Held]) -> list[Held]:
    """Of several with one stance on one point the last."""
    kept: list[Held] = []
    for held in latest:
        kept = [
            other
            for other in kept
            if other.stance != held.stance or not same_point(other.words, held.words)
        ]
        kept.append(held)
    return kept


def _held(record: Record, nth: int, parties: Parties) -> Iterable[Held | None]:
    statements = {statement.id: statement for statement in record.statements}
    told_by = {event.id: event.said_by for event in record.events}
    names = {actor.id: actor.name for actor in record.actors}
    published = record.page.published
    for position in record.positions:
        party = parties.of(record, position.party)
        if party is None:
            continue
        reporter = parties.of(record, position.reported_by)
        said_in = (statements.get(told_by.get(each) or each) for each in position.evidence)
        yield Held(
            party=party,
            position=position,
            record=record,
            nth=nth,
            toward=parties.of(record, position.toward),
            reported_by=None if reporter == party else reporter,
            speakers=tuple(name for name in _speakers(said_in, names) if name != party.name),
            day=position.held_on
            or (When(value=published.value, bound="not after") if published else None),
            threatens=_threatens(position, record),
        )


def _threatens(position: Position, record: Record) -> bool:
    """Whether a warning announces harm by the party itself: a threat is told by its words."""
    evidence = frozenset(position.evidence)
    start, end = position.text
    threats = [each for each in record.statements if each.act == "threaten"]
    return (
        not evidence
        or any(threat.id in evidence for threat in threats)
        or any(
            event.type == "THREATEN"
            and (event.id in evidence or (event.span.start < end and start < event.span.end))
            for event in record.events
        )
    )


def _speakers(statements: Iterable[Statement | None], names: dict[str, str]) -> tuple[str, ...]:
    found = (
        " ".join(names[actor].split())
        for statement in statements
        if statement
        for actor in statement.speaker.actors
        if actor in names
    )
    return tuple(dict.fromkeys(found))
