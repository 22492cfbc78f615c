"""Where a party stands: the latest words, told from those before and from what others report."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.compare import Parties, Standing, positions_of, standing
from onrecord.record import Bound, Record
from tests.compare.negotiation import Done, Said, page


def norway(*records: Record) -> Standing:
    parties = Parties(records)
    return standing(parties.country("NOR"), positions_of(records, parties))


def said(words: str, day: str | None = None, stance: str = "demands", **known: object) -> Said:
    return Said("norway", stance, "talks", words, day, **known)  # type: ignore[arg-type]


def words_of(found: Standing) -> list[str]:
    return [held.words for held in found.latest]


def test_a_later_day_takes_the_place_of_an_earlier_one() -> None:
    found = norway(page(said("a later date", "2024-05-02"), said("an early date", "2024-05-09")))
    assert words_of(found) == ["an early date"]
    assert [held.words for held in found.earlier] == ["a later date"]


def test_a_bound_is_not_later_than_a_day_of_the_same_page() -> None:
    both = norway(page(said("a venue", "2024-05-09"), said("an agenda"), published="2024-05-10"))
    assert words_of(both) == ["a venue", "an agenda"]


def test_a_later_page_takes_the_place_of_an_earlier_one() -> None:
    found = norway(
        page(said("a venue", "2024-05-09"), id_="one"),
        page(said("an agenda"), id_="two", published="2024-05-20"),
    )
    assert words_of(found) == ["an agenda"]
    assert found.latest[0].day is not None
    assert (found.latest[0].day.value, found.latest[0].day.bound) == ("2024-05-20", "not after")


@given(
    days=st.lists(
        st.tuples(st.integers(1, 4), st.integers(1, 9), st.sampled_from(["on", "not after"])),
        max_size=12,
    )
)
def test_what_stands_is_what_no_other_follows(days: list[tuple[int, int, Bound]]) -> None:
    pages: dict[int, list[Said]] = defaultdict(list)
    for nth, (number, day, bound) in enumerate(days):
        pages[number].append(
            Said("norway", "demands", "talks", f"thing{chr(97 + nth)}", f"2024-05-0{day}", bound)
        )
    records = [page(*of_page, id_=f"page-{number}") for number, of_page in pages.items()]
    held = positions_of(records, Parties(records))
    expected = {one.words for one in held if not any(one.before(other) for other in held)}
    assert set(words_of(norway(*records))) == expected


def test_without_any_day_nothing_is_later() -> None:
    found = norway(page(said("a venue"), said("an agenda"), published=None))
    assert words_of(found) == ["a venue", "an agenda"]
    assert found.latest[0].day is None


def test_of_one_stance_on_one_point_the_last_stands() -> None:
    found = norway(page(said("a neutral venue"), said("a new venue"), said("an agenda")))
    assert words_of(found) == ["a new venue", "an agenda"]


def test_two_stances_on_one_point_are_both_shown() -> None:
    found = norway(page(said("a neutral venue"), said("the venue", stance="accepts")))
    assert [held.stance for held in found.latest] == ["demands", "accepts"]


def test_what_others_report_counts_only_where_the_party_is_silent() -> None:
    reported = said("to leave the talks", reported_by="iceland")
    alone = norway(page(reported))
    assert alone.is_reported
    assert words_of(alone) == ["to leave the talks"]
    beside = norway(page(reported, said("a venue")))
    assert not beside.is_reported
    assert words_of(beside) == ["a venue"]
    assert [held.words for held in beside.reported] == ["to leave the talks"]


def test_beside_a_denial_what_others_report_fills_the_place() -> None:
    found = norway(page(said("any talks", stance="denies"), said("a deal", reported_by="iceland")))
    assert found.is_reported
    assert words_of(found) == ["any talks", "a deal"]


def test_what_its_own_minister_reports_is_its_own() -> None:
    assert not norway(page(said("a venue", reported_by="minister"))).is_reported


def test_who_speaks_is_named() -> None:
    (held,) = norway(page(said("a venue", speaker="minister"))).latest
    assert held.speakers == ("Ilse Brandvold",)
    (held,) = norway(page(said("a venue", speaker="norway"))).latest
    assert held.speakers == ()  # it is the party itself


def test_a_page_that_comes_twice_counts_once() -> None:
    record = page(said("a venue"))
    assert len(positions_of([record, record], Parties([record, record]))) == 1


def test_a_warning_counts_where_it_threatens() -> None:
    threat = said("hunger", stance="warns of", speaker="minister", act="threaten")
    worry = said("hunger", stance="warns of", speaker="minister")
    assert norway(page(threat)).latest[0].threatens
    assert not norway(page(worry)).latest[0].threatens


def test_a_warning_whose_words_tell_a_threat_counts() -> None:
    worry = said("hunger", stance="warns of", speaker="minister")
    record = page(worry, Done("norway", "THREATEN", "a blockade"))
    (threat,) = record.events
    over = replace(threat, span=record.positions[0].text)
    assert not norway(record).latest[0].threatens
    assert norway(replace(record, events=(over,))).latest[0].threatens


def test_a_party_without_positions_has_no_standing() -> None:
    assert not norway(page())
