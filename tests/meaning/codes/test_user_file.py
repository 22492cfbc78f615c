"""Actors that a user wrote down in a TOML file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import ActorsFileError
from onrecord.meaning.codes import Coder

EXAMPLE = """\
[[actor]]
names = ["Orla Quennell", "Quennell"]
country = "IRL"
sectors = ["SOC"]

[[actor]]
names = ["Harbour Watch"]
kind = "body"
sectors = ["SOC", "NGO"]

[[actor]]
names = ["Jana Verhoven"]
country = "NLD"
sectors = ["LEG"]
from = "2015"
to = 2019-06-01

[[actor]]
names = ["Jana Verhoven"]
country = "NLD"
sectors = ["GOV"]
from = 2019-06-01
to = "2023-02"
title = "minister of justice"
"""


def written(folder: Path, text: str, name: str = "actors.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def loaded(*paths: Path) -> Coder:
    return Coder.load(paths, tables=())


def test_names_of_a_user_are_known(tmp_path: Path) -> None:
    coder = loaded(written(tmp_path, EXAMPLE))
    for name in ("Orla Quennell", "Quennell"):
        found = coder.code(name)
        assert (found.country, found.sectors) == ("IRL", ("SOC",))
    watch = coder.code("Harbour Watch")
    assert (watch.country, watch.sectors) == (None, ("SOC", "NGO"))
    assert coder.code("harbour watch").sectors != watch.sectors


@pytest.mark.parametrize(
    ("day", "sectors"),
    [
        (date(2014, 12, 31), ()),
        (date(2015, 1, 1), ("LEG",)),
        (date(2019, 5, 31), ("LEG",)),
        (date(2019, 6, 1), ("GOV",)),
        (date(2023, 2, 1), ("ELI",)),
    ],
)
def test_entries_of_one_name_are_offices_of_one_person(
    tmp_path: Path, day: date, sectors: tuple[str, ...]
) -> None:
    found = loaded(written(tmp_path, EXAMPLE)).code("Jana Verhoven", date=day)
    assert (found.country, found.sectors) == ("NLD", sectors)


def test_they_go_before_the_lexicon(tmp_path: Path) -> None:
    text = '[[actor]]\nnames = ["Boko Haram"]\ncountry = "FRA"\nsectors = ["JRN"]\nkind = "body"\n'
    found = loaded(written(tmp_path, text)).code("Boko Haram")
    assert (found.country, found.sectors) == ("FRA", ("JRN",))
    assert Coder.of_the_package().code("Boko Haram").country == "NGA"


def test_of_several_files_the_first_does_not_hide_the_second(tmp_path: Path) -> None:
    other = written(tmp_path, '[[actor]]\nnames = ["Zub Velic"]\ncountry = "HRV"\n', "b.toml")
    coder = loaded(written(tmp_path, EXAMPLE), other)
    assert coder.code("Zub Velic").country == "HRV"
    assert coder.code("Orla Quennell").country == "IRL"


@pytest.mark.parametrize(
    ("entry", "line", "problem"),
    [
        ('names = ["A B"]\ncountry = "NLD', 3, "is not TOML"),
        ('names = ["A B"]\ncountry = "Holland"', 3, "unknown country 'Holland'"),
        ('names = ["A B"]\ncountry = "ABW"', 3, "unknown country 'ABW'"),
        ('names = ["A B"]\n\nsectors = ["GOV", "ARMY"]', 4, "unknown sector 'ARMY'"),
        ('names = ["A B"]\nsectors = "GOV"', 3, "sectors that are no list"),
        ('country = "NLD"', 1, "has no names"),
        ('country = "NLD"\nnames = []', 3, "has no names"),
        ('country = "NLD"\nnames = ["…"]', 3, "which is none"),
        ('names = ["A B"]', 2, "neither country nor sectors"),
        ('names = ["A B"]\ncountry = "NLD"\nfrom = 2021-02-30', 4, "is not TOML"),
        ('names = ["A B"]\ncountry = "NLD"\nfrom = "2021-02-30"', 4, "which is none"),
        ('names = ["A B"]\ncountry = "NLD"\nfrom = 2021\nto = 2020', 4, "which is none"),
        ('names = ["A B"]\ncountry = "NLD"\nfrom = "2021"\nto = "2020"', 5, "ends before"),
        ('names = ["A B"]\ncountry = "NLD"\nkind = "state"', 4, "unknown kind"),
        ('names = ["A B"]\ncountry = "NLD"\nkind = "body"\nfrom = "2021"', 5, "dates for a body"),
        ('names = ["A B"]\nland = "NLD"', 3, 'unknown key "land"'),
    ],
)
def test_a_broken_entry_is_named_with_its_line(
    tmp_path: Path, entry: str, line: int, problem: str
) -> None:
    good = '[[actor]]\nnames = ["C D"]\ncountry = "BEL"\n'
    for before in ("", good, good * 2):
        path = written(tmp_path, f"{before}[[actor]]\n{entry}\n")
        with pytest.raises(ActorsFileError) as caught:
            loaded(path)
        assert str(path) in str(caught.value)
        assert f"line {line + before.count(chr(10))} " in caught.value.problem
        assert problem in caught.value.problem
        assert caught.value.remedy


@pytest.mark.parametrize(
    "text", ["actor = 3\n", 'names = ["A B"]\n', '[actor]\nnames = ["A B"]\n', "actor = [3]\n"]
)
def test_another_form_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ActorsFileError, match=r"line 1 .*\[\[actor\]\]"):
        loaded(written(tmp_path, text))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ActorsFileError, match=r"none\.toml"):
        loaded(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes('# one\nnames = "Inés"'.encode("latin-1"))
    with pytest.raises(ActorsFileError, match="line 2 is not UTF-8"):
        loaded(path)


def test_a_broken_file_changes_nothing(tmp_path: Path) -> None:
    good = written(tmp_path, EXAMPLE)
    with pytest.raises(ActorsFileError):
        loaded(good, written(tmp_path, "[[actor]]\n", "bad.toml"))
    assert Coder.of_the_package().code("Orla Quennell").country is None
