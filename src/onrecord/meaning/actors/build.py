"""From the entities of all stories to the actors of the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.meaning.actors.coding import Coder, Coding
from onrecord.meaning.actors.draft import Entity, Mention, RoleDraft, StoryDraft
from onrecord.meaning.actors.lexicon import load_lexicon
from onrecord.meaning.actors.naming import clean, described, fullest, merged, usual_name
from onrecord.record import Actor, ActorCode, ActorKind, Role, Span, content_id


@dataclass(frozen=True, slots=True)
class Built:
    """The actors of a page in the order of their first mentions, and the ids of its entities.

    ``latent`` are those that only an event makes actors: countries that nothing but adjectives name
    ("Norran tanks"), and people in numbers of whom no more is known ("prisoners"); their entities
    are in ``latent_ids``.
    """

    actors: tuple[Actor, ...]
    ids: dict[Entity, str]
    latent: tuple[Actor, ...]
    latent_ids: dict[Entity, str]


def built(
    page_id: str, drafts: Sequence[StoryDraft], coder: Coder, published: date | None
) -> Built:
    """The actors of a page."""
    for draft in drafts:
        _inherit(draft)
    coding = Coding(coder, published, {})
    kept: list[tuple[list[Entity], ActorCode, tuple[Span, ...]]] = []
    crowds: list[tuple[list[Entity], ActorCode, tuple[Span, ...]]] = []
    ids: dict[Entity, str] = {}
    latent_ids: dict[Entity, str] = {}
    for entities in merged([e for d in drafts for e in d.entities] + _countries_of(drafts)):
        spans = _spans(entities)
        if not spans:
            continue
        code = coding.of(entities)
        identity = content_id("ac", page_id, spans[0])
        if _is_actor(entities[0], code):
            kept.append((entities, code, spans))
            ids |= dict.fromkeys(entities, identity)
        elif entities[0].kind == "group" and _name(entities):
            crowds.append((entities, code, spans))
            latent_ids |= dict.fromkeys(entities, identity)
    kept.sort(key=lambda item: item[2][0])
    codes = {e.code: ids[e] for entities, _, _ in kept for e in entities if e.kind == "country"}

    def actor(entities: Sequence[Entity], code: ActorCode, spans: tuple[Span, ...]) -> Actor:
        return Actor(
            id=content_id("ac", page_id, spans[0]),
            name=_name(entities),
            kind=_kind(entities[0]),
            country=code.country,
            sectors=code.sectors,
            roles=_roles(entities, ids, codes),
            mentions=spans,
        )

    by_adjective = _by_adjective(page_id, drafts, codes)
    for draft in drafts:
        for entity in _of_adjectives(draft):
            latent_ids.setdefault(entity, codes.get(entity.code) or by_adjective[entity.code].id)
    return Built(
        actors=tuple(actor(*item) for item in kept),
        ids=ids,
        latent=(*by_adjective.values(), *(actor(*item) for item in crowds)),
        latent_ids=latent_ids,
    )


def _of_adjectives(draft: StoryDraft) -> dict[Entity, list[Mention]]:
    """The countries that adjectives of a story name, with those."""
    found: dict[Entity, list[Mention]] = {}
    for mention in draft.mentions:
        entity = mention.entity
        known = entity is not None and entity.kind == "country" and entity.code is not None
        if mention.form == "modifier" and entity is not None and known:
            found.setdefault(entity, []).append(mention)
    return found


def _by_adjective(
    page_id: str, drafts: Sequence[StoryDraft], codes: Mapping[str | None, str]
) -> dict[str | None, Actor]:
    """The countries that only adjectives name, by their codes."""
    usual = load_lexicon().country_names
    spans: dict[str | None, set[Span]] = {}
    for draft in drafts:
        for entity, mentions in _of_adjectives(draft).items():
            if entity.code not in codes:
                spans.setdefault(entity.code, set()).update(m.span for m in mentions)
    return {
        code: Actor(
            id=content_id("ac", page_id, min(mentions)),
            name=usual.get(code or "", code or ""),
            kind="country",
            country=code,
            mentions=tuple(sorted(mentions)),
        )
        for code, mentions in spans.items()
    }


def _inherit(draft: StoryDraft) -> None:
    """A counterpart has the office of the one whose counterpart he is."""
    for entity in draft.entities:
        for role in entity.roles:
            if role.inherits:
                role.same_as = _office_shared(draft, entity, role)


def _office_shared(draft: StoryDraft, entity: Entity, role: RoleDraft) -> RoleDraft | None:
    possessor = draft.by_word.get(role.possessor) if role.possessor is not None else None
    owner = possessor.entity if possessor else None
    if owner is None or owner is entity:
        before = [
            (r.last, e)
            for e in draft.entities
            if e is not entity and e.kind == "person"
            for r in e.roles
            if r.last < role.first and not r.inherits
        ]
        owner = max(before, key=lambda item: item[0])[1] if before else None
    if owner is None:
        return None
    return next((r for r in owner.roles if not r.inherits and r.status == "current"), None)


def _countries_of(drafts: Sequence[StoryDraft]) -> list[Entity]:
    """Countries that an office is of and that are nowhere named but by an adjective."""
    named = {e.code for d in drafts for e in d.entities if e.kind == "country"}
    found: dict[str | None, Entity] = {}
    for draft in drafts:
        for entity in draft.entities:
            for role in entity.roles:
                of = role.of.entity if role.of else None
                if of is None or of.kind != "country" or of.code in named:
                    continue
                assert role.of is not None
                known = found.setdefault(of.code, Entity("country", of.code))
                known.mentions.append(role.of)
    return list(found.values())


def _spans(entities: Iterable[Entity]) -> tuple[Span, ...]:
    """The mentions of an actor; of a country those where it acts, if there are any."""
    mentions = [m for e in entities for m in e.mentions]
    if mentions and mentions[0].label in ("LOC", "NORP", "ORG"):
        mentions = [m for m in mentions if not _is_where(m)] or mentions
    return tuple(sorted({m.span for m in mentions if m.words.lower[m.first] != "who"}))


def _is_where(mention: Mention) -> bool:
    """Whether a country is named as a place only, or as part of something else's name."""
    if mention.form == "modifier":
        return True
    words, before = mention.words, mention.first - 1
    if mention.label != "LOC" or mention.form != "name":
        return False
    while words.together(before, mention.first) and words.tags[before] in ("DET", "ADJ"):
        before -= 1
    return words.together(before, mention.first) and (
        words.lower[before] in load_lexicon().place_words
    )


def _is_actor(entity: Entity, code: ActorCode) -> bool:
    """Whether an entity is worth a place in the record.

    That is whoever has a name; of others those of a known country, people in numbers by what they
    do ("protesters"), and persons and bodies of public life.
    """
    if entity.kind in ("place", "thing"):
        return False
    if entity.is_named or entity.kind == "country" or code.country is not None:
        return True
    noun = next((m.noun for m in entity.mentions if m.noun is not None), None)
    sectors = frozenset(code.sectors) - {"UNK"}
    if noun is None or not sectors or noun.kind in ("person", "kin"):
        return False
    by_what_they_do = entity.kind == "group" and noun.kind in ("group", "office", "profession")
    return by_what_they_do or bool(sectors & load_lexicon().public_sectors)


def _kind(entity: Entity) -> ActorKind:
    assert entity.kind != "place"
    assert entity.kind != "thing"
    return entity.kind


def _name(entities: Sequence[Entity]) -> str:
    if entities[0].kind == "country":
        return usual_name(entities)
    names = [fullest(e) if e.is_named else described(e) for e in entities]
    return max(names, key=len)


def _roles(
    entities: Iterable[Entity], ids: dict[Entity, str], codes: dict[str | None, str]
) -> tuple[Role, ...]:
    """The offices, each once for its title and whose it is."""
    roles: dict[tuple[str, str | None], Role] = {}
    for entity in entities:
        for draft in entity.roles:
            if draft.kind not in ("office", "profession"):
                continue
            owner = draft.of.entity if draft.of else None
            of = None
            if owner is not None:
                of = codes.get(owner.code) if owner.kind == "country" else ids.get(owner)
            title = clean((draft.same_as or draft).title)
            role = Role(
                title=title,
                of=of,
                status=draft.status,
                span=draft.words.span(draft.first, draft.last),
            )
            known = roles.get((title.lower(), of))
            if known is None or known.span > role.span:
                roles[title.lower(), of] = role
    return tuple(sorted(roles.values(), key=lambda role: role.span))
