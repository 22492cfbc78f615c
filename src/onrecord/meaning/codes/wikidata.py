"""A line of a Wikidata dump: people, bodies and posts.

Who someone is comes from the positions held (P39) with their days, where the dump has the
positions too; else from the description ("Ukrainian diplomat"), else from the occupation (P106).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.data_files import BrokenLine
from onrecord.meaning.codes.dump_lines import (
    Describe,
    countries_by_number,
    day,
    dump_words,
    end_of,
    identity_of,
    one_of,
    told,
    usable_names,
)
from onrecord.meaning.codes.tables import ImportedActor, Item, Post, Tenure

_LANGUAGES = ("en", "mul", "en-gb", "en-ca", "en-us")


def is_wikidata(entity: Mapping[str, Any]) -> bool:
    """Whether an object has the form of an entity of Wikidata."""
    return "labels" in entity and "claims" in entity


def items_of_wikidata(entity: Mapping[str, Any], describe: Describe) -> Iterator[Item]:
    """What an entity adds; nothing where it is neither a person, a body nor a post.

    Raises:
        BrokenLine: the entity has not the form that Wikidata documents.
    """
    identity = identity_of(entity)
    try:
        yield from _items(identity, entity, describe)
    except (AttributeError, TypeError, KeyError, IndexError):
        raise BrokenLine(f"has {identity} in a form that is not Wikidata's") from None


def _items(identity: str, entity: Mapping[str, Any], describe: Describe) -> Iterator[Item]:
    table = dump_words()["wikidata"]
    classes = [value for value, _ in _values(entity, "P31")]
    label = _label(entity)
    if table["posts"] in classes and label:
        yield Post(identity=identity, title=label, sectors=told(describe(label).sectors))
    person = table["human"] in classes
    body = next((table["bodies"][c] for c in classes if c in table["bodies"]), None)
    names = usable_names([label, *_aliases(entity)], person=person)
    if not names or not (person or body is not None):
        return
    description = describe(_text(entity.get("descriptions")))
    sectors = told((*(body or "").split(), *description.sectors))
    if person:
        occupations = table["occupations"]
        known = (occupations.get(value) for value, _ in _values(entity, "P106"))
        sectors = sectors or told(sector for sector in known if sector)
        yield from _tenures(identity, entity)
    country = _country(entity, "P27" if person else "P17")
    international = "IGO" in sectors
    yield ImportedActor(
        identity=identity,
        names=names,
        kind="person" if person else "body",
        country=None if international else country or description.country,
        sectors=sectors,
    )


def _tenures(identity: str, entity: Mapping[str, Any]) -> Iterator[Tenure]:
    for number, (post, statement) in enumerate(_values(entity, "P39")):
        start, end = _time(statement, "P580"), _time(statement, "P582")
        yield Tenure(
            identity=f"{identity}-{number}",
            actor=identity,
            post=post,
            start=day(start),
            end=end_of(end),
        )


def _values(entity: Mapping[str, Any], claim: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The items that a property has, with their statements; deprecated ones are left out."""
    claims = entity["claims"]
    if not isinstance(claims, Mapping):  # Wikidata writes [] for an entity without claims
        return
    for statement in claims.get(claim, ()):
        snak = statement["mainsnak"]
        if snak.get("snaktype") == "value" and statement.get("rank") != "deprecated":
            value = snak["datavalue"]["value"]
            if isinstance(value, Mapping) and isinstance(value.get("id"), str):
                yield value["id"], statement


def _country(entity: Mapping[str, Any], claim: str) -> str | None:
    """The one country that holds: preferred ones before others, ended ones left out."""
    holding = [
        (value, statement)
        for value, statement in _values(entity, claim)
        if not _time(statement, "P582")
    ]
    preferred = [value for value, statement in holding if statement.get("rank") == "preferred"]
    numbers = countries_by_number()
    return one_of(numbers.get(value) for value in preferred or [value for value, _ in holding])


def _time(statement: Mapping[str, Any], qualifier: str) -> str:
    for snak in statement.get("qualifiers", {}).get(qualifier, ()):
        if snak.get("snaktype") == "value":
            return str(snak["datavalue"]["value"]["time"])
    return ""


def _label(entity: Mapping[str, Any]) -> str:
    labels = entity.get("labels")
    known = _text(labels)
    if known or not isinstance(labels, Mapping):
        return known
    return next((str(label["value"]) for label in labels.values()), "")


def _text(texts: object) -> str:
    if not isinstance(texts, Mapping):
        return ""
    found = (texts[language]["value"] for language in _LANGUAGES if language in texts)
    return str(next(found, ""))


def _aliases(entity: Mapping[str, Any]) -> Iterator[str]:
    aliases = entity.get("aliases")
    if isinstance(aliases, Mapping):
        for language in _LANGUAGES:
            yield from (str(alias["value"]) for alias in aliases.get(language, ()))
