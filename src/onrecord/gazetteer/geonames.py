"""Reading a dump of GeoNames (allCountries.txt, UA.txt, UA.zip) into a gazetteer file.

The file is read as a stream. Nothing changes unless all of it could be read: the gazetteer is
written beside its place and renamed at the end.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

from onrecord.data_files import BrokenLine, broken_line, data_file, new_file, numbered_lines
from onrecord.errors import OnrecordError
from onrecord.gazetteer.entry import Entry
from onrecord.gazetteer.names import name_key, without_accents
from onrecord.gazetteer.tables import Writer
from onrecord.lexicon import read_toml

FOLDER = "gazetteers"
"""Where imported gazetteers lie, in the folder of the user's data."""

_COLUMNS = 19
_LONGEST_LINE = 1_000_000
"""Bytes; the longest lines of GeoNames have some 20,000."""

_MOST_NAMES = 60
_LATIN = re.compile(r"[A-Za-z][A-Za-z .'’ʼ‘&/()-]*")
_EVERY = 100_000
"""Lines between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: where the gazetteer is, the places in it, the lines left out.

    Lines are left out whose kind of place the lexicon does not have, such as shops and wells.
    """

    path: Path
    places: int
    left_out: int


def imported_gazetteers(data: Path) -> list[Path]:
    """The gazetteers that were imported into the folder of the user's data."""
    return sorted((data / FOLDER).glob("[!.]*.sqlite"))


def import_geonames(
    source: Path,
    data: Path,
    countries: Mapping[str, str],
    *,
    progress: Callable[[int], None] | None = None,
) -> Imported:
    """Read a dump of GeoNames into the folder of the user's data.

    A gazetteer made before from a file of the same name is replaced.

    Args:
        source: a text file with 19 columns parted by tabs, or a zip file with one.
        data: the folder of the user's data; made if it is not there.
        countries: ISO 3166-1 alpha-2 codes with their alpha-3 codes.
        progress: called now and then with the number of bytes read so far, unpacked.

    Raises:
        OnrecordError: the file cannot be read, or a line of it is broken; the message has the
            number of the line. Nothing is changed then.
    """
    target = data_file(data / FOLDER, source.stem, otherwise="gazetteer")
    with new_file(target) as temporary:
        places, left_out = _fill(source, temporary, countries, progress or (lambda _: None))
    return Imported(target, places, left_out)


def _fill(
    source: Path,
    target: Path,
    countries: Mapping[str, str],
    progress: Callable[[int], None],
) -> tuple[int, int]:
    """Write the places of the source to the target; how many were written and how many not."""
    writer = Writer(target)
    places = left_out = read = 0
    done = False
    try:
        with _opened(source) as stream:
            for number, line in numbered_lines(stream, source, longest=_LONGEST_LINE):
                read += len(line)
                if number % _EVERY == 0:
                    progress(read)
                try:
                    found = _place(line, countries)
                except BrokenLine as broken:
                    raise broken_line(source, number, broken) from None
                if found is None:
                    left_out += 1
                else:
                    writer.add(*found)
                    places += 1
        if not places:
            raise OnrecordError(
                "has no places",
                source=str(source),
                remedy="give a dump of GeoNames such as allCountries.zip or UA.txt",
            )
        done = True
    except (OSError, zipfile.BadZipFile, EOFError) as error:
        raise OnrecordError(f"cannot be read ({error})", source=str(source)) from None
    finally:
        writer.close(keep=done)
    progress(read)
    return places, left_out


@contextmanager
def _opened(source: Path) -> Iterator[IO[bytes]]:
    """The dump itself, or the largest text in a zip file that is not its readme."""
    if not zipfile.is_zipfile(source):
        with source.open("rb") as stream:
            yield stream
        return
    with zipfile.ZipFile(source) as archive:
        texts = [
            member
            for member in archive.infolist()
            if member.filename.endswith(".txt") and "readme" not in member.filename.lower()
        ]
        if not texts:
            raise OnrecordError("has no text file in it", source=str(source))
        with archive.open(max(texts, key=lambda member: member.file_size)) as stream:
            yield stream


def _place(line: bytes, countries: Mapping[str, str]) -> tuple[Entry, set[str]] | None:
    """The place of a line with the keys of its names; None where its kind is not wanted."""
    try:
        columns = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        raise BrokenLine("is not UTF-8") from None
    if len(columns) != _COLUMNS:
        raise BrokenLine(f"has {len(columns)} columns instead of {_COLUMNS}")
    identity, latitude, longitude, population = _numbers(columns)
    kind = _kinds().get(columns[7])
    name, country = columns[1].strip(), columns[8]
    if kind is None or not name:
        return None
    region = f"{country}.{columns[10]}" if columns[10] else None
    district = f"{region}.{columns[11]}" if region and columns[11] else None
    entry = Entry(
        identity=identity,
        name=name,
        kind=kind,
        country=countries.get(country),
        region=region,
        district=district,
        latitude=latitude,
        longitude=longitude,
        weight=max(population, 0) or _weights()[kind],
    )
    usual = [n for n in columns[3].split(",") if _LATIN.fullmatch(without_accents(n))]
    names = [name, columns[2], *usual[:_MOST_NAMES]]
    return entry, {key for each in names if (key := name_key(each))}


def _numbers(columns: list[str]) -> tuple[int, float, float, int]:
    """Number of the place, degrees of latitude and longitude, people."""
    try:
        identity, population = int(columns[0]), int(columns[14] or 0)
        latitude, longitude = float(columns[4]), float(columns[5])
    except ValueError:
        raise BrokenLine("has a word where a number should be") from None
    if not 0 < identity < 2**53:
        raise BrokenLine(f"has the number {identity}")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise BrokenLine(f"is at {latitude}, {longitude}, which is nowhere")
    return identity, latitude, longitude, min(population, 2**53)


@cache
def _kinds() -> dict[str, str]:
    """Kinds by feature code."""
    kinds = read_toml("places_features.toml")["kinds"].items()
    return {code: kind for kind, codes in kinds for code in str(codes).split()}


@cache
def _weights() -> dict[str, int]:
    weights = read_toml("places_features.toml")["weights"].items()
    return {kind: int(weight) for kind, weight in weights}
