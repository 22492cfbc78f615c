"""The tree of issues that parties negotiate about, and the issues that a user adds to it.

``issues.toml`` beside this file says how an entry is written and found. A user's file, a dossier,
has the same form: ``[[issues]]`` only. An id that the tree has adds words to that issue, a new id
adds an issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from onrecord.errors import DossierError
from onrecord.lexicon import listed, read_text
from onrecord.lexicon.user_toml import line_of_key, text_of
from onrecord.record import Issue

OTHER = "other"
"""The id of the issue of whatever no entry names."""

_LISTS = ("strong", "weak")
_SEQUENCES = ("pairs", "examples", "pax")
_TEXTS = ("id", "label", "parent", "definition")
_KEYS = frozenset((*_LISTS, *_SEQUENCES, *_TEXTS, "mutual"))
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADER = re.compile(r"[ \t]*\[\[[ \t]*issues[ \t]*\]\]")
_LINE_OF_TOML = re.compile(r"\(at line (\d+), column \d+\)")
_MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Pair:
    """The issue is named where one of ``dependents`` hangs on one of ``heads`` in the parse."""

    heads: tuple[str, ...]
    dependents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """One issue: what belongs to it, and the words that name it.

    ``strong`` words name this issue and no other, ``weak`` ones come with it. ``examples`` are
    sentences about it. ``mutual``: both sides' asking for it is one aim. ``pax`` are codes of PA-X.
    """

    id: str
    label: str
    parent: str | None = None
    definition: str = ""
    mutual: bool = False
    pax: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    examples: tuple[str, ...] = ()
    is_of_dossier: bool = False


@dataclass(frozen=True, slots=True)
class Issues:
    """A tree of issues, in the order of its files; ``spelling`` folds words before comparison."""

    entries: tuple[IssueEntry, ...]
    spelling: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    endings: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    _by_id: dict[str, IssueEntry] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        self._by_id.update((entry.id, entry) for entry in self.entries)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def entry(self, id_: str) -> IssueEntry:
        """The issue of an id. Raises KeyError where there is none."""
        return self._by_id[id_]

    def issue(self, id_: str) -> Issue:
        """The issue as the record names it. Raises KeyError where there is none."""
        return Issue(id=id_, label=self._by_id[id_].label)

    def ancestors(self, id_: str) -> tuple[str, ...]:
        """The ids above an issue, the nearest first."""
        found: list[str] = []
        at = self._by_id[id_].parent
        while at is not None:
            found.append(at)
            at = self._by_id[at].parent
        return tuple(found)

    def children(self, id_: str | None) -> tuple[str, ...]:
        """The ids right below an issue; below None the top of the tree."""
        return tuple(entry.id for entry in self.entries if entry.parent == id_)

    def with_dossier(self, added: Iterable[IssueEntry]) -> Issues:
        """This tree with the issues of a dossier: new ones, and words for those it has."""
        merged = dict(self._by_id)
        for entry in added:
            known = merged.get(entry.id)
            merged[entry.id] = entry if known is None else _joined(known, entry)
        return Issues(tuple(merged.values()), self.spelling, self.endings)


@cache
def shipped_issues() -> Issues:
    """The tree of the package, read once."""
    table = tomli.loads(read_text("issues.toml"))
    entries = tuple(_entry(item) for item in table["issues"])
    return Issues(entries, table["spelling"]["words"], table["spelling"]["endings"])


def load_issues(dossiers: Sequence[Path] = ()) -> Issues:
    """The tree of the package with the issues of the user's files.

    Raises:
        DossierError: a file cannot be read or an entry is broken; it names file and line.
    """
    issues = shipped_issues()
    for path in dossiers:
        issues = issues.with_dossier(_read_dossier(path, issues))
    return issues


def _joined(known: IssueEntry, added: IssueEntry) -> IssueEntry:
    """An issue with the words that a dossier adds."""
    return replace(
        known,
        strong=(*known.strong, *added.strong),
        weak=(*known.weak, *added.weak),
        pairs=(*known.pairs, *added.pairs),
        examples=(*known.examples, *added.examples),
        is_of_dossier=True,
    )


class _Broken(Exception):
    """What is wrong with an entry, at which of its keys, and what to do."""

    def __init__(self, key: str, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.key = key
        self.problem = problem
        self.remedy = remedy


def _read_dossier(path: Path, issues: Issues) -> tuple[IssueEntry, ...]:
    text = text_of(path, DossierError, most_bytes=_MOST_BYTES)
    lines = text.split("\n")
    try:
        table = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        at = _LINE_OF_TOML.search(str(error))
        number = int(at[1]) if at else len(lines)
        said = _LINE_OF_TOML.sub("", str(error)).strip() or "nested too deeply"
        raise _error(path, number, f"is not TOML ({said})", "correct the line") from None
    items = table.get("issues", [])
    unknown = next((key for key in table if key != "issues"), None)
    if unknown is not None or not isinstance(items, list):
        number = line_of_key(lines, unknown or "issues", 0, _HEADER)
        raise _error(path, number, "is not an issue", "begin every issue with [[issues]]")
    headers = [n for n, line in enumerate(lines) if _HEADER.match(line)]
    found: dict[str, IssueEntry] = {}
    for position, item in enumerate(items):
        try:
            entry = _checked(item, issues, found)
        except _Broken as broken:
            start = headers[position] if position < len(headers) else 0
            number = line_of_key(lines, broken.key, start, _HEADER)
            raise _error(path, number, broken.problem, broken.remedy) from None
        found[entry.id] = entry
    return tuple(found.values())


def _checked(item: Any, issues: Issues, before: Mapping[str, IssueEntry]) -> IssueEntry:
    """An entry of a user's file."""
    if not isinstance(item, Mapping):
        raise _Broken("issues", "is not an issue", "begin every issue with [[issues]]")
    for key, value in item.items():
        if key not in _KEYS:
            remedy = f"write one of {', '.join(sorted(_KEYS))}"
            raise _Broken(key, f'has the unknown key "{key}"', remedy)
        if key in _SEQUENCES:
            if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                raise _Broken(key, f"has {key} that are no list", f'write {key} = ["…", "…"]')
        elif key == "mutual":
            if not isinstance(value, bool):
                raise _Broken(key, f"has mutual = {value!r}", "write true or false")
        elif not isinstance(value, str):
            raise _Broken(key, f"has {key} that is no text", f'write {key} = "…"')
    id_ = item.get("id", "")
    if not _ID.fullmatch(id_):
        raise _Broken("id", f"has the id {id_!r}", "write small letters, digits and hyphens")
    if id_ in before:
        raise _Broken("id", f'has the id "{id_}" for the second time', "join the two")
    parent = item.get("parent")
    if parent is not None and parent not in issues and parent not in before:
        raise _Broken("parent", f'has the unknown parent "{parent}"', "write the id of an issue")
    if id_ not in issues and not item.get("label"):
        raise _Broken("id", f'has no label for the new issue "{id_}"', 'write label = "…"')
    for pair in item.get("pairs", ()):
        heads, arrow, dependents = pair.partition(">")
        if not (arrow and listed(heads) and listed(dependents)):
            raise _Broken("pairs", f'has the pair "{pair}"', 'write "heads > dependents"')
    return replace(_entry(item), is_of_dossier=True)


def _entry(item: Mapping[str, Any]) -> IssueEntry:
    return IssueEntry(
        id=item["id"],
        label=item.get("label", item["id"]),
        parent=item.get("parent"),
        definition=" ".join(item.get("definition", "").split()),
        mutual=item.get("mutual", False),
        pax=tuple(item.get("pax", ())),
        strong=tuple(listed(item.get("strong", ""))),
        weak=tuple(listed(item.get("weak", ""))),
        pairs=tuple(_pairs(item.get("pairs", ()))),
        examples=tuple(item.get("examples", ())),
    )


def _pairs(lines: Iterable[str]) -> Iterator[Pair]:
    for line in lines:
        heads, _, dependents = line.partition(">")
        yield Pair(tuple(listed(heads)), tuple(listed(dependents)))


def _error(path: Path, number: int, problem: str, remedy: str) -> DossierError:
    return DossierError(f"line {number} {problem}", source=str(path), remedy=remedy)
