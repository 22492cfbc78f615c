"""What can be set, with its defaults; the only reader of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How pages are read.

    ``seconds_per_page`` is the longest that one page may take, fetching included; then
    :class:`~onrecord.errors.ReadingTimeout` is raised. ``debug`` makes the command line show
    tracebacks.
    """

    seconds_per_page: float = 30.0
    debug: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings with ``ONRECORD_DEBUG`` applied (any value but "" and "0" turns it on)."""
        variables = os.environ if environment is None else environment
        return cls(debug=variables.get("ONRECORD_DEBUG", "") not in ("", "0"))
