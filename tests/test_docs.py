"""Documents that cannot lie: commands and options exist, shown output is what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from onrecord.cli.main import app
from tools import shown_output

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(path for path in ROOT.glob("*.md"))
README = ROOT / "README.md"
CODE = re.compile(r"```.*?```|`[^`\n]+`", flags=re.DOTALL)


def commands() -> dict[str, Any]:
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def options() -> Iterator[str]:
    for command in (typer.main.get_command(app), *commands().values()):
        for parameter in command.params:
            yield from (name for name in parameter.opts if name.startswith("--"))
    yield "--help"


def test_the_readme_names_every_command_and_option() -> None:
    text = README.read_text("utf-8")
    assert [name for name in commands() if f"onrecord {name}" not in text] == []
    assert [name for name in options() if name not in text] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_no_other_command_or_option(path: Path) -> None:
    known = set(options())
    for code in CODE.findall(path.read_text("utf-8")):
        for line in re.findall(
            r"^(?:\$ |\.venv/bin/)*onrecord (.*)$", code.strip("`"), re.MULTILINE
        ):
            first = line.split()[0]
            assert first in commands() or first in known, line
            assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", line)) <= known, line


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_only_tasks_of_the_makefile(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    tasks = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^ *)make ([a-z-]+)", path.read_text("utf-8"), re.MULTILINE))
    assert named <= tasks


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_shown_output_is_what_is_printed(path: Path) -> None:
    text = path.read_text("utf-8")
    assert shown_output.renewed(text) == text, "run `make docs`"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_within_the_repository_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_a_marker_shows_output() -> None:
    shown = shown_output.renewed("<!-- output: onrecord --version -->\n```\nold\n```\nafter\n")
    assert re.search(r"-->\n```\nonrecord \d[\d.]*\n```\nafter\n$", shown)


def test_a_marker_shows_what_the_code_above_prints() -> None:
    block = "```python\nprint(1 + 1)\nprint(3)\n```\n"
    marker = "<!-- output (first 1 lines): python -->\n```\n```\n"
    assert shown_output.renewed(block + marker).endswith("-->\n```\n2\n```\n")


def test_a_marker_runs_nothing_else() -> None:
    with pytest.raises(ValueError, match="only onrecord"):
        shown_output.renewed("<!-- output: rm -rf x -->\n```\n```\n")
