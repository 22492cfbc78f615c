"""Who takes a stance: the subject of a verb, the possessor of a noun, as parties of the page."""

from __future__ import annotations

from typing import Protocol

from onrecord.meaning.positions.clauses import (
    ancestors,
    governs,
    has_possessor,
    is_gerund,
    is_passive,
    is_verb,
    key,
    subject,
    top_of,
)
from onrecord.meaning.positions.cues import CueLexicon
from onrecord.meaning.positions.parties import Parties
from onrecord.meaning.positions.voices import Voices
from onrecord.meaning.trees import Tree
from onrecord.record import Span, Statement

_BODYS = frozenset(("its", "their"))
_LABEL = 5  # tokens of a label at most, its colon among them
_WE = frozenset(("we", "us", "our", "ours", "i", "me", "my"))
_RELATIVE = frozenset(("who", "which", "that", "whose"))
_NAMING = frozenset(("NOUN", "PROPN", "PRON"))


class Who(Protocol):
    """Whom the words of a span stand for: the ids of actors, none where not known."""

    def __call__(self, span: Span, *, speaker: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """``speaker`` are the ids of whoever says the words, for "I"; None: the page itself."""


class Holders:
    """Finds the parties behind words; what it found is kept."""

    def __init__(self, who: Who, parties: Parties, voices: Voices, lexicon: CueLexicon) -> None:
        self._who = who
        self._parties = parties
        self._voices = voices
        self._own = lexicon.words["own"]
        self._unsaid = lexicon.words["unsaid"]
        self._known: dict[tuple[int, int], tuple[str, ...]] = {}
        self.previous: Tree | None = None

    def of_voice(self, statement: Statement) -> tuple[str, ...]:
        """The parties for which the speaker of a statement speaks."""
        return self._parties.of(statement.speaker.actors)

    def of_label(self, tree: Tree) -> tuple[str, ...]:
        """The parties that a sentence names before a colon at its head: "Kell: no deal"."""
        for index in range(1, min(_LABEL, len(tree.words))):
            if tree.words[index] == ":":
                return self._parties.of(
                    self._who(Span(tree.span.start, tree.tokens[index - 1].span.end))
                )
        return ()

    def is_outside(self, statement: Statement) -> bool:
        """Whether the speaker is no party, but a reporter, scholar or witness."""
        return self._parties.are_outside(statement.speaker.actors)

    def are_public(self, parties: tuple[str, ...]) -> bool:
        """Whether parties are known to take part in public affairs."""
        return self._parties.are_public(parties)

    def without_firms(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """The parties without bodies that are not known for public affairs: firms offer goods."""
        return tuple(
            party
            for party in parties
            if self._parties.are_public((party,)) or not self._parties.is_body(party)
        )

    def of_noun(self, tree: Tree, index: int) -> tuple[str, ...]:
        """The parties that a noun phrase or pronoun stands for."""
        span = tree.phrase(index)
        if span not in self._known:
            self._known[span] = self._of_noun(tree, index, span)
        return self._known[span]

    def of_verb(self, tree: Tree, index: int) -> tuple[str, ...]:
        """The parties whose stance a verb or predicate tells; empty where not known.

        Where the verb is the cue of a statement, they are its speaker's.
        """
        holder = self.holder(tree, index)
        found = () if holder is None else self.of_noun(tree, holder)
        if found or is_passive(tree, index):
            return found
        statement = self._voices.with_cue_at(tree.tokens[index].span.start)
        if statement is not None:
            return self.of_voice(statement)
        return ()

    def of_speaker(self, tree: Tree, index: int) -> tuple[str, ...]:
        """The parties in whose words a verb without a subject of its own stands.

        As in "said that X must end and reserves the right to".
        """
        pieces = self._voices.at(tree.tokens[index].span.start)
        if tree.relation(index) != "conj" or subject(tree, index) is not None or not pieces:
            return ()
        return self.of_voice(pieces[0][1])

    def holder(self, tree: Tree, index: int) -> int | None:
        """The head of the phrase that names the holder: a subject, or an agent after "by"."""
        top = top_of(tree, index)
        if is_passive(tree, index) and is_verb(tree, index):
            return next(
                (c for c in tree.children(top, "obl") if "by" in tree.prepositions(c)), None
            )
        return self._subject(tree, top, depth=0)

    def of_possessor(self, tree: Tree, noun: int) -> tuple[str, ...]:
        """The parties to whom a noun of stance belongs: "Kell's offer", "a call by Kell"."""
        for child in tree.below(noun, ("nmod:poss",)):
            owner = self.of_noun(tree, child)
            named = tree.tokens[child].upos != "PRON" or tree.words[child] in _WE
            of_body = tree.words[child] in _BODYS and owner == self._of_main(tree)
            return owner if named or _opens(tree, noun) or of_body else ()
        behind = noun + 1
        if behind + 1 < len(tree.tokens) and tree.words[behind] == "by":
            first = behind + 1 + (tree.tokens[behind + 1].upos == "DET")
            if first < len(tree.tokens) and tree.tokens[first].upos in _NAMING:
                found = self.of_noun(tree, first)
                if found:
                    return found
        head = tree.head(noun)
        for parent in (noun, head) if head is not None else (noun,):
            for child in tree.children(parent, "nmod", "obl"):
                near = child > noun and not any(tree.words[i] == "," for i in range(noun, child))
                if near and tree.prepositions(child) & {"by", "from"}:
                    return self.of_noun(tree, child)
        for child in tree.children(noun, "amod", "compound"):
            if child < noun and tree.tokens[child].name != "O":
                found = self._parties.of(self._who(tree.tokens[child].span))
                if found:
                    return found
        return ()

    def _subject(self, tree: Tree, index: int, *, depth: int) -> int | None:
        if depth > 6:
            return None
        found = subject(tree, index)
        head = tree.head(index)
        if found is not None:
            if tree.words[found] in _RELATIVE and head is not None:
                return self._antecedent(tree, index, head)
            return found
        if head is None:
            return None
        relation = tree.relation(index)
        shares = relation == "conj" or (relation == "xcomp" and not self._asks_another(tree, head))
        if shares and key(tree, head) not in self._unsaid:
            return self._subject(tree, top_of(tree, head), depth=depth + 1)
        if relation == "advcl" and tree.markers(index) - {"in", "while"}:
            return None  # "by boycotting", "without accepting"
        if relation in ("advcl", "acl", "parataxis", "ccomp") and is_gerund(tree, index):
            if tree.tokens[head].upos in ("NOUN", "PROPN", "PRON") and relation == "acl":
                return head
            return self._subject(tree, top_of(tree, head), depth=depth + 1)
        if relation == "advcl" and tree.tokens[index].upos == "ADJ":
            return self._subject(tree, top_of(tree, head), depth=depth + 1)
        return None

    def _antecedent(self, tree: Tree, index: int, head: int) -> int | None:
        """What "who" and "which" stand for.

        It is the noun before, if that is the governor or in its phrase; else the word right before.
        """
        first = min(tree.children(index), default=index)
        before = first - 1
        while before >= 0 and tree.tokens[before].upos == "PUNCT":
            before -= 1
        if before < 0 or tree.tokens[before].upos not in _NAMING:
            return head if tree.tokens[head].upos in _NAMING else None
        if head == before or head in ancestors(tree, before):
            return head
        return before

    def _asks_another(self, tree: Tree, verb: int) -> bool:
        """Whether a verb has an object, whose act the infinitive is: "urged X to accept"."""
        return governs(tree, verb, "obj", "iobj")

    def _of_noun(self, tree: Tree, index: int, span: Span) -> tuple[str, ...]:
        token = tree.tokens[index]
        pieces = self._voices.at(token.span.start)
        voice = next((s for _, s in pieces), None)
        word = tree.words[index]
        if word in _WE:
            return self.of_voice(voice) if voice is not None else self.of_label(tree)
        speaker = voice.speaker.actors if voice is not None and voice.kind != "indirect" else None
        if key(tree, index) in self._own and has_possessor(tree, index):
            owner = self._of_owner(tree, index)
            if owner:
                return owner
        found = self._who(span, speaker=speaker)
        if not found and token.upos in ("NOUN", "PROPN"):
            found = self._who(token.span, speaker=speaker)
        parties = self._parties.of(found)
        if not parties and key(tree, index) in self._own:
            return self._of_owner(tree, index)
        if not found and word == "it" and voice is None:
            return self._subject_before(tree, index)
        return parties

    def _subject_before(self, tree: Tree, index: int) -> tuple[str, ...]:
        """What "it" at the head of a sentence goes on with, where nothing else is known of it.

        It is the body or state that was the subject of the sentence before.
        """
        before = self.previous
        if before is None or self._main_subject(tree) != index:
            return ()
        subject_before = self._main_subject(before)
        if subject_before is None or before.words[subject_before] in ("it", "that", "this"):
            return ()
        found = self.of_noun(before, subject_before)
        return found if len(found) == 1 and self._parties.is_body(found[0]) else ()

    def _of_main(self, tree: Tree) -> tuple[str, ...]:
        """The parties that are the subject of a sentence, not only named in it: "Kell's fate"."""
        main = self._main_subject(tree)
        if main is None or has_possessor(tree, main):
            return ()
        return self.of_noun(tree, main)

    def _main_subject(self, tree: Tree) -> int | None:
        root = next((i for i in range(len(tree.tokens)) if tree.head(i) is None), None)
        return None if root is None else subject(tree, root)

    def _of_owner(self, tree: Tree, index: int) -> tuple[str, ...]:
        """Whose government, army or delegation it is: "their country", "Lusaran forces"."""
        for child in tree.below(index, ("nmod:poss",)):
            return self.of_noun(tree, child)
        for child in tree.children(index, "nmod"):
            if "of" in tree.prepositions(child):
                return self.of_noun(tree, child)
        owners: list[str] = []
        for child in tree.children(index, "amod", "compound"):
            for each in (child, *tree.children(child, "conj")):
                owners += self._parties.of(self._who(tree.tokens[each].span))
        return tuple(dict.fromkeys(owners))


def _opens(tree: Tree, noun: int) -> bool:
    """Whether a noun is the subject of its sentence: its "its" refers to what was spoken of."""
    head = tree.head(noun)
    return head is not None and tree.head(head) is None and tree.relation(noun) == "nsubj"
