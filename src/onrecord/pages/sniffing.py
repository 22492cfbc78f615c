"""What kind of thing some bytes are: HTML, plain text, or nothing that can be read as a page."""

from __future__ import annotations

import re

from onrecord.errors import UnreadableSource

HTML = "text/html"
PLAIN = "text/plain"

# The first bytes of what people hand in by mistake, and what to do then.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "extract its text first (pdftotext) and read that"),
    (b"\x89PNG\r\n", "a PNG image", "give the page, not its picture"),
    (b"\xff\xd8\xff", "a JPEG image", "give the page, not its picture"),
    (b"GIF87a", "a GIF image", "give the page, not its picture"),
    (b"GIF89a", "a GIF image", "give the page, not its picture"),
    (b"II*\x00", "a TIFF image", "give the page, not its picture"),
    (b"MM\x00*", "a TIFF image", "give the page, not its picture"),
    (b"BM", "a bitmap image", "give the page, not its picture"),
    (b"PK\x03\x04", "a ZIP archive or office document", "unpack it or save it as text or HTML"),
    (b"PK\x05\x06", "a ZIP archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text or HTML"),
    (b"{\\rtf", "a rich-text document", "save it as text or HTML"),
    (b"\x1f\x8b", "a gzip file", "unpack it first (gunzip)"),
    (b"BZh", "a bzip2 file", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ\x00", "an xz file", "unpack it first (unxz)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "unpack it first (unzstd)"),
    (b"SQLite format 3\x00", "a SQLite database", "give a news page"),
    (b"\x7fELF", "a program", "give a news page"),
    (b"MZ\x90\x00", "a program", "give a news page"),
    (b"OggS", "an audio or video file", "give a transcript as text"),
    (b"ID3", "an audio file", "give a transcript as text"),
    (b"RIFF", "an image, audio or video file", "give the page as HTML or text"),
    (b"\x00\x00\x00\x18ftyp", "a video file", "give a transcript as text"),
    (b"\x00\x00\x00\x20ftyp", "a video file", "give a transcript as text"),
    (b"WARC/1.", "a WARC archive", "use the intake of WARC files, which reads each page in it"),
    (b"PAR1", "a Parquet table", "give a news page"),
)

_READABLE_APPLICATIONS = ("xhtml", "xml", "octet-stream", "text", "x-empty")
_ROOTS = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|meta|title|article|main"
    rb"|section|div|p|h[1-6]|span|table|ul|ol|a|b|i|br|header|nav|script|style|link|center|font"
    rb"|blockquote|figure|img|time|em|strong|pre)\b",
    re.I | re.S,
)
_TAGS = re.compile(
    rb"</?(?:html|head|body|div|p|span|a|h[1-6]|li|ul|br|article|section|table|td|script|meta)"
    rb"(?:\s[^<>]*)?/?>",
    re.I,
)
_FEED = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.I | re.S
)


def refuse_binary(data: bytes, name: str, media_type: str | None) -> None:
    """Raise :class:`UnreadableSource` for images, archives, documents and other binary data."""
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature) and (len(signature) > 3 or _many_controls(data)):
            raise UnreadableSource(f"is {what}, not a news page", source=name, remedy=remedy)
    family, _, kind = (media_type or "").partition("/")
    if family in ("image", "audio", "video", "font") or (
        family == "application" and not any(word in kind for word in _READABLE_APPLICATIONS)
    ):
        raise UnreadableSource(
            f"is declared as {media_type}, not a page",
            source=name,
            remedy="give a page as HTML or text",
        )
    if _FEED.match(data[:4096]):
        raise UnreadableSource(
            "is a feed or site map, not a page", source=name, remedy="give the pages that it lists"
        )


def refuse_controls(data: bytes, name: str) -> None:
    """Raise :class:`UnreadableSource` where single-byte text holds too many control bytes."""
    if _many_controls(data):
        raise UnreadableSource(
            "is binary data, not text", source=name, remedy="give a page as HTML or text"
        )


_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 27, 28, 29, 30, 31})) + b"\x7f"


def _many_controls(data: bytes) -> bool:
    """Whether more than one byte in fifty of the beginning is a control byte."""
    sample = data[:65536]
    kept = sample.translate(None, _CONTROLS)
    return (len(sample) - len(kept)) * 50 > len(sample)


def media_type_of(data: bytes, declared: str | None, suffix: str) -> str:
    """``text/html`` or ``text/plain``, from the content first."""
    head = data[:8192].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _ROOTS.match(head):
        return HTML
    tags = len(_TAGS.findall(head))
    if declared is not None and "html" in declared:
        return HTML
    if suffix in (".html", ".htm", ".xhtml") and tags:
        return HTML
    return HTML if tags >= 5 and tags * 400 > len(head) and declared != PLAIN else PLAIN
