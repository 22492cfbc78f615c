"""From labels to the statements of a page: who said what, by which words, on what occasion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.meaning.statements import acts, forms, nested, occasions, phrases, status, transcripts
from onrecord.meaning.statements.barriers import joined_pieces, within_barriers
from onrecord.meaning.statements.build import build_statement
from onrecord.meaning.statements.draft import Draft
from onrecord.meaning.statements.forms import find_forms
from onrecord.meaning.statements.frames import in_frames
from onrecord.meaning.statements.governed import by_governors
from onrecord.meaning.statements.hosts import quotes as has_quotation
from onrecord.meaning.statements.layout import Layout
from onrecord.meaning.statements.nested import find_nested
from onrecord.meaning.statements.overlaps import reattach, resolve_overlaps
from onrecord.meaning.statements.quotes import with_quotations
from onrecord.meaning.statements.repair import draft_from
from onrecord.meaning.statements.reports import find_reports, with_speakers
from onrecord.meaning.statements.status import find_status
from onrecord.meaning.statements.transcripts import find_turns, within_turns
from onrecord.meaning.trees import Trees
from onrecord.reading.types import Reading
from onrecord.record import Statement, Story

__all__ = ["find_drafts", "find_statements", "prepare"]


def prepare() -> None:
    """Read the lexicon and compile what nearly every page needs; the rest waits for such a page.

    Whoever has a second core may have it done while the network reads the first page.
    """
    phrases.attribution_after()
    transcripts.speaker_label()
    acts.load_acts()
    for part in (forms, nested, occasions, status):
        part.prepare()


def find_statements(
    page_id: str, text: str, stories: Sequence[Story], reading: Reading
) -> tuple[Statement, ...]:
    """The statements of a page, in order of their spans.

    ``text`` is the page's; all spans are code points of it. ``reading`` gives sentences and the
    model's attributions. Actors, addressees, days and places stay empty here.
    """
    layout = Layout(text, stories, [sentence.span for sentence in reading.sentences])
    drafts = find_drafts(layout, reading)
    inner: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.outer is not None:
            inner.setdefault(id(draft.outer), []).append(draft)
    built = (build_statement(page_id, layout, d, inner.get(id(d), ())) for d in drafts)
    statements = {s.id: s for s in built}
    return tuple(sorted(statements.values(), key=lambda s: (s.span, s.content, s.id)))


def find_drafts(layout: Layout, reading: Reading) -> list[Draft]:
    """The statements of a page in the making, their scores still those of model and rules."""
    repaired = [d for a in reading.attributions if (d := draft_from(layout, a)) is not None]
    turns = find_turns(layout)
    drafts = within_turns(_said(layout, repaired), turns)
    drafts = by_governors(Trees(layout.text, reading.sentences), drafts)
    drafts = within_barriers(layout, joined_pieces(layout, drafts))
    drafts = resolve_overlaps(layout, in_frames(layout, drafts))
    drafts = with_speakers(layout, drafts)
    drafts += find_forms(layout, [*drafts, *turns])
    drafts += find_reports(layout, [*drafts, *turns])
    quoted = joined_pieces(layout, with_quotations(layout, drafts, turns))
    drafts = reattach([*quoted, *turns])
    return [*drafts, *find_nested(layout, drafts)]


def _is_listed(layout: Layout, draft: Draft) -> bool:
    """Whether a colon alone makes the speaker, and nothing is quoted: "Ada Reyl: fraud, arson".

    Turns of a transcript and headlines in that form are found by rules of their own.
    """
    words = {layout.text[cue.start : cue.end].strip() for cue in draft.cue}
    return words == {":"} and not has_quotation(layout, draft)


def _said(layout: Layout, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with their status, without those whose words say that nothing was said."""
    said: list[Draft] = []
    for draft in drafts:
        if not draft.cue:
            said.append(draft)
            continue
        if _is_listed(layout, draft):
            continue
        cue = draft.cue[0]
        status = find_status(layout.text, cue, layout.sentence_at(cue.start))
        if status is not None:
            said.append(replace(draft, status=status))
    return said
