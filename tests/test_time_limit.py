"""A piece of work ends in time or is given up."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from onrecord.errors import EmptySource, ReadingTimeout
from onrecord.time_limit import within


def test_work_in_time_gives_its_result() -> None:
    assert within(5, lambda: 6 * 7, source="a page") == 42
    assert within(5, lambda: None, source="a page") is None


def test_an_error_is_passed_on() -> None:
    def work() -> None:
        raise EmptySource("nothing")

    with pytest.raises(EmptySource):
        within(5, work, source="a page")


@pytest.mark.parametrize("in_main_thread", [True, False])
def test_endless_work_is_given_up_and_its_thread_ends(in_main_thread: bool) -> None:
    ended = threading.Event()

    def work() -> None:
        try:
            while True:
                time.sleep(0.001)
        finally:
            ended.set()

    def attempt() -> None:
        began = time.monotonic()
        with pytest.raises(ReadingTimeout, match="a page: took too long"):
            within(0.05, work, source="a page")
        assert time.monotonic() - began < 2
        caught.append(True)

    caught: list[bool] = []
    if in_main_thread:
        attempt()
    else:
        other = threading.Thread(target=attempt)
        other.start()
        other.join()
    assert caught
    assert ended.wait(2)


def test_a_process_ends_well_after_giving_up_the_network() -> None:
    code = """
from onrecord.errors import ReadingTimeout
from onrecord.reading import Model
from onrecord.record import Span
from onrecord.time_limit import within

model = Model.load()
text = "The envoy said that it was late and that nobody would come. " * 400
try:
    within(0.3, lambda: model.read(text, [[Span(0, len(text))]]), source="a page")
except ReadingTimeout:
    print("given up")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "given up"), done.stderr
