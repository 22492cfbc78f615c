"""``onrecord actors``: the actors that are known by name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.arguments import DataOption
from onrecord.cli.groups import group
from onrecord.cli.safe_text import safe

app = group("The people and bodies that are known by name.")


@app.command("import", epilog="Example:  onrecord actors import targets.nested.json")
def import_dump(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A dump of Wikidata or OpenSanctions (FollowTheMoney), an entity a line; "
            "also .gz or .bz2.",
        ),
    ],
    data: DataOption = None,
) -> None:
    """Add the people and bodies of a dump to those that are known by name.

    Their country and sectors, and the days of their offices, are used wherever the lexicon of the
    program does not have the name. Wikidata is at https://dumps.wikimedia.org/wikidatawiki/entities/
    (CC0), OpenSanctions at https://www.opensanctions.org/datasets/. It may be run again.
    """
    from onrecord.meaning.codes import Coder
    from onrecord.meaning.codes.imports import import_actors
    from onrecord.settings import data_folder

    describe = Coder.of_the_package().code
    done = import_actors(file, data or data_folder(), describe)
    left = f"; {done.left_out:,} entities of other kinds left out" if done.left_out else ""
    typer.echo(safe(f"{done.actors:,} actors in {done.path}{left}"))
