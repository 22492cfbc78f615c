"""The words of a position: one unbroken span, without the cue, conditions and reasons."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.meaning.positions.clauses import (
    ancestors,
    below,
    governs,
    has_mark,
    is_gerund,
    is_infinitive,
    is_verb,
    subject,
)
from onrecord.meaning.positions.governed import Governed
from onrecord.meaning.trees import Tree
from onrecord.record import Span

_REASONS = ("because", "since", "while", "although", "though", "whereas", "so", "as")
_EDGE = " \t\n\r,;:.!?–—-\"“”‘’'«»„()[]…"
_OPENING_TO_CLOSING = {"“": "”", "‘": "’", "«": "»", "„": "“", "(": ")", '"': '"', "[": "]"}
_JOINING = frozenset(("and", "or", "but", "that", "to", "for", "of", "on", "against", "from"))
_LEFT_OUT = ("mark", "case", "cc", "expl", "discourse", "vocative")
_AUXILIARY = ("aux", "nsubj", "csubj", "expl")
_OF_NOUNS = frozenset(("on", "of", "against", "between", "into", "for"))
_ADJUNCTS = ("obl", "nmod", "advmod")


def words_of(
    text: str,
    tree: Tree,
    governed: Governed,
    items: Iterable[Governed],
    *,
    own: bool,
    without: frozenset[int],
    frame: Span,
) -> Span | None:
    """The span of what a cue governs.

    ``items`` are what the cue governs besides, each a position of its own. ``own``: the subject of
    the governed clause is the party, and stays out with its auxiliaries. ``without`` are tokens of
    conditions. The span lies in ``frame``, the words of one statement or sentence.
    """
    head = governed.index
    others = [item.index for item in items if item.index != head]
    inside = set(below(tree, head)) - without
    for other in others:
        if other not in below(tree, head):
            continue
        inside -= below(tree, other)
    for child in tree.children(head):
        if _stays_out(tree, head, child, governed.kind, own=own):
            inside -= below(tree, child)
    inside -= _reasons(tree, inside, head)
    if governed.kind == "that" and not own:
        inside |= _behind_that(tree, head)
    if governed.kind == "rest":
        behind = [min(below(tree, other)) for other in others if other > head]
        inside |= set(range(head, min(behind, default=len(tree.tokens))))
    if governed.kind in ("to", "gerund") or (governed.kind == "that" and own):
        first = _first_of_act(tree, head, inside)
    else:
        first = _leftmost(tree, head, inside)
    last = _rightmost(tree, head, inside, without, others)
    return trimmed(text, Span(tree.tokens[first].span.start, tree.tokens[last].span.end), frame)


def _is_not(tree: Tree, index: int) -> bool:
    return tree.relation(index) == "advmod" and tree.words[index] in ("not", "n't", "n’t", "never")


def _stays_out(tree: Tree, head: int, child: int, kind: str, *, own: bool) -> bool:
    relation = tree.relation(child)
    if relation in ("parataxis", "discourse", "vocative") or tree.tokens[child].deprel == "cc":
        return True
    if relation in ("mark", "case") and child < head:
        return True
    if kind == "rest":
        kind = "np"
    of_predicate = relation in ("nsubj", "aux", "cop") or _is_not(tree, child)
    if kind == "np" and child < head and of_predicate:
        return True
    if relation == "conj" and is_verb(tree, child):
        bare = not tree.words[child].endswith(("s", "ed", "ing"))
        finite = subject(tree, child) is not None or governs(tree, child, "aux")
        return finite or (own and not bare)
    return own and relation in _AUXILIARY and child < head


def _reasons(tree: Tree, inside: set[int], head: int) -> set[int]:
    """Clauses that give reasons, contrasts or comments, and speech that follows."""
    found: set[int] = set()
    for index in inside:
        if index <= head or tree.relation(index) != "advcl":
            continue
        comma = tree.words[min(below(tree, index)) - 1] == ","
        if any(has_mark(tree, index, word) for word in _REASONS) or (
            comma and is_gerund(tree, index)
        ):
            found |= below(tree, index)
    return found


def _behind_that(tree: Tree, head: int) -> set[int]:
    """The words between "that" and the verb of its clause, whatever the parse hangs them on."""
    marks = [c for c in tree.children(head, "mark") if tree.words[c] == "that" and c < head]
    return set(range(marks[-1] + 1, head)) if marks else set()


def _first_of_act(tree: Tree, head: int, inside: set[int]) -> int:
    """The verb of an act, with adverbs right before it; a predicate with its own words."""
    first = head
    while first > 0 and first - 1 in inside and _belongs_before(tree, head, first - 1):
        first -= 1
    return first


def _belongs_before(tree: Tree, head: int, index: int) -> bool:
    if tree.words[index] in ("not", "never", "n't", "n’t", "to"):
        return False
    if is_verb(tree, head) and tree.tokens[head].upos == "VERB":
        return tree.relation(index) == "advmod" or (
            tree.tokens[index].deprel == "aux:pass" and tree.words[index] in ("be", "been")
        )
    return tree.tokens[index].upos not in ("AUX", "PART", "SCONJ", "PUNCT", "CCONJ")


def _leftmost(tree: Tree, head: int, inside: set[int]) -> int:
    first = head
    while first > 0 and (first - 1 in inside or _is_mark_inside(tree, inside, first - 1)):
        first -= 1
    return first


def _is_mark_inside(tree: Tree, inside: set[int], index: int) -> bool:
    return tree.tokens[index].upos == "PUNCT" and index - 1 in inside


def _rightmost(
    tree: Tree, head: int, inside: set[int], without: frozenset[int], others: list[int]
) -> int:
    """The last token in one run from the head on.

    A phrase that the parse hung on a word before the head, over what lies between, is taken in.
    """
    above = set(ancestors(tree, head))
    last = place = head
    while place + 1 < len(tree.tokens):
        place += 1
        if tree.words[place] in ("not", "no", "but") and tree.words[place - 1] == ",":
            break  # "a pause, not a day of it"
        if tree.words[place] in ("“", "‘") and tree.words[place - 1] == ",":
            break  # words of another are put in
        if place in inside:
            if tree.tokens[place].upos != "PUNCT":
                last = place
            continue
        if tree.tokens[place].upos == "PUNCT" and tree.words[place] not in (";", ":", ".", "—"):
            continue
        end = _stray(tree, place, head, above, without)
        if end is None or any(place <= other <= end for other in others):
            break
        inside |= set(range(place, end + 1))
        last = place = end
    return last


def _stray(
    tree: Tree, place: int, head: int, above: set[int], without: frozenset[int]
) -> int | None:
    """The last token of an adjunct that begins here and crosses the head's phrase."""
    top = place
    for _ in range(12):
        over = tree.head(top)
        if over is None or over < place:
            break
        top = over
    over = tree.head(top)
    if over is None or over >= head or top in without:
        return None
    if over in above and governs(tree, head, "expl"):
        return max(below(tree, top)) if tree.relation(top) in ("obj", "nsubj") else None
    called = is_verb(tree, top) and (tree.words[place] == "to" or tree.relation(top) == "xcomp")
    if not called and tree.relation(top) not in _ADJUNCTS:
        return None
    if tree.words[place - 1] == ",":
        return None
    if over in above and not _belongs_to_noun(tree, place, top, head):
        return None
    return max(below(tree, top))


def _belongs_to_noun(tree: Tree, place: int, top: int, head: int) -> bool:
    """Whether an adjunct of the cue may as well be the noun's: "strikes on the launch sites".

    Or what the noun is called on to do: "call for the members to leave".
    """
    if is_verb(tree, top):
        bare = not is_infinitive(tree, top) and place == head + 1  # "demanded Kell step down"
        return bare or "for" in tree.prepositions(head)
    return tree.words[place] in _OF_NOUNS and tree.tokens[top].upos == "NOUN"


def trimmed(text: str, span: Span, frame: Span) -> Span | None:
    """The span inside its frame, without marks and joining words at its edges."""
    start, end = max(span.start, frame.start), min(span.end, frame.end)
    changed = True
    while changed and start < end:
        changed = False
        while start < end and text[start] in _EDGE and not _is_pair(text, start, end):
            start, changed = start + 1, True
        while start < end and text[end - 1] in _EDGE and not _is_pair(text, start, end, last=True):
            end, changed = end - 1, True
        joined = text[start:end].rsplit(None, 1)
        if len(joined) == 2 and joined[1].lower() in ("and", "or", "but"):
            end, changed = start + len(joined[0]), True
        first = text[start:end].split(None, 1)
        if len(first) == 2 and first[0].lower() in _JOINING:
            start, changed = end - len(first[1]), True
        while start < end and text[start].isspace():
            start += 1
    if end < len(text) and text[end] in '”’»"' and _is_open(text, start, end, text[end]):
        end += 1
    return Span(start, end) if start < end else None


def _is_open(text: str, start: int, end: int, closing: str) -> bool:
    """Whether a quotation that begins inside, behind other words, is closed right after."""
    opening = next((o for o, c in _OPENING_TO_CLOSING.items() if c == closing), closing)
    inside = text[start:end]
    if opening == closing:
        return inside.count(opening) % 2 == 1
    return inside.rfind(opening) > inside.rfind(closing)


def _is_pair(text: str, start: int, end: int, *, last: bool = False) -> bool:
    """Whether the mark at an edge has its partner inside, with words outside the pair."""
    if last:
        for opening, closing in _OPENING_TO_CLOSING.items():
            if text[end - 1] == closing:
                at = text.rfind(opening, start, end - 1)
                if at > start:
                    return True
        return False
    closing = _OPENING_TO_CLOSING.get(text[start], "")
    at = text.find(closing, start + 1, end) if closing else -1
    return 0 < at < end - 1


__all__ = ["is_infinitive", "trimmed", "words_of"]
