"""Stories on joined pages of plain text, against the way the pages were put together."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from onrecord.pages import load_text
from onrecord.record import Story
from training.pages.articles import articles, whole_articles
from training.pages.joined import JoinedPage, joined_pages

Figures = dict[str, float]


def measure_joined(data: Path, count: int, seed: int) -> Figures:
    """Figures on ``count`` pages joined from the held-out half."""
    pages = joined_pages(articles(data, "held-out"), count, seed)
    return score(pages)


def score(pages: list[JoinedPage]) -> Figures:
    """Teasers found (by their start), leaked and lost text, kickers, headlines and credits."""
    counts: Counter[str] = Counter()
    began = time.process_time()
    for page in pages:
        _count(page, load_text(page.text).stories, counts)
    elapsed = time.process_time() - began
    return {
        "pages": len(pages),
        "teaser precision": _ratio(counts["right"], counts["found"]),
        "teaser recall": _ratio(counts["right"], counts["gold"]),
        "exact span": _ratio(counts["exact"], counts["gold"]),
        "kicker recall": _ratio(counts["kicker right"], counts["kicker gold"]),
        "kicker precision": _ratio(counts["kicker right"], counts["kicker found"]),
        "headline recall": _ratio(counts["headline right"], counts["headline gold"]),
        "headline precision": _ratio(counts["headline right"], counts["headline found"]),
        "truncated right": _ratio(counts["truncated right"], counts["right"]),
        "leaked characters": _ratio(counts["leaked"], counts["teaser characters"]),
        "lost characters": _ratio(counts["lost"], counts["article characters"]),
        "false teasers on 0-teaser pages": _ratio(counts["false"], counts["without"]),
        "credit recall": _ratio(counts["credit right"], counts["credit gold"]),
        "credit precision": _ratio(counts["credit right"], counts["credit found"]),
        "cpu ms a page": 1000 * elapsed / max(1, len(pages)),
    }


def measure_whole(path: Path) -> Figures:
    """False teasers on whole articles as they are: every teaser found is one too many."""
    whole = whole_articles(path)
    pages = lost = characters = 0
    for article in whole:
        text = "\n\n".join([*([article.title] if article.title else []), *article.paragraphs])
        teasers = [one for one in load_text(text).stories if one.kind == "teaser"]
        pages += bool(teasers)
        lost += sum(one.span.end - one.span.start for one in teasers)
        characters += len(text)
    return {
        "articles": len(whole),
        "articles with a false teaser": pages,
        "lost characters": _ratio(lost, characters),
    }


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _count(page: JoinedPage, stories: tuple[Story, ...], counts: Counter[str]) -> None:
    """Add what one page gives."""
    gold = [one for one in page.stories if one.kind == "teaser"]
    found = [one for one in stories if one.kind == "teaser"]
    article = page.stories[0]
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    if not gold:
        counts["without"] += 1
        counts["false"] += bool(found)
    starts = {one.span.start: one for one in found}
    for wanted in gold:
        one = next(
            (starts[wanted.span[0] + d] for d in (0, 1, -1, 2, -2) if wanted.span[0] + d in starts),
            None,
        )
        counts["kicker gold"] += wanted.kicker is not None
        counts["headline gold"] += wanted.headline is not None
        if one is None:
            continue
        counts["right"] += 1
        counts["exact"] += tuple(one.span) == tuple(wanted.span)
        counts["kicker found"] += one.kicker is not None
        counts["headline found"] += one.headline is not None
        counts["kicker right"] += wanted.kicker is not None and one.kicker == tuple(wanted.kicker)
        counts["headline right"] += wanted.headline is not None and one.headline == tuple(
            wanted.headline
        )
        counts["truncated right"] += one.truncated == wanted.truncated
    own = [one for one in stories if one.kind == "article"]
    counts["teaser characters"] += sum(one.span[1] - one.span[0] for one in gold)
    counts["article characters"] += article.span[1] - article.span[0]
    counts["leaked"] += sum(max(0, one.span.end - article.span[1]) for one in own)
    counts["lost"] += sum(max(0, article.span[1] - one.span.start) for one in found)
    _count_credits(page, stories, counts)


def _count_credits(page: JoinedPage, stories: tuple[Story, ...], counts: Counter[str]) -> None:
    """Credits and captions by the line they are on."""
    marked = {
        tuple(block.span)
        for one in stories
        for block in one.blocks
        if block.kind in ("credit", "caption")
    }
    counts["credit gold"] += len(page.credits)
    counts["credit found"] += len(marked)
    counts["credit right"] += len(marked & set(map(tuple, page.credits)))
