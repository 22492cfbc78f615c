"""The country and the sectors of entities: by what the page says first, then by the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.meaning.actors.draft import Entity, Mention
from onrecord.meaning.actors.naming import clean, described, fullest
from onrecord.record import ActorCode

_NOTHING = ActorCode()
_PAGE_OF_NAME = 120  # characters of context around a name


class Coder(Protocol):
    """What gives an actor phrase its country and sectors."""

    def code(self, phrase: str, *, context: str = "", date: date | None = None) -> ActorCode:
        """Country and PLOVER sectors of ``phrase``; both empty where not known."""
        ...


@dataclass(slots=True)
class Coding:
    """Codes entities with a coder, each phrase once."""

    coder: Coder
    published: date | None
    _known: dict[Entity, ActorCode]

    def of(self, entities: Sequence[Entity]) -> ActorCode:
        """The code of one actor, whose entities are in the order of their stories."""
        country: str | None = None
        sectors: tuple[str, ...] = ()
        for entity in entities:
            found = self._entity(entity)
            country = country or found.country
            sectors = sectors or found.sectors
        return ActorCode(country=country, sectors=sectors)

    def _entity(self, entity: Entity) -> ActorCode:
        known = self._known.get(entity)
        if known is None:
            self._known[entity] = _NOTHING  # whoever belongs to himself
            known = self._known[entity] = self._new(entity)
        return known

    def _new(self, entity: Entity) -> ActorCode:
        if entity.kind == "country":
            return ActorCode(country=entity.code)
        country, sectors = entity.code, self._staff_sectors(entity)
        for phrase, owner in _phrases(entity):
            if country and sectors:
                break
            found = self._phrase(phrase, entity)
            sectors = sectors or found.sectors
            if country is None:
                country = _code_of(owner) or found.country
            if country is None and owner is not None and owner.kind != "place":
                country = self._entity(owner).country
        return ActorCode(country=country, sectors=sectors)

    def _staff_sectors(self, entity: Entity) -> tuple[str, ...]:
        """Whoever holds an office under a person is of that person's sectors."""
        for role in entity.roles:
            owner = role.of.entity if role.of else None
            if role.kind == "office" and owner is not None and owner.kind == "person":
                return self._entity(owner).sectors
        return ()

    def _phrase(self, phrase: str, entity: Entity) -> ActorCode:
        first = entity.mentions[0] if entity.mentions else None
        return self.coder.code(
            phrase, context=_context(first) if first else "", date=self.published
        )


def _phrases(entity: Entity) -> Iterator[tuple[str, Entity | None]]:
    """What the page calls an entity, the most telling first, each with whose it says it is."""
    for role in sorted(entity.roles, key=lambda role: role.status != "current"):
        owner = role.of.entity if role.of else None
        source = role.same_as or role
        start, end = source.words.span(
            *(source.whole if source is role else (source.first, source.last))
        )
        phrase = clean(source.words.text[start:end])
        if source is not role and role.of is not None:
            phrase = f"{role.of.text} {phrase}"
        yield phrase, owner
    if entity.is_named:
        name = fullest(entity)
        for mention in entity.mentions:
            modifier = _modifier(mention)
            if modifier is not None:
                yield f"{modifier.text} {name}", modifier.entity
                break
        yield name, entity.owner
    else:
        phrase = described(entity)
        if phrase:
            yield phrase, entity.owner


def _modifier(mention: Mention) -> Mention | None:
    """The name right before a name of a body that says whose it is: "Ukraine's", "Turkish"."""
    if mention.form != "name" or mention.label == "PER" or mention.before is None:
        return None
    entity = mention.before.entity
    return mention.before if entity is not None and entity.kind == "country" else None


def _code_of(owner: Entity | None) -> str | None:
    return owner.code if owner is not None else None


def _context(mention: Mention) -> str:
    words = mention.words
    start, end = mention.span
    return words.text[max(0, start - _PAGE_OF_NAME) : end + _PAGE_OF_NAME]
