"""The attribution head's labels: which tag may follow which."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BIES"))
"""Outside, and for each role: begin, inside, end, single word."""
LINKS = ("content to cue", "cue to source")
LINK_WIDTH = 64

_OPENS = "BI"
_CLOSED = "OES"
FORBIDDEN = -1e4


def tag_index(place: str, role: str) -> int:
    """The index in :data:`TAGS` of e.g. ``("B", "cue")``."""
    return TAGS.index(f"{place}-{role}")


def allowed_transitions() -> NDArray[np.bool_]:
    """bool [tags + 1, tags + 1]: may the column's tag follow the row's? The last is the border."""
    count = len(TAGS)
    allowed = np.zeros((count + 1, count + 1), dtype=np.bool_)
    for row, before in enumerate([*TAGS, "O"]):
        for column, after in enumerate([*TAGS, "O"]):
            if before[0] in _OPENS:
                allowed[row, column] = after[0] in "IE" and after[1:] == before[1:]
            else:
                allowed[row, column] = after[0] not in "IE"
    return allowed
