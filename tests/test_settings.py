"""The environment is read in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from onrecord.settings import Settings


@pytest.mark.parametrize(
    ("value", "debug"), [(None, False), ("", False), ("0", False), ("1", True), ("yes", True)]
)
def test_debugging_is_asked_for_in_the_environment(value: str | None, debug: bool) -> None:
    environment = {} if value is None else {"ONRECORD_DEBUG": value}
    assert Settings.from_environment(environment).debug is debug


def test_nothing_else_reads_the_environment() -> None:
    source = Path(onrecord.__file__).parent
    reading = [
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "os.environ" in path.read_text("utf-8")
    ]
    assert reading == ["settings.py"]
