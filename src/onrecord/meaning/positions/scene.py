"""A sentence as the readers of stances see it: its tree, the cues in it, whose words they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import get_args

from onrecord.meaning.positions.clauses import below, governs, key
from onrecord.meaning.positions.conditions import Condition, find_conditions, governing
from onrecord.meaning.positions.cues import CueLexicon
from onrecord.meaning.positions.governed import Governed, Match
from onrecord.meaning.positions.holders import Holders
from onrecord.meaning.positions.texts import words_of
from onrecord.meaning.positions.voices import Voices
from onrecord.meaning.trees import Tree
from onrecord.record import Span, Stance, Statement

STANCES = frozenset(get_args(Stance))
_POINTING = frozenset(("do so", "do the same", "do this", "do that", "do it", "it", "this", "that"))
_DEFINITE = frozenset(("the", "this", "that", "same"))
_BARE = frozenset(("det", "case", "punct", "acl", "conj", "cc", "cop"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A position in the making.

    ``anchor`` is the word that shows it, ``voice`` the statement in whose words it stands.
    """

    party: str
    stance: Stance
    text: Span
    anchor: Span
    toward: tuple[str, ...] = ()
    condition: Span | None = None
    voice: Statement | None = None
    score: float = 0.8


@dataclass(slots=True)
class Scene:
    """One sentence, and the drafts found in it so far."""

    text: str
    tree: Tree
    lexicon: CueLexicon
    holders: Holders
    voices: Voices
    matches: dict[int, Match]
    earlier: list[Draft]
    drafts: list[Draft] = field(default_factory=list)
    _conditions: list[Condition] | None = None

    @property
    def conditions(self) -> list[Condition]:
        """The conditions of the sentence, found when they are first asked for."""
        if self._conditions is None:
            self._conditions = find_conditions(self.text, self.tree, self.lexicon)
        return self._conditions

    def voice(self, index: int) -> Statement | None:
        """The innermost statement in whose content a token stands."""
        return next((s for _, s in self.voices.at(self.tree.tokens[index].span.start)), None)

    def frame(self, anchor: int) -> Span:
        """Where the words of a position may lie, by the word that shows it.

        In the sentence, and in the content of the statement in which that word stands.
        """
        pieces = self.voices.at(self.tree.tokens[anchor].span.start)
        span = self.tree.span
        if pieces:
            span = Span(max(span.start, pieces[0][0].start), min(span.end, pieces[0][0].end))
        return span

    def is_outside(self, voice: Statement) -> bool:
        """Whether a statement is by someone who is no party, so that it guesses at others'."""
        return self.holders.is_outside(voice)

    def is_conditional(self, index: int) -> bool:
        """Whether a token stands in the words of a condition."""
        return any(index in condition.tokens for condition in self.conditions)

    def condition_of(self, *roots: int, refused: bool = False) -> Condition | None:
        """The condition that hangs on one of the tokens; see :func:`governing`."""
        return governing(self.tree, self.conditions, roots, refused=refused)

    def governor(self, index: int) -> Match | None:
        """The cue that governs a verb as its act: "refused" over "drop"."""
        for match in self.matches.values():
            if any(item.index == index and item.kind != "np" for item in match.governed):
                return match
        return None

    def words(
        self,
        governed: Governed,
        items: tuple[Governed, ...],
        *,
        anchor: int,
        own: bool,
        condition: Condition | None,
        without: frozenset[int] = frozenset(),
    ) -> Span | None:
        """The span of what is demanded, offered and so on, without some tokens."""
        if condition is not None:
            without |= condition.tokens
        return words_of(
            self.text,
            self.tree,
            governed,
            items,
            own=own,
            without=without,
            frame=self.frame(anchor),
        )

    def add(
        self,
        parties: tuple[str, ...],
        stance: Stance,
        text: Span | None,
        *,
        anchor: int,
        toward: tuple[str, ...] = (),
        condition: Condition | None = None,
        score: float = 0.8,
    ) -> None:
        """Put a position of each party on the list; words that only point back are none."""
        if text is None or self.text[slice(*text)].lower() in _POINTING:
            return
        for party in parties:
            self.drafts.append(
                Draft(
                    party,
                    stance,
                    text,
                    self.tree.tokens[anchor].span,
                    tuple(t for t in toward if t != party),
                    condition.span if condition is not None else None,
                    self.voice(anchor),
                    score,
                )
            )

    def stand_in(self, index: int) -> Span | None:
        """The words that "it", "the call" or "the plan" stands for: the latest position before.

        None where a token is no stand-in or nothing is before it.
        """
        tree = self.tree
        stances = self._stood_for(key(tree, index))
        if not stances:
            return None
        if any(
            tree.relation(c) not in _BARE and tree.words[c] != "same" for c in tree.children(index)
        ):
            return None
        defined = tree.has_child(index, _DEFINITE, "det") or tree.relation(index) == "nsubj"
        if tree.tokens[index].upos == "NOUN" and not defined and not _is_apposed(tree, index):
            return None
        here = tree.tokens[index].span.start
        in_sentence = stances == STANCES
        before = [
            d
            for d in (*(() if in_sentence else self.earlier), *self.drafts)
            if d.text.end <= here and d.stance in stances
        ]
        return before[-1].text if before else None

    def _stood_for(self, word: str) -> frozenset[str]:
        """The stances of positions for whose words a word may stand."""
        words = self.lexicon.words
        if word in words["stands_for_demand"]:
            return frozenset(("demands", "requires first"))
        if word in words["stands_for_offer"]:
            return frozenset(("offers", "demands"))
        if word in words["stands_for_any"]:
            return STANCES | {""}
        return STANCES if word in words["stand_ins"] else frozenset()

    def tokens_below(self, index: int) -> frozenset[int]:
        """A token and all under it."""
        return below(self.tree, index)


def _is_apposed(tree: Tree, index: int) -> bool:
    """Whether a noun comes behind a comma with a participle: "…, a call dismissed by Kell"."""
    first = min((c for c in tree.children(index) if c < index), default=index)
    return first > 0 and tree.words[first - 1] in (",", "—") and governs(tree, index, "acl")
