"""How many and how much: numbers beside an event, and those that are none of its own."""

from __future__ import annotations

import pytest

from tests.meaning.events.parsed import told


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        pytest.param(
            "Rebels/nsubj/killed killed/root more/advmod/500 than/fixed/more/ADP "
            "500/nummod/villagers villagers/obj/killed in/case/Zemira Zemira/nmod/villagers",
            ["more than 500 villagers: 500 villager"],
            id="Rebels killed more than 500 villagers in Zemira",
        ),
        pytest.param(
            "Norra/nsubj/gave gave/root Zemira/iobj/gave US/compound/$ ~$/obj/gave/SYM "
            "~228/compound/million/NUM million/nummod/$",
            ["US$228 million: 228000000 US$"],
            id="Norra gave Zemira US$228 million",
        ),
        pytest.param(
            "Ostany/nsubj/sent sent/root $/obj/sent/SYM ~3.5bn/nummod/$ to/case/Zemira "
            "Zemira/obl/sent",
            ["$3.5bn: 3500000000 $"],
            id="Ostany sent $3.5bn to Zemira",
        ),
        pytest.param(
            "The/det/talks 90/nummod/minute ~-/punct/90 ~minute/compound/talks "
            "talks/nsubj/ended between/case/Norra Norra/nmod/talks and/cc/Zemira "
            "Zemira/conj/Norra ended/root",
            [],
            id="The 90-minute talks between Norra and Zemira ended",
        ),
        pytest.param(
            "Varga/nsubj/met met/root Reyl/obj/met for/case/minutes 90/nummod/minutes "
            "minutes/obl/met",
            ["90 minutes: 90 minute"],
            id="Varga met Reyl for 90 minutes",
        ),
        pytest.param(
            "Norra/nsubj/expelled expelled/root two/nummod/diplomats Zemiran/amod/diplomats "
            "diplomats/obj/expelled",
            ["two Zemiran diplomats: 2 diplomat"],
            id="Norra expelled two Zemiran diplomats",
        ),
        pytest.param(
            "Norra/nsubj/freed freed/root twenty/nummod/prisoners ~-/punct/twenty "
            "~one/flat/twenty/NUM Zemiran/amod/prisoners prisoners/obj/freed",
            ["twenty-one Zemiran prisoners: 21 prisoner"],
            id="Norra freed twenty-one Zemiran prisoners",
        ),
        pytest.param(
            "Norra/nsubj/freed freed/root 1,500/nummod/prisoners prisoners/obj/freed",
            ["1,500 prisoners: 1500 prisoner"],
            id="Norra freed 1,500 prisoners",
        ),
        pytest.param(
            "Two/nummod/dozen dozen/nummod/rebels rebels/nsubj/attacked attacked/root "
            "Zemira/obj/attacked",
            ["Two dozen rebels: 24 rebel"],
            id="Two dozen rebels attacked Zemira",
        ),
        pytest.param(
            "Norra/nsubj/arrested arrested/root hundreds/obj/arrested of/case/Zemirans "
            "Zemirans/nmod/hundreds",
            [],
            id="Norra arrested hundreds of Zemirans",
        ),
        pytest.param(
            "Norra/nsubj/attacked attacked/root Zemira/obj/attacked in/case/2014 "
            "2014/obl/attacked/NUM",
            [],
            id="Norra attacked Zemira in 2014",
        ),
        pytest.param(
            "Norra/nsubj/attacked attacked/root Zemira/obj/attacked on/case/February "
            "24/obl/attacked/NUM February/nmod:unmarked/24",
            [],
            id="Norra attacked Zemira on 24 February",
        ),
        pytest.param(
            "Norra/nsubj/attacked attacked/root Zemira/obj/attacked on/case/24 "
            "February/nmod:unmarked/24 24/obl/attacked/NUM",
            [],
            id="Norra attacked Zemira on February 24",
        ),
    ],
)
def test_amounts(sentence: str, amounts: list[str]) -> None:
    assert told(sentence).amounts == amounts
