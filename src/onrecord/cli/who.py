"""``onrecord who``: the actors of a page, with office, country, sectors and mentions."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from onrecord.cli.arguments import (
    ActorsOption,
    PageArgument,
    PublishedOption,
    day_of,
    source_of,
)
from onrecord.cli.safe_text import safe
from onrecord.reader import Reader
from onrecord.record import Actor, Record, Role
from onrecord.settings import Settings

_SHOWN = 12  # mentions of one actor that are listed


def who(
    page: PageArgument,
    published: PublishedOption = None,
    actors: ActorsOption = None,
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
