"""Forms of one word have one key, different words different ones."""

from __future__ import annotations

import pytest

from onrecord.lexicon.word_forms import phrase_keys, word_key


@pytest.mark.parametrize(
    "forms",
    [
        "withdraw withdraws withdrew withdrawn withdrawing",
        "agree agrees agreed agreeing",
        "deny denies denied denying",
        "stop stops stopped stopping",
        "release releases released releasing",
        "free frees freed freeing",
        "ally allies",
        "process processes",
        "say says said saying",
        "tie ties tied",
    ],
)
def test_forms_of_one_word_are_one(forms: str) -> None:
    assert len({word_key(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("refuse", "refusal"), ("need", "new")])
def test_words_are_told_apart(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


def test_a_hyphen_counts_as_a_space_and_case_does_not_count() -> None:
    assert phrase_keys("Cease-Fires") == phrase_keys("cease fire")
