"""Statements on a terminal: who, when and where at a glance."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from onrecord.cli import consoles, terminal
from onrecord.record import Actor, Occasion, Record, Speaker, Statement, When
from tests import handmade

PIPED = """
    who                      when, where            words
────────────────────────────────────────────────────────────────────────────────────────────────────
1   Ilse Brandvold           2024-05-16             said on Thursday · indirect assert
    Foreign Minister · NOR   Bergen, NOR            that the nets would stay out of the water

2   Ilse Brandvold           ≤ 2024-05-17           answered · direct assert
    Foreign Minister · NOR   meeting                “We counted 3 < 4 boats & no more,”
    “she”                    to Tomas Reyl

3   “A senior official”      ≤ 2024-05-17           hoped · indirect assert
    (not identified)                                that the talks would go on

4   Ilse Brandvold                                  promised · indirect assert
    Foreign Minister · NOR                          to meet again
    Tomas Reyl
    former envoy · ISL
    “Both”

5   Tomas Reyl               ≤ 2024-05-17           told Havn Radio · indirect assert
    former envoy · ISL       interview with Havn    Norway would then ask Iceland for its charts
                             Radio

6   (not named)                                     direct assert
                                                    “Nobody asked us.”

≤ means on that day or earlier; the day itself is not known.
"""

NARROW = """
1   Ilse Brandvold
    Foreign Minister · NOR
    2024-05-16 · Bergen, NOR
    said on Thursday · indirect assert
    that the nets would stay out of the water

2   Ilse Brandvold
    Foreign Minister · NOR
    “she”
    ≤ 2024-05-17 · meeting · to Tomas Reyl
    answered · direct assert
    “We counted 3 < 4 boats & no more,”
"""

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def piped(record: Record) -> str:
    return "".join(terminal.parts([record], colour=False))


def on_terminal(record: Record, monkeypatch: pytest.MonkeyPatch, *, columns: int) -> str:
    """What a terminal of that many columns shows, without the styles."""
    for name, value in (("FORCE_COLOR", "1"), ("TERM", "xterm"), ("COLUMNS", str(columns))):
        monkeypatch.setenv(name, value)
    return ESCAPE.sub("", "".join(terminal.parts([record], colour=True)))


def with_first(**known: object) -> Record:
    """The talks with their first statement changed, and no other statement."""
    record = handmade.talks()
    return replace(record, statements=(replace(record.statements[0], **known),))


def test_all_that_is_known_stands_beside_the_words() -> None:
    text = piped(handmade.talks())
    assert "1 article · 6 statements · 5 actors\n" in text
    assert text.endswith(PIPED)


def test_a_narrow_terminal_has_one_thing_below_another(monkeypatch: pytest.MonkeyPatch) -> None:
    text = on_terminal(handmade.talks(), monkeypatch, columns=60)
    assert NARROW in text
    assert max(map(len, text.splitlines())) <= 60


@pytest.mark.parametrize("columns", [20, 40, 79, 80, 100, 130, 300])
def test_lines_fit_and_are_never_too_long_to_follow(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = on_terminal(handmade.talks(), monkeypatch, columns=columns)
    assert max(map(len, text.splitlines())) <= min(columns, consoles.WIDEST)
    shown = "".join(text.split())
    for words in ("Foreign", "former", "identified)", "Bergen,", "interview", "charts"):
        assert words in shown


def test_what_is_not_known_takes_no_room() -> None:
    text = piped(with_first(said_on=None, place=None))
    assert "when, where" not in text
    assert "≤" not in text
    assert "None" not in text


def test_the_sign_is_explained_only_where_it_is_used() -> None:
    assert "≤" not in piped(with_first())
    assert "≤ means" in piped(with_first(said_on=When(value="2024-05-17", bound="not after")))


def test_an_actor_without_office_has_the_country_beside_the_name() -> None:
    assert "Iceland · ISL" in piped(with_first(speaker=Speaker(actors=("ac-iceland",))))


def test_of_many_speakers_only_the_names_are_shown() -> None:
    actors = ("ac-brandvold", "ac-reyl", "ac-norway", "ac-radio")
    text = " ".join(piped(with_first(speaker=Speaker(actors=actors))).split())
    assert "Foreign Minister" not in text
    for name in ("Ilse Brandvold (NOR),", "Reyl (ISL),", "Norway (NOR),", "Havn Radio"):
        assert name.split()[-1] in text


def test_a_statement_of_a_teaser_says_so() -> None:
    record = handmade.talks()
    text = piped(replace(record, stories=(replace(record.stories[0], kind="teaser"),)))
    assert text.count(", teaser\n") == len(record.statements)


HOSTILE = "[bold]x[/bold] :smile: \x1b[2J\x9b31m\u202e\n\r\x07y"


@pytest.mark.parametrize("columns", [60, 100])
def test_nothing_that_a_record_holds_commands_the_terminal(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = handmade.talks()
    actors = tuple(_hostile(actor) for actor in record.actors)
    statements: tuple[Statement, ...] = tuple(
        replace(
            statement,
            said_on=When(value=HOSTILE, bound="not after"),
            place="pl-bergen",
            occasion=Occasion(kind="interview", with_="ac-radio"),
            addressees=("ac-reyl",),
        )
        for statement in record.statements
    )
    crowd = replace(statements[0], speaker=Speaker(actors=tuple(actor.id for actor in actors)))
    places = (replace(record.places[0], name=HOSTILE, country=HOSTILE),)
    hostile = replace(record, actors=actors, places=places, statements=(*statements, crowd))
    text = on_terminal(hostile, monkeypatch, columns=columns)
    assert not set(text) & set("\x1b\x9b\u202e\r\x07")
    assert "[bold]x[/bold]" in text
    assert ":smile:" in text
    assert max(map(len, text.splitlines())) <= columns


def _hostile(actor: Actor) -> Actor:
    roles = tuple(replace(role, title=HOSTILE) for role in actor.roles)
    return replace(actor, name=HOSTILE, country=HOSTILE, roles=roles)
