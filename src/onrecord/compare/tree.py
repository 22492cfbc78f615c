"""What comparing has to know of issues: which is above which, and which aims are shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


class KnownIssue(Protocol):
    """An issue of the lexicon or of a user's dossier."""

    @property
    def id(self) -> str:
        """As it stands in the record."""

    @property
    def label(self) -> str:
        """As a reader sees it."""

    @property
    def parent(self) -> str | None:
        """The id of the issue above."""

    @property
    def mutual(self) -> bool:
        """Whether both sides' asking for it is one aim ("a ceasefire")."""


@dataclass(frozen=True, slots=True)
class PlainIssue:
    """A :class:`KnownIssue` and nothing more."""

    id: str
    label: str
    parent: str | None = None
    mutual: bool = False


class IssueTree:
    """The issues in their order. One that is not in the tree stands by itself, after the others."""

    def __init__(self, issues: Iterable[KnownIssue] = ()) -> None:
        self._issues = {issue.id: issue for issue in issues}
        self._order = {identity: number for number, identity in enumerate(self._issues)}

    def parent(self, identity: str) -> str | None:
        """The issue above, or None at the top."""
        issue = self._issues.get(identity)
        return issue.parent if issue else None

    def mutual(self, identity: str) -> bool:
        """Whether both sides' asking for it is one aim."""
        issue = self._issues.get(identity)
        return bool(issue and issue.mutual)

    def label(self, identity: str, otherwise: str) -> str:
        """How the issue is called; ``otherwise`` where it is not in the tree."""
        issue = self._issues.get(identity)
        return issue.label if issue else otherwise

    def is_above(self, upper: str, lower: str) -> bool:
        """Whether ``upper`` is the parent of ``lower``, or its parent's parent and so on."""
        passed = {lower}
        above = self.parent(lower)
        while above is not None and above not in passed:
            if above == upper:
                return True
            passed.add(above)
            above = self.parent(above)
        return False

    def order(self, identity: str) -> tuple[int, str]:
        """A key that sorts issues as they stand in the tree."""
        return self._order.get(identity, len(self._order)), identity
