"""Where two or more parties agree and differ, issue by issue, by the words of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from onrecord.compare.matrix import grouped
from onrecord.compare.parties import Party
from onrecord.compare.standing import Held, Standing, standing
from onrecord.compare.steps import Change
from onrecord.compare.tables import reason
from onrecord.compare.tree import IssueTree
from onrecord.compare.verdicts import Now, Verdict, verdict
from onrecord.record import Issue


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """The verdict on two of the parties."""

    parties: tuple[Party, Party]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Difference:
    """An issue, where each party stands on it, and what that says.

    ``standings`` are in the order of the parties that were asked for. ``pairs`` has a verdict for
    each two of them; ``verdict`` is that of all: "differ" if any pair differs, "agree" if all do,
    and a change only if no two pairs change in different ways.
    """

    issue: Issue
    standings: tuple[Standing, ...]
    pairs: tuple[PairVerdict, ...]
    verdict: Verdict

    @property
    def is_shared(self) -> bool:
        """Whether more than one party speaks of the issue."""
        return sum(map(bool, self.standings)) > 1


def differences(
    positions: Sequence[Held], parties: Sequence[Party], tree: IssueTree
) -> list[Difference]:
    """Every issue that any of the parties speaks of, in the order of the tree.

    Args:
        positions: of any parties, such as :func:`standing.positions_of` finds.
        parties: two or more; each is counted once.
        tree: which issues lie below which, and which aims are shared.

    Raises:
        ValueError: there are fewer than two parties.
    """
    parties = list(dict.fromkeys(parties))
    if len(parties) < 2:
        raise ValueError("differences are between two parties or more")
    by_issue = grouped(positions, tree, parties)
    return [
        _difference(identity, held, parties, tree, by_issue)
        for identity, held in _folded(by_issue, tree).items()
    ]


def _difference(
    identity: str,
    positions: Sequence[Held],
    parties: Sequence[Party],
    tree: IssueTree,
    by_issue: Mapping[str, Sequence[Held]],
) -> Difference:
    """One row: ``positions`` are those of the issue, ``by_issue`` all as they were taken."""
    standings = [standing(party, positions) for party in parties]
    everywhere = [held for held_of in by_issue.values() for held in held_of]
    pairs: list[PairVerdict] = []
    for left, right in combinations(standings, 2):
        if left or right:
            found = verdict(left, right, tree, everywhere=everywhere)
            silent = next((each.party for each in (left, right) if not each), None)
            near = _near(identity, silent, tree, by_issue) if silent else None
            if silent and near:
                why = reason("elsewhere", who=silent.name, issue=near)
                found = replace(found, now=None, reason=why)
            pairs.append(PairVerdict((left.party, right.party), found))
    label = next((held.issue.label for held in positions if held.issue.id == identity), identity)
    return Difference(
        issue=Issue(id=identity, label=tree.label(identity, label)),
        standings=tuple(standings),
        pairs=tuple(pairs),
        verdict=_of_all([pair.verdict for pair in pairs]),
    )


def _near(
    identity: str, party: Party, tree: IssueTree, by_issue: Mapping[str, Sequence[Held]]
) -> str | None:
    """The label of an issue above or below of which the party speaks."""
    labels = (
        tree.label(other, held_of[0].issue.label)
        for other, held_of in by_issue.items()
        if (tree.is_above(other, identity) or tree.is_above(identity, other))
        and any(held.party == party for held in held_of)
    )
    return next(labels, None)


def _of_all(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict on a group: no coalition is guessed."""
    if len(verdicts) == 1:
        return verdicts[0]
    found = {each.now for each in verdicts}
    now: Now | None = None
    if "differ" in found:
        now = "differ"
    elif found == {"agree"}:
        now = "agree"
    elif "one side silent" in found and found <= {"one side silent", None}:
        now = "one side silent"
    changes: set[Change] = {each.change for each in verdicts if each.change}
    change = changes.pop() if len(changes) == 1 else None
    reasons = dict.fromkeys(each.reason for each in verdicts if each.now == now and each.reason)
    steps = dict.fromkeys(step for each in verdicts for step in each.steps)
    return Verdict(now, change, "; ".join(reasons), tuple(steps))


def _folded(by_issue: dict[str, list[Held]], tree: IssueTree) -> dict[str, list[Held]]:
    """The positions with those of one party moved up to an issue of which only others speak.

    "The humanitarian situation" of one side is compared with "corridors" of the other. Two issues
    below the same one are not compared; where a party speaks of several, each stands by itself.
    """
    speak = {identity: {held.party for held in held_of} for identity, held_of in by_issue.items()}
    folded = {identity: list(held_of) for identity, held_of in by_issue.items()}
    for lower, speakers in reversed(speak.items()):  # from the leaves up
        above = [upper for upper in folded if tree.is_above(upper, lower)]
        answering = [upper for upper in above if speak[upper] - speakers]
        if len(speakers) == 1 and answering:
            upper = answering[-1]
            beside = [each for each in speak if tree.is_above(upper, each) and each != lower]
            if not any(speakers & speak[each] for each in beside):
                folded[upper] += folded.pop(lower)
    return folded
