"""What is known of a statement and its actors, in the short phrases that a reader is shown.

Every phrase is on one line. The words in it may come from the page, so whoever shows them makes
them safe or escapes them. What is not known is an empty phrase.
"""

from __future__ import annotations

import re

from onrecord.exports.highlight import blocks_of
from onrecord.record import Actor, Place, Record, Role, Span, Statement, When

NO_LATER = "≤ means on that day or earlier; the day itself is not known."

_HELD_NOW = {"current": 0, "acting": 1, "designate": 2, "former": 3}
_WITH_A_PARTNER = frozenset(("interview", "meeting", "news conference", "phone call"))
_WORD = re.compile(r"\w+")
_LITTLE_WORDS = frozenset(("the", "of", "and", "for", "in", "on", "at", "to", "s"))
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})"  # a full stop of "Mr." or "Feb."
    r"[.!?][”\"’']{0,2}\s+(?=[A-Z“\"])|\n+"
)
_FARTHEST = 1000  # characters before and after in which the ends of a sentence are looked for
_STEM = 4  # letters that a name and its adjective share: "Norway", "Norwegian"


class Wording:
    """The phrases of one record; it looks up the actors and places that ids stand for.

    An id that the record does not hold is passed over.
    """

    def __init__(self, record: Record) -> None:
        self._text = record.page.text
        self._blocks = [block.span for story in record.stories for block in blocks_of(story)]
        self._actors = {actor.id: actor for actor in record.actors}
        self._places = {place.id: place for place in record.places}

    def speakers(self, statement: Statement) -> list[Actor]:
        """Who speaks, as far as they are known; none where nobody could tell."""
        return self._known(statement.speaker.actors)

    def speaker_as_written(self, statement: Statement) -> str:
        """The page's words for the speaker, where they tell more than the names do.

        That is where the speaker is not known, and where a name has nothing in common with the
        words, so that it was inferred: "she", "both", "the Kremlin".
        """
        words = self.words(statement.speaker.span)
        speakers = self.speakers(statement)
        named = speakers and all(_names(words, actor) for actor in speakers)
        return "" if named else words

    def words(self, *spans: Span | None) -> str:
        """The words of the page at the spans, with an ellipsis between them."""
        return _line(" … ".join(self._text[span.start : span.end] for span in spans if span))

    def around(self, span: Span, *, words: int = 7) -> tuple[str, str, str]:
        """The words at the span with some before and after, as far as their sentence goes.

        An ellipsis stands where the sentence goes on; what is before and after may be empty.
        """
        frame = next((each for each in self._blocks if each.start <= span.start < each.end), span)
        start = max(frame.start, span.start - _FARTHEST)
        end = max(min(frame.end, span.end + _FARTHEST), span.end)
        for boundary in _SENTENCE_END.finditer(self._text, start, end):
            if boundary.end() <= span.start:
                start = boundary.end()
            elif boundary.start() >= span.end:
                end = boundary.end()
                break
        before, after = self._text[start : span.start], self._text[span.end : end].rstrip()
        return (
            _last_words(before, words),
            _line(self._text[span.start : span.end]),
            _first_words(after, words),
        )

    def name(self, actor: Actor) -> str:
        """How the actor is called."""
        return _line(actor.name)

    def standing(self, actor: Actor) -> str:
        """First office and country, such as "Foreign Minister · NOR"."""
        return " · ".join(filter(None, (*self.offices(actor)[:1], actor.country)))

    def offices(self, actor: Actor) -> list[str]:
        """The offices that the page gives the actor; those that are held before those that were.

        Of whom is said where the actor's country does not say it: "Foreign Minister" of a
        Norwegian, but "special envoy of the United Nations". An office that is all of the actor's
        name ("Havn Radio spokesman") is not said again.
        """
        roles = sorted(actor.roles, key=lambda role: _HELD_NOW[role.status])
        offices = dict.fromkeys(self._office(role, actor) for role in roles)
        name = _telling_words(actor.name)
        return [office for office in offices if not set(name).issuperset(_telling_words(office))]

    def _office(self, role: Role, actor: Actor) -> str:
        title = _with_status(role)
        of = self._actors.get(role.of or "")
        if of is None or _is_country_of(of, actor) or _says(title, of):
            return title
        return f"{title} of {_line(of.name)}"

    def names(self, identities: tuple[str, ...]) -> str:
        """Such as "Tomas Reyl, Ilse Brandvold"."""
        return ", ".join(_line(actor.name) for actor in self._known(identities))

    def addressees(self, statement: Statement) -> str:
        """Such as "to Tomas Reyl, Ilse Brandvold"."""
        names = self.names(statement.addressees)
        return f"to {names}" if names else ""

    def occasion(self, statement: Statement) -> str:
        """Such as "interview with Havn Radio"; a partner who is spoken to is not said twice."""
        occasion = statement.occasion
        if occasion is None:
            return ""
        kind = "another occasion" if occasion.kind == "other" else occasion.kind
        partner = self._actors.get(occasion.with_ or "")
        if partner is None or partner.id in statement.addressees:
            return kind
        joint = " with " if occasion.kind in _WITH_A_PARTNER else ", "
        return kind + joint + _line(partner.name)

    def place(self, identity: str | None) -> str:
        """Such as "Bergen, NOR"; a country by its name alone."""
        place = self._places.get(identity or "")
        return place_name(place) if place else ""

    def country_name(self, code: str | None) -> str:
        """How the page's own actor of that country is called, or an empty string."""
        countries = (each for each in self._actors.values() if each.kind == "country")
        names = (each.name for each in countries if each.country == code)
        return _line(next(names, "")) if code else ""

    def _known(self, identities: tuple[str, ...]) -> list[Actor]:
        return [self._actors[each] for each in identities if each in self._actors]


def place_name(place: Place) -> str:
    """The name with the country it lies in, such as "Bergen, NOR"; a country by its name alone."""
    name = _line(place.name)
    return name if place.country is None or place.kind == "country" else f"{name}, {place.country}"


def day(when: When | None) -> str:
    """The day, after "≤" where it is only known to be no later."""
    return "" if when is None else ("" if when.bound == "on" else "≤ ") + when.value


def manner(statement: Statement) -> str:
    """Kind and act, and whether it is still to be said: "direct demand (expected)"."""
    words: list[str] = [statement.kind]
    if statement.act != "other":
        words.append(statement.act)
    if statement.status != "said":
        words.append(f"({statement.status})")
    return " ".join(words)


def _with_status(role: Role) -> str:
    title = _line(role.title)
    if role.status == "designate":
        return title if "designate" in title.lower() else f"{title} (designate)"
    if role.status == "current" or role.status in title.lower():
        return title
    return f"{role.status} {title}"


def _is_country_of(of: Actor, actor: Actor) -> bool:
    return of.kind == "country" and of.country is not None and of.country == actor.country


def _names(words: str, actor: Actor) -> bool:
    """Whether the words have a part of the actor's name, or its initials."""
    name = _telling_words(actor.name)
    return not {*name, "".join(word[0] for word in name)}.isdisjoint(_telling_words(words))


def _says(title: str, of: Actor) -> bool:
    """Whether the title says of whom it is, be it by a form such as "Norwegian"."""
    beginnings = {word[:_STEM] for word in _telling_words(title)}
    return all(word[:_STEM] in beginnings for word in _telling_words(of.name))


def _telling_words(text: str) -> list[str]:
    words = (word.casefold() for word in _WORD.findall(text.replace(".", "")))
    return [word for word in words if word not in _LITTLE_WORDS]


def _line(text: str) -> str:
    return " ".join(text.split())


def _last_words(text: str, most: int) -> str:
    words = text.split()
    joint = " " if text[-1:].isspace() else ""
    shown = " ".join(words[-most:]) + joint if words else ""
    return f"… {shown}" if len(words) > most else shown


def _first_words(text: str, most: int) -> str:
    words = text.split()
    joint = " " if text[:1].isspace() else ""
    shown = joint + " ".join(words[:most]) if words else ""
    return f"{shown} …" if len(words) > most else shown
