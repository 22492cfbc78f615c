"""The tables of verdicts, as ``lexicon/verdicts.toml`` has them."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias, get_args

from onrecord.lexicon import listed, read_toml
from onrecord.record import Stance

Side: TypeAlias = Literal["for", "against", "neither"]
Now: TypeAlias = Literal["agree", "differ", "depends"]
Table: TypeAlias = dict[tuple[Stance, Stance], str]

_NOW: dict[str, Now] = {"=": "agree", "≠": "differ", "→": "depends"}
_STEPS = {"+": 1, ".": 0, "-": -1}


def now(left: Stance, right: Stance) -> Now:
    """What two stances on one point say; "depends" on who is to act.

    Raises:
        KeyError: a stance has no course: it denies or withdraws.
    """
    return _NOW[_table("now")[left, right]]


def step(old: Stance, new: Stance, *, other: Side) -> int:
    """1 where the new stance is closer to the other party than the old one, -1 apart, 0 no step.

    Args:
        old: what the party held before.
        new: what it holds.
        other: the other party's side; one that has none counts as "for".
    """
    name = "change_against" if other == "against" else "change_for"
    return _STEPS[_table(name).get((old, new), ".")]


def side(stance: Stance | None) -> Side:
    """Whether who has the stance is for the position's words or against them."""
    found: Side = "neither"
    if stance in _listed("sides", "for"):
        found = "for"
    elif stance in _listed("sides", "against"):
        found = "against"
    return found


def asks(stance: Stance | None) -> bool:
    """Whether the stance asks something of others."""
    return stance in _listed("sides", "asking")


def taken_back_by(stance: Stance) -> Literal["asked", "given"] | None:
    """What kind of stance it is when it is withdrawn."""
    if stance in _listed("withdrawn", "asked_stances"):
        return "asked"
    return "given" if stance in _listed("withdrawn", "given_stances") else None


def reason(name: str, **parties: str) -> str:
    """A reason in plain words."""
    # str.replace and not str.format: a name may have braces of its own
    words: str = read_toml("verdicts.toml")["reasons"][name]
    for key, party in parties.items():
        words = words.replace(f"{{{key}}}", party)
    return words


@cache
def columns() -> tuple[Stance, ...]:
    """The stances that the tables have, in their order."""
    stances: tuple[Stance, ...] = get_args(Stance)
    known = {str(stance): stance for stance in stances}
    return tuple(known[name] for name in listed(read_toml("verdicts.toml")["columns"]))


@cache
def _table(name: str) -> Table:
    table: Table = {}
    for line in read_toml("verdicts.toml")[name].strip().splitlines():
        row = next(stance for stance in columns() if line.startswith(f"{stance} "))
        cells = line.removeprefix(row).split()
        table |= {(row, column): cell for column, cell in zip(columns(), cells, strict=True)}
    return table


@cache
def _listed(section: str, key: str) -> frozenset[str]:
    return frozenset(listed(read_toml("verdicts.toml")[section][key]))
