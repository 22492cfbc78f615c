"""Several stocks of names as one: the longest name wins, and of equally long ones the first."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.meaning.codes.entries import Entry, Names
from onrecord.meaning.codes.words import Word


class Layers:
    """Names of a user before those of the package, and those before imported ones."""

    def __init__(self, layers: Sequence[Names]) -> None:
        self._layers = layers

    def longest(self, phrase: Sequence[Word], at: int) -> tuple[int, tuple[Entry, ...]]:
        """How many words of the longest name that begins at ``at``, and its bearers."""
        best: tuple[int, tuple[Entry, ...]] = (0, ())
        for layer in self._layers:
            found = layer.longest(phrase, at)
            if found[0] > best[0]:
                best = found
        return best

    def shortened(self, phrase: Sequence[Word], start: int, end: int) -> tuple[Entry, ...]:
        """Persons with the first and last of these words as first and last name."""
        for layer in self._layers:
            if found := layer.shortened(phrase, start, end):
                return found
        return ()
