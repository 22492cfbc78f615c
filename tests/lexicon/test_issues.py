"""The tree of issues, and the files in which users add to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import DossierError
from onrecord.lexicon.issues import OTHER, load_issues, shipped_issues


def test_every_parent_is_in_the_tree_and_every_entry_stands_once() -> None:
    issues = shipped_issues()
    assert OTHER in issues
    strong: dict[str, str] = {}
    for entry in issues.entries:
        assert entry.parent is None or entry.parent in issues
        assert entry.label
        assert entry.definition
        for phrase in entry.strong:
            assert strong.setdefault(phrase, entry.id) == entry.id, phrase


def test_ancestors_and_children() -> None:
    issues = shipped_issues()
    assert issues.ancestors("fisheries") == ("sea-and-air",)
    assert "ceasefire" in issues.children("hostilities")
    assert issues.issue("ceasefire").label == "ceasefire"
    with pytest.raises(KeyError):
        issues.issue("no-such-issue")


def test_a_dossier_adds_issues_and_words(tmp_path: Path) -> None:
    path = tmp_path / "river.toml"
    path.write_text(
        """
[[issues]]
id = "river-island"
label = "the river island"
parent = "territory-control"
strong = "river island"
pairs = ["hand over > island"]

[[issues]]
id = "ceasefire"
strong = "quiet on the river"
""",
        "utf-8",
    )
    issues = load_issues([path])
    island = issues.entry("river-island")
    assert issues.ancestors("river-island") == ("territory-control", "territory")
    assert island.pairs[0].heads == ("hand over",)
    assert "quiet on the river" in issues.entry("ceasefire").strong
    assert issues.entry("ceasefire").label == "ceasefire"
    assert "river-island" not in shipped_issues()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('[[issues]]\nid = "river"\nlabel = ', 3, "is not TOML"),
        ('[[issue]]\nid = "river"\n', 1, "is not an issue"),
        ('[[issues]]\nid = "River"\n', 2, "has the id 'River'"),
        ('[[issues]]\nid = "river"\n', 2, "has no label"),
        ('[[issues]]\nid = "river"\nlabel = "r"\nparent = "sea"\n', 4, 'unknown parent "sea"'),
        ('[[issues]]\nid = "river"\nlabel = "r"\nstrong = ["a"]\n', 4, "strong that is no text"),
        ('[[issues]]\nid = "river"\nlabel = "r"\npairs = ["a b"]\n', 4, 'has the pair "a b"'),
        ('[[issues]]\nid = "river"\nlabel = "r"\nmutual = "yes"\n', 4, "mutual"),
        ('[[issues]]\nid = "river"\nlabel = "r"\nwords = "a"\n', 4, 'unknown key "words"'),
        ('[[issues]]\nid = "a"\nlabel = "a"\n[[issues]]\nid = "a"\n', 5, "second time"),
    ],
)
def test_a_broken_dossier_names_its_line(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DossierError) as caught:
        load_issues([path])
    assert f"line {line} " in str(caught.value)
    assert problem in str(caught.value)
    assert "broken.toml" in str(caught.value)


def test_a_dossier_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="cannot be read"):
        load_issues([tmp_path / "missing.toml"])
