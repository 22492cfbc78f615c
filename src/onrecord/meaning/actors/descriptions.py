"""What a description says: "the Russian minister", "Scholz's office", "the three leaders"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.meaning.actors.draft import Entity, Mention, StoryDraft
from onrecord.meaning.actors.lexicon import PERSON_CLASSES, load_lexicon
from onrecord.meaning.actors.linking import words_of_entity
from onrecord.meaning.actors.titles import phrase_of
from onrecord.meaning.actors.words import POSSESSIVES, Words

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3}
_INDEFINITE = frozenset(("a", "an", "another", "any", "some", "no", "one", "every", "each"))
_FILLERS = frozenset(("the", "this", "that", "these", "those", "a", "an", "of", "for", "'s", "'"))


@dataclass(frozen=True, slots=True, eq=False)
class Description:
    """A noun phrase read: its words, whether it is definite, whose it is, and how many it means.

    ``key`` is the same for phrases that say the same: noun, owner and other modifiers. ``owner``
    is whose it is, ``code`` the country that a modifier names.
    """

    mention: Mention
    first: int
    last: int
    definite: bool
    number: int | None
    owner: Entity | None
    code: str | None
    modifiers: frozenset[str]

    @property
    def is_bare(self) -> bool:
        """Whether it says no more than its noun: "the president"."""
        return not self.modifiers and self.owner is None and self.code is None

    @property
    def key(self) -> tuple[object, ...]:
        """What it has in common with other descriptions of the same."""
        noun = self.mention.noun
        assert noun is not None
        return (noun.lemma, noun.plural, self.owner, self.code, self.modifiers)


def read_description(draft: StoryDraft, mention: Mention) -> Description:
    """The phrase of a description."""
    words = draft.words
    first, last = phrase_of(draft, mention.head)
    while first < mention.head and words.is_possessive(first):
        owning = draft.by_word.get(first - 1)
        first = owning.first if owning is not None else first + 1
    determined = words.lower[first]
    definite = words.tags[first] == "DET" and determined not in _INDEFINITE
    number = next(
        (
            _NUMBERS[words.lower[i]]
            for i in range(first, mention.head)
            if words.lower[i] in _NUMBERS
        ),
        None,
    )
    owner: Entity | None = None
    code: str | None = None
    modifiers: set[str] = set()
    for index in range(first, last + 1):
        if index == mention.head:
            continue
        lower = words.lower[index]
        known = draft.by_word.get(index)
        if known is not None:
            entity = known.entity
            if lower == "their" and entity is not None and entity.kind == "country":
                definite = True  # of two countries mostly, of which the reading has one
                continue
            if _is_of_another(words, known, mention):
                modifiers.add(lower)
                continue
            if known.form == "modifier" or (entity is not None and entity.kind == "country"):
                code = code or (entity.code if entity else None)
                if known.label == "NORP" and entity is not None and entity.code is None:
                    owner = owner or entity  # a people of a country that no list has
            elif entity is not None and owner is None:
                owner = entity
            if index == known.last and words.together(index + 1, index):
                definite = definite or words.is_possessive(index + 1)
        elif lower in POSSESSIVES:
            definite = True
            pronoun = draft.by_word.get(index)
            owner = owner or (pronoun.entity if pronoun else None)
        elif lower not in _FILLERS and lower not in _NUMBERS:
            modifiers.add(lower.rstrip("."))
    if words.is_capital(mention.head) and not definite and words.tags[first] != "DET":
        definite = first == mention.head and words.together(mention.head - 1, mention.head)
    return Description(mention, first, last, definite, number, owner, code, frozenset(modifiers))


def _is_of_another(words: Words, known: Mention, mention: Mention) -> bool:
    """Whether a country is named whose the described is not: "US-backed forces", "a US ally"."""
    return words.is_hyphened(known.last) or words.lower[mention.head] in load_lexicon().others


def describes(draft: StoryDraft, seen: Description) -> list[Entity]:
    """The entities mentioned before that the description fits by its noun."""
    noun = seen.mention.noun
    assert noun is not None
    fits = _fits_person if noun.kind in PERSON_CLASSES else _fits_body
    found: list[Entity] = []
    for entity in draft.entities:
        if not entity.mentions or entity.mentions[0].first >= seen.mention.first:
            continue
        if fits(seen, entity):
            found.append(entity)
    return found


def _fits_person(seen: Description, entity: Entity) -> bool:
    if entity.kind != "person":
        return False
    lexicon = load_lexicon()
    noun = seen.mention.noun
    assert noun is not None
    gender = lexicon.gender_of_noun.get(noun.lemma)
    if gender is not None and entity.gender not in (gender, None):
        return False
    for role in entity.roles:
        if not lexicon.means(noun.lemma, role.lemma):
            continue
        of = role.of.entity if role.of else None
        if seen.code is not None and of is not None and of.code not in (seen.code, None):
            continue
        if seen.owner is not None and of is not None and of is not seen.owner:
            continue
        portfolio = frozenset(role.title.lower().split())
        specific = seen.modifiers - {noun.lemma, *noun.lemma.split()}
        if (
            specific
            and noun.lemma in role.lemma
            and not specific & portfolio
            and len(portfolio) > 1
        ):
            continue
        return True
    return False


def _fits_body(seen: Description, entity: Entity) -> bool:
    if entity.kind != "organisation" or not entity.is_named:
        return False
    noun = seen.mention.noun
    assert noun is not None
    like = load_lexicon().like.get(noun.lemma, frozenset((noun.lemma,)))
    parts = words_of_entity(entity)
    if seen.owner is not None and seen.owner is not entity:
        return False
    return bool(parts & like) and seen.modifiers <= parts
