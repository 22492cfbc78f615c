"""Written dates → ISO 8601 days; nothing is guessed, a date that could be two days is none."""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.pages.furniture import role
from onrecord.record import Published

EARLIEST_YEAR = 1990
"""The web begins here; an earlier year in metadata is a default value, not a date."""

_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?=T?\d{4,6}|\b)")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})\b")
_IN_PATH = re.compile(
    r"[/-]((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/\-_.?#]|$)|[/-](20\d{2})(\d{2})(\d{2})(?=[/\-_.?#]|$)"
)


def day_of(written: str) -> str | None:
    """The day that ``written`` names, as ISO 8601; None where it names none or could name two."""
    written = written.strip()[:120]
    for pattern, order in (
        (_ISO, "ymd"),
        (_MONTH_FIRST, "mdy"),
        (_DAY_FIRST, "dmy"),
        (_COMPACT, "ymd"),
    ):
        match = pattern.search(written)
        if match is None:
            continue
        parts = dict(zip(order, match.groups(), strict=True))
        found = _day(parts["y"], parts["m"], parts["d"])
        if found is not None:
            return found
    return None


def given(published: str | date) -> str:
    """The day given by the caller, as ISO 8601. Raises ``ValueError`` for what is not a day."""
    if isinstance(published, datetime):
        return published.date().isoformat()
    if isinstance(published, date):
        return published.isoformat()
    try:
        return datetime.fromisoformat(published.strip()).date().isoformat()
    except ValueError:
        raise ValueError(
            f"published must be a day such as 2022-03-11, not {published[:40]!r}"
        ) from None


def from_address(address: str) -> Published | None:
    """The day in an address such as ``https://news.example/2022/03/11/talks``."""
    if not address.lower().startswith(("http://", "https://")):
        return None
    match = _IN_PATH.search(address)
    if match is None:
        return None
    year, month, day = match.groups()[:3] if match.group(1) else match.groups()[3:]
    found = _day(year, month, day)
    return Published(value=found, source="url") if found else None


def from_lines(lines: list[str]) -> Published | None:
    """The day that a line near the top says the page was published, with its year."""
    for line in lines[:8]:
        # Only a line that is nothing but a date: a day in a sentence is the story's.
        if role(line) in ("time", "note") and "update" not in line.lower():
            found = day_of(line)
            if found is not None:
                return Published(value=found, source="text")
    return None


def _day(year: str, month: str, day: str) -> str | None:
    """An ISO day, if there is such a day and the web is old enough for it."""
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3].lower(), 0)
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year >= EARLIEST_YEAR else None
