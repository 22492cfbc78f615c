"""Dictionary forms, which need the part of speech where the form alone cannot tell."""

from __future__ import annotations

import pytest

from onrecord.reading.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "upos", "expected"),
    [
        ("said", "VERB", "say"),
        ("talks", "NOUN", "talk"),
        ("left", "VERB", "leave"),
        ("left", "ADJ", "left"),
        ("’s", "AUX", "be"),
        ("'s", "PART", "'s"),
        ("n’t", "PART", "not"),
        ("wo", "AUX", "will"),
        ("Varga", "PROPN", "Varga"),
        ("Leaders", "NOUN", "leader"),
        ("2022", "NUM", "2022"),
        ("—", "PUNCT", "—"),
    ],
)
def test_lemma(form: str, upos: str, expected: str) -> None:
    assert lemma(form, upos) == expected
