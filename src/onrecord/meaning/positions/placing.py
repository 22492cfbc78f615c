"""Which issue a position is about, by the words that name issues in ``issues.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.lexicon.issues import OTHER, IssueEntry, Issues
from onrecord.lexicon.word_forms import word_key
from onrecord.meaning.trees import Tree
from onrecord.record import Span

_SKIPPED = frozenset(("DET", "ADJ", "NUM", "PROPN", "PUNCT", "PRON", "PART"))
_DEPENDENTS = ("obj", "nsubj", "obl", "nmod", "compound", "amod", "acl")
_GAPS = 3  # words that may stand between two of an entry


@dataclass(frozen=True, slots=True)
class _Entry:
    keys: tuple[str, ...]
    forms: tuple[str, ...]  # as written where capitals count, else empty
    issue: str
    is_strong: bool
    rank: int  # a dossier's entries go before those of the package


@dataclass(frozen=True, slots=True)
class _Found:
    length: int
    place: int
    issue: str
    is_strong: bool
    rank: int


class IssueFinder:
    """Places words under issues. Made once for a tree of issues."""

    def __init__(self, issues: Issues) -> None:
        self._issues = issues
        self._folded: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, list[_Entry]] = {}
        self._pairs: dict[str, list[tuple[tuple[str, ...], frozenset[str], str]]] = {}
        for entry in issues.entries:
            for phrase in entry.strong:
                self._add(phrase, entry, is_strong=True)
            for phrase in entry.weak:
                self._add(phrase, entry, is_strong=False)
            for pair in entry.pairs:
                dependents = frozenset(self._keys(d)[0] for d in pair.dependents)
                for head in pair.heads:
                    keys = self._keys(head)
                    self._pairs.setdefault(keys[0], []).append((keys[1:], dependents, entry.id))

    def issue_of(self, text: str, tree: Tree, span: Span, anchor: Span) -> str:
        """The id of the issue that the words of a span name, else those around the anchor."""
        return (
            self._by_words(text, tree, span, anchor)
            or self._by_words(text, tree, tree.span, anchor, strong_only=True)
            or OTHER
        )

    def _by_words(
        self, text: str, tree: Tree, span: Span, anchor: Span, *, strong_only: bool = False
    ) -> str | None:
        tokens = tree.within(span)
        found = [*self._entries(text, tree, tokens), *self._paired(tree, tokens)]
        strong = [f for f in found if f.is_strong]
        if strong:
            anchor_at = tree.within(anchor).start
            best = min(strong, key=lambda f: (-f.rank, -f.length, abs(f.place - anchor_at)))
            return self._most_special(best, strong)
        if strong_only:
            return None
        places: dict[str, set[int]] = {}
        for f in found:
            places.setdefault(f.issue, set()).add(f.place)

        def weight(issue: str) -> tuple[int, bool]:  # nouns say more of what it is about
            nouns = any(tree.tokens[at].upos in ("NOUN", "PROPN") for at in places[issue])
            return len(places[issue]), nouns

        return max(places, key=weight, default=None)

    def _most_special(self, best: _Found, strong: list[_Found]) -> str:
        """A child that is named as well wins over its parent."""
        for other in strong:
            if other.length >= best.length and best.issue in self._issues.ancestors(other.issue):
                return other.issue
        return best.issue

    def _add(self, phrase: str, entry: IssueEntry, *, is_strong: bool) -> None:
        keys = self._keys(phrase)
        has_capital = phrase != phrase.lower()
        forms = tuple(phrase.replace("-", " ").split()) if has_capital else ()
        new = _Entry(keys, forms, entry.id, is_strong, int(entry.is_of_dossier))
        self._words.setdefault(keys[0], []).append(new)

    def _keys(self, phrase: str) -> tuple[str, ...]:
        return tuple(k for word in phrase.replace("-", " ").split() for k in self._fold(word))

    def _fold(self, word: str) -> tuple[str, ...]:
        """The keys of a word, its spelling made that of the file."""
        word = word.lower()
        known = self._folded.get(word)
        if known is None:
            known = self._folded[word] = tuple(self._spelt(word))
        return known

    def _spelt(self, word: str) -> Iterator[str]:
        spelling = self._issues.spelling
        other = spelling.get(word) or spelling.get(word.removesuffix("s"))
        for part in (other or word).split():
            for ending, changed in self._issues.endings.items():
                if part.endswith(ending) and len(part) > len(ending) + 3:
                    part = part.removesuffix(ending) + changed
                    break
            yield word_key(part)

    def _entries(self, text: str, tree: Tree, tokens: range) -> Iterator[_Found]:
        """The entries that stand among the tokens."""
        units = [(key, i) for i in tokens for key in self._fold(tree.words[i])]
        for place, (key, index) in enumerate(units):
            for entry in self._words.get(key, ()):
                end = self._end(tree, units, place, entry.keys)
                if end is None or not _is_as_written(text, tree, units[place : end + 1], entry):
                    continue
                yield _Found(len(entry.keys), index, entry.issue, entry.is_strong, entry.rank)

    def _end(
        self, tree: Tree, units: list[tuple[str, int]], place: int, keys: tuple[str, ...]
    ) -> int | None:
        at = place
        for wanted in keys[1:]:
            for other in range(at + 1, min(at + 2 + _GAPS, len(units))):
                if units[other][0] == wanted:
                    at = other
                    break
                if tree.tokens[units[other][1]].upos not in _SKIPPED:
                    return None
            else:
                return None
        return at

    def _paired(self, tree: Tree, tokens: range) -> Iterator[_Found]:
        """The pairs whose head and dependent stand among the tokens."""
        for index in tokens:
            key = self._fold(tree.words[index])[0]
            for rest, dependents, issue in self._pairs.get(key, ()):
                if rest and not _goes_on(tree, index, rest):
                    continue
                if any(
                    self._fold(tree.words[c])[0] in dependents
                    for c in _dependents(tree, index)
                    if c in tokens
                ):
                    yield _Found(2, index, issue, True, 0)


def _is_as_written(text: str, tree: Tree, units: list[tuple[str, int]], entry: _Entry) -> bool:
    if not entry.forms:
        return True
    words = {text[slice(*tree.tokens[index].span)] for _, index in units}
    return all(form in words for form in entry.forms if form != form.lower())


def _goes_on(tree: Tree, index: int, rest: tuple[str, ...]) -> bool:
    ahead = [word_key(w) for w in tree.words[index + 1 : index + 5]]
    return all(key in ahead for key in rest)


def _dependents(tree: Tree, index: int) -> Iterable[int]:
    for child in tree.children(index, *_DEPENDENTS):
        yield child
        yield from tree.children(child, "conj")
