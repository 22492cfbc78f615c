"""Where the output goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import OnrecordError


class Writer:
    """Writes pieces of output to a stream.

    ``wanted`` may be set to False before the end: then a file is not put in its place.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.wanted = True

    def write(self, text: str) -> None:
        """Write the text."""
        self._stream.write(text)


@contextmanager
def output_to(path: Path | None) -> Iterator[Writer]:
    """A writer to the file, or to standard output when None; in UTF-8 either way.

    The file is written beside its place and moved there at the end, so that nobody sees half of
    it, and what was there before stays if anything fails.

    Raises:
        OnrecordError: the file cannot be written.
    """
    if path is None:
        yield from _to_standard_output()
        return
    try:
        target = path.resolve()  # a symbolic link stays one
        if target.exists() and not target.is_file():  # a pipe or a device: nothing to replace
            with target.open("w", encoding="utf-8") as stream:
                yield Writer(stream)
        else:
            yield from _to_file(target)
    except OSError as error:
        raise OnrecordError(
            f"cannot be written ({error.strerror or error})",
            source=str(path),
            remedy="check that the folder exists, has room and may be written to",
        ) from error


def _to_standard_output() -> Iterator[Writer]:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    yield Writer(sys.stdout)
    sys.stdout.flush()


def _to_file(target: Path) -> Iterator[Writer]:
    mask = os.umask(0)
    os.umask(mask)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", text=True)
    new = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            writer = Writer(stream)
            yield writer
        new.chmod(target.stat().st_mode if target.exists() else 0o666 & ~mask)
        if writer.wanted:
            new.replace(target)
    finally:
        new.unlink(missing_ok=True)
