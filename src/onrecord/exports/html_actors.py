"""The list of actors as HTML: what is known of each, what they say, where they are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from onrecord.exports.highlight import Name
from onrecord.exports.html_entries import standing
from onrecord.exports.html_parts import Anchors, template
from onrecord.exports.wording import Wording
from onrecord.record import Record


def actors_list(record: Record, wording: Wording, names: Sequence[Name], anchors: Anchors) -> str:
    """The list under its heading; nothing where the record has no actor."""
    if not record.actors:
        return ""
    items = "\n".join(_items(record, wording, names, anchors))
    return template("actors.html").substitute(heading=anchors.actors, items=items)


def _items(
    record: Record, wording: Wording, names: Sequence[Name], anchors: Anchors
) -> Iterator[str]:
    said = defaultdict(list)
    for number, statement in enumerate(record.statements, start=1):
        for identity in statement.speaker.actors:
            said[identity].append(f'<a href="#{anchors.entry(number)}">{number}</a>')
    mentions = defaultdict(list)
    for name in names:
        if name.what == "actor":
            words = escape(wording.words(name.span))
            mentions[name.number].append(f'<a href="#{anchors.name(name)}">{words}</a>')
    actor_item = template("actor.html")
    for number, actor in enumerate(record.actors, start=1):
        facts = [actor.kind, *map(escape, actor.sectors)]
        if actor.id in said:
            statements = "statements" if len(said[actor.id]) > 1 else "statement"
            facts.append(f"{statements} {', '.join(said[actor.id])}")
        yield actor_item.substitute(
            number=number,
            identity=anchors.actor(actor.id),
            name=escape(wording.name(actor)),
            standing=standing(actor, wording, every_office=True),
            facts=" · ".join(facts),
            mentions=_mentions(mentions[number]),
        )


def _mentions(links: list[str]) -> str:
    if not links:
        return ""
    counted = f"{len(links)} mention{'' if len(links) == 1 else 's'}"
    return f"<details><summary>{counted}</summary><p>{' · '.join(links)}</p></details>"
