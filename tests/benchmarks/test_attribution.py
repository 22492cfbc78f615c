"""The measure itself, on cases counted by hand."""

from __future__ import annotations

from benchmarks.attribution import measure
from onrecord.reading import Attribution
from onrecord.record import Span


def _one(source: int | None, content: tuple[int, int]) -> Attribution:
    sources = () if source is None else (Span(source, source + 10),)
    return Attribution(sources, (Span(90, 95),), (Span(*content),), 1.0)


def test_the_gold_against_itself_is_perfect() -> None:
    gold = [_one(0, (20, 40)), _one(None, (50, 60))]
    scores = measure([(gold, gold)])
    assert {score.f1 for score in scores.values()} == {1.0}


def test_characters_and_exact_spans() -> None:
    scores = measure([([_one(0, (20, 40))], [_one(0, (20, 60))])])
    content = scores["characters content"]
    assert (content.right, content.found, content.gold) == (20, 20, 40)
    assert scores["exact content"].f1 == 0.0
    assert scores["exact source"].f1 == 1.0


def test_linked_needs_half_of_the_content_and_the_right_source() -> None:
    gold = [_one(0, (20, 40))]
    assert measure([([_one(0, (20, 30))], gold)])["linked"].f1 == 1.0
    assert measure([([_one(0, (20, 29))], gold)])["linked"].f1 == 0.0
    assert measure([([_one(None, (20, 40))], gold)])["linked"].f1 == 0.0
    assert measure([([_one(70, (20, 40))], gold)])["linked"].f1 == 0.0


def test_a_gold_attribution_is_matched_once() -> None:
    gold = [_one(0, (20, 40))]
    linked = measure([([_one(0, (20, 40)), _one(0, (20, 39))], gold)])["linked"]
    assert (linked.right, linked.found, linked.gold) == (1, 2, 1)


def test_an_empty_document_counts_what_was_found() -> None:
    exact = measure([([_one(0, (20, 40))], []), ([], [_one(0, (20, 40))])])["exact content"]
    assert (exact.right, exact.found, exact.gold) == (0, 1, 1)
