"""Fits the weights of ``lexicon/teasers.toml`` on joined pages: one logistic regression.

    python -m training.pages.fit --data FOLDER

Each unit of each page is an example: teaser or not. Article units see the article up to them,
teaser units see all of it, as in reading. The bar for making a cut is set by hand on such pages.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from onrecord.pages import datelines, decks, openings
from onrecord.pages.plain import lines_of
from onrecord.pages.signs import Context, describe, features
from onrecord.pages.units import units
from training.pages.articles import articles
from training.pages.joined import JoinedPage, joined_pages

LEXICON = Path(__file__).parents[2] / "src/onrecord/lexicon"
TEASERS = LEXICON / "teasers.toml"
DECKS = LEXICON / "decks.toml"
PENALTY = 1.0
"""Strength of the L2 prior on every weight but the bias."""

FALSE_ALARM = 3.0
"""An article's unit called a teaser costs as much as this many teasers missed."""


def main() -> None:
    """Fit on pages of the tuning half and write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pages", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pages = joined_pages(articles(options.data, "tuning"), options.pages, options.seed)
    write(DECKS, fit_decks(pages))
    decks.weights.cache_clear()
    names, rows, labels = examples(pages)
    fitted = dict(zip(names, logistic(rows, labels).tolist(), strict=True))
    with TEASERS.open("rb") as stream:
        fitted["cut"] = tomllib.load(stream)["weights"]["cut"]
    write(TEASERS, fitted)


def examples(pages: Sequence[JoinedPage]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Feature names, features (examples, names) and labels (examples,) of 0 and 1."""
    names: list[str] = []
    rows: list[list[float]] = []
    labels: list[int] = []
    for page in pages:
        lines = lines_of(page.text)
        described = describe(page.text, lines, units(page.text, lines))
        article_end = page.stories[0].span[1]
        wanted = [int(lines[one.unit.first].span.start >= article_end) for one in described]
        context = Context()
        for index, (one, label) in enumerate(zip(described, wanted, strict=True)):
            # A page never begins with a teaser: its first unit is the article's.
            if index > 0:
                found = features(one, context, described)
                names = names or list(found)
                rows.append([found[name] for name in names])
                labels.append(label)
            if not label:
                context.add(one)
    return names, np.array(rows), np.array(labels)


def logistic(rows: np.ndarray, labels: np.ndarray, steps: int = 30) -> np.ndarray:
    """Weights (names,) of a logistic regression by Newton's method."""
    weights = np.zeros(rows.shape[1])
    costs = np.where(labels == 1, 1.0, FALSE_ALARM)
    prior = np.full(rows.shape[1], PENALTY)
    prior[0] = 1e-3
    for _ in range(steps):
        probability = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        gradient = rows.T @ (costs * (probability - labels)) + prior * weights
        curvature = costs * probability * (1 - probability)
        hessian = (rows * curvature[:, None]).T @ rows + np.diag(prior)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def fit_decks(pages: Sequence[JoinedPage]) -> dict[str, float]:
    """Weights of the places where a body can begin: a conditional logit over each line's places."""
    lines = [line for page in pages for line in deck_examples(page)]
    names = sorted({name for places, _ in lines for place in places for name in place})
    column = {name: index for index, name in enumerate(names)}
    table = np.zeros(len(names))
    prepared = []
    for places, chosen in lines:
        matrix = np.zeros((len(places), len(names)))
        for row, place in enumerate(places):
            for name, value in place.items():
                matrix[row, column[name]] = value
        prepared.append((matrix, chosen))
    for _ in range(12):
        gradient = PENALTY * table
        hessian = PENALTY * np.eye(len(names))
        for matrix, chosen in prepared:
            scores = matrix @ table
            share = np.exp(scores - scores.max())
            share /= share.sum()
            mean = share @ matrix
            gradient = gradient + mean - matrix[chosen]
            hessian += (matrix * share[:, None]).T @ matrix - np.outer(mean, mean)
        table = table - np.linalg.solve(hessian, gradient)
    return dict(zip(names, table.tolist(), strict=True))


def deck_examples(page: JoinedPage) -> list[tuple[list[dict[str, float]], int]]:
    """For each one-line teaser: the features of every place and of none, and the right one."""
    found = []
    for gold in page.stories:
        if gold.form not in ("kicker run-in", "run-in", "bare", "kicker bare"):
            continue
        start, end = gold.span
        parts = openings.kicker(page.text, start, end)
        begin = parts[1] if parts else start
        if (parts is None and gold.kicker is not None) or datelines.dateline(page.text, begin, end):
            continue
        window = page.text[begin : min(end, begin + decks.WINDOW)]
        words = decks.first_sentence(window)
        places = decks.candidates(words)
        context = decks.LineContext(window, words, page.text[begin:end])
        rows = [decks.features(context, place, rank) for rank, place in enumerate(places)]
        rows.append(decks.nowhere_features(words, parts is not None))
        ends = [begin + words[place - 1].end for place in places]
        if gold.headline is None:
            found.append((rows, len(places)))
        elif gold.headline[1] in ends:
            found.append((rows, ends.index(gold.headline[1])))
    return found


def write(path: Path, weights: dict[str, float]) -> None:
    """Save the weights under the comment that the file begins with."""
    head = path.read_text(encoding="utf-8").split("[weights]")[0]
    lines = [f"{name} = {value:.3f}" for name, value in weights.items()]
    path.write_text(head + "[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
