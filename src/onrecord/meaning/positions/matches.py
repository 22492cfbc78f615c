"""Where a cue stands in a sentence, and the words that it governs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.meaning.positions.clauses import (
    ancestors,
    governs,
    is_gerund,
    is_infinitive,
    is_participle,
    is_passive,
    key,
    subject,
)
from onrecord.meaning.positions.cues import Cue, CueLexicon
from onrecord.meaning.positions.governed import (
    Governed,
    Match,
    has_that,
    is_mandative,
    with_conjuncts,
)
from onrecord.meaning.trees import Tree

_GAPS = frozenset(("DET", "ADJ", "PRON", "ADV", "NUM"))
_PARTICLES = ("compound", "advmod")
_ANSWERING = frozenset(("refuses", "accepts", "opposes", "supports", "denies", "withdraws"))
_HEARERS = frozenset(("on", "upon", "to", "with"))
_GIVING = frozenset(("give", "put"))
_RULES = frozenset(("law", "rule", "interest", "odds", "clock"))
_BE = frozenset(
    ("is", "are", "was", "were", "be", "been", "am", "'s", "’s", "'re", "’re", "'m", "’m")
)
_DEGREES = frozenset(("less", "too", "hardly", "barely"))
_WINDOW = 4  # tokens between two words of a cue


def cues_at(tree: Tree, index: int, lexicon: CueLexicon) -> Iterator[tuple[Cue, int]]:
    """The entries whose words stand at a token, best first, each with its last token."""
    upos = tree.tokens[index].upos
    word = key(tree, index)
    tables = [lexicon.phrases]
    if upos in ("VERB", "AUX"):
        tables.append(lexicon.verbs)
    if word in lexicon.adjectives and _is_adjective(tree, index):
        tables.append(lexicon.adjectives)
    if upos in ("NOUN", "PROPN"):
        tables.append(lexicon.nouns)
    for table in tables:
        for cue in table.get(word, ()):
            end = _end(tree, index, cue.keys)
            if end is not None:
                yield cue, end


def _is_adjective(tree: Tree, index: int) -> bool:
    """Whether a word is said of someone: "is prepared", not "prepared to leave", "less willing"."""
    upos = tree.tokens[index].upos
    if (upos == "VERB" and tree.words[index].endswith("ing")) or tree.has_child(
        index, _DEGREES, "advmod"
    ):
        return False
    if upos == "VERB":
        return any(tree.words[c] in _BE for c in tree.children(index, "aux", "cop"))
    return upos in ("ADJ", "ADV")


def match_stand(tree: Tree, index: int, lexicon: CueLexicon) -> Match | None:
    """A preposition that is the predicate: "is against [more powers]"."""
    noun = tree.head(index)
    if tree.tokens[index].upos != "ADP" or noun is None or not governs(tree, noun, "cop"):
        return None
    about = subject(tree, noun)
    if about is None or key(tree, noun) in _RULES:  # "it is against the law to …"
        return None
    for cue in lexicon.adjectives.get(key(tree, index), ()):
        if len(cue.keys) == 1 and "np" in cue.takes:
            return Match(cue, noun, noun, (Governed(noun, "np"),))
    return None


def _end(tree: Tree, index: int, keys: Sequence[str]) -> int | None:
    """The last token of a cue of several words that begins at a token."""
    at = index
    for wanted in keys[1:]:
        for place in range(at + 1, min(at + 2 + _WINDOW, len(tree.tokens))):
            if key(tree, place) == wanted:
                at = place
                break
            if tree.tokens[place].upos not in _GAPS and not _is_particle_ahead(
                tree, index, place, wanted
            ):
                return None
        else:
            return None
    return at


def _is_particle_ahead(tree: Tree, verb: int, place: int, wanted: str) -> bool:
    """Whether the object stands between verb and particle: "ruled the text out".

    Or between a verb of giving and its day: "gave the rebels until noon".
    """
    if key(tree, verb) in _GIVING and verb in ancestors(tree, place):
        return True
    if tree.relation(place) not in ("obj", "compound", "nmod", "amod", "flat"):
        return False
    return any(key(tree, c) == wanted and c > place for c in tree.children(verb, *_PARTICLES))


def match_verb(tree: Tree, index: int, cue: Cue, end: int) -> Match | None:
    """The cue with what it governs, or None where nothing fits what it takes."""
    takes = cue.takes
    hearer = None
    governed: tuple[Governed, ...] = ()
    if "np to" in takes:
        hearer, governed = _asked(tree, index, end)
    if not governed and "for to" in takes:
        governed = _for_to(tree, index, end)
    if not governed and "to" in takes:
        governed = _infinitives(tree, end)
    if not governed and ("that" in takes or "that base" in takes):
        governed = _clauses(tree, index, end, mandative="that" not in takes)
    by_preposition = (
        end > index
        and tree.tokens[end].upos in ("ADP", "SCONJ")
        and not _is_particle(tree, index, end)
    )
    if not governed and "gerund" in takes and not by_preposition:
        governed = _gerunds(tree, index, end)
    if not governed and "np" in takes:
        governed = _nouns(tree, index, end, cue)
    if not governed and "none" in takes:
        about = subject(tree, index)
        governed = () if about is None else (Governed(about, "subject"),)
    if not governed:
        return None
    return Match(cue, index, end, governed, hearer)


def _asked(tree: Tree, verb: int, end: int) -> tuple[int | None, tuple[Governed, ...]]:
    """Who is asked and what for: "urge [X] to [leave]"."""
    if is_passive(tree, verb):  # "X was asked to leave"
        hearer = subject(tree, verb)
    else:
        hearer = next(
            (
                c
                for c in tree.children(verb, "obj", "iobj", "obl", "nsubj")
                if c > verb and tree.prepositions(c) <= _HEARERS
            ),
            None,
        )
    to = next(
        (
            c
            for parent in (verb, hearer)
            if parent is not None
            for c in tree.children(parent, "xcomp", "advcl", "acl", "ccomp", "obl")
            if c > end and is_infinitive(tree, c) and (hearer is None or c > hearer)
        ),
        None,
    )
    if to is None or hearer is None:
        return None, ()
    between = range(end + 1, to)
    if any(tree.words[i] in (",", ";", ":") for i in between if i > max(hearer, end)):
        return None, ()
    return hearer, with_conjuncts(tree, to, "to")


def _for_to(tree: Tree, verb: int, end: int) -> tuple[Governed, ...]:
    """What is called for: "call for X to [leave]"; the text takes X in."""
    for child in tree.children(verb, "advcl", "xcomp", "ccomp", "obl"):
        if child > end and is_infinitive(tree, child) and subject(tree, child) is not None:
            return with_conjuncts(tree, child, "that")
    return ()


def _infinitives(tree: Tree, end: int) -> tuple[Governed, ...]:
    """The infinitive right behind the cue; adverbs may stand between."""
    place = end + 1
    while place < len(tree.tokens) and tree.tokens[place].upos == "ADV":
        place += 1
    if tree.words[end] == "to" and tree.tokens[end].upos == "PART":
        place = end
    if place >= len(tree.tokens) or tree.words[place] != "to":
        return ()
    if tree.tokens[place].upos != "PART":
        return ()
    head = tree.head(place)
    return () if head is None or head <= place else with_conjuncts(tree, head, "to")


def _clauses(tree: Tree, verb: int, end: int, *, mandative: bool) -> tuple[Governed, ...]:
    """A clause that the cue governs, with "that" or without."""
    for child in tree.children(verb, "ccomp", "advcl", "acl", "obl"):
        if child <= end or is_infinitive(tree, child):
            continue
        that = has_that(tree, child)
        if tree.relation(child) != "ccomp" and not that:
            continue
        if is_gerund(tree, child) or (mandative and not is_mandative(tree, child)):
            continue
        return with_conjuncts(tree, child, "that")
    return ()


def _gerunds(tree: Tree, verb: int, end: int) -> tuple[Governed, ...]:
    for child in tree.children(verb, "xcomp", "advcl", "ccomp", "obl", "obj", "acl"):
        near = child > end and not any(tree.words[i] == "," for i in range(end + 1, child))
        if near and is_gerund(tree, child):
            return with_conjuncts(tree, child, "gerund")
    return ()


def _nouns(tree: Tree, verb: int, end: int, cue: Cue) -> tuple[Governed, ...]:
    """The object, or what the cue's last preposition brings in."""
    last = tree.tokens[end]
    if end > verb and last.upos in ("ADP", "SCONJ", "ADV") and not _is_particle(tree, verb, end):
        head = tree.head(end)
        if head is None or head <= end:
            return ()
        return with_conjuncts(tree, head, "gerund" if is_gerund(tree, head) else "np")
    if is_participle(tree, verb):
        noun = tree.head(verb)
        return () if noun is None or noun >= verb else (Governed(noun, "np"),)
    if is_passive(tree, verb):
        about = subject(tree, verb)
        return () if about is None else (Governed(about, "np"),)
    for child in tree.children(verb, "obj"):
        if child > verb:
            if tree.words[child] == "nothing":  # "nothing less than X"
                child = next(tree.children(child, "nmod", "obl"), child)
            return (*with_conjuncts(tree, child, "np"), *_repeated(tree, child))
    relative = _relative_object(tree, verb) if cue.stance in _ANSWERING else None
    return () if relative is None else (Governed(relative, "np"),)


def _repeated(tree: Tree, noun: int) -> Iterator[Governed]:
    """The same noun said again behind a comma: "a port that …, a port where …"."""
    word = tree.words[noun]
    for index in range(noun + 1, len(tree.tokens)):
        if tree.words[index] == word and tree.relation(index) in ("appos", "parataxis", "conj"):
            first = min((c for c in tree.children(index) if c < index), default=index)
            if tree.words[first - 1] == "," or tree.words[first] == ",":
                yield Governed(index, "rest")


def _relative_object(tree: Tree, verb: int) -> int | None:
    """The noun that a relative clause describes as its object: "the deal that Kell rejects"."""
    noun = tree.head(verb)
    if tree.tokens[verb].deprel != "acl:relcl" or noun is None or noun >= verb:
        return None
    about = subject(tree, verb)
    if about is None or tree.words[about] in ("who", "which", "that"):
        return None
    return noun


def _is_particle(tree: Tree, verb: int, end: int) -> bool:
    return tree.relation(end) in _PARTICLES and tree.head(end) == verb
