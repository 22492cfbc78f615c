"""The tree of issues with those of the user's files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.compare import IssueTree
from onrecord.lexicon.issues import load_issues


def issue_tree(files: Sequence[Path] | None) -> IssueTree:
    """The issues that are built in and those of the files.

    Raises:
        OnrecordError: a file is broken; its line is named.
    """
    return IssueTree(load_issues(tuple(files or ())).entries)
