"""What the parts of the web page share: templates, links, and the ids that inner links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from string import Template

from onrecord.exports.highlight import Name
from onrecord.exports.text_fragment import passage_link
from onrecord.record import Record, Span


class Anchors:
    """The ids of one record's section.

    Args:
        prefix: begins every id of the section, and of no other.
        record: what the section shows.
        names: the names whose words are shown; only these can be linked to.
    """

    def __init__(self, prefix: str, record: Record, names: Sequence[Name]) -> None:
        self.actors = f"{prefix}-actors"
        self.positions = f"{prefix}-positions"
        self.events = f"{prefix}-events"
        self._prefix = prefix
        self._actors = {actor.id: n for n, actor in enumerate(record.actors, start=1)}
        self._statements = {each.id: n for n, each in enumerate(record.statements, start=1)}
        identities = {("time", n): time.id for n, time in enumerate(record.times, start=1)}
        identities |= {("place", n): place.id for n, place in enumerate(record.places, start=1)}
        self._named = {
            identities[name.what, name.number]: self.name(name)
            for name in names
            if name.what != "actor"
        }

    def entry(self, number: int) -> str:
        """Of a statement's entry."""
        return f"{self._prefix}-s{number}"

    def opening(self, number: int) -> str:
        """Of a statement's first words."""
        return f"{self._prefix}-t{number}"

    def actor(self, identity: str) -> str:
        """Of an actor's entry in the list; the record holds the actor."""
        return f"{self._prefix}-a{self._actors[identity]}"

    def name(self, name: Name) -> str:
        """Of the words of a name."""
        if name.what == "actor":
            return f"{self._prefix}-a{name.number}-{name.nth}"
        return f"{self._prefix}-{name.what}{name.number}"

    def named(self, identity: str | None) -> str | None:
        """Of the words of a time or place, or None where they are not shown."""
        return self._named.get(identity or "")

    def number(self, identity: str | None) -> int | None:
        """The number of a statement, or None where the record does not hold it."""
        return self._statements.get(identity or "")


def actor_links(identities: Iterable[str | None], record: Record, anchors: Anchors) -> str:
    """The names of actors as links to their entries; ids that the record does not hold are left."""
    names = {actor.id: " ".join(actor.name.split()) for actor in record.actors}
    return ", ".join(
        f'<a class="who" href="#{anchors.actor(each)}">{escape(names[each])}</a>'
        for each in identities
        if each is not None and each in names
    )


def found_list(title: str, heading: str, items: Sequence[str]) -> str:
    """A list under a heading whose id is ``heading``; nothing where there are no items."""
    if not items:
        return ""
    return template("found.html").substitute(title=title, heading=heading, items="\n".join(items))


def original(record: Record, span: Span) -> str:
    """A link to the words in the original page, where it has an address."""
    address = web_address(record.page.url, record.page.source)
    link = passage_link(address, record.page.text, span)
    return anchor(link, "in the original") if link else ""


def web_address(*addresses: str | None) -> str | None:
    """The first of the addresses that is http(s), or None."""
    for address in addresses:
        if address and address.lower().startswith(("https://", "http://")):
            return address
    return None


def anchor(address: str, inner: str) -> str:
    """A link out of the document; ``inner`` is HTML."""
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{inner}</a>'


def resource(name: str) -> str:
    """The text of a file of this folder."""
    return files("onrecord.exports").joinpath(name).read_text(encoding="utf-8")


def template(name: str) -> Template:
    """A file of this folder as a template."""
    return Template(resource(name))
