"""The commands around ``read``."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.record import json_schema


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_without_arguments_the_help_is_shown_and_the_status_is_2() -> None:
    done = run()
    assert done.returncode == 2
    assert "read" in done.stdout + done.stderr
    assert "Example:" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["read", "--help"],
        ["who", "--help"],
        ["events", "--help"],
        ["positions", "--help"],
        ["differences", "--help"],
        ["places", "import", "--help"],
        ["actors", "import", "--help"],
        ["schema", "-h"],
    ],
)
def test_every_help_has_an_example(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 0
    assert "Example:  onrecord " in done.stdout


def test_the_version_is_the_package_s() -> None:
    assert run("--version").stdout == f"onrecord {onrecord.__version__}\n"


def test_the_schema_is_printed() -> None:
    assert json.loads(run("schema").stdout) == json.loads(json.dumps(json_schema()))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes; run it on Linux or macOS")
def test_an_interrupt_is_status_130(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    os.mkfifo(page)
    command = [sys.executable, "-m", "onrecord", "read", str(page)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # what runs the tests in the background may have told its children to ignore interrupts
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        with page.open("wb"):  # waits until the page is being read
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert b"Traceback" not in err
