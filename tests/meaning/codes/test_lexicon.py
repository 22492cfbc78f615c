"""The tables of the lexicon have the form that their readers expect."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from onrecord.lexicon import entries, read_toml, rows
from onrecord.meaning.codes.agents import load_agents
from onrecord.meaning.codes.lexicon import (
    BODY_TABLES,
    known_countries,
    known_sectors,
    office,
)

COUNTRY_TABLES = ("codes_countries.tsv", "codes_partially_recognised.tsv")
TABLES = (*BODY_TABLES, *COUNTRY_TABLES, "codes_leaders.tsv", "codes_country_numbers.tsv")
OFFICE = re.compile(r"(?:[A-Z]{3} )+(?:\d{4}(?:-\d\d){0,2})?\.\.(?:\d{4}(?:-\d\d){0,2})?(?: .+)?")


def leaders() -> Iterator[tuple[list[str], str, list[str]]]:
    for names, country, *offices in rows("codes_leaders.tsv"):
        yield entries(names), country, offices


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_what_it_is_and_has_no_row_twice(table: str) -> None:
    text = (files("onrecord") / "lexicon" / table).read_text("utf-8")
    assert text.startswith("# ")
    assert "columns" in text.split("\n\n")[0].lower()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line, times in Counter(lines).items() if times > 1] == []


def test_countries_have_codes_and_names_of_their_own() -> None:
    codes = [cells[0] for cells in rows("codes_countries.tsv")]
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(codes) == len(set(codes)) > 190
    names = Counter(name for cells in rows("codes_countries.tsv") for name in entries(cells[1]))
    assert [name for name, times in names.items() if times > 1] == []
    for code, *_ in rows("codes_partially_recognised.tsv"):
        assert code in known_countries()


@pytest.mark.parametrize("table", BODY_TABLES)
def test_bodies_have_known_countries_and_sectors(table: str) -> None:
    for names, country, *sectors in rows(table):
        assert entries(names), names
        assert country.removesuffix("?") in {*known_countries(), "-", ""}, names
        assert len(sectors) == 1, names
        assert set(sectors[0].split()) <= known_sectors(), names
        assert sectors[0], names


def test_no_body_has_two_rows() -> None:
    firsts = Counter(entries(cells[0])[0] for table in BODY_TABLES for cells in rows(table))
    assert [name for name, times in firsts.items() if times > 1] == []


def test_offices_have_known_countries_sectors_and_days_in_order() -> None:
    for names, country, offices in leaders():
        assert country in {*known_countries(), "-", ""}, names
        assert offices, names
        for cell in offices:
            assert OFFICE.fullmatch(cell), f"{names[0]}: {cell}"
            read = office(cell)
            assert read.sectors, names
            assert set(read.sectors) <= known_sectors(), names
            assert not (read.start and read.end) or read.start < read.end, f"{names[0]}: {cell}"


def test_nobody_is_named_twice() -> None:
    firsts = Counter((names[0], country) for names, country, _ in leaders())
    assert [name for name, times in firsts.items() if times > 1] == []
    for names, _, _ in leaders():
        assert len(names) == len(set(names)), names


def test_agents_have_known_sectors() -> None:
    lexicon = load_agents()
    for agent in lexicon.nouns.values():
        assert set(agent.sectors) <= known_sectors(), agent.noun
        assert agent.sectors or agent.carrier, agent.noun
    assert set(lexicon.modifiers.values()) <= known_sectors()
    assert lexicon.former_sectors <= known_sectors()


def test_shared_words_are_of_known_countries() -> None:
    for item in read_toml("codes_ambiguous.toml")["shared"]:
        assert {item["usual"], item["other"]} <= known_countries()


def test_numbers_of_dumps_are_of_known_countries() -> None:
    table = list(rows("codes_country_numbers.tsv"))
    assert {country for _, country, _ in table} == known_countries()
    numbers = [number for alpha2, _, items in table for number in (alpha2, *entries(items))]
    assert len(numbers) == len(set(numbers))
    assert all(re.fullmatch(r"[A-Z]{2}|Q[1-9]\d*", number) for number in numbers)


def test_words_of_dumps_are_known_sectors() -> None:
    table = read_toml("codes_dumps.toml")
    lists = (
        *(table["wikidata"][name] for name in ("bodies", "occupations")),
        *table["opensanctions"].values(),
    )
    for words in lists:
        for sectors in words.values():
            assert set(sectors.split()) <= known_sectors()
