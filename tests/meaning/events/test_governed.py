"""Events about other events: what is agreed to, asked for, refused or threatened."""

from __future__ import annotations

import pytest

from tests.meaning.events.parsed import told


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Norra/nsubj/agreed agreed/root to/mark/withdraw withdraw/xcomp/agreed "
            "its/nmod:poss/troops troops/obj/withdraw from/case/Zemira Zemira/nmod/troops",
            ["AGREE - 0356"],
            id="Norra agreed to withdraw its troops from Zemira",
        ),
        pytest.param(
            "Norra/nsubj/agreed agreed/root to/mark/stop stop/xcomp/agreed the/det/shelling "
            "shelling/obj/stop",
            ["AGREE - 0356"],
            id="Norra agreed to stop the shelling",
        ),
        pytest.param(
            "Norra/nsubj/agreed agreed/root to/mark/hold hold/xcomp/agreed talks/obj/hold "
            "with/case/Zemira Zemira/nmod/talks",
            ["AGREE - 036"],
            id="Norra agreed to hold talks with Zemira",
        ),
        pytest.param(
            "Norra/nsubj/offered offered/root to/mark/send send/xcomp/offered aid/obj/send "
            "to/case/Zemira Zemira/obl/send",
            ["AGREE - 033"],
            id="Norra offered to send aid to Zemira",
        ),
        pytest.param(
            "Norra/nsubj/pledged pledged/root to/mark/release release/xcomp/pledged "
            "the/det/prisoners prisoners/obj/release",
            ["AGREE - 0353"],
            id="Norra pledged to release the prisoners",
        ),
        pytest.param(
            "Norra/nsubj/promised promised/root to/mark/return return/xcomp/promised "
            "the/det/ship ship/obj/return to/case/Zemira Zemira/obl/return",
            ["AGREE - 035"],
            id="Norra promised to return the ship to Zemira",
        ),
        pytest.param(
            "Norra/nsubj/agreed agreed/root to/mark/help help/xcomp/agreed",
            ["AGREE - 030"],
            id="Norra agreed to help",
        ),
    ],
)
def test_what_is_agreed_to_gives_the_code(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Zemira/nsubj/urged urged/root Norra/obj/urged to/mark/withdraw "
            "withdraw/xcomp/urged its/nmod:poss/troops troops/obj/withdraw",
            ["REQUEST yield 1056"],
            id="Zemira urged Norra to withdraw its troops",
        ),
        pytest.param(
            "Zemira/nsubj/demanded demanded/root that/mark/withdraw Norra/nsubj/withdraw "
            "withdraw/ccomp/demanded its/nmod:poss/troops troops/obj/withdraw",
            ["REQUEST yield 1056"],
            id="Zemira demanded that Norra withdraw its troops",
        ),
        pytest.param(
            "Zemira/nsubj/demanded demanded/root the/det/release release/obj/demanded "
            "of/case/prisoners the/det/prisoners prisoners/nmod/release",
            ["REQUEST yield 1053"],
            id="Zemira demanded the release of the prisoners",
        ),
        pytest.param(
            "Zemira/nsubj/demanded demanded/root an/det/end end/obj/demanded to/case/shelling "
            "the/det/shelling shelling/nmod/end",
            ["REQUEST yield 1056"],
            id="Zemira demanded an end to the shelling",
        ),
        pytest.param(
            "Zemira/nsubj/called called/root for/case/talks talks/obl/called with/case/Norra "
            "Norra/nmod/talks",
            ["REQUEST meet 106"],
            id="Zemira called for talks with Norra",
        ),
        pytest.param(
            "Zemira/nsubj/asked asked/root Ostany/iobj/asked to/mark/mediate mediate/xcomp/asked",
            ["REQUEST meet 106"],
            id="Zemira asked Ostany to mediate",
        ),
        pytest.param(
            "Zemira/nsubj/asked asked/root Ostany/iobj/asked for/case/weapons weapons/obl/asked",
            ["REQUEST assist 103"],
            id="Zemira asked Ostany for weapons",
        ),
        pytest.param(
            "Zemira/nsubj/urged urged/root Norra/obj/urged to/mark/think think/xcomp/urged",
            ["REQUEST - 100"],
            id="Zemira urged Norra to think",
        ),
    ],
)
def test_what_is_asked_for_gives_mode_and_code(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Norra/nsubj/refused refused/root to/mark/release release/xcomp/refused "
            "Zemiran/amod/prisoners prisoners/obj/release",
            ["REJECT yield 1243"],
            id="Norra refused to release Zemiran prisoners",
        ),
        pytest.param(
            "Norra/nsubj/refused refused/root to/mark/meet meet/xcomp/refused Reyl/obj/meet",
            ["REJECT meet 125"],
            id="Norra refused to meet Reyl",
        ),
        pytest.param(
            "Norra/nsubj/refused refused/root to/mark/give give/xcomp/refused aid/obj/give "
            "to/case/Zemira Zemira/obl/give",
            ["REJECT assist 122"],
            id="Norra refused to give aid to Zemira",
        ),
        pytest.param(
            "Norra/nsubj/rejected rejected/root talks/obj/rejected with/case/Zemira "
            "Zemira/nmod/talks",
            ["REJECT meet 125"],
            id="Norra rejected talks with Zemira",
        ),
        pytest.param(
            "Norra/nmod:poss/refusal ~'s/case/Norra refusal/nsubj/angered to/mark/release "
            "release/acl/refusal the/det/prisoners prisoners/obj/release angered/root "
            "Zemira/obj/angered",
            ["REJECT yield 1243"],
            id="Norra's refusal to release the prisoners angered Zemira",
        ),
    ],
)
def test_what_is_refused_gives_mode_and_code(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Norra/nsubj/threatened threatened/root to/mark/attack attack/xcomp/threatened "
            "Zemira/obj/attack",
            ["THREATEN violence 138"],
            id="Norra threatened to attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/threatened threatened/root to/mark/arrest arrest/xcomp/threatened "
            "Reyl/obj/arrest",
            ["THREATEN arrest 132"],
            id="Norra threatened to arrest Reyl",
        ),
        pytest.param(
            "Norra/nsubj/threatened threatened/root to/mark/expel expel/xcomp/threatened "
            "Zemiran/amod/diplomats diplomats/obj/expel",
            ["THREATEN expel 136"],
            id="Norra threatened to expel Zemiran diplomats",
        ),
        pytest.param(
            "Norra/nsubj/threatened threatened/root to/mark/impose impose/xcomp/threatened "
            "sanctions/obj/impose on/case/Zemira Zemira/nmod/sanctions",
            ["THREATEN restrict 1312"],
            id="Norra threatened to impose sanctions on Zemira",
        ),
        pytest.param(
            "Norra/nmod:poss/threat ~'s/case/Norra threat/nsubj/shocked to/mark/attack "
            "attack/acl/threat Zemira/obj/attack shocked/root Ostany/obj/shocked",
            ["THREATEN violence 138"],
            id="Norra's threat to attack Zemira shocked Ostany",
        ),
    ],
)
def test_what_is_threatened_gives_mode_and_code(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Norra/nsubj/vowed vowed/root to/mark/strike strike/xcomp/vowed Zemira/obj/strike",
            ["THREATEN violence 138"],
            id="Norra vowed to strike Zemira",
        ),
        pytest.param(
            "Norra/nsubj/vowed vowed/root to/mark/release release/xcomp/vowed "
            "the/det/prisoners prisoners/obj/release",
            ["AGREE - 0353"],
            id="Norra vowed to release the prisoners",
        ),
    ],
)
def test_a_vow_of_harm_is_a_threat(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Zemira/nsubj/demanded demanded/root that/mark/withdraw Norra/nsubj/withdraw "
            "withdraw/ccomp/demanded its/nmod:poss/troops troops/obj/withdraw",
            ["zemira REQUEST norra"],
            id="Zemira demanded that Norra withdraw its troops",
        ),
        pytest.param(
            "Zemira/nsubj/demanded demanded/root the/det/withdrawal withdrawal/obj/demanded "
            "of/case/troops Norran/amod/troops troops/nmod/withdrawal",
            ["zemira REQUEST norra"],
            id="Zemira demanded the withdrawal of Norran troops",
        ),
        pytest.param(
            "Zemira/nsubj/called called/root for/case/talks talks/obl/called with/case/Norra "
            "Norra/nmod/talks",
            ["zemira REQUEST norra"],
            id="Zemira called for talks with Norra",
        ),
        pytest.param(
            "Norra/nsubj/refused refused/root to/mark/meet meet/xcomp/refused Reyl/obj/meet",
            ["norra REJECT reyl"],
            id="Norra refused to meet Reyl",
        ),
        pytest.param(
            "Norra/nsubj/refused refused/root to/mark/release release/xcomp/refused "
            "Zemiran/amod/prisoners prisoners/obj/release",
            ["norra REJECT zemira"],
            id="Norra refused to release Zemiran prisoners",
        ),
        pytest.param(
            "Norra/nsubj/threatened threatened/root to/mark/expel expel/xcomp/threatened "
            "Zemiran/amod/diplomats diplomats/obj/expel",
            ["norra THREATEN zemira"],
            id="Norra threatened to expel Zemiran diplomats",
        ),
    ],
)
def test_who_is_asked_promised_or_threatened(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Zemira/nsubj/urged urged/root Norra/obj/urged to/mark/leave leave/xcomp/urged "
            "the/det/town town/obj/leave",
            ["zemira REQUEST norra"],
            id="Zemira urged Norra to leave the town",
        ),
        pytest.param(
            "Norra/nsubj/rejected rejected/root the/det/offer offer/obj/rejected",
            ["norra REJECT"],
            id="Norra rejected the offer",
        ),
        pytest.param(
            "Norra/nsubj/agreed agreed/root to/mark/meet meet/xcomp/agreed Reyl/obj/meet",
            ["norra AGREE reyl"],
            id="Norra agreed to meet Reyl",
        ),
        pytest.param(
            "Villagers/nsubj/protested/NOUN protested/root to/mark/demand "
            "demand/advcl/protested the/det/release release/obj/demand of/case/prisoners "
            "the/det/prisoners prisoners/nmod/release",
            ["villagers PROTEST"],
            id="Villagers protested to demand the release of the prisoners",
        ),
    ],
)
def test_what_is_only_asked_for_is_no_event_of_its_own(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Reyl/nsubj/condemned condemned/root the/det/attack Norran/amod/attack "
            "attack/obj/condemned on/case/Zemira Zemira/nmod/attack",
            ["reyl ACCUSE norra", "norra ASSAULT zemira"],
            id="Reyl condemned the Norran attack on Zemira",
        ),
        pytest.param(
            "Norra/nsubj/rejected rejected/root Zemira/nmod:poss/offer ~'s/case/Zemira "
            "offer/obj/rejected",
            ["norra REJECT zemira", "zemira AGREE"],
            id="Norra rejected Zemira's offer",
        ),
    ],
)
def test_what_took_place_stays_an_event_beside_what_is_about_it(
    sentence: str, acts: list[str]
) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Norra/nsubj/imposed imposed/root sanctions/obj/imposed on/case/Zemira "
            "Zemira/nmod/sanctions",
            ["SANCTION discontinue 163"],
            id="Norra imposed sanctions on Zemira",
        ),
        pytest.param(
            "Varga/nsubj/held held/root talks/obj/held with/case/Reyl Reyl/nmod/talks",
            ["CONSULT - 040"],
            id="Varga held talks with Reyl",
        ),
        pytest.param(
            "Norra/nsubj/attacked attacked/root Zemira/obj/attacked bombing/conj/attacked "
            "the/det/town town/obj/bombing",
            ["ASSAULT - 190"],
            id="Norra attacked Zemira, bombing the town",
        ),
    ],
)
def test_a_verb_and_its_noun_are_one_event(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Zemira/nsubj/insisted insisted/root that/mark/leave Norra/nsubj/leave "
            "leave/ccomp/insisted the/det/town town/obj/leave",
            ["zemira REQUEST norra"],
            id="Zemira insisted that Norra leave the town",
        ),
        pytest.param(
            "Zemira/nsubj/insisted insisted/root that/mark/left Norra/nsubj/left has/aux/left "
            "left/ccomp/insisted the/det/town town/obj/left",
            ["norra RETREAT"],
            id="Zemira insisted that Norra has left the town",
        ),
        pytest.param(
            "Zemira/nsubj/sought sought/root to/mark/hold hold/xcomp/sought the/det/town "
            "town/obj/hold",
            [],
            id="Zemira sought to hold the town",
        ),
        pytest.param(
            "Norra/nsubj/declined declined/root to/mark/comment comment/xcomp/declined",
            [],
            id="Norra declined to comment",
        ),
    ],
)
def test_asking_means_that_another_acts(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        pytest.param(
            "Varga/nsubj/visited visited/root Zemira/obj/visited",
            ["CONSULT visit 042"],
            id="Varga visited Zemira",
        ),
        pytest.param(
            "Varga/nsubj/called called/root Reyl/obj/called",
            ["CONSULT phone 041"],
            id="Varga called Reyl",
        ),
        pytest.param(
            "Varga/nsubj/spoke spoke/root with/case/Reyl Reyl/obl/spoke by/case/phone "
            "phone/obl/spoke",
            ["CONSULT phone 041"],
            id="Varga spoke with Reyl by phone",
        ),
        pytest.param(
            "The/det/talks talks/nsubj:pass/brokered between/case/Norra Norra/nmod/talks "
            "and/cc/Zemira Zemira/conj/Norra were/aux:pass/brokered brokered/root "
            "by/case/Ostany Ostany/obl:agent/brokered",
            ["CONSULT third-party 040"],
            id="The talks between Norra and Zemira were brokered by Ostany",
        ),
    ],
)
def test_how_one_meets(sentence: str, codes: list[str]) -> None:
    assert told(sentence).codes == codes
