from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.meaning.statements import find_statements
from onrecord.reading.types import Attribution, Reading
from onrecord.record import Block, BlockKind, Dateline, Sentence, Span, Story
from tests.meaning.labelled import labelled


def test_speaker_after_before_and_inside() -> None:
    page = labelled(
        """
        [t1:“We will open the port,”] [s1:Minister Ada Reyl] [c1:said].
        [s2:Reyl] [c2:said] [t2:that ships were waiting].
        [t3:“The port,”] [s3:she] [c3:added], [t3:“is ours.”]
        """
    )
    assert page.said() == [
        ("Minister Ada Reyl", "said", "“We will open the port,”"),
        ("Reyl", "said", "that ships were waiting"),
        ("she", "added", "“The port,” | “is ours.”"),
    ]
    assert [s.kind for s in page.statements()] == ["direct", "indirect", "direct"]
    assert all(0.5 < s.confidence < 1 for s in page.statements())


def test_span_runs_from_first_to_last_word() -> None:
    page = labelled("On Monday [s:Reyl] [c:said] [t:the port was open] again.")
    assert page.words(page.only().span) == "Reyl said the port was open"


def test_several_speakers_have_one_span() -> None:
    page = labelled("[s:Ada Reyl] and [s:Tom Brandvold] [c:said] [t:talks would go on].")
    assert page.words(page.only().speaker.span) == "Ada Reyl and Tom Brandvold"


def test_of_sources_apart_the_nearest_to_the_cue_speaks() -> None:
    page = labelled("[s:Reyl], who left early with friends, and then [s:Brand] [c:said] [t:no].")
    assert page.words(page.only().speaker.span) == "Brand"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[s:She] [c:said] [t:“We agree.”]", "direct"),
        ("[s:She] [c:said] [t:they agreed].", "indirect"),
        ("[s:She] [c:said] [t:they “agreed in principle” to talks].", "mixed"),
        ("[s:She] [c:said] [t:that “we agree.”]", "mixed"),
        ("[s:She] [c:said] [t:'We agree.']", "direct"),
        ("[s:She] [c:said] [t:«We agree»].", "direct"),
        ("[s:She] [c:said] [t:the workers’ rights were Norway’s concern].", "indirect"),
    ],
)
def test_kind_by_quotation_marks(text: str, kind: str) -> None:
    assert labelled(text).only().kind == kind


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("[s:She] [c:said]: “[t:We agree to go].”", "“We agree to go.”"),
        ("[t:“We agree to go,]” [s:she] [c:said].", "“We agree to go,”"),
        ("[t:“We agree to go]ing,” [s:she] [c:said].", "“We agree to going,”"),
        ("“[t:We agree to go,”] [s:she] [c:said].", "“We agree to go,”"),
        ("[t:“We agree to go,” she] [s:she] [c:said].", "“We agree to go,” she"),
        ("[t:They agreed to go,] [s:she] [c:said].", "They agreed to go"),
        ("[s:She] [c:said] [t:they agreed to go.]", "they agreed to go"),
        ("[s:She] [c:said] that [t:they agreed to go].", "that they agreed to go"),
        ("[s:She] [c:said] [t:they agreed to] go.", "they agreed to go"),
        ("The [t:talks would go on], [s:she] [c:said].", "The talks would go on"),
        ("[s:She] [c:said] [t:they would sue Acme Inc.]", "they would sue Acme Inc."),
        ("[s:She] [c:said][t: they agreed to go ].", "they agreed to go"),
        ("[s:She] [c:said] [t:they agreed to go. He] left early.", "they agreed to go"),
    ],
)
def test_small_slips_are_repaired(text: str, content: str) -> None:
    page = labelled(text)
    (found,) = page.only().content
    assert page.words(found) == content


def test_content_that_swallowed_its_speaker_is_split() -> None:
    page = labelled("[t:“One thing,” [s:she] [c:said], “is clear to all.”]")
    assert page.said() == [("she", "said", "“One thing,” | “is clear to all.”")]


def test_a_determiner_cut_off_comes_back() -> None:
    page = labelled("On Monday the [s:minister] [c:said] [t:talks would go on].")
    assert page.words(page.only().speaker.span) == "the minister"


def test_captions_and_credits_never_speak() -> None:
    page = labelled(
        """
        [s1:Reyl] [c1:said] [t1:the port was open].
        ! [s2:Photo desk] [c2:said] [t2:this is a picture of the port].
        > [s3:Brand] [c3:says] [t3:hello to the crowd].
        """
    )
    assert [speaker for speaker, _, _ in page.said()] == ["Reyl"]


def test_a_span_over_two_blocks_is_cut() -> None:
    page = labelled("[s:Reyl] [c:said] [t:the port was open.\n! Photo by a]gency")
    assert page.said() == [("Reyl", "said", "the port was open")]


def test_nothing_leaks_between_stories() -> None:
    page = labelled(
        """
        [s1:Reyl] [c1:said] [t1:the port was open].
        --- [s2:Brand] [c2:spoke] of ships.
        --- [t2:“The strike will last until the union gives in to us,”] it said.
        --- [t3:The strike will last until the union gives in].
        """
    )
    first, second = page.statements()
    assert page.words(first.speaker.span) == "Reyl"
    assert second.story == "story2"
    assert page.words(second.speaker.span) != "Brand"


def test_a_dateline_is_no_content() -> None:
    text = "OSLO, May 3 — The port is open, Reyl said."
    story = Story(
        id="s",
        kind="article",
        span=Span(0, len(text)),
        dateline=Dateline(span=Span(0, 13)),
        blocks=(Block(kind="paragraph", span=Span(0, len(text))),),
    )
    content = Span(0, text.index(", Reyl"))
    source, cue = Span(33, 37), Span(38, 42)
    reading = Reading((), (Attribution((source,), (cue,), (content,), 0.9),))
    (statement,) = find_statements("page", text, [story], reading)
    assert text[statement.content[0].start : statement.content[0].end] == "The port is open"


def test_duplicates_are_merged_and_overlaps_go_to_the_higher_score() -> None:
    text = "The port is open and the ships are leaving, Reyl said, Brand said."
    story = Story(id="s", kind="article", span=Span(0, len(text)))

    def attribution(name: str, content: str, score: float) -> Attribution:
        who, what = text.index(name), text.index(content)
        cue = text.index("said", who)
        return Attribution(
            (Span(who, who + len(name)),),
            (Span(cue, cue + 4),),
            (Span(what, what + len(content)),),
            score,
        )

    whole = attribution("Reyl", "The port is open and the ships are leaving", 0.9)
    again = attribution("Brand", "The port is open and the ships are leavin", 0.5)
    (statement,) = find_statements("page", text, [story], Reading((), (again, whole)))
    assert text[statement.speaker.span.start : statement.speaker.span.end] == "Reyl"  # type: ignore[union-attr]


def test_ids_come_from_content() -> None:
    page = labelled("[s:Reyl] [c:said] [t:the port was open].")
    assert page.only().id == page.only().id
    assert page.only().id.startswith("st-")
    (other,) = find_statements("another", page.text, page.stories, page.reading)
    assert other.id != page.only().id


PIECES = (
    *"abcR.,:;?!\n\n\"'“”‘’«»- ", "said ", "Reyl ", "that ", "Q: ", "REYL: ", "he told her that ",
    "“I see it all now.” ", "the minister ", "According to Reyl, ", "— ", "And from Chair Reyl: ",
)  # fmt: skip
KINDS: tuple[BlockKind, ...] = ("heading", "paragraph", "caption", "credit", "quote", "other")


def any_page(chance: random.Random) -> tuple[str, tuple[Story, ...], Reading]:
    """Any spans in any text; blocks, stories and spans may overlap and run over the end."""
    text = "".join(chance.choices(PIECES, k=chance.randrange(80)))

    def spans(most: int) -> tuple[Span, ...]:
        pairs = [
            sorted(chance.randrange(len(text) + 3) for _ in range(2))
            for _ in range(chance.randrange(most + 1))
        ]
        return tuple(Span(*pair) for pair in pairs)

    attributions = tuple(
        Attribution(spans(2), spans(2), spans(3), chance.random())
        for _ in range(chance.randrange(6))
    )
    stories = tuple(
        Story(
            id=f"s{number}",
            kind="article",
            span=span,
            headline=chance.choice((None, span, *spans(1))),
            kicker=chance.choice((None, None, *spans(1))),
            blocks=tuple(Block(kind=chance.choice(KINDS), span=s) for s in spans(4)),
        )
        for number, span in enumerate((Span(0, len(text)), *spans(2)))
    )
    return text, stories, Reading(tuple(Sentence(span=s) for s in spans(4)), attributions)


@given(st.integers(0, 2**32))
def test_any_labels_give_statements_that_hold(seed: int) -> None:
    text, stories, reading = any_page(random.Random(seed))
    statements = find_statements("page", text, stories, reading)
    assert list(statements) == sorted(statements, key=lambda s: (s.span, s.content, s.id))
    ids = [s.id for s in statements]
    assert len(set(ids)) == len(ids)
    for statement in statements:
        who = (statement.speaker.span,) if statement.speaker.span else ()
        parts = [*who, *statement.cue, *statement.content]
        assert statement.content
        for start, end in parts:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert statement.span == (min(p.start for p in parts), max(p.end for p in parts))
        assert 0 <= statement.confidence <= 1
        assert statement.story in {s.id for s in stories}
        assert statement.inside is None or statement.inside in ids
        assert statement.inside != statement.id
    assert find_statements("page", text, stories, reading) == statements


def test_nothing_gives_nothing() -> None:
    assert find_statements("page", "", (), Reading((), ())) == ()


def test_what_was_not_agreed_on_is_no_agreement() -> None:
    page = labelled(
        "[s:Karvia] ended the talks without [c:agreeing on] [t:when the port will open]."
    )
    assert page.statements() == ()


def test_an_answer_to_an_interview_is_none() -> None:
    page = labelled("In response to the interview, [s:Reyl] [c:said] [t:that it was over].")
    assert page.only().occasion is None
