"""In a quotation "he" is not who says it."""

from __future__ import annotations

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
