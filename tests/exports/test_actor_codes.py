"""Actors in the codes of PLOVER and CAMEO."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.exports.actor_codes import CameoActor, cameo_actor, plover_code
from onrecord.exports.page_index import PageIndex
from onrecord.lexicon import entries, read_toml, rows
from onrecord.record import Actor, Role, Span
from tests.exports.coded_record import MET, record


def codes(actor: Actor, *others: Actor) -> tuple[str, str | None, tuple[str, ...]]:
    """The whole CAMEO code, PLOVER's country and sectors."""
    index = PageIndex(record(MET, actors=(actor, *others)))
    plover = plover_code(actor, index)
    return cameo_actor(actor, index).whole, plover.country, plover.sectors


def body(name: str, *sectors: str, **known: Any) -> Actor:
    return Actor(id=name, name=name, kind="organisation", sectors=sectors, **known)


@pytest.mark.parametrize(
    ("actor", "cameo", "country", "sectors"),
    [
        (body("Iceland", country="ISL"), "ISL", "ISL", ()),
        (body("ministry", "GOV", country="ROU"), "ROMGOV", "ROU", ("GOV",)),
        (body("clinic", "MED", country="FRA"), "FRAHLH", "FRA", ("MED",)),
        (body("paper", "JRN", country="FRA"), "FRAMED", "FRA", ("JRN",)),
        (body("militia", "PRM", country="SYR"), "SYRMIL", "SYR", ("PRM",)),
        (body("militia", "PRM"), "UAF", None, ("PRM",)),
        (body("party", "PTY", country="FRA"), "FRA", "FRA", ("PTY",)),
        (body("government", "GOV", country="XKX"), "GOV", "KOS", ("GOV",)),
        (body("relief body", "MED", "NGO"), "NGOHLH", "NGO", ("MED",)),
        (body("somebody"), "", None, ()),
        (body("the European Union", "IGO"), "IGOEUREEC", "EUR", ()),
        (body("NATO", "MIL", "IGO"), "IGOWSTNAT", "IGO", ("MIL",)),
        (body("Security Council", "IGO"), "IGOUNO", "UNO", ()),
        (body("Security Council", "GOV", country="RUS"), "RUSGOV", "RUS", ("GOV",)),
        (body("WHO", "MED", "IGO"), "IGOUNOHLHWHO", "UNO", ("MED",)),
        (body("Hamas", "REB", "PTY", country="PSE"), "PSEREBHMS", "PSE", ("REB", "PTY")),
        (body("Hamas", country="PSE"), "PSE", "PSE", ()),
    ],
    ids=lambda value: value.name if isinstance(value, Actor) else "",
)
def test_actors(actor: Actor, cameo: str, country: str | None, sectors: tuple[str, ...]) -> None:
    assert codes(actor) == (cameo, country, sectors)


def test_who_holds_an_office_of_a_body_has_its_code() -> None:
    union = body("European Union", "IGO")
    envoy = Actor(
        id="envoy",
        name="Elin Vask",
        kind="person",
        sectors=("IGO",),
        roles=(Role(title="envoy", of=union.id, span=Span(0, 1)),),
    )
    assert codes(envoy, union) == ("IGOEUREEC", "EUR", ())


def test_who_held_an_office_or_has_a_country_does_not() -> None:
    union = body("European Union", "IGO")
    past = Role(title="envoy", of=union.id, status="former", span=Span(0, 1))
    current = Role(title="envoy", of=union.id, span=Span(0, 1))
    was = Actor(id="a", name="Elin Vask", kind="person", sectors=("IGO",), roles=(past,))
    national = Actor(id="a", name="Elin Vask", kind="person", country="SWE", roles=(current,))
    assert codes(was, union) == ("IGO", "IGO", ())
    assert codes(national, union) == ("SWE", "SWE", ())


def test_a_composed_code_comes_apart() -> None:
    index = PageIndex(record(MET))
    assert cameo_actor(body("OIC", "IGO"), index) == CameoActor(
        whole="IGOMOSOIC", group="OIC", religion="MOS", types=("IGO",)
    )
    assert cameo_actor(body("EU", "IGO"), index) == CameoActor(
        whole="IGOEUREEC", country="EUR", group="EEC", types=("IGO",)
    )


def test_the_tables_fit_each_other() -> None:
    sectors = set(read_toml("codes_sectors.toml")["sectors"])
    parts = {part for _, part, _ in rows("exports_cameo_parts.tsv")}
    for sector, *types in rows("exports_cameo_sectors.tsv"):
        assert sector in sectors
        assert set(types) <= parts
    names = [n for *_, cell in rows("exports_cameo_groups.tsv") for n in entries(cell)]
    assert len(names) == len({name.casefold() for name in names})
    for code, wholes, _ in rows("exports_cameo_groups.tsv"):
        for whole in entries(wholes):
            assert len(whole) % 3 == 0
            assert whole.endswith(code)
    countries = {code for code, *_ in rows("codes_countries.tsv")}
    assert {code for code, *_ in rows("exports_countries.tsv")} == countries
