"""Whatever the model makes of a sentence, the room does not fail on it."""

from __future__ import annotations

from itertools import product
from typing import get_args

from hypothesis import find, given, settings
from hypothesis import strategies as st

from onrecord.lexicon import plover
from onrecord.meaning.events import event_words
from onrecord.reading.labels import RELATIONS
from onrecord.reading.types import Reading
from onrecord.record import EventStatus, Span
from tests.meaning.events.parsed import ACTORS, Said, Told, found_in, story_of, told
from tests.meaning.events.random_trees import sentences, trees


def _assert_sound(found: Told) -> None:
    whole = Span(0, len(found.text))
    for event in found.events:
        spans = [event.span, *event.anchors, *(quantity.span for quantity in event.quantities)]
        assert event.anchors
        assert all(whole.start <= span.start < span.end <= whole.end for span in spans)
        assert event.type in plover.event_types()
        assert event.mode is None or event.mode in plover.event_types()[event.type].modes
        assert event.cameo is None or event.cameo in plover.cameo_codes()
        assert set(event.contexts) <= set(plover.contexts())
        assert event.status in get_args(EventStatus)
        assert event.actors or event.recipients
        assert not set(event.actors) & set(event.recipients)
        assert len(set(event.actors)) == len(event.actors)
        assert 0 <= event.confidence <= 1
        assert all(quantity.value >= 0 for quantity in event.quantities)
    assert len({event.id for event in found.events}) == len(found.events)


def _found(parsed: tuple[str, Reading]) -> Told:
    text, reading = parsed
    return found_in(text, [story_of(0, Span(0, len(text)))], reading)


def test_such_trees_do_hold_events() -> None:
    find(trees(), lambda parsed: any(e.actors and e.recipients for e in _found(parsed).events))


@settings(max_examples=300)
@given(trees())
def test_any_tree_is_read(parsed: tuple[str, Reading]) -> None:
    _assert_sound(_found(parsed))


@settings(max_examples=300)
@given(sentences())
def test_words_that_hang_at_any_others_are_read(parsed: tuple[str, Reading]) -> None:
    _assert_sound(_found(parsed))


@settings(max_examples=150)
@given(trees(), st.data())
def test_any_statement_is_read(parsed: tuple[str, Reading], data: st.DataObject) -> None:
    text, reading = parsed
    word = st.sampled_from([text[t.span.start : t.span.end] for t in reading.sentences[0].tokens])
    said = Said(
        speaker=data.draw(word),
        cue=data.draw(word),
        content=data.draw(word),
        by=("varga",),
        act=data.draw(st.sampled_from(("assert", "demand", "refuse", "threaten"))),
        toward=("norra",),
    )
    _assert_sound(found_in(text, [story_of(0, Span(0, len(text)))], reading, [said]))


@settings(max_examples=150)
@given(trees())
def test_event_words_lie_in_their_sentence(parsed: tuple[str, Reading]) -> None:
    text, reading = parsed

    def who(span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        del speaker
        return ("norra", "varga")[: len(text[span.start : span.end]) % 3]

    for word in event_words(text, reading.sentences[0], actors=ACTORS, who=who, whose=who):
        assert word.type in plover.event_types()
        for span in (*word.spans, *word.source, *word.target):
            assert 0 <= span.start < span.end <= len(text)


SOME = ("conj", "nsubj", "xcomp", "acl:relcl", "nmod")


def test_verbs_that_hang_at_each_other_are_read() -> None:
    pair = (
        "agreed/{0}/attacked/VERB Norra/nsubj/agreed attacked/{1}/agreed/VERB Zemira/obl/attacked"
    )
    for first, second in product(RELATIONS, SOME):
        _assert_sound(told(pair.format(first, second)))


def test_nouns_that_hang_at_each_other_are_read() -> None:
    pair = "demand/{0}/attack/NOUN Norra/nmod/demand attack/{1}/demand/NOUN Zemira/nmod/attack"
    for first, second in product(RELATIONS, SOME):
        _assert_sound(told(pair.format(first, second)))


def test_a_word_that_hangs_at_itself_is_read() -> None:
    for relation in RELATIONS:
        _assert_sound(
            told(f"Norra/nsubj/attacked attacked/{relation}/attacked/VERB Zemira/obj/attacked")
        )
