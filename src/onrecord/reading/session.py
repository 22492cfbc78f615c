"""Tensors → typed outputs: the only module that imports onnxruntime."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.reading.encode import Window

Floats = NDArray[np.float32]
INPUTS = ("ids", "shapes", "spacings", "quotes", "mask")
OUTPUTS = ("emissions", "links")


@dataclass(frozen=True, slots=True)
class WindowOutputs:
    """One window's outputs. ``emissions`` float32 [pieces, tags]; ``links`` float32 [pieces, n]."""

    emissions: Floats
    links: Floats


class Session:
    """A network held ready for one process; safe to call from several threads."""

    def __init__(self, network: bytes, *, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # a long page must not be kept for ever
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            network, options, providers=["CPUExecutionProvider"]
        )

    def run(self, window: Window) -> WindowOutputs:
        """The network's outputs on a window."""
        feed = {name: getattr(window, name)[None] for name in INPUTS[:-1]}
        feed["mask"] = np.ones((1, len(window.ids)), dtype=np.int32)
        emissions, links = self._session.run(list(OUTPUTS), feed)
        return WindowOutputs(emissions[0], links[0])
