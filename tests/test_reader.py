"""The whole way from page to record, with the model that ships."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord import Reader
from onrecord.errors import EmptySource, ReadingTimeout, SourceNotFound, UnreadableSource
from onrecord.record import Record
from onrecord.settings import Settings
from onrecord.verify import verify

TEXT = (
    "Karvia will not withdraw its boats, Minister of Foreign Affairs Ilse Brandvold said on "
    "Tuesday.\n“We are in no hurry,” she told reporters.\n"
)
EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.*"))


def words(record: Record) -> list[tuple[str, str]]:
    """Speaker and first content of each statement."""
    text = record.page.text
    return [
        (
            text[slice(*statement.speaker.span)] if statement.speaker.span else "",
            text[slice(*statement.content[0])],
        )
        for statement in record.statements
    ]


def test_a_text_is_read(reader: Reader) -> None:
    record = reader.read_text(TEXT, published="2024-05-17")
    assert record.page.text == TEXT
    assert ("she", "“We are in no hurry,”") in words(record)
    indirect = [content for speaker, content in words(record) if "Brandvold" in speaker]
    assert indirect == ["Karvia will not withdraw its boats"]


def test_every_source_gives_the_same_statements(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    data = TEXT.encode()
    sources: list[Any] = [path, str(path), data, io.BytesIO(data)]
    expected = words(reader.read_text(TEXT))
    assert expected
    assert [words(reader.read(source)) for source in sources] == [expected] * len(sources)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_reading_twice_gives_the_same_record(path: Path, reader: Reader) -> None:
    record = reader.read(path)
    assert record.statements
    assert reader.read(path) == record
    assert verify(record) is record
    assert list(reader.read_many([path])) == [record]


def test_a_day_or_a_string_is_a_publication_date(reader: Reader) -> None:
    for published in ("2024-05-17", date(2024, 5, 17)):
        page = reader.read_text(TEXT, published=published).page
        assert page.published is not None
        assert (page.published.value, page.published.source) == ("2024-05-17", "argument")
    with pytest.raises(ValueError, match="2022-03-11"):
        reader.read_text(TEXT, published="the other day")


def test_another_language_is_noted_and_not_read() -> None:
    reader = Reader()
    record = reader.read_text("Ministeren sagde, at aftalen var god.\n" * 5, language="da")
    assert record.page.language == "da"
    assert record.stories
    assert record.statements == ()
    assert record.notices
    assert reader._loaded_model is None


def test_errors_name_the_source_and_a_remedy(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound) as caught:
        reader.read(tmp_path / "missing.html")
    assert str(tmp_path / "missing.html") in str(caught.value)
    assert caught.value.remedy
    with pytest.raises(EmptySource):
        reader.read(b"")
    with pytest.raises(UnreadableSource):
        reader.read(b"\x89PNG\r\n\x1a\n" + bytes(100))


def test_many_pages_come_in_order_and_bad_ones_in_their_turn(reader: Reader) -> None:
    good = [f"{TEXT}Line {number}.".encode() for number in range(40)]
    sources = [*good[:20], b"", *good[20:]]
    seen: list[str | bytes] = []

    def on_error(source: bytes, error: onrecord.OnrecordError) -> None:
        assert isinstance(error, EmptySource)
        seen.append(source)

    for record in reader.read_many(sources, on_error=on_error):
        seen.append(record.page.text.encode())
    assert seen == sources


def test_without_a_handler_the_error_comes_in_its_turn(reader: Reader) -> None:
    records = reader.read_many([TEXT.encode(), b"", TEXT.encode()])
    assert next(records).statements
    with pytest.raises(EmptySource):
        next(records)


def test_only_one_page_is_held(reader: Reader) -> None:
    taken = 0

    def texts() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield TEXT

    records = reader.read_texts(texts())
    for _ in range(20):
        next(records)
    assert taken <= 21


@pytest.mark.parametrize("in_main_thread", [True, False])
def test_a_page_that_takes_too_long_is_refused(in_main_thread: bool) -> None:
    reader = Reader(settings=Settings(seconds_per_page=0.3))
    errors: list[onrecord.OnrecordError] = []

    class Slow(io.BytesIO):
        name = "slow.txt"

        def read(self, _size: int | None = -1, /) -> bytes:
            time.sleep(5)
            return b""

    def attempt() -> None:
        began = time.monotonic()
        list(reader.read_many([Slow()], on_error=lambda _, error: errors.append(error)))
        assert time.monotonic() - began < 3

    if in_main_thread:
        attempt()
    else:
        other = threading.Thread(target=attempt)
        other.start()
        other.join()
    (error,) = errors
    assert isinstance(error, ReadingTimeout)
    assert str(error).startswith("slow.txt: took too long")


def test_a_slow_page_among_others_is_the_only_one_refused() -> None:
    reader = Reader(settings=Settings(seconds_per_page=3.0))
    reader.read_text(TEXT)  # so that the model is there
    long = TEXT * 1_500
    errors: list[onrecord.OnrecordError] = []
    records = list(reader.read_texts([TEXT, long, TEXT], on_error=lambda _, e: errors.append(e)))
    assert [record.page.text for record in records] == [TEXT, TEXT]
    assert [type(error) for error in errors] == [ReadingTimeout]


def test_module_functions_share_one_reader() -> None:
    assert words(onrecord.read_text(TEXT)) == words(onrecord.read(TEXT.encode()))


def test_threads_may_share_a_reader(reader: Reader) -> None:
    expected = reader.read_text(TEXT)
    results: list[Record] = []
    threads = [
        threading.Thread(target=lambda: results.append(reader.read_text(TEXT))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4
