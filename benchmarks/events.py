"""Events: types and countries of single sentences, pages about other things, lists checked by hand.

``python -m benchmarks.events --data FOLDER`` prints the figures.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import itertools
import json
import random
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.attribution import Score
from onrecord import Reader
from onrecord.errors import OnrecordError
from onrecord.record import Event, Position, Record

GOLD = Path("events", "gsr-odd.json")
OLD_TYPES = {
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "DEMAND": "REQUEST",
}
"""Types of PLOVER's draft of 2016, and what became of them."""
PAGES = Path("pages", "html")
STORIES = Path("stories", "guardian-2019-syria-a.jsonl.gz")
SPEECH_ACTS = Path("positions", "speech-acts-a.csv")
NOT_POLITICAL = Path(__file__).with_name("not-political.txt")
CHECKED = Path(__file__).with_name("checked.jsonl")
STARTING_PAGE = Path("examples", "antalya-2022-03-11.txt")
WANTED = Path(__file__).with_name("starting-page.jsonl")


_COMMITTING = frozenset(("offers", "accepts", "commits to"))


@dataclass(frozen=True, slots=True)
class EventScores:
    """F1 of the types, and of the countries of those who act and undergo."""

    types: Score
    countries: Score


def measure_events(path: Path, reader: Reader) -> EventScores:
    """Types and countries of the PLOVER gold standard records at ``path``, from raw text.

    A record has one type. Every type read in its text counts, so that a second event of the text,
    rightly read, counts as wrong. "IGO" stands for an international body, as in the records.
    """
    types, countries = [0, 0, 0], [0, 0, 0]
    for item in json.loads(path.read_text(encoding="utf-8")):
        record = reader.read_text(item["text"])
        wanted = {OLD_TYPES.get(item["event"], item["event"])}
        _count(types, wanted, {event.type for event in record.events})
        _count(countries, set(_codes(item)), set(_countries(record)))
    return EventScores(Score(*types), Score(*countries))


def _count(counts: list[int], wanted: Set[Any], found: Set[Any]) -> None:
    counts[0] += len(wanted & found)
    counts[1] += len(found)
    counts[2] += len(wanted)


def _codes(item: Mapping[str, Any]) -> Iterator[str]:
    for side in ("source", "target"):
        if isinstance(item.get(side), list):
            yield from (actor["code"] for actor in item[side] if actor.get("code"))


def _countries(record: Record) -> Iterator[str]:
    actors = {actor.id: actor for actor in record.actors}
    for event in record.events:
        for actor in (actors[i] for i in (*event.actors, *event.recipients)):
            if actor.country or "IGO" in actor.sectors:
                yield actor.country or "IGO"


def measure_false_events(folder: Path, reader: Reader) -> dict[str, float]:
    """Events and positions on the pages of ``folder`` that are about no politics or conflict.

    ``not-political.txt`` has the beginnings of their names; they were told by their titles.
    """
    names = NOT_POLITICAL.read_text(encoding="utf-8").split()
    pages = events = positions = without = 0
    for path in sorted(folder.glob("*.html.gz")):
        if not path.name.startswith(tuple(names)):
            continue
        try:
            record = reader.read(gzip.decompress(path.read_bytes()))
        except OnrecordError:
            continue
        pages += 1
        events += len(record.events)
        positions += len(record.positions)
        without += not record.events
    return {
        "pages": pages,
        "pages without an event": without,
        "events a page": events / max(1, pages),
        "positions a page": positions / max(1, pages),
    }


def measure_commissive(path: Path, reader: Reader) -> dict[str, float]:
    """Precision, recall and F1 of utterances by which a party commits itself.

    The utterances of a file are read as one text, a paragraph each. One counts as found where a
    position that offers, accepts or commits, or an event of type AGREE, begins in it.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    score = [0, 0, 0]
    for _, group in itertools.groupby(rows, key=lambda row: row["file"]):
        utterances = list(group)
        text, starts = "", []
        for row in utterances:
            starts.append(len(text))
            text += " ".join(row["Sentence"].split()) + "\n\n"
        record = reader.read_text(text)
        begin = [e.anchors[0].start for e in record.events if e.type == "AGREE"]
        begin += [p.text.start for p in record.positions if p.stance in _COMMITTING]
        found = {bisect_right(starts, place) - 1 for place in begin}
        wanted = {n for n, row in enumerate(utterances) if row["Categories"].startswith("Comm")}
        _count(score, wanted, found)
    total = Score(*score)
    return {"precision": total.precision, "recall": total.recall, "F1": total.f1}


def measure_checked() -> dict[str, dict[str, float]]:
    """How many of the events and positions drawn at random a person found right.

    ``checked.jsonl`` has a line for each: the number of its story in the corpus, its words'
    span, what was read, and the judgement; the articles themselves are not ours to keep.
    """
    rows = [json.loads(line) for line in CHECKED.read_text(encoding="utf-8").splitlines()]
    figures = {}
    for kind in ("event", "position"):
        judged = [row["right"] for row in rows if row["kind"] == kind]
        figures[f"{kind}s"] = {"checked": len(judged), "right": sum(judged) / max(1, len(judged))}
    return figures


def measure_starting_page(path: Path, reader: Reader) -> dict[str, float]:
    """How many of the events and positions listed in ``starting-page.jsonl`` are read on a page.

    An event is there if one of its type has an anchor inside the span and the countries are among
    those of its sides; a position if one of the party with the stance overlaps the span.
    """
    record = reader.read(path, published="2022-03-11")
    wanted = [json.loads(line) for line in WANTED.read_text(encoding="utf-8").splitlines()]
    found = sum(_is_there(item, record) for item in wanted)
    return {"wanted": len(wanted), "found": found}


def _is_there(item: Mapping[str, Any], record: Record) -> bool:
    countries = {actor.id: actor.country or actor.name for actor in record.actors}
    start, end = item["span"]

    def event(one: Event) -> bool:
        sides = {countries[i] for i in (*one.actors, *one.recipients)}
        inside = any(start <= a.start and a.end <= end for a in one.anchors)
        return bool(one.type == item["type"]) and inside and set(item["countries"]) <= sides

    def position(one: Position) -> bool:
        same = bool(one.stance == item["stance"] and countries[one.party] == item["party"])
        return same and bool(one.text.start < end and start < one.text.end)

    if item["kind"] == "event":
        return any(map(event, record.events))
    return any(map(position, record.positions))


def draw(record_of: Iterable[tuple[int, Record]], *, seed: int, count: int) -> list[dict[str, Any]]:
    """So many events and positions at random, to be judged by a person; ``right`` is not set."""
    drawn = random.Random(seed)
    rows: list[dict[str, Any]] = []
    records = list(record_of)
    for kind in ("event", "position"):
        items = [
            (story, record, item)
            for story, record in records
            for item in (record.events if kind == "event" else record.positions)
        ]
        for story, record, item in drawn.sample(items, min(count, len(items))):
            rows.append({"kind": kind, "story": story, **_row(item, record)})
    return rows


def _row(item: Event | Position, record: Record) -> dict[str, Any]:
    names = {actor.id: actor.name for actor in record.actors}
    if isinstance(item, Event):
        return {
            "span": list(item.anchors[0]),
            "type": item.type,
            "status": item.status,
            "actors": [names[i] for i in item.actors],
            "recipients": [names[i] for i in item.recipients],
        }
    return {
        "span": list(item.text),
        "party": names[item.party],
        "stance": item.stance,
        "issue": item.issue.id,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.events", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--draw", type=int, help="print so many of each to be judged, by this seed")
    arguments = parser.parse_args()
    reader = Reader()
    if arguments.draw is not None:
        with gzip.open(arguments.data / STORIES, "rt", encoding="utf-8") as file:
            stories = [json.loads(line) for line in file]
        records = [
            (number, reader.read_text(story["text"], published=story["date"]))
            for number, story in enumerate(stories)
        ]
        for row in draw(records, seed=arguments.draw, count=40):
            print(json.dumps(row, ensure_ascii=False))
        return
    scores = measure_events(arguments.data / GOLD, reader)
    print(f"types {scores.types.f1:.3f}, countries {scores.countries.f1:.3f}")
    print(measure_false_events(arguments.data / PAGES, reader))
    print(measure_starting_page(arguments.data.parent / STARTING_PAGE, reader))
    print(measure_checked())


if __name__ == "__main__":
    main()
