"""Nouns of stance: "Kell's offer to talk", "rejected a call for a truce", "three key demands"."""

from __future__ import annotations

from onrecord.meaning.positions.clauses import force, is_verb, key
from onrecord.meaning.positions.governed import Governed, Match
from onrecord.meaning.positions.scene import Scene
from onrecord.meaning.positions.stances import base_stance, composed, named
from onrecord.record import Span, Stance

_ANSWERS: dict[str, tuple[Stance, str]] = {
    "spurns": ("refuses", "is open to"),
    "yields_to": ("accepts", "refuses"),
    "weighs": ("is open to", "refuses"),
    "backs": ("supports", "opposes"),
    "objects_to": ("opposes", ""),
    "takes_back": ("withdraws", ""),
}
"""What the subject of a verb does with a stance of another: as it is, and negated."""

_OF_VERBS = frozenset(("to", "on", "of", "with", "behind", "from", "at"))
_OBJECTS = frozenset(("obj", "obl", "nmod", "nsubj", "xcomp", "ccomp"))


def read_noun(scene: Scene, match: Match) -> bool:
    """Add the positions that a noun of stance tells; whether it had a part in any."""
    tree, noun = scene.tree, match.index
    voice = scene.voice(noun)
    if voice is not None and (voice.status == "expected" or scene.is_outside(voice)):
        return False
    if any(key(tree, item.index) in scene.lexicon.words["press"] for item in match.governed):
        return False
    verb = _verb_of(scene, noun)
    actors = scene.holders.of_verb(tree, verb) if verb is not None else ()
    is_object = tree.relation(noun) == "obj" and _is_pronoun(scene, noun)
    refers_back = bool(actors) and is_object
    parties = actors if refers_back else scene.holders.of_possessor(tree, noun)
    frame = _frame(scene, verb) if verb is not None else ""
    if frame == "takes_back" and not actors and not parties:
        actors = _whoever_held(scene, match)
    before = len(scene.drafts)
    is_own = not parties or set(parties) <= set(actors)
    stance = _stance(scene, match, verb)
    above = scene.governor(verb) if verb is not None else None
    if above is not None and (above.hearer is not None or frame in ("holds", "takes_back")):
        return False  # what is urged, promised or refused is read with that cue
    if is_own and frame == "holds":
        _hold(scene, match, actors, stance)
    elif is_own and frame == "takes_back":
        gone = named(_taken_back(match))
        _hold(scene, match, actors, gone, whole=True)
    elif parties and not is_own:
        _hold(scene, match, parties, stance)
        _answer(scene, match, verb, frame, actors, toward=parties)
    elif parties:
        _hold(scene, match, parties, stance)
    else:
        _answer(scene, match, verb, frame, actors, toward=())
        if not frame:
            _of_voice(scene, match, stance)
    return len(scene.drafts) > before


def _whoever_held(scene: Scene, match: Match) -> tuple[str, ...]:
    """Who takes back what is told without a subject: "the earlier proposal is withdrawn"."""
    if scene.tree.relation(match.index) != "nsubj":
        return ()
    before = [d for d in (*scene.earlier, *scene.drafts) if d.stance == match.cue.stance]
    return (before[-1].party,) if before else ()


def _is_pronoun(scene: Scene, noun: int) -> bool:
    """Whether "its", "their" and so on stand before the noun: the verb's subject as a rule."""
    tree = scene.tree
    return any(tree.tokens[c].upos == "PRON" for c in tree.below(noun, ("nmod:poss",)))


def _verb_of(scene: Scene, noun: int) -> int | None:
    """The verb that has the noun as its object, or whose participle describes it."""
    tree = scene.tree
    for child in tree.children(noun, "acl"):
        if child > noun and any("by" in tree.prepositions(c) for c in tree.children(child, "obl")):
            return child
    head = tree.head(noun)
    if head is None or tree.relation(noun) not in _OBJECTS:
        return None
    if tree.relation(noun) == "nsubj" and tree.tokens[noun].deprel != "nsubj:pass":
        return None
    if tree.relation(noun) in ("obl", "nmod") and not tree.prepositions(noun) <= _OF_VERBS:
        return None  # "left despite the call"
    return head if is_verb(tree, head) else None


def _frame(scene: Scene, verb: int) -> str:
    """What the verb does with the stance that its object names."""
    tree = scene.tree
    first = key(tree, verb)
    following = [key(tree, i) for i in range(verb + 1, min(verb + 4, len(tree.tokens)))]
    best, longest = "", 0
    for name, sequences in scene.lexicon.frames.items():
        for length in range(3, 0, -1):
            if length > longest and (first, *following[: length - 1]) in sequences:
                best, longest = name, length
                break
    return best


def _stance(scene: Scene, match: Match, verb: int | None) -> Stance | None:
    """The stance that the noun names, or its negation: "gave no commitment"."""
    tree = scene.tree
    none = any(tree.words[c] in ("no", "any") for c in tree.children(match.index, "det"))
    meant = force(tree, verb) if verb is not None else None
    if none or (meant is not None and meant.negated):
        return named(match.cue.negated) if none else None
    return named(base_stance(tree, match, scene.lexicon))


def _taken_back(match: Match) -> str:
    """What it is to take back a stance: a refusal that is dropped is a yes."""
    return "accepts" if match.cue.stance in ("refuses", "opposes") else "withdraws"


def _hold(
    scene: Scene,
    match: Match,
    parties: tuple[str, ...],
    stance: Stance | None,
    *,
    whole: bool = False,
) -> None:
    """The parties take the stance on the noun's content, each item by itself."""
    if stance is None or not parties:
        return
    condition = scene.condition_of(match.index, *(item.index for item in match.governed))
    for item in match.governed:
        inner = scene.matches.get(item.index) if item.kind == "to" else None
        under = composed(stance, inner.cue.stance, scene.lexicon) if inner is not None else None
        for each in inner.governed if inner is not None and named(under) else (item,):
            text = scene.words(
                each, match.governed, anchor=match.index, own=False, condition=condition
            )
            scene.add(
                parties, named(under) or stance, text, anchor=match.index, condition=condition
            )
    if whole and not match.governed:
        scene.add(parties, stance, _phrase(scene, match.index), anchor=match.index)


def _answer(
    scene: Scene,
    match: Match,
    verb: int | None,
    frame: str,
    actors: tuple[str, ...],
    *,
    toward: tuple[str, ...],
) -> None:
    """What the verb's subject says to a stance of another."""
    if verb is None or not actors or frame not in _ANSWERS:
        return
    plain, negated = _ANSWERS[frame]
    meant = force(scene.tree, verb)
    if meant.modals & {"may", "must"} or (meant.modals & {"could"} and not meant.negated):
        return
    stance = named(negated) if meant.negated else plain
    if stance is None:
        return
    if frame == "takes_back":
        stance = named(_taken_back(match))
    condition = scene.condition_of(verb)
    items = match.governed
    for item in items:
        text = scene.words(item, items, anchor=verb, own=False, condition=condition)
        scene.add(actors, stance or plain, text, anchor=verb, toward=toward, condition=condition)
    if not items:
        text = scene.stand_in(match.index) or _phrase(scene, match.index)
        scene.add(actors, stance or plain, text, anchor=verb, toward=toward, condition=condition)


def _of_voice(scene: Scene, match: Match, stance: Stance | None) -> None:
    """A noun without a possessor in the words of a speaker: "X is a precondition for talks"."""
    if match.cue.stance != "requires first":
        return
    voice = scene.voice(match.index)
    if voice is not None and voice.kind != "indirect":
        _hold(scene, match, scene.holders.of_voice(voice), stance)


def _phrase(scene: Scene, noun: int) -> Span | None:
    return scene.words(Governed(noun, "np"), (), anchor=noun, own=False, condition=None)
