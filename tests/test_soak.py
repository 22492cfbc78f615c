"""Thousands of pages, one after another: memory and speed hold. Run by `make soak`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Reader

pytestmark = pytest.mark.soak

EXAMPLES = Path(__file__).parent.parent / "examples"

PAGES = 2_000
WARM_UP = 200
GROWTH_ALLOWED = 40_000_000
"""Bytes of memory that may be added after the warm-up."""

SLOWER_ALLOWED = 1.5
"""How many times longer the last tenth of the pages may take than the first after warm-up."""


def resident_bytes() -> int:
    """The memory that this process holds now."""
    status = Path("/proc/self/status")
    if not status.exists():
        pytest.skip("no /proc here; run it on Linux")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


def pages() -> Iterator[bytes]:
    """Pages that differ, so that nothing can be remembered."""
    examples = [path.read_bytes() for path in sorted(EXAMPLES.iterdir())]
    for number in range(PAGES):
        page = examples[number % len(examples)]
        yield page.replace(b"Brandvold", f"Brandvold{number}".encode())


def test_memory_and_speed_hold(reader: Reader) -> None:
    tenth = (PAGES - WARM_UP) // 10
    times: list[float] = []
    before = 0
    for number, record in enumerate(reader.read_many(pages())):
        assert record.statements
        times.append(time.process_time())
        if number == WARM_UP:
            before = resident_bytes()
    assert len(times) == PAGES
    assert resident_bytes() - before < GROWTH_ALLOWED
    first = times[WARM_UP + tenth] - times[WARM_UP]
    last = times[-1] - times[-1 - tenth]
    assert last < SLOWER_ALLOWED * first
