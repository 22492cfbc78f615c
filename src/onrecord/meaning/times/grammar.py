"""A small grammar of phrases: rules of symbols, read from a place on, the longest reading first.

A rule is written as in ``"the? month:m day:d [, year:y]"``. A symbol is the name of other rules,
a class of the lexicon, or a word itself; ``a|b`` is either. ``?`` makes one symbol optional,
brackets a group; ``:name`` hands what the symbol stands for to the rule's action. ``~`` before a
symbol asks that nothing stands before it, not even white space; ``&`` that it follows, without
being part of the whole. An action makes the meaning of
the whole, or None where the parts do not fit, and then the rule does not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

from onrecord.meaning.times.lexer import Lexeme

Action: TypeAlias = Callable[..., Any]
Rules: TypeAlias = Sequence[tuple[str, str, Action]]
"""Symbol, pattern, action; of readings of one length the first rule's is taken."""

Reading: TypeAlias = tuple[int, Any]
"""Where a symbol's words end (the index after the last), and what they mean."""


def same(m: Any) -> Any:
    """The action of a rule whose one named symbol, ``m``, means what the whole does."""
    return m


@dataclass(frozen=True, slots=True)
class _Step:
    """A place in a rule; ``terminals`` are the words or classes that fill it, or it is a symbol."""

    symbol: str
    name: str | None
    joined: bool
    ahead: bool
    terminals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Variant:
    """A rule without its options."""

    steps: tuple[_Step, ...]
    names: tuple[str, ...]
    action: Action


class Grammar:
    """Rules, ready to read lexemes. ``classes`` are the symbols that are classes of words."""

    def __init__(self, *rules: Rules, classes: Collection[str]) -> None:
        flat = [rule for group in rules for rule in group]
        symbols = {symbol for symbol, _, _ in flat}
        self._classes = frozenset(classes)
        self._variants: dict[str, list[_Variant]] = {symbol: [] for symbol in symbols}
        for symbol, pattern, action in flat:
            for steps in _expanded(pattern, symbols):
                names = tuple(step.name for step in steps if step.name)
                self._variants[symbol].append(_Variant(steps, names, action))
        self._openers: dict[str, frozenset[str]] = {}
        for symbol in symbols:
            self._opening(symbol)
        self._opened: dict[tuple[str, frozenset[str], frozenset[str]], tuple[_Variant, ...]] = {}
        self.words = (
            frozenset(
                terminal
                for variants in self._variants.values()
                for variant in variants
                for step in variant.steps
                for terminal in step.terminals
            )
            - self._classes
        )
        """The words that stand in rules themselves."""

    def reader(self, lexemes: Sequence[Lexeme]) -> PhraseReader:
        """What reads phrases of these rules in the lexemes."""
        return PhraseReader(self, lexemes)

    def opened(
        self, symbol: str, keys: frozenset[str], following: frozenset[str]
    ) -> tuple[_Variant, ...]:
        """The rules of a symbol that may begin with lexemes of these keys."""
        found = self._opened.get((symbol, keys, following))
        if found is None:
            found = self._opened[symbol, keys, following] = tuple(
                variant
                for variant in self._variants[symbol]
                if self._may_begin(variant.steps, keys, following)
            )
        return found

    def _may_begin(
        self, steps: Sequence[_Step], keys: frozenset[str], following: frozenset[str]
    ) -> bool:
        if keys.isdisjoint(self._first_of(steps[0])):
            return False
        if len(steps) == 1 or not steps[0].terminals:
            return True
        return not following.isdisjoint(self._first_of(steps[1]))

    def _first_of(self, step: _Step) -> frozenset[str]:
        return frozenset(step.terminals) if step.terminals else self._openers[step.symbol]

    def _opening(self, symbol: str) -> frozenset[str]:
        """The words and classes with which a phrase may begin."""
        if symbol not in self._openers:
            self._openers[symbol] = frozenset()  # a rule that began with itself would end here
            self._openers[symbol] = frozenset().union(
                *(
                    step.terminals or self._opening(step.symbol)
                    for step in (variant.steps[0] for variant in self._variants[symbol])
                )
            )
        return self._openers[symbol]


_NONE: frozenset[str] = frozenset()


class PhraseReader:
    """Reads phrases in lexemes; what was read once at a place is kept."""

    def __init__(self, grammar: Grammar, lexemes: Sequence[Lexeme]) -> None:
        self._grammar = grammar
        self._lexemes = lexemes
        self._kept: dict[tuple[str, int], list[Reading]] = {}

    def longest(self, symbol: str, first: int) -> Reading | None:
        """The longest reading as ``symbol`` that begins at ``lexemes[first]``."""
        return max(self._readings(symbol, first), key=lambda reading: reading[0], default=None)

    def _readings(self, symbol: str, first: int) -> list[Reading]:
        """All readings from a place on, at most one of each length."""
        kept = self._kept.get((symbol, first))
        if kept is None:
            by_end: dict[int, Any] = {}
            keys = self._lexemes[first].keys
            following = self._lexemes[first + 1].keys if first + 1 < len(self._lexemes) else _NONE
            for variant in self._grammar.opened(symbol, keys, following):
                for end, parts in self._ends(variant.steps, first):
                    if end not in by_end:
                        meaning = variant.action(**dict(zip(variant.names, parts, strict=True)))
                        if meaning is not None:
                            by_end[end] = meaning
            kept = self._kept[symbol, first] = list(by_end.items())
        return kept

    def _ends(self, steps: Sequence[_Step], first: int) -> list[tuple[int, tuple[Any, ...]]]:
        """Where a rule's steps may end, with the parts that have names."""
        lexemes, count = self._lexemes, len(self._lexemes)
        states: list[tuple[int, tuple[Any, ...]]] = [(first, ())]
        for step in steps:
            following: list[tuple[int, tuple[Any, ...]]] = []
            for place, parts in states:
                if place >= count:
                    continue
                lexeme = lexemes[place]
                if place > first and (lexeme.breaks or (step.joined and lexeme.spaced)):
                    continue
                if not step.terminals:
                    for end, meaning in self._readings(step.symbol, place):
                        end = place if step.ahead else end
                        following.append((end, (*parts, meaning) if step.name else parts))
                    continue
                for terminal in step.terminals:
                    if terminal in lexeme.keys:
                        value = lexeme.classes.get(terminal, terminal)
                        end = place if step.ahead else place + 1
                        following.append((end, (*parts, value) if step.name else parts))
                        break
            if not following:
                return following
            states = following
        return states


_Options: TypeAlias = list[list[tuple[_Step, ...]]]


def _expanded(pattern: str, symbols: Collection[str]) -> Iterator[tuple[_Step, ...]]:
    """The rule with and without each of its options, those with them first."""
    options: _Options = []
    group: _Options | None = None
    for written in pattern.split():
        step, optional = _step(written.strip("[]"), symbols)
        if written.startswith("["):
            group = []
        into = options if group is None else group
        into.append([(step,), ()] if optional else [(step,)])
        if written.endswith("]") and group is not None:
            options.append([*_joined(group), ()])
            group = None
    yield from _joined(options)


def _step(written: str, symbols: Collection[str]) -> tuple[_Step, bool]:
    """A symbol as a rule writes it: ``~a|b?:name``; and whether it is optional."""
    symbol, _, name = written.partition(":")
    optional = symbol.endswith("?")
    symbol = symbol.removesuffix("?")
    joined, ahead = symbol.startswith("~"), symbol.startswith("&")
    symbol = symbol.lstrip("~&")
    terminals = () if symbol in symbols else tuple(symbol.split("|"))
    return _Step(symbol, name or None, joined, ahead, terminals), optional


def _joined(options: _Options) -> Iterator[tuple[_Step, ...]]:
    for chosen in product(*options):
        yield tuple(step for part in chosen for step in part)
