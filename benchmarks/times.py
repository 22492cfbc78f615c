"""Times against TimeML: ``python -m benchmarks.times --data FOLDER``.

TimeBank and AQUAINT as TempEval-3 gave them out, and the WikiWars histories, which tell of times
long before they were written. The document creation time stands for the day of publication. The
figures are TempEval-3's (UzZaman et al. 2013): *strict* and *relaxed* F1 of spans (the same words;
words in common), and type and value F1, which are relaxed F1 times the share of the matched times
whose type or value is the gold's, letter for letter.

TimeBank and AQUAINT may be measured on only: no weight was fitted to them. The grammar's rules
were tuned on their errors, so the figures say how well the rules fit these corpora, not more.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from onrecord.meaning.times import find_times
from onrecord.reading import Model
from onrecord.reading.types import Reading
from onrecord.record import Block, Span, Story

CORPORA = {
    "TimeBank": Path("times", "timebank"),
    "AQUAINT": Path("times", "aquaint"),
    "WikiWars": Path("times-free", "wikiwars"),
}

_TAG = re.compile(r"<(/?)([A-Za-z0-9_]+)([^<>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Labelled:
    """A time as a span of the text with its TIMEX3 type and value."""

    span: Span
    type: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its times and the day on which it was made."""

    name: str
    text: str
    created: date | None
    times: tuple[Labelled, ...]


@dataclass(slots=True)
class Counts:
    """What was found and what was there; how much of it agrees."""

    found: int = 0
    gold: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0

    def add(self, other: Counts) -> None:
        """Count another document in."""
        for field in fields(Counts):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def figures(self) -> dict[str, float]:
        """TempEval-3's figures, and relaxed precision and recall."""
        total = max(self.found + self.gold, 1)
        return {
            "precision": self.relaxed / max(self.found, 1),
            "recall": self.relaxed / max(self.gold, 1),
            "strict": 2 * self.strict / total,
            "relaxed": 2 * self.relaxed / total,
            "type": 2 * self.type / total,
            "value": 2 * self.value / total,
        }


Finder = Callable[[Document], Sequence[Labelled]]


def measure(data: Path, find: Finder | None = None) -> dict[str, dict[str, float]]:
    """The figures of each corpus at hand, and of TimeBank and AQUAINT together."""
    find = find or found_in
    rows: dict[str, Counts] = {}
    for name, folder in CORPORA.items():
        if (data / folder).is_dir():
            rows[name] = Counts()
            for document in documents(data / folder):
                rows[name].add(compare(find(document), document.times))
    together = Counts()
    for name in ("TimeBank", "AQUAINT"):
        together.add(rows.get(name, Counts()))
    if together.gold:
        rows["TimeBank and AQUAINT"] = together
    return {name: counts.figures() for name, counts in rows.items()}


def compare(found: Sequence[Labelled], gold: Sequence[Labelled]) -> Counts:
    """Each gold time is matched with the first found one that shares words with it, once."""
    counts = Counts(found=len(found), gold=len(gold))
    left = sorted(found, key=lambda time: time.span)
    for time in sorted(gold, key=lambda time: time.span):
        for other in left:
            if _meet(other.span, time.span):
                counts.relaxed += 1
                counts.strict += other.span == time.span
                counts.type += other.type == time.type
                counts.value += other.value == time.value
                left.remove(other)
                break
    return counts


def found_in(document: Document, reading: Reading | None = None) -> list[Labelled]:
    """What the package finds in a document."""
    found = find_times(
        document.name, document.text, (story_of(document.text),), reading or Reading(),
        published=document.created,
    )  # fmt: skip
    return [Labelled(time.span, time.type, time.value) for time in found.times]


def reader() -> Finder:
    """Finds with what the package's model reads, as a whole read does."""
    model = Model.load(threads=1)

    def find(document: Document) -> list[Labelled]:
        passage = story_of(document.text).passage
        return found_in(document, model.read(document.text, [passage]))

    return find


def story_of(text: str) -> Story:
    """The text as a story with a block for each paragraph."""
    blocks = tuple(
        Block(kind="paragraph", span=Span(*match.span()))
        for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    )
    return Story(id="story", kind="article", span=Span(0, len(text)), blocks=blocks)


def documents(folder: Path) -> Iterator[Document]:
    """The TimeML files of a folder."""
    for path in sorted(folder.glob("*.tml")):
        yield read_timeml(path.stem, path.read_text(encoding="utf-8", errors="replace"))


def read_timeml(name: str, source: str) -> Document:
    """The running text of a TimeML document without its tags."""
    head, _, rest = source.partition("<TEXT>")
    created = re.search(r"<DCT>.*?value=\"(\d{4})-?(\d\d)-?(\d\d)", head, re.DOTALL)
    body = rest.rpartition("</TEXT>")[0]
    text, at = "", 0
    opened: list[tuple[int, dict[str, str]]] = []
    times: list[Labelled] = []
    for tag in _TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if not tag[1]:
            opened.append((len(text), dict(_ATTRIBUTE.findall(tag[3]))))
        elif opened:
            start, attributes = opened.pop()
            value = attributes.get("value")
            times.append(Labelled(Span(start, len(text)), attributes.get("type", "DATE"), value))
    text += html.unescape(body[at:])
    day = date(*(int(part) for part in created.groups())) if created else None
    return Document(name, text, day, tuple(times))


def measure_values(data: Path, *, every: int = 5) -> dict[str, float]:
    """Share of the values that are right on every so many gold spans, beside dateparser's.

    dateparser is given the gold span and the day, and its day is cut to the length of the gold
    value, so that it need not know how exact the words are. Empty where it is not installed.
    """
    if find_spec("dateparser") is None:
        return {}
    parse = import_module("dateparser").parse
    right = {"onrecord": 0, "dateparser": 0}
    times = [
        (document, time)
        for name in ("TimeBank", "AQUAINT")
        for document in documents(data / CORPORA[name])
        for time in document.times
    ][::every]
    for document, time in times:
        ours = (other for other in found_in(document) if _meet(other.span, time.span))
        right["onrecord"] += any(other.value == time.value for other in ours)
        base = datetime.combine(document.created or date.today(), datetime.min.time())
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        words = " ".join(document.text[time.span.start : time.span.end].split())
        parsed = parse(words, languages=["en"], settings=settings)
        day = parsed.date().isoformat() if parsed else ""
        right["dateparser"] += bool(day) and day[: len(time.value or "")] == time.value
    return {name: count / len(times) for name, count in right.items()} if times else {}


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.times", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    arguments = parser.parse_args()
    for name, figures in measure(arguments.data, reader()).items():
        shown = "  ".join(f"{key} {value:.3f}" for key, value in figures.items())
        sys.stdout.write(f"{name:24}{shown}\n")
    for name, share in measure_values(arguments.data).items():
        sys.stdout.write(f"values right on gold spans, {name}: {share:.3f}\n")


if __name__ == "__main__":
    main()
