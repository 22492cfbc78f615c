"""Universal Dependencies treebanks in CoNLL-U: EWT, and GUM with its entities and coreference.

Silveira et al., "A Gold Standard Dependency Corpus for English", LREC 2014 (EWT, CC BY-SA 4.0);
Zeldes, "The GUM Corpus", Language Resources and Evaluation 2017 (annotations CC BY 4.0). Of GUM's
genres only those are trained on whose texts are free of a non-commercial clause.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.record import Span
from training.corpora.document import Coreference, Document, Named, SyntacticWord

FREE_GENRES = frozenset("academic bio court interview news speech textbook vlog voyage".split())
_NAME_OF = {"person": "PER", "organization": "ORG", "place": "LOC"}
_OF_A_NAME = ("nmod", "compound", "amod", "conj", "flat")
_ENTITY = re.compile(r"\((?P<open>[^()]+)|(?P<close>\d+(?:\[\d+/\d+\])?)\)|\)")
_PART = re.compile(r"\[(\d+)/(\d+)\]")


@dataclass
class _Mention:
    """An entity's mention: words ``[first, last]`` of a sentence."""

    chain: str
    kind: str
    sentence: int
    first: int
    last: int = -1


@dataclass
class _Draft:
    """A document while it is being read."""

    name: str
    text: str = ""
    blocks: list[Span] = field(default_factory=list)
    sentences: list[tuple[SyntacticWord, ...]] = field(default_factory=list)
    mentions: list[_Mention] = field(default_factory=list)
    block_start: int = 0


@dataclass(frozen=True, slots=True)
class Treebank:
    """A CoNLL-U file; with ``genres``, only documents of those GUM genres."""

    path: Path
    genres: frozenset[str] | None = None

    def __iter__(self) -> Iterator[Document]:
        with gzip.open(self.path, "rt", encoding="utf-8") as file:
            lines = file.read().split("\n")
        draft: _Draft | None = None
        rows: list[list[str]] = []
        new_block = True
        for line in lines:
            if line.startswith("# newdoc"):
                if draft:
                    yield from self._finished(draft)
                draft, new_block = _Draft(line.split("=")[1].strip()), True
            elif re.match(r"# newpar(?: |$)", line):
                new_block = True
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows and draft:
                _add_sentence(draft, rows, new_block=new_block)
                rows, new_block = [], False
        if draft:
            yield from self._finished(draft)

    def _finished(self, draft: _Draft) -> Iterator[Document]:
        genre = draft.name.split("_")[1] if draft.name.startswith("GUM_") else None
        if self.genres is not None and genre not in self.genres:
            return
        text = draft.text.rstrip()
        blocks = [*draft.blocks, Span(draft.block_start, len(text))]
        yield Document(
            name=draft.name,
            text=text,
            blocks=tuple(block for block in blocks if block.end > block.start),
            trees=tuple(draft.sentences),
            names=None if genre is None else tuple(_names(draft)),
            times=None if genre is None else tuple(_times(draft)),
            coreference=None if genre is None else _coreference(draft),
            together=genre is not None,
            meta={"genre": genre or ""},
        )


def _add_sentence(draft: _Draft, rows: Sequence[list[str]], *, new_block: bool) -> None:
    if new_block and draft.text:
        draft.text = draft.text.rstrip()
        draft.blocks.append(Span(draft.block_start, len(draft.text)))
        draft.text += "\n"
        draft.block_start = len(draft.text)
    words: list[SyntacticWord] = []
    open_mentions: list[_Mention] = []
    joint_end, joint_at = 0, 0
    for row in rows:
        number, form, misc = row[0], row[1], row[9]
        if "." in number:
            continue
        after = "" if "SpaceAfter=No" in misc.split("|") else " "
        if "-" in number:
            joint_end, joint_at = int(number.split("-")[1]), len(draft.text)
            draft.text += form + after
            joint_limit = joint_at + len(form)
            continue
        if int(number) <= joint_end:
            start = joint_at
            end = min(joint_at + len(form), joint_limit)
            if int(number) == joint_end:
                end = joint_limit
            joint_at = end
        else:
            start, end = len(draft.text), len(draft.text) + len(form)
            draft.text += form + after
        head = int(row[6])
        words.append(
            SyntacticWord(
                Span(start, end),
                tag=row[3],
                head=head - 1 if head else None,
                relation=row[7],
                proper=row[4] in ("NNP", "NNPS"),
                lemma=row[2],
            )
        )
        for part in misc.split("|"):
            if part.startswith("Entity="):
                _read_entities(part[7:], draft, open_mentions, len(words) - 1)
    draft.sentences.append(tuple(words))


def _read_entities(value: str, draft: _Draft, opened: list[_Mention], word: int) -> None:
    for found in _ENTITY.finditer(value):
        if found["open"]:
            fields = found["open"].split("-")
            part = _PART.search(fields[0])
            if part and part[1] != "1":
                fields[0] = "skipped"
            mention = _Mention(
                _PART.sub("", fields[0]),
                fields[1] if len(fields) > 1 else "",
                len(draft.sentences),
                word,
            )
            opened.append(mention)
            draft.mentions.append(mention)
            if value[found.end() : found.end() + 1] == ")":
                mention.last = word
                opened.remove(mention)
        elif found["close"]:
            chain = _PART.sub("", found["close"])
            for mention in reversed(opened):
                if mention.chain == chain:
                    mention.last = word
                    opened.remove(mention)
                    break


def _head_of(sentence: Sequence[SyntacticWord], first: int, last: int) -> int:
    """The word of ``[first, last]`` that is governed from outside."""
    for at in range(first, last + 1):
        head = sentence[at].head
        if head is None or not first <= head <= last:
            return at
    return first


def _name_words(sentence: Sequence[SyntacticWord], head: int, mention: _Mention) -> tuple[int, int]:
    """The words of the name that ``head`` heads in a mention.

    Of a person the head and what is flat with it; else the proper nouns around it, also behind
    "of" and the like ("Ministry of Foreign Affairs").
    """
    first = last = head
    if mention.kind == "person":
        while last < mention.last and (
            sentence[last + 1].relation == "flat" and sentence[last + 1].head == head
        ):
            last += 1
        while first > mention.first and (
            sentence[first - 1].relation == "flat" and sentence[first - 1].head == head
        ):
            first -= 1
        return first, last
    while (
        first > mention.first
        and sentence[first - 1].proper
        and (sentence[first - 1].relation in ("flat", "compound", "amod", "nmod:desc"))
    ):
        first -= 1
    while True:
        if last < mention.last and sentence[last + 1].proper:
            last += 1
            continue
        after = last + 1
        while after <= mention.last and sentence[after].relation in ("case", "det", "cc"):
            after += 1
        governed = after <= mention.last and sentence[after].relation in _OF_A_NAME
        if after > last + 1 and governed and sentence[after].proper:
            last = after
            continue
        return first, last


def _finished_mentions(draft: _Draft) -> Iterator[tuple[_Mention, int]]:
    for mention in draft.mentions:
        if mention.last >= mention.first and mention.chain != "skipped":
            sentence = draft.sentences[mention.sentence]
            yield mention, _head_of(sentence, mention.first, mention.last)


def _names(draft: _Draft) -> Iterator[Named]:
    seen: set[tuple[int, int]] = set()
    for mention, head in _finished_mentions(draft):
        sentence = draft.sentences[mention.sentence]
        label = _NAME_OF.get(mention.kind)
        if label is None or not sentence[head].proper or (mention.sentence, head) in seen:
            continue
        seen.add((mention.sentence, head))
        first, last = _name_words(sentence, head, mention)
        yield Named(Span(sentence[first].span.start, sentence[last].span.end), label)


def _times(draft: _Draft) -> Iterator[Span]:
    for mention, _head in _finished_mentions(draft):
        sentence = draft.sentences[mention.sentence]
        if mention.kind == "time" and mention.last - mention.first < 6:
            yield Span(sentence[mention.first].span.start, sentence[mention.last].span.end)


def _coreference(draft: _Draft) -> Coreference:
    chains: dict[str, list[Span]] = {}
    for mention, head in _finished_mentions(draft):
        sentence = draft.sentences[mention.sentence]
        last = head
        while (
            last + 1 < len(sentence)
            and sentence[last + 1].relation.startswith("flat")
            and sentence[last + 1].head == head
        ):
            last += 1
        chains.setdefault(mention.chain, []).append(sentence[last].span)
    ordered = (tuple(sorted(set(chain))) for chain in chains.values())
    return Coreference(chains=tuple(ordered), complete=True)
