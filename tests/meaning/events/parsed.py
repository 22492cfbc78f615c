"""Sentences parsed by hand, and the events that the room reads in them; no model is needed.

A word is ``form/relation/head``: the relation is Universal Dependencies', the head a form of the
same sentence (``form#2`` is its second occurrence; the root has none). ``~form`` stands without a
space after the word before it. The part of speech follows from relation and form; where it does
not, it is a fourth field: ``Norra/nsubj/began began/root shelling/xcomp/began/NOUN``. Punctuation
is left out.

Who is who is a dictionary (:data:`WHO`, :data:`WHOSE`): two invented countries at odds, Norra and
Zemira, a third one, Ostany, their ministers and a few groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.meaning.events import Circumstances, find_events
from onrecord.reading.labels import ACTS
from onrecord.reading.types import Chances, Pair, Reading
from onrecord.record import (
    Act,
    Actor,
    ActorKind,
    Block,
    Event,
    Sentence,
    Span,
    Speaker,
    Statement,
    StatementStatus,
    Story,
    Token,
    When,
    content_id,
)


def _actor(id_: str, kind: ActorKind, country: str | None, *sectors: str) -> Actor:
    return Actor(id=id_, name=id_.title(), kind=kind, country=country, sectors=sectors)


ACTORS = (
    _actor("norra", "country", "NOR"),
    _actor("zemira", "country", "SWE"),
    _actor("ostany", "country", "FIN"),
    _actor("varga", "person", "NOR", "GOV"),
    _actor("reyl", "person", "SWE", "GOV"),
    _actor("league", "organisation", None, "IGO"),
    _actor("rebels", "group", None, "REB"),
    _actor("villagers", "group", None),
    _actor("lind", "person", None, "SPT"),
    _actor("moss", "person", None, "ENT"),
)
"""A minister of Norra (Varga) and one of Zemira (Reyl); a runner (Lind) and a singer (Moss)."""

WHO: dict[str, str] = {
    "norra": "norra",
    "norrans": "norra",
    "zemira": "zemira",
    "zemirans": "zemira",
    "ostany": "ostany",
    "varga": "varga",
    "reyl": "reyl",
    "league": "league",
    "rebels": "rebels",
    "villagers": "villagers",
    "lind": "lind",
    "moss": "moss",
}
"""The last words of the phrases that mean an actor, in lower case."""

WHOSE: dict[str, str] = {
    **WHO,
    "norran": "norra",
    "zemiran": "zemira",
    "ostanian": "ostany",
    "rebel": "rebels",
}
"""The words before a noun that say whose it is."""

NAMES: dict[str, str] = {
    **dict.fromkeys(("norra", "zemira", "ostany", "kostar", "brell"), "LOC"),
    **dict.fromkeys(("norran", "zemiran", "ostanian", "norrans", "zemirans"), "NORP"),
    **dict.fromkeys(("varga", "reyl", "lind", "moss", "ilse", "tomas"), "PER"),
    "league": "ORG",
}
"""The tags of names; Kostar and Brell are towns."""

_BY_RELATION = {
    "det": "DET",
    "case": "ADP",
    "mark": "SCONJ",
    "aux": "AUX",
    "cop": "AUX",
    "punct": "PUNCT",
    "cc": "CCONJ",
    "advmod": "ADV",
    "amod": "ADJ",
    "nummod": "NUM",
}
_VERBAL = ("root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj")
_PARTICLES = frozenset(("to", "not", "n't", "n’t", "'s", "’s"))
_PRONOUNS = frozenset(
    """he she it they him them who which that we i you his her its their themselves himself
    itself""".split()
)


def _part_of_speech(form: str, relation: str) -> str | None:
    """The part of speech that a relation and a form have as a rule; None: that of its head."""
    lower, plain = form.lower(), relation.partition(":")[0]
    if relation == "compound:prt":
        return "ADP"
    if lower in _PARTICLES and (lower, plain) != ("to", "case"):
        return "PART"
    if plain in _BY_RELATION:
        return _BY_RELATION[plain]
    if plain in _VERBAL:
        return "VERB"
    if plain == "conj":
        return None
    if lower in _PRONOUNS:
        return "PRON"
    return "PROPN" if form[:1].isupper() else "NOUN"


@dataclass(frozen=True)
class Said:
    """A statement, by the first occurrence of its words; ``toward`` are addressees."""

    speaker: str
    cue: str
    content: str
    by: tuple[str, ...] = ()
    act: Act = "assert"
    status: StatementStatus = "said"
    toward: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """A text with the events in it."""

    text: str
    reading: Reading
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    asked: list[Pair] = field(default_factory=list)

    @property
    def acts(self) -> list[str]:
        """``actors TYPE recipients`` of each event; "?" where nobody is known."""
        return [
            " ".join(
                ["+".join(event.actors) or "?", event.type, "+".join(event.recipients)]
            ).rstrip()
            for event in self.events
        ]

    @property
    def statuses(self) -> list[str]:
        """``anchor TYPE status`` of each event."""
        return [f"{self.anchors(event)} {event.type} {event.status}" for event in self.events]

    @property
    def codes(self) -> list[str]:
        """``TYPE mode cameo`` of each event; "-" where there is none."""
        return [f"{e.type} {e.mode or '-'} {e.cameo or '-'}" for e in self.events]

    @property
    def amounts(self) -> list[str]:
        """``words: value unit`` of each quantity of the events."""
        return [
            f"{self.words(quantity.span)}: {quantity.value:.12g} {quantity.unit or '-'}"
            for event in self.events
            for quantity in event.quantities
        ]

    def anchors(self, event: Event) -> str:
        return " | ".join(self.words(anchor) for anchor in event.anchors)

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]


def told(
    *sentences: str,
    said: Sequence[Said] = (),
    days: dict[str, When] | None = None,
    places: dict[str, str] | None = None,
    who: dict[str, str] | None = None,
) -> Told:
    """Read the notation and find the events; ``--- `` before a sentence begins another story.

    ``days`` and ``places`` are those of event words, in lower case; ``who`` are more words that
    mean an actor.
    """
    text, parsed, borders = "", [], [0]
    for source in sentences:
        if source.startswith("--- "):
            borders.append(len(text) + 1)
        text, sentence = _sentence(text, source.removeprefix("--- "))
        parsed.append(sentence)
    borders.append(len(text) + 1)
    stories = [
        story_of(number, Span(start, end - 1))
        for number, (start, end) in enumerate(pairwise(borders))
    ]
    return found_in(text, stories, Reading(sentences=tuple(parsed)), said, days, places, who)


def found_in(
    text: str,
    stories: Sequence[Story],
    reading: Reading,
    said: Sequence[Said] = (),
    days: dict[str, When] | None = None,
    places: dict[str, str] | None = None,
    who: dict[str, str] | None = None,
    *,
    chance: float = 0.4,
) -> Told:
    """The events of a reading, by the dictionaries of this module.

    ``chance`` is what the relation network gives every act.
    """
    known = {**WHO, **(who or {})}
    asked: list[Pair] = []

    def words(span: Span) -> str:
        return text[span.start : span.end].lower()

    def meant(span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        del speaker
        last = words(span).split()[-1:]
        found = known.get(last[0]) if last else None
        return (found,) if found else ()

    def whose(span: Span) -> tuple[str, ...]:
        found = WHOSE.get(words(span))
        return (found,) if found else ()

    def when(anchor: Span, *, outside: Sequence[Span]) -> When | None:
        del outside
        return (days or {}).get(words(anchor))

    def where(anchor: Span, *, outside: Sequence[Span]) -> str | None:
        del outside
        return (places or {}).get(words(anchor))

    def relate(pairs: Sequence[Pair]) -> list[Chances]:
        asked.extend(pairs)
        return [Chances((chance,) * len(ACTS), none=0.5) for _ in pairs]

    statements = tuple(_statement(text, told_by) for told_by in said)
    events = find_events(
        "page",
        text,
        stories,
        reading,
        statements,
        actors=ACTORS,
        who=meant,
        whose=whose,
        circumstances=Circumstances(when, where),
        relate=relate,
    )
    return Told(text, reading, statements, events, asked)


def _sentence(text: str, source: str) -> tuple[str, Sentence]:
    """The text with the words of a sentence behind it, and the sentence."""
    rows = [word.split("/") for word in source.split()]
    forms = [row[0].removeprefix("~") for row in rows]
    heads = [_index(forms, row[2]) if len(row) > 2 and row[2] else None for row in rows]
    tags = [
        row[3] if len(row) > 3 else _part_of_speech(form, row[1])
        for row, form in zip(rows, forms, strict=True)
    ]
    spans = []
    for row, form in zip(rows, forms, strict=True):
        if text and not row[0].startswith("~"):
            text += " "
        spans.append(Span(len(text), len(text) + len(form)))
        text += form
    tokens = tuple(
        Token(
            span=span,
            upos=tags[place] or _tag_of_head(place, heads, tags),
            head=heads[place],
            deprel=row[1],
            name=f"B-{NAMES[form.lower()]}" if form.lower() in NAMES else "O",
        )
        for place, (span, row, form) in enumerate(zip(spans, rows, forms, strict=True))
    )
    return text, Sentence(span=Span(spans[0].start, spans[-1].end), tokens=tokens)


def _index(forms: list[str], head: str) -> int:
    form, _, number = head.partition("#")
    places = [place for place, other in enumerate(forms) if other == form]
    assert places, f"no word {form!r} among {forms}"
    return places[int(number or 1) - 1]


def _tag_of_head(place: int, heads: list[int | None], tags: list[str | None]) -> str:
    head = heads[place]
    assert head is not None
    return tags[head] or _tag_of_head(head, heads, tags)


def story_of(number: int, span: Span) -> Story:
    """The article (0) or a teaser, of one paragraph."""
    blocks = (Block(kind="paragraph", span=span),)
    return Story(
        id=f"story{number}", kind="teaser" if number else "article", span=span, blocks=blocks
    )


def _statement(text: str, said: Said) -> Statement:
    speaker, cue, content = (
        Span(start := text.index(words), start + len(words))
        for words in (said.speaker, said.cue, said.content)
    )
    parts = (speaker, cue, content)
    return Statement(
        id=content_id("st", "page", *parts),
        story="story0",
        span=Span(min(p.start for p in parts), max(p.end for p in parts)),
        speaker=Speaker(span=speaker, actors=said.by or (WHO[said.speaker.split()[-1].lower()],)),
        cue=(cue,),
        content=(content,),
        kind="indirect",
        act=said.act,
        status=said.status,
        addressees=said.toward,
        confidence=0.75,
    )
