"""Denials, with the claims that they contradict beside them: attributed, never judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from onrecord.compare.claims import Claim, ToldEvent, ToldStatement, told_events, told_statements
from onrecord.compare.parties import Parties, Party
from onrecord.compare.points import telling_words
from onrecord.record import Record, Statement

_SAME_STEM = 4  # letters that "invaded" and "invasion" share
_SHARED_WORDS = 2  # telling words that a denial and the claim it answers have in common
_ASSERTING = frozenset(("assert", "accuse", "threaten", "promise", "demand", "praise", "other"))
_Key: TypeAlias = tuple[str, Party, str | None]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A denial and what it denies as others, or the page itself, have it; empty where none do."""

    denial: Claim
    claims: tuple[Claim, ...] = ()


@dataclass(slots=True)
class _Claimed:
    """What happened, by type, doer and word or mode; and what is said, by its telling words."""

    by_word: dict[_Key, list[ToldEvent]] = field(default_factory=lambda: defaultdict(list))
    by_mode: dict[_Key, list[ToldEvent]] = field(default_factory=lambda: defaultdict(list))
    said: dict[str, list[ToldStatement]] = field(default_factory=lambda: defaultdict(list))


def contradictions(records: Sequence[Record], parties: Parties) -> list[Contradiction]:
    """Every denial of the records, in their order, each with the claims that it contradicts.

    A denied event contradicts events of its type with the same doers: those named by the same
    word if there are any, else those of the same mode. A denial in which no event was read
    contradicts what others say in the same words. What a page itself says did not happen is left
    out where nobody says that it did.
    """
    records = list({record.page.id: record for record in records}.values())
    events = [list(told_events(record, parties)) for record in records]
    statements = [list(told_statements(record, parties)) for record in records]
    claimed = _claimed(events, statements)
    found: list[Contradiction] = []
    for own_events, own_statements in zip(events, statements, strict=True):
        denied = [told for told in own_events if told.event.status == "denied"]
        beside = [Contradiction(told.claim, _beside_event(told, claimed)) for told in denied]
        here = [each for each in beside if each.claims or each.denial.parties]
        here += [
            Contradiction(told.claim, _beside_statement(told, claimed))
            for told in own_statements
            if told.statement.act == "deny" and not _holds_one(told.statement, denied)
        ]
        found += sorted(here, key=lambda each: each.denial.span)
    return found


def concerning(found: Iterable[Contradiction], parties: Sequence[Party]) -> list[Contradiction]:
    """Those in which one of the parties denies or claims, or of which it is told."""
    asked = set(parties)

    def concerns(claim: Claim) -> bool:
        return not asked.isdisjoint((*claim.parties, *claim.about))

    return [each for each in found if concerns(each.denial) or any(map(concerns, each.claims))]


def _claimed(
    events: Iterable[Iterable[ToldEvent]], statements: Iterable[Iterable[ToldStatement]]
) -> _Claimed:
    claimed = _Claimed()
    for told in (each for of_page in events for each in of_page):
        if told.event.status in ("happened", "ongoing"):
            for doer in told.doers:
                for stem in _stems(told):
                    claimed.by_word[told.event.type, doer, stem].append(told)
                claimed.by_mode[told.event.type, doer, told.event.mode].append(told)
    for said in (each for of_page in statements for each in of_page):
        if said.statement.act in _ASSERTING and said.doers:
            for word in telling_words(_content(said)):
                claimed.said[word].append(said)
    return claimed


def _beside_event(denied: ToldEvent, claimed: _Claimed) -> tuple[Claim, ...]:
    kind, mode = denied.event.type, denied.event.mode
    same_word = (
        told
        for doer in denied.doers
        for stem in _stems(denied)
        for told in claimed.by_word.get((kind, doer, stem), ())
    )
    same_mode = (
        told for doer in denied.doers for told in claimed.by_mode.get((kind, doer, mode), ())
    )
    found = list(_with_same_victims(denied, same_word))
    found = found or list(_with_same_victims(denied, same_mode))
    return tuple(told.claim for told in dict.fromkeys(found))


def _with_same_victims(denied: ToldEvent, others: Iterable[ToldEvent]) -> Iterator[ToldEvent]:
    for told in others:
        if not denied.undergoers or not told.undergoers or denied.undergoers & told.undergoers:
            yield told


def _stems(told: ToldEvent) -> set[str]:
    """How the event's anchors begin, so that "invaded" and "invasion" are one word."""
    text = told.claim.record.page.text
    words = (text[start:end].casefold() for start, end in told.event.anchors)
    return {word[:_SAME_STEM] for word in words if len(word) >= _SAME_STEM}


def _beside_statement(denial: ToldStatement, claimed: _Claimed) -> tuple[Claim, ...]:
    """What other parties say in the same words."""
    shared = Counter(
        told for word in telling_words(_content(denial)) for told in claimed.said.get(word, ())
    )
    return tuple(
        told.claim
        for told, number in shared.items()
        if number >= _SHARED_WORDS and not denial.doers & told.doers
    )


def _holds_one(statement: Statement, denied: Iterable[ToldEvent]) -> bool:
    """Whether the denial is read as an event already."""
    start, end = statement.span
    return any(
        told.event.said_by == statement.id
        or (start <= told.event.span.start and told.event.span.end <= end)
        for told in denied
    )


def _content(told: ToldStatement) -> str:
    text = told.claim.record.page.text
    return " ".join(text[start:end] for start, end in told.statement.content)
