"""The whole way from page to record: the only file that knows the order.

load the page → read its running text → times, places and actors → statements, with who spoke, when
and where → events → positions → verify every span.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from onrecord.errors import OnrecordError, UnreadableSource
from onrecord.record import ActorCode, Record, Relation, Sentence, Span
from onrecord.settings import Settings
from onrecord.time_limit import within
from onrecord.verify import verify

if TYPE_CHECKING:
    from onrecord.gazetteer import Gazetteer
    from onrecord.lexicon.issues import Issues
    from onrecord.meaning.codes import Coder
    from onrecord.meaning.events import Relate
    from onrecord.pages import LoadedPage, Source
    from onrecord.reading import Model
    from onrecord.reading.types import Reading

OnError: TypeAlias = Callable[[Any, OnrecordError], None]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A page on its way: its name, what was loaded, and how many seconds it has left."""

    name: str
    page: LoadedPage
    seconds_left: float

    @property
    def passages(self) -> list[list[Span]]:
        """For each story the spans of running text; none where the language is not English."""
        if self.page.page.language not in ("en", None):
            return []
        return [passage for story in self.page.stories if (passage := story.passage)]


class Reader:
    """Reads pages. It holds the model, so keep one and read many pages with it.

    Args:
        threads: how many cores one page may use.
        settings: limits; the defaults when None.
        actors: files of the user's own actors, in TOML; they go before what the package knows.
        issues: files of the user's own issues of negotiation, in TOML, likewise.
    """

    def __init__(
        self,
        *,
        threads: int = 1,
        settings: Settings | None = None,
        actors: Sequence[Path] = (),
        issues: Sequence[Path] = (),
    ) -> None:
        self.threads = threads
        self.settings = settings or Settings()
        self._actor_files = tuple(actors)
        self._issue_files = tuple(issues)
        self._lock = threading.Lock()
        self._rooms_lock = threading.Lock()
        self._loaded_model: Model | None = None
        self._loaded_rooms: _Rooms | None = None
        self._preparation: threading.Thread | None = None

    def read(
        self,
        source: Source,
        *,
        published: str | date | None = None,
        title: str | None = None,
        language: str | None = None,
    ) -> Record:
        """The record of one page.

        Args:
            source: a path, an http(s) address, "-" for standard input, the bytes of a page or an
                open file.
            published: the day the page appeared, if known; it goes before what the page says.
            title: the headline, if known.
            language: an ISO 639-1 code; found from the text when None.

        Raises:
            OnrecordError: the source cannot be had or read, or took too long.
            ValueError: ``published`` is not a day.
        """
        load = _loader("load", published=published, title=title, language=language)
        return self._read(self._load(source, load))

    def read_text(
        self,
        text: str,
        *,
        published: str | date | None = None,
        title: str | None = None,
        language: str | None = None,
    ) -> Record:
        """The record of a plain text; ``record.page.text`` is ``text``, unchanged."""
        load = _loader("load_text", published=published, title=title, language=language)
        return self._read(self._load(text, load))

    def read_many(
        self,
        sources: Iterable[Source],
        *,
        published: str | date | None = None,
        on_error: OnError | None = None,
    ) -> Iterator[Record]:
        """The records of many pages, one after another and in order.

        One page is held at a time. A page that cannot be read is handed to ``on_error`` with its
        error, in its turn, and reading goes on; without ``on_error`` the error is raised.
        """
        return self._read_many(sources, _loader("load", published=published), on_error)

    def read_texts(
        self,
        texts: Iterable[str],
        *,
        published: str | date | None = None,
        on_error: OnError | None = None,
    ) -> Iterator[Record]:
        """As :meth:`read_many`, for plain texts."""
        return self._read_many(texts, _loader("load_text", published=published), on_error)

    def parse(self, text: str) -> list[Sentence]:
        """The sentences of a plain text, in Universal Dependencies.

        Every token has its span in ``text``, lemma, part of speech, governor (its index in the
        sentence, None for the root), relation, and name tag in IOB2 ("B-PER", "I-PER", "O").
        Paragraphs are told as in a page of plain text.
        """
        from onrecord.lexicon.lemmas import with_lemmas
        from onrecord.pages.lines import paragraphs

        reading = self._model().read(text, [paragraphs(text)])
        return list(with_lemmas(text, reading.sentences))

    def code_actor(self, text: str, *, context: str = "", on: date | None = None) -> ActorCode:
        """The country and PLOVER sectors of an actor, by its name or a phrase for it.

        Args:
            text: "Turkish soldiers", "the Kremlin", "Minister of Foreign Affairs Ada Reyl".
            context: words around it, which may tell what a bare name does not.
            on: the day for which offices are looked up; today's holders are not assumed.
        """
        return self._rooms().coder.code(text, context=context, date=on)

    def relate(self, sentence: str, source: Span | None, target: Span | None) -> Relation:
        """What one actor does to another in a sentence, as one of PLOVER's event types.

        Args:
            sentence: the text of one sentence.
            source: the code points of ``sentence`` that name who acts; None where nobody is named.
            target: those that name whom it is done to, likewise.

        Raises:
            ValueError: a span does not lie in the sentence, or both are None.
        """
        from onrecord.relating import relation

        return relation(sentence, source, target, self._model(), self._rooms().coder)

    def _read_many(
        self, sources: Iterable[Any], load: Callable[..., LoadedPage], on_error: OnError | None
    ) -> Iterator[Record]:
        for source in sources:
            try:
                record = self._read(self._load(source, load))
            except OnrecordError as error:
                if on_error is None:
                    raise
                on_error(source, error)
            else:
                yield record

    def _read(self, page: _Loaded) -> Record:
        """The page's record, if it can be made in the time that is left."""
        passages = page.passages
        if not passages:
            return within(page.seconds_left, partial(_without_reading, page.page), source=page.name)
        preparation, model = self._preparing(), self._model()

        def read() -> Record:
            reading = model.read(page.page.page.text, passages)
            preparation.join()
            return _record(page.page, reading, self._rooms(), model.chances)

        return within(page.seconds_left, read, source=page.name)

    def _load(self, source: Any, load: Callable[..., LoadedPage]) -> _Loaded:
        name = _name_of(source)
        began = time.monotonic()
        limit = self.settings.seconds_per_page
        try:
            page = within(limit, lambda: load(source), source=name)
        except OnrecordError:
            raise
        except Exception as error:  # a parser may fail on hostile bytes in ways of its own
            raise UnreadableSource(
                f"could not be read ({type(error).__name__}: {error})",
                source=name,
                remedy="check that it is a news page in HTML or plain text",
            ) from error
        return _Loaded(name, page, max(limit - (time.monotonic() - began), 1.0))

    def _model(self) -> Model:
        with self._lock:
            if self._loaded_model is None:
                from onrecord.reading import Model

                self._loaded_model = Model.load(threads=self.threads)
            return self._loaded_model

    def _rooms(self) -> _Rooms:
        with self._rooms_lock:
            if self._loaded_rooms is None:
                from onrecord.gazetteer import Gazetteer
                from onrecord.gazetteer.geonames import imported_gazetteers
                from onrecord.lexicon.issues import load_issues
                from onrecord.meaning.codes import Coder
                from onrecord.meaning.codes.tables import imported_actors

                folder = self.settings.data_folder
                self._loaded_rooms = _Rooms(
                    Coder.load(self._actor_files, tables=imported_actors(folder)),
                    Gazetteer.load(imported_gazetteers(folder)),
                    load_issues(self._issue_files),
                )
            return self._loaded_rooms

    def _preparing(self) -> threading.Thread:
        """The thread that makes the rooms of ``meaning/`` ready; started when it is first asked."""
        with self._lock:
            if self._preparation is None:
                thread = threading.Thread(target=self._prepare, name="onrecord-rooms", daemon=True)
                thread.start()
                self._preparation = thread
            return self._preparation

    def _prepare(self) -> None:
        """Make the rooms of ``meaning/`` ready, while the network reads the first page."""
        from onrecord.meaning import actors, events, positions, statements, times

        for room in (statements, times, actors, events, positions):
            room.prepare()
        try:
            self._rooms()
        except OnrecordError:
            return  # met again, and told, by the page that needs them


def _loader(
    name: Literal["load", "load_text"],
    *,
    published: str | date | None,
    title: str | None = None,
    language: str | None = None,
) -> Callable[[Any], LoadedPage]:
    """``pages.load`` or ``pages.load_text`` with its options; imported at the first page."""
    from onrecord import pages
    from onrecord.pages.dates import given

    load: Callable[..., LoadedPage] = getattr(pages, name)
    day = None if published is None else given(published)
    return partial(load, published=day, title=title, language=language)


@dataclass(frozen=True, slots=True)
class _Rooms:
    """What the rooms of ``meaning/`` look things up in."""

    coder: Coder
    gazetteer: Gazetteer
    issues: Issues


def _record(loaded: LoadedPage, reading: Reading, rooms: _Rooms, relate: Relate) -> Record:
    """What the page says, verified."""
    from onrecord.meaning.actors import find_actors
    from onrecord.meaning.datelines import with_datelines
    from onrecord.meaning.events import Circumstances, find_events
    from onrecord.meaning.places import find_places
    from onrecord.meaning.positions import find_positions
    from onrecord.meaning.statements import find_statements
    from onrecord.meaning.statements.circumstances import with_circumstances
    from onrecord.meaning.statements.who import with_actors
    from onrecord.meaning.times import find_times

    page, stories, text = loaded.page, loaded.stories, loaded.page.text
    published = date.fromisoformat(page.published.value) if page.published else None
    times = find_times(page.id, text, stories, reading, published=published)
    places = find_places(page.id, text, stories, reading, rooms.gazetteer)
    actors = find_actors(page.id, text, stories, reading, rooms.coder, published=published)
    statements = find_statements(page.id, text, stories, reading)
    statements = with_actors(text, statements, reading, actors.who)
    statements = with_circumstances(statements, when=times.when, where=places.where)
    events = find_events(
        page.id,
        text,
        stories,
        reading,
        statements,
        actors=actors.possible,
        who=actors.doers,
        whose=actors.whose,
        circumstances=Circumstances(times.when, places.where),
        relate=relate,
    )
    acting = actors.acting(a for event in events for a in (*event.actors, *event.recipients))
    positions = find_positions(
        page.id,
        text,
        stories,
        reading,
        statements,
        events,
        actors=acting,
        who=actors.who,
        when=times.when,
        issues=rooms.issues,
    )
    return verify(
        Record(
            page=page,
            stories=with_datelines(stories, times.times, places.places),
            actors=acting,
            times=times.times,
            places=places.places,
            statements=statements,
            events=events,
            positions=positions,
            notices=loaded.notices,
        )
    )


def _without_reading(loaded: LoadedPage) -> Record:
    """The page and its stories, where nothing on it can be read."""
    return verify(Record(page=loaded.page, stories=loaded.stories, notices=loaded.notices))


def _name_of(source: Any) -> str:
    """How a source is called in a message."""
    if isinstance(source, bytes):
        return "bytes"
    name = source if isinstance(source, str | Path) else getattr(source, "name", "file")
    line = str(name).split("\n", 1)[0]
    return line if len(line) <= 80 else line[:79] + "…"


@cache
def _shared_reader() -> Reader:
    return Reader()


def read(
    source: Source,
    *,
    published: str | date | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Record:
    """The record of one page; see :meth:`Reader.read`. All calls share one :class:`Reader`."""
    return _shared_reader().read(source, published=published, title=title, language=language)


def read_text(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    language: str | None = None,
) -> Record:
    """The record of a plain text; see :meth:`Reader.read_text`."""
    return _shared_reader().read_text(text, published=published, title=title, language=language)


def parse(text: str) -> list[Sentence]:
    """The sentences of a plain text, in Universal Dependencies; see :meth:`Reader.parse`."""
    return _shared_reader().parse(text)


def relate(sentence: str, source: Span | None, target: Span | None) -> Relation:
    """What one actor does to another in a sentence; see :meth:`Reader.relate`."""
    return _shared_reader().relate(sentence, source, target)


def code_actor(text: str, *, context: str = "", date: date | None = None) -> ActorCode:
    """Country and PLOVER sectors of an actor phrase; see :meth:`Reader.code_actor`."""
    return _shared_reader().code_actor(text, context=context, on=date)
