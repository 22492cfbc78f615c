"""PLOVER's types, modes and contexts, and CAMEO's codes, read once from their tables.

PLOVER is ``lexicon/plover.toml`` (codebook 2.0), CAMEO is ``lexicon/cameo.tsv``; what their
columns and fields are is told there. Events, positions and exports all read them here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from onrecord.lexicon import entries, read_toml, rows

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
QUADS: tuple[Quad, ...] = (
    "verbal cooperation",
    "material cooperation",
    "verbal conflict",
    "material conflict",
)
"""The four classes in the order of their numbers, 1 to 4."""

Symmetric = Literal["yes", "no", "by mode", "two-sided"]

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How an event of its type was done. ``score`` is None where the codebook gives none."""

    name: str
    meaning: str
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A type of event in PLOVER.

    ``score`` runs from -10 (conflict) to +10 (cooperation). ``symmetric``: whether all who take
    part are actors and no one is the recipient. ``future`` is the type of such an act when it is
    only announced. ``neighbours`` are acts often taken for this type, each with the type to use.
    """

    name: str
    meaning: str
    quad: Quad
    score: float
    needs_recipient: bool
    symmetric: Symmetric
    future: str | None
    neighbours: tuple[str, ...]
    modes: Mapping[str, Mode]

    @property
    def quad_number(self) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return QUADS.index(self.quad) + 1

    def score_of(self, mode: str | None) -> float:
        """The score of ``mode``, or that of the type where the mode is None or has none."""
        known = self.modes.get(mode) if mode else None
        return self.score if known is None or known.score is None else known.score


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A code of CAMEO's, with its place in PLOVER.

    ``type`` and ``mode`` are those of codebook 2.0, None where PLOVER does not code the act
    (comments) or the code does not tell the mode; ``converted`` is type and mode in the
    conversion table of 2021. ``contexts`` are what the code says of the event's subject.
    """

    code: str
    label: str
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    converted: tuple[str | None, str | None]

    @property
    def root(self) -> str:
        """Its first two digits, which are a code too."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """Its first three digits; a root is its own base."""
        return self.code[:3]


@cache
def event_types() -> Mapping[str, EventType]:
    """All types by name ("AGREE"), in the codebook's order."""
    table = read_toml("plover.toml")["types"]
    return _fixed({name: _event_type(name, fields) for name, fields in table.items()})


@cache
def contexts() -> Mapping[str, str]:
    """The contexts by name, each with its meaning, in the codebook's order."""
    return _fixed(dict(read_toml("plover.toml")["contexts"]))


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """All codes of CAMEO by code ("0311"), roots ("03") among them, in CAMEO's order."""
    return _fixed({cells[0]: _cameo_code(cells) for cells in rows("cameo.tsv")})


@cache
def _codes_by_type_and_mode() -> Mapping[tuple[str, str | None], tuple[CameoCode, ...]]:
    found: dict[tuple[str, str | None], tuple[CameoCode, ...]] = {}
    for code in cameo_codes().values():
        if code.type is not None:
            key = (code.type, code.mode)
            found[key] = (*found.get(key, ()), code)
    return _fixed(found)


def cameo_codes_of(type_: str, mode: str | None = None) -> tuple[CameoCode, ...]:
    """The codes that stand for exactly this type and mode in codebook 2.0, in CAMEO's order.

    With no mode, those codes that tell none. Empty where the mode has no code.
    """
    return _codes_by_type_and_mode().get((type_, mode), ())


def _event_type(name: str, fields: Mapping[str, Any]) -> EventType:
    modes = {
        mode: Mode(name=mode, meaning=told["meaning"], score=told.get("score"))
        for mode, told in fields.get("modes", {}).items()
    }
    return EventType(
        name=name,
        meaning=fields["meaning"],
        quad=fields["quad"],
        score=fields["score"],
        needs_recipient=fields["recipient"] == "required",
        symmetric=fields["symmetric"],
        future=fields.get("future"),
        neighbours=tuple(fields.get("not", ())),
        modes=_fixed(modes),
    )


def _cameo_code(cells: list[str]) -> CameoCode:
    code, label, old_type, old_mode, about, type_, mode = cells
    return CameoCode(
        code=code,
        label=label,
        type=type_ or None,
        mode=mode or None,
        contexts=tuple(entries(about)),
        converted=(old_type or None, old_mode or None),
    )


def _fixed(table: dict[Any, V]) -> Mapping[Any, V]:
    """A view that who asks cannot change, since it is shared."""
    return MappingProxyType(table)
