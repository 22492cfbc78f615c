"""The words of one story in parallel lists, with their grammar where the reading has it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.reading.types import Reading
from onrecord.record import RUNNING_TEXT, Sentence, Span, Story

_WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*\.?|[^\w\s]|_+")
_POSSESSIVE = re.compile(r"[’']s?$", re.IGNORECASE)
_ABBREVIATION = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Prof|St|Sgt|Capt|Adm|Jr|Sr|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)

_CLOSED = {
    "PRON": "i me my mine myself we us our ours ourselves you your yours he him his himself she "
    "her hers herself it its itself they them their theirs themselves who whom whose which that "
    "this",
    "DET": "the a an these those some any no each every both all another",
    "ADP": "of in on at by for from with to into about against between among over under after "
    "before during through without within near since until as than like",
    "CCONJ": "and or but nor & yet",
    "AUX": "is are was were be been being am has have had do does did will would can could may "
    "might must shall should",
    "NUM": "two three four five six seven eight nine ten",
    "SCONJ": "if because while although though when where whether",
}
_GUESSED = {word: tag for tag, words in _CLOSED.items() for word in words.split()}

PREMODIFIERS = frozenset(
    (
        "det",
        "amod",
        "compound",
        "nmod:poss",
        "nummod",
        "det:predet",
        "nmod",
        "flat",
        "nmod:unmarked",
    )
)
"""Relations by which a word to the left of a noun belongs to its phrase."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a story, in order; a word is known by its index here.

    ``lower`` has straight apostrophes. ``tags`` are UPOS tags, guessed for closed classes where
    the reading has none. ``heads`` are indices in the story, -1 for a root or where not known.
    ``sentence`` numbers the sentences from 0.
    """

    text: str
    story: int
    spans: list[Span] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    children: dict[int, list[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.spans)

    def at(self, position: int) -> int | None:
        """The word that holds a code point."""
        index = bisect_right(self.starts, position) - 1
        return index if index >= 0 and position < self.spans[index].end else None

    def within(self, span: Span) -> range:
        """The words that lie in ``span``, partly is enough."""
        first = bisect_right(self.starts, span[0]) - 1
        if first < 0 or self.spans[first].end <= span[0]:
            first += 1
        return range(first, max(first, bisect_left(self.starts, span[1])))

    def span(self, first: int, last: int) -> Span:
        """From the first character of word ``first`` to the last one of word ``last``."""
        return Span(self.spans[first].start, self.spans[last].end)

    def together(self, one: int, other: int) -> bool:
        """Whether both are words of the story, and of one sentence."""
        size = len(self.spans)
        return 0 <= one < size and 0 <= other < size and self.sentence[one] == self.sentence[other]

    def begins_paragraph(self, index: int) -> bool:
        """Whether a paragraph begins with the word."""
        before = self.spans[index - 1].end if index else 0
        return index == 0 or "\n" in self.text[before : self.spans[index].start]

    def is_possessive(self, index: int) -> bool:
        """Whether the word is the ending of a possessive."""
        return self.lower[index] in ("'s", "'") and index > 0 and self._touches(index)

    def _touches(self, index: int) -> bool:
        return self.spans[index - 1].end == self.spans[index].start

    def is_hyphen(self, index: int) -> bool:
        """Whether the word begins with a hyphen that joins it to what is before it."""
        return index > 0 and self.lower[index][0] in "-‐‑" and self._touches(index)

    def is_hyphened(self, last: int) -> bool:
        """Whether a hyphen joins what follows to the word: "Norran" of "Norran-backed"."""
        return self.together(last + 1, last) and self.is_hyphen(last + 1)

    def end_of_compound(self, index: int) -> int:
        """The last word of what hyphens join to a word: "law" of "brother-in-law"."""
        last = index
        while self.together(last + 1, index) and self._touches(last + 1):
            if not self.is_hyphen(last + 1) and not self.forms[last + 1][:1].isalnum():
                break
            last += 1
        return last

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.forms[index][:1].isupper()

    def first_of(self, head: int) -> int:
        """Where the phrase of a noun begins: before its determiners and modifiers."""
        index = head - 1
        while index >= 0 and self.together(index, head) and self._is_modifier(index, head):
            index -= 1
        return index + 1

    def _is_modifier(self, index: int, head: int) -> bool:
        if self.heads[index] == -1:  # no grammar: what looks like part of the phrase
            tag = self.tags[index]
            return (
                tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
                or (self.is_capital(index) and tag == "")
                or self.is_possessive(index)
                or self.lower[index] in POSSESSIVES
            )
        at, steps = index, 0
        while self.heads[at] != head:
            at, steps = self.heads[at], steps + 1
            if at < 0 or at > head or steps > 8:
                return False
        return self.relations[at] in PREMODIFIERS and self.lower[index] not in (",", "“", '"')


POSSESSIVES = frozenset(("my", "our", "your", "his", "her", "its", "their"))


def words_of(text: str, stories: Sequence[Story], reading: Reading) -> list[Words]:
    """The words of each story that has any."""
    found: list[Words] = []
    sentences = sorted(reading.sentences, key=lambda sentence: sentence.span)
    starts = [sentence.span.start for sentence in sentences]
    for number, story in enumerate(stories):
        first = bisect_left(starts, story.span.start)
        last = bisect_left(starts, story.span.end)
        here = sentences[first:last] or [Sentence(span=span) for span in _blocks(story)]
        words = Words(text, number)
        for index, sentence in enumerate(here):
            if sentence.tokens:
                _add_parsed(words, sentence, index)
            else:
                _add_plain(words, sentence.span, index)
        if words.spans:
            found.append(words)
    return found


def _blocks(story: Story) -> Iterator[Span]:
    if not story.blocks:
        yield story.span
    for block in story.blocks:
        if block.kind in RUNNING_TEXT:
            yield block.span


def _add_parsed(words: Words, sentence: Sentence, number: int) -> None:
    base = len(words.spans)
    size = len(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        head = token.head
        inside = head is not None and 0 <= head < size and head != index
        at = base + head if inside and head is not None else -1
        _add(words, token.span, number, token.upos, at, token.deprel or "")
        if at >= 0:
            words.children.setdefault(at, []).append(base + index)


def _add_plain(words: Words, sentence: Span, number: int) -> None:
    for match in _WORD.finditer(words.text, *sentence):
        for start, end in _pieces(match[0], match.start()):
            _add(words, Span(start, end), number, None, -1, "")


def _pieces(word: str, start: int) -> Iterator[tuple[int, int]]:
    """A word without its possessive ending and full stop, and these by themselves."""
    end = start + len(word)
    if word.endswith(".") and len(word) > 1 and not _ABBREVIATION.match(word):
        yield from _pieces(word[:-1], start)
        yield end - 1, end
        return
    ending = _POSSESSIVE.search(word)
    if ending and ending.start():
        yield start, start + ending.start()
        start += ending.start()
    yield start, end


def _add(
    words: Words, span: Span, sentence: int, tag: str | None, head: int, relation: str
) -> None:
    form = words.text[span[0] : span[1]]
    lower = form.lower().replace("’", "'")
    words.spans.append(span)
    words.starts.append(span[0])
    words.forms.append(form)
    words.lower.append(lower)
    words.tags.append(tag or _guess(form, lower))
    words.heads.append(head)
    words.relations.append(relation)
    words.sentence.append(sentence)


def _guess(form: str, lower: str) -> str:
    guessed = _GUESSED.get(lower)
    if guessed and (len(form) == 1 or not form.isupper()):  # "US" is no pronoun
        return guessed
    if not form[:1].isalnum():
        return "PUNCT"
    return "NUM" if form[:1].isdigit() else ""
