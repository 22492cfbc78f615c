"""The whole way from page to record: the only file that knows the order.

load the page → read its running text → find the statements → verify every span.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from onrecord.errors import OnrecordError, UnreadableSource
from onrecord.record import BlockKind, Record, Span
from onrecord.settings import Settings
from onrecord.time_limit import within
from onrecord.verify import verify

if TYPE_CHECKING:
    from onrecord.pages import LoadedPage, Source
    from onrecord.reading import Model
    from onrecord.reading.types import Reading

OnError: TypeAlias = Callable[[Any, OnrecordError], None]

RUNNING_TEXT: frozenset[BlockKind] = frozenset(("heading", "paragraph", "quote", "list"))
"""The blocks in which someone can be said to say something; a caption or a byline is not read."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A page on its way: where it is from, what was loaded, and how many seconds it has left."""

    source: Any
    name: str
    page: LoadedPage
    seconds_left: float

    @property
    def characters(self) -> int:
        return len(self.page.page.text)

    @property
    def passages(self) -> list[list[Span]]:
        """For each story the spans of running text; none where the language is not English."""
        if self.page.page.language not in ("en", None):
            return []
        stories = (
            [block.span for block in story.blocks if block.kind in RUNNING_TEXT]
            for story in self.page.stories
        )
        return [passage for passage in stories if passage]


class Reader:
    """Reads pages. It holds the model, so keep one and read many pages with it.

    Args:
        threads: how many cores one page may use.
        settings: limits; the defaults when None.
    """

    def __init__(self, *, threads: int = 1, settings: Settings | None = None) -> None:
        self.threads = threads
        self.settings = settings or Settings()
        self._lock = threading.Lock()
        self._loaded_model: Model | None = None
        self._preparation = threading.Thread(target=_prepare, name="onrecord-patterns", daemon=True)

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
        model = self._model() if page.passages else None

        def read() -> Record:
            if model is None:
                return _record(page.page, None)
            reading = model.read(page.page.page.text, page.passages)
            self._preparation.join()
            return _record(page.page, reading)

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
        return _Loaded(source, name, page, max(limit - (time.monotonic() - began), 1.0))

    def _model(self) -> Model:
        with self._lock:
            if self._loaded_model is None:
                from onrecord.reading import Model

                self._loaded_model = Model.load(threads=self.threads)
                self._preparation.start()
            return self._loaded_model


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


def _prepare() -> None:
    """Compile the patterns of the statements, while the network reads the first page."""
    from onrecord.meaning.statements import prepare

    prepare()


def _record(loaded: LoadedPage, reading: Reading | None) -> Record:
    """What the page says, verified; without a reading its stories only."""
    from onrecord.meaning.statements import find_statements

    page, stories = loaded.page, loaded.stories
    statements = find_statements(page.id, page.text, stories, reading) if reading else ()
    return verify(Record(page=page, stories=stories, statements=statements, notices=loaded.notices))


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
