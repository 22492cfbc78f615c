"""One page fetched over HTTP, within limits of time and size."""

from __future__ import annotations

import time
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import httpx

from onrecord.errors import SourceError, SourceNotFound, SourceTooLarge
from onrecord.pages.limits import MEGABYTE, Limits
from onrecord.pages.sources import Received

AGENT = "onrecord/1 (news reader; reads single pages on request)"
ACCEPTED = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"


def fetch(address: str, limits: Limits) -> Received:
    """The page at ``address``, redirects followed.

    Raises :class:`SourceNotFound` where nothing answers or the answer is an error, and
    :class:`SourceTooLarge` as soon as more than ``limits.size`` bytes have come.
    """
    headers = {"User-Agent": AGENT, "Accept": ACCEPTED}
    try:
        with (
            httpx.Client(
                follow_redirects=True,
                max_redirects=limits.redirects,
                timeout=httpx.Timeout(limits.seconds),
                headers=headers,
            ) as client,
            client.stream("GET", address) as response,
        ):
            _require_success(response, address)
            data = _body(response, address, limits)
            media_type, charset = _content_type(response.headers.get("content-type", ""))
            final = str(response.url)
    except httpx.TimeoutException:
        raise _slow(address, limits) from None
    except httpx.TooManyRedirects:
        raise SourceNotFound(
            f"redirects more than {limits.redirects} times",
            source=address,
            remedy="check the address",
        ) from None
    except httpx.InvalidURL as error:
        raise SourceNotFound(
            f"not an address ({error})", source=address, remedy="check it"
        ) from None
    except (httpx.HTTPError, UnicodeError, ValueError) as error:
        raise SourceNotFound(
            f"does not answer ({error or type(error).__name__})",
            source=address,
            remedy="check the address and the connection",
        ) from None
    suffix = PurePosixPath(urlsplit(final).path).suffix.lower()
    return Received(address, data, media_type, charset, suffix, final)


def _require_success(response: httpx.Response, address: str) -> None:
    """Raise where the answer is not a page."""
    if response.is_success:
        return
    reason = f"answers {response.status_code} {response.reason_phrase}".strip()
    if response.status_code in (401, 402, 403, 407, 429, 451):
        remedy = "the site refuses; save the page in a browser and read the file"
        raise SourceError(reason, source=address, remedy=remedy)
    raise SourceNotFound(reason, source=address, remedy="check the address, or try again later")


def _body(response: httpx.Response, address: str, limits: Limits) -> bytes:
    """The body, read while both limits hold."""
    deadline = time.monotonic() + limits.seconds
    parts: list[bytes] = []
    received = 0
    for part in response.iter_bytes():
        received += len(part)
        if received > limits.size:
            raise SourceTooLarge(
                f"larger than {limits.size / MEGABYTE:g} MB",
                source=address,
                remedy="raise Limits(size=…)",
            )
        if time.monotonic() > deadline:
            raise _slow(address, limits)
        parts.append(part)
    return b"".join(parts)


def _slow(address: str, limits: Limits) -> SourceNotFound:
    return SourceNotFound(
        f"no full answer within {limits.seconds:g} s",
        source=address,
        remedy="try again later, or raise Limits(seconds=…)",
    )


def _content_type(header: str) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header, in lower case."""
    if not header.strip():
        return None, None
    message = Message()
    message["content-type"] = header
    return message.get_content_type(), message.get_content_charset()
