"""Whether an event took place, by tense, negation, modality and what governs its word."""

from __future__ import annotations

import pytest

from tests.meaning.events.parsed import told


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Norra/nsubj/attacked attacked/root Zemira/obj/attacked",
            ["attacked ASSAULT happened"],
            id="Norra attacked Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attacked has/aux/attacked attacked/root Zemira/obj/attacked",
            ["attacked ASSAULT happened"],
            id="Norra has attacked Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attacking was/aux/attacking attacking/root Zemira/obj/attacking",
            ["attacking ASSAULT happened"],
            id="Norra was attacking Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attacking is/aux/attacking attacking/root Zemira/obj/attacking",
            ["attacking ASSAULT ongoing"],
            id="Norra is attacking Zemira",
        ),
        pytest.param(
            "Norra/nmod:poss/attack ~'s/case/Norra attack/nsubj/shocked on/case/Zemira "
            "Zemira/nmod/attack shocked/root Ostany/obj/shocked",
            ["attack ASSAULT happened"],
            id="Norra's attack on Zemira shocked Ostany",
        ),
    ],
)
def test_tense(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Norra/nsubj/attack did/aux/attack not/advmod/attack attack/root Zemira/obj/attack",
            ["attack ASSAULT denied"],
            id="Norra did not attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attacked never/advmod/attacked attacked/root Zemira/obj/attacked",
            ["attacked ASSAULT denied"],
            id="Norra never attacked Zemira",
        ),
        pytest.param(
            "No/det/attack attack/nsubj/took on/case/Zemira Zemira/nmod/attack took/root "
            "place/obj/took",
            ["attack ASSAULT denied"],
            id="No attack on Zemira took place",
        ),
        pytest.param(
            "Norra/nsubj/attacked has/aux/attacked not/advmod/attacked yet/advmod/attacked "
            "attacked/root Zemira/obj/attacked",
            [],
            id="Norra has not yet attacked Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attacked not/advmod/attacked only/advmod/attacked attacked/root "
            "Zemira/obj/attacked but/cc/arrested also/advmod/arrested arrested/conj/attacked "
            "Reyl/obj/arrested",
            ["attacked ASSAULT happened", "arrested COERCE happened"],
            id="Norra not only attacked Zemira but also arrested Reyl",
        ),
        pytest.param(
            "Instead/mark/attacking/ADV of/fixed/Instead/SCONJ attacking/advcl/withdrew "
            "Zemira/obj/attacking Norra/nsubj/withdrew withdrew/root its/nmod:poss/troops "
            "troops/obj/withdrew",
            ["attacking ASSAULT denied", "withdrew RETREAT happened"],
            id="Instead of attacking Zemira, Norra withdrew its troops",
        ),
    ],
)
def test_negation(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Norra/nsubj/denied denied/root shelling/xcomp/denied Zemira/obj/shelling",
            ["shelling ASSAULT denied"],
            id="Norra denied shelling Zemira",
        ),
        pytest.param(
            "Norra/nsubj/denied denied/root that/mark/shelled it/nsubj/shelled "
            "had/aux/shelled shelled/ccomp/denied Zemira/obj/shelled",
            ["shelled ASSAULT denied"],
            id="Norra denied that it had shelled Zemira",
        ),
        pytest.param(
            "Norra/nsubj/failed failed/root to/mark/attack attack/xcomp/failed Zemira/obj/attack",
            ["attack ASSAULT denied"],
            id="Norra failed to attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/refused refused/root to/mark/attack attack/xcomp/refused "
            "Zemira/obj/attack",
            ["refused REJECT happened"],
            id="Norra refused to attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/tried tried/root to/mark/attack attack/xcomp/tried Zemira/obj/attack",
            ["attack ASSAULT happened"],
            id="Norra tried to attack Zemira",
        ),
        pytest.param(
            "Reyl/nsubj/condemn did/aux/condemn not/advmod/condemn condemn/root "
            "the/det/attack Norran/amod/attack attack/obj/condemn on/case/Zemira "
            "Zemira/nmod/attack",
            ["condemn ACCUSE denied", "attack ASSAULT happened"],
            id="Reyl did not condemn the Norran attack on Zemira",
        ),
    ],
)
def test_denial_and_failure(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Norra/nsubj/attack could/aux/attack attack/root Zemira/obj/attack",
            ["attack ASSAULT hypothetical"],
            id="Norra could attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attacked may/aux/attacked have/aux/attacked attacked/root "
            "Zemira/obj/attacked",
            ["attacked ASSAULT hypothetical"],
            id="Norra may have attacked Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attack would/aux/attack attack/root Zemira/obj/attack",
            ["attack ASSAULT hypothetical"],
            id="Norra would attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/attack could/aux/attack not/advmod/attack attack/root Zemira/obj/attack",
            ["attack ASSAULT denied"],
            id="Norra could not attack Zemira",
        ),
    ],
)
def test_modality(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "If/mark/attacks Norra/nsubj/attacks attacks/advcl/arrest Zemira/obj/attacks "
            "Ostany/nsubj/arrest could/aux/arrest arrest/root Varga/obj/arrest",
            ["arrest COERCE hypothetical"],
            id="If Norra attacks Zemira, Ostany could arrest Varga",
        ),
        pytest.param(
            "Unless/mark/releases Norra/nsubj/releases releases/advcl/attack "
            "the/det/prisoners prisoners/obj/releases Zemira/nsubj/attack will/aux/attack "
            "attack/root Norra/obj/attack",
            ["attack THREATEN happened"],
            id="Unless Norra releases the prisoners, Zemira will attack Norra",
        ),
        pytest.param(
            "Zemira/nsubj/attack would/aux/attack attack/root Norra/obj/attack "
            "if/mark/attacked it/nsubj/attacked attacked/advcl/attack Ostany/obj/attacked",
            ["attack ASSAULT hypothetical"],
            id="Zemira would attack Norra if it attacked Ostany",
        ),
    ],
)
def test_conditions(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Norra/nsubj/planned planned/root an/det/attack attack/obj/planned on/case/Zemira "
            "Zemira/nmod/attack",
            ["attack ASSAULT planned"],
            id="Norra planned an attack on Zemira",
        ),
        pytest.param(
            "The/det/attack planned/amod/attack/VERB attack/nsubj/worried on/case/Zemira "
            "Zemira/nmod/attack worried/root Ostany/obj/worried",
            ["attack ASSAULT planned"],
            id="The planned attack on Zemira worried Ostany",
        ),
        pytest.param(
            "Norra/nsubj/plans plans/root to/mark/attack attack/xcomp/plans Zemira/obj/attack",
            ["attack ASSAULT planned"],
            id="Norra plans to attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj:pass/expected is/aux:pass/expected expected/root to/mark/attack "
            "attack/xcomp/expected Zemira/obj/attack",
            ["attack ASSAULT planned"],
            id="Norra is expected to attack Zemira",
        ),
        pytest.param(
            "Norra/nsubj/going is/aux/going going/root to/mark/attack attack/xcomp/going "
            "Zemira/obj/attack",
            ["attack ASSAULT planned"],
            id="Norra is going to attack Zemira",
        ),
    ],
)
def test_plans(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Norra/nsubj/called called/root off/compound:prt/called its/nmod:poss/invasion "
            "invasion/obj/called of/case/Zemira Zemira/nmod/invasion",
            ["invasion ASSAULT called off"],
            id="Norra called off its invasion of Zemira",
        ),
        pytest.param(
            "Norra/nsubj/canceled canceled/root an/det/attack attack/obj/canceled "
            "on/case/Zemira Zemira/nmod/attack",
            ["attack ASSAULT called off"],
            id="Norra canceled an attack on Zemira",
        ),
        pytest.param(
            "Norra/nsubj/cancelled cancelled/root an/det/attack attack/obj/cancelled "
            "on/case/Zemira Zemira/nmod/attack",
            ["attack ASSAULT called off"],
            id="Norra cancelled an attack on Zemira",
        ),
        pytest.param(
            "Norra/nsubj/prevented prevented/root an/det/attack attack/obj/prevented "
            "on/case/Zemira Zemira/nmod/attack",
            ["attack ASSAULT called off"],
            id="Norra prevented an attack on Zemira",
        ),
    ],
)
def test_calling_off(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Norra/nsubj/began began/root an/det/offensive offensive/obj/began "
            "against/case/Zemira Zemira/nmod/offensive",
            ["offensive ASSAULT happened"],
            id="Norra began an offensive against Zemira",
        ),
        pytest.param(
            "Norra/nsubj/continued continued/root its/nmod:poss/attack attack/obj/continued "
            "on/case/Zemira Zemira/nmod/attack",
            ["attack ASSAULT ongoing"],
            id="Norra continued its attack on Zemira",
        ),
        pytest.param(
            "The/det/shelling shelling/nsubj/continued of/case/Zemira Zemira/nmod/shelling "
            "by/case/Norra Norra/nmod/shelling continued/root",
            ["shelling ASSAULT ongoing"],
            id="The shelling of Zemira by Norra continued",
        ),
        pytest.param(
            "Norra/nsubj/continued continued/root to/mark/shell shell/xcomp/continued "
            "Zemira/obj/shell",
            ["shell ASSAULT ongoing"],
            id="Norra continued to shell Zemira",
        ),
        pytest.param(
            "Norra/nsubj/began began/root to/mark/shell shell/xcomp/began Zemira/obj/shell",
            ["shell ASSAULT happened"],
            id="Norra began to shell Zemira",
        ),
        pytest.param(
            "Norra/nsubj/stopped stopped/root shelling/xcomp/stopped Zemira/obj/shelling",
            ["shelling ASSAULT happened"],
            id="Norra stopped shelling Zemira",
        ),
    ],
)
def test_phases(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Reyl/nsubj/spoke spoke/root after/mark/attacked Norra/nsubj/attacked "
            "attacked/advcl/spoke Zemira/obj/attacked",
            ["attacked ASSAULT happened"],
            id="Reyl spoke after Norra attacked Zemira",
        ),
        pytest.param(
            "Zemira/nsubj/free has/aux/free been/cop/free free/root//ADJ since/mark/withdrew "
            "Norra/nsubj/withdrew withdrew/advcl/free its/nmod:poss/troops "
            "troops/obj/withdrew",
            ["withdrew RETREAT happened"],
            id="Zemira has been free since Norra withdrew its troops",
        ),
        pytest.param(
            "The/det/sides two/nummod/sides sides/nsubj/agree could/aux/agree "
            "not/advmod/agree agree/root at/case/talks the/det/talks talks/obl/agree "
            "between/case/Norra Norra/nmod/talks and/cc/Zemira Zemira/conj/Norra",
            ["talks CONSULT happened"],
            id="The two sides could not agree at the talks between Norra and Zemira",
        ),
        pytest.param(
            "Varga/nsubj/speak could/aux/speak speak/root after/case/meeting a/det/meeting "
            "meeting/obl/speak with/case/Reyl Reyl/nmod/meeting",
            ["meeting CONSULT happened"],
            id="Varga could speak after a meeting with Reyl",
        ),
    ],
)
def test_what_only_says_when_has_happened(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Varga/nsubj/fears fears/root a/det/attack Norran/amod/attack attack/obj/fears "
            "on/case/Zemira Zemira/nmod/attack",
            [],
            id="Varga fears a Norran attack on Zemira",
        ),
        pytest.param(
            "Norra/nsubj/sent sent/root weapons/obj/sent to/case/Ostany Ostany/obl/sent "
            "to/mark/attack attack/advcl/sent Zemira/obj/attack",
            ["sent AID happened"],
            id="Norra sent weapons to Ostany to attack Zemira",
        ),
    ],
)
def test_what_is_feared_or_aimed_at_is_no_event(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Norra/nsubj/carry did/aux/carry not/advmod/carry carry/root "
            "out/compound:prt/carry the/det/attack attack/obj/carry on/case/Zemira "
            "Zemira/nmod/attack",
            ["attack ASSAULT denied"],
            id="Norra did not carry out the attack on Zemira",
        ),
        pytest.param(
            "Norra/nsubj/launch could/aux/launch launch/root an/det/attack attack/obj/launch "
            "on/case/Zemira Zemira/nmod/attack",
            [],
            id="Norra could launch an attack on Zemira",
        ),
        pytest.param(
            "Zemira/nsubj/come could/aux/come come/root under/case/attack attack/obl/come",
            [],
            id="Zemira could come under attack",
        ),
    ],
)
def test_light_verbs_lend_their_status(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param(
            "Varga/nsubj/called called/root Reyl/obj/called urging/advcl/called him/obj/urging "
            "to/mark/leave leave/xcomp/urging",
            ["called CONSULT happened", "urging REQUEST happened"],
            id="Varga called Reyl, urging him to leave",
        ),
        pytest.param(
            "Norra/nsubj/presses presses/root on/advmod/presses shelling/advcl/presses "
            "Zemira/obj/shelling",
            ["shelling ASSAULT ongoing"],
            id="Norra presses on, shelling Zemira",
        ),
    ],
)
def test_a_participle_is_of_the_time_of_its_verb(sentence: str, statuses: list[str]) -> None:
    assert told(sentence).statuses == statuses


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "When/mark/leaves Norra/nsubj/leaves leaves/advcl/rest/VERB Zemira/obj/leaves "
            "we/nsubj/rest will/aux/rest rest/root",
            id="when Norra leaves Zemira, we will rest",
        ),
        pytest.param(
            "As/advmod/soon soon/advmod/rest as/mark/folds Norra/nsubj/folds folds/advcl/rest/VERB "
            "and/cc/leaves leaves/conj/folds Zemira/obj/leaves we/nsubj/rest rest/root",
            id="as soon as Norra folds and leaves Zemira",
        ),
    ],
)
def test_what_is_yet_to_come_has_not_happened(sentence: str) -> None:
    assert told(sentence).statuses == []
