"""What sources tell of actors: who says the words in quotation marks, and which places speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.meaning.actors.draft import Entity, StoryDraft
from onrecord.reading.types import Attribution

_OPENING = frozenset("“\"«„‘'")


def quoted_by(draft: StoryDraft, attributions: Iterable[Attribution]) -> Mapping[int, Entity]:
    """For each word of a quotation whose source is a name, the entity of that name."""
    found: dict[int, Entity] = {}
    for attribution in attributions:
        source = _source(draft, attribution)
        if source is None:
            continue
        for span in attribution.content:
            inside = draft.words.within(span)
            if inside and draft.words.lower[inside[0]][:1] in _OPENING:
                found.update(dict.fromkeys(inside, source))
    return found


def let_places_speak(draft: StoryDraft, attributions: Iterable[Attribution]) -> None:
    """Make bodies of the places that are themselves said to say something: "Texas said …"."""
    for attribution in attributions:
        for span in attribution.source:
            inside = draft.words.within(span)
            mention = draft.by_word.get(inside[-1]) if inside else None
            entity = mention.entity if mention is not None and mention.form == "name" else None
            if mention is None or entity is None or entity.kind != "place":
                continue
            if all(draft.words.tags[at] == "DET" for at in range(inside[0], mention.first)):
                entity.kind = "organisation"


def _source(draft: StoryDraft, attribution: Attribution) -> Entity | None:
    """The one entity that the source names; None where it names none or several."""
    entities = {
        mention.entity
        for span in attribution.source
        for index in draft.words.within(span)
        if (mention := draft.by_word.get(index)) is not None and mention.form == "name"
    } - {None}
    people = {entity for entity in entities if entity is not None and entity.kind == "person"}
    return people.pop() if len(people) == 1 else None
