"""Descriptions and pronouns to entities, within one story and from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.meaning.actors.descriptions import Description, describes, read_description
from onrecord.meaning.actors.draft import DraftKind, Entity, Mention, StoryDraft
from onrecord.meaning.actors.lexicon import PERSON_CLASSES, Gender, load_lexicon
from onrecord.meaning.actors.references import References
from onrecord.meaning.actors.salience import Salience
from onrecord.meaning.actors.titles import noun_at, role_of_description
from onrecord.meaning.actors.words import Words

PRONOUNS: dict[str, Gender | None] = {
    "he": "man", "him": "man", "his": "man", "himself": "man",
    "she": "woman", "her": "woman", "hers": "woman", "herself": "woman",
    "it": None, "its": None, "itself": None,
    "they": None, "them": None, "their": None, "theirs": None, "themselves": None,
    "who": None,
}  # fmt: skip
"""Third persons, with what they tell of whom they mean."""

_IT = frozenset(("it", "its", "itself"))
_THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
_TOGETHER = 0.2  # chance from which "they" is taken for people joined by "and"
_LIKELY = 0.2  # share from which a pronoun is taken for its likeliest entity
_UNSEEN = 0.05  # chance of an entity nearby that the reading does not name
_FLOOR = 0.1  # weight of the chances alone, beside that of how present an entity is
_NOBODY = 0.3  # weight of words that stand for nobody known, and of no reference at all
_AHEAD = 0.5  # weight of a name that a pronoun in front of its clause may mean
_OWNING = 2.0  # times that the subject is the likelier owner of what stands in its clause
_GIVEN = 1.0  # weight of a given name as a sign of gender, beside the chances of pronouns
_NOT_SAID = 0.8  # chance of no reference, above which a pronoun means nobody before it
_VOTED = 0.5  # chances of pronouns that together tell a gender
_DESCRIBED = 0.5  # the same for a description whose noun says nothing against it
_MATCHED = 0.15  # and where its noun is an office of that entity
_ALONE_BY_OFFICE = 0.85  # the same where the only match is called by that very office
_ALONE = 0.6  # chance of referring to nothing, above which even the only match is not taken


def resolve(
    draft: StoryDraft, references: References, quoted: Mapping[int, Entity] | None = None
) -> None:
    """Give descriptions and pronouns their entities; what stays unclear gets none.

    A description that means nobody named becomes an entity of its own.
    """
    _note_genders(draft, references)
    resolver = _Resolver(draft, references, quoted or {})
    for mention in list(_in_order(draft)):
        resolver.resolve(mention)


def _note_genders(draft: StoryDraft, references: References) -> None:
    """Let all pronouns of a story say together whether a person is a man or a woman."""
    given = load_lexicon().given
    votes: dict[Entity, dict[Gender, float]] = {}
    for entity in draft.entities:
        if entity.kind == "person" and entity.gender is None and entity.is_named:
            told = given.get(entity.mentions[0].text.lower())
            if told is not None:
                votes[entity] = {"man": 0.0, "woman": 0.0, told: _GIVEN}
    for index, lower in enumerate(draft.words.lower):
        gender = PRONOUNS.get(lower)
        if gender is None:
            continue
        chances, _ = references.chances(index)
        for entity, chance in chances.items():
            if entity.kind == "person" and entity.gender is None:
                here = votes.setdefault(entity, {"man": 0.0, "woman": 0.0})
                here[gender] += chance
    for entity, here in votes.items():
        likelier: Gender = "man" if here["man"] >= here["woman"] else "woman"
        if here[likelier] > _VOTED and here[likelier] > 3 * (sum(here.values()) - here[likelier]):
            entity.gender = likelier


def _in_order(draft: StoryDraft) -> Iterator[Mention]:
    """Names, pronouns, and nouns that can stand for someone and are part of no name, in order."""
    words = draft.words
    for index, lower in enumerate(words.lower):
        known = draft.by_word.get(index)
        if known is not None:
            if known.first == index and known.form == "name":
                yield known
            continue
        if index in draft.titles:
            continue
        if lower in PRONOUNS:
            yield Mention(words, index, index, index, "pronoun")
            continue
        if words.tags[index] not in ("NOUN", "PROPN", ""):
            continue
        noun = noun_at(words, index)
        if noun is not None and not _continues(words, index):
            yield Mention(words, index, index, index, "description", noun=noun)
        elif noun is None and words.tags[index] == "NOUN":
            yield Mention(words, index, index, index, "description")


def _continues(words: Words, index: int) -> bool:
    """Whether the noun only modifies the next one: "police officer", "government forces"."""
    after = index + 1
    if not words.together(after, index):
        return False
    if words.heads[index] == after and words.relations[index] in ("compound", "amod", "flat"):
        return True
    return words.heads[index] == -1 and noun_at(words, after) is not None


class _Resolver:
    def __init__(
        self, draft: StoryDraft, references: References, quoted: Mapping[int, Entity]
    ) -> None:
        self._draft = draft
        self._quoted = quoted
        self._words = draft.words
        self._references = references
        self._lexicon = load_lexicon()
        self._salience = Salience(draft)
        self._described: dict[tuple[object, ...], Entity] = {}

    def resolve(self, mention: Mention) -> None:
        """Give one mention its entity, if it has one."""
        if mention.form == "name":
            self._salience.see(mention)
            return
        if mention.form == "pronoun":
            entity = self._pronoun(mention)
        elif mention.noun is None:
            entity = self._referred(mention, _DESCRIBED + 0.1)
        else:
            entity = self._description(mention)
        if entity is not None:
            entity.add(mention)
            self._draft.place(mention)
            self._salience.see(mention)

    def _pronoun(self, mention: Mention) -> Entity | None:
        word = mention.head
        lower = self._words.lower[word]
        if lower == "who":
            return self._relative(word)
        if not self._references.known(word):
            return None
        if lower in _THEY:
            together = self._they(word)
            if together:
                self._draft.groups[word] = together
                return None
        chances, other = self._references.chances(word)
        gendered = PRONOUNS[lower] is not None
        forbidden = {
            self._salience.forbidden(word),
            self._quoted.get(word) if gendered else None,
        }
        if lower in _THEY:
            forbidden |= self._ours(word)
        scores: dict[Entity, float] = {}
        personal = gendered or lower in ("they", "them")
        near = self._salience.near(word, 2) if personal else []  # "it" may mean no actor at all
        for entity in {**chances, **dict.fromkeys(near)}:
            if entity not in forbidden and _agrees(lower, entity):
                chance = chances.get(entity, 0.0) + _UNSEEN
                scores[entity] = chance * (_FLOOR + self._salience.of(entity, word))
        owner = self._salience.owner(word)
        if owner in scores:
            scores[owner] *= _OWNING
        ahead = self._salience.ahead(word)
        if ahead is not None and ahead not in forbidden and _agrees(lower, ahead):
            scores[ahead] = scores.get(ahead, 0.0) + _AHEAD
        if not scores:
            return None
        best = max(scores, key=lambda entity: scores[entity])
        if self._references.none(word) > _NOT_SAID and best is not ahead:
            return None
        nobody = (other + self._references.none(word)) * (_NOBODY if personal else 1.0)
        if scores[best] < _LIKELY * (sum(scores.values()) + nobody):
            return None
        return best

    def _ours(self, word: int) -> set[Entity | None]:
        """The country of whoever is quoted there: it is "we", and never "they"."""
        speaker = self._quoted.get(word)
        if speaker is None:
            return set()
        of = [role.of.entity for role in speaker.roles if role.of is not None]
        codes = {entity.code for entity in of if entity is not None} - {None}
        return {e for e in self._draft.entities if e.kind == "country" and e.code in codes}

    def _relative(self, word: int) -> Entity | None:
        """Whom "who" belongs to: the noun that its clause is about, or what is right before it."""
        words = self._words
        verb = words.heads[word]
        if verb >= 0 and words.relations[verb].startswith("acl"):
            entity = self._draft.entity_at(words.heads[verb])
            if entity is not None and entity.kind in ("person", "group"):
                return entity
        before = word - 1
        if words.together(before, word) and words.lower[before] == ",":
            before -= 1
        if words.together(before, word) and words.lower[before] == ")":
            while words.together(before, word) and words.lower[before] != "(":
                before -= 1
            before -= 1
        if not words.together(before, word):
            return None
        entity = self._draft.entity_at(before)
        return entity if entity is not None and entity.kind in ("person", "group") else None

    def _they(self, word: int) -> tuple[Entity, ...]:
        """The people joined by "and" that a plural pronoun refers to."""
        for before, chance in self._references.antecedents(word):
            if chance < _TOGETHER:
                break
            group = self._draft.groups.get(before)
            if group:
                return group
            joined = self._salience.joined(before)
            if joined:
                return joined
        unsure = all(c < _LIKELY for _, c in self._references.antecedents(word)[:1])
        return self._salience.joined_subjects(word) if unsure else ()

    def _referred(self, mention: Mention, threshold: float) -> Entity | None:
        """By reference alone; "a truce" is something new."""
        before = mention.head - 1
        while self._words.together(before, mention.head) and self._words.tags[before] == "ADJ":
            before -= 1
        if self._words.together(before, mention.head) and self._words.lower[before] in ("a", "an"):
            return None
        chances, _ = self._references.chances(mention.head)
        chances = {e: c for e, c in chances.items() if e.kind not in ("thing", "country")}
        best = max(chances, key=lambda entity: chances[entity], default=None)
        if best is None or chances[best] < threshold or self._is_plural(mention.head):
            return None
        return best

    def _is_plural(self, word: int) -> bool:
        return self._words.lower[word].endswith("s")

    def _description(self, mention: Mention) -> Entity | None:
        draft, noun = self._draft, mention.noun
        assert noun is not None
        predicated = self._predicated(mention)
        if predicated is not None:
            return predicated
        seen = read_description(draft, mention)
        mention.first, mention.last = seen.first, seen.last
        if noun.kind == "country":
            return self._referred_to(mention, ("country",), _DESCRIBED)
        if noun.plural and seen.number:
            found = self._counted(mention, seen.number)
            if found:
                draft.groups[mention.head] = found
            if found or seen.definite or seen.code is None:
                return None
        if seen.definite and not noun.plural:
            matches = describes(draft, seen)
            matched = self._matched(mention, matches, seen)
            if matched is not None or len(matches) > 1:
                return matched
        key = seen.key
        known = self._described.get(key)
        if known is not None and (noun.plural or noun.kind == "organisation" or seen.definite):
            return known
        kind: DraftKind = "person"
        if noun.plural or noun.kind == "group":
            kind = "group"
        elif noun.kind == "organisation":
            kind = "organisation"
        entity = draft.new(kind, code=seen.code)
        entity.key, entity.owner = key, seen.owner
        if noun.kind in PERSON_CLASSES and not noun.plural:
            entity.gender = self._lexicon.gender_of_noun.get(noun.lemma)
            if noun.kind in ("office", "profession"):
                entity.roles.append(role_of_description(draft, mention.head))
        self._described[key] = entity
        return entity

    def _referred_to(
        self, mention: Mention, kinds: Iterable[str], threshold: float
    ) -> Entity | None:
        chances, _ = self._references.chances(mention.head)
        chances = {e: c for e, c in chances.items() if e.kind in kinds}
        best = max(chances, key=lambda entity: chances[entity], default=None)
        return best if best is not None and chances[best] >= threshold else None

    def _predicated(self, mention: Mention) -> Entity | None:
        """The subject of "Reyl is the president of Harbourland": the same person."""
        words, head, noun = self._words, mention.head, mention.noun
        assert noun is not None
        children = words.children.get(head, ())
        copula = [c for c in children if words.relations[c] == "cop"]
        if not copula or noun.plural or noun.kind not in PERSON_CLASSES:
            return None
        if any(words.lower[c] in ("not", "n't", "never") for c in children):
            return None
        subject = next((c for c in children if words.relations[c] == "nsubj"), None)
        entity = self._draft.entity_at(subject) if subject is not None else None
        if entity is None or entity.kind != "person":
            return None
        if words.lower[copula[0]] in ("is", "'s") and noun.kind == "office":
            entity.roles.append(role_of_description(self._draft, head))
        return entity

    def _matched(self, mention: Mention, matches: list[Entity], seen: Description) -> Entity | None:
        """The entity that the noun fits: the likeliest by reference, or the only one.

        By reference alone a body is found only where nothing says whose it is: "the Norran
        ministry" is not the one named before.
        """
        bare = seen.is_bare
        chances, _ = self._references.chances(mention.head)
        none = self._references.none(mention.head)
        known = self._references.known(mention.head)
        noun = mention.noun
        assert noun is not None
        likely = {e: chances.get(e, 0.0) for e in matches}
        if bare:
            likely = _with_named(likely)
        if likely:
            best = max(likely, key=lambda entity: likely[entity])
            if likely[best] >= _MATCHED and likely[best] >= none * 0.5:
                return best
            if len(likely) == 1 and (not known or none < _most_alone(best, noun.lemma, bare=bare)):
                return best
            if len(likely) > 1 and not known:
                return None
        kind = "person" if noun.kind in PERSON_CLASSES else noun.kind
        if kind == "organisation" and (seen.code is not None or seen.owner is not None):
            return None
        fitting = {
            e: c
            for e, c in chances.items()
            if e.kind == kind and e not in likely and _noun_agrees(noun.lemma, e)
        }
        best_other = max(fitting, key=lambda entity: fitting[entity], default=None)
        if best_other is not None and fitting[best_other] >= _DESCRIBED:
            return best_other
        return self._at_hand(mention) if kind == "person" and not matches else None

    def _at_hand(self, mention: Mention) -> Entity | None:
        """Whom the subject of a sentence, "The former governor", describes anew.

        Where the noun fits nobody's office, it is the one person of the sentence before.
        """
        words, head, noun = self._words, mention.head, mention.noun
        assert noun is not None
        if not words.relations[head].startswith("nsubj") or noun.kind not in (
            "office",
            "profession",
        ):
            return None
        if words.lower[mention.first] != "the" or self._references.none(head) > _ALONE:
            return None
        near = self._salience.near(head, 1)
        here = [e for e in near if e.kind == "person" and e.is_named]
        if len(here) != 1 or not _noun_agrees(noun.lemma, here[0]):
            return None
        chances, _ = self._references.chances(head)
        rivals = [c for e, c in chances.items() if e is not here[0] and e.kind == "person"]
        return here[0] if chances.get(here[0], 0.0) >= max(rivals, default=0.0) else None

    def _counted(self, mention: Mention, number: int) -> tuple[Entity, ...]:
        """The people or bodies that "the three leaders" are: exactly so many, in one sentence."""
        words = self._words
        here = words.sentence[mention.head]
        nearer: list[Entity] = []
        for back in range(0, 4):
            found: list[Entity] = []
            for other in self._draft.mentions:
                if other.first >= mention.first or words.sentence[other.first] != here - back:
                    continue
                entity = other.entity
                if entity is None or other.form == "modifier" or entity in found:
                    continue
                if _can_be(mention, entity):
                    found.append(entity)
            if len(found) == number and all(entity in found for entity in nearer):
                return tuple(found)
            if len(found) > number:
                return ()
            nearer += found
        return ()


def _most_alone(entity: Entity, lemma: str, *, bare: bool) -> float:
    """The chance of no reference up to which "the president" is the story's only one."""
    same = bare and entity.is_named and any(role.lemma == lemma for role in entity.roles)
    return _ALONE_BY_OFFICE if same else _ALONE


def _with_named(likely: dict[Entity, float]) -> dict[Entity, float]:
    """The chances, those of nameless holders of an office given to its one holder with a name.

    "A judge has ruled", and the story names one judge: it was he. Not so where the reading is
    sure that a nameless one is meant.
    """
    named = [entity for entity in likely if entity.is_named]
    nameless = max((c for e, c in likely.items() if not e.is_named), default=0.0)
    if len(named) != 1 or nameless >= _DESCRIBED:
        return likely
    return {named[0]: sum(likely.values())}


def _can_be(mention: Mention, entity: Entity) -> bool:
    noun = mention.noun
    assert noun is not None
    lemma = noun.lemma.removesuffix("s") if noun.kind == "group" else noun.lemma
    if lemma in ("countrie", "country", "nation", "state", "side", "power"):
        return entity.kind == "country"
    if entity.kind != "person":
        return False
    lexicon = load_lexicon()
    if lemma in ("man", "woman"):
        return entity.gender in (lemma, None)
    return any(lexicon.means(lemma, role.lemma) for role in entity.roles)


def _agrees(pronoun: str, entity: Entity) -> bool:
    """Whether a third-person pronoun can stand for the entity."""
    gender = PRONOUNS[pronoun]
    if gender is not None:
        return entity.kind == "person" and entity.gender in (gender, None)
    if pronoun in _IT:
        return entity.kind in ("organisation", "country", "place", "thing")
    return entity.kind in ("group", "organisation", "country")


def _noun_agrees(lemma: str, entity: Entity) -> bool:
    gender = load_lexicon().gender_of_noun.get(lemma)
    return gender is None or entity.gender in (gender, None)
