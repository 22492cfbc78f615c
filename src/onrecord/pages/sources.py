"""Any source → the bytes received: a file, an address, bytes in hand, a stream, standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import msgspec

from onrecord.errors import SourceError, SourceNotFound, SourceTooLarge
from onrecord.pages.limits import MEGABYTE, Limits

Source = str | Path | bytes | IO[bytes] | IO[str]

STANDARD_INPUT = "-"
_NAME_LONGEST = 200


class Received(msgspec.Struct, frozen=True):
    """What came in. ``name`` is the path or address asked for ("-", "bytes" or "file" without).

    ``media_type`` and ``charset`` are what the sender declared, ``suffix`` the extension of the
    file's name with its dot; ``address`` where an address led after redirects. ``text`` is set
    where the source was a text stream, already decoded.
    """

    name: str
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    suffix: str = ""
    address: str | None = None
    text: str | None = None


def receive(source: Source, limits: Limits) -> Received:
    """The bytes of ``source``.

    Raises :class:`SourceNotFound`, :class:`SourceTooLarge` or :class:`SourceError`.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return Received("bytes", _within(bytes(source), "bytes", limits))
    if isinstance(source, str):
        if source == STANDARD_INPUT:
            return _from_stream(sys.stdin.buffer, STANDARD_INPUT, limits)
        if source.lower().startswith(("http://", "https://")):
            from onrecord.pages.fetch import fetch

            return fetch(source, limits)
        return _from_file(source, limits)
    if isinstance(source, Path):
        return _from_file(str(source), limits)
    if hasattr(source, "read"):
        return _from_stream(source, _stream_name(source), limits)
    raise TypeError(
        f"source must be a path, an address, bytes or a file object, not {type(source).__name__}"
    )


def _from_file(path: str, limits: Limits) -> Received:
    """The bytes of the file at ``path``."""
    name = path if len(path) <= _NAME_LONGEST else path[:_NAME_LONGEST] + "…"
    if not path.strip():
        raise SourceNotFound("an empty name", source=repr(path), remedy="name a file or an address")
    try:
        file = Path(path)
        if file.is_dir():
            raise SourceError(
                "is a directory", source=name, remedy="name the files in it, one page each"
            )
        with file.open("rb") as stream:
            data = stream.read(limits.size + 1)
    except FileNotFoundError:
        raise SourceNotFound("no such file", source=name, remedy="check the path") from None
    except PermissionError:
        raise SourceError(
            "may not be read", source=name, remedy="check the permissions of the file"
        ) from None
    except (OSError, ValueError) as error:
        remedy = (
            "to read text in hand, use read_text"
            if "\n" in path or len(path) > 255
            else "check the path"
        )
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceNotFound(
            f"cannot be opened ({reason.lower()})", source=_one_line(name), remedy=remedy
        ) from None
    return Received(name, _within(data, name, limits), suffix=file.suffix.lower())


def _from_stream(stream: IO[bytes] | IO[str], name: str, limits: Limits) -> Received:
    """What remains in an open file object."""
    try:
        content = stream.read(limits.size + 1)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"is not {error.encoding} text", source=name, remedy="open the file in binary mode"
        ) from None
    except (OSError, ValueError) as error:
        raise SourceError(
            f"cannot be read ({error})", source=name, remedy="open it for reading"
        ) from None
    if isinstance(content, str):
        if len(content) > limits.size:
            raise _too_large(name, limits)
        return Received(
            name, content.encode("utf-8", "replace"), suffix=Path(name).suffix.lower(), text=content
        )
    return Received(name, _within(content, name, limits), suffix=Path(name).suffix.lower())


def _stream_name(stream: object) -> str:
    """The name that an open file has, or "file"."""
    name = getattr(stream, "name", None)
    return name if isinstance(name, str) and name else "file"


def _within(data: bytes, name: str, limits: Limits) -> bytes:
    """``data``, if it is not over the limit."""
    if len(data) > limits.size:
        raise _too_large(name, limits)
    return data


def _too_large(name: str, limits: Limits) -> SourceTooLarge:
    size = limits.size / MEGABYTE
    return SourceTooLarge(
        f"larger than {size:g} MB", source=name, remedy="split it, or raise Limits(size=…)"
    )


def _one_line(name: str) -> str:
    return " ".join(name.replace("\0", "\\0").split())
