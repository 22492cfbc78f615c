"""The verdict on two parties' standings: where they stand now, and where each is heading.

The rules are stated in ``lexicon/verdicts.toml``, with the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.compare import tables
from onrecord.compare.courses import Course, courses
from onrecord.compare.points import direction, same_point
from onrecord.compare.standing import Held, Standing
from onrecord.compare.steps import Change, Step, change_of, steps_of
from onrecord.compare.tables import reason
from onrecord.compare.tree import IssueTree
from onrecord.lexicon.issues import OTHER

Now: TypeAlias = Literal["agree", "differ", "one side silent"]
Way: TypeAlias = Literal["same way", "at each other", "unknown"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two standings say together; ``now`` or ``change`` is None where the rules give nothing.

    ``reason`` says in plain words what ``now`` rests on.
    """

    now: Now | None = None
    change: Change | None = None
    reason: str = ""
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.now, self.change)))


@dataclass(frozen=True, slots=True)
class _Finding:
    now: Literal["agree", "differ"] | None
    reason: str


def verdict(
    left: Standing, right: Standing, tree: IssueTree, *, everywhere: Sequence[Held] = ()
) -> Verdict:
    """What the standings of two parties say.

    Args:
        left: of one party, on one issue or on it and issues below it.
        right: of the other.
        tree: which aims are shared.
        everywhere: the positions of both on all issues; a condition may be given on another one.
    """
    ours, theirs = courses(left), courses(right)
    steps = (*steps_of(left, theirs), *steps_of(right, ours))
    change = change_of(steps)
    if not ours and not theirs:
        return Verdict(change=change, steps=steps, reason=_denying(left, right))
    if not ours or not theirs:
        silent = right if ours else left
        name = "only_denies" if silent else "silent"
        if any(held.stance == "withdraws" for held in silent.latest):
            name = "silent"
        why = reason(name, who=silent.party.name)
        return Verdict("one side silent", change, why, steps)
    pairs = list(_pairs(ours, theirs))
    if not pairs:
        return Verdict(None, change, reason("other_points"), steps)
    found = [_finding(ours_one, theirs_one, tree, everywhere) for ours_one, theirs_one in pairs]
    now = _together(found)
    telling = next(each.reason for each in found if each.now == now)
    reported = [
        reason("reported", a=standing.party.name, b=_reporters(standing))
        for standing in (left, right)
        if standing.is_reported
    ]
    return Verdict(now, change, "; ".join((telling, *reported)), steps)


def _together(found: Sequence[_Finding]) -> Literal["agree", "differ"] | None:
    """Nothing is agreed until everything is; one pair that differs is a difference."""
    if any(each.now == "differ" for each in found):
        return "differ"
    return "agree" if all(each.now == "agree" for each in found) else None


def _denying(left: Standing, right: Standing) -> str:
    silent = [each.party.name for each in (left, right) if each]
    return reason("only_denies", who=" and ".join(silent)) if silent else ""


def _reporters(standing: Standing) -> str:
    names = (held.reported_by.name for held in standing.latest if held.reported_by)
    return ", ".join(dict.fromkeys(names))


def _pairs(ours: Sequence[Course], theirs: Sequence[Course]) -> Iterator[tuple[Course, Course]]:
    """Those on the same point; who has none there is compared with the other side's only one.

    On two different issues the only ones are compared where both sides have just one, and under
    the issue of whatever has no name never.
    """
    fewest, most = sorted((len(ours), len(theirs)))
    for one in ours:
        for other in theirs:
            issues = {one.held.issue.id, other.held.issue.id}
            only = fewest == 1 and (most == 1 or len(issues) == 1) and OTHER not in issues
            if only or _on_one_point(one, other):
                yield one, other


def _on_one_point(one: Course, other: Course) -> bool:
    return same_point(one.held.words, other.held.words)


def _finding(one: Course, other: Course, tree: IssueTree, everywhere: Sequence[Held]) -> _Finding:
    now = tables.now(one.stance, other.stance)
    opposite = _opposite_directions(one.held, other.held)
    if opposite and tables.side(one.stance) == tables.side(other.stance):
        return _Finding("differ", reason("opposite_direction"))
    if opposite and {tables.side(one.stance), tables.side(other.stance)} == {"for", "against"}:
        return _Finding(None, _named("same_direction", *_for_first(one, other)))
    if now == "depends":
        return _depending(one, other, tree)
    if now == "differ":
        return _Finding("differ", _why_they_differ(one, other))
    is_mutual = one.held.issue.id == other.held.issue.id and tree.mutual(one.held.issue.id)
    if not is_mutual and not _on_one_point(one, other):
        return _Finding(None, reason("other_points"))
    for each, its_other in ((one, other), (other, one)):
        if each.held.condition and not _is_given(each.held.condition, its_other, everywhere):
            return _Finding("differ", _named("condition", each, its_other))
    return _Finding("agree", _why_they_agree(one, other))


def _opposite_directions(one: Held, other: Held) -> bool:
    nouns = one.issue.id != other.issue.id
    found = {direction(one.words, nouns=nouns), direction(other.words, nouns=nouns)}
    return found == {"on", "off"}


def _depending(one: Course, other: Course, tree: IssueTree) -> _Finding:
    """Two that ask, or two that refuse: it depends on who is to act."""
    way = _way(one.held, other.held, tree)
    if tables.asks(one.stance):
        if way == "same way":
            return _Finding("agree", reason("both_ask"))
        if way == "unknown":
            return _Finding(None, reason("whose_turn"))
        first = {one.stance, other.stance} == {"requires first"}
        return _Finding("differ", reason("go_first" if first else "ask_each_other"))
    if way == "same way":
        return _Finding("agree", reason("both_refuse"))
    if way == "unknown":
        return _Finding(None, reason("both_refuse_unclear"))
    return _Finding("differ", reason("refuse_each_other"))


def _way(one: Held, other: Held, tree: IssueTree) -> Way:
    if one.issue.id == other.issue.id and tree.mutual(one.issue.id):
        return "same way"
    if one.toward == other.party and other.toward == one.party:
        return "at each other"
    return "same way" if one.toward is not None and one.toward == other.toward else "unknown"


def _is_given(condition: str, by: Course, everywhere: Sequence[Held]) -> bool:
    """Whether the party of ``by`` accepts or commits to what the condition speaks of."""
    return any(
        held.party == by.held.party
        and held.reported_by is None
        and held.stance in ("accepts", "commits to")
        and same_point(condition, held.words)
        for held in everywhere
    )


def _why_they_differ(one: Course, other: Course) -> str:
    stances = {one.stance, other.stance}
    for each, its_other in ((one, other), (other, one)):
        if each.stance == "warns of":
            return _named("threat", each, its_other)
    if {tables.side(one.stance), tables.side(other.stance)} == {"for", "against"}:
        return _named("for_and_against", *_for_first(one, other))
    for each, its_other in ((one, other), (other, one)):
        if each.stance == "is open to":
            return _named("open_no_yes", each, its_other)
        if tables.asks(each.stance) and its_other.stance == "offers":
            return _named("asked_not_given", each, its_other)
    return reason("two_offers") if "offers" in stances else ""


def _why_they_agree(one: Course, other: Course) -> str:
    for each, its_other in ((one, other), (other, one)):
        if tables.asks(each.stance):
            return _named("asked_and_given", each, its_other)
        if each.stance == "offers":
            return _named("offer_taken", each, its_other)
    return reason("both_open" if one.stance == "is open to" else "both_for")


def _for_first(one: Course, other: Course) -> tuple[Course, Course]:
    return (one, other) if tables.side(one.stance) == "for" else (other, one)


def _named(name: str, one: Course, other: Course) -> str:
    return reason(name, a=one.held.party.name, b=other.held.party.name)
