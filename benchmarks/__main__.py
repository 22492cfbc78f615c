"""``python -m benchmarks --data FOLDER --out BENCHMARKS.md``: everything measured in one run.

The figures that README.md and MODEL_CARD.md show stand between markers there, and are renewed by
the same run.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import platform
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks import pages
from benchmarks.attribution import Score
from benchmarks.layers import Layer, layers_of
from benchmarks.pages import data_folder
from benchmarks.reading import HUMANS, measure_attribution
from benchmarks.sentences import measure_sentences
from benchmarks.speed import measure_speed
from onrecord.reading.bundle import Bundle

POLNEAR_DEV = Path("attribution", "polnear-dev.jsonl.gz")
EWT_DEV = Path("syntax", "ewt-dev.conllu.gz")
FIGURES = re.compile(r"(<!-- figures -->)(.*?)(<!-- end of figures -->)", flags=re.DOTALL)
PEERS = (
    "trafilatura",
    "resiliparse",
    "newspaper4k",
    "readability-lxml",
    "sentencex",
    "nupunkt",
)
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
    measured = measure(data_folder(arguments.data))
    text = "\n\n".join(_sections(measured)) + "\n"
    if arguments.out is None:
        sys.stdout.write(text)
        return
    arguments.out.write_text(text, encoding="utf-8")
    if measured.attribution and measured.bodies:
        renew(arguments.out.parent, table(_summary(measured)))


@dataclass(frozen=True, slots=True)
class Measured:
    """All figures of a run; empty where there was no data."""

    attribution: Mapping[str, Score]
    bodies: Mapping[str, Mapping[str, float]]
    joined: Mapping[str, float]
    whole: Mapping[str, float]
    sentences: Mapping[str, Mapping[str, float]]
    layers: Sequence[Layer]
    speed: Mapping[str, float]


def measure(data: Path | None) -> Measured:
    """Everything that the data at hand allows."""
    has_attribution = data is not None and (data / POLNEAR_DEV).is_file()
    has_syntax = data is not None and (data / EWT_DEV).is_file()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as beside:
        layers = None if data is None else beside.submit(layers_of, data)
        found = pages.measure(data)
        return _measured(data, found, layers, attribution=has_attribution, syntax=has_syntax)


def _measured(
    data: Path | None,
    found: Mapping[str, Any],
    layers: Future[list[Layer]] | None,
    *,
    attribution: bool,
    syntax: bool,
) -> Measured:
    """All figures; speed comes last, when nothing runs beside it."""
    return Measured(
        attribution=measure_attribution(data / "attribution") if data and attribution else {},
        bodies=found.get("bodies", {}),
        joined=found.get("joined", {}),
        whole=found.get("whole", {}),
        sentences=measure_sentences(data / "syntax") if data and syntax else {},
        layers=[] if layers is None else layers.result(),
        speed=measure_speed(),
    )


def _summary(measured: Measured) -> dict[str, dict[str, str]]:
    """The few rows that the README shows."""
    rows = {
        f"{name}, F1 on PolNeAR dev": {
            "onrecord": f"{score.f1:.3f}",
            "for comparison": f"two people {HUMANS[name]:.3f}",
        }
        for name, score in measured.attribution.items()
    }
    ours, trafilatura = (measured.bodies.get(name, {}) for name in ("onrecord", "trafilatura"))
    if trafilatura:
        rows["article body, F1 on 91 web pages"] = {
            "onrecord": f"{ours['f1']:.3f}",
            "for comparison": f"trafilatura {trafilatura['f1']:.3f}",
        }
    rows["teasers told from the article, recall"] = {
        "onrecord": f"{measured.joined['teaser recall']:.3f}",
        "for comparison": f"precision {measured.joined['teaser precision']:.3f}",
    }
    rows["pages of 600 words a second, one thread"] = {
        "onrecord": f"{measured.speed['pages a second, warm']:.1f}",
        "for comparison": f"{measured.speed['whole read ÷ bare pass']:.2f} times the bare network",
    }
    return rows


def renew(folder: Path, shown: str) -> None:
    """Put the summary between the markers of the documents that have them."""
    for name in ("README.md", "MODEL_CARD.md"):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        path.write_text(FIGURES.sub(lambda m: f"{m[1]}\n{shown}\n{m[3]}", text), encoding="utf-8")


def _sections(measured: Measured) -> Iterable[str]:
    yield "# Benchmarks"
    yield (
        "Written by `make bench`; every figure was printed by the code in `benchmarks/`, in one "
        f"run on {date.today().isoformat()}. {_machine()} Speeds are of this machine and of one "
        "thread."
    )
    if not (measured.attribution or measured.bodies or measured.sentences):
        yield "There was no data folder, so accuracy was not measured: `make bench DATA=folder`."
    if measured.attribution:
        yield from _attribution(measured.attribution)
    if measured.bodies or measured.joined or measured.whole:
        yield from _pages(measured)
    if measured.sentences:
        yield "## Sentences"
        yield "F1 of boundaries, against the dev parts of UD EWT and GUM, paragraphs unbroken."
        yield table(measured.sentences)
    for layer in measured.layers:
        yield f"## {layer.heading}"
        yield layer.meaning
        yield table(layer.rows)
    yield from _speed(measured.speed)


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


def _pages(measured: Measured) -> Iterable[str]:
    yield "## Pages"
    if measured.bodies:
        yield (
            "Article bodies of 91 web pages against bodies cut out by hand, by shingles of four "
            "words, headline left out; means over pages."
        )
        yield table(measured.bodies)
    if measured.joined:
        yield (
            "Stories on pages of plain text, joined from articles as sites join them "
            "(`training/pages/`), held-out articles:"
        )
        yield table({name: {"": value} for name, value in measured.joined.items()})
    if measured.whole:
        yield "Articles of PolNeAR dev as they are, where any teaser found is a false one:"
        yield table({name: {"": value} for name, value in measured.whole.items()})


def _speed(figures: Mapping[str, float]) -> Iterable[str]:
    yield "## Speed and memory"
    yield (
        "One thread, numpy held to one too. The bare pass is the network alone on the same "
        "windows; figures are medians of five rounds, ratios within a round; memory of many "
        "reads is of one."
    )
    yield table({name: {"": value} for name, value in figures.items()})


def table(rows: Mapping[str, Mapping[str, float | str]]) -> str:
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


def _number(value: float | str) -> str:
    if isinstance(value, str):
        return value
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
