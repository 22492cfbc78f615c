"""PLOVER's and CAMEO's tables hold together."""

from __future__ import annotations

import subprocess
import sys

import pytest

from onrecord.lexicon.plover import (
    QUADS,
    cameo_codes,
    cameo_codes_of,
    contexts,
    event_types,
)


def test_types_have_class_score_and_modes() -> None:
    assert len(event_types()) == 16
    assault = event_types()["ASSAULT"]
    assert (assault.quad, assault.quad_number) == ("material conflict", 4)
    assert (assault.score, assault.score_of("beat"), assault.score_of(None)) == (-9.0, -7.5, -9.0)
    assert assault.symmetric == "two-sided"
    assert event_types()["AID"].needs_recipient
    assert not event_types()["CONSULT"].needs_recipient


def test_a_mode_without_a_score_has_that_of_its_type() -> None:
    protest = event_types()["PROTEST"]
    assert protest.modes["vandalize"].score is None
    assert protest.score_of("vandalize") == protest.score


def test_the_classes_are_the_codebook_s() -> None:
    """Section 3 of each type; table 7.2 differs for SANCTION, which 3.13.4 has as material."""
    by_class = {
        quad: {name for name, kind in event_types().items() if kind.quad == quad} for quad in QUADS
    }
    assert by_class == {
        "verbal cooperation": {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
        "material cooperation": {"COOPERATE", "AID", "RETREAT"},
        "verbal conflict": {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
        "material conflict": {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
    }


def test_cooperation_scores_above_conflict() -> None:
    for kind in event_types().values():
        scores = [kind.score, *(kind.score_of(mode) for mode in kind.modes)]
        assert all(-10 <= score <= 10 for score in scores)
        if "cooperation" in kind.quad:
            assert min(scores) > 0
        if kind.name != "REQUEST" and "conflict" in kind.quad:
            assert max(scores) < 0


def test_what_is_announced_is_a_type() -> None:
    futures = {kind.name: kind.future for kind in event_types().values() if kind.future}
    assert futures == {
        "CONSULT": "AGREE",
        "SUPPORT": "AGREE",
        "COOPERATE": "AGREE",
        "AID": "AGREE",
        "RETREAT": "CONCEDE",
    }


def test_codes_know_their_types_modes_and_contexts() -> None:
    for code in cameo_codes().values():
        assert code.root in cameo_codes()
        assert code.base in cameo_codes()
        assert set(code.contexts) <= set(contexts())
        for type_, mode in [(code.type, code.mode)]:
            assert type_ is None or type_ in event_types()
            assert mode is None or (type_ and mode in event_types()[type_].modes)
        assert code.converted[0] is None or code.converted[0] in event_types()


def test_a_code_has_its_label_and_both_conversions() -> None:
    verdict = cameo_codes()["116"]
    assert verdict.label == "Find guilty or liable (legally)"
    assert (verdict.type, verdict.mode) == ("SANCTION", "convict")
    assert verdict.converted == ("ACCUSE", "disapprove")
    assert (verdict.root, verdict.base, verdict.contexts) == ("11", "116", ("legal",))


def test_comments_are_not_coded() -> None:
    assert all(code.type is None for code in cameo_codes().values() if code.root == "01")
    assert all(code.type for code in cameo_codes().values() if code.root != "01")


def test_codes_of_a_type_and_mode() -> None:
    assert [code.code for code in cameo_codes_of("CONSULT", "visit")] == ["042", "043"]
    assert [code.code for code in cameo_codes_of("ASSAULT", "drone")] == ["1952"]
    assert cameo_codes_of("ASSAULT", "primitive") == ()
    assert [code.code for code in cameo_codes_of("SANCTION")] == ["16", "160"]


def test_who_asks_cannot_change_the_tables() -> None:
    with pytest.raises(TypeError):
        cameo_codes()["116"] = cameo_codes()["115"]  # type: ignore[index]


def test_importing_it_reads_no_file() -> None:
    code = (
        "import onrecord.lexicon.plover; from onrecord.lexicon import read_toml; "
        "print(read_toml.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
