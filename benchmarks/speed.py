"""Speed, memory and start-up time, on one thread, each in a process of its own.

The bare pass is the network alone on the same windows: tokenising, finding
stories, decoding, statements and verification are what the whole read adds to it.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

PAGES = 24
ROUNDS = 5
EXAMPLE = Path(__file__).parent.parent / "examples" / "harbour-talks.txt"


def measure_speed() -> dict[str, float]:
    """Medians over rounds; ratios are taken within a round, so a busy machine weighs on both."""
    figures = _in_process("_throughput")
    cold = [_in_process("_first_read") for _ in range(ROUNDS)]
    figures["import and first read, s"] = statistics.median(one["seconds"] for one in cold)
    figures["import, s"] = statistics.median(one["import"] for one in cold)
    figures["peak memory of many reads, MB"] = _in_process("_many_reads")["memory"]
    figures["peak memory of one read, MB"] = statistics.median(one["memory"] for one in cold)
    return figures


def _in_process(function: str) -> dict[str, float]:
    """What ``function`` of this module prints as JSON in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", function],
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _first_read() -> dict[str, float]:
    began = time.perf_counter()
    import onrecord

    imported = time.perf_counter()
    onrecord.read(EXAMPLE)
    return {
        "import": imported - began,
        "seconds": time.perf_counter() - began,
        "memory": _peak(),
    }


def _many_reads() -> dict[str, float]:
    """What a reader holds at most over many pages; the bare pass would load a second model."""
    from onrecord import Reader

    for _ in Reader(threads=1).read_texts(_pages()):
        pass
    return {"memory": _peak()}


def _throughput() -> dict[str, float]:
    """Whole read and bare pass of the same pages of about 600 words, in turn."""
    from onrecord import Reader
    from onrecord.reading import Model

    pages = _pages()
    reader = Reader(threads=1)
    model = Model.load(threads=1)
    windows = [
        window
        for record in reader.read_texts(pages)
        for story in record.stories
        for window in model.windows(record.page.text, [story.passage])
    ]
    pieces = sum(len(window.ids) for window in windows)
    whole, bare = [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in reader.read_texts(pages):
            pass
        middle = time.process_time()
        for window in windows:
            model.session.run(window)
        whole.append(middle - began)
        bare.append(time.process_time() - middle)
    ratios = [one / other for one, other in zip(whole, bare, strict=True)]
    return {
        "words a page": sum(len(page.split()) for page in pages) / len(pages),
        "whole read ÷ bare pass": statistics.median(ratios),
        "pages a second, warm": len(pages) / statistics.median(whole),
        "pieces a second, bare pass": pieces / statistics.median(bare),
    }


def _pages() -> list[str]:
    """Pages of about 600 words: the example's paragraphs, turned about so that none are alike."""
    lines = [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line]
    article = [line for line in lines if len(line) > 120]
    pages = []
    for turn in range(PAGES):
        at = turn % len(article)
        page, words = [], 0
        for line in (article[at:] + article[:at]) * 4:
            if words >= 600:
                break
            page.append(line)
            words += len(line.split())
        pages.append("\n".join(page))
    return pages


def _peak() -> float:
    """The process's peak resident memory in MB.

    Where the system shows it: ``ru_maxrss`` of a child would begin with its parent's.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.stdout.write(
        json.dumps(
            {"_throughput": _throughput, "_many_reads": _many_reads, "_first_read": _first_read}[
                sys.argv[1]
            ]()
        )
    )
