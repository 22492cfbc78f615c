"""The words of events: which words make one, who stands where, and what each may mean.

The form of the tables is told at the head of ``lexicon/event_words.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from typing import Any, Literal

from onrecord.lexicon import listed, read_toml

Kind = Literal["verb", "noun", "adjective"]
Phase = Literal["begin", "go on", "end", "plan", "prevent"]

_VERB_ACTORS = ("subject",)
_OBJECT = ("object",)
_WORDS = ("objects", "not_objects", "subjects", "of")
_PLAIN = tuple(
    """type mode cameo object_kind needs_recipient clause pair plural bare reciprocal undergoes
    governs harm joint""".split()
)
"""Keys of a rule in the file that are taken as they are."""
_NOUN_ACTORS = ("possessor", "by", "adjective", "compound", "from")
_CONDITIONS = ("objects", "subjects", "object_kind", "oblique", "clause", "pair", "not_objects")


@dataclass(frozen=True, slots=True)
class Rule:
    """What an event word stands for, under which conditions, and where its sides stand.

    ``objects``, ``not_objects``, ``subjects``, ``of`` and the values of ``oblique`` are lemmas.
    ``actors`` and ``recipients`` are places in the clause, tried in order: "subject", "object",
    "indirect object", "possessor", "adjective", "compound", or a preposition. ``joint`` is the
    type where states act together; ``harm`` the one where what is governed is material conflict.
    ``undergone``: whoever owns the noun undergoes it ("the minister's arrest").
    """

    kind: Kind
    type: str
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    object_kind: str | None = None
    subjects: frozenset[str] = frozenset()
    oblique: Mapping[str, frozenset[str]] = field(default_factory=dict)
    needs_recipient: bool = False
    clause: str | None = None
    pair: bool = False
    plural: bool = False
    bare: bool = True
    of: frozenset[str] = frozenset()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    reciprocal: bool = False
    undergoes: bool = False
    governs: bool = False
    harm: str | None = None
    joint: str | None = None
    undergone: bool = False

    @property
    def conditions(self) -> int:
        """How much must hold: the more, the surer."""
        return sum(bool(getattr(self, name)) for name in _CONDITIONS) + bool(self.of)


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that gives an event noun its actor and recipient, or says in what phase it is.

    ``apart``: whether the subject has no part in the event: "averted a war".
    """

    types: frozenset[str]
    phase: Phase | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    undergoes: bool = False
    apart: bool = False

    @property
    def tells_that_it_was(self) -> bool:
        """Whether the verb only says that its subject, the event, took place: "talks were held"."""
        return self.types == {"any"} and self.phase is None

    def goes_with(self, kind: str) -> bool:
        """Whether event nouns of that type may stand with it."""
        return kind in self.types or "any" in self.types


@dataclass(frozen=True, slots=True)
class Entry:
    """The words after the first of an entry, and what the entry stands for.

    ``preposition``: whether the last of ``rest`` takes the place of the object.
    ``with_object``: whether an object stands all the same ("~").
    """

    rest: tuple[str, ...]
    rule: Rule | Light
    preposition: bool
    with_object: bool
    order: int


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Entries by their first word (verbs, adjectives, light verbs) or their last (nouns)."""

    verbs: Mapping[str, Sequence[Entry]]
    adjectives: Mapping[str, Sequence[Entry]]
    light: Mapping[str, Sequence[Entry]]
    nouns: Mapping[str, Sequence[tuple[tuple[str, ...], Rule]]]
    content: Mapping[str, Mapping[str, tuple[str | None, str | None]]]
    classes: Mapping[str, frozenset[str]]
    hosts: frozenset[str]
    self_directed: frozenset[str]
    silence: frozenset[str]
    no_agents: frozenset[str]

    def inner(self, outer: str, kind: str, mode: str | None) -> tuple[str | None, str | None]:
        """Mode and CAMEO code of an event of type ``outer`` that is about one of type ``kind``."""
        table = self.content.get(outer, {})
        for key in (f"{kind}_{mode}", kind, "other"):
            if key in table:
                return table[key]
        return None, None


@cache
def load_lexicon() -> EventLexicon:
    """The event words of the package; read once."""
    return _Loader(read_toml("event_words.toml")).lexicon()


class _Loader:
    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._prepositions = frozenset(listed(table["prepositions"]))
        self._classes: dict[str, tuple[str, ...]] = {}
        self._entries = count()

    def lexicon(self) -> EventLexicon:
        """All of it."""
        table = self._table
        return EventLexicon(
            verbs=self._by_first("verb", table["verbs"]),
            adjectives=self._by_first("adjective", table["adjectives"]),
            light=self._light(table["light"]),
            nouns=self._nouns(table["nouns"]),
            content={
                outer: {
                    inner: (mode or None, cameo or None) for inner, (mode, cameo) in cells.items()
                }
                for outer, cells in table["content"].items()
            },
            hosts=frozenset(self._words(table["hosts"])),
            self_directed=frozenset(self._words(table["self_directed"])),
            silence=frozenset(self._words(table["silence"])),
            no_agents=frozenset(self._words(table["no_agents"])),
            classes={name: frozenset(self._class(name)) for name in table["classes"]},
        )

    def _class(self, name: str) -> tuple[str, ...]:
        if name not in self._classes:
            self._classes[name] = tuple(self._words(self._table["classes"][name]))
        return self._classes[name]

    def _words(self, text: str) -> Iterator[str]:
        for word in listed(text):
            if word.startswith("@"):
                yield from self._class(word[1:])
            else:
                yield word.lower()

    def _rule(self, kind: Kind, row: Mapping[str, Any]) -> Rule:
        actors, recipients = (_NOUN_ACTORS, ("of",)) if kind == "noun" else (_VERB_ACTORS, _OBJECT)
        named: dict[str, Any] = {
            name: frozenset(self._words(row[name])) for name in _WORDS if name in row
        }
        named |= {name: row[name] for name in _PLAIN if name in row}
        return Rule(
            kind=kind,
            contexts=tuple(row.get("contexts", ())),
            oblique={p: frozenset(self._words(w)) for p, w in row.get("oblique", {}).items()},
            actors=tuple(listed(row["actor"])) if "actor" in row else actors,
            recipients=tuple(listed(row["recipient"])) if "recipient" in row else recipients,
            **named,
        )

    def _by_first(self, kind: Kind, rows: Sequence[Any]) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for row in rows:
            self._enter(found, row["words"], self._rule(kind, row))
        for entries in found.values():
            if len(entries) > 1:
                entries.sort(key=_rank)
        return found

    def _light(self, rows: Sequence[Any]) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for row in rows:
            light = Light(
                types=frozenset(listed(row["types"])),
                phase=row.get("phase"),
                actors=tuple(listed(row.get("actor", ""))),
                recipients=tuple(listed(row.get("recipient", ""))),
                undergoes=row.get("undergoes", False),
                apart=row.get("apart", False),
            )
            self._enter(found, row["words"], light)
        for entries in found.values():
            entries.sort(key=lambda entry: (-len(entry.rest), entry.order))
        return found

    def _enter(self, found: dict[str, list[Entry]], words: str, rule: Rule | Light) -> None:
        for words_of_entry in self._words(words):
            first, *rest = words_of_entry.split()
            with_object = "~" in rest
            rest = [word for word in rest if word != "~"]
            last = rest[-1] if rest else ""
            found.setdefault(first, []).append(
                Entry(
                    rest=tuple(rest),
                    rule=rule,
                    preposition=last in self._prepositions and not with_object,
                    with_object=with_object,
                    order=next(self._entries),
                )
            )

    def _nouns(self, rows: Sequence[Any]) -> dict[str, list[tuple[tuple[str, ...], Rule]]]:
        found: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
        undergone = frozenset(self._words(self._table["undergone"]))
        for row in rows:
            rule = self._rule("noun", row)
            for words in self._words(row["words"]):
                *before, last = _head_last(words)
                entry = replace(rule, undergone=True) if last in undergone else rule
                found.setdefault(last, []).append((tuple(before), entry))
        for entries in found.values():
            entries.sort(key=lambda entry: (-len(entry[0]), -entry[1].conditions))
        return found


def _head_last(words: str) -> list[str]:
    """The words of a noun entry with the head last: "breach of the ceasefire" → … "breach"."""
    parts = words.split()
    if "of" in parts[1:]:
        at = parts.index("of")
        return [*parts[: at - 1], *parts[at:], parts[at - 1]]
    return parts


def _rank(entry: Entry) -> tuple[int, int, bool, int]:
    """The longest first, then by conditions, then the one written out, then the earlier."""
    rule = entry.rule
    assert isinstance(rule, Rule)
    return -len(entry.rest), -rule.conditions, not rule.objects, entry.order
