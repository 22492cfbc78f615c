"""Which stance a cue shows where it stands: negated, under a modal, over another cue."""

from __future__ import annotations

from typing import cast, get_args

from onrecord.meaning.positions.clauses import Force, force, key
from onrecord.meaning.positions.cues import Cue, CueLexicon
from onrecord.meaning.positions.governed import Governed, Match
from onrecord.meaning.trees import Tree
from onrecord.record import Stance

STANCES = frozenset(get_args(Stance))

_HEDGED: dict[str, str] = {"accepts": "is open to", "commits to": "is open to"}
_ENDED: dict[str, str] = {"refuses": "accepts", "opposes": "accepts", "warns of": ""}


def base_stance(tree: Tree, match: Match, lexicon: CueLexicon) -> str:
    """The stance of a cue with the words it governs, before negation; "" where it shows none."""
    cue, governed = match.cue, match.governed
    word = key(tree, governed[0].index) if governed else ""
    following = _following(tree, governed[0].index) if governed else ()
    if cue.only_objects and not _has_object(tree, match, cue):
        return ""
    if cue.unless_objects and word in cue.unless_objects:
        return cue.else_stance
    if cue.only_verbs:
        name, negated = cue.only_verbs.removeprefix("not "), cue.only_verbs.startswith("not ")
        if lexicon.classes[name].has(word, following) == negated:
            return cue.else_stance
    if cue.part == "adjective" and "to" in cue.takes and _is_no_act(tree, match, lexicon):
        return ""
    if cue.unless_verbs and lexicon.classes[cue.unless_verbs].has(word, following):
        return cue.else_stance
    return cue.stance


def _is_no_act(tree: Tree, match: Match, lexicon: CueLexicon) -> bool:
    """Whether one is ready for nothing that could be offered: "ready to fall"."""
    at = match.governed[0].index
    no_act = in_class(tree, at, "no_act", lexicon)
    return no_act and not in_class(tree, at, "entertaining", lexicon)


def _has_object(tree: Tree, match: Match, cue: Cue) -> bool:
    for item in match.governed:
        words = [item.index, *tree.children(item.index, "compound")]
        if any(key(tree, index) in cue.only_objects for index in words):
            return True
    return False


def _following(tree: Tree, index: int) -> tuple[str, ...]:
    end = min(index + 4, len(tree.tokens))
    return tuple(key(tree, i) for i in range(index + 1, end))


def in_class(tree: Tree, index: int, name: str, lexicon: CueLexicon) -> bool:
    """Whether a verb is of a class of ``stances.toml``."""
    return lexicon.classes[name].has(key(tree, index), _following(tree, index))


def stance_of(tree: Tree, match: Match, lexicon: CueLexicon, *, is_reported: bool) -> Stance | None:
    """The stance that a cue shows, its negation and modals worked in; None where it shows none.

    ``is_reported``: in reported speech "would" is what "will" was.
    """
    meant = force(tree, match.index)
    cue = match.cue
    stance = base_stance(tree, match, lexicon)
    if not stance or (cue.needs_negation and not meant.negated):
        return None
    if cue.needs_modal and not meant.modals:
        return None
    if _is_guess(meant, stance, is_reported=is_reported):
        return None
    if meant.ended:
        return _named(_ENDED.get(stance, "withdraws"))
    if meant.negated and not cue.needs_negation:
        negated = _negated(tree, match, lexicon)
        own = stance in ("supports", "accepts") and meant.modals - {"may"}
        if own:
            return "refuses"
        if stance == "refuses" and negated is not None and _is_harm(tree, match, lexicon):
            return "warns of"
        return negated
    if meant.modals & {"could", "can"} or ("would" in meant.modals and not is_reported):
        stance = _HEDGED.get(stance, stance)
    return _named(stance)


def _is_harm(tree: Tree, match: Match, lexicon: CueLexicon) -> bool:
    """Whether what is not ruled out would hurt: "strikes on the ports"."""
    return any(key(tree, item.index) in lexicon.words["harms"] for item in match.governed)


def _is_guess(meant: Force, stance: str, *, is_reported: bool) -> bool:
    """Whether the clause only supposes that the stance could be taken, or asks that it be."""
    if "may" in meant.modals or "must" in meant.modals:
        return True
    if "would" in meant.modals and not is_reported and stance not in ("is open to", "refuses"):
        return True
    return "could" in meant.modals and not meant.negated and stance not in _HEDGED


def _negated(tree: Tree, match: Match, lexicon: CueLexicon) -> Stance | None:
    negated = match.cue.negated
    if negated == "by verb":
        hostile = match.governed and in_class(tree, match.governed[0].index, "violent", lexicon)
        negated = "commits to" if hostile else "refuses"
    return _named(negated)


def composed(outer: str, inner: str, lexicon: CueLexicon) -> str | None:
    """The stance of a cue under another, "inner" and "same" worked out; None: not listed."""
    gives = lexicon.compositions.get((outer, inner))
    return inner if gives == "inner" else gives


def _named(stance: str) -> Stance | None:
    return cast(Stance, stance) if stance in STANCES else None


def named(stance: str | None) -> Stance | None:
    """The stance of a name, None for any other word."""
    return _named(stance or "")


def is_negated_inside(tree: Tree, governed: Governed) -> bool:
    """Whether what a cue governs is negated: "vowed not to attack"."""
    return force(tree, governed.index).negated
