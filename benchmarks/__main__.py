"""``python -m benchmarks --data FOLDER --out BENCHMARKS.md``: everything measured in one run."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks import pages
from benchmarks.attribution import Score
from benchmarks.pages import data_folder
from benchmarks.reading import HUMANS, measure_attribution
from benchmarks.sentences import measure_sentences
from benchmarks.speed import measure_speed
from onrecord.reading.bundle import Bundle

PEERS = ("trafilatura", "resiliparse", "newspaper4k", "readability-lxml", "nupunkt")
TARGETS = {
    "characters source": 0.85,
    "characters cue": 0.72,
    "characters content": 0.91,
    "exact source": 0.77,
    "exact cue": 0.69,
    "exact content": 0.63,
    "linked": 0.72,
}
"""What this version set out to reach on PolNeAR dev."""


def main() -> None:
    """Measure what the data at hand allows, and write it down."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=main.__doc__)
    parser.add_argument("--data", type=Path, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, help="where to write; standard output without")
    arguments = parser.parse_args()
    text = "\n\n".join(_sections(data_folder(arguments.data))) + "\n"
    if arguments.out is None:
        sys.stdout.write(text)
    else:
        arguments.out.write_text(text, encoding="utf-8")


def _sections(data: Path | None) -> Iterable[str]:
    yield "# Benchmarks"
    yield (
        "Written by `make bench`; every figure was printed by the code in `benchmarks/`, in one "
        f"run on {date.today().isoformat()}. {_machine()} Speeds are of this machine and of one "
        "thread."
    )
    if data is None:
        yield "There was no data folder, so accuracy was not measured: `make bench DATA=folder`."
    else:
        yield from _accuracy(data)
    yield from _speed(measure_speed())


def _accuracy(data: Path) -> Iterable[str]:
    if (data / "attribution" / "polnear-dev.jsonl.gz").is_file():
        yield from _attribution(measure_attribution(data / "attribution"))
    yield from _pages(pages.measure(data))
    if (data / "syntax" / "ewt-dev.conllu.gz").is_file():
        yield "## Sentences"
        yield "F1 of boundaries, against the dev parts of UD EWT and GUM, paragraphs unbroken."
        yield table(measure_sentences(data / "syntax"))


def _attribution(scores: Mapping[str, Score]) -> Iterable[str]:
    yield "## Attribution: who is said to have said what"
    yield (
        "The record's statements on the 84 articles of PolNeAR dev (Newell, Margolin, Ruths 2018), "
        "read as any page is. *Characters*: those labelled with a role. *Exact*: spans. *Linked*: "
        "content overlap (intersection over union) of at least half, and the right source. "
        "*Humans*: two annotators of the corpus against each other. The model was chosen and "
        "its decoding set on these articles; a test part is kept aside."
    )
    rows = {
        name: {
            "precision": score.precision,
            "recall": score.recall,
            "F1": score.f1,
            "set out to reach": TARGETS[name],
            "humans": HUMANS[name],
        }
        for name, score in scores.items()
    }
    yield table(rows)


def _pages(figures: Mapping[str, object]) -> Iterable[str]:
    yield "## Pages"
    bodies = figures.get("bodies")
    if isinstance(bodies, Mapping):
        yield (
            "Article bodies of 91 web pages against bodies cut out by hand, by shingles of four "
            "words, headline left out; means over pages."
        )
        yield table(bodies)
    joined = figures.get("joined")
    if isinstance(joined, Mapping):
        yield (
            "Stories on pages of plain text, joined from articles as sites join them "
            "(`training/pages/`), held-out articles:"
        )
        yield table({name: {"": value} for name, value in joined.items()})
    whole = figures.get("whole")
    if isinstance(whole, Mapping):
        yield "Articles of PolNeAR dev as they are, where any teaser found is a false one:"
        yield table({name: {"": value} for name, value in whole.items()})


def _speed(figures: Mapping[str, float]) -> Iterable[str]:
    yield "## Speed and memory"
    yield (
        "One thread. The bare pass is the network alone on the same windows in the same batches; "
        "each figure is the median of five rounds, ratios within a round."
    )
    yield table({name: {"": value} for name, value in figures.items()})


def table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """A Markdown table; a row a key, columns as in the first row."""
    columns = list(next(iter(rows.values())))
    lines = [_line(["", *columns]), _line(["---", *("---:" for _ in columns)])]
    lines += [
        _line([name, *(_number(row[column]) if column in row else "" for column in columns)])
        for name, row in rows.items()
    ]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _number(value: float) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.3f}" if abs(value) < 10 else f"{value:,.0f}"


def _machine() -> str:
    installed = []
    for peer in PEERS:
        try:
            installed.append(f"{peer} {version(peer)}")
        except PackageNotFoundError:
            continue
    weights = json.dumps(Bundle.load().manifest.files["model.onnx"][:12])
    return (
        f"Machine: {_processor()}, Python {platform.python_version()}, model {weights}; "
        f"{', '.join(installed)}."
    )


def _processor() -> str:
    """The processor's own name where the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
