"""The list of statements as HTML: who, in which words, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from onrecord.exports.html_parts import Anchors, original, template
from onrecord.exports.wording import Wording
from onrecord.record import Actor, Record, Statement, When

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def statement_entries(record: Record, wording: Wording, anchors: Anchors) -> Iterator[str]:
    """A list item for each statement."""
    entry = template("entry.html")
    teasers = {story.id for story in record.stories if story.kind == "teaser"}
    for number, statement in enumerate(record.statements, start=1):
        link = original(record, statement.span)
        circumstances = " · ".join(_circumstances(statement, wording, anchors))
        yield entry.substitute(
            number=number,
            identity=anchors.entry(number),
            opening=anchors.opening(number),
            who=_who_and_cue(statement, wording, anchors),
            content=escape(wording.words(*statement.content)),
            circumstances=f'<p class="circumstances">{circumstances}</p>' if circumstances else "",
            facts=" · ".join(_facts(statement, anchors, teaser=statement.story in teasers)),
            original=f" · {link}" if link else "",
        )


def standing(actor: Actor, wording: Wording, *, every_office: bool = False) -> str:
    """Office and country in a span, the country's code explained where the page names it."""
    offices = wording.offices(actor)
    parts = [escape(office) for office in (offices if every_office else offices[:1])]
    if actor.country:
        name = wording.country_name(actor.country)
        code = escape(actor.country)
        parts.append(f'<abbr title="{escape(name)}">{code}</abbr>' if name else code)
    return f' <span class="standing">{" · ".join(parts)}</span>' if parts else ""


def _who_and_cue(statement: Statement, wording: Wording, anchors: Anchors) -> str:
    """Who speaks, and the words that attribute: beside one speaker, below several.

    Where the page's words for the speaker tell more than the name, they stand before the cue.
    """
    speakers = [_speaker(actor, wording, anchors) for actor in wording.speakers(statement)]
    written = escape(wording.speaker_as_written(statement))
    cue = escape(wording.words(*statement.cue))
    said = f'<i class="said">{cue}</i>' if cue else ""
    if not speakers:
        lines = [f"{_unknown(written)} {said}"]
    elif written:
        lines = [*speakers, f"“{written}” {said}"]
    else:
        lines = [f"{speakers[0]} {said}"] if len(speakers) == 1 else [*speakers, said]
    return "".join(f"<p>{line.rstrip()}</p>" for line in lines if line)


def _speaker(actor: Actor, wording: Wording, anchors: Anchors) -> str:
    name = escape(wording.name(actor))
    return f'<a class="who" href="#{anchors.actor(actor.id)}">{name}</a>{standing(actor, wording)}'


def _unknown(written: str) -> str:
    if not written:
        return '<span class="unknown">not named</span>'
    return f'“<span class="written">{written}</span>” <span class="unknown">not identified</span>'


def _circumstances(statement: Statement, wording: Wording, anchors: Anchors) -> Iterator[str]:
    if statement.said_on:
        yield day_element(statement.said_on, anchors)
    if place := wording.place(statement.place):
        yield _linked(escape(place), anchors.named(statement.place))
    if occasion := wording.occasion(statement):
        yield escape(occasion)
    if addressees := wording.addressees(statement):
        yield escape(addressees)


def day_element(when: When, anchors: Anchors) -> str:
    """A day, linked to the words it is from."""
    value = escape(when.value)
    if _DAY.fullmatch(when.value):
        value = f'<time datetime="{value}">{value}</time>'
    return _linked(value, anchors.named(when.time)) + ("" if when.bound == "on" else " or earlier")


def _linked(inner: str, identity: str | None) -> str:
    return f'<a href="#{identity}">{inner}</a>' if identity else inner


def _facts(statement: Statement, anchors: Anchors, *, teaser: bool) -> Iterator[str]:
    yield statement.kind
    if statement.act != "other":
        yield statement.act
    if statement.status != "said":
        yield statement.status
    yield f"confidence {statement.confidence:.2f}"
    if teaser:
        yield "in another story"
    if outer := anchors.number(statement.inside):
        yield f'<a href="#{anchors.entry(outer)}">reported in {outer}</a>'
