"""Who acts in an event and who undergoes it, wherever the grammar puts them."""

from __future__ import annotations

import pytest

from tests.meaning.events.parsed import told


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/shelled shelled/root Zemira/obj/shelled on/case/Monday Monday/obl/shelled",
            ["norra ASSAULT zemira"],
            id="Norra shelled Zemira on Monday",
        ),
        pytest.param(
            "Zemira/nsubj:pass/attacked was/aux:pass/attacked attacked/root by/case/Norra "
            "Norra/obl:agent/attacked",
            ["norra ASSAULT zemira"],
            id="Zemira was attacked by Norra",
        ),
        pytest.param(
            "Zemira/nsubj:pass/attacked was/aux:pass/attacked attacked/root",
            ["? ASSAULT zemira"],
            id="Zemira was attacked",
        ),
        pytest.param(
            "The/det/rebels rebels/nsubj/fled that/obj/bombed Norra/nsubj/bombed "
            "bombed/acl:relcl/rebels have/aux/fled fled/root the/det/town town/obj/fled",
            ["norra ASSAULT rebels", "rebels RETREAT"],
            id="The rebels that Norra bombed have fled the town",
        ),
        pytest.param(
            "Norra/nsubj/blamed which/nsubj/invaded invaded/acl:relcl/Norra "
            "Zemira/obj/invaded blamed/root Reyl/obj/blamed",
            ["norra ASSAULT zemira", "norra ACCUSE reyl"],
            id="Norra, which invaded Zemira, blamed Reyl",
        ),
        pytest.param(
            "Varga/nsubj/met whose/nmod:poss/forces/PRON forces/nsubj/invaded "
            "invaded/acl:relcl/Varga Zemira/obj/invaded met/root Reyl/obj/met",
            ["varga+reyl CONSULT", "varga ASSAULT zemira"],
            id="Varga, whose forces invaded Zemira, met Reyl",
        ),
        pytest.param(
            "Villages/nsubj/empty/NOUN shelled/acl/Villages by/case/Norra Norra/obl/shelled "
            "were/cop/empty empty/root//ADJ",
            ["norra ASSAULT"],
            id="Villages shelled by Norra were empty",
        ),
        pytest.param(
            "Ostany/nsubj/sent sent/root Zemira/iobj/sent weapons/obj/sent",
            ["ostany AID zemira"],
            id="Ostany sent Zemira weapons",
        ),
        pytest.param(
            "Ostany/nsubj/sent sent/root weapons/obj/sent to/case/Zemira Zemira/obl/sent",
            ["ostany AID zemira"],
            id="Ostany sent weapons to Zemira",
        ),
        pytest.param(
            "Weapons/nsubj:pass/sent/NOUN were/aux:pass/sent sent/root to/case/Zemira "
            "Zemira/obl/sent by/case/Ostany Ostany/obl:agent/sent",
            ["ostany AID zemira"],
            id="Weapons were sent to Zemira by Ostany",
        ),
        pytest.param(
            "Zemira/nsubj:pass/given was/aux:pass/given given/root weapons/obj/given "
            "by/case/Ostany Ostany/obl:agent/given",
            ["ostany AID zemira"],
            id="Zemira was given weapons by Ostany",
        ),
        pytest.param(
            "Ostany/nsubj/sent sent/root tanks/obj/sent to/case/border the/det/border "
            "border/obl/sent",
            ["ostany MOBILIZE"],
            id="Ostany sent tanks to the border",
        ),
        pytest.param(
            "Ostany/nsubj/welcomed welcomed/root Varga/obj/welcomed",
            ["varga CONSULT ostany"],
            id="Ostany welcomed Varga",
        ),
        pytest.param(
            "Ostany/nsubj/sent sent/root weapons/obj/sent to/case/Zemira Zemira/nmod/weapons "
            "to/mark/win win/advcl/sent the/det/war war/obj/win",
            ["ostany AID zemira"],
            id="Ostany sent weapons to Zemira to win the war",
        ),
    ],
)
def test_who_acts_on_whom(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/invaded and/cc/Ostany Ostany/conj/Norra invaded/root Zemira/obj/invaded",
            ["norra+ostany ASSAULT zemira"],
            id="Norra and Ostany invaded Zemira",
        ),
        pytest.param(
            "Norra/nsubj/condemned condemned/root Zemira/obj/condemned and/cc/Ostany "
            "Ostany/conj/Zemira",
            ["norra ACCUSE zemira+ostany"],
            id="Norra condemned Zemira and Ostany",
        ),
        pytest.param(
            "Norra/nsubj/bombed bombed/root Zemira/obj/bombed and/cc/sanctioned "
            "sanctioned/conj/bombed Ostany/obj/sanctioned",
            ["norra ASSAULT zemira", "norra SANCTION ostany"],
            id="Norra bombed Zemira and sanctioned Ostany",
        ),
        pytest.param(
            "Rebels/nsubj/attacked and/cc/troops Norran/amod/troops troops/conj/Rebels/NOUN "
            "attacked/root Zemira/obj/attacked",
            ["rebels+norra ASSAULT zemira"],
            id="Rebels and Norran troops attacked Zemira",
        ),
        pytest.param(
            "Norran/amod/officials and/cc/Ostanian Ostanian/conj/Norran "
            "officials/nsubj/condemned condemned/root Zemira/obj/condemned",
            ["norra+ostany ACCUSE zemira"],
            id="Norran and Ostanian officials condemned Zemira",
        ),
        pytest.param(
            "Dozens/nsubj/attacked/NOUN of/case/rebels rebels/nmod/Dozens attacked/root "
            "Zemira/obj/attacked",
            ["rebels ASSAULT zemira"],
            id="Dozens of rebels attacked Zemira",
        ),
        pytest.param(
            "Countries/nsubj/condemned/NOUN such/case/Norra/ADJ as/fixed/such/ADP "
            "Norra/nmod/Countries and/cc/Ostany Ostany/conj/Norra condemned/root "
            "Zemira/obj/condemned",
            ["norra+ostany ACCUSE zemira"],
            id="Countries such as Norra and Ostany condemned Zemira",
        ),
    ],
)
def test_several_on_one_side(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norran/amod/forces forces/nsubj/shelled shelled/root Zemira/obj/shelled",
            ["norra ASSAULT zemira"],
            id="Norran forces shelled Zemira",
        ),
        pytest.param(
            "Rebels/nsubj/attacked attacked/root a/det/base Norran/amod/base base/obj/attacked",
            ["rebels ASSAULT norra"],
            id="Rebels attacked a Norran base",
        ),
        pytest.param(
            "Norra/nsubj/seized seized/root a/det/tanker Zemiran/amod/tanker tanker/obj/seized",
            ["norra COERCE zemira"],
            id="Norra seized a Zemiran tanker",
        ),
        pytest.param(
            "Ostany/nsubj/praised praised/root Zemira/nmod:poss/decision ~'s/case/Zemira "
            "decision/obj/praised",
            ["ostany SUPPORT zemira"],
            id="Ostany praised Zemira's decision",
        ),
        pytest.param(
            "Norra/nsubj/rejected rejected/root Zemira/nmod:poss/offer ~'s/case/Zemira "
            "offer/obj/rejected",
            ["norra REJECT zemira", "zemira AGREE"],
            id="Norra rejected Zemira's offer",
        ),
        pytest.param(
            "The/det/government government/nsubj/condemned of/case/Zemira "
            "Zemira/nmod/government condemned/root Norra/obj/condemned",
            ["zemira ACCUSE norra"],
            id="The government of Zemira condemned Norra",
        ),
        pytest.param(
            "Dozens/nsubj/attacked/NOUN of/case/tanks Norran/amod/tanks tanks/nmod/Dozens "
            "attacked/root Zemira/obj/attacked",
            ["norra ASSAULT zemira"],
            id="Dozens of Norran tanks attacked Zemira",
        ),
    ],
)
def test_a_thing_stands_for_its_owner(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nmod:poss/shelling ~'s/case/Norra shelling/nsubj/shocked of/case/Zemira "
            "Zemira/nmod/shelling shocked/root the/det/world world/obj/shocked",
            ["norra ASSAULT zemira"],
            id="Norra's shelling of Zemira shocked the world",
        ),
        pytest.param(
            "The/det/shelling shelling/nsubj/shocked of/case/Zemira Zemira/nmod/shelling "
            "by/case/Norra Norra/nmod/shelling shocked/root the/det/world world/obj/shocked",
            ["norra ASSAULT zemira"],
            id="The shelling of Zemira by Norra shocked the world",
        ),
        pytest.param(
            "The/det/shelling shelling/nsubj/shocked of/case/ports Zemira/nmod:poss/ports "
            "~'s/case/Zemira ports/nmod/shelling by/case/forces Norran/amod/forces "
            "forces/nmod/shelling shocked/root the/det/world world/obj/shocked",
            ["norra ASSAULT zemira"],
            id="The shelling of Zemira's ports by Norran forces shocked the world",
        ),
        pytest.param(
            "The/det/attack Norran/amod/attack attack/nsubj/shocked on/case/Zemira "
            "Zemira/nmod/attack shocked/root the/det/world world/obj/shocked",
            ["norra ASSAULT zemira"],
            id="The Norran attack on Zemira shocked the world",
        ),
        pytest.param(
            "Rebel/compound/attacks/NOUN attacks/nsubj/shocked on/case/Zemira "
            "Zemira/nmod/attacks shocked/root the/det/world world/obj/shocked",
            ["rebels ASSAULT zemira"],
            id="Rebel attacks on Zemira shocked the world",
        ),
        pytest.param(
            "The/det/arrest arrest/nsubj/shocked of/case/Reyl Reyl/nmod/arrest by/case/Norra "
            "Norra/nmod/arrest shocked/root the/det/world world/obj/shocked",
            ["norra COERCE reyl"],
            id="The arrest of Reyl by Norra shocked the world",
        ),
        pytest.param(
            "Reyl/nmod:poss/arrest ~'s/case/Reyl arrest/nsubj/shocked by/case/Norra "
            "Norra/nmod/arrest shocked/root the/det/world world/obj/shocked",
            ["norra COERCE reyl"],
            id="Reyl's arrest by Norra shocked the world",
        ),
        pytest.param(
            "The/det/withdrawal withdrawal/nsubj/slow of/case/troops Norran/amod/troops "
            "troops/nmod/withdrawal was/cop/slow slow/root//ADJ",
            ["norra RETREAT"],
            id="The withdrawal of Norran troops was slow",
        ),
    ],
)
def test_nouns_tell_events_too(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/carried carried/root out/compound:prt/carried an/det/attack "
            "attack/obj/carried on/case/Zemira Zemira/nmod/attack",
            ["norra ASSAULT zemira"],
            id="Norra carried out an attack on Zemira",
        ),
        pytest.param(
            "The/det/attack attack/nsubj:pass/carried on/case/Zemira Zemira/nmod/attack "
            "was/aux:pass/carried carried/root out/compound:prt/carried by/case/Norra "
            "Norra/obl:agent/carried",
            ["norra ASSAULT zemira"],
            id="The attack on Zemira was carried out by Norra",
        ),
        pytest.param(
            "Zemira/nsubj/came came/root under/case/attack attack/obl/came from/case/Norra "
            "Norra/nmod/attack",
            ["norra ASSAULT zemira"],
            id="Zemira came under attack from Norra",
        ),
        pytest.param(
            "Zemira/nsubj/came came/root under/case/fire fire/obl/came from/case/Norra "
            "Norra/nmod/fire",
            ["norra ASSAULT zemira"],
            id="Zemira came under fire from Norra",
        ),
        pytest.param(
            "Zemira/nsubj/suffered suffered/root attacks/obj/suffered by/case/Norra "
            "Norra/nmod/attacks",
            ["norra ASSAULT zemira"],
            id="Zemira suffered attacks by Norra",
        ),
        pytest.param(
            "Zemira/nsubj/suffered suffered/root attacks/obj/suffered by/case/Norra "
            "Norra/obl/suffered",
            ["norra ASSAULT zemira"],
            id="Zemira has suffered attacks by Norra",
        ),
        pytest.param(
            "Norra/nsubj/imposed imposed/root sanctions/obj/imposed on/case/Zemira "
            "Zemira/nmod/sanctions",
            ["norra SANCTION zemira"],
            id="Norra imposed sanctions on Zemira",
        ),
        pytest.param(
            "Sanctions/nsubj:pass/imposed/NOUN were/aux:pass/imposed imposed/root "
            "on/case/Zemira Zemira/obl/imposed by/case/Norra Norra/obl:agent/imposed",
            ["norra SANCTION zemira"],
            id="Sanctions were imposed on Zemira by Norra",
        ),
        pytest.param(
            "Varga/nsubj/paid paid/root a/det/visit visit/obj/paid to/case/Zemira "
            "Zemira/nmod/visit",
            ["varga CONSULT zemira"],
            id="Varga paid a visit to Zemira",
        ),
    ],
)
def test_light_verbs_give_a_noun_its_sides(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Varga/nsubj/met met/root Reyl/obj/met in/case/Brell Brell/obl/met",
            ["varga+reyl CONSULT"],
            id="Varga met Reyl in Brell",
        ),
        pytest.param(
            "Varga/nsubj/met and/cc/Reyl Reyl/conj/Varga met/root in/case/Brell Brell/obl/met",
            ["varga+reyl CONSULT"],
            id="Varga and Reyl met in Brell",
        ),
        pytest.param(
            "Varga/nsubj/met met/root with/case/Reyl Reyl/obl/met on/case/Monday Monday/obl/met",
            ["varga+reyl CONSULT"],
            id="Varga met with Reyl on Monday",
        ),
        pytest.param(
            "Varga/nsubj/held held/root talks/obj/held with/case/Reyl Reyl/nmod/talks",
            ["varga+reyl CONSULT"],
            id="Varga held talks with Reyl",
        ),
        pytest.param(
            "The/det/talks talks/nsubj/ended between/case/Norra Norra/nmod/talks "
            "and/cc/Zemira Zemira/conj/Norra ended/root on/case/Monday Monday/obl/ended",
            ["norra+zemira CONSULT"],
            id="The talks between Norra and Zemira ended on Monday",
        ),
        pytest.param(
            "Varga/nsubj/spoke spoke/root after/case/meeting a/det/meeting meeting/obl/spoke "
            "with/case/Reyl Reyl/nmod/meeting",
            ["varga+reyl CONSULT"],
            id="Varga spoke after a meeting with Reyl",
        ),
        pytest.param(
            "Varga/nsubj/met met/root the/det/demand demand/obj/met",
            ["varga CONCEDE"],
            id="Varga met the demand",
        ),
        pytest.param(
            "Norra/nsubj/fought fought/root a/det/war war/obj/fought with/case/Zemira "
            "Zemira/nmod/war",
            ["norra+zemira ASSAULT"],
            id="Norra fought a war with Zemira",
        ),
    ],
)
def test_all_who_meet_are_actors(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "The/det/talks talks/nsubj:pass/brokered between/case/Norra Norra/nmod/talks "
            "and/cc/Zemira Zemira/conj/Norra were/aux:pass/brokered brokered/root "
            "by/case/Ostany Ostany/obl:agent/brokered",
            ["norra+zemira CONSULT ostany"],
            id="The talks between Norra and Zemira were brokered by Ostany",
        ),
        pytest.param(
            "Ostany/nsubj/hosted hosted/root talks/obj/hosted between/case/Norra "
            "Norra/nmod/talks and/cc/Zemira Zemira/conj/Norra",
            ["norra+zemira CONSULT ostany"],
            id="Ostany hosted talks between Norra and Zemira",
        ),
        pytest.param(
            "Ostany/nsubj/mediated mediated/root between/case/Norra Norra/obl/mediated "
            "and/cc/Zemira Zemira/conj/Norra",
            ["ostany CONSULT norra+zemira"],
            id="Ostany mediated between Norra and Zemira",
        ),
        pytest.param(
            "Ostany/nsubj/hosted hosted/root Varga/obj/hosted",
            ["varga CONSULT ostany"],
            id="Ostany hosted Varga",
        ),
    ],
)
def test_the_host_of_a_meeting_is_its_recipient(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Zemira/nsubj/urged urged/root Norra/obj/urged to/mark/withdraw "
            "withdraw/xcomp/urged its/nmod:poss/troops troops/obj/withdraw",
            ["zemira REQUEST norra"],
            id="Zemira urged Norra to withdraw its troops",
        ),
        pytest.param(
            "Ostany/nsubj/forced forced/root Norra/obj/forced to/mark/release "
            "release/xcomp/forced the/det/prisoners prisoners/obj/release",
            ["norra RETREAT"],
            id="Ostany forced Norra to release the prisoners",
        ),
        pytest.param(
            "Ostany/nsubj/helped helped/root Zemira/obj/helped to/mark/release "
            "release/xcomp/helped the/det/prisoners prisoners/obj/release",
            ["ostany AID zemira", "zemira RETREAT"],
            id="Ostany helped Zemira to release the prisoners",
        ),
        pytest.param(
            "Norra/nsubj/tried tried/root to/mark/attack attack/xcomp/tried Zemira/obj/attack",
            ["norra ASSAULT zemira"],
            id="Norra tried to attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/agreed agreed/root to/mark/withdraw withdraw/xcomp/agreed "
            "its/nmod:poss/troops troops/obj/withdraw from/case/Zemira Zemira/nmod/troops",
            ["norra AGREE zemira"],
            id="Norra agreed to withdraw its troops from Zemira",
        ),
        pytest.param(
            "Norra/nsubj/promised promised/root Zemira/iobj/promised to/mark/release "
            "release/xcomp/promised the/det/prisoners prisoners/obj/release",
            ["norra AGREE zemira"],
            id="Norra promised Zemira to release the prisoners",
        ),
        pytest.param(
            "Norra/nsubj/threatened threatened/root Zemira/obj/threatened with/case/sanctions "
            "sanctions/obl/threatened",
            ["norra THREATEN zemira"],
            id="Norra threatened Zemira with sanctions",
        ),
    ],
)
def test_control_gives_an_infinitive_its_subject(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/fought fought/root the/det/rebels rebels/obj/fought",
            ["norra ASSAULT rebels"],
            id="Norra fought the rebels",
        ),
        pytest.param(
            "Norra/nsubj/fought and/cc/Ostany Ostany/conj/Norra/PROPN fought/root "
            "against/case/rebels rebels/obl/fought",
            ["norra+ostany ASSAULT rebels"],
            id="Norra and Ostany fought against rebels",
        ),
        pytest.param(
            "Norra/nsubj/clashed and/cc/Zemira Zemira/conj/Norra/PROPN clashed/root",
            ["norra+zemira ASSAULT"],
            id="Norra and Zemira clashed",
        ),
    ],
)
def test_who_is_fought_does_not_fight_along(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


def test_who_is_fought_together_with_is_on_the_same_side() -> None:
    fought = "Norra/nsubj/fought fought/root with/case/Ostany Ostany/obl/fought"
    assert told(f"{fought} against/case/Zemira Zemira/obl/fought").acts == [
        "norra+ostany ASSAULT zemira"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Norra/nsubj/had had/root themselves/obj/had to/mark/blame blame/acl/themselves",
            id="themselves to blame",
        ),
        pytest.param(
            "Varga/nsubj/saw saw/root alleged/amod/crimes/VERB crimes/obj/saw by/case/Norra "
            "Norra/nmod/crimes",
            id="alleged crimes",
        ),
    ],
)
def test_nobody_is_accused_by_an_idle_charge(sentence: str) -> None:
    assert told(sentence).acts == []


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/repelled repelled/root an/det/attack attack/obj/repelled by/case/rebels "
            "rebels/nmod/attack",
            ["rebels ASSAULT norra"],
            id="repelled",
        ),
        pytest.param(
            "Ostany/nsubj/averted averted/root an/det/attack attack/obj/averted by/case/Norra "
            "Norra/nmod/attack on/case/Zemira Zemira/nmod/attack",
            ["norra ASSAULT zemira"],
            id="averted",
        ),
    ],
)
def test_who_keeps_an_attack_off_does_not_attack(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        pytest.param(
            "Norra/nsubj/attacked attacked/root the/det/wives wives/obj/attacked of/case/rebels "
            "rebels/nmod/wives",
            [],
            id="the wives of rebels are no rebels",
        ),
        pytest.param(
            "The/det/plan plan/nsubj/threatens threatens/root Zemira/obj/threatens",
            [],
            id="a plan threatens nobody",
        ),
        pytest.param(
            "Varga/nsubj/accused accused/root Zemira/nmod:poss/Brells ~'s/case/Zemira "
            "Brells/obj/accused",
            ["varga ACCUSE"],
            id="Zemira's Brells are not Zemira",
        ),
        pytest.param(
            "Norra/nmod:poss/polls ~'s/case/Norra polls/nsubj/demonstrate may/aux/demonstrate "
            "demonstrate/root",
            [],
            id="polls demonstrate without protest",
        ),
        pytest.param(
            "Raids/nsubj/hurt from/case/Norra Norra/nmod/Raids to/case/Ostany Ostany/nmod/Raids "
            "hurt/root Zemira/obj/hurt",
            [],
            id="from Norra to Ostany",
        ),
        pytest.param(
            "A/det/ally ally/nsubj/rejected/NOUN and/cc/member member/conj/ally/NOUN "
            "of/case/League the/det/League League/nmod/member Norra/appos/ally/PROPN "
            "rejected/root it/obj/rejected",
            ["norra REJECT"],
            id="An ally and member of the League, Norra",
        ),
    ],
)
def test_who_is_only_named_beside_takes_no_part(sentence: str, acts: list[str]) -> None:
    assert told(sentence).acts == acts


def test_who_asks_a_question_demands_nothing() -> None:
    assert (
        told(
            "Varga/nsubj/asked asked/root Zemira/iobj/asked did/aux/have you/nsubj/have "
            "have/ccomp/asked time/obj/have"
        ).acts
        == []
    )
