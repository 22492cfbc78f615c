"""Tensors → typed outputs: the only module that imports onnxruntime."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.reading.encode import Window

Floats = NDArray[np.float32]
INPUTS = ("ids", "shapes", "spacings", "quotes", "mask")
OUTPUTS = ("emissions", "links", "tokens", "pairs", "names", "references", "vectors", "states")

RELATION_INPUTS = ("states", "roles", "acts", "mask")


@dataclass(frozen=True, slots=True)
class WindowOutputs:
    """One window's outputs, float32 [pieces, …].

    ``emissions``: attribution tags. ``links``: 2 · links · 64, what an attributed word looks for
    and offers. ``tokens``: parts of speech, then "sentence begins" and "token goes on".
    ``pairs``: 128 each of what a dependent looks for, what a governor offers, and the two halves
    of their relation. ``names``: name tags, then time tags. ``references``: 128 each of what a
    word looks for and offers in coreference. ``vectors``: 384, to be averaged over a sentence.
    ``states``: 384, the hidden states that the relation network starts from.
    """

    emissions: Floats
    links: Floats
    tokens: Floats
    pairs: Floats
    names: Floats
    references: Floats
    vectors: Floats
    states: Floats


class Session:
    """A network held ready for one process; safe to call from several threads."""

    def __init__(self, network: bytes, *, threads: int = 1) -> None:
        self._session = _inference(network, threads)

    def run(self, window: Window) -> WindowOutputs:
        """The network's outputs on a window."""
        feed = {name: getattr(window, name)[None] for name in INPUTS[:-1]}
        feed["mask"] = np.ones((1, len(window.ids)), dtype=np.int32)
        return WindowOutputs(*(output[0] for output in self._session.run(list(OUTPUTS), feed)))


class RelationSession:
    """The network that tells what one actor does to another, held ready likewise."""

    def __init__(self, network: bytes, *, threads: int = 1) -> None:
        self._session = _inference(network, threads)

    def run(
        self,
        states: Floats,
        roles: NDArray[np.int32],
        acts: NDArray[np.int32],
        mask: NDArray[np.int32],
    ) -> Floats:
        """float32 [pairs, acts + 1]: logits of the acts, and of none.

        ``states``: float32 [pairs, pieces, 384]. int32 [pairs, pieces] each: ``roles`` 1 for the
        pieces of the source and 2 for those of the target, ``acts`` the place in ``ACTS`` of an
        event word's type, counted from 1, ``mask`` 0 for padding.
        """
        feed = dict(zip(RELATION_INPUTS, (states, roles, acts, mask), strict=True))
        logits: Floats = self._session.run(["logits"], feed)[0]
        return logits


def _inference(network: bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # a long page must not be kept for ever
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
