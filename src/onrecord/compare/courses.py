"""What of a party's standing says something of its course, and what it held before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.compare import tables
from onrecord.compare.points import same_point, taken_back
from onrecord.compare.standing import Held, Standing
from onrecord.record import Stance


@dataclass(frozen=True, slots=True)
class Course:
    """A position that says something of the course, with the stance that it comes to."""

    held: Held
    stance: Stance


def courses(standing: Standing) -> list[Course]:
    """The latest positions of a party that say something of the course."""
    found = ((held, _resolved(held, standing)) for held in standing.latest)
    return [Course(held, stance) for held, stance in found if stance]


def _resolved(held: Held, standing: Standing) -> Stance | None:
    """The stance as the tables know it, or None where it says nothing of the course."""
    if held.stance == "withdraws":
        return "refuses" if withdrawn(held, standing) == "given" else None
    if held.stance == "denies" or (held.stance == "warns of" and not held.threatens):
        return None
    return held.stance


def withdrawn(held: Held, standing: Standing) -> Literal["asked", "given"] | None:
    """What a withdrawal took back: what its noun says, else what was held before."""
    noun = taken_back(held.words)
    old = stance_before(held, standing)
    return noun or (tables.taken_back_by(old.stance) if old else None)


def stance_before(held: Held, standing: Standing) -> Held | None:
    """The stance before, on the same point or on the issue if there is only one."""
    before = [old for old in standing.earlier if old.before(held) and old.stance != "denies"]
    same = [old for old in before if same_point(old.words, held.words)]
    if same:
        return same[-1]
    return before[-1] if len(before) == 1 == len(standing.latest) else None
