"""How likely a statement is right: the scores of model and rules turned into chances.

A network's scores are no chances. `confidence.toml` has, for each origin, scores and the share of
statements with them that are right (content and speaker) on PolNeAR's dev part; between them the
chance rises evenly. `python -m training.calibrate` measures and writes that table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from onrecord.lexicon import read_toml
from onrecord.meaning.statements.draft import Draft
from onrecord.record import StatementKind


def origin_of(draft: Draft, kind: StatementKind) -> str:
    """The row of the table: "model direct" and so on, "repaired", "no speaker" or "rule"."""
    if draft.origin == "rule":
        return "rule"
    if draft.source is None:
        return "no speaker"
    return "repaired" if draft.origin == "repaired" else f"model {kind}"


def confidence_of(draft: Draft, kind: StatementKind) -> float:
    """The chance that a statement is right. A rule's score is one already.

    A statement that a rule finds inside another holds only if that one does.
    """
    if draft.origin != "rule":
        return _chance(origin_of(draft, kind), draft.score)
    if draft.outer is None:
        return draft.score
    return draft.score * confidence_of(draft.outer, draft.outer.kind or "mixed")


def _chance(origin: str, score: float) -> float:
    table = _tables().get(origin)
    return score if table is None else interpolate(*table, score)


def interpolate(scores: Sequence[float], chances: Sequence[float], score: float) -> float:
    """The chance at ``score``, on straight lines between the measured points.

    Below the first it falls to half of that one's, above the last it stays.
    """
    at = bisect_right(scores, score)
    if at == 0:
        return chances[0] * (1 + score / scores[0]) / 2 if scores[0] > 0 else chances[0]
    if at == len(scores):
        return chances[-1]
    share = (score - scores[at - 1]) / (scores[at] - scores[at - 1])
    return chances[at - 1] + share * (chances[at] - chances[at - 1])


@cache
def _tables() -> dict[str, tuple[list[float], list[float]]]:
    table = read_toml("confidence.toml")["origin"]
    return {name: (row["scores"], row["chances"]) for name, row in table.items()}
