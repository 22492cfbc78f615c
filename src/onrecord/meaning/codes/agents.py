"""Common nouns for those who act, and their PLOVER sectors: "soldiers", "foreign ministry"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from onrecord.lexicon import listed, read_toml
from onrecord.meaning.codes.words import Word, keys, singulars


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun of the agent lexicon.

    ``carrier``: the noun says what someone is to a body ("member", "chief"), so that the sectors
    are those of the body where it is known, else ``sectors``.
    """

    noun: str
    sectors: tuple[str, ...]
    carrier: bool = False


@dataclass(frozen=True, slots=True)
class AgentLexicon:
    """Nouns by the keys of their words; adjectives; and words that change an office."""

    nouns: dict[tuple[str, ...], Agent]
    longest: dict[str, int]
    modifiers: dict[tuple[str, ...], str]
    former: frozenset[tuple[str, ...]]
    former_sectors: frozenset[str]
    kin: frozenset[tuple[str, ...]]

    def longest_noun(self, phrase: Sequence[Word], at: int) -> tuple[int, Agent | None]:
        """How many words of the longest noun that begins at ``at``, singular or plural."""
        firsts = singulars(phrase[at].key)
        most = max((self.longest.get(first, 0) for first in firsts), default=0)
        for size in range(min(most, len(phrase) - at), 0, -1):
            for form in _forms(phrase, at, size):
                if form in self.nouns:
                    return size, self.nouns[form]
        return 0, None

    def modifier(self, phrase: Sequence[Word], at: int) -> tuple[int, str]:
        """How many words of the adjective that begins at ``at``, and the sector it tells."""
        for size in (2, 1):
            found = self.modifiers.get(tuple(word.key for word in phrase[at : at + size]))
            if found is not None and at + size <= len(phrase):
                return size, found
        return 0, ""


def _forms(phrase: Sequence[Word], at: int, size: int) -> list[tuple[str, ...]]:
    """The words as they are, and with the first or last in the singular."""
    if size == 1:
        return [(form,) for form in singulars(phrase[at].key)]
    middle = tuple(word.key for word in phrase[at + 1 : at + size - 1])
    ends = product(singulars(phrase[at].key), singulars(phrase[at + size - 1].key))
    return [(first, *middle, last) for first, last in ends]


@cache
def load_agents() -> AgentLexicon:
    """The agent lexicon of the package."""
    table = read_toml("codes_agents.toml")
    nouns: dict[tuple[str, ...], Agent] = {}
    for carrier, groups in ((True, table["carriers"]), (False, table["agents"])):
        for group in groups:
            sectors = tuple(group.get("sectors", ()))
            for noun in listed(group["nouns"]):
                known = nouns.get(_keys(noun))
                if known is None or (known.carrier and carrier and sectors):
                    nouns[_keys(noun)] = Agent(noun, sectors, carrier)
    longest: dict[str, int] = {}
    for form in nouns:
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return AgentLexicon(
        nouns=nouns,
        longest=longest,
        modifiers={
            _keys(word): sector
            for sector, words in table["modifiers"].items()
            for word in listed(words)
        },
        former=frozenset(_keys(word) for word in listed(table["former"]["words"])),
        former_sectors=frozenset(listed(table["former"]["sectors"])),
        kin=frozenset(_keys(word) for word in listed(table["kin"]["words"])),
    )


def _keys(noun: str) -> tuple[str, ...]:
    if noun.isascii() and noun.replace(" ", "").isalpha():
        return tuple(noun.lower().split())
    return keys(noun)
