"""A room knows the record and the rooms before it, and nothing of the rooms after it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "onrecord"

EVERYWHERE = {"record", "errors"}

MAY_IMPORT: dict[str, set[str]] = {
    "record": set(),
    "errors": set(),
    "settings": set(),
    "time_limit": set(),
    "quotations": set(),
    "lexicon": set(),
    "data_files": set(),
    "pages": {"lexicon", "quotations"},
    "reading": {"quotations"},
    "gazetteer": {"lexicon", "settings", "data_files"},
    "meaning": {
        "lexicon",
        "quotations",
        "reading.types",
        "gazetteer",
        "settings",
        "data_files",
    },
    "verify": set(),
    "relating": {"pages", "reading", "meaning"},
    "reader": {
        "pages",
        "reading",
        "meaning",
        "gazetteer",
        "verify",
        "relating",
        "lexicon.issues",
        "lexicon.lemmas",
        "settings",
        "time_limit",
    },
    "compare": {"lexicon"},
    "exports": {"lexicon"},
    "cli": {
        "reader",
        "compare",
        "exports",
        "lexicon.issues",
        "settings",
        "pages.limits",
        "gazetteer",
        "meaning.codes",
        "",
    },
    "": {"reader"},
    "__main__": {"cli"},
}
"""Of each room of ours, the rooms it may import besides the record and the errors; "" is the
package itself."""

ONLY_IN = {"onnxruntime": "reading/session.py", "torch": None, "typer": "cli/", "rich": "cli/"}
"""Where a package may be imported; None is nowhere."""


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The names of all modules that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            if module == "onrecord":
                yield from (_module_of(alias.name) for alias in node.names)
            else:
                yield module


def _module_of(name: str) -> str:
    """``from onrecord import x``: x is a module, or a name of the package itself."""
    is_module = (SOURCE / name).is_dir() or (SOURCE / f"{name}.py").exists()
    return f"onrecord.{name}" if is_module else "onrecord"


def room_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def test_every_room_has_its_rule() -> None:
    assert {room_of(path) for path in modules()} <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_flow_one_way(path: Path) -> None:
    room = room_of(path)
    allowed = MAY_IMPORT[room] if room == "record" else MAY_IMPORT[room] | EVERYWHERE
    for name in imported(path):
        if name.split(".")[0] != "onrecord":
            continue
        inner = name.removeprefix("onrecord").lstrip(".")
        target = inner.split(".")[0]
        same_room = target == room and room not in ("", "record")
        is_allowed = target in allowed or any(f"{inner}.".startswith(f"{a}.") for a in allowed if a)
        assert same_room or is_allowed, f"{room} imports {name}"


MEANING = sorted((SOURCE / "meaning").rglob("*.py"))


@pytest.mark.parametrize("path", MEANING, ids=lambda path: str(path.relative_to(SOURCE)))
def test_rooms_of_meaning_do_not_know_each_other(path: Path) -> None:
    own = path.relative_to(SOURCE / "meaning").parts[0].removesuffix(".py")
    for name in imported(path):
        if name.startswith("onrecord.meaning."):
            assert name.split(".")[2] in (own, "trees"), f"{own} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_packages_are_imported_where_they_belong(path: Path) -> None:
    place = path.relative_to(SOURCE).as_posix()
    for name in imported(path):
        package = name.split(".")[0]
        if package in ONLY_IN:
            home = ONLY_IN[package]
            assert home is not None, f"{place} imports {package}"
            assert place.startswith(home), f"{place} imports {package}"
