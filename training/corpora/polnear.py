"""PolNeAR 1.0: US political news with every attribution marked.

Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018.
The CoreNLP layer over the same articles is machine-made and serves as an auxiliary signal only.
"""

from __future__ import annotations

import gzip
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.reading.types import Attribution
from onrecord.record import Span
from training.corpora.document import Coreference, Document, Named, Sentences, SyntacticWord

_LINE = re.compile(r"[^\n]+")
_NAME_OF = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC"}
_TIMES = ("DATE", "TIME", "DURATION", "SET")
_NATIONALITY = re.compile(r"(?:ans?|ish|ese|is?|French|Dutch|Greeks?|Czechs?|Swiss|Afghans?)$")
_MARKUP = re.compile(r"</?(?:tweet|a)\b[^>]*>?\.?")


@dataclass(frozen=True, slots=True)
class PolNeAR:
    """The ``train`` or ``dev`` part in ``folder``, with its parses where they are wanted."""

    folder: Path
    part: str
    parsed: bool = False

    def __iter__(self) -> Iterator[Document]:
        parses = dict(self._parses()) if self.parsed else {}
        for item in _lines(self.folder / f"polnear-{self.part}.jsonl.gz"):
            parse = parses.get(item["name"])
            yield Document(
                name=item["name"],
                text=item["text"],
                blocks=tuple(blocks(item["text"])),
                attributions=tuple(_attributions(item["attributions"])),
                syntax=parse and parse[0],
                names=parse and tuple(_names(item["text"], parse[0])),
                times=parse and tuple(_runs(parse[0], _TIMES)),
                coreference=parse and parse[1],
                silver=True,
                meta={"publisher": item["publisher"], "date": item["date"]},
            )

    def _parses(self) -> Iterator[tuple[str, tuple[Sentences, Coreference]]]:
        for item in _lines(self.folder / f"polnear-{self.part}-corenlp.jsonl.gz"):
            sentences = tuple(_sentence(sentence) for sentence in item["sentences"])
            chains = (
                tuple(sorted({sentences[at][head].span for at, _, _, head, _ in chain}))
                for chain in item["coref"]
            )
            yield item["name"], (sentences, Coreference(chains=tuple(chains)))


def blocks(text: str) -> Iterator[Span]:
    """The lines of an article that hold words; embedded tweets' empty tags are left out."""
    for line in _LINE.finditer(text):
        if _MARKUP.sub("", line.group()).strip():
            yield Span(*line.span())


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _attributions(items: Iterable[dict[str, list[list[int]]]]) -> Iterator[Attribution]:
    for item in items:
        source, cue, content = (
            tuple(Span(start, end) for start, end in sorted(item[role]))
            for role in ("source", "cue", "content")
        )
        if source or cue or content:
            yield Attribution(source, cue, content, score=1.0)


def _sentence(tokens: Iterable[list[Any]]) -> tuple[SyntacticWord, ...]:
    return tuple(
        SyntacticWord(Span(start, end), tag, head - 1 if head else None, relation, name)
        for start, end, _lemma, tag, name, head, relation in tokens
    )


def _runs(sentences: Sentences, labels: Iterable[str]) -> Iterator[Span]:
    """Runs of words with the same one of the name tags ``labels``."""
    for sentence in sentences:
        for label, words in itertools.groupby(sentence, key=lambda word: word.name):
            if label in labels:
                run = list(words)
                yield Span(run[0].span.start, run[-1].span.end)


def _names(text: str, sentences: Sentences) -> Iterator[Named]:
    """CoreNLP's names; of its miscellaneous ones, the adjectives and peoples of countries."""
    for label, name in _NAME_OF.items():
        yield from (Named(span, name) for span in _runs(sentences, (label,)))
    for sentence in sentences:
        for word in sentence:
            shown = text[word.span.start : word.span.end]
            if (
                word.name == "MISC"
                and shown[:1].isupper()
                and word.tag in ("JJ", "NNP", "NNPS", "NNS", "NN")
                and _NATIONALITY.search(shown)
                and not shown.startswith("Republican")
            ):
                yield Named(word.span, "NORP")
