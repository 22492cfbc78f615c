"""The tables of event words say only what PLOVER, CAMEO and the loader know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from onrecord.lexicon import listed, plover, read_toml
from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.lexicon import Light, Phase, Rule, load_lexicon
from onrecord.meaning.events.status_words import load_status_lexicon
from onrecord.meaning.trees import Tree
from onrecord.record import EventStatus, Sentence, Span, Token

KINDS = ("verbs", "adjectives", "nouns")
CONDITIONS = {
    "objects", "not_objects", "object_kind", "subjects", "oblique", "needs_recipient", "clause",
    "pair", "plural", "bare", "of",
}  # fmt: skip
FIELDS = {
    "words", "type", "mode", "cameo", "contexts", "actor", "recipient", "reciprocal", "undergoes",
    "governs", "harm", "joint", "note",
}  # fmt: skip
PLACES = {"subject", "object", "indirect object", "possessor", "adjective", "compound", "that"}


def _table() -> dict[str, Any]:
    return read_toml("event_words.toml")


def _rows(*kinds: str) -> Iterator[dict[str, Any]]:
    for kind in kinds or KINDS:
        yield from _table()[kind]


def _rules() -> Iterator[tuple[str, Rule]]:
    """Every entry's words with its rule."""
    lexicon = load_lexicon()
    for table in (lexicon.verbs, lexicon.adjectives):
        for first, entries in table.items():
            for entry in entries:
                assert isinstance(entry.rule, Rule)
                yield " ".join((first, *entry.rest)), entry.rule
    for last, nouns in lexicon.nouns.items():
        for before, rule in nouns:
            yield " ".join((*before, last)), rule


def test_types_modes_and_contexts_are_plover_s() -> None:
    types = plover.event_types()
    wrong = {
        (words, rule.type, rule.mode, rule.contexts)
        for words, rule in _rules()
        if rule.type not in types
        or (rule.mode is not None and rule.mode not in types[rule.type].modes)
        or not set(rule.contexts) <= set(plover.contexts())
        or (rule.joint is not None and rule.joint not in types)
        or not (rule.harm is None or rule.harm == "keep" or rule.harm in types)
    }
    assert wrong == set()


def test_codes_are_cameo_s() -> None:
    wrong = {(w, r.cameo) for w, r in _rules() if r.cameo and r.cameo not in plover.cameo_codes()}
    assert wrong == set()


def test_a_code_stands_for_the_type_of_its_rule() -> None:
    """But for retreats that are only declared, which the codebook counts as concessions."""
    codes = plover.cameo_codes()
    wrong = {
        (rule.type, rule.cameo)
        for _, rule in _rules()
        if rule.cameo and rule.type != codes[rule.cameo].type
    }
    assert wrong <= {("CONCEDE", "0871")}


@pytest.mark.parametrize("outer", ["AGREE", "REQUEST", "REJECT", "THREATEN"])
def test_the_table_of_contents_is_plover_s(outer: str) -> None:
    types, codes = plover.event_types(), plover.cameo_codes()
    table = load_lexicon().content[outer]
    assert "other" in table
    for inner, (mode, cameo) in table.items():
        kind, _, inner_mode = inner.partition("_")
        assert kind == "other" or kind in types, inner
        assert not inner_mode or inner_mode in types[kind].modes, inner
        assert mode is None or mode in types[outer].modes, inner
        assert cameo is None or codes[cameo].type == outer, inner


def test_no_row_has_a_field_that_nothing_reads() -> None:
    assert {field for row in _rows() for field in row} <= CONDITIONS | FIELDS
    light = {field for row in _table()["light"] for field in row}
    assert light <= {"words", "types", "phase", "actor", "recipient", "undergoes", "apart", "note"}


def test_conditions_are_of_the_kinds_that_are_known() -> None:
    assert {r["object_kind"] for r in _rows() if "object_kind" in r} <= {
        "actor", "place", "target", "sum",
    }  # fmt: skip
    assert {r["clause"] for r in _rows() if "clause" in r} <= {"to", "that", "mandative", "none"}


def test_sides_stand_where_the_grammar_has_a_place_or_behind_a_preposition() -> None:
    known = {*listed(_table()["prepositions"]), *PLACES, "along", "near", "outside"}
    used = {
        place
        for row in (*_rows(), *_table()["light"])
        for field in ("actor", "recipient")
        for place in listed(row.get(field, ""))
    }
    assert {
        place for place in used if place.split()[-1] not in known and place not in known
    } == set()


def test_light_verbs_go_with_types_and_phases_that_there_are() -> None:
    lights = [entry.rule for entries in load_lexicon().light.values() for entry in entries]
    for light in lights:
        assert isinstance(light, Light)
        assert light.types <= {*plover.event_types(), "any"}
        assert light.phase is None or light.phase in get_args(Phase)


def _lemma(form: str, upos: str) -> str:
    """The lemma by which the room looks a word up."""
    token = Token(span=Span(0, len(form)), upos=upos)
    sentence = Sentence(span=token.span, tokens=(token,))
    return Clauses(Tree(form, sentence)).lemma(0)


@pytest.mark.parametrize(
    ("table", "upos"),
    [
        ("verbs", "VERB"),
        ("light", "VERB"),
        ("adjectives", "ADJ"),
        ("nouns", "NOUN"),
    ],
)
def test_entries_stand_under_a_word_that_is_looked_up(table: str, upos: str) -> None:
    """Its own lemma, or a spelling whose lemma has the entries too."""
    words = getattr(load_lexicon(), table)
    assert {word for word in words if _lemma(word, upos) not in words} == set()


def test_no_entry_is_hidden_by_one_that_fits_wherever_it_does() -> None:
    """Of two entries of the same words, the first must ask for something."""
    lexicon, hidden = load_lexicon(), set()
    for first, entries in lexicon.verbs.items():
        asked: dict[tuple[tuple[str, ...], bool], list[Rule]] = {}
        for entry in entries:
            rule = entry.rule
            assert isinstance(rule, Rule)
            before = asked.setdefault((entry.rest, entry.with_object), [])
            if any(other.conditions == 0 and not other.needs_recipient for other in before):
                hidden.add(" ".join((first, *entry.rest)))
            before.append(rule)
    assert hidden == set()


# Status ------------------------------------------------------------------------------------------


def test_statuses_are_the_record_s() -> None:
    lexicon, known = load_status_lexicon(), {*get_args(EventStatus), None}
    governors = [governor for entries in lexicon.governors.values() for governor in entries]
    assert governors
    assert {g.status for g in governors} | {g.negated for g in governors} <= known
    assert {g.otherwise for g in governors} <= known
    assert {g.takes for g in governors} <= {"clause", "noun", "both"}
    assert {kind for g in governors for kind in g.only_types} <= set(plover.event_types())
    assert set(lexicon.tense.values()) | set(lexicon.modifiers.values()) <= known
    assert set(lexicon.of_negation) | set(lexicon.of_negation.values()) <= known
    assert set(lexicon.auxiliaries.values()) == {"planned", "hypothetical"}


def test_every_status_has_its_negation() -> None:
    assert set(load_status_lexicon().of_negation) == set(get_args(EventStatus))


def test_turns_are_between_plover_s_types() -> None:
    types = plover.event_types()
    for turn in load_status_lexicon().turns:
        assert turn.when in get_args(EventStatus)
        assert turn.types <= {*types, "any"}
        assert turn.to == "" or turn.to in types
        assert turn.mode is None or turn.mode in types[turn.to].modes
        assert turn.cameo is None or plover.cameo_codes()[turn.cameo].type == turn.to
