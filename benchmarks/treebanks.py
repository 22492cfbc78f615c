"""Tokens, parts of speech and governors from raw text, on the dev parts of UD EWT and GUM.

As in the CoNLL 2018 shared task (Zeman et al. 2018): the text is read raw, a token is right when
its characters are those of a gold token, and LAS is the F1 of tokens with the right governor and
relation (without subtypes). Paragraphs are separated by line breaks, as the corpora mark them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.attribution import Score
from onrecord.record import Sentence, Span
from training.corpora.document import Document, SyntacticWord
from training.corpora.treebanks import Treebank

Parse = Callable[[str], Sequence[Sentence]]
Figures = dict[str, float]


def measure_treebanks(folder: Path, parse: Parse) -> dict[str, Figures]:
    """The figures of each part; ``parse`` is :func:`onrecord.parse`."""
    read = {
        part: [
            (parse(document.text), document) for document in Treebank(folder / f"{part}.conllu.gz")
        ]
        for part in ("ewt-dev", "gum-dev")
    }
    news = [pair for pair in read["gum-dev"] if pair[1].meta["genre"] == "news"]
    return {part: measure(pairs) for part, pairs in (read | {"gum-dev news": news}).items()}


def measure(pairs: Iterable[tuple[Sequence[Sentence], Document]]) -> Figures:
    """F1 of tokens, sentences, parts of speech, governors (UAS), of both (LAS), and of lemmas."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for sentences, document in pairs:
        ours = dict(_ours(sentences))
        theirs = dict(_gold(document.trees or ()))
        found["tokens"] += len(ours)
        gold["tokens"] += len(theirs)
        for span, (upos, head, relation, lemma) in theirs.items():
            if span not in ours:
                continue
            our_upos, our_head, our_relation, our_lemma = ours[span]
            right["tokens"] += 1
            right["UPOS"] += upos == our_upos
            right["UAS"] += head == our_head
            right["LAS"] += head == our_head and relation == our_relation
            right["lemmas"] += lemma.lower() == our_lemma.lower()
        starts = {s.span.start for s in sentences}, {t[0].span.start for t in document.trees or ()}
        right["sentences"] += len(starts[0] & starts[1])
        found["sentences"] += len(starts[0])
        gold["sentences"] += len(starts[1])
    for name in ("UPOS", "UAS", "LAS", "lemmas"):
        found[name], gold[name] = found["tokens"], gold["tokens"]
    names = ("tokens", "sentences", "UPOS", "UAS", "LAS", "lemmas")
    return {name: Score(right[name], found[name], gold[name]).f1 for name in names}


Labels = tuple[str | None, Span | None, str, str]


def _ours(sentences: Sequence[Sentence]) -> Iterable[tuple[Span, Labels]]:
    for sentence in sentences:
        for token in sentence.tokens:
            head = None if token.head is None else sentence.tokens[token.head].span
            relation = (token.deprel or "").split(":")[0]
            yield token.span, (token.upos, head, relation, token.lemma or "")


def _gold(trees: Iterable[Sequence[SyntacticWord]]) -> Iterable[tuple[Span, Labels]]:
    for tree in trees:
        for word in tree:
            head = None if word.head is None else tree[word.head].span
            yield word.span, (word.tag, head, word.relation.split(":")[0], word.lemma or "")


def measure_names(parse: Parse, gold: Mapping[str, tuple[str, set[tuple[int, int, str]]]]) -> Score:
    """Entity F1: a name is right when its characters and its label are."""
    right = found = there = 0
    for text, names in gold.values():
        ours = {
            (start, end, label)
            for sentence in parse(text)
            for start, end, label in entities(sentence)
            if label != "NORP"
        }
        right, found, there = right + len(ours & names), found + len(ours), there + len(names)
    return Score(right, found, there)


def entities(sentence: Sentence) -> list[tuple[int, int, str]]:
    """The names that the IOB2 tags of a sentence stand for."""
    return list(_labelled((token.span, token.name) for token in sentence.tokens))


def uner_gold(iob2: Path, treebank: Path) -> dict[str, tuple[str, set[tuple[int, int, str]]]]:
    """Universal NER's names on a treebank's documents: text, and (start, end, label) of each.

    The two files hold the same sentences with the same words; a document that one of them lacks is
    left out.
    """
    tags = _uner_sentences(iob2)
    gold: dict[str, tuple[str, set[tuple[int, int, str]]]] = {}
    for document in Treebank(treebank):
        names: set[tuple[int, int, str]] = set()
        known = False
        for tree in document.trees or ():
            words = tuple(document.text[w.span.start : w.span.end] for w in tree)
            labels = tags.get(words)
            if labels is None:
                continue
            known = True
            spans = (word.span for word in tree)
            names |= set(_labelled(zip(spans, labels, strict=True)))
        if known:
            gold[document.name] = (document.text, names)
    return gold


def gum_gold(treebank: Path) -> dict[str, tuple[str, set[tuple[int, int, str]]]]:
    """The entities of GUM whose head is a proper noun, as names: text, and those of each."""
    return {
        document.name: (
            document.text,
            {(*name.span, name.label) for name in document.names or ()},
        )
        for document in Treebank(treebank)
    }


def _uner_sentences(path: Path) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            continue
        if not line:
            if words:
                found[tuple(words)] = labels
            words, labels = [], []
            continue
        fields = line.split("\t")
        words.append(fields[1])
        labels.append(fields[2])
    return found


def _labelled(words: Iterable[tuple[Span, str]]) -> Iterable[tuple[int, int, str]]:
    """The names of words with IOB2 tags."""
    current: tuple[int, int, str] | None = None
    for span, tag in words:
        if current is not None and tag == f"I-{current[2]}":
            current = (current[0], span.end, current[2])
            continue
        if current is not None:
            yield current
        current = (span.start, span.end, tag[2:]) if tag != "O" else None
    if current is not None:
        yield current
