"""The package's word lists and tables, and how they are written; who needs one reads it here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import tomli  # as tomllib, compiled: a third of the time to begin


def read_text(name: str) -> str:
    """The text of the file ``name`` of the lexicon.

    Raises:
        FileNotFoundError: the lexicon has no such file.
    """
    return (files("onrecord") / "lexicon" / name).read_text(encoding="utf-8")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """A TOML file of the lexicon; read once, and not to be changed by who asks.

    Raises:
        FileNotFoundError: the lexicon has no such file.
    """
    return tomli.loads(read_text(name))


def rows(name: str) -> Iterator[list[str]]:
    """The cells of each line of a tab-separated table, without empty lines and remarks."""
    for line in read_text(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def entries(cell: str) -> list[str]:
    """The entries of a table's cell, which semicolons part."""
    return [entry.strip() for entry in cell.split(";") if entry.strip()]


def listed(words: str) -> list[str]:
    """The comma-separated entries of a list that runs over several lines."""
    return [" ".join(word.split()) for word in words.split(",") if word.strip()]


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of ``phrases``, the longest first, any white space inside."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
