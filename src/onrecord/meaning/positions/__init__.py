"""From statements and words of stance to positions: who wants, offers or refuses what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.lexicon.issues import Issues, load_issues, shipped_issues
from onrecord.meaning.positions.build import FindDay, build_positions
from onrecord.meaning.positions.cues import load_cues
from onrecord.meaning.positions.finding import read_sentence
from onrecord.meaning.positions.holders import Holders, Who
from onrecord.meaning.positions.parties import Parties
from onrecord.meaning.positions.placing import IssueFinder
from onrecord.meaning.positions.scene import Draft, Scene
from onrecord.meaning.positions.voices import Voices
from onrecord.meaning.trees import Trees
from onrecord.reading.types import Reading
from onrecord.record import Actor, Event, Position, Statement, Story

__all__ = ["Issues", "find_positions", "load_issues", "prepare", "shipped_issues"]


def prepare() -> None:
    """Read the lexicon, once; whoever has a second core may do it while the network reads."""
    load_cues()
    _finder(shipped_issues())


@lru_cache(maxsize=4)
def _finder(issues: Issues) -> IssueFinder:
    return IssueFinder(issues)


def find_positions(
    page_id: str,
    text: str,
    stories: Sequence[Story],
    reading: Reading,
    statements: Sequence[Statement],
    events: Sequence[Event],
    *,
    actors: Sequence[Actor],
    who: Who,
    when: FindDay,
    issues: Issues,
) -> tuple[Position, ...]:
    """The positions of a page, in order of their words.

    Args:
        page_id: goes into the ids.
        text: the page's text; all spans are code points of it.
        stories: the page's stories; no word refers back from one into another.
        reading: sentences with their tokens; without grammar there are no positions.
        statements: with speakers and days filled in.
        events: what happened, as evidence where it is told by the same words; may be empty.
        actors: the page's actors, of whom the parties are some.
        who: the actors that any words stand for.
        when: the day of what a word tells, for positions outside statements.
        issues: the tree of issues, with a user's own.
    """
    lexicon = load_cues()
    trees = Trees(text, reading.sentences)
    voices = Voices(statements)
    parties = Parties(actors, statements, lexicon.words)
    holders = Holders(who, parties, voices, lexicon)
    drafts: list[Draft] = []
    latest: list[Draft] = []
    borders = {story.span.start for story in stories}
    behind = -1
    for sentence in reading.sentences:
        tree = trees.at(sentence.span.start)
        if tree is None:
            continue
        if any(behind < border <= sentence.span.start for border in borders):
            latest, holders.previous = [], None  # nothing refers back into another story
        behind = sentence.span.start
        scene = Scene(
            text=text,
            tree=tree,
            lexicon=lexicon,
            holders=holders,
            voices=voices,
            matches={},
            earlier=latest,
        )
        read_sentence(scene)
        drafts += scene.drafts
        latest = scene.drafts
        holders.previous = tree
    return build_positions(
        page_id,
        text,
        trees,
        drafts,
        events,
        parties=parties,
        voices=voices,
        when=when,
        issues=issues,
        finder=_finder(issues),
    )
