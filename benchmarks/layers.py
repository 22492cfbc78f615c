"""Who, when and where: the figures of each layer beside the statements, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import events, positions
from benchmarks.actors import measure_gap, measure_speakers, model_reader
from benchmarks.codes import measure_codes
from benchmarks.coreference import measure_coreference
from benchmarks.places import measure_places
from benchmarks.times import measure as measure_times
from benchmarks.times import reader as time_reader
from benchmarks.treebanks import gum_gold, measure_names, measure_treebanks, uner_gold
from benchmarks.vectors import measure_vectors
from onrecord import Reader
from onrecord.meaning.codes import Coder
from onrecord.reading import Model
from onrecord.reading.types import Reading
from training.corpora.document import Document

Rows = Mapping[str, Mapping[str, float | str]]


@dataclass(frozen=True, slots=True)
class Layer:
    """A section of the report: a heading, what its figures mean, and a table of them."""

    heading: str
    meaning: str
    rows: Rows


def layers_of(data: Path) -> list[Layer]:
    """The layers that the data at hand allows."""
    return list(_measured(data))


def _measured(data: Path) -> Iterator[Layer]:
    reader = Reader()
    coder = Coder.load()
    syntax, names, coreference = data / "syntax", data / "names", data / "coreference"
    if (syntax / "ewt-dev.conllu.gz").is_file():
        yield Layer(
            "Tokens and syntax",
            "From raw text, against the dev parts of UD EWT and GUM: F1 of tokens, of the "
            "beginnings of sentences, of parts of speech, of governors (UAS), and of governors "
            "with relations (LAS, without subtypes), counted as in CoNLL 2018, and of lemmas "
            "whatever their case. UDPipe 2 reaches LAS .888 on EWT and .910 on GUM.",
            measure_treebanks(syntax, reader.parse),
        )
    if (names / "uner-ewt-dev.iob2").is_file():
        gold = {
            "Universal NER, EWT dev (never trained on)": uner_gold(
                names / "uner-ewt-dev.iob2", syntax / "ewt-dev.conllu.gz"
            ),
            "GUM dev, entities with a proper name": gum_gold(syntax / "gum-dev.conllu.gz"),
        }
        scores = {name: measure_names(reader.parse, texts) for name, texts in gold.items()}
        yield Layer(
            "Names",
            "Persons, organisations and places: a name is right when its characters and kind are.",
            {
                name: {"precision": s.precision, "recall": s.recall, "F1": s.f1}
                for name, s in scores.items()
            },
        )
    if (coreference / "gap-validation.tsv.gz").is_file():
        yield from _coreference(data, coder)
    if (data / "actors").is_dir():
        yield Layer(
            "Codes of actors",
            "Country (ISO 3166-1 alpha-3) and first PLOVER sector, against the expectations in a "
            "peer's tests (NGEC), which looks bare names up in Wikipedia.",
            measure_codes(data, coder),
        )
    if (data / "times").is_dir():
        yield Layer(
            "Times",
            "TIMEX3 as TempEval-3 counts it: F1 of spans, exact and overlapping, and of type and "
            "value among those that overlap. Never trained on. HeidelTime reaches .916 (relaxed) "
            "and .79 (value) on such texts.",
            measure_times(data, time_reader()),
        )
    if (data / "places").is_dir():
        yield Layer(
            "Places",
            "Toponyms in news: F1 of finding them, and of those found the share that is placed "
            "within 161 km. Mordecai 3 places .87 to .94 of given toponyms.",
            measure_places(data / "places"),
        )
    if (data / events.GOLD).is_file():
        yield from _events(data, reader)
    yield Layer(
        "Positions",
        "60 passages written for this measure, in the styles of wire, broadcast and press release, "
        "with 115 positions (`benchmarks/positions.jsonl`), annotated by a guide and read a second "
        "time, blind. One is right when party and stance are, and the words overlap to half. "
        "*Condition*, *toward* and *reported by*: the share right among those found. The rules "
        "were tuned on these passages.",
        positions.measure_positions(reader.read_text),
    )
    vectors = measure_vectors(data / "attribution") if (data / "attribution").is_dir() else {}
    if vectors:
        yield Layer(
            "Sentence vectors",
            "Beside all-MiniLM-L6-v2, from which they were learnt, on 40 articles of PolNeAR dev.",
            {name: {"": value} for name, value in vectors.items()},
        )


def _events(data: Path, reader: Reader) -> Iterator[Layer]:
    scores = events.measure_events(data / events.GOLD, reader)
    yield Layer(
        "Events",
        "From raw text, against half of the PLOVER gold standard records (161 sentences): each has "
        "one type, and every other type read counts as wrong, second events of a sentence among "
        "them. Countries are those of whoever acts or undergoes. Rules and words were tuned on "
        "these sentences.",
        {
            name: {"precision": s.precision, "recall": s.recall, "F1": s.f1}
            for name, s in (("types", scores.types), ("countries", scores.countries))
        },
    )
    page = data.parent / events.STARTING_PAGE
    if page.is_file():
        yield Layer(
            "The page that started this project",
            "Events and positions that a reader would want from it (`starting-page.jsonl`).",
            {"": events.measure_starting_page(page, reader)},
        )
    yield Layer(
        "Drawn at random and checked by hand",
        "40 events and 40 positions from 125 news articles on Syria (`benchmarks/checked.jsonl`).",
        events.measure_checked(),
    )
    yield Layer(
        "Pages about something else",
        "Web pages of the body benchmark that are about neither politics nor conflict.",
        {"": events.measure_false_events(data / events.PAGES, reader)},
    )
    commissive = data / events.SPEECH_ACTS
    if commissive.is_file():
        yield Layer(
            "Promises in campaign speech",
            "Utterances labelled commissive (Subramanian et al. 2019; the labels are not clean) "
            "among all: found where a position offers or commits, or an event agrees.",
            {"": events.measure_commissive(commissive, reader)},
        )


def _coreference(data: Path, coder: Coder) -> Iterator[Layer]:
    model = Model.load()

    def read(document: Document) -> Reading:
        return model.read(document.text, [document.blocks])

    gum = measure_coreference(data / "syntax" / "gum-dev.conllu.gz", read)
    yield Layer(
        "Coreference",
        "GUM dev's news, interviews and speeches, over the heads of mentions, chains of one left "
        "out.",
        {"GUM dev": gum},
    )
    pages = model_reader()
    yield Layer(
        "Pronouns",
        "GAP validation: F1 over the two names of each passage. The best of its authors' "
        "baselines reaches .669.",
        {
            "GAP validation": measure_gap(
                data / "coreference" / "gap-validation.tsv.gz", pages, coder
            )
        },
    )
    articles = data / "attribution" / "polnear-dev.jsonl.gz"
    yield Layer(
        "Speakers by name",
        "241 sources of PolNeAR dev with the names that the article has for them "
        "(`benchmarks/speakers-polnear-dev.jsonl`), read by a language model, with a second look "
        "at all that are no names; there was no second reader. A source is right when exactly "
        "those actors are found. Gender Gap Tracker reports .865 on its own list.",
        {
            name: {"right": value}
            for name, value in measure_speakers(articles, pages, coder).items()
        },
    )
