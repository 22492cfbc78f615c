"""The steps that parties take towards each other or apart, by their old and new stances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.compare import tables
from onrecord.compare.courses import Course, stance_before, withdrawn
from onrecord.compare.points import same_point
from onrecord.compare.standing import Held, Standing

Change: TypeAlias = Literal["moved closer", "moved apart"]


@dataclass(frozen=True, slots=True)
class Step:
    """A party's change of stance: 1 closer to the other, -1 apart. ``old`` where one is known."""

    held: Held
    old: Held | None
    towards: Literal[1, -1]


def steps_of(standing: Standing, theirs: Sequence[Course]) -> Iterator[Step]:
    """The steps of one party, seen from where the other stands."""
    if standing.is_reported:
        return
    for held in standing.latest:
        old = stance_before(held, standing)
        answers = [each for each in theirs if same_point(each.held.words, held.words)]
        answers = answers or list(theirs if len(theirs) == 1 else ())
        towards = _step(held, old, standing, answers)
        if towards:
            yield Step(held, old, 1 if towards > 0 else -1)


def _step(held: Held, old: Held | None, standing: Standing, answers: Sequence[Course]) -> int:
    if held.stance == "withdraws":
        return {"asked": 1, "given": -1, None: 0}[withdrawn(held, standing)]
    if old is None:
        return int(_tells_by_itself(held, answers) and not _is_disputed(held, standing))
    if old.stance == held.stance:
        return bool(old.condition) - bool(held.condition)
    sides = {tables.side(answer.stance) for answer in answers}
    return tables.step(old.stance, held.stance, other="against" if sides == {"against"} else "for")


def _is_disputed(held: Held, standing: Standing) -> bool:
    """Whether the party has another stance on the point as well, with nothing to order them."""
    others = (other for other in standing.latest if other.stance != held.stance)
    return any(same_point(other.words, held.words) for other in others)


def _tells_by_itself(held: Held, answers: Sequence[Course]) -> bool:
    """Whether openness, an offer or a yes answers what the other side asks or offers."""
    asked = any(tables.asks(answer.stance) for answer in answers)
    offered = any(answer.stance == "offers" for answer in answers)
    if held.stance in ("is open to", "accepts"):
        return asked or offered
    return held.stance == "offers" and asked


def change_of(steps: Sequence[Step]) -> Change | None:
    """A step back comes before a step forward: a mediator must not miss it."""
    if any(step.towards < 0 for step in steps):
        return "moved apart"
    return "moved closer" if steps else None
