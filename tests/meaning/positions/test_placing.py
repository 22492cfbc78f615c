"""Which issue the words of a position name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.lexicon.issues import IssueEntry, Issues, Pair, shipped_issues
from onrecord.meaning.positions.placing import IssueFinder
from onrecord.meaning.trees import Tree
from tests.meaning.positions.clauses_by_hand import parsed

RETURN = (
    "hand/VERB/root/0 over/ADP/compound:prt/1 the/DET/det/5 whole/ADJ/amod/5 island/NOUN/obj/1"
    " at/ADP/case/7 once/ADV/advmod/1"
)


def issue(source: str, issues: Issues | None = None) -> str:
    page = parsed(source)
    tree = Tree(page.text, page.sentences[0])
    finder = IssueFinder(issues or shipped_issues())
    return finder.issue_of(page.text, tree, tree.span, tree.tokens[0].span)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("an/DET/det/3 immediate/ADJ/amod/3 ceasefire/NOUN/root/0", "ceasefire"),
        ("cease/NOUN/compound/3 -/PUNCT/punct/3 fires/NOUN/root/0", "ceasefire"),
        ("the/DET/det/2 cessation/NOUN/root/0 of/ADP/case/4 hostilities/NOUN/nmod/2", "ceasefire"),
        ("withdraw/VERB/root/0 its/PRON/nmod:poss/3 troops/NOUN/obj/1", "withdrawal"),
        (RETURN, "territory-control"),
        ("a/DET/det/2 cut/NOUN/root/0", "other"),
    ],
)
def test_words_and_pairs_place_a_position(source: str, found: str) -> None:
    assert issue(source) == found


def test_a_dossier_goes_before_the_tree() -> None:
    shipped = shipped_issues()
    entry = IssueEntry(id="island", label="the island", strong=("whole island",))
    dossier = shipped.with_dossier([replace(entry, is_of_dossier=True)])
    assert issue(RETURN) == "territory-control"
    assert issue(RETURN, dossier) == "island"


def test_pairs_of_an_own_tree() -> None:
    entries = (
        IssueEntry(id="quota", label="quotas", pairs=(Pair(("raise",), ("quota", "share")),)),
        IssueEntry(id="other", label="other"),
    )
    assert issue("raise/VERB/root/0 the/DET/det/3 quotas/NOUN/obj/1", Issues(entries)) == "quota"
