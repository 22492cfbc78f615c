"""What can be set, with its defaults; the only reader of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


def data_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Where a user's own actors and places are kept: ``ONRECORD_DATA``, or the system's place."""
    variables = os.environ if environment is None else environment
    named = variables.get("ONRECORD_DATA", "")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("onrecord", appauthor=False)


def hold_numpy_to_one_thread() -> None:
    """Unless the environment says otherwise; only before numpy is imported.

    The network has threads of its own, and more for numpy's small products get in their way.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How pages are read.

    ``seconds_per_page`` is the longest that one page may take, fetching included; then
    :class:`~onrecord.errors.ReadingTimeout` is raised. ``debug`` makes the command line show
    tracebacks. ``data_folder`` has what ``onrecord actors import`` and ``onrecord places import``
    brought in; what is there is used.
    """

    seconds_per_page: float = 30.0
    debug: bool = False
    data_folder: Path = field(default_factory=data_folder)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings with the environment applied.

        ``ONRECORD_DEBUG``: any value but "" and "0" turns it on. ``ONRECORD_DATA``: a folder.
        """
        variables = os.environ if environment is None else environment
        return cls(
            debug=variables.get("ONRECORD_DEBUG", "") not in ("", "0"),
            data_folder=data_folder(variables),
        )
