"""Types and values of time expressions, with nothing but the words to go by."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.record import Span, content_id
from tests.meaning.times.handmade import PUBLISHED, found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoys left on Feb. 24.", "Feb. 24", "2022-02-24"),
        ("The envoys left on 24 February 2021.", "24 February 2021", "2021-02-24"),
        ("They met on the 24th of February.", "the 24th of February", "2022-02-24"),
        ("They met on Thursday, March 3.", "Thursday, March 3", "2022-03-03"),
        ("Signed 2021-11-05 in Riga.", "2021-11-05", "2021-11-05"),
        ("Signed 24/02/2021 in Riga.", "24/02/2021", "2021-02-24"),
        ("They met in November 2019.", "November 2019", "2019-11"),
        ("They met in January last year.", "January last year", "2021-01"),
        ("Exports fell in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
        ("Exports fell in Q3 2021.", "Q3 2021", "2021-Q3"),
        ("The first half of this year was calm.", "The first half of this year", "2022-H1"),
        ("It was built in the summer of 1950.", "the summer of 1950", "1950-SU"),
        ("It was built in the 1990s.", "the 1990s", "199"),
        ("It was built in the '80s.", "the '80s", "198"),
        ("It was built in the 19th century.", "the 19th century", "18"),
        ("It was built in 480 BC.", "480 BC", "BC0480"),
        ("Budgets for fiscal 2023 rose.", "fiscal 2023", "2023"),
        ("It fell in nineteen ninety-seven.", "nineteen ninety-seven", "1997"),
        ("They met on Easter Sunday.", "Easter Sunday", "2022-04-17"),
        ("They met on Thanksgiving 2020.", "Thanksgiving 2020", "2020-11-26"),
    ],
)
def test_dates_of_the_calendar(text: str, words: str, value: str) -> None:
    assert found(text).values() == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "value", "offset"),
    [
        ("The talks failed yesterday.", "2022-03-10", "P-1D"),
        ("The talks resume tomorrow.", "2022-03-12", "P1D"),
        ("The envoy left the day before yesterday.", "2022-03-09", "P-2D"),
        ("The envoy left last month.", "2022-02", "P-1M"),
        ("The envoy left earlier this year.", "2022", "P0Y"),
        ("The envoy leaves early next week.", "2022-W11", "P1W"),
        ("The envoy left two weeks ago.", "2022-W08", "P-2W"),
        ("The envoy left last weekend.", "2022-W09-WE", "P-1W"),
        ("The envoy left a decade ago.", "2012", "P-10Y"),
    ],
)
def test_dates_counted_from_the_day_of_writing(text: str, value: str, offset: str) -> None:
    (time,) = found(text).times.times
    assert (time.type, time.value, time.offset) == ("DATE", value, offset)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister said so on Wednesday.", "2022-03-09"),
        ("The minister said so on Friday.", "2022-03-11"),
        ("The minister will meet them on Wednesday.", "2022-03-16"),
        ("The talks are set to resume on Monday.", "2022-03-14"),
        ("The envoys failed to agree on Monday.", "2022-03-07"),
        ("The deadline was extended until Monday.", "2022-03-14"),
        ("The minister went home last Friday.", "2022-03-04"),
        ("Elections were held on Nov. 8.", "2021-11-08"),
        ("Elections are scheduled for Nov. 8.", "2022-11-08"),
        ("Fighting began in December.", "2021-12"),
        ("A summit will be held in June.", "2022-06"),
    ],
)
def test_the_tense_tells_which_one_is_meant(text: str, value: str) -> None:
    assert found(text).value() == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met at 6:30am yesterday morning.", "6:30am yesterday morning", "2022-03-10T06:30"),
        ("They met at 10 a.m. EST Tuesday.", "10 a.m. EST Tuesday", "2022-03-08T10:00"),
        ("They met at noon Saturday.", "noon Saturday", "2022-03-05T12:00"),
        ("They met late on Friday night.", "Friday night", "2022-03-11TNI"),
        ("They met last night.", "last night", "2022-03-10TNI"),
        ("They met on the morning of March 3.", "the morning of March 3", "2022-03-03TMO"),
        ("They met at 18:45 GMT on Thursday.", "18:45 GMT on Thursday", "2022-03-10T18:45"),
    ],
)
def test_hours_and_parts_of_a_day(text: str, words: str, value: str) -> None:
    assert found(text).values() == [(words, "TIME", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The meeting lasted about 90 minutes.", "about 90 minutes", "PT90M"),
        ("It followed two weeks of war.", "two weeks", "P2W"),
        ("They spoke for a minute and a half.", "a minute and a half", "PT1M30S"),
        ("They spoke for 2 1/2 years.", "2 1/2 years", "P2Y6M"),
        ("It was the calmest of the past three years.", "the past three years", "P3Y"),
        ("They agreed to a 72-hour truce.", "72-hour", "PT72H"),
        ("They fought for half a century.", "half a century", "P50Y"),
        ("They talked for several days.", "several days", "PXD"),
        ("They have fought for years.", "years", "PXY"),
        ("They stayed for a few fortnights.", "a few fortnights", "PXW"),
    ],
)
def test_lengths(text: str, words: str, value: str) -> None:
    assert found(text).values() == [(words, "DURATION", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The council meets every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("The council meets on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("The council meets twice a week.", "twice a week", "P1W"),
        ("The council meets annually.", "annually", "P1Y"),
        ("The council meets every two months.", "every two months", "P2M"),
    ],
)
def test_what_comes_again(text: str, words: str, value: str) -> None:
    assert found(text).values() == [(words, "SET", value)]


def test_vague_times() -> None:
    text = "They will stay in touch in the coming days. They are now closer. They met recently."
    assert found(text).values() == [
        ("the coming days", "DATE", "FUTURE_REF"),
        ("now", "DATE", "PRESENT_REF"),
        ("recently", "DATE", "PAST_REF"),
    ]


def test_a_time_counts_from_the_one_told_before() -> None:
    text = "The war began on June 25, 1950. Two days later the council met. It met the next month."
    assert [value for _, _, value in found(text).values()] == [
        "1950-06-25",
        "1950-06-27",
        "1950-07",
    ]


def test_a_history_goes_on_in_its_own_year() -> None:
    text = (
        "In 1914 the war began. In 1915 it spread. In March 1916 the siege began. In July the "
        "relief failed. In 1917 the lines held. On April 11, 1918, they broke. By June all was "
        "lost. In 1919 they signed."
    )
    assert [v for w, _, v in found(text).values() if w in ("July", "June")] == [
        "1916-07",
        "1918-06",
    ]


def test_both_ends_of_a_range_are_times() -> None:
    assert found("The talks of March 2-5 and 12-14 July 1950 failed.").values() == [
        ("March 2", "DATE", "2022-03-02"),
        ("5", "DATE", "2022-03-05"),
        ("12", "DATE", "1950-07-12"),
        ("14 July 1950", "DATE", "1950-07-14"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A 10-year-old boy and a man, 52 years old, were freed.",
        "It may fall, and many march.",
        "The council adopted Resolution 1973.",
        "More than 1500 soldiers left.",
        "It costs $5 million a year.",
        "He told USA Today that it would rain.",
        "Two-thirds agreed; about three-quarters of them left.",
        "Jan Novak led the march.",
        "A second group of 1,990 people came.",
    ],
)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert found(text).values() == []


@pytest.mark.parametrize("text", ["Feb. 30", "June 31, 2021", "02/03/2022", "30 February 2020"])
def test_a_day_that_is_none_or_could_be_two_has_no_value(text: str) -> None:
    assert found(f"It was dated {text} by mistake.").values() == [(text, "DATE", None)]


def test_without_a_day_of_writing_nothing_is_invented() -> None:
    text = "They met yesterday. They met on Wednesday and on Feb. 24. They met last month."
    page = found(text, published=None)
    assert [(t.value, t.offset) for t in page.times.times] == [
        (None, "P-1D"),
        ("XXXX-WXX-3", None),
        ("XXXX-02-24", None),
        (None, "P-1M"),
    ]


@pytest.mark.parametrize("year", [1890, 2090])
def test_other_centuries(year: int) -> None:
    page = found("They met yesterday and on Feb. 24.", published=date(year, 3, 1))
    assert [v for _, _, v in page.values()] == [f"{year}-02-28", f"{year}-02-24"]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar(published: date) -> None:
    text = (
        "Last Friday, next Friday, this Sunday, tomorrow, yesterday, 9000 years ago, next century, "
        "a week later, Easter, next spring, year-end, the weekend, 99999 days from now, last May."
    )
    assert len(found(text, published=published).times.times) > 10


def test_the_dateline_may_tell_the_day_of_writing() -> None:
    text = "RIGA, March 3, 2021 (Agency) - The envoy left on Monday."
    page = found(text, published=None, dateline="RIGA, March 3, 2021 (Agency)")
    assert page.values()[-1] == ("Monday", "DATE", "2021-03-01")


def test_a_teaser_is_not_of_the_day_of_its_page() -> None:
    page = found("The envoy left yesterday.", kind="teaser")
    assert [(t.value, t.offset) for t in page.times.times] == [(None, "P-1D")]
    assert page.day("left") is None


def test_no_time_runs_over_a_border_of_blocks() -> None:
    assert found("They left in March\n2021 was a hard year.").values() == [
        ("March", "DATE", "2022-03"),
        ("2021", "DATE", "2021"),
    ]


def test_ids_and_spans_come_from_the_text() -> None:
    (time,) = found("They met yesterday.").times.times
    assert time.span == Span(9, 18)
    assert time.id == content_id("tm", "page", time.span)
    assert PUBLISHED.isoweekday() == 5


def test_hostile_text_is_read_to_its_end() -> None:
    text = "the " * 2000 + "1 - " * 2000 + "next last the past " * 1000 + "two weeks and " * 500
    assert found(text).times.times
