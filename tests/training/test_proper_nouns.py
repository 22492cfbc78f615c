"""Which proper nouns of a parsed sentence are one name."""

from __future__ import annotations

import pytest

from onrecord.record import Span
from training.corpora.document import SyntacticWord
from training.corpora.proper_nouns import proper_groups


def _groups(rows: str) -> list[str]:
    """Names in words written as ``form head relation``, a proper noun with a capital or a "*"."""
    lines = [line.split() for line in rows.strip().split("\n")]
    forms = [line[0].strip("*") for line in lines]
    text, words = "", []
    for (form, head, relation), plain in zip(lines, forms, strict=True):
        start = len(text)
        text += plain + " "
        words.append(
            SyntacticWord(
                Span(start, start + len(plain)),
                tag="",
                head=None if head == "-" else forms.index(head),
                relation=relation,
                proper=plain[0].isupper() or form.startswith("*"),
            )
        )
    return [" ".join(forms[first : last + 1]) for first, last in proper_groups(text, words)]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("Ada - root\nReyl Ada flat", ["Ada Reyl"]),
        ("President Ada nmod:desc\nAda - root\nReyl Ada flat", ["President", "Ada Reyl"]),
        (
            "Norra Commission compound\nFish Commission compound\nCommission - root",
            ["Norra Fish Commission"],
        ),
        ("Bank - root\nof Norra case\nNorra Bank nmod", ["Bank of Norra"]),
        ("Governor - root\nof Norra case\nNorra Governor nmod", ["Governor", "Norra"]),
        ("Ada - root\nof Norra case\nNorra left obl\nleft Ada acl", ["Ada", "Norra"]),
        ("Norra officials compound\nofficials - root", ["Norra"]),
        ("*al - root\n- al punct\n*basra al flat", ["al - basra"]),
        ("Norra - root\nand Lunden cc\nLunden Norra conj", ["Norra", "Lunden"]),
    ],
)
def test_groups(rows: str, names: list[str]) -> None:
    assert _groups(rows) == names
