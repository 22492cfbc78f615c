"""How well pages are read: stories on joined pages, false teasers, article bodies of HTML.

    python -m benchmarks.pages --data FOLDER

Joined pages are drawn with a fixed seed from articles that no weight was fitted on. Article bodies
are compared with hand-made ones by four-token shingles, the headline left out, for onrecord and its
peers in the same run.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from benchmarks.bodies import measure_bodies
from benchmarks.joins import measure_joined, measure_whole

DEFAULT_DATA = Path("../shared/data")
PAGES = 300
SEED = 2026


def measure(data: Path | None) -> dict[str, Any]:
    """All figures of this benchmark; a part without its data is named in ``missing``."""
    found: dict[str, Any] = {"missing": []}
    if data is None or not data.is_dir():
        found["missing"].append("no data folder: give --data or set ONRECORD_DATA")
        return found
    if (data / "attribution/polnear-train.jsonl.gz").is_file():
        found["joined"] = measure_joined(data, PAGES, SEED)
    else:
        found["missing"].append("attribution/polnear-train.jsonl.gz")
    if (data / "attribution/polnear-dev.jsonl.gz").is_file():
        found["whole"] = measure_whole(data / "attribution/polnear-dev.jsonl.gz")
    else:
        found["missing"].append("attribution/polnear-dev.jsonl.gz")
    if (data / "pages/ground-truth.json").is_file():
        found["bodies"] = measure_bodies(data / "pages")
    else:
        found["missing"].append("pages/ground-truth.json")
    return found


def data_folder(given: Path | None) -> Path | None:
    """The data folder: as given, or ``ONRECORD_DATA``, or the default where it exists."""
    folder = given or Path(os.environ.get("ONRECORD_DATA", DEFAULT_DATA))
    return folder if folder.is_dir() else None


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path)
    _show(measure(data_folder(parser.parse_args().data)), 0)


def _show(figures: dict[str, Any], level: int) -> None:
    for name, value in figures.items():
        if isinstance(value, dict):
            print("  " * level + name)
            _show(value, level + 1)
        elif value or value == 0:
            shown = f"{value:.4f}" if isinstance(value, float) else value
            print("  " * level + f"{name:28} {shown}")


if __name__ == "__main__":
    main()
