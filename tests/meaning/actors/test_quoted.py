"""In a quotation "he" is not who says it."""

from __future__ import annotations

import pytest

from onrecord.meaning.actors import find_actors
from onrecord.meaning.codes import Coder
from onrecord.reading.types import Attribution, Name, Reading, Reference
from onrecord.record import Block, Sentence, Span, Story, Token

TEXT = "Tomas Reyl met Odo Brand. “He will go on,” Reyl said. He was tired."


def _span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def _reading(attributions: tuple[Attribution, ...]) -> Reading:
    """Words without grammar; the quoted "He" leans towards Reyl."""
    he = _span("He")
    tokens = []
    at = 0
    for word in (
        "Tomas Reyl met Odo Brand . “ He will go on , ” Reyl said . He was tired ."
    ).split():
        span = _span(word, at)
        at = span.end
        tokens.append(Token(span=span, upos="PRON" if word == "He" else None))
    names = (
        Name(_span("Tomas Reyl"), "PER"),
        Name(_span("Odo Brand"), "PER"),
        Name(_span("Reyl", TEXT.index("”")), "PER"),
    )
    leaning = Reference(he, ((_span("Reyl"), 0.6), (_span("Brand"), 0.35)), none=0.05)
    sentence = Sentence(span=Span(0, len(TEXT)), tokens=tuple(tokens))
    return Reading((sentence,), attributions, names=names, references=(leaning,))


def _meant(attributions: tuple[Attribution, ...]) -> list[str]:
    whole = Span(0, len(TEXT))
    block = Block(kind="paragraph", span=whole)
    story = Story(id="s", kind="article", span=whole, blocks=(block,))
    found = find_actors("page", TEXT, (story,), _reading(attributions), Coder.of_the_package())
    names = {actor.id: actor.name for actor in found.actors}
    return [names[one] for one in found.who(_span("He"))]


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    quote = Attribution(
        source=(_span("Reyl", TEXT.index("”")),),
        cue=(_span("said"),),
        content=(_span("“He will go on,”"),),
        score=0.9,
    )
    assert _meant((quote,)) == ["Odo Brand"]


def test_outside_a_quotation_he_may_be() -> None:
    assert _meant(()) == ["Tomas Reyl"]


TAGS = {
    "The": "DET", "Norra": "PROPN", "Isles": "PROPN", "Officials": "NOUN", "in": "ADP",
    "said": "VERB", "it": "PRON", "would": "AUX", "pay": "VERB",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        ("Norra said it would pay.", "Norra", ["Norra"]),
        ("The Norra Isles said it would pay.", "The Norra Isles", ["Norra Isles"]),
        ("Officials in Norra said it would pay.", "Officials in Norra", ["Officials"]),
    ],
)
def test_a_place_that_speaks_is_an_actor_of_no_known_country(
    text: str, source: str, names: list[str]
) -> None:
    place = "Norra Isles" if "Isles" in text else "Norra"
    start, whole = text.index(place), Span(0, len(text))
    said = Attribution(
        (Span(0, len(source)),), (Span(0, 0),), (Span(len(text) - 5, len(text)),), 1.0
    )
    words = text[:-1].split()
    tokens, at = [], 0
    for word in words:
        first = text.index(word, at)
        at = first + len(word)
        tokens.append(Token(span=Span(first, at), upos=TAGS[word]))
    reading = Reading(
        (Sentence(span=whole, tokens=tuple(tokens)),),
        (said,),
        names=(Name(Span(start, start + len(place)), "LOC"),),
    )
    block = Block(kind="paragraph", span=whole)
    story = Story(id="story", kind="article", span=whole, blocks=(block,))
    found = find_actors("page", text, (story,), reading, Coder.of_the_package())
    assert [(actor.name, actor.country) for actor in found.actors] == [(n, None) for n in names]
