"""Differences as text: each issue with where each party stands, and the verdict with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.consoles import NARROWEST_TABLE, grid
from onrecord.cli.events_shown import passage
from onrecord.cli.positions_shown import NARROWEST_CELL, standing_text
from onrecord.cli.safe_text import safe
from onrecord.compare import Claim, Contradiction, Difference, Party, Verdict
from onrecord.exports.wording import Wording, day

VERDICTS = {"agree": "bold green", "differ": "bold red", "one side silent": "dim"}
NO_VERDICT = "no verdict"
THE_PAGE = "the page itself"
MOST_CLAIMS = 5
"""Claims that are shown beside one denial; of more the number is told."""


def differences_shown(
    found: Sequence[Difference], parties: Sequence[Party], *, width: int, pages: int
) -> Iterator[RenderableType]:
    """The issues that several of the parties speak of, then those that one does."""
    shared = [each for each in found if each.is_shared]
    alone = [each for each in found if not each.is_shared]
    sections = (("More than one side speaks of", shared), ("One side speaks of", alone))
    for heading, rows in sections:
        if rows:
            yield Text(f"\n{heading}", style="bold")
            yield _table(rows, parties, width=width, pages=pages)


def contradictions_shown(
    found: Sequence[Contradiction], *, width: int, pages: Sequence[str]
) -> Iterator[RenderableType]:
    """Each denial beside what it contradicts; who is right is not said.

    Args:
        found: those without a claim beside them are only counted.
        width: how many columns there are.
        pages: the ids of the pages in their order; shown by number where there are several.
    """
    beside = [each for each in found if each.claims]
    alone = len(found) - len(beside)
    if beside:
        yield Text("\nClaims that contradict each other", style="bold")
        yield _contradictions(beside, width=width, pages=pages)
    if alone:
        denials = "1 denial" if alone == 1 else f"{alone} denials"
        yield Text(f"\n{denials} with no such claim on these pages.", style="dim")


def _contradictions(
    found: Sequence[Contradiction], *, width: int, pages: Sequence[str]
) -> RenderableType:
    table = grid(header=width >= NARROWEST_TABLE)
    if width >= NARROWEST_TABLE:
        table.add_column("denied", ratio=1)
        table.add_column("claimed", ratio=1)
    else:
        table.add_column(ratio=1)
    for each in found:
        denial, claims = _claim(each.denial, pages), _claims(each.claims, pages)
        if width >= NARROWEST_TABLE:
            table.add_row(denial, claims)
        else:
            labels = Text.assemble(("denied: ", "dim")), Text.assemble(("claimed: ", "dim"))
            table.add_row(Text("\n").join([labels[0] + denial, labels[1] + claims]))
    return table


def _table(
    rows: Sequence[Difference], parties: Sequence[Party], *, width: int, pages: int
) -> RenderableType:
    issue_width = verdict_width = width // 6 + 2
    if (width - issue_width - verdict_width) // len(parties) < NARROWEST_CELL:
        return _list(rows, pages=pages)
    table = grid(header=True)
    table.add_column("issue", width=issue_width - 2, style="cyan")
    for party in parties:
        table.add_column(safe(party.name), ratio=1)
    table.add_column("verdict", width=verdict_width - 2)
    for row in rows:
        cells = [standing_text(each, row.issue, pages=pages) for each in row.standings]
        table.add_row(Text(safe(row.issue.label)), *cells, _verdict(row))
    return table


def _list(rows: Sequence[Difference], *, pages: int) -> RenderableType:
    """One party below another, for a narrow terminal or many parties."""
    table: Table = grid(header=False)
    table.add_column(ratio=1)
    for row in rows:
        inner = Table.grid(padding=(0, 1))
        inner.add_row(Text(safe(row.issue.label), style="cyan"))
        inner.add_row(_verdict(row))
        for standing in row.standings:
            if standing:
                inner.add_row(Text(safe(standing.party.name), style="bold"))
                inner.add_row(
                    Padding(standing_text(standing, row.issue, pages=pages), (0, 0, 0, 2))
                )
        table.add_row(inner)
    return table


def _verdict(row: Difference) -> Text:
    """The verdict on all; of more than two parties that of each two that tells something."""
    lines = list(_verdict_lines(row.verdict, with_reason=len(row.pairs) == 1))
    if len(row.pairs) > 1:
        for pair in row.pairs:
            if str(pair.verdict) and pair.verdict.now != "one side silent":
                names = " and ".join(party.name for party in pair.parties)
                lines.append(Text(f"{safe(names)}: {pair.verdict}", style="dim"))
    return Text("\n").join(lines)


def _verdict_lines(verdict: Verdict, *, with_reason: bool) -> Iterator[Text]:
    words = str(verdict) or NO_VERDICT
    yield Text(words, style=VERDICTS.get(verdict.now or "", "dim"))
    if with_reason and verdict.reason:
        yield Text(safe(verdict.reason), style="dim")


def _claims(claims: Sequence[Claim], pages: Sequence[str]) -> Text:
    shown = [_claim(claim, pages) for claim in claims[:MOST_CLAIMS]]
    if len(claims) > MOST_CLAIMS:
        shown.append(Text(f"and {len(claims) - MOST_CLAIMS} more", style="dim"))
    return Text("\n").join(shown)


def _claim(claim: Claim, pages: Sequence[str]) -> Text:
    who = ", ".join(party.name for party in claim.parties) or THE_PAGE
    facts = [*claim.speakers[:2]] if claim.speakers[:1] != (who,) else []
    if claim.day:
        facts.append(day(claim.day))
    if len(pages) > 1:
        facts.append(f"[{pages.index(claim.record.page.id) + 1}]")
    line = Text.assemble((safe(who), "bold"))
    if facts:
        line += Text(f" · {safe(' · '.join(facts))}", style="dim")
    return line + Text("\n") + passage(claim.span, Wording(claim.record))
