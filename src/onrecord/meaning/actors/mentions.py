"""Mentions by name: the names of a story, those that were missed, and other forms in brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.actors.draft import Mention, StoryDraft
from onrecord.meaning.actors.lexicon import load_lexicon
from onrecord.meaning.actors.name_edges import name_ranges
from onrecord.meaning.actors.names import initials, is_acronym, name_parts
from onrecord.meaning.actors.words import Words
from onrecord.reading.types import Name
from onrecord.record import Span

_FEWEST_TURNS = 3
_ACCOUNT = re.compile(r"@[a-zA-Z]\w{1,30}\b")
_LATIN = 0x250  # the first code point after the Latin letters


def find_names(words: Words, names: Sequence[Name]) -> StoryDraft:
    """The mentions by name of one story, in order."""
    draft = StoryDraft(words)
    for name in name_ranges(words, names):
        draft.place(Mention(words, name.first, name.last, name.last, "name", name.label))
    for mention in list(_missed(draft)):
        draft.place(mention)
    draft.mentions.sort(key=lambda mention: mention.first)
    for mention in list(draft.mentions):
        alias = _alias(draft, mention)
        if alias is not None:
            draft.place(alias)
    draft.mentions.sort(key=lambda mention: mention.first)
    return draft


def _missed(draft: StoryDraft) -> Iterator[Mention]:
    """Names that the reading has not marked.

    They are those who speak in a transcript, accounts of a network, surnames of the story's
    people, and countries.
    """
    words, lexicon = draft.words, load_lexicon()
    for first, last in [*_turn_labels(words), *_handles(words)]:
        if draft.by_word.keys().isdisjoint(range(first, last + 1)):
            yield Mention(words, first, last, last, "name", "PER")
    surnames = {
        words.lower[m.last] for m in draft.mentions if m.label == "PER" and m.last > m.first
    }
    for index, lower in enumerate(words.lower):
        if index in draft.by_word or not words.is_capital(index):
            continue
        if lower in surnames and len(lower) > 2 and words.tags[index] in ("PROPN", "NOUN", ""):
            if lower in lexicon.nouns and not words.together(index - 1, index):
                continue
            yield Mention(words, index, index, index, "name", "PER")
        elif lower in lexicon.countries and (lower != "us" or words.forms[index] == "US"):
            label = "NORP" if lower in lexicon.demonyms else "LOC"
            yield Mention(words, index, index, index, "name", label)


def _turn_labels(words: Words) -> Iterator[tuple[int, int]]:
    """Names in capitals before a colon that open several paragraphs, as in a transcript.

    "REYL: We met." "BRANDT: No." Two at least must take turns; "UPDATE:", "LONDON:" and
    "REPORTER:" are nobody's name.
    """
    labels: list[tuple[str, int, int]] = []
    for start in range(len(words)):
        if not words.begins_paragraph(start):
            continue
        first = last = start + (not words.forms[start][:1].isalnum())
        while words.together(last + 1, start) and words.forms[last + 1].isupper():
            last += 1
        if words.together(last + 1, start) and words.forms[last + 1] == ":":
            text = words.text[words.spans[first].start : words.spans[last].end]
            if text.isupper() and text.lower() not in _no_speakers():
                labels.append((text, first, last))
    times = Counter(text for text, _, _ in labels)
    if len(times) < 2 or len(labels) < _FEWEST_TURNS:
        return
    nouns = load_lexicon().nouns
    for text, first, last in labels:
        if times[text] > 1 and len(text) > 2 and words.lower[last] not in nouns:
            yield first, last


@cache
def _no_speakers() -> frozenset[str]:
    lexicon = load_lexicon()
    words = listed(read_toml("speakers.toml")["not_speakers"])
    return frozenset(words) | lexicon.countries.keys() | lexicon.seats.keys()


def _handles(words: Words) -> Iterator[tuple[int, int]]:
    """Accounts of a network: "@harbourwatch"."""
    text = words.text
    for at, form in enumerate(words.forms):
        apart = at == 0 or words.spans[at - 1].end < words.spans[at].start  # no address of mail
        account = apart and form[:1] == "@" and _ACCOUNT.match(text, words.spans[at].start)
        if account:
            yield at, words.within(Span(*account.span()))[-1]


def _alias(draft: StoryDraft, mention: Mention) -> Mention | None:
    """What brackets after a name say it is also called: an acronym, or another script."""
    words = draft.words
    at = mention.last + 1
    if at < len(words) and words.is_possessive(at):
        at += 1
    if not words.together(at + 2, mention.last) or words.lower[at] != "(":
        return None
    close = at + 2
    while words.together(close, at) and words.lower[close] != ")" and close - at < 6:
        close += 1
    if not words.together(close, at) or words.lower[close] != ")":
        return None
    inside = words.text[words.spans[at + 1].start : words.spans[close - 1].end]
    if any(i in draft.by_word and i != at + 1 for i in range(at + 1, close)):
        return None
    if not _is_other_form(inside, mention.text):
        return None
    known = draft.by_word.get(at + 1)
    if known is not None:
        draft.mentions.remove(known)
        for index in range(known.first, known.last + 1):
            del draft.by_word[index]
    draft.titles[at + 1] = mention  # noted, so that linking gives both to one actor
    return Mention(words, at + 1, close - 1, close - 1, "name", mention.label)


def _is_other_form(inside: str, name: str) -> bool:
    if any(ord(c) >= _LATIN and c.isalpha() for c in inside):
        return True
    if not is_acronym(inside):
        return False
    short = "".join(name_parts(inside))
    return any(short == long or _is_spread(short, long) for long in initials(name)) or _is_spread(
        short, "".join(name_parts(name))
    )


def _is_spread(short: str, long: str) -> bool:
    """Whether the letters of ``short`` follow one another in ``long``, the first at its start."""
    if not long or short[0] != long[0]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)
