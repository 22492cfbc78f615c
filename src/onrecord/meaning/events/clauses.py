"""Verbs and nouns with what stands around them: subject, object, who holds what, in UD's terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.lexicon.lemmas import lemma
from onrecord.meaning.trees import Tree

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_MEASURES = frozenset(
    """number group team lot dozen hundred thousand million billion score series range kind sort
    type couple handful majority part half most some many several pair piece amount tonne ton
    batch total inch mile metre acre kilometre foot bit shred shipment plane load variety set
    round wave string spate member all both each one""".split()
)
_STATES = frozenset(("committed", "prepared", "determined", "opposed", "dedicated"))
"""Participles that tell of what their subject will do, and not of what is done to it."""
_LISTING = frozenset(("such", "including", "like"))
_COMMITTING = frozenset("promise vow pledge threaten agree refuse decline offer".split())
"""Verbs whose subject, not their object, does what the infinitive after them says."""


class Clauses:
    """A sentence's tree, asked in the terms of grammar; a token is known by its index."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.words = tree.words
        self.tokens = tree.tokens
        self._lemmas: list[str | None] = [None] * len(tree.tokens)

    def lemma(self, index: int) -> str:
        """The dictionary form in lower case; of a verb the verb's."""
        known = self._lemmas[index]
        if known is None:
            token = self.tokens[index]
            upos = "VERB" if self.is_verb(index) else token.upos or "X"
            known = lemma(self.words[index], "NOUN" if upos == "PROPN" else upos)
            self._lemmas[index] = known
        return known

    def upos(self, index: int) -> str:
        """The part of speech; empty where it is not known."""
        return self.tokens[index].upos or ""

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb in use, as those in "-ing" under a noun's tag are not."""
        return self.upos(index) in ("VERB", "AUX")

    def in_title(self, verb: int) -> bool:
        """Whether a verb is of the title of a work: "the film Norra Attacks was shown".

        No verb has a capital in running text but the first word of a sentence or quotation; a
        headline, where all of them have one, is none such.
        """
        capitals = self.tree.capitals
        if not verb or not capitals[verb] or not self.words[verb - 1][:1].isalnum():
            return False
        others = (i for i in range(len(self.tokens)) if i != verb and self.is_verb(i))
        return any(not capitals[other] and self.words[other][:1].isalpha() for other in others)

    def is_passive(self, verb: int, depth: int = 6) -> bool:
        """Whether a verb stands in the passive: "was hit", "the town hit by", "bans imposed"."""
        if self.words[verb] in _STATES:
            return False
        deprels = {self.tokens[child].deprel for child in self.tree.children(verb)}
        if "aux:pass" in deprels or "nsubj:pass" in deprels:
            return True
        if self.words[verb].endswith("ing") or self.tree.has_child(
            verb, frozenset(("to",)), "mark"
        ):
            return False
        if any(r in deprels for r in ("nsubj", "aux", "cop", "obj")):
            return False
        relation = self.tokens[verb].deprel or ""
        if relation in ("acl", "amod"):
            return True
        if relation == "advcl":  # "Hosted by the minister, it was …", "jailed for theft, he …"
            marked = any(True for _ in self.tree.children(verb, "mark"))
            return not marked and self.words[verb] != self.lemma(verb)
        if relation == "conj" and depth:
            head = self.tree.head(verb)
            return head is not None and self.is_verb(head) and self.is_passive(head, depth - 1)
        return False

    def surface_subject(self, verb: int, depth: int = 6) -> tuple[int, ...]:
        """Whatever stands as subject, over coordination, control and relative clauses."""
        tree = self.tree
        for child in tree.children(verb, "nsubj", "csubj"):
            if self.words[child] in _RELATIVE and (tree.relation(verb) == "acl"):
                head = tree.head(verb)
                return (head,) if head is not None else ()
            return (child,)
        head = tree.head(verb)
        if head is None or depth == 0:
            return ()
        relation = self.tokens[verb].deprel or ""
        if relation.startswith("conj") or (
            relation.startswith("parataxis") and not self.is_verb(head)
        ):
            if self.is_verb(head) or self._is_predicate(head):
                return self.surface_subject(head, depth - 1)
            return ()
        if relation == "xcomp":
            return self._controller(head, depth)
        if relation == "acl:relcl":
            return () if any(True for _ in tree.children(verb, "nsubj")) else (head,)
        if relation == "acl":
            if any(
                True for _ in tree.children(verb, "mark", "case")
            ):  # "a plan to", "key to winning"
                return self._owner_of_intent(head, depth)
            return (head,)
        if relation in ("advcl", "ccomp") and (self.is_verb(head) or self._is_predicate(head)):
            if relation == "ccomp" and not self._is_nonfinite(verb):
                return ()
            return self.surface_subject(head, depth - 1)
        return ()

    def _is_nonfinite(self, verb: int) -> bool:
        return self.words[verb].endswith("ing") or self.tree.has_child(
            verb, frozenset(("to",)), "mark"
        )

    def _is_predicate(self, index: int) -> bool:
        return any(True for _ in self.tree.children(index, "cop", "nsubj"))

    def _controller(self, head: int, depth: int) -> tuple[int, ...]:
        """Who does what an infinitive says: the object of "urge", the subject of "agree"."""
        if self.is_verb(head) and self.lemma(head) not in _COMMITTING:
            objects = tuple(self.tree.children(head, "obj", "iobj"))
            if objects:
                return objects[:1]
        return self.surface_subject(head, depth - 1)

    def _owner_of_intent(self, noun: int, depth: int) -> tuple[int, ...]:
        """Whose a plan, decision or refusal is: "Russia's plans to …", "it made a promise to …"."""
        owners = tuple(self.tree.below(noun, ("nmod:poss",)))
        owners += tuple(
            child
            for child in self.tree.children(noun, "amod", "compound")
            if self.tokens[child].name != "O"
        )
        if owners:
            return owners[:1]
        head = self.tree.head(noun)
        if head is not None and self.is_verb(head) and self.tree.relation(noun) in ("obj", "obl"):
            return self.surface_subject(head, depth - 1)
        return ()

    def surface_object(self, verb: int) -> tuple[int, ...]:
        """The direct object, or the noun whose relative clause lacks one."""
        strays = self._opening_of_clause(verb)
        found = tuple(o for o in self.tree.children(verb, "obj") if o > strays)
        if found and self.words[found[0]] in _RELATIVE and self.tree.relation(verb) == "acl":
            head = self.tree.head(verb)
            return (head,) if head is not None else ()
        if found:
            return found[:1]
        strayed = self._strayed_object(verb)
        if strayed is not None:
            return (strayed,)
        head = self.tree.head(verb)
        if (
            self.tokens[verb].deprel == "acl:relcl"
            and head is not None
            and not self.is_passive(verb)
        ):
            subject = next(self.tree.children(verb, "nsubj"), None)
            inside = range(head + 1, verb)
            if any(self.words[at] == "whose" for at in inside):
                return ()
            if subject is not None and self.words[subject] not in _RELATIVE:
                return (head,)
        return ()

    def _opening_of_clause(self, verb: int) -> int:
        """The word that opens the clause of a verb; an object before it is another verb's."""
        head = self.tree.head(verb)
        if (
            head is None
            or head > verb
            or self.tree.relation(verb) not in ("advcl", "xcomp", "ccomp")
        ):
            return -1
        return min(self.tree.children(verb, "mark"), default=-1)

    def _strayed_object(self, verb: int) -> int | None:
        """An object read as that of the clause after it: "accused [Norra] of breaking a truce"."""
        for clause in self.tree.children(verb, "advcl", "xcomp", "ccomp", "acl"):
            opening = min(self.tree.children(clause, "mark"), default=clause)
            for thing in self.tree.children(clause, "obj"):
                if verb < thing < opening:
                    return thing
        return None

    def subject(self, verb: int) -> tuple[int, ...]:
        """Who acts: the subject, in the passive what stands behind "by"."""
        return self.oblique(verb, "by") if self.is_passive(verb) else self.surface_subject(verb)

    def object(self, verb: int) -> tuple[int, ...]:
        """What undergoes: the object, in the passive the subject."""
        if not self.is_passive(verb):
            return self.surface_object(verb)
        kept = tuple(self.tree.children(verb, "obj"))  # "was given weapons"
        return kept[:1] or self.surface_subject(verb)

    def indirect_object(self, verb: int) -> tuple[int, ...]:
        """Who is given something: "sent Norra weapons", "Norra was given weapons"."""
        found = tuple(self.tree.children(verb, "iobj"))
        if found or not self.is_passive(verb):
            return found
        if any(True for _ in self.tree.children(verb, "obj")):
            return self.surface_subject(verb)
        return ()

    def oblique(self, index: int, preposition: str) -> tuple[int, ...]:
        """The heads of phrases that a preposition joins to a verb, noun or adjective."""
        *first, last = preposition.split()
        found = []
        for child in self.tree.children(index, "obl", "nmod", "advcl", "acl"):
            if last == "to" and self.is_verb(child):
                continue  # "to attack" is no phrase
            cases = list(self.tree.children(child, "case", "mark"))
            words = [self.words[c] for c in cases]
            if (words and words[-1] == last and words[: len(first)] == list(first)) or (
                not first
                and len(words) > 1
                and words[0] == last
                and self.tree.relation(cases[1]) == "fixed"
            ):
                found.append(child)
        return tuple(found)

    def and_others(self, head: int) -> Iterator[int]:
        """A noun and those joined to it by "and"."""
        yield head
        for child in self.tree.children(head, "conj"):
            if self.upos(child) in _NOMINAL:
                yield child

    def head_nouns(self, head: int) -> Iterator[int]:
        """Those, each behind its measure too: "dozens of troops" is dozens and troops."""
        for noun in self.and_others(head):
            yield noun
            if self.lemma(noun) in _MEASURES or self.upos(noun) == "NUM":
                for inner in self.oblique(noun, "of"):
                    yield from self.and_others(inner)
            for child in self.tree.children(noun, "nmod", "acl"):  # "allies such as", "including"
                if self.tree.markers(child) & _LISTING or self.words[child] == "including":
                    listed = (
                        [child]
                        if self.words[child] != "including"
                        else list(self.tree.children(child, "obj", "obl"))
                    )
                    for inner in listed:
                        yield from self.and_others(inner)

    def measures(self, noun: int) -> tuple[int, ...]:
        """The noun that only says how much there is of another: "tons" in "tons of aid"."""
        head = self.tree.head(noun)
        if head is None or "of" not in self.tree.prepositions(noun):
            return ()
        return (head,) if self.lemma(head) in _MEASURES or self.upos(head) == "NUM" else ()

    def names_of(self, head: int) -> Sequence[str]:
        """How a noun may be listed: "call", "phone call"; of a name, every ending of it."""
        base = self.lemma(head)
        found = [base, self.words[head]]
        before = [
            self.words[child]
            for child in self.tree.children(head, "compound", "amod")
            if child < head
        ]
        found += [f"{' '.join(before[at:])} {base}" for at in range(len(before))]
        for inner in self.oblique(head, "of"):
            found.append(f"{base} of {self.lemma(inner)}")
        return found
