"""Country and first sector of actors, against the expectations in a peer's tests.

``python -m benchmarks.codes --data FOLDER`` reads ``actors/actor-codes-a.json``: phrases and bare
names with the country and PLOVER sector that NGEC's tests expect, the day of the text in some. Each
phrase counts once for its country and once for its first sector; where the tests expect two
things of one phrase, either is right.

The peer writes EUR, UNO and IGO for the country of international bodies; here their country is null
and IGO one of the sectors. It writes HLH where the codebook has MED. "Today" is no day: what the
lexicon knows last holds then.

*Bare names* have neither a country's word nor a common noun, and only capitalised words: they can
be coded by whoever knows who is meant, and by nobody else. All others are *phrases*.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.meaning.codes import Coder
from onrecord.record import ActorCode

EXPECTATIONS = Path("actors", "actor-codes-a.json")
FIELDS = ("country", "code_1")
_OTHER_WORDS = {"HLH": "MED"}
_BEYOND = {"EUR", "UNO", "IGO"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR = re.compile(r"\b(\d{4})\b")


@dataclass(slots=True)
class Case:
    """A phrase with its context and day, and what is expected of it: values by field."""

    phrase: str
    context: str = ""
    day: date | None = None
    expected: dict[str, set[str]] = field(default_factory=dict)
    excluded: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Miss:
    """What was expected of a phrase and what was found."""

    kind: str
    case: Case
    name: str
    found: ActorCode


def cases(path: Path) -> list[Case]:
    """The expectations on country or first sector, those of one call together."""
    found: dict[str, Case] = {}
    for item in json.loads(path.read_text(encoding="utf-8")):
        if item["field"] not in FIELDS or not item["args"]:
            continue
        case = found.setdefault(json.dumps(item["args"]), _case(item["args"]))
        wanted = case.expected if item["op"] == "==" else case.excluded
        value = str(item["expected"])
        wanted.setdefault(item["field"], set()).add(_OTHER_WORDS.get(value, value))
    return list(found.values())


def _case(arguments: list[str]) -> Case:
    case = Case(arguments[0])
    for position, argument in enumerate(arguments[1:], 1):
        name, sign, value = argument.rpartition("=")
        if name == "query_date" or (not sign and position == 2):
            case.day = _day(value)
        elif not sign:
            case.context = value
    return case


def _day(text: str) -> date | None:
    if match := _DAY.search(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    year = _YEAR.search(text)
    return date(int(year[1]), 1, 1) if year else None


def measure_codes(folder: Path, coder: Coder | None = None) -> dict[str, dict[str, float]]:
    """Shares of countries and of first sectors that are right, of phrases and of bare names.

    Rows "phrases" and "bare names"; columns "country", "sector" and how many of each there are.
    ``folder`` is the one with all corpora.
    """
    coder = coder or Coder.load()
    rows: dict[str, dict[str, float]] = {}
    for kind, results in _judged(folder, coder).items():
        row: dict[str, float] = {}
        for name, label in zip(FIELDS, ("country", "sector"), strict=True):
            right = [is_right for field_name, is_right, *_ in results if field_name == name]
            row[label] = sum(right) / len(right)
            row[f"{label}: how many"] = len(right)
        rows[kind] = row
    return rows


def misses(folder: Path, coder: Coder) -> Iterator[Miss]:
    """All that is not as expected."""
    for kind, results in _judged(folder, coder).items():
        for name, is_right, case, code in results:
            if not is_right:
                yield Miss(kind, case, name, code)


def _judged(folder: Path, coder: Coder) -> Mapping[str, list[tuple[str, bool, Case, ActorCode]]]:
    judged: dict[str, list[tuple[str, bool, Case, ActorCode]]] = {"phrases": [], "bare names": []}
    for case in cases(folder / EXPECTATIONS):
        code = coder.code(case.phrase, context=case.context, date=case.day)
        kind = "bare names" if coder.is_bare_name(case.phrase) else "phrases"
        for name in FIELDS:
            expected, excluded = case.expected.get(name, set()), case.excluded.get(name, set())
            if expected or excluded:
                right = _is_right(name, code, expected, excluded)
                judged[kind].append((name, right, case, code))
    return judged


def _is_right(name: str, code: ActorCode, expected: Iterable[str], excluded: Iterable[str]) -> bool:
    found = (code.country or "") if name == "country" else (code.sectors or ("",))[0]
    if found in set(excluded):
        return False
    if not set(expected):
        return True
    if found in set(expected):
        return True
    return (
        name == "country" and bool(_BEYOND & set(expected)) and not found and "IGO" in code.sectors
    )


def main() -> None:
    """Print the figures, and with ``--misses`` what was not as expected."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.codes", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--misses", action="store_true", help="show what was not as expected")
    arguments = parser.parse_args()
    coder = Coder.load()
    for kind, row in measure_codes(arguments.data, coder).items():
        print(kind, *(f"{name} {_shown(value)}" for name, value in row.items()), sep="\t")
    if arguments.misses:
        for miss in misses(arguments.data, coder):
            wanted = miss.case.expected.get(miss.name) or miss.case.excluded.get(miss.name)
            print(
                miss.kind,
                miss.case.phrase,
                miss.case.context,
                miss.case.day,
                miss.name,
                sep=" | ",
                end=" | ",
            )
            print(wanted, "found", _plain(miss.found), sep=" | ")


def _shown(value: Any) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _plain(code: ActorCode) -> str:
    return " ".join([code.country or "-", *code.sectors])


if __name__ == "__main__":
    main()
