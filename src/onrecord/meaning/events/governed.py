"""Events that are about other events: "agreed to withdraw", "vowed to strike"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord.meaning.events.draft import Draft
from onrecord.meaning.events.lexicon import load_lexicon

MATERIAL_CONFLICT = frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
_DEPTH = 4


def join_governed(drafts: Sequence[Draft]) -> list[Draft]:
    """The events of a sentence, those that govern another one typed by it.

    Mode and CAMEO code of a demand, promise, refusal or threat come from what is demanded and so
    on. A promise of harm is a threat, or by its rule no event beside the harm.
    """
    by_place = {draft.anchor: draft for draft in drafts}
    left: list[Draft] = []
    for draft in drafts:
        inner = _inner(draft, by_place) if draft.rule.governs or _has_content(draft) else None
        draft.governs = inner
        if _is_idle(draft, inner):
            continue
        if draft.type == "AGREE" and _is_negated(draft) and not _is_harm(inner):
            draft.type, draft.mode, draft.cameo = "REJECT", None, None  # "vowed not to allow"
        if inner is not None and draft.rule.harm and inner.type in MATERIAL_CONFLICT:
            if draft.rule.harm == "keep":
                continue
            draft.type, draft.mode, draft.cameo = draft.rule.harm, None, None
        if draft.rule.governs or draft.cameo is None or inner is not None:
            _fill(draft, inner)
        left.append(draft)
    return left


def without_contents(drafts: Sequence[Draft], realised: Callable[[Draft], bool]) -> list[Draft]:
    """The events of a sentence without those that are only what another one is about.

    What is demanded, promised, refused or threatened is told by mode and code of the demand; it is
    an event of its own only if it took place. A demand made by protesting is part of the protest.
    """
    by_place = {draft.anchor: draft for draft in drafts}
    return [
        draft
        for draft in drafts
        if not ((outer := _outer(draft, by_place)) and _is_content(draft, outer, realised))
    ]


def _is_content(draft: Draft, outer: Draft, realised: Callable[[Draft], bool]) -> bool:
    if outer.type == "PROTEST":
        return draft.type == "REQUEST"
    if outer.type not in load_lexicon().content:
        return False
    if draft.rule.kind == "noun" and draft.type in load_lexicon().content:
        return not owned(draft)  # "rejected the offer", but not "rejected Norra's offer"
    return not realised(draft)


def owned(draft: Draft) -> bool:
    """Whether a noun says whose act it is: "Norra's offer", "the offer by Norra"."""
    clauses, noun = draft.clauses, draft.anchor
    if any(True for _ in clauses.tree.below(noun, ("nmod:poss",))) or clauses.oblique(noun, "by"):
        return True
    return any(
        clauses.tokens[child].name[2:] in ("NORP", "LOC", "ORG", "PER")
        for child in clauses.tree.children(noun, "amod", "compound")
    )


def _outer(draft: Draft, by_place: Mapping[int, Draft], depth: int = 4) -> Draft | None:
    """The nearest event above another one, unless a clause that tells something else is between."""
    tree, place = draft.clauses.tree, draft.anchor
    for _ in range(8):
        relation = tree.tokens[place].deprel or ""
        head = tree.head(place)
        if head is None or relation in ("acl:relcl", "parataxis"):
            return None
        if relation == "conj" and place == draft.anchor and _spoken(by_place.get(head)):
            if depth == 0:
                return None
            return _outer(by_place[head], by_place, depth - 1)  # "agreed to stop and withdrew"
        if relation == "acl" and not any(True for _ in tree.children(place, "mark")):
            return None
        place = head
        found = by_place.get(place)
        if found is not None and found is not draft and relation != "conj":
            return found
    return None


def _spoken(draft: Draft | None) -> bool:
    """Whether an event is about others: a demand, a promise, a refusal, a threat."""
    if draft is None or draft.rule.kind == "noun":
        return False
    return draft.type in load_lexicon().content


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """The events of a sentence, a verb and the event noun that it needs as one."""
    taken: dict[int, Draft] = {}
    drafts = [draft for draft in drafts if not _elaborates(draft, drafts)]
    nouns = {draft.anchor: draft for draft in drafts if draft.rule.kind == "noun"}
    hosting: list[Draft] = []
    for draft in drafts:
        if draft.rule.kind == "noun":
            continue
        meeting = _hosted(draft, nouns)
        if meeting is not None:
            meeting.host = draft
            hosting.append(draft)
            continue
        clauses = draft.clauses
        heads = (
            *draft.object,
            *clauses.object(draft.anchor),
            *clauses.surface_object(draft.anchor),
        )
        for noun in (n for head in heads for n in clauses.head_nouns(head)):
            taken[noun] = draft
    left: list[Draft] = []
    for draft in drafts:
        verb = taken.get(draft.anchor) if draft.rule.kind == "noun" else None
        if draft in hosting:
            continue
        if verb is None or not _needs(verb, draft):
            left.append(draft)
            continue
        if verb.type == draft.type:
            verb.noun = draft
            verb.cameo = verb.cameo or draft.cameo
    return left


def _elaborates(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a participle tells how the event of its main verb was done: "hit it, aiming at"."""
    clauses, tree = draft.clauses, draft.clauses.tree
    if tree.relation(draft.anchor) not in ("advcl", "conj") or not clauses.words[
        draft.anchor
    ].endswith("ing"):
        return False
    head = tree.head(draft.anchor)
    if head is None or clauses.words[head].endswith("ing") or clauses.is_passive(head):
        return False
    return any(other.anchor == head and other.type == draft.type for other in drafts)


def _hosted(draft: Draft, nouns: Mapping[int, Draft]) -> Draft | None:
    """The meeting of others that a verb says to be hosted or brokered by its subject."""
    clauses = draft.clauses
    if draft.type != "CONSULT" or clauses.lemma(draft.anchor) not in load_lexicon().hosts:
        return None
    head = clauses.tree.head(draft.anchor)
    places = [*clauses.object(draft.anchor), *([] if head is None else [head])]
    found = next((nouns[p] for p in places if p in nouns and nouns[p].type == "CONSULT"), None)
    return found if found is not None and clauses.oblique(found.anchor, "between") else None


def _needs(verb: Draft, noun: Draft) -> bool:
    """Whether the verb tells the noun's event: of its type, or by a rule that asks for the noun."""
    if verb.type == noun.type:
        return True
    named = noun.clauses.names_of(noun.anchor)
    return any(name in verb.rule.objects for name in named) and not owned(noun)


_READINESS = frozenset("ready open happy keen poised prepared".split())


def _is_idle(draft: Draft, inner: Draft | None) -> bool:
    """Whether a word tells no act of its own: readiness for no event, an order to one's forces.

    "Ordered a strike" is the strike, which the verb carries.
    """
    word = draft.clauses.lemma(draft.anchor)
    if draft.rule.kind == "adjective" and inner is None and draft.rule.clause == "to":
        return word in _READINESS
    return word == "order" and inner is not None and inner.carrier == draft.anchor


def _is_negated(draft: Draft) -> bool:
    """Whether what is promised is not to do something."""
    tree = draft.clauses.tree
    return any(
        tree.has_child(clause, frozenset(("not", "never")), "advmod")
        for clause in tree.children(draft.anchor, "xcomp")
    )


def _is_harm(inner: Draft | None) -> bool:
    return inner is not None and inner.type in MATERIAL_CONFLICT


def _has_content(draft: Draft) -> bool:
    return draft.type in load_lexicon().content


def _fill(draft: Draft, inner: Draft | None) -> None:
    lexicon = load_lexicon()
    if inner is None:
        mode, cameo = lexicon.inner(draft.type, "other", None)
    else:
        mode, cameo = lexicon.inner(draft.type, inner.type, inner.mode)
        draft.contexts = draft.contexts or inner.contexts
    draft.mode = draft.mode or mode
    draft.cameo = cameo or draft.cameo


def _inner(draft: Draft, by_place: dict[int, Draft]) -> Draft | None:
    """The event in the clause or object of another one: the first on the way down."""
    clauses, tree = draft.clauses, draft.clauses.tree
    level = [*tree.children(draft.anchor, "xcomp", "ccomp", "acl"), *draft.object]
    level += clauses.object(draft.anchor) if draft.rule.kind == "verb" else ()
    if draft.rule.kind == "verb":
        for preposition in ("to", "for", "on"):
            level += clauses.oblique(draft.anchor, preposition)
    else:
        for preposition in ("for", "to", "of"):
            level += clauses.oblique(draft.anchor, preposition)
    seen: set[int] = {draft.anchor}
    for _ in range(_DEPTH):
        for place in level:
            found = by_place.get(place)
            if found is not None and found is not draft and place not in seen:
                return found
        seen.update(level)
        level = [
            child
            for place in level
            for child in tree.children(place, "obj", "xcomp", "acl", "nmod", "obl", "conj")
            if child not in seen
        ]
    return None
