"""What an actor is called, and which entities of a page's stories are one actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.meaning.actors.draft import Entity, Mention
from onrecord.meaning.actors.lexicon import load_lexicon
from onrecord.meaning.actors.names import body_parts, folded, person_name
from onrecord.meaning.actors.words import POSSESSIVES


def merged(entities: Sequence[Entity]) -> list[list[Entity]]:
    """The entities of all stories, those together that are one actor of the page.

    Only the full name of a person, the whole name of a body, or being the same country makes
    entities of two stories one.
    """
    groups: dict[tuple[object, ...], list[Entity]] = {}
    for number, entity in enumerate(entities):
        key = _page_key(entity) or ("only", number)
        groups.setdefault(key, []).append(entity)
    return list(groups.values())


def _page_key(entity: Entity) -> tuple[object, ...] | None:
    if entity.kind == "country":
        return ("country", entity.code)
    if not entity.is_named:
        return None
    name = fullest(entity)
    if entity.kind == "person":
        parts = person_name(name)
        return ("person", parts.parts, parts.generation) if parts.is_full else None
    if entity.kind == "organisation":
        return ("organisation", body_parts(name))
    return None


def fullest(entity: Entity) -> str:
    """The fullest form of its name as on the page."""
    named = [m for m in entity.mentions if m.form == "name"]
    if entity.kind == "person":
        return clean(max(named, key=lambda m: (len(person_name(m.text).parts), -m.first)).text)
    if entity.kind == "country":
        return usual_name([entity])
    return clean(max(named, key=lambda m: (len(m.text), -m.first)).text)


def usual_name(entities: Sequence[Entity]) -> str:
    """A country's usual name, if the page has it or has only an adjective; else its commonest."""
    countries = load_lexicon().countries
    forms = Counter(
        clean(mention.text)
        for entity in entities
        for mention in entity.mentions
        if mention.form == "name" and folded(mention.text).removeprefix("the ") in countries
    )
    usual = load_lexicon().country_names.get(entities[0].code or "", "")
    if not forms or usual in forms:
        return usual
    return max(forms, key=lambda form: (forms[form], len(form)))


def clean(text: str) -> str:
    """On one line, single-spaced."""
    return " ".join(text.split())


def described(entity: Entity) -> str:
    """What an unnamed entity is called: its longest description, without article or number."""
    options = [_phrase(m, entity.owner) for m in entity.mentions if m.form == "description"]
    return max(options, key=len, default="")


def _phrase(mention: Mention, owner: Entity | None) -> str:
    words, first = mention.words, mention.first
    whose = ""
    while first < mention.head and (
        words.tags[first] in ("DET", "NUM") or words.lower[first] in POSSESSIVES
    ):
        if words.lower[first] in POSSESSIVES and owner is not None and owner.is_named:
            whose = f"{fullest(owner)}’s "
        first += 1
    start, end = words.span(first, mention.last)
    return whose + clean(words.text[start:end])
