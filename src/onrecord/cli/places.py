"""``onrecord places``: the gazetteer of places."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.arguments import DataOption
from onrecord.cli.groups import group
from onrecord.cli.safe_text import safe

app = group("The gazetteer with which places are found.")


@app.command("import", epilog="Example:  onrecord places import UA.zip")
def import_places(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A dump of GeoNames: allCountries.zip, UA.zip or UA.txt."
        ),
    ],
    data: DataOption = None,
) -> None:
    """Add rivers, shoals and villages from a GeoNames file to the places that are known.

    Files are at https://download.geonames.org/export/dump/ (CC BY 4.0). It may be run again.
    """
    from onrecord.gazetteer import Gazetteer
    from onrecord.gazetteer.geonames import import_geonames
    from onrecord.settings import data_folder

    own = Gazetteer.load()
    try:
        done = import_geonames(file, data or data_folder(), own.countries())
    finally:
        own.close()
    left = f"; {done.left_out:,} lines of other kinds left out" if done.left_out else ""
    typer.echo(safe(f"{done.places:,} places in {done.path}{left}"))
