"""One sentence and two actors: what the one does to the other."""

from __future__ import annotations

from onrecord.meaning.actors import Coder, find_actors
from onrecord.meaning.events import EventWord, event_words
from onrecord.pages import load_text
from onrecord.reading import Model, Reading
from onrecord.reading.labels import YIELDING
from onrecord.reading.types import Pair
from onrecord.record import Relation, Span


def relation(
    text: str, source: Span | None, target: Span | None, model: Model, coder: Coder
) -> Relation:
    """The act that is likeliest between two spans of a sentence; see ``Reader.relate``."""
    _check(text, source, target)
    reading = model.read(text, [[Span(0, len(text))]])
    place = _place(reading, source or target)
    words = known_words(text, reading, place, coder)
    pair = Pair(
        reading.pieces[place],
        (Span(*source),) if source else (),
        (Span(*target),) if target else (),
        [(span, word.type) for word in words for span in word.spans],
    )
    (chances,) = model.chances([pair])
    kind = chances.best
    if kind == "YIELD":  # the network does not tell giving way in words from doing it; words may
        kinds = [word.type for word in words if word.type in YIELDING]
        kind = max(kinds, key=kinds.count, default=YIELDING[0])
    return Relation(
        type=kind, probability=round(chances.of(kind), 4), p_none=round(chances.none, 4)
    )


def known_words(text: str, reading: Reading, place: int, coder: Coder) -> list[EventWord]:
    """The event words that the lexicon knows in one of a text's sentences."""
    actors = find_actors("", text, load_text(text).stories, reading, coder)
    return event_words(
        text,
        reading.sentences[place],
        actors=actors.possible,
        who=actors.doers,
        whose=actors.whose,
    )


def _check(text: str, *sides: Span | None) -> None:
    if all(side is None for side in sides):
        raise ValueError("source and target are both None; name at least one")
    for side in sides:
        if side is not None and not 0 <= side[0] < side[1] <= len(text):
            raise ValueError(
                f"{tuple(side)} is no span of the sentence, which has {len(text)} characters"
            )


def _place(reading: Reading, side: Span | None) -> int:
    """The sentence in which a side stands; the first where that is unclear."""
    for place, sentence in enumerate(reading.sentences):
        if side is not None and sentence.span.start <= side[0] < sentence.span.end:
            return place
    return 0
