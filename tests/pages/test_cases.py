"""Whole pages and the stories they should give; a new case is a new folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.pages import LoadedPage, load
from onrecord.record import Span, Story

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def shown(loaded: LoadedPage, span: Span | None) -> str | None:
    return None if span is None else loaded.page.text[span.start : span.end]


def described(loaded: LoadedPage, story: Story) -> dict[str, Any]:
    blocks = []
    for block in story.blocks:
        words = (shown(loaded, block.span) or "").split()[:2]
        blocks.append(f"{block.kind}: {' '.join(words)}")
    return {
        "kind": story.kind,
        "truncated": story.truncated,
        "kicker": shown(loaded, story.kicker),
        "headline": shown(loaded, story.headline),
        "dateline": shown(loaded, story.dateline.span) if story.dateline else None,
        "blocks": blocks,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    page = next(case.glob("page.*"))
    loaded = load(page)
    wanted = json.loads((case / "stories.json").read_text(encoding="utf-8"))
    found = [described(loaded, story) for story in loaded.stories]
    for one in wanted:
        one["blocks"] = [" ".join(block.split()[:3]) for block in one["blocks"]]
    assert found == wanted
