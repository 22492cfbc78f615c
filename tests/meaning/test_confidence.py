from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.meaning.statements.confidence import interpolate
from tests.meaning.labelled import labelled


def test_between_measured_points_the_chance_rises_evenly() -> None:
    scores, chances = [0.2, 0.6], [0.5, 0.9]
    found = [interpolate(scores, chances, at / 20) for at in range(21)]
    assert all(first <= second for first, second in pairwise(found))
    assert interpolate(scores, chances, 0.4) == pytest.approx(0.7)
    assert interpolate(scores, chances, 0.0) == 0.25
    assert interpolate(scores, chances, 1.0) == 0.9


def test_a_quotation_is_likelier_right_than_what_was_not_quoted() -> None:
    quoted = labelled("[t:“We will sail at dawn,”] [s:Reyl] [c:said].", score=0.5)
    reported = labelled("[s:Reyl] [c:said] [t:they would sail at dawn].", score=0.5)
    assert quoted.only().confidence > reported.only().confidence


def test_a_report_inside_another_is_no_likelier_than_that_one() -> None:
    page = labelled("[s:Reyl] [c:said] [t:Brand told her that the crews had left].")
    outer, inner = sorted(page.statements(), key=lambda s: s.inside is not None)
    assert inner.inside == outer.id
    assert inner.confidence < outer.confidence


def test_words_without_a_speaker_are_doubtful() -> None:
    page = labelled("[t:“We will sail at dawn.”] Nobody knew what it meant.")
    assert page.only().confidence < 0.6
