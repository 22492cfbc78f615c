"""Records of an invented dispute, made by hand: Norway and Iceland over the mackerel of a strait.

A record is written as its positions; the page's text is made of their words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.compare import IssueTree, PlainIssue
from onrecord.record import (
    Act,
    Actor,
    Bound,
    Event,
    EventStatus,
    Issue,
    Page,
    Position,
    Published,
    Record,
    Role,
    Span,
    Speaker,
    Stance,
    Statement,
    Story,
    When,
)

TREE = IssueTree(
    (
        PlainIssue("hostilities", "hostilities", mutual=True),
        PlainIssue("ceasefire", "ceasefire", "hostilities", mutual=True),
        PlainIssue("withdrawal", "withdrawal of forces", "hostilities"),
        PlainIssue("sanctions", "sanctions and sanctions relief"),
        PlainIssue("fisheries", "fisheries"),
        PlainIssue("quotas", "quotas", "fisheries"),
        PlainIssue("talks", "talks", mutual=True),
    )
)

NORWAY = Actor(id="norway", name="Norway", kind="country", country="NOR")
ICELAND = Actor(id="iceland", name="Iceland", kind="country", country="ISL")
UNION = Actor(id="union", name="the Herring Union", kind="organisation", sectors=("LAB",))
MINISTER = Actor(
    id="minister",
    name="Ilse Brandvold",
    kind="person",
    country="NOR",
    sectors=("GOV",),
    roles=(Role(title="Foreign Minister", of="norway", span=Span(0, 1)),),
)
ENVOY = Actor(id="envoy", name="Tomas Reyl", kind="person", country="ISL", sectors=("GOV",))
ACTORS = (NORWAY, ICELAND, UNION, MINISTER, ENVOY)


@dataclass(frozen=True)
class Said:
    """A position: whose, which and in which words."""

    party: str
    stance: Stance
    issue: str
    words: str
    day: str | None = None
    bound: Bound = "on"
    toward: str | None = None
    condition: str | None = None
    reported_by: str | None = None
    speaker: str | None = None
    act: Act = "assert"


@dataclass(frozen=True)
class Done:
    """An event: who did what to whom, in which words."""

    actor: str
    type: str
    words: str
    recipient: str | None = None
    status: EventStatus = "happened"
    mode: str | None = None
    said_by: int | None = None
    """Which of the page's statements tells it, from 0."""


@dataclass(frozen=True)
class Told:
    """A statement and nothing more."""

    speaker: str
    act: Act
    words: str


@dataclass
class _Pen:
    """Writes the page's text and knows where the words stand."""

    text: str = ""

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += f"{words}.\n"
        return Span(start, start + len(words))


def page(
    *items: Said | Done | Told,
    id_: str = "page",
    published: str | None = "2024-05-17",
    actors: Sequence[Actor] = ACTORS,
) -> Record:
    """A record of the items, in their order."""
    pen = _Pen()
    positions: list[Position] = []
    events: list[Event] = []
    statements: list[Statement] = []

    def state(words: Span, speaker: str, act: Act) -> str:
        identity = f"{id_}-statement-{len(statements)}"
        statements.append(
            Statement(
                id=identity,
                story="story",
                span=words,
                speaker=Speaker(actors=(speaker,)),
                content=(words,),
                kind="indirect",
                act=act,
            )
        )
        return identity

    for number, item in enumerate(items):
        span = pen.write(item.words)
        if isinstance(item, Told):
            state(span, item.speaker, item.act)
        elif isinstance(item, Said):
            condition = pen.write(item.condition) if item.condition else None
            evidence = (state(span, item.speaker, item.act),) if item.speaker else ()
            positions.append(
                Position(
                    id=f"{id_}-position-{number}",
                    party=item.party,
                    toward=item.toward,
                    issue=Issue(id=item.issue, label=TREE.label(item.issue, item.issue)),
                    stance=item.stance,
                    text=span,
                    condition=condition,
                    evidence=evidence,
                    reported_by=item.reported_by,
                    held_on=When(value=item.day, bound=item.bound) if item.day else None,
                )
            )
        else:
            said_by = None if item.said_by is None else statements[item.said_by].id
            events.append(
                Event(
                    id=f"{id_}-event-{number}",
                    story="story",
                    span=span,
                    type=item.type,
                    mode=item.mode,
                    anchors=(span,),
                    actors=(item.actor,),
                    recipients=(item.recipient,) if item.recipient else (),
                    status=item.status,
                    said_by=said_by,
                )
            )
    return Record(
        page=Page(
            id=id_,
            source=f"{id_}.txt",
            sha256="0" * 64,
            media_type="text/plain",
            language="en",
            title=None,
            published=Published(value=published, source="argument") if published else None,
            text=pen.text,
        ),
        stories=(Story(id="story", kind="article", span=Span(0, max(len(pen.text), 1))),),
        actors=tuple(actors),
        statements=tuple(statements),
        events=tuple(events),
        positions=tuple(positions),
    )
