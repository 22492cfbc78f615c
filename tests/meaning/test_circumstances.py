"""A statement's day and place are asked of its cue, without what is said."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.meaning.statements.circumstances import with_circumstances
from onrecord.record import Span, Speaker, Statement, When


def _statement(cue: tuple[Span, ...], speaker: Span | None) -> Statement:
    return Statement(
        id="st",
        story="s",
        span=Span(0, 40),
        speaker=Speaker(span=speaker),
        cue=cue,
        content=(Span(20, 40),),
        kind="indirect",
    )


def _asked(statement: Statement) -> tuple[list[tuple[Span, tuple[Span, ...]]], Statement]:
    asked: list[tuple[Span, tuple[Span, ...]]] = []

    def when(anchor: Span, *, outside: Sequence[Span]) -> When:
        asked.append((anchor, tuple(outside)))
        return When(value="2022-03-09", bound="on")

    def where(anchor: Span, *, outside: Sequence[Span]) -> str:
        asked.append((anchor, tuple(outside)))
        return "pl"

    (found,) = with_circumstances([statement], when=when, where=where)
    return asked, found


def test_the_last_cue_is_asked_and_the_content_is_left_out() -> None:
    asked, found = _asked(_statement((Span(6, 9), Span(10, 14)), Span(0, 5)))
    assert asked == [(Span(10, 14), (Span(20, 40),))] * 2
    assert found.said_on == When(value="2022-03-09", bound="on")
    assert found.place == "pl"


def test_without_a_cue_the_speaker_is_asked_and_else_the_statement() -> None:
    assert _asked(_statement((), Span(0, 5)))[0][0][0] == Span(0, 5)
    assert _asked(_statement((), None))[0][0][0] == Span(0, 40)
