"""How much of an input is read before it is refused."""

from __future__ import annotations

import msgspec

MEGABYTE = 1_000_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on one page.

    ``size`` is in bytes, for files and addresses alike. ``seconds`` bounds the whole fetch of an
    address, redirects included; ``redirects`` their number. ``depth`` is how deeply elements
    may nest before an HTML page is flattened rather than followed.
    """

    size: int = 200 * MEGABYTE
    seconds: float = 20.0
    redirects: int = 10
    depth: int = 200
