"""A line of FollowTheMoney, as OpenSanctions publishes it: flat entities, or nested ones.

People and bodies have their topics ("role.judge", "mil") and positions in words; posts and who
held them are entities of their own (Position, Occupancy), beside the person or inside it.
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

_COUNTRIES = ("nationality", "citizenship", "jurisdiction", "country", "mainCountry")


def is_follow_the_money(entity: Mapping[str, Any]) -> bool:
    """Whether an object has the form of an entity of FollowTheMoney."""
    return "schema" in entity and "properties" in entity


def items_of_follow_the_money(entity: Mapping[str, Any], describe: Describe) -> Iterator[Item]:
    """What an entity adds; nothing where it is an address, a sanction and the like.

    Raises:
        BrokenLine: the entity has not the form of FollowTheMoney.
    """
    identity, properties = identity_of(entity), entity.get("properties")
    if not isinstance(properties, Mapping) or not all(
        isinstance(values, list) for values in properties.values()
    ):
        raise BrokenLine(f"has {identity} with properties that are no lists")
    schema = entity.get("schema")
    if schema == "Position":
        title = _first(properties, "name")
        if title:
            yield Post(identity=identity, title=title, sectors=told(describe(title).sectors))
    elif schema == "Occupancy":
        yield from _occupancy(identity, properties, _reference(properties, "holder"), describe)
    elif schema in dump_words()["opensanctions"]["schemata"]:
        yield from _actor(identity, entity, properties, describe)


def _actor(
    identity: str, entity: Mapping[str, Any], properties: Mapping[str, Any], describe: Describe
) -> Iterator[Item]:
    table = dump_words()["opensanctions"]
    schema = str(entity["schema"])
    person = schema == "Person"
    given = [*_texts(properties, "name"), *_texts(properties, "alias")]
    caption = entity.get("caption")
    names = usable_names([caption, *given] if isinstance(caption, str) else given, person=person)
    if not names:
        return
    for nested in properties.get("positionOccupancies", ()):
        if isinstance(nested, Mapping):
            number, held = nested.get("id"), nested.get("properties")
            if isinstance(number, str) and isinstance(held, Mapping):
                yield from _occupancy(number, held, identity, describe)
    topics = [table["topics"].get(topic, "") for topic in _texts(properties, "topics")]
    positions = [s for text in _texts(properties, "position") for s in describe(text).sectors]
    sectors = told((*positions, *filter(None, topics), *table["schemata"][schema].split()))
    if len(sectors) > 1:  # a charge is not what someone is, where more is known
        sectors = tuple(sector for sector in sectors if sector != "CRM")
    yield ImportedActor(
        identity=identity,
        names=names,
        kind="person" if person else "body",
        country=None if "IGO" in sectors else _country(properties),
        sectors=sectors,
    )


def _occupancy(
    identity: str, properties: Mapping[str, Any], holder: str | None, describe: Describe
) -> Iterator[Item]:
    for post in properties.get("post", ()):
        if isinstance(post, Mapping) and isinstance(post.get("properties"), Mapping):
            yield from items_of_follow_the_money(post, describe)
    post_id = _reference(properties, "post")
    if holder is None or post_id is None:
        return
    start, end = _first(properties, "startDate"), _first(properties, "endDate")
    if not end and "ended" in _texts(properties, "status"):
        return  # it is over since a day that is not known
    yield Tenure(
        identity=identity,
        actor=holder,
        post=post_id,
        start=day(start),
        end=end_of(end),
    )


def _country(properties: Mapping[str, Any]) -> str | None:
    """The country of the first property that tells one; None where it tells several."""
    numbers = countries_by_number()
    for name in _COUNTRIES:
        codes = [code.upper().split("-")[0] for code in _texts(properties, name)]
        if codes:
            return one_of(numbers.get(code) for code in codes)
    return None


def _texts(properties: Mapping[str, Any], name: str) -> list[str]:
    return [value for value in properties.get(name, ()) if isinstance(value, str)]


def _first(properties: Mapping[str, Any], name: str) -> str:
    return next(iter(_texts(properties, name)), "")


def _reference(properties: Mapping[str, Any], name: str) -> str | None:
    """The id that a property refers to, written alone or as an entity."""
    for value in properties.get(name, ()):
        found = value.get("id") if isinstance(value, Mapping) else value
        if isinstance(found, str) and found:
            return found
    return None
