"""Positions as text: a matrix of issues by parties, and the compact list of one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.consoles import NARROWEST_TABLE, grid
from onrecord.cli.safe_text import safe
from onrecord.compare import Held, Matrix, Parties, Standing, positions_of
from onrecord.exports.wording import NO_LATER, day
from onrecord.record import Issue, Record

WORDS = "green"
STANCE = "bold"
NARROWEST_CELL = 24
"""Columns that the words of a party need; parties for whom there is no room stand in a table of
their own."""


def matrix_shown(table: Matrix, *, width: int, pages: int) -> Iterator[RenderableType]:
    """Issues by parties: tables of as many parties as fit, or a list where not even two do."""
    if width < NARROWEST_TABLE:
        yield _matrix_list(table, pages=pages)
        return
    issue_width = width // 5
    room = max(2, (width - issue_width) // (NARROWEST_CELL + 2))
    numbered = list(enumerate(table.parties))
    for first in range(0, len(numbered), room):
        some = numbered[first : first + room]
        shown = grid(header=True)
        shown.add_column("issue", width=issue_width - 2, style="cyan")
        for _, party in some:
            shown.add_column(safe(party.name), ratio=1)
        for row in table.rows:
            standings = [row.standings[number] for number, _ in some]
            if any(standings):
                cells = [standing_text(standing, row.issue, pages=pages) for standing in standings]
                shown.add_row(Text(safe(row.issue.label)), *cells)
        yield shown
        if some[-1] != numbered[-1]:
            yield Text()


def standing_text(standing: Standing, issue: Issue, *, pages: int) -> Text:
    """Where a party stands, as lines: each position with its stance, words, day and speaker.

    Args:
        standing: of one party.
        issue: what is shown; a position on an issue below it says so.
        pages: above one, each position shows the number of its page.
    """
    lines: list[Text] = []
    for held in (*standing.latest, *standing.reported):
        if held.issue.id != issue.id:
            lines.append(Text(f"{safe(held.issue.label)}:", style="cyan"))
        lines += [stance_text(held), *words_lines(held)]
        circumstances = " · ".join(_circumstances(held, pages))
        if circumstances:
            lines.append(_quiet(circumstances))
    if standing.earlier:
        lines.append(_quiet(f"and {len(standing.earlier)} earlier"))
    return Text("\n").join(lines)


def words_lines(held: Held) -> Iterator[Text]:
    """The words, and those of the condition."""
    yield Text(safe(held.words), style=WORDS)
    if held.condition:
        yield Text.assemble(("condition: ", "dim"), (safe(held.condition), WORDS))


def stance_text(held: Held) -> Text:
    """The stance, toward whom, and by whom it is reported."""
    text = Text.assemble((held.stance, STANCE))
    if held.toward and held.toward != held.party:
        text += _quiet(f" toward {held.toward.name}")
    if held.reported_by:
        text += Text(f", as {safe(held.reported_by.name)} reports", style="yellow")
    return text


def notes(standings: Iterable[Standing]) -> Iterator[Text]:
    """What has to be known to read the positions of the standings."""
    held = [one for each in standings for one in (*each.latest, *each.reported)]
    if any(each.day is not None and each.day.bound == "not after" for each in held):
        yield Text(f"\n{NO_LATER}", style="dim")


def compact_positions(record: Record, *, width: int) -> RenderableType | None:
    """The positions of one record, a line or two each, in the order of their issues; or None."""
    held = positions_of([record], Parties([record]))
    if not held:
        return None
    held.sort(key=lambda each: (each.issue.label, each.party.name))
    if width < NARROWEST_TABLE:
        lines = (
            Text("\n").join([_heading(each), stance_text(each), *words_lines(each)])
            for each in held
        )
        return Group(*(Text("\n") + line for line in lines))
    table = grid(header=True, apart=0)
    table.add_column("issue", max_width=width // 5)
    table.add_column("party", max_width=width // 5)
    table.add_column("stance", max_width=width // 5)
    table.add_column("words", ratio=1)
    before = None
    for each in held:
        issue = "" if each.issue.id == before else safe(each.issue.label)
        before = each.issue.id
        table.add_row(
            Text(issue, style="cyan"),
            Text(safe(each.party.name)),
            stance_text(each),
            Text("\n").join(words_lines(each)),
        )
    return table


def _matrix_list(table: Matrix, *, pages: int) -> Table:
    shown = grid(header=False)
    shown.add_column(ratio=1)
    for row in table.rows:
        lines = [Text(safe(row.issue.label), style="cyan")]
        for standing in row.standings:
            if standing:
                lines.append(Text(safe(standing.party.name), style="bold"))
                lines.append(standing_text(standing, row.issue, pages=pages))
        shown.add_row(Text("\n").join(lines))
    return shown


def _heading(held: Held) -> Text:
    return Text(f"{safe(held.issue.label)} · {safe(held.party.name)}", style="cyan")


def _circumstances(held: Held, pages: int) -> Iterator[str]:
    if held.day:
        yield day(held.day)
    if held.speakers:
        yield ", ".join(held.speakers[:2])
    if pages > 1:
        yield f"[{held.nth}]"


def _quiet(text: str) -> Text:
    return Text(safe(text), style="dim")
