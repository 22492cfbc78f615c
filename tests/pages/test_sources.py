"""What is handed in: encodings, kinds of input, and an error for each that cannot be read."""

from __future__ import annotations

import io
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from onrecord.errors import (
    EmptySource,
    SourceError,
    SourceNotFound,
    SourceTooLarge,
    UnreadableSource,
)
from onrecord.pages import Limits, load, load_text

TEXT = "The café in Genève reopened on Monday, the owner said. “It was time,” she added."
HTML = f"<html><head><meta charset='windows-1252'></head><body><p>{TEXT}</p></body></html>"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode("utf-8"), "utf-8 with a mark"),
        (TEXT.encode("utf-16"), "utf-16 with a mark"),
        (TEXT.encode("utf-16-be"), "utf-16 without a mark"),
        (TEXT.encode("cp1252"), "windows-1252 undeclared"),
        (HTML.encode("cp1252"), "windows-1252 by meta"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert load(data).page.text == TEXT, encoding


def test_broken_bytes_in_a_good_text_are_replaced_with_a_notice() -> None:
    loaded = load("Пять слов на русском языке. ".encode() * 4 + b"\xff.")
    assert loaded.page.text.endswith("\ufffd.")
    assert any("U+FFFD" in notice for notice in loaded.notices)


def test_text_in_hand_is_kept_code_point_for_code_point() -> None:
    text = "\ufeffOne line.\r\nAnother\x00 line.\r\n\r\n"
    assert load_text(text).page.text == text
    replaced = load_text("a\ud800b said so").page
    assert replaced.text == "a\ufffdb said so"


def test_sources_of_every_kind_give_the_same_text(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode())
    for source in (path, str(path), TEXT.encode(), io.BytesIO(TEXT.encode()), io.StringIO(TEXT)):
        assert load(source).page.text == TEXT
    with path.open("rb") as stream:
        assert load(stream).page.source == str(path)


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptySource, "empty"),
        (b" \n ", EmptySource, "empty"),
        (b"<html><body><script>1</script></body></html>", EmptySource, "no text"),
        (b"%PDF-1.7 something", UnreadableSource, "PDF"),
        (b"\x89PNG\r\n\x1a\n0000", UnreadableSource, "image"),
        (b"PK\x03\x04\x00\x00", UnreadableSource, "ZIP"),
        (b"\x1f\x8b\x08\x00\x01\x02\x03\x04", UnreadableSource, "gzip"),
        (bytes(range(32)) * 40, UnreadableSource, "binary"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", UnreadableSource, "feed"),
        (b"x" * 2001, SourceTooLarge, "larger"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(
    data: bytes, error: type[SourceError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        load(data, limits=Limits(size=2000))
    assert str(caught.value).startswith("bytes: ")
    assert ";" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match="no such file"):
        load(tmp_path / "missing.html")
    with pytest.raises(SourceError, match="directory"):
        load(tmp_path)
    for name in ("a\0b", "x" * 5000, "Some text\nthat was meant for read_text", ""):
        with pytest.raises(SourceNotFound) as caught:
            load(name)
        assert "\n" not in str(caught.value)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="2022-03-11"):
        load_text("Words.", published="11/03/22")
    published = load_text("Words.", published=date(2022, 3, 11)).page.published
    assert published is not None
    assert (published.value, published.source) == ("2022-03-11", "argument")


class Site(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[int, str, bytes]]] = {
        "/2022/03/11/latin": (
            200,
            "text/html; charset=iso-8859-1",
            "<p>The café in Genève reopened on Monday.</p>".encode("latin-1"),
        ),
        "/picture": (200, "image/png", b"\x89PNG\r\n\x1a\n"),
        "/long": (200, "text/plain", b"word " * 4000),
        "/secret": (403, "text/html", b"no"),
    }

    def do_GET(self) -> None:
        status, kind, body = self.pages.get(self.path, (404, "text/html", b"none"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_addresses() -> None:
    server = HTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}"
    try:
        page = load(f"{root}/2022/03/11/latin").page
        assert page.text == "The café in Genève reopened on Monday."
        assert page.published is not None
        assert (page.published.value, page.published.source) == ("2022-03-11", "url")
        with pytest.raises(UnreadableSource):
            load(f"{root}/picture")
        with pytest.raises(SourceNotFound, match="404"):
            load(f"{root}/nothing")
        with pytest.raises(SourceError, match="403"):
            load(f"{root}/secret")
        with pytest.raises(SourceTooLarge):
            load(f"{root}/long", limits=Limits(size=1000))
    finally:
        server.shutdown()
        server.server_close()
    with pytest.raises(SourceNotFound, match="does not answer"):
        load(f"{root}/2022/03/11/latin", limits=Limits(seconds=2))
