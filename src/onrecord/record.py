"""The nouns of the record: what was read, and the words it rests on.

Every type is frozen and plain. A :class:`Span` is a half-open pair ``[start, end)`` of
Unicode code points into ``page.text``; ``page.text[start:end]`` is always exactly the words
shown. Ids are made from content (:func:`content_id`), so reading a page twice gives the same
ids. What is not known is ``None`` or an empty tuple, never a guess.

The JSON form of a :class:`Record` is the contract with other tools; ``record.schema.json``
beside this file is made from these types (:func:`json_schema`) and a test holds the two together.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any, Literal, NamedTuple

import msgspec

VERSION = "1"

StoryKind = Literal["article", "teaser"]
BlockKind = Literal["heading", "paragraph", "quote", "caption", "credit", "list", "byline", "other"]
RUNNING_TEXT: frozenset[BlockKind] = frozenset(("heading", "paragraph", "quote", "list"))
"""The blocks in which someone can be said to say something; a caption or a byline is not read."""
PublishedFrom = Literal["argument", "metadata", "url", "text"]
ActorKind = Literal["person", "organisation", "country", "group"]
RoleStatus = Literal["current", "former", "acting", "designate"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["on", "not after"]
StatementKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert",
    "deny",
    "demand",
    "offer",
    "accept",
    "refuse",
    "promise",
    "threaten",
    "accuse",
    "praise",
    "ask",
    "other",
]
StatementStatus = Literal["said", "expected", "repeated"]
OccasionKind = Literal[
    "interview",
    "news conference",
    "meeting",
    "phone call",
    "written statement",
    "social media",
    "speech",
    "other",
]
EventStatus = Literal["happened", "ongoing", "planned", "called off", "denied", "hypothetical"]
Stance = Literal[
    "demands",
    "requires first",
    "offers",
    "is open to",
    "accepts",
    "refuses",
    "withdraws",
    "commits to",
    "warns of",
    "denies",
    "supports",
    "opposes",
]


class Span(NamedTuple):
    """``[start, end)`` in code points of ``page.text``; also a plain pair."""

    start: int
    end: int


class _Noun(msgspec.Struct, frozen=True, kw_only=True):
    """What all nouns share; each says again that it is frozen and takes named fields only."""


class Published(_Noun, frozen=True, kw_only=True):
    """The day a page was published (ISO 8601 date) and where that day was read."""

    value: str
    source: PublishedFrom = msgspec.field(name="from")


class Page(_Noun, frozen=True, kw_only=True):
    """One page as read: where it came from, what it is, and its visible text.

    For plain-text input ``text`` is the input, unchanged. For HTML it is the visible text, one
    block a line. ``sha256`` is the digest of the bytes received. ``url`` is the canonical address
    that the page gives of itself.
    """

    id: str
    source: str
    sha256: str
    media_type: str
    language: str | None
    title: str | None
    authors: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    published: Published | None = None
    text: str


class Block(_Noun, frozen=True, kw_only=True):
    """A run of text with one function in a story: a paragraph, a caption, a credit and so on."""

    kind: BlockKind
    span: Span


class Dateline(_Noun, frozen=True, kw_only=True):
    """Where and when a story was filed, as the story itself says: "KYIV, March 10 —"."""

    span: Span
    place: str | None = None
    date: str | None = None


class Story(_Noun, frozen=True, kw_only=True):
    """The article of a page, or the beginning of another story shown on it (a teaser)."""

    id: str
    kind: StoryKind
    span: Span
    kicker: Span | None = None
    headline: Span | None = None
    dateline: Dateline | None = None
    truncated: bool = False
    blocks: tuple[Block, ...] = ()

    @property
    def passage(self) -> list[Span]:
        """The spans of its running text, block by block."""
        return [block.span for block in self.blocks if block.kind in RUNNING_TEXT]


class Token(_Noun, frozen=True, kw_only=True):
    """A syntactic word. ``head`` is its governor's index in the sentence, None for the root."""

    span: Span
    lemma: str | None = None
    upos: str | None = None
    head: int | None = None
    deprel: str | None = None
    name: str = "O"


class Sentence(_Noun, frozen=True, kw_only=True):
    """A sentence and its tokens."""

    span: Span
    tokens: tuple[Token, ...] = ()


class Role(_Noun, frozen=True, kw_only=True):
    """An office: its title as written, of whom, and whether it is still held."""

    title: str
    of: str | None = None
    status: RoleStatus = "current"
    span: Span


class ActorCode(_Noun, frozen=True, kw_only=True):
    """Country (ISO 3166-1 alpha-3, or XKX) and PLOVER sectors of an actor phrase."""

    country: str | None = None
    sectors: tuple[str, ...] = ()


class Actor(_Noun, frozen=True, kw_only=True):
    """Someone who speaks or acts on the page, with every place where the page names them."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()


class Time(_Noun, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 type and value; ``offset`` where the value needs a day."""

    id: str
    span: Span
    type: TimeType
    value: str | None = None
    offset: str | None = None


class Place(_Noun, frozen=True, kw_only=True):
    """A place named on the page, and where it is."""

    id: str
    span: Span
    name: str
    kind: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


class When(_Noun, frozen=True, kw_only=True):
    """A day: that very day, or only known to be no later; and the time expression it is from."""

    value: str
    bound: Bound
    time: str | None = None


class Speaker(_Noun, frozen=True, kw_only=True):
    """The words that name the speaker, and the actors they stand for (empty where not known)."""

    span: Span | None = None
    actors: tuple[str, ...] = ()


class Occasion(_Noun, frozen=True, kw_only=True):
    """What a statement was said in: an interview, a phone call, a post and so on."""

    kind: OccasionKind
    with_: str | None = msgspec.field(default=None, name="with")
    span: Span | None = None


class Statement(_Noun, frozen=True, kw_only=True):
    """Who said what: speaker, cue ("said") and content, each by its words.

    ``span`` runs from the first to the last of those words. ``inside`` names the statement that
    reports this one. ``confidence`` is in [0, 1].
    """

    id: str
    story: str
    span: Span
    speaker: Speaker
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    kind: StatementKind
    act: Act = "assert"
    status: StatementStatus = "said"
    addressees: tuple[str, ...] = ()
    occasion: Occasion | None = None
    said_on: When | None = None
    place: str | None = None
    inside: str | None = None
    confidence: float = 1.0


class Quantity(_Noun, frozen=True, kw_only=True):
    """A number with its unit, as written in ``span``."""

    span: Span
    value: float
    unit: str | None = None


class Relation(_Noun, frozen=True, kw_only=True):
    """The PLOVER type of one actor acting on another, and the probability that none does."""

    type: str
    probability: float
    p_none: float


class Event(_Noun, frozen=True, kw_only=True):
    """Something that happened, is planned, or is denied, in PLOVER's types."""

    id: str
    story: str
    span: Span
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    anchors: tuple[Span, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: EventStatus = "happened"
    date: When | None = None
    place: str | None = None
    quantities: tuple[Quantity, ...] = ()
    said_by: str | None = None
    confidence: float = 1.0


class Issue(_Noun, frozen=True, kw_only=True):
    """What a position is about."""

    id: str
    label: str


class Position(_Noun, frozen=True, kw_only=True):
    """Where a party stands on an issue, in the words that carry it."""

    id: str
    party: str
    toward: str | None = None
    issue: Issue
    stance: Stance
    text: Span
    condition: Span | None = None
    evidence: tuple[str, ...] = ()
    reported_by: str | None = None
    held_on: When | None = None
    confidence: float = 1.0


class Record(_Noun, frozen=True, kw_only=True):
    """All that one page puts on record. ``notices`` says in plain words what was left unread."""

    version: str = VERSION
    page: Page
    stories: tuple[Story, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    notices: tuple[str, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as one JSON object; ``indent`` spaces a level, or one line when None.

        Spans stay on one line. A line break outside a string is never part of a value, so the
        pattern cannot meet the page's own text.
        """
        encoded = msgspec.json.encode(self)
        if indent is None:
            return encoded.decode("utf-8")
        indented = msgspec.json.format(encoded, indent=indent).decode("utf-8")
        return re.sub(r"\[\n *(\d+),\n *(\d+)\n *\]", r"[\1, \2]", indented)

    @classmethod
    def from_json(cls, data: str | bytes) -> Record:
        """The record that :meth:`to_json` wrote. Raises ``msgspec.ValidationError`` otherwise."""
        return msgspec.json.decode(data, type=cls)


def content_id(kind: str, page_id: str, *spans: Span | None) -> str:
    """An id made of content: the same page, kind and spans give the same id.

    ``kind`` is a short prefix such as ``"st"``; the rest is 12 hexadecimal digits of BLAKE2b.
    """
    key = "|".join([page_id, kind, *(f"{s[0]}-{s[1]}" if s else "-" for s in spans)])
    return f"{kind}-{hashlib.blake2b(key.encode(), digest_size=6).hexdigest()}"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of :class:`Record`, as kept in ``record.schema.json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"onrecord record, version {VERSION}",
        **msgspec.json.schema(Record),
    }
