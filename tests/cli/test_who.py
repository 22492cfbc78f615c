"""What ``onrecord who`` shows of the actors of a record."""

from __future__ import annotations

import msgspec

from onrecord.cli.who import lines
from onrecord.record import Actor, Role
from tests.handmade import record, span_of


def test_an_actor_is_shown_with_office_country_and_mentions() -> None:
    reyl = Actor(
        id="ac-1",
        name="Reyl",
        kind="person",
        country="NLD",
        sectors=("GOV",),
        roles=(Role(title="envoy", of="ac-2", status="former", span=span_of("Reyl")),),
        mentions=(span_of("Reyl"), span_of("Monday")),
    )
    union = Actor(id="ac-2", name="A union", kind="organisation", mentions=(span_of("Press Pool"),))
    shown = list(lines(msgspec.structs.replace(record(), actors=(reyl, union))))
    start, end = span_of("Reyl")
    assert shown[0] == "Reyl · person · NLD · GOV"
    assert shown[1].strip() == "envoy of A union (former)"
    assert shown[2].strip().startswith(f"Reyl {start}-{end}, Monday ")
    assert shown[3] == "A union · organisation"
