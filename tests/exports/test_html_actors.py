"""Who, when and where on the web page of a record."""

from __future__ import annotations

import re
from html import unescape

import pytest
from msgspec.structs import replace

from onrecord.exports import html
from onrecord.record import Record, Span, When
from tests import handmade
from tests.exports.test_html import Reading

TAG = re.compile(r"<[^>]+>")


def page_of(record: Record) -> str:
    return "".join(html.pages([record]))


def element(page: str, identity: str, tag: str) -> str:
    """The inside of the one element with that id."""
    found = re.findall(rf'<{tag}\b[^>]* ?id="{identity}"[^>]*>(.*?)</{tag}>', page, re.DOTALL)
    assert len(found) == 1, identity
    return str(found[0])


def words_in(markup: str) -> str:
    return " ".join(unescape(TAG.sub(" ", markup)).split())


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (
            1,
            "1 Ilse Brandvold Foreign Minister · NOR said on Thursday that the nets would stay out "
            "of the water 2024-05-16 · Bergen, NOR indirect · assert · confidence 0.88",
        ),
        (
            2,
            "2 Ilse Brandvold Foreign Minister · NOR “she” answered “We counted 3 < 4 boats & no "
            "more,” 2024-05-17 or earlier · meeting · to Tomas Reyl direct · assert · "
            "confidence 0.88",
        ),
        (
            3,
            "3 “ A senior official ” not identified hoped that the talks would go on 2024-05-17 or "
            "earlier indirect · assert · confidence 0.88",
        ),
        (
            4,
            "4 Ilse Brandvold Foreign Minister · NOR Tomas Reyl former envoy · ISL “Both” promised "
            "to meet again indirect · assert · confidence 0.88",
        ),
        (
            5,
            "5 Tomas Reyl former envoy · ISL told Havn Radio Norway would then ask Iceland for its "
            "charts 2024-05-17 or earlier · interview with Havn Radio indirect · assert · "
            "confidence 0.88",
        ),
        (6, "6 not named “Nobody asked us.” direct · assert · confidence 0.88"),
    ],
)
def test_an_entry_shows_all_that_is_known(number: int, shown: str) -> None:
    assert words_in(element(page_of(handmade.talks()), f"p1-s{number}", "li")) == shown


def test_an_entry_of_a_teaser_says_that_it_is_of_another_story() -> None:
    record = handmade.talks()
    teaser = replace(record.stories[0], kind="teaser")
    assert "in another story" in page_of(replace(record, stories=(teaser,)))
    assert "in another story" not in page_of(record)


def test_speaker_day_and_place_lead_to_their_words() -> None:
    page = page_of(handmade.talks())
    entry = element(page, "p1-s1", "li")
    links = dict(re.findall(r'<a[^>]* href="#([^"]+)">(.*?)</a>', entry))
    assert links["p1-a1"] == "Ilse Brandvold"
    assert links["p1-time2"] == '<time datetime="2024-05-16">2024-05-16</time>'
    assert links["p1-place1"] == "Bergen, NOR"
    assert element(page, "p1-time2", "span") == "Thursday"
    assert element(page, "p1-place1", "span") == "BERGEN"


def test_every_mention_in_the_list_leads_to_the_same_words_in_the_text() -> None:
    record = handmade.talks()
    page = page_of(record)
    for number, actor in enumerate(record.actors, start=1):
        item = element(page, f"p1-a{number}", "li")
        links = re.findall(r'<a href="#(p1-a\d+-\d+)">(.*?)</a>', item)
        assert len(links) == len(actor.mentions)
        for (identity, words), (start, end) in zip(links, actor.mentions, strict=True):
            assert words == record.page.text[start:end]
            assert words_in(_from(page, identity)).startswith(words)


def _from(page: str, identity: str) -> str:
    """The page from inside the element with that id to the end of its block."""
    return page.split(f'id="{identity}"', 1)[1].split(">", 1)[1].split("</p>", 1)[0]


def test_the_list_says_who_an_actor_is_and_what_they_say() -> None:
    page = page_of(handmade.talks())
    item = element(page, "p1-a1", "li")
    assert words_in(item.split("<details>")[0]) == (
        "Ilse Brandvold Foreign Minister · NOR person · GOV · statements 1 , 2 , 4"
    )
    assert re.findall(r'href="#(p1-s\d)"', item) == ["p1-s1", "p1-s2", "p1-s4"]
    assert '<abbr title="Norway">NOR</abbr>' in item
    assert '<a href="#p1-actors">5 actors</a>' in page


def test_pointing_at_a_name_tells_what_it_stands_for() -> None:
    page = page_of(handmade.talks())
    assert 'id="p1-a1-2" title="Ilse Brandvold · Foreign Minister · NOR">she<' in page
    assert 'title="2024-05-16">Thursday<' in page
    assert 'title="Bergen, NOR (60.39, 5.32)">BERGEN<' in page


def test_names_do_not_cut_the_words_of_statements() -> None:
    with_names = page_of(handmade.talks())
    without = page_of(replace(handmade.talks(), actors=(), times=(), places=()))
    for part in ("speaker", "cue", "content"):
        count = with_names.count(f'<span class="{part} s')
        assert count == without.count(f'<span class="{part} s') > 0


def test_a_record_without_actors_has_no_list_of_them() -> None:
    page = page_of(replace(handmade.talks(), actors=()))
    assert "actors</a>" not in page
    assert "<aside" not in page


def test_words_that_are_not_shown_are_not_linked() -> None:
    record = handmade.talks()
    headline = record.stories[0].blocks[0]
    story = replace(record.stories[0], span=headline.span, blocks=(headline,))
    reading = Reading(page_of(replace(record, stories=(story,), statements=record.statements[:1])))
    inner = {link.removeprefix("#") for link in reading.links if link.startswith("#")}
    assert not [link for link in inner if re.match(r"p1-(a\d+-|time|place)", link)]


def test_a_day_that_is_none_is_no_time_element() -> None:
    record = handmade.talks()
    first = replace(record.statements[0], said_on=When(value="2024-W20", bound="on"))
    page = page_of(replace(record, statements=(first,)))
    assert "2024-W20" in page
    assert "<time" not in page


def test_hostile_names_are_only_words() -> None:
    hostile = "</style><script>alert(1)</script><img src=x onerror=alert(2)>\"' onclick=x $who ${x}"
    record = handmade.talks()
    actors = tuple(
        replace(
            actor,
            name=hostile,
            country=hostile,
            sectors=(hostile,),
            roles=tuple(replace(role, title=hostile) for role in actor.roles),
        )
        for actor in record.actors
    )
    places = (replace(record.places[0], name=hostile, country=hostile),)
    times = tuple(replace(time, value=hostile) for time in record.times)
    statements = tuple(
        replace(each, said_on=When(value=hostile, bound="on")) for each in record.statements
    )
    page = page_of(
        replace(record, actors=actors, places=places, times=times, statements=statements)
    )
    reading = Reading(page)
    assert reading.tags.isdisjoint({"script", "img"})
    assert sum(hostile in words for words in reading.words) > 10


def test_a_page_of_very_many_names_is_still_made_name_by_name() -> None:
    text = "Reyl " * 3000
    record = handmade.talks()
    mentions = tuple(Span(n * 5, n * 5 + 4) for n in range(3000))
    story = replace(record.stories[0], span=Span(0, len(text)), blocks=(), dateline=None)
    page = page_of(
        replace(
            record,
            page=replace(record.page, text=text),
            stories=(story,),
            actors=(replace(record.actors[1], mentions=mentions, roles=()),),
            times=(),
            places=(),
            statements=(),
        )
    )
    assert len(re.findall(r'id="p1-a1-\d+"', page)) == 3000
