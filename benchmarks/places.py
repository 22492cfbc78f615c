"""Places: which toponyms are found, and whether they are put where they are.

``python -m benchmarks.places --data FOLDER`` prints the figures. GeoWebNews (Gritta, Pilehvar and
Collier 2019): its literal places with coordinates are to be found, adjectives left out. What it
marks as a toponym in another sense ("Paris refused") need not be found; "strictly" counts it as
wrong where it is. TR-News (Kamalloo and Rafiei 2018): its toponyms without demonyms, their offsets
set right against the text. A place is found if its span is the toponym's.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from benchmarks.attribution import Score
from onrecord.gazetteer import Gazetteer, great_circle
from onrecord.meaning.places import find_places
from onrecord.meaning.places.resolve import resolve
from onrecord.pages import load_text
from onrecord.reading import Model
from onrecord.record import Place, Span

NEAR = 161.0
"""Kilometres (100 miles): the usual bound."""

LITERAL = frozenset(("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"))

DRIFT = 15
"""Characters by which an offset of TR-News may be off."""

WIDE = frozenset(("PCL", "PCLD", "PCLI", "CONT", "RGN"))
"""GeoNames codes of countries, continents and regions: what has demonyms."""

Find = Callable[[str], Sequence[Place]]
"""From a text to its places."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A toponym of a corpus; one that is not ``wanted`` need not be found."""

    span: Span
    latitude: float
    longitude: float
    wanted: bool = True

    def is_near(self, latitude: float | None, longitude: float | None) -> bool:
        """Whether these coordinates are known, and near enough."""
        if latitude is None or longitude is None:
            return False
        return great_circle(self.latitude, self.longitude, latitude, longitude) <= NEAR


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its toponyms, in text order."""

    text: str
    toponyms: tuple[Toponym, ...]

    @property
    def wanted(self) -> list[Toponym]:
        """Those that are to be found."""
        return [toponym for toponym in self.toponyms if toponym.wanted]


def measure_places(folder: Path) -> dict[str, dict[str, float]]:
    """The figures of each corpus in ``folder``, read with the model of the package."""
    gazetteer = Gazetteer.load()
    corpora = read_corpora(folder, gazetteer)
    find = reader(gazetteer)
    return {
        name: {**recognition(articles, find), **resolution(articles, gazetteer)}
        for name, articles in corpora.items()
    }


def read_corpora(folder: Path, gazetteer: Gazetteer) -> dict[str, list[Article]]:
    """GeoWebNews and TR-News."""
    return {
        "GeoWebNews": list(geowebnews(folder / "geowebnews.xml.gz")),
        "TR-News": list(tr_news(folder / "tr-news.xml.gz", gazetteer)),
    }


def reader(gazetteer: Gazetteer) -> Find:
    """Finds the places of a text as the reader does."""
    model = Model.load()

    def find(text: str) -> Sequence[Place]:
        stories = load_text(text).stories
        passages = [story.passage for story in stories]
        reading = model.read(text, [passage for passage in passages if passage])
        return find_places("page", text, stories, reading, gazetteer).places

    return find


def recognition(articles: Iterable[Article], find: Find) -> dict[str, float]:
    """How well toponyms are found, and the share of the right ones that is near the place."""
    right = wrong = other = missed = near = 0
    for article in articles:
        wanted = {toponym.span: toponym for toponym in article.wanted}
        senses = {toponym.span for toponym in article.toponyms} - wanted.keys()
        places = find(article.text)
        for place in places:
            if place.span in wanted:
                right += 1
                near += wanted[place.span].is_near(place.latitude, place.longitude)
            elif place.span in senses:
                other += 1
            else:
                wrong += 1
        missed += len(wanted.keys() - {place.span for place in places})
    total = right + missed
    score, strict = Score(right, right + wrong, total), Score(right, right + wrong + other, total)
    return {
        "precision": score.precision,
        "recall": score.recall,
        "F1": score.f1,
        "F1 strictly": strict.f1,
        "found, within 161 km": near / max(right, 1),
    }


def resolution(articles: Sequence[Article], gazetteer: Gazetteer) -> dict[str, float]:
    """Of given toponyms the share put near the place: of all, and of those with coordinates."""
    near = known = total = 0
    for article in articles:
        spans = [toponym.span for toponym in article.wanted]
        for toponym, found in zip(
            article.wanted, resolve(article.text, spans, gazetteer), strict=True
        ):
            total += 1
            if found is not None and found.latitude is not None:
                known += 1
                near += toponym.is_near(found.latitude, found.longitude)
    return {
        "given, within 161 km": near / total,
        "given and known, within 161 km": near / max(known, 1),
    }


def geowebnews(path: Path) -> Iterator[Article]:
    """The articles of GeoWebNews."""
    for article in _articles(path):
        toponyms = []
        for element in article.iter("toponym"):
            latitude, longitude = element.findtext("latitude"), element.findtext("longitude")
            if not latitude or not longitude:
                continue
            literal = element.findtext("type") in LITERAL
            wanted = literal and element.findtext("modifierType") != "Adjective"
            span = Span(int(element.findtext("start") or 0), int(element.findtext("end") or 0))
            toponyms.append(Toponym(span, float(latitude), float(longitude), wanted))
        yield _article(article, toponyms)


def tr_news(path: Path, gazetteer: Gazetteer) -> Iterator[Article]:
    """The articles of TR-News; a demonym is a word that is no name of its country or continent."""
    for article in _articles(path):
        text = article.findtext("text") or ""
        toponyms = []
        for element in article.iter("toponym"):
            phrase, start = element.findtext("phrase") or "", int(element.findtext("start") or 0)
            place, at = element.find("gaztag"), _nearest(text, phrase, start)
            if place is None or at is None:
                continue
            latitude, longitude = place.findtext("lat"), place.findtext("lon")
            if latitude and longitude:
                span = Span(at, at + len(phrase))
                wanted = place.findtext("fcode") not in WIDE or _is_name(phrase, place, gazetteer)
                toponyms.append(Toponym(span, float(latitude), float(longitude), wanted))
        yield _article(article, toponyms)


def _is_name(phrase: str, place: etree._Element, gazetteer: Gazetteer) -> bool:
    """Whether a country or continent is named, not its people or what is theirs."""
    identity = int(place.get("geonameid") or 0)
    return any(
        entry.geonames_id == identity or entry.kind in ("continent", "area")
        for entry in gazetteer.candidates(phrase)
    )


def _articles(path: Path) -> Iterator[etree._Element]:
    with gzip.open(path) as file:
        yield from etree.fromstring(file.read()).iter("article")


def _article(article: etree._Element, toponyms: Iterable[Toponym]) -> Article:
    ordered = sorted(toponyms, key=lambda toponym: toponym.span)
    return Article(article.findtext("text") or "", tuple(ordered))


def _nearest(text: str, phrase: str, start: int) -> int | None:
    """Where the phrase stands nearest to where it should stand."""
    window = range(max(0, start - DRIFT), min(len(text), start + DRIFT) + 1)
    found = [at for at in window if text.startswith(phrase, at)]
    return min(found, key=lambda at: abs(at - start)) if found else None


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.places", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument(
        "--given", action="store_true", help="only where given toponyms are put: no model is read"
    )
    arguments = parser.parse_args()
    folder = arguments.data / "places"
    if arguments.given:
        gazetteer = Gazetteer.load()
        corpora = read_corpora(folder, gazetteer)
        figures = {name: resolution(articles, gazetteer) for name, articles in corpora.items()}
    else:
        figures = measure_places(folder)
    for name, row in figures.items():
        for figure, value in row.items():
            sys.stdout.write(f"{name:11} {figure:32} {value:.3f}\n")


if __name__ == "__main__":
    main()
