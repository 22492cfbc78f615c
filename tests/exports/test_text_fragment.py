"""Links to a passage in the original."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.text_fragment import passage_link, text_directive
from onrecord.record import Span

ADDRESS = "https://news.example/a"


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_short_passage_is_quoted_whole() -> None:
    text = "He said so. She left."
    assert passage_link(ADDRESS, text, at(text, "said so")) == f"{ADDRESS}#:~:text=said%20so"


def test_what_is_syntax_is_encoded() -> None:
    text = "a well-known, old & “sure” 100% thing"
    directive = text_directive(text, Span(0, len(text)))
    assert not set(directive) & set("-,& ")
    assert unquote(directive) == text


def test_a_long_passage_is_given_by_its_ends() -> None:
    text = " ".join(f"word{n}" for n in range(100))
    directive = text_directive(text, Span(0, len(text)))
    start, end = map(unquote, directive.split(","))
    assert start == "word0 word1 word2 word3 word4"
    assert end == "word95 word96 word97 word98 word99"


def test_a_passage_over_lines_is_given_by_its_ends() -> None:
    text = "One line.\nTwo lines."
    assert text_directive(text, Span(0, len(text))) == "One%20line.,Two%20lines."


def test_words_that_occur_twice_get_their_context() -> None:
    text = "First he said no, then HE SAID no to all."
    directive = text_directive(text, Span(text.index("HE"), text.index(" no to")))
    assert (
        directive
        == "First%20he%20said-,HE%20SAID".replace("First%20he%20said-", "said%20no%2C%20then-")
        + ",-no%20to%20all."
    )


def test_context_stays_on_its_line() -> None:
    text = "yes\nyes\nyes"
    assert text_directive(text, Span(4, 7)) == "yes"


@pytest.mark.parametrize("address", [None, "page.html", "javascript:alert(1)", "file:///etc/x"])
def test_only_an_address_on_the_web_is_linked(address: str | None) -> None:
    assert passage_link(address, "some words", Span(0, 4)) is None


def test_a_fragment_of_the_address_is_kept() -> None:
    link = passage_link(ADDRESS + "#live", "some words", Span(0, 4))
    assert link == f"{ADDRESS}#live:~:text=some"


@given(
    text=st.text(alphabet=" \n-,&%#ab“é\u0301\U0001f4dc", min_size=1, max_size=400), data=st.data()
)
def test_any_passage_gives_a_directive_that_holds_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    terms = text_directive(text, span).split(",")
    inner = [term for term in terms if not (term.endswith("-") or term.startswith("-"))]
    assert 1 <= len(inner) <= 2
    words = " ".join(text[span.start : span.end].split())
    assert words.startswith(unquote(inner[0]))
    assert words.endswith(unquote(inner[-1]))
