"""An event while it is being found, in terms of one sentence's words."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.meaning.events.clauses import Clauses
from onrecord.meaning.events.lexicon import Light, Rule


@dataclass(slots=True)
class Draft:
    """An event word with its rule, and what of the sentence stands in which place.

    ``anchor`` is the index of the event word, ``words`` all that belong to it. ``object`` are the
    heads that stand as its object where a preposition takes that place. ``carrier`` is the verb
    that a noun is carried by ("carried out an attack"), with what the lexicon says of it.
    ``governs`` is the event that this one is about, ``noun`` the same event once more, as the
    verb's object ("staged a protest"), ``host`` the verb that says who hosts a meeting of others,
    ``told`` the type that its words tell, before its
    status makes another of it.
    """

    clauses: Clauses
    anchor: int
    words: tuple[int, ...]
    rule: Rule
    object: tuple[int, ...] = ()
    carrier: int | None = None
    light: Light | None = None
    type: str = ""
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    actor_heads: tuple[int, ...] = ()
    recipient_heads: tuple[int, ...] = ()
    governs: Draft | None = field(default=None, repr=False)
    noun: Draft | None = field(default=None, repr=False)
    host: Draft | None = field(default=None, repr=False)
    told: str = ""

    def __post_init__(self) -> None:
        rule = self.rule
        self.type, self.mode = self.type or rule.type, rule.mode
        self.cameo, self.contexts = rule.cameo, rule.contexts
