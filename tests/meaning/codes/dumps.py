"""Lines of dumps, written for the tests."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def statement(item: str, **times: str) -> dict[str, Any]:
    """A statement of Wikidata with an item for its value; ``P580="2019-05-20"`` qualifies it."""
    qualifiers = {
        name: [{"snaktype": "value", "datavalue": {"value": {"time": f"+{day}T00:00:00Z"}}}]
        for name, day in times.items()
    }
    snak = {"snaktype": "value", "datavalue": {"value": {"id": item}}}
    return {"mainsnak": snak, "rank": "normal", "qualifiers": qualifiers}


def wikidata(
    number: str,
    label: str,
    description: str = "",
    *,
    aliases: Sequence[str] = (),
    **claims: list[dict[str, Any]],
) -> str:
    """An entity of Wikidata in one line."""
    entity = {
        "id": number,
        "type": "item",
        "labels": {"en": {"language": "en", "value": label}},
        "descriptions": {"en": {"language": "en", "value": description}} if description else [],
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
    }
    return json.dumps(entity, ensure_ascii=False)


def person(number: str, label: str, description: str = "", country: str = "", **more: Any) -> str:
    """A human of Wikidata in one line."""
    if country:
        more["P27"] = [statement(country)]
    return wikidata(number, label, description, P31=[statement("Q5")], **more)


def money(number: str, schema: str, **properties: list[Any]) -> str:
    """An entity of FollowTheMoney in one line."""
    return json.dumps({"id": number, "schema": schema, "properties": properties})


def dump(folder: Path, *lines: str, name: str = "slice.json") -> Path:
    """A file of lines."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
