"""How present each entity is where a pronoun stands, and whom grammar forbids it to mean.

Subjects of the sentence before are what most pronouns mean (Lappin and Leass, "An algorithm for
pronominal anaphora resolution", 1994); the weights here only temper the chances of the reading.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.meaning.actors.draft import Entity, Mention, StoryDraft
from onrecord.meaning.actors.words import POSSESSIVES, Words

_BY_DISTANCE = (1.0, 0.8, 0.4, 0.25, 0.15)
_FAR = 0.08
_SUBJECT = 1.6
_POSSESSOR = 0.8
_QUOTED = 0.5
_OFTEN = 1.2  # for what the story has named three times already
_BORDERS = frozenset((".", ",", ";", ":", "(", "“", '"', "``"))
_FRONTED = frozenset("when while after before although though as because since if once".split())
_FRONT = 14  # words that may follow a pronoun in front of its clause
_TITLED = frozenset(("DET", "ADJ", "NOUN", "PROPN"))
_CLAUSES = frozenset(("advcl", "xcomp", "conj", "ccomp", "acl"))


@dataclass(slots=True)
class _Seen:
    sentence: int
    weight: float
    times: int


class Salience:
    """What a reader has in mind, going through a story from left to right."""

    def __init__(self, draft: StoryDraft) -> None:
        self._draft = draft
        self._words = draft.words
        self._quoted = _quoted(draft.words)
        self._seen: dict[Entity, _Seen] = {}

    def see(self, mention: Mention) -> None:
        """Take note of a mention."""
        entity = mention.entity
        if entity is None:
            return
        words, head = self._words, mention.head
        weight = 1.0
        relation = _relation(words, mention)
        if relation.startswith("nsubj"):
            weight = _SUBJECT
        elif relation == "nmod:poss" or words.lower[head] in POSSESSIVES:
            weight = _POSSESSOR
        if self._quoted[head]:
            weight *= _QUOTED
        here = words.sentence[head]
        known = self._seen.get(entity)
        if known is None:
            self._seen[entity] = _Seen(here, weight, 1)
        else:
            same = known.sentence == here
            known.weight = max(known.weight, weight) if same else weight
            known.sentence = here
            known.times += 1

    def of(self, entity: Entity, word: int) -> float:
        """How present the entity is at a word; the number only compares."""
        known = self._seen.get(entity)
        if known is None:
            return _FAR
        distance = self._words.sentence[word] - known.sentence
        near = _BY_DISTANCE[distance] if distance < len(_BY_DISTANCE) else _FAR
        return near * known.weight * (_OFTEN if known.times > 2 else 1.0)

    def near(self, word: int, sentences: int) -> list[Entity]:
        """The entities of the last ``sentences`` before a word, and of its own."""
        here = self._words.sentence[word]
        return [e for e, seen in self._seen.items() if here - seen.sentence <= sentences]

    def joined(self, word: int) -> tuple[Entity, ...]:
        """The people that "and" joins to the one a word stands for; none where it joins nobody."""
        words = self._words
        found: list[Entity] = []
        for at in (word, *words.children.get(word, ())):
            entity = self._draft.entity_at(at) if at == word or _is_joined(words, at) else None
            if entity is not None and entity.kind == "person" and entity not in found:
                found.append(entity)
        return tuple(found) if len(found) > 1 else ()

    def joined_subjects(self, word: int) -> tuple[Entity, ...]:
        """The people who together are the subject of the sentence before."""
        words = self._words
        here = words.sentence[word] - 1
        at = word
        while at >= 0 and words.sentence[at] >= here:
            if words.sentence[at] == here and words.relations[at].startswith("nsubj"):
                joined = self.joined(at)
                if joined:
                    return joined
            at -= 1
        return ()

    def ahead(self, word: int) -> Entity | None:
        """Whom a pronoun before its name means: "In her speech, Reyl said"."""
        words = self._words
        first = word
        while words.together(first - 1, word) and words.lower[first - 1] not in _BORDERS:
            first -= 1
        if words.tags[first] not in ("ADP", "SCONJ", "VERB") and words.lower[first] not in _FRONTED:
            return None
        comma = word + 1
        while words.together(comma, word) and words.lower[comma] != ",":
            if words.tags[comma] == "PUNCT" or comma - word > _FRONT:
                return None
            comma += 1
        for index in range(comma + 1, comma + 6):
            if not words.together(index, word):
                return None
            known = self._draft.by_word.get(index)
            if known is not None and known.label == "PER":
                owns = words.together(known.last + 1, index) and words.is_possessive(known.last + 1)
                return None if owns else known.entity
            if index not in self._draft.titles and words.tags[index] not in _TITLED:
                return None
        return None

    def forbidden(self, word: int) -> Entity | None:
        """Whom a pronoun cannot mean: the subject of the verb whose object it is."""
        words = self._words
        if words.lower[word] in POSSESSIVES and words.relations[word] == "nmod:poss":
            return None
        if words.lower[word].endswith(("self", "selves")):
            return None
        if words.heads[word] < 0 or not words.relations[word].startswith(("obj", "iobj", "obl")):
            return None
        return self._subject(words.heads[word], 3, _CLAUSES)

    def owner(self, word: int) -> Entity | None:
        """Whose something most likely is: the subject's, of the clause with "her" or "his"."""
        words = self._words
        if words.lower[word] not in POSSESSIVES or words.heads[word] < 0:
            return None
        entity = self._subject(words.heads[word], 6, None)
        subject_is_later = entity is None or self._seen.get(entity) is None
        return None if subject_is_later else entity

    def _subject(self, verb: int, steps: int, relations: frozenset[str] | None) -> Entity | None:
        """The subject of a word's clause, climbing at most ``steps`` such relations to find it."""
        words = self._words
        for _ in range(steps):
            for child in words.children.get(verb, ()):
                if words.relations[child].startswith("nsubj"):
                    return self._draft.entity_at(child)
            if words.heads[verb] < 0 or (relations and words.relations[verb] not in relations):
                return None
            verb = words.heads[verb]
        return None


def _is_joined(words: Words, index: int) -> bool:
    return words.relations[index] == "conj"


def _relation(words: Words, mention: Mention) -> str:
    """The relation of a mention to what is outside it."""
    for index in range(mention.first, mention.last + 1):
        head = words.heads[index]
        if not mention.first <= head <= mention.last:
            return words.relations[index]
    return ""


def _quoted(words: Words) -> list[bool]:
    """Of each word, whether it stands in quotation marks; a paragraph that ends ends them."""
    flags: list[bool] = []
    inside = False
    for index, form in enumerate(words.forms):
        start = words.spans[index].start
        end = words.spans[index - 1].end if index else start
        if "\n" in words.text[end:start]:
            inside = False
        if form in ("“", "``", "«", "„"):
            inside = True
        elif form in ("”", "''", "»"):
            inside = False
        elif form == '"':
            inside = not inside
        flags.append(inside)
    return flags
