"""What a user may touch: ten names at most, and a quick import."""

from __future__ import annotations

import inspect
import subprocess
import sys

import onrecord

NAMES = {
    "OnrecordError",
    "Reader",
    "Record",
    "Span",
    "__version__",
    "code_actor",
    "parse",
    "read",
    "read_text",
    "relate",
}


def test_the_public_names_are_these() -> None:
    assert set(onrecord.__all__) == NAMES
    assert len(NAMES) <= 10
    assert all(hasattr(onrecord, name) for name in NAMES)


def test_every_public_name_is_documented() -> None:
    for name in NAMES - {"__version__"}:
        assert inspect.getdoc(getattr(onrecord, name)), name


def test_options_are_keyword_only() -> None:
    for function in (onrecord.read, onrecord.read_text, onrecord.Reader.read):
        kinds = [
            p.kind for p in inspect.signature(function).parameters.values() if p.name != "self"
        ]
        assert kinds[0] is inspect.Parameter.POSITIONAL_OR_KEYWORD
        assert set(kinds[1:]) == {inspect.Parameter.KEYWORD_ONLY}


def test_import_loads_nothing_heavy() -> None:
    code = "import sys, onrecord; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "httpx", "rich", "typer"}
    assert heavy.isdisjoint(done.stdout.split())
