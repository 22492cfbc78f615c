"""The reader's model: passages of text → Reading, window by window."""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer

from onrecord.reading.bundle import Bundle
from onrecord.reading.decode import AttributionDecoder, outputs_of_words
from onrecord.reading.encode import TextEncoder, Window
from onrecord.reading.sentences import sentences
from onrecord.reading.session import Session
from onrecord.reading.types import Reading
from onrecord.record import Span

Passages = Sequence[Sequence[Span]]
"""For each story the spans of its blocks of running text, in order."""


class Model:
    """The one model that is read with.

    Windows go through the network one at a time: its 8-bit scales are taken from the whole input,
    so that in a batch a window's labels would depend on its neighbours. On one core a full window
    is enough to work at full speed.
    """

    def __init__(self, bundle: Bundle, *, threads: int = 1) -> None:
        self._encoder = TextEncoder(
            Tokenizer.from_buffer(bundle.read("tokenizer.json")),
            window=bundle.manifest.features.window,
        )
        self.session = Session(bundle.read("model.onnx"), threads=threads)
        self._decoder = AttributionDecoder(bundle.transitions)

    @classmethod
    def load(cls, *, threads: int = 1) -> Model:
        """The model shipped in the package. Raises ``BundleError`` when its files do not fit."""
        return cls(Bundle.load(), threads=threads)

    def read(self, text: str, passages: Passages) -> Reading:
        """What the model sees in the passages of one text."""
        windows = self.windows(text, passages)
        outputs = []
        for window in windows:
            raw = self.session.run(window)
            outputs.append(outputs_of_words(window, raw.emissions, raw.links))
        return Reading(
            sentences=tuple(s for blocks in passages for s in sentences(text, blocks)),
            attributions=tuple(self._decoder.attributions(windows, outputs)),
        )

    def windows(self, text: str, passages: Passages) -> list[Window]:
        """The windows that the network sees of the passages; no window holds two of them."""
        return [w for blocks in passages for w in self._encoder.windows(text, blocks)]
