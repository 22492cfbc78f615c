"""A span that does not hold never leaves."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.record import Record, Span, Speaker, Statement
from onrecord.verify import verify
from tests import handmade


def with_first(record: Record, **changes: Any) -> Record:
    """The record with its first statement changed."""
    first, *others = record.statements
    return replace(record, statements=(replace(first, **changes), *others))


def test_a_record_that_holds_is_left_alone() -> None:
    record = handmade.record()
    assert verify(record) is record


def beyond(statement: Statement) -> Span:
    return Span(statement.span.start, len(handmade.TEXT) + 1)


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: {"story": "nowhere"},
        lambda s: {"span": beyond(s)},
        lambda s: {"content": (beyond(s),), "span": beyond(s)},
        lambda _: {"content": ()},
        lambda s: {"cue": (Span(s.span.start, s.span.start),)},
        lambda _: {"cue": (Span(-3, 2),)},
        lambda s: {"span": Span(s.span.start, s.span.end - 1)},
        lambda _: {"speaker": Speaker(span=handmade.span_of("FEES:"))},
        lambda s: {"speaker": replace(s.speaker, actors=("nobody",))},
        lambda _: {"inside": "nothing"},
        lambda s: {"inside": s.id},
        lambda _: {"confidence": 1.5},
        lambda _: {"confidence": float("nan")},
    ],
)
def test_a_statement_that_does_not_hold_is_dropped_and_logged(
    broken: Any, caplog: pytest.LogCaptureFixture
) -> None:
    record = handmade.record()
    changed = with_first(record, **broken(record.statements[0]))
    with caplog.at_level(logging.WARNING, logger="onrecord"):
        left = verify(changed).statements
    assert record.statements[2] in left
    assert record.statements[0].id not in {statement.id for statement in left}
    assert caplog.records


def test_what_was_inside_a_dropped_statement_goes_too() -> None:
    record = handmade.record()
    outer, inner, _ = record.statements
    assert inner.inside == outer.id
    left = verify(with_first(record, content=())).statements
    assert left == record.statements[2:]


def test_a_story_that_does_not_hold_takes_its_statements_along() -> None:
    record = handmade.record()
    article, teaser = record.stories
    broken = replace(article, headline=Span(0, len(handmade.TEXT)))
    left = verify(replace(record, stories=(broken, teaser)))
    assert left.stories == (teaser,)
    assert left.statements == ()


def test_an_id_names_one_item() -> None:
    record = handmade.record()
    twice = replace(record, statements=(*record.statements, record.statements[0]))
    assert verify(twice) == record
