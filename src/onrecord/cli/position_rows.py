"""Positions and differences as rows for a spreadsheet or a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.compare import Difference, Held, Standing

POSITION_COLUMNS = (
    "id",
    "issue",
    "issue_label",
    "party",
    "party_name",
    "stance",
    "toward",
    "words",
    "condition",
    "day",
    "day_bound",
    "said_by",
    "reported_by",
    "page",
    "published",
    "start",
    "end",
    "confidence",
)
"""``said_by`` has names; ``start`` and ``end`` are code points of the page's text."""

DIFFERENCE_COLUMNS = (
    "issue",
    "issue_label",
    "party",
    "party_name",
    "other",
    "other_name",
    "now",
    "change",
    "reason",
    "party_stances",
    "party_words",
    "party_days",
    "other_stances",
    "other_words",
    "other_days",
)
"""A row for each issue and pair of parties; stances, words and days are in the same order."""


def position_rows(positions: Iterable[Held]) -> Iterator[dict[str, Any]]:
    """A row for each position; what is not known is None or an empty list."""
    for held in positions:
        page, position = held.record.page, held.position
        yield {
            "id": position.id,
            "issue": held.issue.id,
            "issue_label": held.issue.label,
            "party": held.party.id,
            "party_name": held.party.name,
            "stance": held.stance,
            "toward": held.toward.id if held.toward else None,
            "words": page.text[position.text.start : position.text.end],
            "condition": held.condition,
            "day": held.day.value if held.day else None,
            "day_bound": held.day.bound if held.day else None,
            "said_by": held.speakers,
            "reported_by": held.reported_by.id if held.reported_by else None,
            "page": page.source,
            "published": page.published.value if page.published else None,
            "start": position.text.start,
            "end": position.text.end,
            "confidence": position.confidence,
        }


def difference_rows(found: Sequence[Difference]) -> Iterator[dict[str, Any]]:
    """A row for each issue and each two of the parties."""
    for each in found:
        standings = {standing.party: standing for standing in each.standings}
        for pair in each.pairs:
            party, other = pair.parties
            yield {
                "issue": each.issue.id,
                "issue_label": each.issue.label,
                "party": party.id,
                "party_name": party.name,
                "other": other.id,
                "other_name": other.name,
                "now": pair.verdict.now,
                "change": pair.verdict.change,
                "reason": pair.verdict.reason,
                **_side("party", standings[party]),
                **_side("other", standings[other]),
            }


def difference_object(each: Difference) -> dict[str, Any]:
    """An issue with the verdicts and with every party's positions, for JSON."""
    return {
        "issue": {"id": each.issue.id, "label": each.issue.label},
        "now": each.verdict.now,
        "change": each.verdict.change,
        "reason": each.verdict.reason,
        "pairs": [
            {
                "parties": [party.id for party in pair.parties],
                "now": pair.verdict.now,
                "change": pair.verdict.change,
                "reason": pair.verdict.reason,
                "steps": [
                    {
                        "party": step.held.party.id,
                        "from": step.old.stance if step.old else None,
                        "to": step.held.stance,
                        "towards": "closer" if step.towards > 0 else "apart",
                    }
                    for step in pair.verdict.steps
                ],
            }
            for pair in each.pairs
        ],
        "standings": [standing_object(standing) for standing in each.standings],
    }


def standing_object(standing: Standing) -> dict[str, Any]:
    """Where a party stands, for JSON."""
    return {
        "party": standing.party.id,
        "party_name": standing.party.name,
        "latest": list(position_rows(standing.latest)),
        "earlier": list(position_rows(standing.earlier)),
        "reported": list(position_rows(standing.reported)),
    }


def _side(role: str, standing: Standing) -> dict[str, list[str | None]]:
    latest = standing.latest
    return {
        f"{role}_stances": [held.stance for held in latest],
        f"{role}_words": [held.words for held in latest],
        f"{role}_days": [held.day.value if held.day else None for held in latest],
    }
