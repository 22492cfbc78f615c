"""The words that say whether an event took place, as ``lexicon/event_status.toml`` has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from onrecord.lexicon import listed, read_toml
from onrecord.record import EventStatus


@dataclass(frozen=True, slots=True)
class Governor:
    """What a governing word makes of the event under it; ``status`` is None where it keeps its own.

    ``rest`` are the words after the first; a last "to" or "that" is the clause that it governs.
    """

    rest: tuple[str, ...]
    status: EventStatus | None
    negated: EventStatus | None
    takes: str
    of_actor: bool
    only_types: frozenset[str]
    otherwise: EventStatus | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What a status makes of a type; an empty ``to`` is none, ``by`` the words that made it so."""

    when: str
    by: frozenset[str]
    types: frozenset[str]
    to: str
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class StatusLexicon:
    """``event_status.toml`` in the form in which it is asked."""

    tense: Mapping[str, EventStatus]
    auxiliaries: Mapping[str, str]
    negations: frozenset[str]
    pending: frozenset[str]
    not_only: frozenset[str]
    of_negation: Mapping[str, EventStatus]
    governors: Mapping[str, Sequence[Governor]]
    conditions: frozenset[str]
    not_before: frozenset[str]
    purposes: frozenset[str]
    instead: frozenset[str]
    modifiers: Mapping[str, EventStatus]
    generic: frozenset[str]
    turns: Sequence[Turn] = field(default=())


@cache
def load_status_lexicon() -> StatusLexicon:
    """The words that say whether an event took place; read once."""
    table = read_toml("event_status.toml")
    governors: dict[str, list[Governor]] = {}
    for row in table["governors"]:
        for words in listed(row["words"]):
            first, *rest = words.lower().split()
            governors.setdefault(first, []).append(_governor(row, tuple(rest)))
    for row in table["phase"]:
        for words in listed(row["words"]):
            first, *rest = words.lower().split()
            if rest != ["to"]:
                row_status = {"status": row["status"], "negated": "denied", "takes": "clause"}
                governors.setdefault(first, []).append(_governor(row_status, tuple(rest)))
            governors.setdefault(first, []).append(
                _governor({"status": row["status"], "takes": "clause"}, (*rest[:-1], "to"))
                if rest[-1:] == ["to"]
                else _governor({"status": row["status"], "takes": "clause"}, (*rest, "to"))
            )
    for status in ("planned", "hypothetical"):
        for words in listed(table["auxiliaries"][status]):
            first, *rest = words.split()
            if rest:  # "be set to", "have to": a governor, as the tree has it
                governors.setdefault(first, []).append(_governor({"status": status}, tuple(rest)))
    for entries in governors.values():
        entries.sort(key=lambda entry: -len(entry.rest))
    negation, conditions = table["negation"], table["conditions"]
    auxiliaries = {
        word: status
        for status in ("planned", "hypothetical")
        for word in listed(table["auxiliaries"][status])
        if " " not in word
    }
    modifiers: dict[str, EventStatus] = {}
    for status in ("hypothetical", "ongoing", "planned", "called off", "happened"):
        for word in listed(table["modifiers"][status]):
            modifiers[word] = status  # type: ignore[assignment]
    return StatusLexicon(
        tense=table["tense"],
        auxiliaries=auxiliaries,
        negations=frozenset(w for w in listed(negation["words"]) if " " not in w),
        pending=frozenset(listed(negation["pending"])),
        not_only=frozenset(listed(negation["not_only"])),
        of_negation=negation["of"],
        governors=governors,
        conditions=frozenset(listed(conditions["hypothetical"])),
        not_before=frozenset(listed(conditions["not_before"])),
        purposes=frozenset(listed(conditions["purpose"])),
        instead=frozenset(listed(conditions["denied"])),
        modifiers=modifiers,
        generic=frozenset(listed(table["background"]["generic"])),
        turns=tuple(_turn(row) for row in table["turns"]),
    )


def _governor(row: Mapping[str, Any], rest: tuple[str, ...]) -> Governor:
    return Governor(
        rest=rest,
        status=None if row.get("factive") else row["status"],
        negated=row.get("negated", None if row.get("factive") else "denied"),
        takes=row.get("takes", "both"),
        of_actor=row.get("of_actor", False),
        only_types=frozenset(listed(row.get("only_types", ""))),
        otherwise=row.get("otherwise"),
    )


def _turn(row: Mapping[str, Any]) -> Turn:
    return Turn(
        when=row["when"],
        by=frozenset(listed(row.get("by", ""))),
        types=frozenset(listed(row["from"])),
        to="" if row["to"] == "none" else row["to"],
        mode=row.get("mode"),
        cameo=row.get("cameo"),
    )
