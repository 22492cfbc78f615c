"""Bytes → text, with the encoding that the page declares or that its bytes show."""

from __future__ import annotations

import codecs
import re

import msgspec

from onrecord.errors import UnreadableSource
from onrecord.pages.sniffing import HTML, refuse_controls

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:\-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:\-]{2,40})",
    re.I,
)

# The web reads these labels as the wider Windows code page (WHATWG Encoding Standard).
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}

REPLACED_MOST = 0.02
"""More broken characters than this share, and it is not this encoding at all."""


class Decoded(msgspec.Struct, frozen=True):
    """The text, the encoding it was read with (Python's name), and what to tell the reader."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, name: str, *, charset: str | None, media_type: str) -> Decoded:
    """The text of ``data``; a byte-order mark is not part of it.

    The order of trust: byte-order mark, HTTP header, ``<meta charset>``, valid UTF-8, detection.
    Raises :class:`UnreadableSource` where no encoding gives text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with_replacement(data[len(mark) :], encoding, name)
    wide = _utf16_without_mark(data)
    if wide is not None:
        return _with_replacement(data, wide, name)
    refuse_controls(data, name)
    for declared in _declared(data, charset, media_type):
        text = _strictly(data, declared)
        if text is not None:
            return Decoded(text, declared)
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    if _mostly_utf8(data):
        return _with_replacement(data, "utf-8", name)
    return _detected(data, name)


def _declared(data: bytes, charset: str | None, media_type: str) -> list[str]:
    """Encodings that the sender or the page names and Python knows, most trusted first."""
    labels = [charset] if charset else []
    if media_type == HTML:
        match = _META.search(data[:4096])
        if match is not None:
            labels.append((match.group(1) or match.group(2)).decode("ascii", "replace"))
    known: list[str] = []
    for label in labels:
        try:
            canonical = codecs.lookup(label).name
        except (LookupError, ValueError):
            continue
        # A meta tag readable as single bytes cannot be true when it says UTF-16.
        canonical = "utf-8" if canonical.startswith(("utf-16", "utf-32", "utf-7")) else canonical
        canonical = _WIDER.get(canonical, canonical)
        if canonical == "cp1252" and _strictly(data, "utf-8") is not None:
            # Declared Latin-1, but valid UTF-8 throughout: two bytes in a row rarely are by chance.
            canonical = "utf-8"
        known.append(canonical)
    return known


def _strictly(data: bytes, encoding: str) -> str | None:
    """The text if every byte is right in ``encoding``, else None."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError, AttributeError, TypeError):
        if encoding == "cp1252":
            return _windows_1252(data)
        return None


def _windows_1252(data: bytes) -> str:
    """Windows-1252 as the web reads it: its five holes are C1 controls."""
    text = data.decode("cp1252", "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda match: chr(ord(match.group()) - 0xDC00), text)


def _with_replacement(data: bytes, encoding: str, name: str) -> Decoded:
    """The text with U+FFFD where bytes are broken; refused where that is more than a few."""
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    if broken <= 0:
        return Decoded(text, encoding)
    if broken > max(3, REPLACED_MOST * len(text)):
        raise UnreadableSource(
            f"is not {encoding} text ({broken} broken characters)",
            source=name,
            remedy="save the page again as UTF-8",
        )
    count = f"{broken} broken character" + ("s were" if broken > 1 else " was")
    return Decoded(text, encoding, (f"{count} replaced by U+FFFD (read as {encoding})",))


def _mostly_utf8(data: bytes) -> bool:
    """Whether non-ASCII bytes mostly form UTF-8 sequences: a good text with broken places."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return whole > 2 * broken


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text shows zeros in every other byte."""
    sample = data[:4096]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _detected(data: bytes, name: str) -> Decoded:
    """The text in the encoding that charset-normalizer finds."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    encoding = best.encoding if best is not None else "cp1252"
    # A handful of high bytes in Western text fit many code pages: then it is Windows-1252.
    high = sum(1 for byte in data[:65536] if byte > 0x7F)
    if high * 20 < len(data[:65536]) and encoding.startswith(
        ("cp", "mac", "iso", "latin", "hp", "big5", "ptcp", "koi8", "tis")
    ):
        encoding = "cp1252"
    text = _strictly(data, encoding)
    if text is None:
        return _with_replacement(data, encoding, name)
    return Decoded(text, encoding, (f"no encoding declared; read as {encoding}",))
