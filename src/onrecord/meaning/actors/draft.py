"""Actors in the making: mentions, roles, and who they belong to, before they are coded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.meaning.actors.lexicon import Gender, Noun, NounClass
from onrecord.meaning.actors.words import Words
from onrecord.record import RoleStatus, Span

Form = Literal["name", "modifier", "description", "pronoun"]
DraftKind = Literal["person", "organisation", "country", "group", "place", "thing"]
"""The kinds of the record, and two that are only there so that "it" may mean them."""


@dataclass(slots=True, eq=False)
class Mention:
    """Words ``first`` to ``last`` (inclusive) of a story that may stand for someone.

    ``head`` is the word that references point at. ``label`` is a name's (PER, ORG, LOC, NORP).
    A "modifier" is a name that only says whose something is ("Russian forces"); ``before`` is the
    one right before a name ("Turkish" of "Turkish Foreign Ministry").
    """

    words: Words
    first: int
    last: int
    head: int
    form: Form
    label: str = ""
    noun: Noun | None = None
    entity: Entity | None = None
    before: Mention | None = None
    _text: tuple[int, int, str] = (-1, -1, "")

    @property
    def span(self) -> Span:
        """Its code points."""
        return self.words.span(self.first, self.last)

    @property
    def text(self) -> str:
        """Its words as on the page."""
        first, last, text = self._text
        if (first, last) != (self.first, self.last):
            start, end = self.span
            text = self.words.text[start:end]
            self._text = (self.first, self.last, text)
        return text


@dataclass(slots=True, eq=False)
class RoleDraft:
    """An office as read: its words ``first`` to ``last``, its head noun, and whose it is.

    ``of`` is the mention that says for whom ("Turkish", "Scholz's"); ``whole`` are the words with
    those modifiers. A counterpart ``inherits`` the office of ``possessor``, a word; ``same_as`` is
    that office, once it is known.
    """

    words: Words
    lemma: str
    first: int
    last: int
    whole: tuple[int, int]
    of: Mention | None = None
    status: RoleStatus = "current"
    kind: NounClass = "office"
    inherits: bool = False
    possessor: int | None = None
    same_as: RoleDraft | None = None

    @property
    def title(self) -> str:
        """The title as written."""
        start, end = self.words.span(self.first, self.last)
        return self.words.text[start:end]


@dataclass(slots=True, eq=False)
class Entity:
    """Someone or something that mentions of a story belong to.

    ``key`` tells descriptions of the same body apart from others ("campaign" of one candidate).
    ``owner`` is whom a described body or person belongs to.
    """

    kind: DraftKind
    code: str | None = None
    key: tuple[object, ...] = ()
    owner: Entity | None = None
    gender: Gender | None = None
    mentions: list[Mention] = field(default_factory=list)
    roles: list[RoleDraft] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Let the mention belong here."""
        mention.entity = self
        self.mentions.append(mention)

    @property
    def is_named(self) -> bool:
        """Whether the page gives it a name."""
        return any(mention.form == "name" for mention in self.mentions)


@dataclass(slots=True, eq=False)
class StoryDraft:
    """The mentions and entities of one story.

    ``by_word`` gives the mention that a word belongs to; ``titles`` the name that a title's word
    belongs to; ``inside_titles`` are all words of titles; ``groups`` the several that a word such
    as "leaders" stands for.
    """

    words: Words
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    by_word: dict[int, Mention] = field(default_factory=dict)
    titles: dict[int, Mention] = field(default_factory=dict)
    inside_titles: set[int] = field(default_factory=set)
    groups: dict[int, tuple[Entity, ...]] = field(default_factory=dict)

    def place(self, mention: Mention) -> Mention:
        """Keep a mention and note whose words these are."""
        self.mentions.append(mention)
        for index in range(mention.first, mention.last + 1):
            self.by_word.setdefault(index, mention)
        return mention

    def forget(self, mention: Mention) -> None:
        """Let words be no mention after all."""
        self.mentions.remove(mention)
        for index in range(mention.first, mention.last + 1):
            self.by_word.pop(index, None)
        if mention.entity is not None and mention in mention.entity.mentions:
            mention.entity.mentions.remove(mention)

    def new(self, kind: DraftKind, *, code: str | None = None) -> Entity:
        """A new entity of this story."""
        made = Entity(kind, code)
        self.entities.append(made)
        return made

    def entity_at(self, index: int) -> Entity | None:
        """Whom a word stands for: by a name, a title before a name, or a resolved description."""
        mention = self.by_word.get(index) or self.titles.get(index)
        return mention.entity if mention else None
