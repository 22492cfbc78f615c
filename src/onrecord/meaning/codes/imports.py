"""Reading a dump of Wikidata or OpenSanctions into a file of actors.

The dump is read as a stream, one entity a line. Nothing changes unless all of it could be read:
the file is written beside its place and renamed at the end.
"""

from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from onrecord.data_files import BrokenLine, broken_line, data_file, new_file, numbered_lines
from onrecord.errors import ActorsFileError
from onrecord.meaning.codes.dump_lines import Describe
from onrecord.meaning.codes.opensanctions import is_follow_the_money, items_of_follow_the_money
from onrecord.meaning.codes.tables import FOLDER, Item, Writer
from onrecord.meaning.codes.wikidata import is_wikidata, items_of_wikidata

_LONGEST_LINE = 64_000_000
"""Bytes; the longest entities of Wikidata have some four million."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: where the file is, the actors in it, the entities left out.

    Left out is what is neither a person, a body nor a post, or has no name to be known by.
    """

    path: Path
    actors: int
    left_out: int


def import_actors(source: Path, data: Path, describe: Describe) -> Imported:
    """Read a dump into the folder of the user's data.

    A file made before from a dump of the same name is replaced.

    Args:
        source: a dump of Wikidata (an entity a line, or the array of its dumps) or of
            OpenSanctions (FollowTheMoney, an entity a line); also packed as .gz or .bz2.
        data: the folder of the user's data; made if it is not there.
        describe: gives descriptions their country and sectors.

    Raises:
        ActorsFileError: the dump cannot be read, or a line of it is broken; the message has the
            number of the line. Nothing is changed then.
        OnrecordError: the folder cannot be written.
    """
    target = data_file(data / FOLDER, source.name.split(".")[0], otherwise="actors")
    with new_file(target, remedy="name another folder with --data") as temporary:
        actors, left_out = _fill(source, temporary, describe)
    return Imported(target, actors, left_out)


def _fill(source: Path, target: Path, describe: Describe) -> tuple[int, int]:
    """Write the actors of the source to the target; how many they are and how many are not."""
    writer = Writer(target)
    left_out = actors = 0
    try:
        with _opened(source) as stream:
            for number, line in _lines(stream, source):
                try:
                    items = list(_items(line, describe))
                except BrokenLine as broken:
                    raise broken_line(source, number, broken, error=ActorsFileError) from None
                left_out += not items
                for item in items:
                    writer.add(item)
        actors = writer.actors()
        if not actors:
            raise ActorsFileError(
                "has no actors",
                source=str(source),
                remedy="give a dump of Wikidata or OpenSanctions with an entity a line",
            )
    except (OSError, EOFError) as error:
        raise ActorsFileError(
            f"cannot be read ({error})", source=str(source), remedy="check the file"
        ) from None
    finally:
        writer.close(keep=bool(actors))
    return actors, left_out


def _opened(source: Path) -> IO[bytes]:
    if source.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(source, "rb"))
    if source.suffix == ".bz2":
        return cast("IO[bytes]", bz2.open(source, "rb"))
    return source.open("rb")


def _lines(stream: IO[bytes], source: Path) -> Iterator[tuple[int, bytes]]:
    """The lines with an entity and their numbers, without the array around them."""
    lines = numbered_lines(stream, source, longest=_LONGEST_LINE, error=ActorsFileError)
    for number, line in lines:
        plain = line.removeprefix(b"\xef\xbb\xbf").strip().rstrip(b",")
        if plain not in (b"", b"[", b"]"):
            yield number, plain


def _items(line: bytes, describe: Describe) -> Iterator[Item]:
    entity = _entity(line)
    if is_wikidata(entity):
        yield from items_of_wikidata(entity, describe)
    elif is_follow_the_money(entity):
        yield from items_of_follow_the_money(entity, describe)
    else:
        raise BrokenLine("is no entity of Wikidata or FollowTheMoney")


def _entity(line: bytes) -> dict[str, Any]:
    try:
        entity = json.loads(line)
    except UnicodeDecodeError:
        raise BrokenLine("is not UTF-8") from None
    except (ValueError, RecursionError):
        raise BrokenLine("is not JSON") from None
    if not isinstance(entity, dict):
        raise BrokenLine("is not an object")
    return entity
