"""What a page says of itself, and what is never invented."""

from __future__ import annotations

import pytest

from onrecord.pages import load, load_text

BODY = "<p>Norland has asked for talks, the foreign minister said on Thursday in Odmar.</p>"

WORDS = "The delegation spoke for an hour and left. " * 3


def page_with(head: str, body: str = BODY) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<meta property="article:published_time" content="2023-05-04T23:30:00-05:00">',
            "2023-05-04",
        ),
        ('<meta name="pubdate" content="4 May 2023">', "2023-05-04"),
        ('<link rel="canonical" href="https://post.example/2023/05/04/talks">', "2023-05-04"),
        ('<meta name="copyright" content="© 2023 The Odmar Post">', None),
        ('<meta name="date" content="0000-00-00">', None),
    ],
)
def test_day_of_publication(head: str, day: str | None) -> None:
    published = load(page_with(head).encode()).page.published
    assert (published.value if published else None) == day


def test_a_surrogate_in_metadata_does_not_break_the_record() -> None:
    told = '{"@type": "NewsArticle", "headline": "A \\ud800 b"}'
    head = f'<script type="application/ld+json">{told}</script>'
    title = load(page_with(head).encode()).page.title
    assert title is not None
    assert title.encode("utf-8")


def test_broken_json_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": [[[[</script><title>Talks fail</title>'
    assert load(page_with(head).encode()).page.title == "Talks fail"


def test_argument_wins_over_the_page() -> None:
    source = page_with('<meta name="pubdate" content="2023-05-04"><title>Talks</title>').encode()
    page = load(source, published="2022-03-11", title="Given", language="en-GB").page
    assert page.published is not None
    assert (page.published.value, page.published.source) == ("2022-03-11", "argument")
    assert (page.title, page.language) == ("Given", "en")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            f"Briefing of the commission\nVessen, June 4, 2024\n\n{'Words were said. ' * 5}",
            "2024-06-04",
        ),
        (f"Talks fail\n\nODMAR, 3 October 2023 — {'Words were said. ' * 5}", "2023-10-03"),
        (
            f"From: a@b.example\nDate: Thu, 6 Jun 2024 18:02:11 +0200\n\n{'Words. ' * 9}",
            "2024-06-06",
        ),
        (f"Talks fail\n\nODMAR, October 3 — {'Words were said. ' * 5}", None),
    ],
)
def test_day_written_above_a_text(text: str, day: str | None) -> None:
    published = load_text(text).page.published
    assert (published.value if published else None) == day


def test_plain_text_has_a_title_only_where_a_headline_stands() -> None:
    body = "The talks ended on Thursday without a result, the foreign ministry of Norland said."
    assert load_text(f"{body}\n{body}").page.title is None
    assert load_text(f"Talks end without result\n\n{body}").page.title == "Talks end without result"


def test_another_language_is_named_and_not_read_as_english() -> None:
    text = (
        "Le ministre des affaires étrangères a déclaré jeudi que les négociations avaient échoué "
        "et que son gouvernement ne signerait pas l'accord proposé par les deux autres pays. "
        "Il a ajouté que la frontière resterait fermée jusqu'à la fin du mois de novembre."
    )
    loaded = load_text(text)
    assert loaded.page.language == "fr"
    assert any("French (fr)" in notice for notice in loaded.notices)
    assert loaded.stories
    assert load_text("Talks fail.").page.language == "en"


def test_style_alone_sets_names_apart() -> None:
    line = '<p><span class="a">Jane Doe</span><span class="b">May 4, 2024</span></p>'
    assert load(page_with("", line + BODY).encode()).page.text.startswith("Jane Doe May 4, 2024")
