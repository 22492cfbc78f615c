"""What the reading's references say about entities: chances summed over a story's mentions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.meaning.actors.draft import Entity, StoryDraft
from onrecord.reading.types import Reference


class References:
    """The references of one story, by the word that refers."""

    def __init__(self, draft: StoryDraft, references: Sequence[Reference]) -> None:
        words = draft.words
        index = {start: at for at, start in enumerate(words.starts)}
        self._draft = draft
        self._of: dict[int, list[tuple[int, float]]] = {}
        self._none: dict[int, float] = {}
        for reference in references:
            at = index.get(reference.anchor[0])
            if at is None:
                continue
            self._none[at] = reference.none
            self._of[at] = [
                (before, chance)
                for span, chance in reference.antecedents
                if (before := index.get(span[0])) is not None and before < at
            ]

    def known(self, word: int) -> bool:
        """Whether the reading says anything of this word."""
        return word in self._none

    def none(self, word: int) -> float:
        """The chance that it refers to nothing before it."""
        return self._none.get(word, 1.0)

    def antecedents(self, word: int) -> list[tuple[int, float]]:
        """The words it may refer to, likeliest first."""
        return self._of.get(word, [])

    def chances(self, word: int) -> tuple[dict[Entity, float], float]:
        """The chance of each entity, and of the words that belong to none."""
        found: dict[Entity, float] = {}
        other = 0.0
        for before, chance in self._of.get(word, ()):
            entity = self._draft.entity_at(before)
            if entity is None:
                other += chance
            else:
                found[entity] = found.get(entity, 0.0) + chance
        return found, other

    def entity(self, word: int, candidates: Collection[Entity]) -> tuple[Entity, float] | None:
        """The likeliest of ``candidates``, with its chance."""
        found, _ = self.chances(word)
        best = max(candidates, key=lambda entity: found.get(entity, 0.0), default=None)
        return None if best is None or best not in found else (best, found[best])
