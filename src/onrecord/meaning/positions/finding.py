"""The positions of one sentence: cues first, then what modals tell."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.lexicon.word_forms import word_key
from onrecord.meaning.positions.clauses import (
    MODAL_WORDS,
    NOT_WORDS,
    force,
    governing_modal,
    governs,
    is_infinitive,
    is_participle,
    is_verb,
    key,
    subject,
)
from onrecord.meaning.positions.governed import Governed, Match, has_that
from onrecord.meaning.positions.matches import cues_at, match_stand, match_verb
from onrecord.meaning.positions.modals import is_asked, is_guessed, read_label, read_modals
from onrecord.meaning.positions.noun_contents import match_noun
from onrecord.meaning.positions.nouns import read_noun
from onrecord.meaning.positions.scene import Scene
from onrecord.meaning.positions.stances import (
    base_stance,
    composed,
    is_negated_inside,
    named,
    stance_of,
)
from onrecord.record import Stance

_HEADS = frozenset(("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV"))
_BACK = frozenset(("it", "he", "she", "they", "we", "i"))
_READ_WITH_NOUN = frozenset(("refuses", "accepts", "supports", "opposes", "withdraws", "denies"))


def read_sentence(scene: Scene) -> None:
    """Add the positions of a sentence to its scene."""
    tree = scene.tree
    read_label(scene)
    has_modal = any(word in MODAL_WORDS for word in tree.words)
    telling = [i for i, w in enumerate(tree.words) if word_key(w) in scene.lexicon.first_keys]
    if "?" in tree.words[-2:] or not (has_modal or telling):
        return
    for index in telling:
        match = _match_at(scene, index) or match_stand(tree, index, scene.lexicon)
        if match is not None:
            scene.matches[match.index] = match
    consumed = _consumed(scene)
    plain = _plain_objects(scene)
    for index, match in scene.matches.items():
        if index in consumed or scene.is_conditional(index) or _is_unsaid(scene, index):
            continue
        if match.cue.part == "noun":
            if index not in plain:
                read_noun(scene, match)
        else:
            _read_verb(scene, match)
    for index in _clause_heads(scene, telling):
        if index not in scene.matches and index not in consumed and _is_clause_head(scene, index):
            read_modals(scene, index)


def _clause_heads(scene: Scene, telling: Sequence[int]) -> list[int]:
    """The words that a modal or a negation hangs on, and judgements: "false", "essential"."""
    tree = scene.tree
    found = {i for i in telling if key(tree, i) in scene.lexicon.judgements}
    for index, word in enumerate(tree.words):
        if word in MODAL_WORDS or word in NOT_WORDS:
            head = tree.head(index)
            for above in (index, head):
                if above is not None:
                    found.add(above)
                    found |= set(tree.children(above, "xcomp"))
    return sorted(found)


def _match_at(scene: Scene, index: int) -> Match | None:
    """The best cue at a token whose words fit what it takes."""
    tree = scene.tree
    for cue, end in cues_at(tree, index, scene.lexicon):
        if cue.part == "noun":
            return match_noun(tree, index, cue, end)
        match = match_verb(tree, index, cue, end)
        if match is not None and base_stance(tree, match, scene.lexicon):
            return match
    return None


def _consumed(scene: Scene) -> set[int]:
    """Cues that another cue governs and reads itself, and what a cue governs as a clause."""
    found: set[int] = set()
    for match in scene.matches.values():
        for item in match.governed:
            if item.kind != "np" and item.kind != "subject":
                found.add(item.index)
            if match.cue.stance == "denies":  # what is denied is nobody's position
                found |= scene.tokens_below(item.index) - {match.index}
        if match.cue.part != "noun" and _noun_of(scene, match) is not None:
            found.add(match.index)
    return found


def _noun_of(scene: Scene, match: Match) -> Match | None:
    """The noun of stance that a verb has as its object, which is then read with the verb."""
    if match.cue.stance not in _READ_WITH_NOUN:
        return None
    for item in match.governed:
        inner = scene.matches.get(item.index)
        if item.kind == "np" and inner is not None and inner.cue.part == "noun":
            return inner
    return None


def _plain_objects(scene: Scene) -> set[int]:
    """Nouns that are themselves what is wanted: "insists on guarantees"."""
    return {
        item.index
        for match in scene.matches.values()
        if match.cue.part != "noun" and match.cue.stance not in _READ_WITH_NOUN
        for item in match.governed
        if item.kind == "np"
    }


def _is_unsaid(scene: Scene, index: int) -> bool:
    """Whether the cue hangs on words that say that nothing was said: "has yet to reply"."""
    tree = scene.tree
    head = tree.head(index)
    if head is None or tree.relation(index) not in ("xcomp", "ccomp", "advcl"):
        return False
    return key(tree, head) in scene.lexicon.words["unsaid"] and tree.relation(index) == "xcomp"


def _is_clause_head(scene: Scene, index: int) -> bool:
    tree = scene.tree
    if tree.tokens[index].upos not in _HEADS:
        return False
    if governing_modal(tree, index) is not None:
        return True
    if any(governing_modal(tree, c) == index for c in tree.children(index, "xcomp")):
        return False
    if not (is_verb(tree, index) or governs(tree, index, "cop")):
        return False
    return subject(tree, index) is not None or governs(tree, index, "aux")


def _read_verb(scene: Scene, match: Match) -> None:
    tree = scene.tree
    voice = scene.voice(match.index)
    if voice is not None and (voice.status == "expected" or scene.is_outside(voice)):
        return
    if is_asked(scene, match.index) or is_guessed(scene, match.index):
        return
    parties = scene.holders.of_verb(tree, match.index)
    head = tree.head(match.index)
    if parties and head is not None and key(tree, head) == "join":  # "joined Kell in calling for"
        for other in tree.children(head, "obj"):
            parties = tuple(dict.fromkeys((*parties, *scene.holders.of_noun(tree, other))))
    if not parties and match.cue.part == "phrase":
        parties = scene.holders.of_speaker(tree, match.index)
    if not parties:
        return
    if match.cue.is_own_words and not _is_by_itself(scene, match, parties):
        return
    is_reported = voice is not None and voice.kind != "direct"
    stance = stance_of(tree, match, scene.lexicon, is_reported=is_reported)
    if stance is None:
        return
    if not _has_clause_wanted(scene, match, parties):
        return
    if stance == "offers":
        parties = scene.holders.without_firms(parties)
    toward = scene.holders.of_noun(tree, match.hearer) if match.hearer is not None else ()
    if toward and set(toward) & set(parties):
        return  # a quarrel at home: "the army pressed the president to wait"
    for item in match.governed:
        named = item.kind == "np" and tree.tokens[item.index].name != "O"
        bare = not governs(tree, item.index, "acl", "nmod", "amod", "conj")
        if named and (stance == "offers" or (stance == "demands" and bare)):
            continue  # whom, and not what: "the discount it offered Kell"
        _add(scene, match, item, stance, parties, toward)
    if match.cue.part == "adjective" and stance in ("offers", "is open to"):
        _add_refused(scene, match, parties)


def _add_refused(scene: Scene, match: Match, parties: tuple[str, ...]) -> None:
    """What the same party is not ready for: "ready to talk, though not to reopen the pact"."""
    tree = scene.tree
    for child in tree.children(match.index, "advcl", "conj"):
        if child > match.end and is_infinitive(tree, child) and force(tree, child).negated:
            text = scene.words(Governed(child, "to"), (), anchor=child, own=False, condition=None)
            scene.add(parties, "refuses", text, anchor=child)


def _is_by_itself(scene: Scene, match: Match, parties: tuple[str, ...]) -> bool:
    """Whether the cue stands in the words of the party itself, or says no."""
    if force(scene.tree, match.index).negated:
        return True
    voice = scene.voice(match.index)
    return voice is not None and bool(set(scene.holders.of_voice(voice)) & set(parties))


def _has_clause_wanted(scene: Scene, match: Match, parties: tuple[str, ...]) -> bool:
    """Whether a cue that announces or warns governs a clause about what is to come."""
    item = match.governed[0]
    if item.kind != "that" or not (match.cue.is_future or match.cue.is_outcome):
        return True
    meant = force(scene.tree, item.index)
    modals = meant.modals
    if match.cue.is_outcome and meant.negated:
        return False  # "warned that it will not leave": no outcome, and it may be a refusal
    if match.cue.is_outcome and not is_verb(scene.tree, item.index):
        return bool(modals) and not _is_own_clause(scene, item, parties)
    if match.cue.is_outcome:
        return bool(modals & {"will", "would", "could", "may"})
    return bool(modals & {"will", "would"}) and _is_own_clause(scene, item, parties)


def _is_own_clause(scene: Scene, item: Governed, parties: tuple[str, ...]) -> bool:
    """Whether the subject of a governed clause is the party that governs it."""
    tree = scene.tree
    doers = scene.holders.of_verb(tree, item.index)
    if doers:
        return bool(set(doers) & set(parties))
    about = subject(tree, item.index)
    return about is not None and tree.words[about] in _BACK


def _add(
    scene: Scene,
    match: Match,
    item: Governed,
    stance: Stance,
    parties: tuple[str, ...],
    toward: tuple[str, ...],
) -> None:
    """One governed item, or what a cue under this one governs: "refused to rule out X"."""
    tree = scene.tree
    refused = stance in ("refuses", "opposes")
    condition = scene.condition_of(match.index, item.index, refused=refused)
    if stance == "demands" and condition is None:
        prior = scene.condition_of(match.index, item.index, refused=True)
        if prior is not None and prior.relation == "sequence" and item.kind in ("that", "np"):
            stance = "requires first"
            text = scene.words(item, match.governed, anchor=match.index, own=False, condition=prior)
            scene.add(parties, stance, text, anchor=match.index, toward=toward)
            return
    items, given = match.governed, [item]
    is_verb_of_talk = match.cue.part == "verb" and match.cue.stance == "is open to"
    if is_verb_of_talk and stance == "refuses" and item.kind == "np":
        # "would not discuss it": to discuss it is what is refused
        items = (Governed(match.index, "to"),)
        given = list(items)
    if key(tree, item.index) in scene.lexicon.words["press"]:
        return
    inner = scene.matches.get(item.index) if item.kind in ("to", "gerund") else None
    if inner is not None and match.hearer is None and inner.cue.part != "noun":
        under = base_stance(tree, inner, scene.lexicon)
        joined = composed(stance, under, scene.lexicon)
        if joined is not None:
            changed = named(joined)
            if changed is None:
                return
            stance = changed
            if under != "is open to" and stance != "warns of":
                given, items = list(inner.governed), inner.governed
    elif item.kind == "to" and is_negated_inside(tree, item) and stance in ("commits to",):
        stance = "refuses"
    own = item.kind == "that" and _is_own_clause(scene, item, parties)
    if item.kind == "that" and stance in ("denies", "demands"):
        own = False
    for each in given:
        if key(tree, each.index) in scene.lexicon.words["days"]:
            continue
        if set(parties) & set(scene.holders.of_noun(tree, each.index)):
            continue  # of oneself, as in "opposed the president"
        text = scene.stand_in(each.index)
        if text is None and tree.tokens[each.index].upos != "PRON":
            text = scene.words(
                _content(scene, each, stance),
                items,
                anchor=match.index,
                own=own,
                condition=condition,
                without=_participle(scene, match),
            )
        scene.add(parties, stance, text, anchor=match.index, toward=toward, condition=condition)


def _participle(scene: Scene, match: Match) -> frozenset[int]:
    """The words of a cue that describes what it governs: "a plan [rejected by Kell]"."""
    if is_participle(scene.tree, match.index):
        return scene.tokens_below(match.index)
    return frozenset()


def _content(scene: Scene, item: Governed, stance: Stance) -> Governed:
    """What is denied of a claim is the clause behind it: "rejected a report that X"."""
    if stance != "denies" or item.kind != "np":
        return item
    if key(scene.tree, item.index) not in scene.lexicon.words["claims"]:
        return item
    for clause in scene.tree.children(item.index, "acl", "ccomp"):
        if has_that(scene.tree, clause):
            return Governed(clause, "that")
    return item
