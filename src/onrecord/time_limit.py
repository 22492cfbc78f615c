"""A limit on how long a piece of work may take."""

from __future__ import annotations

import atexit
import ctypes
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from onrecord.errors import ReadingTimeout

Result = TypeVar("Result")


SECONDS_AT_EXIT = 3.0
"""How long the process waits at its end for work that was given up."""

_given_up: list[threading.Thread] = []


@atexit.register
def _wait_for_given_up() -> None:
    """A thread that comes back from C into an interpreter that is gone would abort the process."""
    deadline = time.monotonic() + SECONDS_AT_EXIT
    for thread in _given_up:
        thread.join(max(0.0, deadline - time.monotonic()))


class _Stopped(SystemExit):
    """Ends an abandoned thread; as a SystemExit it passes ``except Exception`` and is not shown."""


class _Work(threading.Thread, Generic[Result]):
    """A thread that keeps what its work returned or raised."""

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__(name="onrecord-page", daemon=True)
        self._work = work
        self.results: list[Result] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.results.append(self._work())
        except BaseException as error:  # handed to the caller, who raises it
            self.error = error

    def stop(self) -> None:
        """Ask the thread to end at its next Python instruction.

        A thread cannot be killed: one call into C runs to its end, but without the interpreter
        lock for parsing and for the model, so that the caller goes on meanwhile.
        """
        if self.ident is not None:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self.ident), ctypes.py_object(_Stopped)
            )


def within(seconds: float, work: Callable[[], Result], *, source: str) -> Result:
    """What ``work()`` returns or raises, if it does so in time.

    The work runs in a thread of its own, because a signal would reach only the main thread and
    a check between steps would not stop a parser lost in a hostile page.

    Raises:
        ReadingTimeout: the work took longer than ``seconds``; ``source`` names the page.
    """
    thread = _Work(work)
    thread.start()
    try:
        thread.join(max(seconds, 0.0))
    finally:
        if thread.is_alive():
            thread.stop()
            _given_up[:] = [other for other in _given_up if other.is_alive()]
            _given_up.append(thread)
    if thread.error is not None:
        raise thread.error
    if not thread.results:
        raise ReadingTimeout(
            "took too long",
            source=source,
            remedy="cut it into smaller pages; Settings(seconds_per_page=…) allows more in Python",
        )
    return thread.results[0]
