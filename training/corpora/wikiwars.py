"""WikiWars: Wikipedia's histories of wars with every time expression marked.

Mazur and Dale, "WikiWars: A New Corpus for Research on Temporal Expressions", EMNLP 2010
(CC BY-SA 3.0).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.record import Span
from training.corpora.document import Document
from training.corpora.polnear import blocks

_TEXT = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_MARK = re.compile(r"<TIMEX3[^>]*>|</TIMEX3>")


@dataclass(frozen=True, slots=True)
class WikiWars:
    """The ``.tml`` files of a folder."""

    folder: Path

    def __iter__(self) -> Iterator[Document]:
        for path in sorted(self.folder.glob("*.tml")):
            found = _TEXT.search(path.read_text(encoding="utf-8"))
            if found is None:
                raise ValueError(f"{path} has no <TEXT>")
            text, times, opened, at = "", [], 0, 0
            for mark in _MARK.finditer(found[1]):
                text += html.unescape(found[1][at : mark.start()])
                at = mark.end()
                if mark[0].startswith("</"):
                    times.append(Span(opened, len(text)))
                else:
                    opened = len(text)
            text += html.unescape(found[1][at:])
            yield Document(path.stem, text, tuple(blocks(text)), times=tuple(times))
