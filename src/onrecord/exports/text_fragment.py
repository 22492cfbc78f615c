"""Links to a passage in the original page, by text fragment.

``https://example.org/a#:~:text=prefix-,start,end,-suffix`` makes a browser scroll to the passage
and mark it. See https://wicg.github.io/scroll-to-text-fragment/.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from onrecord.record import Span

WHOLE_UP_TO = 120
"""Characters up to which a passage is quoted whole; of a longer one its first and last words."""

WORDS_AT_ENDS = 5
WORDS_AROUND = 3


def passage_link(address: str | None, text: str, span: Span) -> str | None:
    """The address of a passage, or None where the page has no http(s) address.

    Args:
        address: where the page is; any fragment it has is kept.
        text: the page's text.
        span: the passage in ``text``.
    """
    if address is None or urlsplit(address).scheme not in ("http", "https"):
        return None
    separator = ":~:text=" if "#" in address else "#:~:text="
    return address + separator + text_directive(text, span)


def text_directive(text: str, span: Span) -> str:
    """What stands after ``text=``: the passage's words and, where they occur twice, its context.

    A match may run over several blocks only between ``start`` and ``end``, so a passage with
    line breaks is always given by its two ends, each from one line.
    """
    passage = text[span.start : span.end]
    if len(passage) <= WHOLE_UP_TO and "\n" not in passage:
        terms = [_encoded(passage)]
        needs_context = _occurrences(text, passage) > 1
    else:
        first_words = _words(passage.split("\n", 1)[0])[:WORDS_AT_ENDS]
        last_words = _words(passage.rsplit("\n", 1)[-1])[-WORDS_AT_ENDS:]
        terms = [_encoded(" ".join(first_words)), _encoded(" ".join(last_words))]
        needs_context = _occurrences(text, " ".join(first_words)) > 1
    if needs_context:
        before = _words(text[: span.start].rsplit("\n", 1)[-1])[-WORDS_AROUND:]
        after = _words(text[span.end :].split("\n", 1)[0])[:WORDS_AROUND]
        if before:
            terms.insert(0, _encoded(" ".join(before)) + "-")
        if after:
            terms.append("-" + _encoded(" ".join(after)))
    return ",".join(terms)


def _encoded(words: str) -> str:
    """Percent-encoded, also the dash, the comma and the ampersand, which are syntax here."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")


def _words(text: str) -> list[str]:
    return text.split()


def _occurrences(text: str, words: str) -> int:
    """How often the words occur, as a browser sees it: in any case, with any white space."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return len(re.findall(pattern, text, flags=re.IGNORECASE))
