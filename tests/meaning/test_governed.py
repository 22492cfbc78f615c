"""A content goes to the verb that governs it, and so to that verb's subject."""

from __future__ import annotations

from onrecord.meaning.statements.draft import Draft
from onrecord.meaning.statements.governed import by_governors
from onrecord.meaning.trees import Trees
from onrecord.record import Sentence, Span, Token

TEXT = "Ships may sail , experts said , but Varga made clear none would come ."
RELATIONS = [
    (2, "nsubj"), (2, "aux"), (5, "ccomp"), (5, "punct"), (5, "nsubj"), (None, "root"),
    (9, "punct"), (9, "cc"), (9, "nsubj"), (5, "conj"), (9, "xcomp"), (13, "nsubj"),
    (13, "aux"), (9, "ccomp"), (5, "punct"),
]  # fmt: skip


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _trees(changed: dict[int, tuple[int | None, str]] | None = None) -> Trees:
    tokens, at = [], 0
    for place, word in enumerate(TEXT.split()):
        head, relation = (changed or {}).get(place, RELATIONS[place])
        start = TEXT.index(word, at)
        at = start + len(word)
        tokens.append(Token(span=Span(start, at), upos="X", head=head, deprel=relation))
    return Trees(TEXT, [Sentence(span=Span(0, len(TEXT)), tokens=tuple(tokens))])


DRAFT = Draft(
    story=0,
    source=_span("experts"),
    cue=(_span("said"),),
    content=(_span("Ships may sail"), _span("none would come")),
    score=0.9,
)


def _shown(drafts: list[Draft]) -> list[tuple[str, str, list[str]]]:
    def words(span: Span) -> str:
        return TEXT[span.start : span.end]

    return [
        (words(d.source) if d.source else "", words(d.cue[0]), [words(c) for c in d.content])
        for d in drafts
    ]


def test_what_another_verb_governs_is_its_subject_s() -> None:
    assert _shown(by_governors(_trees(), [DRAFT])) == [
        ("experts", "said", ["Ships may sail"]),
        ("Varga", "made clear", ["none would come"]),
    ]


def test_what_the_cue_governs_stays() -> None:
    grammar = _trees({13: (5, "ccomp")})
    assert by_governors(grammar, [DRAFT]) == [DRAFT]


def test_a_verb_without_a_subject_of_its_own_shares_the_speaker() -> None:
    grammar = _trees({8: (9, "obl")})
    assert by_governors(grammar, [DRAFT]) == [DRAFT]


def test_without_trees_nothing_changes() -> None:
    assert by_governors(Trees(TEXT, []), [DRAFT]) == [DRAFT]
