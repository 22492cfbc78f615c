"""Dictionary forms, which need the part of speech where the form alone cannot tell."""

from __future__ import annotations

import pytest

from onrecord.lexicon.lemmas import lemma


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
        ("hoping", "VERB", "hope"),
        ("hopping", "VERB", "hop"),
        ("noted", "VERB", "note"),
        ("killed", "VERB", "kill"),
        ("cancelled", "VERB", "cancel"),
        ("denied", "VERB", "deny"),
        ("fought", "VERB", "fight"),
        ("needed", "VERB", "need"),
        ("visited", "VERB", "visit"),
        ("changing", "VERB", "change"),
        ("hanging", "VERB", "hang"),
        ("passes", "VERB", "pass"),
        ("proposes", "VERB", "propose"),
        ("meetings", "NOUN", "meeting"),
        ("countries", "NOUN", "country"),
        ("policewomen", "NOUN", "policewoman"),
        ("crises", "NOUN", "crisis"),
        ("buses", "NOUN", "bus"),
        ("bases", "NOUN", "base"),
        ("boxes", "NOUN", "box"),
        ("crisis", "NOUN", "crisis"),
        ("1990s", "NOUN", "1990s"),
        ("largest", "ADJ", "large"),
        ("heavier", "ADJ", "heavy"),
        ("bigger", "ADJ", "big"),
        ("other", "ADJ", "other"),
        ("united", "ADJ", "united"),
        ("these", "DET", "this"),
    ],
)
def test_lemma(form: str, upos: str, expected: str) -> None:
    assert lemma(form, upos) == expected
