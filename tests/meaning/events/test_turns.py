"""What a status makes of a type: a visit to come is agreement, harm to come a threat."""

from __future__ import annotations

import pytest

from tests.meaning.events.parsed import told


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Varga/nsubj/visit will/aux/visit visit/root Zemira/obj/visit on/case/Monday "
            "Monday/obl/visit",
            ["AGREE - 036"],
            id="Varga will visit Zemira on Monday",
        ),
        pytest.param(
            "Norra/nsubj/send will/aux/send send/root weapons/obj/send to/case/Ostany "
            "Ostany/obl/send",
            ["AGREE - 033"],
            id="Norra will send weapons to Ostany",
        ),
    ],
)
def test_a_promise_to_come_together_is_agreement(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/withdraw will/aux/withdraw withdraw/root its/nmod:poss/troops "
            "troops/obj/withdraw from/case/Zemira Zemira/obl/withdraw",
            ["norra CONCEDE zemira"],
            id="Norra will withdraw its troops from Zemira",
        ),
    ],
)
def test_announced_retreat_is_concession(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/attack will/aux/attack attack/root Zemira/obj/attack",
            ["norra THREATEN zemira"],
            id="Norra will attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/impose will/aux/impose impose/root sanctions/obj/impose "
            "on/case/Zemira Zemira/nmod/sanctions",
            ["norra THREATEN zemira"],
            id="Norra will impose sanctions on Zemira",
        ),
    ],
)
def test_announced_harm_is_a_threat(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Norra/nsubj/attack will/aux/attack attack/root Zemira/obj/attack",
            ["THREATEN violence 138"],
            id="Norra will attack Zemira",
        ),
    ],
)
def test_announced_harm_says_which(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/send will/aux/send not/advmod/send send/root weapons/obj/send "
            "to/case/Ostany Ostany/obl/send",
            ["norra REJECT ostany"],
            id="Norra will not send weapons to Ostany",
        ),
        pytest.param(
            "Norra/nsubj/release wo/aux/release ~n't/advmod/release release/root "
            "the/det/prisoners prisoners/obj/release",
            ["norra REJECT"],
            id="Norra won't release the prisoners",
        ),
        pytest.param(
            "Varga/nsubj/visit can/aux/visit ~not/advmod/visit visit/root Zemira/obj/visit",
            ["varga REJECT zemira"],
            id="Varga cannot visit Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attack will/aux/attack not/advmod/attack attack/root Zemira/obj/attack",
            ["norra ASSAULT zemira"],
            id="Norra will not attack Zemira",
        ),
    ],
)
def test_what_one_will_not_do_is_refusal(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Norra/nsubj/release wo/aux/release ~n't/advmod/release release/root "
            "the/det/prisoners prisoners/obj/release",
            ["REJECT yield 1243"],
            id="Norra won't release the prisoners",
        ),
    ],
)
def test_a_refusal_says_of_what(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Varga/nsubj/visit will/aux/visit visit/root Zemira/obj/visit on/case/Monday "
            "Monday/obl/visit",
            ["visit AGREE happened"],
            id="Varga will visit Zemira on Monday",
        ),
        pytest.param(
            "Norra/nsubj/send will/aux/send not/advmod/send send/root weapons/obj/send "
            "to/case/Ostany Ostany/obl/send",
            ["send REJECT happened"],
            id="Norra will not send weapons to Ostany",
        ),
        pytest.param(
            "Norra/nsubj/attack will/aux/attack attack/root Zemira/obj/attack",
            ["attack THREATEN happened"],
            id="Norra will attack Zemira",
        ),
    ],
)
def test_a_turn_has_taken_place(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Norra/nsubj/canceled canceled/root talks/obj/canceled with/case/Zemira "
            "Zemira/nmod/talks",
            ["REJECT meet 125"],
            id="Norra canceled talks with Zemira",
        ),
        pytest.param(
            "Norra/nsubj/called called/root off/compound:prt/called talks/obl/called "
            "with/case/Zemira Zemira/nmod/talks",
            ["REJECT meet 125"],
            id="Norra called off talks with Zemira",
        ),
    ],
)
def test_talks_called_off_are_refused(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes
