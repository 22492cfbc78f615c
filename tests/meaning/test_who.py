"""Statements get their speakers, addressees and the other side of their occasion."""

from __future__ import annotations

import msgspec

from onrecord.meaning.statements.who import with_actors
from onrecord.reading.types import Reading
from onrecord.record import Occasion, Sentence, Span, Speaker, Statement, Token
from tests.handmade import span_of

KNOWN = {
    "Reyl": "ac-reyl",
    "Ada Reyl": "ac-reyl",
    "Brandt": "ac-brandt",
    "the council": "ac-council",
    "reporters": "ac-reporters",
    "Reyl and Brandt": "ac-reyl ac-brandt",
    "Harbour Radio": "ac-radio",
}


def filled(
    text: str,
    *,
    speaker: str | None,
    cue: str,
    content: str,
    grammar: str = "",
    occasion: str | None = None,
) -> Statement:
    """The one statement of a sentence after its actors were filled in."""
    parts = [span_of(w, text) for w in (speaker, cue, content) if w]
    statement = Statement(
        id="st-1",
        story="story",
        span=Span(min(p.start for p in parts), max(p.end for p in parts)),
        speaker=Speaker(span=span_of(speaker, text) if speaker else None),
        cue=(span_of(cue, text),),
        content=(span_of(content, text),),
        kind="indirect",
        occasion=Occasion(kind="interview", span=span_of(occasion, text)) if occasion else None,
    )
    sentence = Sentence(span=Span(0, len(text)), tokens=tokens(text, grammar))

    def who(span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        del speaker
        return tuple(KNOWN.get(text[span.start : span.end], "").split())

    (result,) = with_actors(text, (statement,), Reading(sentences=(sentence,)), who)
    assert result.id == statement.id
    assert result.span == statement.span
    return result


def tokens(text: str, grammar: str) -> tuple[Token, ...]:
    """One token for each line of ``form UPOS head relation``; the head is a line's number."""
    found, position = [], 0
    for line in grammar.strip().splitlines():
        form, tag, head, relation = line.split()
        start = text.index(form, position)
        position = start + len(form)
        found.append(
            Token(
                span=Span(start, position),
                upos=tag,
                head=None if head == "-" else int(head),
                deprel=relation,
            )
        )
    return tuple(found)


TOLD = """
    Reyl PROPN 1 nsubj
    told VERB - root
    the DET 3 det
    council NOUN 1 obj
    that SCONJ 6 mark
    talks NOUN 6 nsubj
    failed VERB 1 ccomp
    """


def test_two_speakers_are_two_actors() -> None:
    found = filled("Reyl and Brandt said no", speaker="Reyl and Brandt", cue="said", content="no")
    assert found.speaker.actors == ("ac-reyl", "ac-brandt")


def test_an_unknown_speaker_stays_unknown() -> None:
    found = filled("Somebody said no", speaker="Somebody", cue="said", content="no")
    assert found.speaker.actors == ()
    assert filled("It failed, one hears", speaker=None, cue="hears", content="It failed").speaker


def test_the_object_of_telling_hears() -> None:
    found = filled(
        "Reyl told the council that talks failed",
        speaker="Reyl",
        cue="told",
        content="talks failed",
        grammar=TOLD,
    )
    assert found.addressees == ("ac-council",)


def test_who_hears_is_found_though_the_grammar_is_wrong() -> None:
    found = filled(
        "Reyl told the council that talks failed",
        speaker="Reyl",
        cue="told",
        content="talks failed",
        grammar=TOLD.replace("council NOUN 1 obj", "council NOUN 5 compound"),
    )
    assert found.addressees == ("ac-council",)


def test_to_brings_in_the_hearer() -> None:
    found = filled(
        "Reyl complained to Brandt that talks failed",
        speaker="Reyl",
        cue="complained",
        content="talks failed",
        grammar="""
            Reyl PROPN 1 nsubj
            complained VERB - root
            to ADP 3 case
            Brandt PROPN 1 obl
            that SCONJ 6 mark
            talks NOUN 6 nsubj
            failed VERB 1 ccomp
            """,
    )
    assert found.addressees == ("ac-brandt",)


def test_what_is_said_does_not_hear() -> None:
    found = filled(
        "Reyl asked Brandt’s question",
        speaker="Reyl",
        cue="asked",
        content="Brandt’s question",
        grammar="""
            Reyl PROPN 1 nsubj
            asked VERB - root
            Brandt PROPN 4 nmod:poss
            ’s PART 2 case
            question NOUN 1 obj
            """,
    )
    assert found.addressees == ()


def test_nobody_speaks_to_himself() -> None:
    found = filled(
        "Reyl told Ada Reyl that talks failed",
        speaker="Ada Reyl",
        cue="told",
        content="talks failed",
        grammar="""
            Reyl PROPN 1 nsubj
            told VERB - root
            Ada PROPN 1 obj
            Reyl PROPN 2 flat
            """,
    )
    assert found.speaker.actors == ("ac-reyl",)
    assert found.addressees == ()


def test_the_other_side_of_an_interview() -> None:
    found = filled(
        "Reyl said no in an interview with Harbour Radio",
        speaker="Reyl",
        cue="said",
        content="no",
        occasion="in an interview with Harbour Radio",
        grammar="""
            Reyl PROPN 1 nsubj
            said VERB - root
            no INTJ 1 obj
            in ADP 5 case
            an DET 5 det
            interview NOUN 1 obl
            with ADP 8 case
            Harbour PROPN 8 compound
            Radio PROPN 5 nmod
            """,
    )
    assert found.occasion is not None
    assert found.occasion.with_ == "ac-radio"


def test_statements_without_grammar_keep_what_they_have() -> None:
    found = filled(
        "Reyl said no in an interview",
        speaker="Reyl",
        cue="said",
        content="no",
        occasion="in an interview",
    )
    assert found.speaker.actors == ("ac-reyl",)
    assert found.addressees == ()
    assert found.occasion is not None
    assert found.occasion.with_ is None
    assert msgspec.json.encode(found)


def _always_reyl(span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
    del span, speaker
    return ("ac-reyl",)


def test_i_inside_a_statement_is_whoever_makes_that() -> None:
    text = "Reyl said I believe it"

    def statement(name: str, speaker: str, cue: str, content: str) -> Statement:
        return Statement(
            id=name,
            story="story",
            span=span_of(content, text),
            speaker=Speaker(span=span_of(speaker, text)),
            cue=(span_of(cue, text),),
            content=(span_of(content, text),),
            kind="direct",
            inside="st-1" if name == "st-2" else None,
        )

    def who(span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        if text[span.start : span.end] == "I":
            return ("ac-writer",) if speaker is None else speaker
        return ("ac-reyl",)

    outer = statement("st-1", "Reyl", "said", "I believe it")
    inner = statement("st-2", "I", "believe", "it")
    found = with_actors(text, (outer, inner), Reading(), who)
    assert [s.speaker.actors for s in found] == [("ac-reyl",), ("ac-reyl",)]
    indirect = msgspec.structs.replace(outer, kind="indirect")
    found = with_actors(text, (indirect, inner), Reading(), who)
    assert [s.speaker.actors for s in found] == [("ac-reyl",), ("ac-writer",)]


def test_a_hearer_is_not_looked_for_beyond_the_sentence() -> None:
    text = "What they were told\nAda Reyl left"
    heading = """
        What PRON 3 obj
        they PRON 3 nsubj
        were AUX 3 aux
        told VERB - root
        """
    first = tokens(text, heading)
    start = text.index("Ada")
    second = tuple(
        Token(span=span_of(word, text), upos=tag, head=head, deprel=relation)
        for word, tag, head, relation in (
            ("Ada", "PROPN", 2, "nsubj"),
            ("Reyl", "PROPN", 0, "flat"),
            ("left", "VERB", None, "root"),
        )
    )
    sentences = (
        Sentence(span=Span(0, start - 1), tokens=first),
        Sentence(span=Span(start, len(text)), tokens=second),
    )
    statement = Statement(
        id="st-1",
        story="story",
        span=Span(0, start - 1),
        speaker=Speaker(),
        cue=(span_of("told", text),),
        content=(span_of("What", text),),
        kind="indirect",
    )
    (found,) = with_actors(text, (statement,), Reading(sentences=sentences), _always_reyl)
    assert found.addressees == ()
