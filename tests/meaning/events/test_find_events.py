"""The room as a whole: who counts, in which order events come, and what it asks of others."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from onrecord.meaning.events import event_words
from onrecord.reading.types import Pieces, Reading
from onrecord.record import Sentence, Span
from tests.meaning.events.parsed import ACTORS, WHO, found_in, story_of, told

SHELLED = "Norra/nsubj/shelled shelled/root Zemira/obj/shelled"
MET = "Varga/nsubj/met met/root Reyl/obj/met"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It/nsubj/shelled shelled/root them/obj/shelled", id="pronouns unresolved"),
        pytest.param("The/det/attack attack/nsubj/was was/root fierce/xcomp/was/ADJ", id="noun"),
        pytest.param("Talks/nsubj/ended/NOUN ended/root", id="talks of nobody"),
        pytest.param("It/nsubj/rained rained/root", id="no event word"),
    ],
)
def test_without_actors_there_is_no_event(sentence: str) -> None:
    assert told(sentence).events == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Lind/nsubj/met met/root Moss/obj/met", id="met"),
        pytest.param("Lind/nsubj/attacked attacked/root Moss/obj/attacked", id="attacked"),
        pytest.param("Moss/nsubj/praised praised/root Lind/obj/praised", id="praised"),
    ],
)
def test_people_of_no_public_sector_make_no_event(sentence: str) -> None:
    assert told(sentence).events == ()


def test_one_side_of_public_life_is_enough() -> None:
    assert told("Varga/nsubj/met met/root Lind/obj/met").acts == ["varga+lind CONSULT"]


def test_violence_against_many_counts_whoever_they_are() -> None:
    killed = "Lind/nsubj/attacked attacked/root the/det/villagers villagers/obj/attacked"
    praised = "Lind/nsubj/praised praised/root the/det/villagers villagers/obj/praised"
    assert told(killed).acts == ["lind ASSAULT villagers"]
    assert told(praised).acts == []


def test_a_war_of_one_side_is_no_event() -> None:
    assert (
        told("Norra/nmod:poss/war ~'s/case/Norra war/nsubj/hurt hurt/root him/obj/hurt").acts == []
    )
    assert told("Varga/nsubj/fights fights/root").acts == []


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "The/det/film film/nsubj/opened Norra/nsubj/Attacks Attacks/acl/film/VERB "
            "Zemira/obj/Attacks opened/root",
            [],
            id="the film Norra Attacks Zemira opened",
        ),
        pytest.param(
            "Norra/nsubj/Attacks Attacks/root//VERB Zemira/obj/Attacks",
            ["norra ASSAULT zemira"],
            id="a headline",
        ),
        pytest.param(
            "Attacked/advcl/said/VERB Zemira/obj/Attacked we/nsubj/said said/root",
            ["? ASSAULT zemira"],
            id="the first word",
        ),
    ],
)
def test_the_title_of_a_work_tells_no_event(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


def test_only_people_are_hanged() -> None:
    assert told("Norra/nsubj/hanged hanged/root Reyl/obj/hanged").acts == ["norra ASSAULT reyl"]
    assert told("Norra/nsubj/hung hung/root blankets/obj/hung").acts == []


def test_events_come_in_text_order() -> None:
    found = told(MET, SHELLED, f"--- {SHELLED}", MET)
    assert [event.span for event in found.events] == sorted(event.span for event in found.events)
    assert [event.type for event in found.events] == ["CONSULT", "ASSAULT", "ASSAULT", "CONSULT"]


def test_the_span_runs_over_all_who_take_part() -> None:
    found = told(
        "Yesterday/nmod/shelled/NOUN Norra/nsubj/shelled shelled/root Zemira/obj/shelled again/"
        "advmod/shelled"
    )
    assert [found.words(event.span) for event in found.events] == ["Norra shelled Zemira"]


def test_ids_are_made_of_content() -> None:
    assert told(SHELLED).events == told(SHELLED).events
    first, second = told(SHELLED, f"--- {SHELLED}").events
    assert first.id.startswith("ev-")
    assert first.id != second.id


def test_without_grammar_there_is_nothing_to_find() -> None:
    found = told(SHELLED)
    bare = Reading(sentences=tuple(Sentence(span=s.span) for s in found.reading.sentences))
    assert found_in(found.text, [story_of(0, Span(0, len(found.text)))], bare).events == ()


def test_what_stands_in_no_story_is_no_event() -> None:
    found = told(SHELLED)
    assert found_in(found.text, (), found.reading).events == ()


def _with_pieces(reading: Reading) -> Reading:
    """The reading with one piece a word, and a state of three numbers for each."""
    pieces = [
        Pieces(
            starts=np.array([token.span.start for token in sentence.tokens], dtype=np.int32),
            ends=np.array([token.span.end for token in sentence.tokens], dtype=np.int32),
            firsts=np.arange(len(sentence.tokens) + 1, dtype=np.int32),
            states=np.zeros((len(sentence.tokens), 3), dtype=np.float32),
        )
        for sentence in reading.sentences
    ]
    return Reading(sentences=reading.sentences, pieces=pieces)


def test_the_relation_network_is_asked_once_for_each_event_word() -> None:
    plain = told(SHELLED, MET)
    found = found_in(
        plain.text, [story_of(0, Span(0, len(plain.text)))], _with_pieces(plain.reading)
    )
    asked = [
        (
            [found.words(span) for span in pair.source],
            [found.words(span) for span in pair.target],
            [(found.words(span), kind) for span, kind in pair.words],
        )
        for pair in found.asked
    ]
    assert asked == [
        (["Norra"], ["Zemira"], [("shelled", "ASSAULT")]),
        (["Varga"], ["Reyl"], [("met", "CONSULT")]),
    ]


@pytest.mark.parametrize(
    ("chance", "confidences"),
    [
        pytest.param(0.4, [0.7], id="half way from a half to 1"),
        pytest.param(0.05, [], id="another sense of the word"),
    ],
)
def test_the_chance_of_its_type_goes_into_an_event_s_confidence(
    chance: float, confidences: list[float]
) -> None:
    plain = told(SHELLED)
    stories = [story_of(0, Span(0, len(plain.text)))]
    found = found_in(plain.text, stories, _with_pieces(plain.reading), chance=chance)
    assert [event.confidence for event in found.events] == confidences


def test_event_words_have_the_words_of_either_side() -> None:
    found = told(
        "Norran/amod/forces forces/nsubj/shelled shelled/root the/det/ports ports/obj/shelled "
        "of/case/Zemira Zemira/nmod/ports"
    )
    (sentence,) = found.reading.sentences

    def who(span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        del speaker
        return tuple(filter(None, [WHO.get(found.words(span).lower())]))

    (word,) = event_words(
        found.text,
        sentence,
        actors=ACTORS,
        who=who,
        whose=lambda span: ("norra",) if found.words(span) == "Norran" else (),
    )
    assert word.type == "ASSAULT"
    assert [found.words(span) for span in word.spans] == ["shelled"]
    assert [found.words(span) for span in word.source] == ["Norran forces"]
    assert [found.words(span) for span in word.target] == ["the ports"]


def test_importing_the_room_reads_no_word_list() -> None:
    code = (
        "import onrecord.meaning.events; from onrecord.lexicon import read_toml; "
        "print(read_toml.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
