"""Coreference on GUM dev's news, interviews and speeches: CoNLL F1 over heads of mentions.

The mean of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005), as in
CoNLL 2012. A mention is taken as its anchor, the last word of its head: whether a mention's far end
is found is a question for the parser. Chains of one mention are left out on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from onrecord.reading.types import Reading, Reference
from onrecord.record import Span
from training.corpora.document import Document
from training.corpora.treebanks import Treebank

GENRES = frozenset(("news", "interview", "speech"))
Chain = frozenset[Span]
Chains = Sequence[Chain]


def measure_coreference(treebank: Path, read: Callable[[Document], Reading]) -> dict[str, float]:
    """MUC, B³, CEAF-e and their mean over all documents of the genres together."""
    pairs = []
    for document in Treebank(treebank, genres=GENRES):
        chains = document.coreference.chains if document.coreference else ()
        gold = [frozenset(chain) for chain in chains if len(chain) > 1]
        pairs.append((chains_of(read(document).references), gold))
    return measure(pairs)


def chains_of(references: Iterable[Reference]) -> list[Chain]:
    """Each anchor joined to its likeliest antecedent, where that is likelier than none."""
    chain_of: dict[Span, set[Span]] = {}
    for reference in references:
        if not reference.antecedents or reference.antecedents[0][1] <= reference.none:
            continue
        before = reference.antecedents[0][0]
        chain = chain_of.setdefault(before, {before})
        chain.add(reference.anchor)
        chain_of[reference.anchor] = chain
    return [frozenset(chain) for chain in {id(c): c for c in chain_of.values()}.values()]


def measure(pairs: Sequence[tuple[Chains, Chains]]) -> dict[str, float]:
    """The figures over documents; each is what was found and the gold."""
    figures = {
        name: _f1(
            [score(gold, found) for found, gold in pairs],
            [score(found, gold) for found, gold in pairs],
        )
        for name, score in (("MUC", _muc), ("B³", _b_cubed), ("CEAF-e", _ceaf))
    }
    return figures | {"CoNLL F1": sum(figures.values()) / 3}


def _f1(recall: Sequence[tuple[float, float]], precision: Sequence[tuple[float, float]]) -> float:
    r, p = (
        sum(part for part, _ in counts) / max(sum(whole for _, whole in counts), 1e-9)
        for counts in (recall, precision)
    )
    return 2 * r * p / (r + p) if r + p else 0.0


def _muc(key: Chains, response: Chains) -> tuple[float, float]:
    """Links of ``key`` that ``response`` has, and all its links."""
    of = {mention: at for at, chain in enumerate(response) for mention in chain}
    right = total = 0
    for chain in key:
        parts = len({of[m] for m in chain if m in of}) + sum(m not in of for m in chain)
        right += len(chain) - parts
        total += len(chain) - 1
    return right, total


def _b_cubed(key: Chains, response: Chains) -> tuple[float, float]:
    of = {mention: chain for chain in response for mention in chain}
    right = total = 0.0
    for chain in key:
        right += sum(len(chain & of[m]) / len(chain) for m in chain if m in of)
        total += len(chain)
    return right, total


def _ceaf(key: Chains, response: Chains) -> tuple[float, float]:
    if not key or not response:
        return 0.0, len(key)
    likeness = np.array([[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key])
    rows, columns = linear_sum_assignment(-likeness)
    return float(likeness[rows, columns].sum()), len(key)
