"""The day an HTML page was published, from what its markup declares; never from prose."""

from __future__ import annotations

import logging
from typing import Any

import lxml.html

from onrecord.pages import dates

log = logging.getLogger(__name__)

# Names of the meta element that carry the day of publication, the most exact first.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
    "rnews:datepublished", "parsely-pub-date", "sailthru.date", "article.published",
    "published_time", "publish-date", "publishdate", "publish_date", "publication_date", "pubdate",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dc.date.created",
    "dcterms.date", "date.issued", "originalpublicationdate", "article_date_original",
    "cxenseparse:recs:publishtime",
    "ptime", "displaydate", "date", "created",
)  # fmt: skip


def published(
    tree: lxml.html.HtmlElement, metas: dict[str, str], article: dict[str, Any]
) -> str | None:
    """The day of publication as an ISO day, from what the page declares; never from prose."""
    declared = [article.get("datePublished"), article.get("dateCreated")]
    declared += [metas.get(name) for name in _DATE_NAMES]
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        if "datepublished" in (element.get("itemprop") or "").lower() or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            declared.append(element.get("datetime") or element.get("content") or element.text)
    for value in declared:
        day = dates.day_of(value) if isinstance(value, str) else None
        if day is not None:
            return day
    return _published_elsewhere(tree)


def _published_elsewhere(tree: lxml.html.HtmlElement) -> str | None:
    """htmldate's strict reading of what markup is left, such as a lone ``<time>``."""
    times = {dates.day_of(element.get("datetime") or "") for element in tree.iter("time")} - {None}
    if len(times) == 1:
        return times.pop()
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(tree, extensive_search=False, original_date=True)
    except Exception:
        # Markup of the page drives the library, and it may raise anything over markup that it
        # does not expect; the page is still read, and its day stays unknown.
        log.debug("htmldate failed; the day of publication is not known", exc_info=True)
        return None
    return dates.day_of(found) if isinstance(found, str) else None
