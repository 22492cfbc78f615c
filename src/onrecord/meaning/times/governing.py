"""Which time expression tells the day of a verb or noun, by the words that govern it.

"Said on Wednesday", "said in an interview on Wednesday", "a statement issued on Wednesday said",
"speaking on Wednesday, he said". A time counts where nothing but the phrase of an occasion stands
between it and the verb; one that belongs to another act, or stands after "since" or "until", does
not.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.meaning.times.lexicon import load_lexicon
from onrecord.meaning.trees import Tree
from onrecord.record import Span

_ADJUNCT = frozenset(("obl", "nmod", "advmod", "obj", "dep", "nummod", "compound", "amod", "det"))
_PARTS_OF_OTHERS = frozenset(("case", "mark", "fixed", "aux", "cop", "det", "cc"))
_PHRASE = frozenset(("obl", "nmod", "obj", "iobj"))
_MOST_BETWEEN = 6  # words between a verb and its time
_LONGEST_WAY = 20  # steps up a tree; a longer way is a broken tree


def governing(
    tree: Tree, anchor: Span, times: Sequence[Span], outside: Sequence[Span] = ()
) -> int | None:
    """The index of the time that tells the day of ``anchor``; None where none does.

    Of several the one that is governed most directly, and of those the nearest. ``outside`` are
    spans, such as what is said, whose words govern nothing that stands before or after them.
    """
    verb = _predicate(tree, anchor)
    if verb is None:
        return None
    ways = _Ways(tree, verb, outside)
    best: tuple[int, int, int] | None = None
    for index, span in enumerate(times):
        time = tree.top(span)
        if time is None or time == verb or not _tells_a_day(tree, time):
            continue
        rank = ways.rank(time)
        if rank is not None:
            distance = max(span.start - anchor.end, anchor.start - span.end, 0)
            best = min(best or (rank, distance, index), (rank, distance, index))
    return None if best is None else best[2]


def _predicate(tree: Tree, anchor: Span) -> int | None:
    """The word that governs the anchor's phrase: of "according to" what it is according to."""
    word = tree.top(anchor)
    for _ in range(_LONGEST_WAY):
        if word is None or tree.relation(word) not in _PARTS_OF_OTHERS:
            break
        word = tree.head(word)
    return word


def _tells_a_day(tree: Tree, time: int) -> bool:
    """Whether the time stands alone or after "on", "in", "at", not after "since" or "until"."""
    allowed = load_lexicon().governing["prepositions"]
    return all(tree.words[child] in allowed for child in tree.children(time, "case", "mark"))


class _Ways:
    """The ways from times up to one verb."""

    def __init__(self, tree: Tree, verb: int, outside: Sequence[Span]) -> None:
        self._tree = tree
        self._verb = verb
        self._lexicon = load_lexicon().governing
        self._outside = {
            index
            for index, token in enumerate(tree.tokens)
            if any(span.start <= token.span.start < span.end for span in outside)
        } - {verb}

    def rank(self, time: int) -> int | None:
        """How directly the verb governs the time, 0 the most; None where it does not."""
        tree, verb = self._tree, self._verb
        head = self._head(time)
        if head is None or tree.relation(time) not in _ADJUNCT:
            return None
        if head == verb:
            return 0
        if self._is_occasion(head):
            return 1
        if tree.relation(head) == "acl" and tree.words[head] in self._lexicon["issued"]:
            noun = self._head(head)
            if noun is not None and (noun == verb or self._is_occasion(noun)):
                return 2
        return self._rank_of_other(time, head)

    def _head(self, word: int) -> int | None:
        """What governs a word, past the names of places, and past mistakes of the tree.

        A word before "that" is not of the clause that "that" opens, nor one before or after what
        is said of a verb in it.
        """
        tree = self._tree
        head = tree.head(word)
        for _ in range(_LONGEST_WAY):
            if head is None or head == self._verb:
                return head
            if head in self._outside and word not in self._outside:
                return self._verb
            if (
                tree.relation(head) == "ccomp"
                and any(word < mark for mark in tree.children(head, "mark"))
            ) or (tree.tokens[head].upos == "PROPN" and tree.relation(head) != "nsubj"):
                head = tree.head(head)
            else:
                break
        return head

    def _is_occasion(self, noun: int) -> bool:
        """As in "in an interview", "told a news conference", "a statement" that itself says."""
        tree = self._tree
        if self._head(noun) != self._verb:
            return False
        if tree.relation(noun) == "nsubj":
            return tree.words[noun] in self._lexicon["occasions"]
        if tree.relation(noun) not in _PHRASE:
            return False
        cases = [tree.words[child] for child in tree.children(noun, "case")]
        if not cases:
            return tree.words[noun] in self._lexicon["occasions"]
        return all(case in self._lexicon["through"] for case in cases)

    def _rank_of_other(self, time: int, head: int) -> int | None:
        """The time of another verb that is the same act, or goes on at the same time."""
        tree, verb = self._tree, self._verb
        for _ in range(_LONGEST_WAY):
            above = self._head(head)
            if tree.relation(head) not in _PHRASE or above is None:
                break
            cases = [tree.words[child] for child in tree.children(head, "case")]
            if not all(case in self._lexicon["through"] for case in cases):
                return None
            head = above
        speaks = tree.words[head] in self._lexicon["speaking"]
        if speaks and tree.relation(head) in ("advcl", "parataxis") and self._head(head) == verb:
            return 3
        if tree.head(verb) != head:
            return None
        match tree.relation(verb):
            case "xcomp":
                return 3
            case "advcl" if self._goes_on_meanwhile():
                return 4
            case "conj" if not any(tree.children(verb, "nsubj", "csubj")):
                return 4 if time < head or (speaks and time < verb) else None
            case "nsubj" if tree.words[head] in self._lexicon["happening"]:
                return 4
            case _:
                return None

    def _goes_on_meanwhile(self) -> bool:
        """As in "met them on Monday, saying …", "… as he told reporters"."""
        tree = self._tree
        marks = [tree.words[child] for child in tree.children(self._verb, "mark", "case", "advmod")]
        if tree.words[self._verb].endswith("ing"):
            return all(mark in self._lexicon["meanwhile"] for mark in marks)
        return any(mark in ("as", "while") for mark in marks)


def governing_by_place(text: str, anchor: Span, times: Sequence[Span]) -> int | None:
    """As :func:`governing`, by place alone: "said on Wednesday", "yesterday said".

    Only small words and those of occasions may stand between; the nearest time counts.
    """
    lexicon = load_lexicon().governing
    between_words = lexicon["between"] | lexicon["prepositions"] | lexicon["occasions"]
    best: tuple[int, int] | None = None
    for index, span in enumerate(times):
        follows = anchor.end <= span.start
        between = text[anchor.end : span.start] if follows else text[span.end : anchor.start]
        words = between.split()
        most = _MOST_BETWEEN if follows else 0
        if len(words) <= most and all(word.lower() in between_words for word in words):
            best = min(best or (len(words), index), (len(words), index))
    return None if best is None else best[1]
