"""Issues by parties: where each party stands on each issue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.compare.parties import Party
from onrecord.compare.standing import Held, Standing, standing
from onrecord.compare.tree import IssueTree
from onrecord.record import Issue


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An issue, and where each party of the matrix stands on it, in the order of the parties."""

    issue: Issue
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows in the order of the tree of issues; each has at least one party that takes a stance."""

    parties: tuple[Party, ...]
    rows: tuple[MatrixRow, ...]


def matrix(positions: Sequence[Held], tree: IssueTree, parties: Sequence[Party] = ()) -> Matrix:
    """Issues by parties.

    Args:
        positions: of any parties.
        tree: puts the issues in order.
        parties: the columns; all that have positions, those with the most first, if empty.
    """
    columns = tuple(dict.fromkeys(parties)) or _all_of(positions)
    by_issue = grouped(positions, tree, columns)
    rows = (
        MatrixRow(
            Issue(id=identity, label=tree.label(identity, held[0].issue.label)),
            tuple(standing(party, held) for party in columns),
        )
        for identity, held in by_issue.items()
    )
    return Matrix(parties=columns, rows=tuple(rows))


def grouped(
    positions: Sequence[Held], tree: IssueTree, parties: Sequence[Party]
) -> dict[str, list[Held]]:
    """The positions of the parties by the id of their issue, in the order of the tree."""
    wanted = set(parties)
    found: dict[str, list[Held]] = defaultdict(list)
    for held in positions:
        if held.party in wanted:
            found[held.issue.id].append(held)
    return {identity: found[identity] for identity in sorted(found, key=tree.order)}


def _all_of(positions: Sequence[Held]) -> tuple[Party, ...]:
    counted = Counter(held.party for held in positions)
    return tuple(sorted(counted, key=lambda party: (-counted[party], party.name, party.id)))
