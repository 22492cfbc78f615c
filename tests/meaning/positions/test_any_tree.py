"""Whatever the model makes of a sentence, the room does not fail on it."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record import Sentence, Span, Stance, StatementKind, Token
from tests.meaning.positions.clauses_by_hand import Parsed

WORDS = tuple(
    "Norra Zemira Varga we it its their that to not no if until only before in exchange for of on"
    " against will would must could is are there has been demand demands rejected refusal offer to"
    " ready open agreed plan call condition withdraw warned denied deny essential unacceptable"
    " attack talks truce island troops and , : “ ” . ? - 's".split()
)
TAGS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADP", "PART", "SCONJ", "PRON", "PUNCT", "DET", None)
RELATIONS = tuple(
    "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss case mark aux aux:pass cop advmod det"
    " amod compound compound:prt conj cc xcomp ccomp advcl acl acl:relcl appos parataxis expl root"
    " punct".split()
)


@st.composite
def pages(draw: st.DrawFn) -> Parsed:
    """A page of one sentence whose words hang on any others, in circles too; all of it is said."""
    forms = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    text, tokens = "", []
    for form in forms:
        text += " " if text else ""
        tokens.append(
            Token(
                span=Span(len(text), len(text) + len(form)),
                upos=draw(st.sampled_from(TAGS)),
                head=draw(st.one_of(st.none(), st.integers(-1, len(forms)))),
                deprel=draw(st.sampled_from((*RELATIONS, None))),
            )
        )
        text += form
    page = Parsed(text, (Sentence(span=Span(0, len(text)), tokens=tuple(tokens)),))
    kinds: tuple[StatementKind | None, ...] = (None, "direct", "indirect")
    kind = draw(st.sampled_from(kinds))
    return page if kind is None else page.said_by("varga", text, kind=kind)


@settings(max_examples=600)
@given(pages())
def test_any_tree_is_read(page: Parsed) -> None:
    found = page.positions()
    whole = range(len(page.text) + 1)
    for position in found:
        assert position.stance in get_args(Stance)
        for span in filter(None, (position.text, position.condition)):
            assert span.start in whole
            assert span.start < span.end
            assert span.end in whole
        assert position.toward != position.party
        assert position.issue.label
        assert 0 <= position.confidence <= 1
    assert len({position.id for position in found}) == len(found)
