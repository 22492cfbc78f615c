"""What single lines are beside a story, and what looks like it and is the story's own words."""

from __future__ import annotations

import pytest

from onrecord.pages.bylines import signed_by
from onrecord.pages.furniture import role
from onrecord.pages.openings import truncated
from onrecord.pages.units import looks_like_heading


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Vessen, June 4, 2024", "time"),
        ("Published: 12 June 2024, 18:05", "time"),
        ("The treaty of Odmar, March 4, 1990, is still in force.", None),
        ("By Lotte Frey, 3 March 2024", "byline"),
        ("Media contact: press@ministry.example", "site"),
        ("Reach her at 555-0142 or kmoreau@courier.example.", "site"),
        ("She wrote to press@ministry.example on Monday, but nobody answered.", None),
        ("- ENDS -", "site"),
        ("FOR IMMEDIATE RELEASE", "site"),
        ("Press releases were vague, he said, and came late.", None),
        ("UPDATE 2-Bellan rejects truce terms", None),
        ("(C) 2024 Inland Wire. All rights reserved.", "site"),
        ("This interview has been edited for length and clarity.", "note"),
        ("Facebook Twitter WhatsApp", "site"),
        ("Photo: Northern Press Pool / Anja Holm", "credit"),
    ],
)
def test_role_of_a_line(line: str, wanted: str | None) -> None:
    assert role(line) == wanted


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Envoy: guarantees were never offered", True),
        ("What is missing?", True),
        ("“A tariff overnight is a surprise.” — Commissioner Lidia Fontaine", False),
        ("Karvia says that it has left. Can you confirm that?", False),
        ("Border reopens, minister says", True),
        ("As for the rest, he said, who counts the guns", False),
    ],
)
def test_a_heading_is_no_speech(line: str, heading: bool) -> None:
    assert looks_like_heading(line) is heading


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("By Jane Doe, 3 March 2024", ("Jane Doe",)),
        ("Interview by Dov Perlman", ("Dov Perlman",)),
        ("Kathy Moreau | Lake County Courier", ("Kathy Moreau",)),
        ("Staff Reporter", ()),
        ("By our correspondent in Odmar", ()),
    ],
)
def test_who_signs(line: str, names: tuple[str, ...]) -> None:
    assert signed_by(line) == names


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("The talks ended on Thursday.", False),
        ("“We will wait,” she said of the “envoy.”", False),
        ("The talks ended on Thursday, and the…", True),
        ("The talks ended on Thursday, and the [...]", True),
        ("The talks ended on Thursday, and", True),
        ("The talks ended on Thursday... Read more", True),
    ],
)
def test_a_line_that_breaks_off(line: str, cut: bool) -> None:
    assert truncated(line) is cut
