"""What an HTML page says of itself: title, authors, day of publication, site, address, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import lxml.html

from onrecord.pages.publication import published

_ARTICLE_TYPES = re.compile(r"(?:article|posting|report|review|story)$", re.I)
_SEPARATOR = re.compile(r"\s+[|–—•·»-]\s+")
_BY = re.compile(r"^\s*(?:by|written by|author:?)\s+", re.I)
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
MOST_AUTHORS = 20
DEEPEST_JSON = 12

_AUTHOR_NAMES = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "article:author_name", "authors",
)  # fmt: skip


@dataclass(slots=True)
class Metadata:
    """What the page says of itself; None or empty where it says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    headlines: list[str] = field(default_factory=list)


def read_metadata(tree: lxml.html.HtmlElement, address: str | None) -> Metadata:
    """The metadata of a page; ``address`` completes relative links."""
    metas = _metas(tree)
    article, other = _json_ld(tree)
    site = _text(metas.get("og:site_name")) or _publisher(article)
    found = Metadata(site=site)
    found.headlines = _headlines(tree, metas, article, site)
    found.title = found.headlines[0] if found.headlines else None
    found.authors = _authors(tree, metas, article)
    found.published = published(tree, metas, article)
    found.url = _canonical(tree, metas, address)
    found.language = tree.get("lang") or _language(metas, article, other)
    return found


def _metas(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """The content of each meta element by its name, property or itemprop; the first one counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(attribute)
            if name and content and content.strip():
                found.setdefault(name.strip().lower(), content)
    return found


def _json_ld(tree: lxml.html.HtmlElement) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The JSON-LD object of the article, empty if there is none, and the other objects."""
    others: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            data = json.loads(script.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _objects(data, 0):
            if any(_ARTICLE_TYPES.search(kind) for kind in _types(thing)):
                return thing, others
            others.append(thing)
    return {}, others


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object on the upper levels of a JSON-LD document."""
    if depth > DEEPEST_JSON:
        return
    if isinstance(data, list):
        for item in data[:100]:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(name), depth + 1)


def _types(thing: dict[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    return [
        kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
    ]


def _text(value: Any) -> str | None:
    """A string on one line, without entities and tags that were escaped twice; None if empty."""
    if not isinstance(value, str):
        return None
    bare = unescape(_TAG.sub(" ", value[:2000])).replace("\x00", "")
    # JSON may hold lone surrogates ("\\ud800"), which no output can.
    bare = bare.encode("utf-8", "replace").decode("utf-8")
    return _SPACE.sub(" ", bare).strip() or None


def _headlines(
    tree: lxml.html.HtmlElement, metas: dict[str, str], article: dict[str, Any], site: str | None
) -> list[str]:
    """Titles in order of trust, without the site's name at their end."""
    first_level = [_text("".join(heading.itertext())) for heading in list(tree.iter("h1"))[:20]]
    candidates = [
        _text(article.get("headline")),
        _text(metas.get("og:title")),
        _text(metas.get("twitter:title")),
        *(first_level if len(first_level) == 1 else ()),
        _text(tree.findtext(".//title")),
        *(first_level if len(first_level) != 1 else ()),
    ]
    found: list[str] = []
    for candidate in candidates:
        if candidate:
            bare = _without_site(candidate, site)
            if bare and bare not in found:
                found.append(bare)
    return found


def _without_site(title: str, site: str | None) -> str:
    """The title alone: "Talks fail | The Example" → "Talks fail"."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1].casefold()
    is_site = site is not None and (last in site.casefold() or site.casefold() in last)
    if is_site or (
        len(parts[-1].split()) <= 4 and len(parts[-1]) * 3 < len(title) and "|" in title
    ):
        cut = title.rfind(parts[-1])
        return re.sub(r"\s+[|–—•·»-]\s*$", "", title[:cut]).strip() or title
    return title


def _authors(
    tree: lxml.html.HtmlElement, metas: dict[str, str], article: dict[str, Any]
) -> tuple[str, ...]:
    """Names of people or desks that signed the page, in order, each once."""
    names = list(_author_names(article.get("author"), 0))
    if not names:
        names = [metas[name] for name in _AUTHOR_NAMES if name in metas]
    if not names:
        marked = _signatures(tree)
        names = [element.text_content() for element in marked[:MOST_AUTHORS]]
    found: list[str] = []
    for name in names:
        shown = _text(name)
        if shown is None or "://" in shown or len(shown) > 200:
            continue
        for single in re.split(
            r"\s*(?:;|,(?!\s*(?:Jr|Sr|PhD|MD))|\band\b|&|\|)\s*", _BY.sub("", shown)
        ):
            if (
                single
                and single not in found
                and len(single) <= 80
                and any(map(str.isalpha, single))
            ):
                found.append(single)
    return tuple(found[:MOST_AUTHORS])


def _signatures(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Elements that markup calls the author's name."""
    return [
        element
        for element in tree.iter("a", "span", "div", "p", "address", "strong")
        if element.get("rel") == "author" or element.get("itemprop") == "author"
    ]


def _author_names(value: Any, depth: int) -> Iterator[str]:
    """Names in a JSON-LD author, which may be a string, an object or a list of them."""
    if depth > 3:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _author_names(value.get("name"), depth + 1)
    elif isinstance(value, list):
        for item in value[:MOST_AUTHORS]:
            yield from _author_names(item, depth + 1)


def _publisher(article: dict[str, Any]) -> str | None:
    publisher = article.get("publisher")
    return _text(publisher.get("name")) if isinstance(publisher, dict) else None


def _canonical(
    tree: lxml.html.HtmlElement, metas: dict[str, str], address: str | None
) -> str | None:
    """The address that the page gives of itself."""
    links = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower()
    ]
    for candidate in [*links, metas.get("og:url")]:
        if not candidate or not candidate.strip():
            continue
        try:
            whole = urljoin(address or "", candidate.strip())
            if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).netloc:
                return str(whole)
        except ValueError:
            continue
    return None


def _language(
    metas: dict[str, str], article: dict[str, Any], other: list[dict[str, Any]]
) -> str | None:
    """The language that metadata names."""
    for name in ("og:locale", "content-language", "language", "dc.language"):
        if name in metas:
            return metas[name]
    for thing in (article, *other):
        if isinstance(thing.get("inLanguage"), str):
            return str(thing["inLanguage"])
    return None
