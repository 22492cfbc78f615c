"""``python -m benchmarks.actors --data FOLDER``: pronouns of GAP, and speakers resolved to names.

GAP (Webster et al. 2018): each pronoun comes with two names; a name counts as chosen when pronoun
and name stand for the same actor. F1 over all 2 · n decisions, as the official scorer has it; the
bias is the F1 of feminine over that of masculine pronouns.

Speakers: 241 sources of PolNeAR's dev articles with the full names that a reader gives them,
``speakers-polnear-dev.jsonl``. A source is right when the actors found are those of the list, no
more and no fewer; acceptable forms of one name are joined by "|". Where the article names nobody,
a source is right when no actor with a name is found.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.attribution import Score
from onrecord.meaning.actors import Actors, Coder, find_actors
from onrecord.meaning.actors.names import body_parts, person_name, same_person
from onrecord.reading.types import Reading
from onrecord.record import Actor, Block, Span, Story

SPEAKERS = Path(__file__).parent / "speakers-polnear-dev.jsonl"

Read = Callable[[str, Sequence[Story]], Reading]
"""Text and stories to a reading."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A source of the list, what is expected, and the names of the actors found."""

    document: str
    words: str
    kind: str
    expected: tuple[str, ...]
    found: tuple[str, ...]
    right: bool


def measure_gap(path: Path, read: Read, coder: Coder) -> dict[str, float]:
    """``f1``, ``precision``, ``recall`` over all pronouns, and ``bias``."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for pronoun, decisions in gap_decisions(path, read, coder):
        gender = "f" if pronoun.lower() in ("she", "her", "hers") else "m"
        for chosen, true in decisions:
            right[gender] += chosen and true
            found[gender] += chosen
            gold[gender] += true
    total = Score(right.total(), found.total(), gold.total())
    by_gender = {g: Score(right[g], found[g], gold[g]).f1 for g in "fm"}
    return {
        "f1": total.f1,
        "precision": total.precision,
        "recall": total.recall,
        "bias": by_gender["f"] / by_gender["m"] if by_gender["m"] else 0.0,
    }


def gap_decisions(
    path: Path, read: Read, coder: Coder
) -> Iterator[tuple[str, list[tuple[bool, bool]]]]:
    """Of each passage the pronoun, and for both names whether it is chosen, and is true."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["Text"]
            actors = actors_of(text, read, coder)
            meant = set(actors.who(_span(row["Pronoun"], int(row["Pronoun-offset"]))))
            decisions = []
            for name in "AB":
                known = set(actors.who(_span(row[name], int(row[f"{name}-offset"]))))
                decisions.append((bool(meant & known), row[f"{name}-coref"] == "TRUE"))
            yield row["Pronoun"], decisions


def _span(words: str, start: int) -> Span:
    return Span(start, start + len(words))


def actors_of(text: str, read: Read, coder: Coder) -> Actors:
    """The actors of a text that is one story; each line is a paragraph."""
    stories = (story_of(text),)
    return find_actors("page", text, stories, read(text, stories), coder)


def story_of(text: str) -> Story:
    """The text as one article."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", span=Span(start, start + len(line))))
        start += len(line) + 1
    return Story(id="story", kind="article", span=Span(0, len(text)), blocks=tuple(blocks))


def resolved_speakers(articles: Path, read: Read, coder: Coder) -> Iterator[Resolved]:
    """Every source of the list with what was found for it."""
    with gzip.open(articles, "rt", encoding="utf-8") as file:
        texts = {a["name"]: a["text"] for a in map(json.loads, file)}
    actors: dict[str, Actors] = {}
    for line in SPEAKERS.read_text(encoding="utf-8").splitlines():
        entry: dict[str, Any] = json.loads(line)
        name, span = entry["document"], Span(*entry["source"])
        if name not in actors:
            actors[name] = actors_of(texts[name], read, coder)
        known = {actor.id: actor for actor in actors[name].actors}
        found = [known[identity] for identity in actors[name].who(span)]
        expected = tuple(entry["names"])
        yield Resolved(
            name,
            texts[name][span.start : span.end],
            entry.get("words_kind", ""),
            expected,
            tuple(actor.name for actor in found),
            _is_right(expected, found),
        )


def _is_right(expected: Sequence[str], found: Sequence[Actor]) -> bool:
    if not expected:
        return not any(actor.kind == "person" and actor.name[:1].isupper() for actor in found)
    named = [actor for actor in found if actor.kind != "group"]
    if len(named) > len(expected):
        return False
    return all(
        any(_is_called(actor, form) for actor in found for form in wanted.split("|"))
        for wanted in expected
    )


def _is_called(actor: Actor, name: str) -> bool:
    if actor.kind == "person":
        one, other = person_name(actor.name), person_name(name)
        return one.parts == other.parts or (
            one.is_full and other.is_full and same_person(one, other)
        )
    return body_parts(actor.name) == body_parts(name)


def measure_speakers(articles: Path, read: Read, coder: Coder) -> dict[str, float]:
    """``named``: share right where the article names the speaker; ``unnamed``: where not."""
    results = list(resolved_speakers(articles, read, coder))
    figures: dict[str, float] = {}
    for label, part in (
        ("named", [r for r in results if r.expected]),
        ("unnamed", [r for r in results if not r.expected]),
    ):
        figures[label] = sum(r.right for r in part) / len(part) if part else 0.0
        figures[f"{label} count"] = len(part)
    return figures


def model_reader() -> Read:
    """Reads with the package's model."""
    from onrecord.reading import Model

    model = Model.load(threads=1)

    def read(text: str, stories: Sequence[Story]) -> Reading:
        passages = [story.passage for story in stories]
        return model.read(text, passages)

    return read


def package_coder() -> Coder:
    """The package's coder."""
    from onrecord.meaning.codes import Coder as PackageCoder

    return PackageCoder.load()


def main() -> None:
    """Print all figures; with ``--errors`` also the sources that were resolved wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    read, coder = model_reader(), package_coder()
    articles = arguments.data / "attribution" / "polnear-dev.jsonl.gz"
    gap = measure_gap(arguments.data / "coreference" / "gap-validation.tsv.gz", read, coder)
    print("GAP validation  ", "  ".join(f"{k} {v:.3f}" for k, v in gap.items()))
    speakers = measure_speakers(articles, read, coder)
    print("speakers        ", "  ".join(f"{k} {v:.3f}" for k, v in speakers.items()))
    if arguments.errors:
        for item in resolved_speakers(articles, read, coder):
            if not item.right:
                print(item.document, item.kind, repr(item.words), item.expected, item.found)


if __name__ == "__main__":
    main()
