"""What a party wants, offers or refuses, read from sentences parsed by hand."""

from __future__ import annotations

import pytest

from onrecord.record import Event, Span
from tests.meaning.positions.clauses_by_hand import parsed

WANTS = "Norra/PROPN/nsubj/2 wants/VERB/ccomp/7 the/DET/det/4 island/NOUN/obj/2 ,/PUNCT/punct/2"


def test_each_item_of_a_list_is_a_position() -> None:
    page = parsed(
        "Norra/PROPN/nsubj/2 demands/VERB/root/0 the/DET/det/4 release/NOUN/obj/2 of/ADP/case/7"
        " its/PRON/nmod:poss/7 sailors/NOUN/nmod/4 and/CCONJ/cc/10 an/DET/det/10"
        " apology/NOUN/conj/4 ./PUNCT/punct/2"
    )
    assert page.held() == [
        ("norra", "demands", "the release of its sailors"),
        ("norra", "demands", "an apology"),
    ]


def test_a_list_behind_a_colon_comes_apart() -> None:
    page = parsed(
        "Norra/PROPN/nsubj/2 set/VERB/root/0 out/ADP/compound:prt/2 three/NUM/nummod/5"
        " demands/NOUN/obj/2 :/PUNCT/punct/8 a/DET/det/8 truce/NOUN/appos/5 ,/PUNCT/punct/11"
        " the/DET/det/11 release/NOUN/conj/8 of/ADP/case/14 its/PRON/nmod:poss/14"
        " sailors/NOUN/nmod/11 and/CCONJ/cc/17 an/DET/det/17 apology/NOUN/conj/14 ./PUNCT/punct/2"
    )
    # "an apology" hangs on "sailors" in the parse, as parsers do
    assert page.held() == [
        ("norra", "demands", "a truce"),
        ("norra", "demands", "the release of its sailors"),
        ("norra", "demands", "an apology"),
    ]


def test_an_answer_to_a_demand_is_a_position_beside_it() -> None:
    page = parsed(
        "Zemira/PROPN/nsubj/2 rejected/VERB/root/0 Norra/PROPN/nmod:poss/5 's/PART/case/3"
        " demand/NOUN/obj/2 for/ADP/case/8 a/DET/det/8 truce/NOUN/nmod/5 ./PUNCT/punct/2"
    )
    assert page.held() == [("norra", "demands", "a truce"), ("zemira", "refuses", "a truce")]
    refusal = page.positions()[1]
    assert refusal.toward == "norra"
    assert refusal.issue.id == "ceasefire"


def test_who_backs_a_call_supports_what_it_is_for() -> None:
    page = parsed(
        "Norra/PROPN/nsubj/2 backs/VERB/root/0 Zemira/PROPN/nmod:poss/5 's/PART/case/3"
        " call/NOUN/obj/2 for/ADP/case/8 an/DET/det/8 inquiry/NOUN/nmod/5 ./PUNCT/punct/2"
    )
    assert page.held() == [("norra", "supports", "an inquiry"), ("zemira", "demands", "an inquiry")]


@pytest.mark.parametrize(
    ("source", "stance", "words"),
    [
        (
            "Norra/PROPN/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 rule/VERB/root/0"
            " out/ADP/compound:prt/4 direct/ADJ/amod/7 talks/NOUN/obj/4",
            "is open to",
            "direct talks",
        ),
        (
            "Norra/PROPN/nsubj/4 no/ADV/advmod/3 longer/ADV/advmod/4 insists/VERB/root/0"
            " on/ADP/case/7 a/DET/det/7 veto/NOUN/obl/4",
            "withdraws",
            "a veto",
        ),
        (
            "Norra/PROPN/nsubj/2 dropped/VERB/root/0 its/PRON/nmod:poss/4 objection/NOUN/obj/2"
            " to/ADP/case/7 the/DET/det/7 corridor/NOUN/nmod/4",
            "accepts",
            "the corridor",
        ),
        (
            "Norra/PROPN/nsubj/2 vowed/VERB/root/0 to/PART/mark/4 reject/VERB/xcomp/2"
            " the/DET/det/6 terms/NOUN/obj/4",
            "refuses",
            "the terms",
        ),
        (
            "Norra/PROPN/nmod:poss/3 's/PART/case/1 refusal/NOUN/nsubj/8 to/PART/mark/5"
            " open/VERB/acl/3 the/DET/det/7 yard/NOUN/obj/5 angered/VERB/root/0 Zemira/PROPN/obj/8",
            "refuses",
            "open the yard",
        ),
        (
            "Norra/PROPN/nsubj/3 is/AUX/cop/3 ready/ADJ/root/0 to/PART/mark/5 discuss/VERB/xcomp/3"
            " the/DET/det/7 tariffs/NOUN/obj/5",
            "is open to",
            "discuss the tariffs",
        ),
        (
            "Norra/PROPN/nsubj/2 denied/VERB/root/0 that/SCONJ/mark/7 its/PRON/nmod:poss/5"
            " ships/NOUN/nsubj/7 had/AUX/aux/7 crossed/VERB/ccomp/2 the/DET/det/9 line/NOUN/obj/7",
            "denies",
            "its ships had crossed the line",
        ),
    ],
)
def test_negation_and_cues_over_cues(source: str, stance: str, words: str) -> None:
    assert parsed(source).held() == [("norra", stance, words)]


def test_a_condition_has_its_own_words() -> None:
    page = parsed(
        "Norra/PROPN/nsubj/3 is/AUX/cop/3 ready/ADJ/root/0 to/PART/mark/5 reopen/VERB/xcomp/3"
        " the/DET/det/7 bridge/NOUN/obj/5 if/SCONJ/mark/10 Zemira/PROPN/nsubj/10"
        " lifts/VERB/advcl/5 the/DET/det/12 tariffs/NOUN/obj/10 ./PUNCT/punct/3"
    )
    offer = page.only()
    assert (offer.stance, page.words(offer.text)) == ("offers", "reopen the bridge")
    assert page.words(offer.condition) == "Zemira lifts the tariffs"
    assert offer.toward == "zemira"


def test_an_own_act_that_harms_is_a_warning() -> None:
    page = parsed(
        "Norra/PROPN/nsubj/2 warned/VERB/root/0 that/SCONJ/mark/6 it/PRON/nsubj/6 would/AUX/aux/6"
        " close/VERB/ccomp/2 the/DET/det/8 strait/NOUN/obj/6 unless/SCONJ/mark/12 the/DET/det/11"
        " patrols/NOUN/nsubj/12 ended/VERB/advcl/6 ./PUNCT/punct/2"
    )
    warning = page.only()
    assert (warning.stance, page.words(warning.text)) == ("warns of", "close the strait")
    assert page.words(warning.condition) == "the patrols ended"


def test_whom_one_urges_is_the_one_it_is_put_to() -> None:
    page = parsed(
        "Zemira/PROPN/nsubj/2 urged/VERB/root/0 Norra/PROPN/obj/2 to/PART/mark/5 open/VERB/xcomp/2"
        " the/DET/det/7 port/NOUN/obj/5 by/ADP/case/9 Friday/PROPN/obl/5 ./PUNCT/punct/2"
    )
    demand = page.only()
    assert (demand.party, demand.toward) == ("zemira", "norra")
    assert page.words(demand.text) == "open the port by Friday"


def test_what_the_other_side_tells_is_reported_by_them() -> None:
    page = parsed(f"{WANTS} Reyl/PROPN/nsubj/7 said/VERB/root/0 ./PUNCT/punct/7")
    position = page.said_by("reyl", "Norra wants the island").only()
    assert (position.party, position.reported_by) == ("norra", "reyl")
    assert position.evidence == ("said-0",)
    assert position.held_on is not None
    assert position.held_on.value == "2024-05-03"


def test_what_a_minister_tells_of_their_own_side_is_reported_by_nobody() -> None:
    page = parsed(f"{WANTS} Varga/PROPN/nsubj/7 said/VERB/root/0 ./PUNCT/punct/7")
    assert page.said_by("varga", "Norra wants the island").only().reported_by is None


def test_we_in_quotation_marks_is_the_country_of_who_is_quoted() -> None:
    page = parsed(
        "We/PRON/nsubj/4 will/AUX/aux/4 not/PART/advmod/4 leave/VERB/root/0 the/DET/det/6"
        " island/NOUN/obj/4 ./PUNCT/punct/4"
    )
    assert page.held() == []
    quoted = page.said_by("varga", "We will not leave the island.", kind="direct")
    assert quoted.held() == [("norra", "refuses", "leave the island")]


def test_there_will_be_none_until() -> None:
    page = parsed(
        "There/PRON/expl/3 will/AUX/aux/3 be/VERB/ccomp/13 no/DET/det/5 talks/NOUN/nsubj/3"
        " until/SCONJ/mark/9 the/DET/det/8 guns/NOUN/nsubj/9 fall/VERB/advcl/3 silent/ADJ/xcomp/9"
        " ,/PUNCT/punct/13 Varga/PROPN/nsubj/13 said/VERB/root/0 ./PUNCT/punct/13"
    ).said_by("varga", "There will be no talks until the guns fall silent")
    refusal = page.only()
    assert (refusal.party, refusal.stance) == ("norra", "refuses")
    assert page.words(refusal.text) == "talks"
    assert page.words(refusal.condition) == "the guns fall silent"


def test_what_must_come_before_is_required_first() -> None:
    page = parsed(
        "Norra/PROPN/nmod:poss/3 's/PART/case/1 forces/NOUN/nsubj/5 must/AUX/aux/5"
        " leave/VERB/ccomp/13 the/DET/det/7 island/NOUN/obj/5 before/SCONJ/mark/10"
        " talks/NOUN/nsubj/10 begin/VERB/advcl/5 ,/PUNCT/punct/5 Reyl/PROPN/nsubj/13"
        " said/VERB/root/0 ./PUNCT/punct/13"
    ).said_by("reyl", "Norra's forces must leave the island before talks begin")
    position = page.only()
    assert (position.party, position.stance) == ("zemira", "requires first")
    assert page.words(position.text) == "Norra's forces must leave the island"
    assert position.condition is None


@pytest.mark.parametrize(
    "source",
    [
        "Norra/PROPN/nsubj/2 has/VERB/root/0 yet/ADV/advmod/2 to/PART/mark/5 accept/VERB/xcomp/2"
        " the/DET/det/7 plan/NOUN/obj/5",
        "Norra/PROPN/nsubj:pass/3 is/AUX/aux:pass/3 expected/VERB/root/0 to/PART/mark/5"
        " demand/VERB/xcomp/3 a/DET/det/7 truce/NOUN/obj/5",
        "Norra/PROPN/nsubj/2 refused/VERB/root/0 to/PART/mark/4 comment/VERB/xcomp/2",
        "Norra/PROPN/nsubj/3 may/AUX/aux/3 accept/VERB/root/0 the/DET/det/5 plan/NOUN/obj/3",
        "Does/AUX/aux/3 Norra/PROPN/nsubj/3 accept/VERB/root/0 the/DET/det/5 plan/NOUN/obj/3"
        " ?/PUNCT/punct/3",
        "Lind/PROPN/nsubj/2 wants/VERB/root/0 a/DET/det/5 new/ADJ/amod/5 contract/NOUN/obj/2",
        "Norra/PROPN/nsubj/2 withdrew/VERB/root/0 its/PRON/nmod:poss/4 troops/NOUN/obj/2",
        "Norra/PROPN/nsubj/2 warned/VERB/root/0 that/SCONJ/mark/7 talks/NOUN/nsubj/7"
        " will/AUX/aux/7 not/PART/advmod/7 last/VERB/ccomp/2",
    ],
    ids=[
        "has yet to",
        "is expected to",
        "comment",
        "may",
        "question",
        "no party",
        "troops",
        "warned that not",
    ],
)
def test_what_is_not_said_guessed_or_private_is_no_position(source: str) -> None:
    assert parsed(source).held() == []


def test_what_an_outsider_foresees_is_a_guess() -> None:
    page = parsed(
        "Norra/PROPN/nsubj/4 will/AUX/aux/4 not/PART/advmod/4 accept/VERB/ccomp/10 the/DET/det/6"
        " plan/NOUN/obj/4 ,/PUNCT/punct/4 an/DET/det/9 analyst/NOUN/nsubj/10 said/VERB/root/0"
    )
    assert page.said_by("analyst", "Norra will not accept the plan").held() == []
    assert page.said_by("varga", "Norra will not accept the plan").held() == [
        ("norra", "refuses", "the plan")
    ]


def test_an_event_told_by_the_same_words_is_evidence() -> None:
    page = parsed(
        "Zemira/PROPN/nsubj/2 rejected/VERB/root/0 the/DET/det/4 truce/NOUN/obj/2 ./PUNCT/punct/2"
    )
    event = Event(id="ev", story="story", span=Span(0, 10), type="REJECT", anchors=(Span(7, 15),))
    (position,) = type(page)(page.text, page.sentences, (), (event,)).positions()
    assert position.evidence == ("ev",)


def test_reading_twice_gives_the_same_ids() -> None:
    page = parsed(f"{WANTS} Reyl/PROPN/nsubj/7 said/VERB/root/0 ./PUNCT/punct/7")
    assert page.positions() == page.positions()
