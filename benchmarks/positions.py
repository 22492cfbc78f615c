"""Positions: who wants, offers and refuses what, in passages written for this measure.

``python -m benchmarks.positions`` prints the figures. ``positions.jsonl`` has 60 passages of one to
three sentences, in the styles of wire, broadcast and press release, about invented countries and
about public matters between real ones; eight of them have no position. They were annotated by a
guide and read a second time, blind, before they counted. What they say of real states was made up.

Two positions are the same if party and stance are equal and the words of their texts overlap to at
least half (token F1, case and punctuation aside). A party is right by its country; one without a
code by its name, in the actor's name or office, or by a mention in the words that show it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.attribution import Score
from onrecord import Reader
from onrecord.record import Actor, Position, Record, Span

PASSAGES = Path(__file__).parent / "positions.jsonl"
SAME = 0.5
"""The overlap from which two texts are one."""

Read = Callable[[str], Record]
"""From a text to its record."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Gold:
    """A position as annotated; ``party`` is a country code or a name."""

    party: str
    party_span: Span
    stance: str
    text: Span
    toward: str | None
    condition: Span | None
    reported_by: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its positions."""

    id: str
    style: str
    text: str
    positions: tuple[Gold, ...]


def passages(path: Path = PASSAGES) -> Iterator[Passage]:
    """The passages of a file, one a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        gold = tuple(map(_gold, item["positions"]))
        yield Passage(item["id"], item["style"], item["text"], gold)


def measure_positions(read: Read, path: Path = PASSAGES) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of positions, in all and by style.

    Beside them, of the positions found, the share with the right condition, addressee and reporter.
    """
    counts: dict[str, list[tuple[int, int, int]]] = {"all": []}
    shares: Counter[str] = Counter()
    for passage in passages(path):
        record = read(passage.text)
        pairs = matched(passage, record)
        for name in ("all", passage.style):
            counts.setdefault(name, []).append(
                (len(pairs), len(record.positions), len(passage.positions))
            )
        for gold, found in pairs:
            shares.update(_right(passage.text, record, gold, found))
    rows: dict[str, dict[str, float]] = {}
    for name, triples in counts.items():
        score = Score(*map(sum, zip(*triples, strict=True)))
        rows[name] = {"precision": score.precision, "recall": score.recall, "F1": score.f1}
    count = max(1, shares["found"])
    rows["all"] |= {
        "condition": shares["condition"] / count,
        "toward": shares["toward"] / count,
        "reported by": shares["reported by"] / count,
    }
    return rows


def matched(passage: Passage, record: Record) -> list[tuple[Gold, Position]]:
    """The annotated positions with those found for them, each used once, the likest first."""
    actors = {actor.id: actor for actor in record.actors}
    left = list(record.positions)
    pairs: list[tuple[Gold, Position]] = []
    for gold in passage.positions:
        overlaps = [
            (overlap(passage.text, gold.text, found.text), found)
            for found in left
            if found.stance == gold.stance
            and is_party(gold.party, gold.party_span, actors[found.party], actors)
        ]
        best = max(overlaps, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= SAME:
            left.remove(best[1])
            pairs.append((gold, best[1]))
    return pairs


def is_party(name: str, span: Span | None, actor: Actor, actors: Mapping[str, Actor]) -> bool:
    """Whether an actor is the party of a code or name, or is named by the words of ``span``."""
    if len(name) == 3 and name.isupper():
        return actor.country == name
    names = [actor.name, *(role.title for role in actor.roles)]
    names += [actors[role.of].name for role in actor.roles if role.of and role.of in actors]
    stem = name.lower()[: max(5, len(name) - 1)]
    if stem in " ".join(names).lower():
        return True
    return span is not None and any(
        mention.start < span.end and span.start < mention.end for mention in actor.mentions
    )


def overlap(text: str, one: Span, other: Span) -> float:
    """F1 of the words of two spans, case and punctuation aside."""
    left, right = (Counter(_WORD.findall(text[s.start : s.end].lower())) for s in (one, other))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def _right(text: str, record: Record, gold: Gold, found: Position) -> list[str]:
    """What is right about a position besides party, stance and text."""
    actors = {actor.id: actor for actor in record.actors}
    right = ["found"]
    if gold.condition is None or found.condition is None:
        same = gold.condition is found.condition
    else:
        same = overlap(text, gold.condition, found.condition) >= SAME
    right += ["condition"] if same else []
    for name, wanted, actor in (
        ("toward", gold.toward, found.toward),
        ("reported by", gold.reported_by, found.reported_by),
    ):
        if wanted is None or actor is None:
            right += [name] if wanted is actor else []
        elif is_party(wanted, None, actors[actor], actors):
            right.append(name)
    return right


def _gold(item: Mapping[str, Any]) -> Gold:
    condition = item["condition"]
    return Gold(
        item["party"],
        Span(*item["party_span"]),
        item["stance"],
        Span(*item["text"]),
        item["toward"],
        None if condition is None else Span(*condition),
        item["reported_by"],
    )


def main(arguments: Sequence[str] = ()) -> None:
    """Print the figures; with ``--wrong`` also what is missed and what is found too much."""
    reader = Reader()
    for name, row in measure_positions(reader.read_text).items():
        figures = "  ".join(f"{key} {value:.3f}" for key, value in row.items())
        sys.stdout.write(f"{name:14} {figures}\n")
    if "--wrong" in arguments:
        for passage in passages():
            _print_wrong(passage, reader.read_text(passage.text))


def _print_wrong(passage: Passage, record: Record) -> None:
    pairs = matched(passage, record)
    hits, found = [gold for gold, _ in pairs], [position for _, position in pairs]
    names = {actor.id: actor.name for actor in record.actors}
    missed = [
        ("missed", g.party, g.stance, passage.text[slice(*g.text)])
        for g in passage.positions
        if g not in hits
    ]
    added = [
        ("added", names[p.party], p.stance, passage.text[slice(*p.text)])
        for p in record.positions
        if p not in found
    ]
    for line in (*missed, *added):
        sys.stdout.write(f"{passage.id}: {' | '.join(line)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
