"""A dateline points at the place and the day within it."""

from __future__ import annotations

from onrecord.meaning.datelines import with_datelines
from onrecord.record import Dateline, Place, Span, Story, Time


def test_place_and_day_are_those_within() -> None:
    dateline = Dateline(span=Span(0, 16))
    story = Story(id="s", kind="article", span=Span(0, 90), dateline=dateline)
    bare = Story(id="t", kind="teaser", span=Span(100, 190))
    places = (
        Place(id="kyiv", span=Span(0, 4), name="Kyiv"),
        Place(id="lviv", span=Span(20, 24), name="Lviv"),
    )
    times = (Time(id="march", span=Span(6, 14), type="DATE"),)
    first, second = with_datelines((story, bare), times, places)
    assert first.dateline == Dateline(span=Span(0, 16), place="kyiv", date="march")
    assert second == bare


def test_a_dateline_without_them_stays_empty() -> None:
    story = Story(id="s", kind="article", span=Span(0, 9), dateline=Dateline(span=Span(0, 4)))
    assert with_datelines((story,), (), ()) == (story,)
