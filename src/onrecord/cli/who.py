"""``onrecord who``: the actors of a page, with office, country, sectors and mentions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.arguments import day_of, source_of
from onrecord.cli.safe_text import safe
from onrecord.reader import Reader
from onrecord.record import Actor, Record, Role
from onrecord.settings import Settings

_SHOWN = 12  # mentions of one actor that are listed


def who(
    page: Annotated[
        str,
        typer.Argument(
            metavar="PAGE",
            help="A file (HTML or plain text), an http(s) address, or - for standard input.",
            show_default=False,
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day the page appeared (YYYY-MM-DD), where you know it."
        ),
    ] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option(
            "--actors",
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Actors of your own, in TOML; may be given several times.",
        ),
    ] = None,
) -> None:
    """List the people, bodies and countries that speak or act on a page.

    Each with its offices, its country and sectors, and every place where the page names it.
    """
    reader = Reader(settings=Settings.from_environment(), actors=tuple(actors or ()))
    record = reader.read(source_of(page), published=day_of(published))
    if not record.actors:
        typer.echo("nobody was found on this page")
        return
    for line in lines(record):
        typer.echo(safe(line))


def lines(record: Record) -> Iterator[str]:
    """What is shown of each actor of a record."""
    names = {actor.id: actor.name for actor in record.actors}
    for actor in record.actors:
        yield " · ".join(part for part in (actor.name, *_facts(actor)) if part)
        for role in actor.roles:
            yield f"    {_office(role, names)}"
        yield f"    {_mentions(actor, record.page.text)}"


def _facts(actor: Actor) -> tuple[str, str, str]:
    return actor.kind, actor.country or "", " ".join(actor.sectors)


def _office(role: Role, names: dict[str, str]) -> str:
    of = f" of {names[role.of]}" if role.of in names else ""
    status = "" if role.status == "current" else f" ({role.status})"
    return f"{role.title}{of}{status}"


def _mentions(actor: Actor, text: str) -> str:
    shown = [
        f"{' '.join(text[start:end].split())} {start}-{end}"
        for start, end in actor.mentions[:_SHOWN]
    ]
    more = len(actor.mentions) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
