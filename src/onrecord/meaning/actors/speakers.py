"""Whom the words of a source stand for: "Reyl and Brandt", "he", "a note from the ministry"."""

from __future__ import annotations

from onrecord.meaning.actors.draft import Entity, StoryDraft
from onrecord.meaning.actors.lexicon import load_lexicon
from onrecord.meaning.actors.linking import is_modifier
from onrecord.meaning.actors.words import POSSESSIVES

FIRST_PERSON = frozenset("i me my mine myself".split())
"""Words for whoever speaks."""
FIRST_PERSON_PLURAL = frozenset("we us our ours ourselves".split())
"""Words for whoever speaks and others, of whom nothing is known."""
_OUTSIDE = frozenset(
    "of for from with by in on at to about against over under into like than via near after".split()
)
_LINKS = frozenset(("and", "&", "or", ","))
_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))


def speakers(draft: StoryDraft, first: int, last: int) -> tuple[Entity, ...]:
    """The entities that words ``first`` to ``last`` mean, in order; none where not known."""
    return tuple(_Phrase(draft, first, last).entities())


class _Phrase:
    """A noun phrase read from left to right: its first head, and those joined to it by "and"."""

    def __init__(self, draft: StoryDraft, first: int, last: int) -> None:
        self._draft = draft
        self._words = draft.words
        self._first = first
        self._last = last
        self._vehicle = self._is_vehicle()

    def entities(self) -> list[Entity]:
        """Whom it means, in order."""
        words, found = self._words, list[Entity]()
        index, linked, governed = self._first, True, False
        while index <= self._last:
            lower, tag = words.lower[index], words.tags[index]
            here = self._at(index)
            if here is not None:
                entities, end = here
                if self._counts(index, end, bool(found)) and (linked or entities[0] in found):
                    if not found or self._adds(entities, index):
                        found += [e for e in entities if e not in found]
                    linked = False
                index = end + 1
                continue
            linked = linked or lower in _LINKS
            governed = governed or tag == "ADP"
            if lower in ("who", "which", "that") or tag in ("VERB", "AUX"):
                break
            noun = tag in ("NOUN", "PROPN") and not self._is_title(index)
            someone_else = noun and not (found or governed or self._vehicle)
            if someone_else and not self._modifies(index) and index not in self._draft.by_word:
                return []  # "a cousin of Reyl"
            index = self._words.end_of_compound(index) + 1
        return found

    def _at(self, index: int) -> tuple[tuple[Entity, ...], int] | None:
        """Whom the mention at a word means, and its last word."""
        group = self._draft.groups.get(index)
        if group:
            return group, index
        mention = self._draft.by_word.get(index)
        if mention is None:
            title = self._draft.titles.get(index)
            return ((title.entity,), index) if title and title.entity else None
        if mention.entity is None or mention.form == "modifier":
            return None
        if mention.form == "description" and index != mention.head:
            return None
        return (mention.entity,), mention.last if mention.form == "name" else mention.head

    def _counts(self, index: int, end: int, found: bool) -> bool:
        """Whether a mention is a head, and not only part of what another one is called."""
        words, draft = self._words, self._draft
        mention = draft.by_word.get(index)
        inside = end < self._last
        owns = end + 1 < self._last and words.is_possessive(end + 1)
        part = owns or (words.lower[index] in POSSESSIVES and inside)
        if mention is not None and mention.form == "name":
            part = part or index in draft.inside_titles or (inside and is_modifier(mention))
        if mention is not None and mention.form == "description":
            after = draft.by_word.get(words.end_of_compound(end) + 1)
            part = part or (inside and after is not None and after.form == "name")
        governed = self._is_governed(index)
        if part and governed:  # "a statement from Reyl's office"
            return False
        return not (part or governed) or (self._vehicle and not found)

    def _adds(self, entities: tuple[Entity, ...], index: int) -> bool:
        """Whether what follows a name is someone besides, and does not describe the same one."""
        mention = self._draft.by_word.get(index)
        described = mention is not None and mention.form == "description"
        return not described or entities[0].kind != "person"

    def _is_governed(self, index: int) -> bool:
        """Whether a preposition stands before the phrase of a mention."""
        words, draft = self._words, self._draft
        mention = draft.by_word.get(index)
        at = (mention.first if mention else index) - 1
        while at >= self._first and (
            words.tags[at] in _NOMINAL
            or at in draft.by_word
            or at in draft.titles
            or words.is_possessive(at)
        ):
            at -= 1
        return at >= self._first and words.lower[at] in _OUTSIDE and at not in draft.titles

    def _is_title(self, index: int) -> bool:
        """Whether a word is an office in short ("Gen.") or an honorific."""
        lexicon, lower = load_lexicon(), self._words.lower[index].rstrip(".")
        return lower in lexicon.short or lower in lexicon.honorifics

    def _modifies(self, index: int) -> bool:
        """Whether a noun is part of a phrase whose head comes later: "campaign manager"."""
        words, after = self._words, self._words.end_of_compound(index) + 1
        if after > self._last:
            return False
        return words.tags[after] in ("NOUN", "PROPN", "ADJ") or after in self._draft.by_word

    def _is_vehicle(self) -> bool:
        """Whether the phrase is about something said or written: "a statement", "her book"."""
        words = self._words
        for index in range(self._first, self._last + 1):
            if words.tags[index] not in ("NOUN", "PROPN", "") or self._modifies(index):
                continue
            if index < self._last and words.is_possessive(index + 1):
                continue
            return words.lower[index] in load_lexicon().vehicles
        return False
