"""Records made by hand, for what shows records: no model is needed."""

from __future__ import annotations

from onrecord.record import (
    Block,
    BlockKind,
    Page,
    Published,
    Record,
    Span,
    Speaker,
    Statement,
    Story,
    content_id,
)

TEXT = (
    "Talks end\n"
    "Brandvold said that Reyl had told her: “We will not sign -- ever, & that’s final.”\n"
    "Photo: Press Pool\n"
    "“Come back on Monday,” she added, “or do not come back,” and left.\n"
    "FEES: A union wants less A union would stop paying, it said on"
)


def span_of(words: str, text: str = TEXT) -> Span:
    """Where the words stand; they must stand there once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def statement_of(
    story: Story,
    *,
    speaker: str | None,
    cue: str,
    content: tuple[str, ...],
    inside: str | None = None,
    text: str = TEXT,
) -> Statement:
    """A statement by its words."""
    who = span_of(speaker, text) if speaker else None
    contents = tuple(span_of(words, text) for words in content)
    parts = [span_of(cue, text), *contents, *([who] if who else [])]
    return Statement(
        id=content_id("st", "page", *parts),
        story=story.id,
        span=Span(min(part.start for part in parts), max(part.end for part in parts)),
        speaker=Speaker(span=who),
        cue=(span_of(cue, text),),
        content=contents,
        kind="direct" if "“" in content[0] else "indirect",
        inside=inside,
        confidence=0.875,
    )


def record(*, url: str | None = "https://news.example/talks", source: str = "talks.html") -> Record:
    """One article with three statements, one of them inside another, and a teaser."""
    lines = TEXT.split("\n")
    kinds: tuple[BlockKind, ...] = ("heading", "paragraph", "credit", "paragraph")
    blocks = tuple(
        Block(kind=kind, span=span_of(line)) for kind, line in zip(kinds, lines, strict=False)
    )
    article = Story(id="story-1", kind="article", span=Span(0, blocks[-1].span.end), blocks=blocks)
    teaser = Story(
        id="story-2",
        kind="teaser",
        span=span_of(lines[-1]),
        kicker=span_of("FEES:"),
        truncated=True,
        blocks=(Block(kind="paragraph", span=span_of(lines[-1])),),
    )
    reported = "Reyl had told her: “We will not sign -- ever, & that’s final.”"
    outer = statement_of(article, speaker="Brandvold", cue="said that", content=(reported,))
    inner = statement_of(
        article,
        speaker="Reyl",
        cue="had told her",
        content=("“We will not sign -- ever, & that’s final.”",),
        inside=outer.id,
    )
    split = statement_of(
        article,
        speaker="she",
        cue="added",
        content=("“Come back on Monday,”", "“or do not come back,”"),
    )
    return Record(
        page=Page(
            id="page",
            source=source,
            sha256="0" * 64,
            media_type="text/html",
            language="en",
            title="Talks end",
            url=url,
            published=Published(value="2024-05-17", source="metadata"),
            text=TEXT,
        ),
        stories=(article, teaser),
        statements=(outer, inner, split),
    )
