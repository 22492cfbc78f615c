"""The labels of each head, and which attribution tag may follow which."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BIES"))
"""Outside, and for each role: begin, inside, end, single word."""
LINKS = ("content to cue", "cue to source")
LINK_WIDTH = 64

NAMES = ("PER", "ORG", "LOC", "NORP")
"""Persons, organisations, places, and words for the people of a country ("Russian")."""
NAME_TAGS = ("O", *(f"{place}-{name}" for name in NAMES for place in "BIES"))
TIME_TAGS = ("O", *(f"{place}-TIME" for place in "BIES"))

PARTS_OF_SPEECH = tuple(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
)
"""Universal Dependencies' parts of speech."""
RELATIONS = tuple(
    (
        "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp "
        "compound compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse "
        "dislocated expl fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked "
        "nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct "
        "reparandum root vocative xcomp"
    ).split()
)
"""Relations of English treebanks in Universal Dependencies."""
ARC_WIDTH = 128
RELATION_WIDTH = 128
COREFERENCE_WIDTH = 128
DISTANCES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512)
"""Distances in words at which the coreference head's bias changes."""

ACTS = tuple(
    (
        "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
        "MOBILIZE COERCE ASSAULT"
    ).split()
)
"""PLOVER's event types as the relation head tells them; YIELD is CONCEDE and RETREAT together."""
YIELDING = ("CONCEDE", "RETREAT")


def place_of_act(kind: str) -> int:
    """The index in :data:`ACTS` of one of PLOVER's types; ``ValueError`` for another word."""
    return ACTS.index("YIELD" if kind in YIELDING else kind)


_OPENS = "BI"
_CLOSED = "OES"
FORBIDDEN = -1e4


def tag_index(place: str, role: str) -> int:
    """The index in :data:`TAGS` of e.g. ``("B", "cue")``."""
    return TAGS.index(f"{place}-{role}")


def allowed_transitions(tags: Sequence[str] = TAGS) -> NDArray[np.bool_]:
    """bool [tags + 1, tags + 1]: may the column's tag follow the row's? The last is the border."""
    count = len(tags)
    allowed = np.zeros((count + 1, count + 1), dtype=np.bool_)
    for row, before in enumerate([*tags, "O"]):
        for column, after in enumerate([*tags, "O"]):
            if before[0] in _OPENS:
                allowed[row, column] = after[0] in "IE" and after[1:] == before[1:]
            else:
                allowed[row, column] = after[0] not in "IE"
    return allowed


def legal_transitions(tags: Sequence[str]) -> NDArray[np.float32]:
    """float32 [tags + 1, tags + 1] for a head that learns no transitions: 0 or forbidden."""
    return np.where(allowed_transitions(tags), 0.0, FORBIDDEN).astype(np.float32)
