"""The coder: what a phrase says first, then its context, then the lexicon of names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from onrecord.meaning.codes.agents import AgentLexicon, load_agents
from onrecord.meaning.codes.decide import find
from onrecord.meaning.codes.entries import Names
from onrecord.meaning.codes.layers import Layers
from onrecord.meaning.codes.lexicon import names_of_the_package, shared_words
from onrecord.meaning.codes.phrases import Hit, Phrase, Places, function_words, parse
from onrecord.meaning.codes.tables import Table, imported_actors
from onrecord.meaning.codes.user_file import read_user_files
from onrecord.meaning.codes.words import Word, words
from onrecord.record import ActorCode
from onrecord.settings import data_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A code and its reason: ``why`` is the rule, ``entry`` the name of the lexicon it rests on."""

    code: ActorCode
    why: str = ""
    entry: str | None = None


class Coder:
    """Gives names and phrases for actors their country and PLOVER sectors. Keep one."""

    def __init__(self, names: Names, agents: AgentLexicon, places: Places | None = None) -> None:
        self._names = names
        self._agents = agents
        self._places = places

    @classmethod
    def load(
        cls,
        extra: Sequence[Path] = (),
        *,
        places: Places | None = None,
        tables: Sequence[Path] | None = None,
    ) -> Coder:
        """The coder of the package, with what the user added.

        Args:
            extra: TOML files of the user's own actors (their form is shown in
                :mod:`onrecord.meaning.codes.user_file`). They go before the package's names:
                of two names of equal length in a phrase theirs holds; a longer name always wins.
            places: a gazetteer that tells the countries of towns; without one only capitals do.
            tables: files that ``onrecord actors import`` wrote; they come after the package's
                names. None is those in the usual folder of the user's data.

        Raises:
            ActorsFileError: a file of ``extra`` cannot be read or is broken; file and line are
                named.
            OnrecordError: a table is damaged or of another version.
        """
        if tables is None:
            tables = imported_actors(data_folder())
        if not extra and not tables and places is None:
            return _default()
        layers: list[Names] = [names_of_the_package(), *map(Table, tables)]
        if extra:
            layers.insert(0, read_user_files(extra))
        return cls(Layers(layers), load_agents(), places)

    @classmethod
    def of_the_package(cls) -> Coder:
        """The coder of the package alone, without anything a user added."""
        return _default()

    def code(self, phrase: str, *, context: str = "", date: date | None = None) -> ActorCode:
        """Country and PLOVER sectors of ``phrase``; both empty where not known."""
        return self.explain(phrase, context=context, date=date).code

    def explain(self, phrase: str, *, context: str = "", date: date | None = None) -> Coded:
        """The code with its reason."""
        parsed = self._parse(phrase)
        around = words(context[:4000]) if context else ()
        country_of = partial(_country_of, (*parsed.words, *around))
        found = find(parsed, self._agents, country_of, date)
        country, sectors, why = found.country, found.sectors, found.why
        if not (sectors or country or parsed.has_name) and parsed.words:
            sectors, why = ("UNK",), "nothing known"
        return Coded(code=ActorCode(country=country, sectors=sectors), why=why, entry=found.entry)

    def is_bare_name(self, phrase: str) -> bool:
        """Whether a phrase is only a name: no common noun, no word of a country, all capitals."""
        parsed = self._parse(phrase)
        hits = [hit for chunk in parsed.chunks for segment in chunk for hit in segment.hits]
        if any(hit.agent or hit.modifier or hit.former or hit.kind in _TELLING for hit in hits):
            return False
        function = function_words()
        small = {"the", "and", "de", "al", "bin", "van", "von", *function.belonging}
        return all(word.capital or word.is_mark or word.key in small for word in parsed.words)

    def _parse(self, text: str) -> Phrase:
        return parse(text, self._names, self._agents, self._places)


_TELLING = ("country", "people")


@cache
def _default() -> Coder:
    return Coder(names_of_the_package(), load_agents())


def _country_of(around: Sequence[Word], hit: Hit) -> str | None:
    """The country a name stands for, a shared word told by the signs around it."""
    entry = hit.entries[0]
    shared = shared_words().get(around[hit.start].key) if hit.end - hit.start == 1 else None
    if shared is None or entry.country != shared.usual:
        return entry.country
    present = tuple(word.key for word in around)
    other = any(_has(present, sign) for sign in shared.signs)
    usual = any(_has(present, sign) for sign in shared.usual_signs)
    if other and usual:
        return None
    return shared.other if other else shared.usual


def _has(present: tuple[str, ...], sign: tuple[str, ...]) -> bool:
    return any(present[at : at + len(sign)] == sign for at in range(len(present)))
