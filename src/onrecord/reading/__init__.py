"""Text → Reading: one pass of one small transformer, and what its outputs say.

:class:`Model` reads; :class:`Reading` and :class:`Attribution` are what it gives, and can be made
by hand where no model is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.reading.types import Attribution, Reading

if TYPE_CHECKING:
    from onrecord.reading.model import Model

__all__ = ["Attribution", "Model", "Reading"]


def __getattr__(name: str) -> Any:
    """``Model`` is imported when first asked for: the network's library takes its time."""
    if name != "Model":
        raise AttributeError(name)
    from onrecord.reading.model import Model

    return Model
