"""Records made by hand, for what shows records: no model is needed."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from onrecord.record import (
    Actor,
    Block,
    BlockKind,
    Dateline,
    Occasion,
    Page,
    Place,
    Published,
    Record,
    Role,
    Span,
    Speaker,
    Statement,
    Story,
    Time,
    When,
    content_id,
)

TEXT = (
    "Talks end\n"
    "Brandvold said that Reyl had told her: “We will not sign -- ever, & that’s final.”\n"
    "Photo: Press Pool\n"
    "“Come back on Monday,” she added, “or do not come back,” and left.\n"
    "FEES: A union wants less A union would stop paying, it said on"
)


TALKS = (
    "Mackerel talks end\n"
    "BERGEN, May 16 — Norwegian Foreign Minister Ilse Brandvold said on Thursday that the nets "
    "would stay out of the water.\n"
    "“We counted 3 < 4 boats & no more,” she answered Tomas Reyl, a former envoy of Iceland, in "
    "the harbour.\n"
    "A senior official hoped that the talks would go on. Both promised to meet again.\n"
    "Norway would then ask Iceland for its charts, Mr. Reyl told Havn Radio in an interview.\n"
    "“Nobody asked us.”"
)
"""An article whose speakers, times and places are resolved in :func:`talks`."""


def span_of(words: str, text: str = TEXT) -> Span:
    """Where the words stand; they must stand there once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


def statement_of(
    story: Story,
    *,
    speaker: str | None,
    cue: str | None,
    content: tuple[str, ...],
    inside: str | None = None,
    text: str = TEXT,
) -> Statement:
    """A statement by its words."""
    who = span_of(speaker, text) if speaker else None
    contents = tuple(span_of(words, text) for words in content)
    cues = (span_of(cue, text),) if cue else ()
    parts = [*cues, *contents, *([who] if who else [])]
    return Statement(
        id=content_id("st", "page", *parts),
        story=story.id,
        span=Span(min(part.start for part in parts), max(part.end for part in parts)),
        speaker=Speaker(span=who),
        cue=cues,
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


def talks() -> Record:
    """One article of six statements.

    The speakers: one by name and office, with day and place; one by "she", with addressee and
    occasion; one that nobody can resolve; two as "both"; one with an office that he has left and
    an occasion that has a partner; and none.
    """
    lines = TALKS.split("\n")
    blocks = tuple(
        Block(kind="paragraph" if number else "heading", span=span_of(line, TALKS))
        for number, line in enumerate(lines)
    )
    dateline = Dateline(span=span_of("BERGEN, May 16 —", TALKS), place="pl-bergen", date="ti-16")
    article = Story(
        id="story-1",
        kind="article",
        span=Span(0, len(TALKS)),
        dateline=dateline,
        blocks=blocks,
    )
    by_publication = When(value="2024-05-17", bound="not after")
    named, pronoun, unknown, both, former, nobody = (
        statement_of(article, speaker=speaker, cue=cue, content=(content,), text=TALKS)
        for speaker, cue, content in (
            (
                "Norwegian Foreign Minister Ilse Brandvold",
                "said on Thursday",
                "that the nets would stay out of the water",
            ),
            ("she", "answered", "“We counted 3 < 4 boats & no more,”"),
            ("A senior official", "hoped", "that the talks would go on"),
            ("Both", "promised", "to meet again"),
            ("Mr. Reyl", "told Havn Radio", "Norway would then ask Iceland for its charts"),
            (None, None, "“Nobody asked us.”"),
        )
    )
    return Record(
        page=Page(
            id="page",
            source="talks.txt",
            sha256="0" * 64,
            media_type="text/plain",
            language="en",
            title="Mackerel talks end",
            published=Published(value="2024-05-17", source="argument"),
            text=TALKS,
        ),
        stories=(article,),
        actors=_actors(),
        times=(
            Time(id="ti-16", span=span_of("May 16", TALKS), type="DATE", value="2024-05-16"),
            Time(
                id="ti-thursday", span=span_of("Thursday", TALKS), type="DATE", value="2024-05-16"
            ),
        ),
        places=(
            Place(
                id="pl-bergen",
                span=span_of("BERGEN", TALKS),
                name="Bergen",
                kind="city",
                country="NOR",
                latitude=60.39,
                longitude=5.32,
            ),
        ),
        statements=(
            _by(
                named,
                "ac-brandvold",
                said_on=When(value="2024-05-16", bound="on", time="ti-thursday"),
                place="pl-bergen",
            ),
            _by(
                pronoun,
                "ac-brandvold",
                said_on=by_publication,
                addressees=("ac-reyl",),
                occasion=Occasion(kind="meeting"),
            ),
            _by(unknown, said_on=by_publication),
            _by(both, "ac-brandvold", "ac-reyl"),
            _by(
                former,
                "ac-reyl",
                said_on=by_publication,
                occasion=Occasion(
                    kind="interview", with_="ac-radio", span=span_of("in an interview", TALKS)
                ),
            ),
            nobody,
        ),
    )


def _by(statement: Statement, *actors: str, **known: Any) -> Statement:
    return replace(statement, speaker=replace(statement.speaker, actors=actors), **known)


def _actors() -> tuple[Actor, ...]:
    def mentions(*words: str) -> tuple[Span, ...]:
        return tuple(span_of(each, TALKS) for each in words)

    return (
        Actor(
            id="ac-brandvold",
            name="Ilse Brandvold",
            kind="person",
            country="NOR",
            sectors=("GOV",),
            roles=(
                Role(
                    title="Foreign Minister",
                    of="ac-norway",
                    span=span_of("Norwegian Foreign Minister", TALKS),
                ),
            ),
            mentions=mentions("Ilse Brandvold", "she", "Both"),
        ),
        Actor(
            id="ac-reyl",
            name="Tomas Reyl",
            kind="person",
            country="ISL",
            roles=(
                Role(
                    title="envoy",
                    of="ac-iceland",
                    status="former",
                    span=span_of("former envoy of Iceland", TALKS),
                ),
            ),
            mentions=mentions("Tomas Reyl", "Both", "Mr. Reyl"),
        ),
        Actor(
            id="ac-norway",
            name="Norway",
            kind="country",
            country="NOR",
            mentions=mentions("Norwegian", "Norway"),
        ),
        Actor(
            id="ac-iceland",
            name="Iceland",
            kind="country",
            country="ISL",
            mentions=(_second(TALKS, "Iceland"),),
        ),
        Actor(
            id="ac-radio",
            name="Havn Radio",
            kind="organisation",
            sectors=("MED",),
            mentions=mentions("Havn Radio"),
        ),
    )


def _second(text: str, words: str) -> Span:
    start = text.index(words, text.index(words) + 1)
    return Span(start, start + len(words))
