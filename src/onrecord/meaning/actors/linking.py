"""Names to entities within a story: full and short names, acronyms, countries and their seats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.meaning.actors.draft import Entity, Mention, StoryDraft
from onrecord.meaning.actors.lexicon import Gender, load_lexicon
from onrecord.meaning.actors.names import (
    body_parts,
    initials,
    is_acronym,
    name_parts,
    person_name,
    same_person,
    short_for,
)
from onrecord.meaning.actors.peoples import ends_so
from onrecord.meaning.actors.references import References
from onrecord.meaning.actors.words import PREMODIFIERS

_SURE = 0.5  # chance of a reference that decides between people of one surname
_GENERIC = frozenset(
    "national state department ministry university bank house party committee council group city "
    "county court police american new united international federal central general news".split()
)


def link_names(draft: StoryDraft, references: References) -> None:
    """Give every mention by name its entity; a place that does not act stays a place."""
    countries: dict[str, Entity] = {}
    people: list[Mention] = []
    bodies: list[Mention] = []
    for mention in draft.mentions:
        if mention.label == "PER":
            people.append(mention)
        elif not _link_country(draft, mention, countries):
            if mention.label == "LOC":
                _link_place(draft, mention)
            else:
                bodies.append(mention)
    _link_people(draft, people, references)
    _link_bodies(draft, bodies)
    _note_owners(draft)
    _note_honorifics(draft)


def _note_honorifics(draft: StoryDraft) -> None:
    """Let "Mr." before a name stand for whom the name stands for."""
    honorifics = load_lexicon().honorifics
    for mention in draft.mentions:
        before = mention.first - 1
        person = mention.label == "PER" and draft.words.together(before, mention.first)
        if person and draft.words.lower[before].rstrip(".") in honorifics:
            draft.titles.setdefault(before, mention)


def _note_owners(draft: StoryDraft) -> None:
    """Let each name of a body know the name that stands right before it."""
    words = draft.words
    for mention in draft.mentions:
        at = mention.first - 1
        if mention.label == "ORG" and words.together(at, mention.first):
            at -= words.is_possessive(at)
            mention.before = draft.by_word.get(at)


def _link_country(draft: StoryDraft, mention: Mention, countries: dict[str, Entity]) -> bool:
    """Whether the name is a country's, an adjective of it, or a government's seat."""
    lexicon = load_lexicon()
    key = " ".join(name_parts(mention.text))
    lower = mention.text.lower().replace("’", "'").removeprefix("the ")
    if lower in ("american", "americans") and _is_continental(mention):
        return False
    code = lexicon.countries.get(lower) or lexicon.countries.get(key)
    if code is None:
        seat = lexicon.seats.get(lower)
        if seat is None or not acts(mention):
            return False
        code = seat
    elif lower in lexicon.demonyms or mention.label == "NORP":
        _link_people_of(draft, mention, code)
        return True
    elif is_modifier(mention):
        mention.form = "modifier"
    entity = countries.get(code)
    if entity is None:
        entity = countries[code] = draft.new("country", code=code)
    entity.add(mention)
    return True


def _is_continental(mention: Mention) -> bool:
    """Whether "American" stands behind a word that makes it a continent's or another people's."""
    words, before = mention.words, mention.first - 1
    if words.together(before, mention.first) and words.is_hyphen(before):
        before -= 1
    return before >= 0 and words.together(before, before + 1) and words.lower[before] in (
        "north", "south", "latin", "central", "native", "inter", "pan", "afro", "african"
    )  # fmt: skip


def _link_people_of(draft: StoryDraft, mention: Mention, code: str) -> None:
    """A demonym: "Russian forces" only says whose they are; "Russians" are a group."""
    if is_modifier(mention):
        mention.form = "modifier"
        entity = Entity("country", code)
        mention.entity = entity  # of the country, but no mention of it
        return
    key = ("people", mention.text.lower().rstrip("s"))
    found = next((e for e in draft.entities if e.key == key), None)
    if found is None:
        found = draft.new("group", code=code)
        found.key = key
    found.add(mention)


def is_modifier(mention: Mention) -> bool:
    """Whether the name only says what the noun after it is of: "US officials"."""
    words, last = mention.words, mention.last
    after = last + 1
    if not words.together(after, last):
        return False
    if words.is_hyphen(after):  # "Washington-based"
        return True
    head = words.heads[last]
    if head > last and words.relations[last] in PREMODIFIERS:
        return not words.is_possessive(after)
    if words.heads[last] != -1 and words.relations[last] in ("nsubj", "obj", "obl", "root", "conj"):
        return False
    if words.tags[after] == "":  # not known: an adjective mostly stands before a noun
        adjective = mention.label == "NORP" and not words.lower[last].endswith("s")
        return adjective or words.lower[after] in load_lexicon().nouns
    return words.tags[after] in ("NOUN", "PROPN", "ADJ")


def _is_before_noun(mention: Mention) -> bool:
    """Whether a word for a people stands right before a noun, whatever grammar makes of it."""
    words, after = mention.words, mention.last + 1
    if words.lower[mention.last].endswith("s") or not words.together(after, mention.last):
        return False
    return words.tags[after] in ("NOUN", "PROPN")


def acts(mention: Mention) -> bool:
    """Whether a capital or a building stands for its government here, and is not just a place."""
    words, lexicon = mention.words, load_lexicon()
    if is_modifier(mention):
        return False
    before = mention.first - 1
    while words.together(before, mention.first) and words.tags[before] in ("DET", "ADJ"):
        if words.lower[before] in lexicon.place_words:
            return False
        before -= 1
    if not words.together(before, mention.first):
        after = mention.last + 1
        return words.together(after, mention.last) and words.lower[after] not in (
            ",",
            "(",
            "—",
            "-",
        )
    if words.lower[before] in lexicon.place_words:
        return False
    after = mention.last + 1
    return not (words.together(after, mention.last) and words.lower[after] in (",", "(")) or (
        words.lower[before] in ("and", "with", "between")
    )


def _link_place(draft: StoryDraft, mention: Mention) -> None:
    key = ("place", name_parts(mention.text))
    found = next((e for e in draft.entities if e.key == key), None)
    if found is None:
        found = draft.new("place")
        found.key = key
    if is_modifier(mention):
        mention.form = "modifier"
    found.add(mention)


def _link_people(draft: StoryDraft, people: Sequence[Mention], references: References) -> None:
    """Full names first; then short ones to the full name that they fit."""
    full: list[tuple[Mention, Entity]] = []
    for mention in people:
        name = person_name(mention.text)
        if not name.is_full:
            continue
        entity = next((e for m, e in full if same_person(person_name(m.text), name)), None)
        if entity is None:
            entity = draft.new("person")
        entity.gender = entity.gender or name.gender or _addressed(mention)
        entity.add(mention)
        full.append((mention, entity))
    unclear: list[tuple[Mention, list[Entity]]] = []
    lone: dict[tuple[str, ...], Entity] = {}
    for mention in people:
        defined = draft.titles.get(mention.first)
        if defined is not None and defined.entity is not None:
            defined.entity.add(mention)
        elif mention.entity is None:
            candidates = _full_for(mention, full)
            if len(candidates) > 1:
                unclear.append((mention, candidates))
            else:
                _add(mention, candidates[0] if candidates else _lone(draft, mention, lone))
    for mention, candidates in unclear:
        referred = references.entity(mention.head, candidates)
        if referred is None or referred[1] < _SURE:
            referred = max(candidates, key=lambda entity: len(entity.mentions)), 1.0
        _add(mention, referred[0])


def _add(mention: Mention, entity: Entity) -> None:
    entity.gender = entity.gender or _addressed(mention)
    entity.add(mention)


def _lone(draft: StoryDraft, mention: Mention, lone: dict[tuple[str, ...], Entity]) -> Entity:
    """The entity of a name that nobody has in full on the page."""
    parts = person_name(mention.text).parts
    entity = lone.get(parts)
    if entity is None or _contradicts(entity, mention):
        entity = lone[parts] = draft.new("person")
    return entity


def _full_for(mention: Mention, full: Sequence[tuple[Mention, Entity]]) -> list[Entity]:
    """The entities whose full names a short one fits best."""
    name = person_name(mention.text)
    fits: dict[Entity, int] = {}
    for other, entity in full:
        fit = short_for(name, person_name(other.text))
        if fit and not _contradicts(entity, mention):
            fits[entity] = max(fits.get(entity, 0), fit)
    best = max(fits.values(), default=0)
    return [entity for entity, fit in fits.items() if fit == best]


def _contradicts(entity: Entity, mention: Mention) -> bool:
    """Whether "Mrs. Reyl" cannot be Tom Reyl."""
    gender = _addressed(mention)
    return gender is not None and entity.gender is not None and gender != entity.gender


def _addressed(mention: Mention) -> Gender | None:
    """Man or woman by the honorific before the name."""
    words = mention.words
    before = mention.first - 1
    if not words.together(before, mention.first):
        return None
    return load_lexicon().honorifics.get(words.lower[before].rstrip("."))


def _link_bodies(draft: StoryDraft, bodies: Sequence[Mention]) -> None:
    """Long names first, so that a short one finds the longest that it can mean."""
    known: list[tuple[tuple[str, ...], str, Entity]] = []
    for mention in sorted(bodies, key=lambda m: (-len(body_parts(m.text)), m.first)):
        if mention.entity is not None or mention.text.lower().endswith(("ism", "isms")):
            continue  # what people believe is nobody: "Brellism"
        defined = draft.titles.get(mention.first)
        if defined is not None and defined.entity is not None:
            entity: Entity | None = defined.entity
        elif mention.label == "NORP" and ends_so(mention.text.lower()):
            same = (e for parts, _, e in known if parts == body_parts(mention.text))
            entity = next(same, None)
        else:
            entity = _body_for(mention, known)
        if entity is None:
            entity = draft.new("group" if mention.label == "NORP" else "organisation")
        if mention.label == "NORP" and (is_modifier(mention) or _is_before_noun(mention)):
            mention.form = "modifier"
        entity.add(mention)
        known.append((body_parts(mention.text), mention.text, entity))


def _body_for(
    mention: Mention, known: Iterable[tuple[tuple[str, ...], str, Entity]]
) -> Entity | None:
    text = mention.text
    parts = body_parts(text)
    short = "".join(name_parts(text)) if is_acronym(text) else ""
    for other, full, entity in known:
        if parts == other or (short and short in initials(full)):
            return entity
        size = len(parts)
        telling = size > 1 or (
            parts[0] not in _GENERIC and len(parts[0]) > 3 and parts == other[:1]
        )
        if telling and size < len(other) and parts in (other[:size], other[-size:]):
            return entity
    return None


def words_of_entity(entity: Entity) -> frozenset[str]:
    """All words of an entity's names."""
    return frozenset(
        part for m in entity.mentions if m.form == "name" for part in body_parts(m.text)
    )
