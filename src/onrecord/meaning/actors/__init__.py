"""From names, offices and references to the actors of a page, and whom any words stand for."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.meaning.actors.authors import Authors
from onrecord.meaning.actors.build import Built, built
from onrecord.meaning.actors.coding import Coder
from onrecord.meaning.actors.draft import Entity, StoryDraft
from onrecord.meaning.actors.lexicon import load_lexicon
from onrecord.meaning.actors.linking import link_names
from onrecord.meaning.actors.mentions import find_names
from onrecord.meaning.actors.quoted import let_places_speak, quoted_by
from onrecord.meaning.actors.references import References
from onrecord.meaning.actors.resolution import resolve
from onrecord.meaning.actors.speakers import FIRST_PERSON, FIRST_PERSON_PLURAL, speakers
from onrecord.meaning.actors.titles import find_titles
from onrecord.meaning.actors.words import Words, words_of
from onrecord.reading.types import Name, Reading
from onrecord.record import Actor, Span, Story

__all__ = ["Actors", "Coder", "find_actors", "prepare"]


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of a page, in the order of their first mentions."""

    actors: tuple[Actor, ...] = ()
    _built: Built | None = field(default=None, repr=False, compare=False)
    _stories: tuple[StoryDraft, ...] = field(default=(), repr=False, compare=False)
    _authors: tuple[Authors, ...] = field(default=(), repr=False, compare=False)
    _ids: dict[Entity, str] = field(default_factory=dict, repr=False, compare=False)

    def who(self, span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """The ids of the actors that the words of ``span`` stand for; empty where not known.

        ``speaker`` are the ids of whoever speaks there, for "I" in quotation marks; empty where it
        is not known. Where nobody is quoted it is None, and "I" is the author of the story, if it
        names one at its end.
        """
        return self._meant(span, self._ids, speaker)

    def doers(self, span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """As :meth:`who`, for whoever does or undergoes something.

        People in numbers ("prisoners") count as well; see :meth:`acting`.
        """
        return self._meant(span, self._all_ids, speaker)

    def whose(self, span: Span) -> tuple[str, ...]:
        """The id of whoever a word names that only says whose something is ("Norran" tanks).

        A country that nothing but adjectives name is no actor for that alone; see :meth:`acting`.
        """
        for story in self._stories:
            for index in story.words.within(span):
                mention = story.by_word.get(index)
                entity = mention.entity if mention is not None else None
                if mention is not None and entity is not None and entity.kind == "organisation":
                    entity = None if mention.label == "NORP" else entity  # "Arab states": no league
                if entity is not None and entity in self._all_ids:
                    return (self._all_ids[entity],)
        return ()

    def acting(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """The actors, with those of ``ids`` that only what they do makes actors."""
        wanted = frozenset(ids)
        latent = self._built.latent if self._built else ()
        acting = [actor for actor in latent if actor.id in wanted]
        if not acting:
            return self.actors
        return tuple(sorted((*self.actors, *acting), key=lambda actor: actor.mentions[0]))

    @property
    def possible(self) -> tuple[Actor, ...]:
        """The actors and those that only what they do would make actors."""
        return (*self.actors, *(self._built.latent if self._built else ()))

    @property
    def _all_ids(self) -> Mapping[Entity, str]:
        return ChainMap(self._ids, self._built.latent_ids if self._built else {})

    def _meant(
        self, span: Span, ids: Mapping[Entity, str], speaker: tuple[str, ...] | None
    ) -> tuple[str, ...]:
        for story, authors in zip(self._stories, self._authors, strict=True):
            here = story.words.within(span)
            if not here:
                continue
            word = story.words.lower[here[0]] if len(here) == 1 else ""
            if word in FIRST_PERSON_PLURAL:
                return ()
            if word in FIRST_PERSON:
                if speaker is not None:
                    return speaker
                author = authors.of(here[0])
                return (ids[author],) if author is not None and author in ids else ()
            found = speakers(story, here[0], here[-1])
            return tuple(dict.fromkeys(ids[e] for e in found if e in ids))
        return ()


def find_actors(
    page_id: str,
    text: str,
    stories: Sequence[Story],
    reading: Reading,
    coder: Coder,
    *,
    published: date | None = None,
) -> Actors:
    """The actors of a page.

    ``text`` is the page's; all spans are code points of it. Names, tokens and references of
    ``reading`` are used as far as they are there. ``coder`` gives countries and sectors;
    ``published`` is the day for which it is asked. Nothing is resolved across stories, but a full
    name in two stories is one actor.
    """
    drafts = [
        _story(words, _names_in(words, reading.names), reading)
        for words in words_of(text, stories, reading)
    ]
    found = built(page_id, drafts, coder, published)
    return Actors(found.actors, found, tuple(drafts), tuple(map(Authors, drafts)), found.ids)


def prepare() -> None:
    """Read the word lists, once; whoever has a second core may do it while the network reads."""
    load_lexicon()


def _names_in(words: Words, names: Sequence[Name]) -> list[Name]:
    start, end = words.spans[0].start, words.spans[-1].end
    return [name for name in names if start <= name.span[0] and name.span[1] <= end]


def _story(words: Words, names: Sequence[Name], reading: Reading) -> StoryDraft:
    draft = find_names(words, names)
    references = References(draft, reading.references)
    link_names(draft, references)
    let_places_speak(draft, reading.attributions)
    for mention, role in list(find_titles(draft)):
        for index in range(role.first, role.last + 1):
            inner = draft.by_word.get(index)
            if inner is not None and inner.label == "ORG":  # "Minister of [Foreign Affairs]"
                draft.forget(inner)
        if mention.entity is not None:
            mention.entity.roles.append(role)
            for index in range(role.whole[0], role.whole[1] + 1):
                draft.inside_titles.add(index)
                if index not in draft.by_word:
                    draft.titles.setdefault(index, mention)
    resolve(draft, references, quoted_by(draft, reading.attributions))
    return draft
