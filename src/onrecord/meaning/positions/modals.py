"""What is said with modals: what the speaker's side will do, and what others must."""

from __future__ import annotations

from onrecord.meaning.positions.clauses import (
    Force,
    ancestors,
    force,
    governs,
    has_mark,
    is_infinitive,
    is_passive,
    is_verb,
    key,
    subject,
    top_of,
)
from onrecord.meaning.positions.governed import Governed, with_conjuncts
from onrecord.meaning.positions.scene import Scene
from onrecord.meaning.positions.stances import in_class
from onrecord.record import Span, Stance, Statement

_FIRST_PERSON = frozenset(("we", "i"))
_FRAGMENTS = frozenset(("root", "appos", "parataxis", "conj", "obj"))
_NO = frozenset(("no",))
_NOT = frozenset(("not", "n't", "n’t", "never"))
_TOLD = frozenset(("had", "has", "have", "did", "was", "were", "is", "are"))
_GENERIC = frozenset(("you", "one", "it", "this", "that", "there", "who", "which", "what"))


def read_modals(scene: Scene, index: int) -> None:
    """Add the position that a clause without a cue tells by its modal, if it tells one."""
    tree = scene.tree
    top = top_of(tree, index)
    about = subject(tree, top)
    if scene.is_conditional(index) or (top == index and is_infinitive(tree, index)):
        return
    if tree.tokens[top].deprel == "acl:relcl":
        return  # what is told by the way: "the places that we will leave"
    if is_asked(scene, top) or is_guessed(scene, top):
        return
    meant = force(tree, index)
    voice = scene.voice(index)
    if voice is not None and (voice.status == "expected" or scene.is_outside(voice)):
        return
    speakers = scene.holders.of_voice(voice) if voice is not None else ()
    parties = scene.holders.of_verb(tree, index)
    if about is not None and tree.words[about] in _FIRST_PERSON and not speakers:
        speakers = scene.holders.of_label(tree)
    own = tuple(p for p in parties if p in speakers)
    if voice is None and parties and not own:
        _read_plain(scene, index, meant, parties)
    elif own or (about is not None and tree.words[about] in _FIRST_PERSON and speakers):
        _read_own(scene, index, meant, own or speakers, voice)
    elif speakers and governs(tree, index, "expl"):
        _read_absence(scene, index, meant, speakers)
    elif speakers and about is not None:
        _read_other(scene, index, meant, speakers, parties)
    named = about is not None and tree.tokens[about].upos != "PRON"
    if speakers and named and parties and not set(parties) & set(speakers):
        stance = _future(scene, index, meant, is_reported=False)
        refuses = stance == "refuses" and in_class(tree, index, "consenting", scene.lexicon)
        if stance is not None and (stance == "warns of" or refuses):
            _add(scene, index, stance, parties, own=True)


def is_guessed(scene: Scene, index: int) -> bool:
    """Whether a clause hangs on a word of hope, belief or expectation, or has one of likelihood."""
    tree = scene.tree
    if tree.has_child(index, scene.lexicon.words["likelihood"], "advmod"):
        return True  # "would likely raise tensions"
    head = tree.head(index)
    if head is None or tree.relation(index) not in ("ccomp", "xcomp", "advcl"):
        return False
    return key(tree, head) in scene.lexicon.words["guesses"]


def is_asked(scene: Scene, index: int) -> bool:
    """Whether a clause is an indirect question, or hangs on one."""
    tree = scene.tree
    return any(
        has_mark(tree, at, "whether") or has_mark(tree, at, "if")
        for at in (index, *ancestors(tree, index))
    )


def _read_plain(scene: Scene, index: int, meant: Force, parties: tuple[str, ...]) -> None:
    """In the newsroom's own words: only what a party will not do, or will give."""
    if not is_verb(scene.tree, index) or not _is_main(scene, index):
        return
    if meant.negated and meant.modals & {"will", "can"}:
        no_act = in_class(scene.tree, index, "no_act", scene.lexicon)
        stance: Stance | None = None if no_act else _future(scene, index, meant, is_reported=True)
    elif "will" in meant.modals and in_class(scene.tree, index, "giving", scene.lexicon):
        stance = _future(scene, index, meant, is_reported=True)
    elif "will" in meant.modals and _is_under_condition(scene, index):
        hostile = in_class(scene.tree, index, "hostile", scene.lexicon)
        stance = "warns of" if hostile else None
    elif "could" in meant.modals and _is_under_condition(scene, index):
        giving = in_class(scene.tree, index, "giving", scene.lexicon)
        stance = "offers" if giving else None
    else:
        stance = None
    if stance is not None:
        _add(scene, index, stance, parties, own=True)


def _is_under_condition(scene: Scene, index: int) -> bool:
    return scene.condition_of(index, top_of(scene.tree, index)) is not None


def _is_main(scene: Scene, index: int) -> bool:
    """Whether a clause hangs on no other."""
    tree = scene.tree
    top = top_of(tree, index)
    while tree.relation(top) == "conj":
        head = tree.head(top)
        if head is None:
            break
        top = head
    head = tree.head(top)
    if head is None or tree.relation(top) in ("root", "parataxis"):
        return True
    return tree.relation(top) == "ccomp" and key(tree, head) in scene.lexicon.words["reports"]


def _read_own(
    scene: Scene,
    index: int,
    meant: Force,
    parties: tuple[str, ...],
    voice: Statement | None,
) -> None:
    is_reported = voice is not None and voice.kind != "direct"
    condition = scene.condition_of(index)
    if condition is not None and condition.marker.startswith("only") and "can" in meant.modals:
        scene.add(parties, "requires first", condition.span, anchor=index, score=0.7)
        return
    stance = _future(scene, index, meant, is_reported=is_reported)
    if stance is None and voice is not None and voice.act == "deny" and _is_told(scene, index):
        _add(scene, index, "denies", parties, own=False)
        return
    if (
        stance is None
        and "must" in meant.modals
        and not meant.negated
        and in_class(scene.tree, index, "receiving", scene.lexicon)
    ):
        stance = "demands"
    if stance is not None:
        _add(scene, index, stance, parties, own=True)


def _is_told(scene: Scene, index: int) -> bool:
    """Whether a clause says that something has not been, or is not, done."""
    tree = scene.tree
    auxiliaries = {tree.words[c] for c in tree.children(index, "aux", "cop")}
    negated = any(tree.words[c] in _NOT for c in tree.children(index, "advmod"))
    return negated and bool(auxiliaries & _TOLD)


def _future(scene: Scene, index: int, meant: Force, *, is_reported: bool) -> Stance | None:
    """The stance of what a party says that it will, would or could do, or not."""
    tree, lexicon = scene.tree, scene.lexicon
    if not is_verb(tree, index) or "must" in meant.modals or "may" in meant.modals:
        return None
    if any(tree.words[c] == "have" for c in tree.children(index, "aux")):
        return None  # "will have left"
    hostile = in_class(tree, index, "hostile", lexicon)
    will = "will" in meant.modals or ("would" in meant.modals and is_reported)
    if meant.negated:
        if in_class(tree, index, "warning", lexicon) and will:
            return "warns of"
        if in_class(tree, index, "states", lexicon):
            return None
        if will:
            return "commits to" if in_class(tree, index, "violent", lexicon) else "refuses"
        can = bool(meant.modals & {"can", "could", "would"})
        return "refuses" if can and in_class(tree, index, "consenting", lexicon) else None
    if will:
        if hostile:
            return "warns of"
        giving = in_class(tree, index, "giving", lexicon)
        if in_class(tree, index, "no_act", lexicon) or not _is_act(scene, index):
            return None
        has_cue = any(len(cue.keys) == 1 for cue in lexicon.verbs.get(key(tree, index), ()))
        return "commits to" if giving or not has_cue else None
    if meant.modals & {"could", "can", "would"}:
        if in_class(tree, index, "entertaining", lexicon):
            return "is open to"
        if in_class(tree, index, "yielding", lexicon) or in_class(tree, index, "giving", lexicon):
            return "is open to" if "would" in meant.modals else "offers"
    return None


def _is_act(scene: Scene, index: int) -> bool:
    """Whether a clause in the future tells a deed, no state and nothing undergone."""
    passive = any(scene.tree.tokens[c].deprel == "aux:pass" for c in scene.tree.children(index))
    return not passive and scene.tree.tokens[index].upos == "VERB"


def _read_other(
    scene: Scene, index: int, meant: Force, speakers: tuple[str, ...], parties: tuple[str, ...]
) -> None:
    """What the speaker says of others, or of things: that they must, or are unacceptable."""
    tree, words = scene.tree, scene.lexicon.words
    about = subject(tree, index)
    if about is None:
        return
    will = "will" in meant.modals or ("would" in meant.modals and not parties)
    if will and not meant.negated and is_passive(tree, index) and _is_under_condition(scene, index):
        hostile = in_class(tree, index, "hostile", scene.lexicon)
        passing: Stance = "warns of" if hostile else "commits to"  # "ships will pass once …"
        _add(scene, index, passing, speakers, own=False)
        return
    if not scene.holders.are_public(speakers):
        return
    if "must" in meant.modals and tree.words[about] not in _GENERIC:
        if _is_of_another(scene, index):
            return
        if any(tree.words[c] == "have" for c in tree.children(index, "aux")):
            return
        _add(scene, index, "demands", speakers, own=False, toward=parties)
        return
    stance: Stance | None = None
    word = key(tree, index) if tree.tokens[index].upos in ("ADJ", "NOUN") else ""
    if word in words["unacceptable"] and not meant.negated:
        stance = "opposes"
    elif word in words["welcome"] and meant.negated:
        stance = "refuses"
    elif word in words["essential"] and not meant.negated and not _is_for_whom(scene, index):
        stance = "demands"
    elif word in words["untrue"] and not meant.negated:
        stance = "denies"
    if stance is not None and tree.words[about] not in _GENERIC:
        condition = scene.condition_of(index)
        text = scene.words(
            Governed(about, "subject"), (), anchor=index, own=False, condition=condition
        )
        scene.add(speakers, stance, text, anchor=index, condition=condition, score=0.6)


def _read_absence(scene: Scene, index: int, meant: Force, speakers: tuple[str, ...]) -> None:
    """The form "there will be no truce", "there can be no talks without …"."""
    tree = scene.tree
    for noun in tree.children(index, "nsubj", "obj", "obl"):
        if tree.has_child(noun, _NO, "det"):
            modals = meant.modals | force(tree, noun).modals
            clitic = tree.words[index] in ("'ll", "’ll", "will", "can")
            if not modals & {"will", "would", "can", "could"} and not clitic:
                return
            condition = scene.condition_of(index, noun, refused=True)
            text = scene.words(
                Governed(noun, "np"), (), anchor=index, own=False, condition=condition
            )
            text = without_article(scene.text, text)
            scene.add(speakers, "refuses", text, anchor=index, condition=condition, score=0.7)
            return


def without_article(text: str, span: Span | None) -> Span | None:
    """A noun phrase without "no" before it."""
    if span is not None and text[span.start : span.start + 3].lower() == "no ":
        return Span(span.start + 3, span.end)
    return span


def _is_for_whom(scene: Scene, index: int) -> bool:
    """Whether a judgement says for whom or what it is so: "vital to our interests"."""
    tree = scene.tree
    return any("to" in tree.prepositions(c) for c in tree.children(index, "obl", "nmod"))


def _is_of_another(scene: Scene, index: int) -> bool:
    """Whether a clause is what somebody else is said to have said, in the speaker's words."""
    tree = scene.tree
    head = tree.head(index)
    if head is None or tree.relation(index) != "ccomp":
        return False
    frame = scene.frame(index)
    if not frame.start <= tree.tokens[head].span.start < frame.end:
        return False
    about = subject(tree, head)
    return about is not None and tree.words[about] not in _FIRST_PERSON


def _add(
    scene: Scene,
    index: int,
    stance: Stance,
    parties: tuple[str, ...],
    *,
    own: bool,
    toward: tuple[str, ...] = (),
) -> None:
    roots = (index, top_of(scene.tree, index))
    condition = scene.condition_of(*roots, refused=stance in ("refuses", "opposes"))
    if key(scene.tree, index) == "hesitate":
        index = next(scene.tree.children(index, "xcomp"), index)
    if stance == "demands" and condition is None:
        prior = scene.condition_of(*roots, refused=True)
        if prior is not None and prior.relation == "sequence":
            text = scene.words(
                Governed(index, "that"), (), anchor=index, own=False, condition=prior
            )
            scene.add(parties, "requires first", text, anchor=index, toward=toward, score=0.7)
            return
    items = with_conjuncts(scene.tree, index, "to") if own else (Governed(index, "that"),)
    for item in items:
        text = scene.words(item, items, anchor=index, own=own, condition=condition)
        scene.add(
            parties, stance, text, anchor=index, toward=toward, condition=condition, score=0.7
        )


def read_label(scene: Scene) -> None:
    """Add what a party before a colon will not have: "Kell: no deal before the vote"."""
    tree = scene.tree
    if ":" not in tree.words[:5]:
        return
    parties = scene.holders.of_label(tree)
    colon = tree.words.index(":")
    for noun in range(colon + 1, len(tree.tokens)) if parties else ():
        if tree.has_child(noun, _NO, "det") and tree.relation(noun) in _FRAGMENTS:
            condition = scene.condition_of(noun, refused=True)
            text = scene.words(
                Governed(noun, "np"), (), anchor=noun, own=False, condition=condition
            )
            text = without_article(scene.text, text)
            scene.add(parties, "refuses", text, anchor=noun, condition=condition, score=0.6)
