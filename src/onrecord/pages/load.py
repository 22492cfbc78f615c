"""Any source → the page and its stories. The one place that knows the order of the steps."""

from __future__ import annotations

import hashlib
from datetime import date

import msgspec

from onrecord.errors import EmptySource
from onrecord.pages import dates
from onrecord.pages.bylines import signed_by
from onrecord.pages.decoding import Decoded, decode
from onrecord.pages.language import code, language_of, named
from onrecord.pages.limits import Limits
from onrecord.pages.plain import plain_stories
from onrecord.pages.sniffing import HTML, PLAIN, media_type_of, refuse_binary
from onrecord.pages.sources import Received, Source, receive
from onrecord.record import Page, Published, Span, Story, content_id

HEADLINE_TAIL = 80
"""Code points after a headline that show whether its line goes on."""

SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class LoadedPage(msgspec.Struct, frozen=True):
    """A page as text, its stories in page order, and in plain words what was not read as it is."""

    page: Page
    stories: tuple[Story, ...]
    notices: tuple[str, ...] = ()


def load(
    source: Source,
    *,
    published: str | date | None = None,
    title: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> LoadedPage:
    """Read a page from a path, an ``http(s)`` address, bytes, an open file, or "-" (stdin).

    A ``str`` is a path, an address or "-", never text: for text in hand use :func:`load_text`.
    ``published``, ``title`` and ``language`` (ISO 639-1) win over what the page says.
    Raises :class:`onrecord.errors.SourceError` or one of its kinds, and ``ValueError`` where
    ``published`` is not a day.
    """
    limits = limits or Limits()
    given = None if published is None else dates.given(published)
    received = receive(source, limits)
    if not received.data.strip():
        raise EmptySource("is empty", source=received.name, remedy="give a page with text in it")
    refuse_binary(received.data, received.name, received.media_type)
    media_type = media_type_of(received.data, received.media_type, received.suffix)
    decoded = _decoded(received, media_type)
    digest = hashlib.sha256(received.data).hexdigest()
    hints = _Hints(given, title, language)
    if media_type == HTML:
        return _html(decoded, received, digest, hints)
    return _plain(decoded, received.name, received.address, digest, hints)


def load_text(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    language: str | None = None,
) -> LoadedPage:
    """Read a plain text in hand. ``page.text`` is ``text``, code point for code point.

    A lone surrogate cannot be written as UTF-8, so each is replaced by U+FFFD, one for one: no
    offset moves. Raises :class:`EmptySource` where there is no letter or digit in it.
    """
    given = None if published is None else dates.given(published)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _plain(Decoded(text, "str"), "text", None, digest, _Hints(given, title, language))


class _Hints(msgspec.Struct, frozen=True):
    """What the caller says of the page."""

    published: str | None
    title: str | None
    language: str | None


def _decoded(received: Received, media_type: str) -> Decoded:
    """The text of what was received."""
    if received.text is not None:
        return Decoded(received.text, "str")
    return decode(received.data, received.name, charset=received.charset, media_type=media_type)


def _without_surrogates(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with lone surrogates replaced, and a notice where there were any."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.translate(SURROGATES), ("lone surrogates were replaced by U+FFFD",)
    return text, ()


def _require_words(text: str, name: str) -> None:
    if not any(map(str.isalnum, text)):
        raise EmptySource("has no text", source=name, remedy="give a page with text in it")


def _plain(
    decoded: Decoded, name: str, address: str | None, digest: str, hints: _Hints
) -> LoadedPage:
    """A page of plain text."""
    text, replaced = _without_surrogates(decoded.text)
    _require_words(text, name)
    page_id = content_id("page", digest)
    stories = plain_stories(text, page_id)
    article = _article(stories)
    headline = article.headline if article is not None and _stands_alone(text, article) else None
    published = (
        _argument(hints)
        or (dates.from_address(address or name))
        or dates.from_lines(text[:2000].splitlines())
        or dates.from_lines(_first_lines(text, article))
        or _filed(text, article)
    )
    page = Page(
        id=page_id,
        source=name,
        sha256=digest,
        media_type=PLAIN,
        language=code(hints.language) or language_of(_words_of(text, article)),
        title=hints.title or (text[headline.start : headline.end] if headline else None),
        authors=_signed(text, article),
        url=address,
        published=published,
        text=text,
    )
    return _finished(page, stories, (*decoded.notices, *replaced))


def _html(decoded: Decoded, received: Received, digest: str, hints: _Hints) -> LoadedPage:
    """A page of HTML."""
    from onrecord.pages.html import html_stories, read_html

    text, replaced = _without_surrogates(decoded.text)
    address = received.address or (received.name if received.name.startswith("http") else None)
    read = read_html(text, address)
    if read is None:
        raise EmptySource(
            "shows no text",
            source=received.name,
            remedy="if a script fills the page, save it from a browser",
        )
    _require_words(read.text, received.name)
    page_id = content_id("page", digest)
    stories = html_stories(read, page_id)
    article = _article(stories)
    told = read.metadata
    published = (
        _argument(hints)
        or (Published(value=told.published, source="metadata") if told.published else None)
        or dates.from_address(told.url or address or "")
        or dates.from_lines(_first_lines(read.text, article))
        or _filed(read.text, article)
    )
    page = Page(
        id=page_id,
        source=received.name,
        sha256=digest,
        media_type=HTML,
        language=code(hints.language) or language_of(_words_of(read.text, article), told.language),
        title=hints.title or told.title,
        authors=told.authors or _signed(read.text, article),
        site=told.site,
        url=told.url or received.address,
        published=published,
        text=read.text,
    )
    return _finished(page, stories, (*decoded.notices, *replaced))


def _article(stories: tuple[Story, ...]) -> Story | None:
    return next((one for one in stories if one.kind == "article"), None)


def _argument(hints: _Hints) -> Published | None:
    return None if hints.published is None else Published(value=hints.published, source="argument")


def _filed(text: str, article: Story | None) -> Published | None:
    """The day in the article's dateline, where its year is written too."""
    if article is None or article.dateline is None:
        return None
    found = dates.day_of(text[article.dateline.span.start : article.dateline.span.end])
    return None if found is None else Published(value=found, source="text")


def _first_lines(text: str, article: Story | None) -> list[str]:
    """The lines about the article's head."""
    start = 0 if article is None else article.span.start
    return text[start : start + 1500].splitlines()


def _stands_alone(text: str, article: Story) -> bool:
    """Whether an article's headline is a line of its own, and so the page's title."""
    if article.headline is None:
        return False
    end = article.headline.end
    rest_of_line = next(iter(text[end : end + HEADLINE_TAIL].splitlines()), "")
    return not rest_of_line.strip()


def _signed(text: str, article: Story | None) -> tuple[str, ...]:
    """The names in the article's byline."""
    for block in article.blocks if article is not None else ():
        if block.kind == "byline":
            names = signed_by(text[block.span.start : block.span.end])
            if names:
                return names
    return ()


def _words_of(text: str, article: Story | None) -> str:
    """The article's text, by which the language is told."""
    span = article.span if article is not None else Span(0, len(text))
    return text[span.start : span.end]


def _finished(page: Page, stories: tuple[Story, ...], notices: tuple[str, ...]) -> LoadedPage:
    """The loaded page, with a notice where its language is not read."""
    if page.language not in (None, "en"):
        unread = f"statements were not read: the page is in {named(page.language or '')}"
        notices = (*notices, unread)
    return LoadedPage(page, stories, notices)
