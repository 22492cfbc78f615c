"""The reader's model: passages of text → Reading, in batches of windows of about equal length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tokenizers import Tokenizer

from onrecord.reading.bundle import Bundle
from onrecord.reading.decode import AttributionDecoder, AttributionOutputs, outputs_of_words
from onrecord.reading.encode import TextEncoder, Window
from onrecord.reading.sentences import sentences
from onrecord.reading.session import Session
from onrecord.reading.types import Attribution, Reading
from onrecord.record import Span

Passages = Sequence[Sequence[Span]]
"""For each story the spans of its blocks of running text, in order."""

BATCH_PIECES = 2048
"""Word pieces put through the network at once: enough to fill a core, little enough to hold."""


class Model:
    """The one model that is read with.

    ``encoder`` cuts text into windows; ``session`` is the network.
    """

    def __init__(self, bundle: Bundle, *, threads: int = 1) -> None:
        self.encoder = TextEncoder(
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
        return next(self.read_many([(text, passages)]))

    def read_many(self, pages: Iterable[tuple[str, Passages]]) -> Iterator[Reading]:
        """One reading for each page, in order. All the pages given are read together."""
        held = list(pages)
        windows = [
            [w for blocks in passages for w in self.encoder.windows(text, blocks)]
            for text, passages in held
        ]
        outputs = iter(self._outputs([window for page in windows for window in page]))
        for (text, passages), page in zip(held, windows, strict=True):
            yield Reading(
                sentences=tuple(s for blocks in passages for s in sentences(text, blocks)),
                attributions=self._attributions(page, [next(outputs) for _ in page]),
            )

    def _attributions(
        self, windows: Sequence[Window], outputs: Sequence[AttributionOutputs]
    ) -> tuple[Attribution, ...]:
        return tuple(self._decoder.attributions(windows, outputs)) if windows else ()

    def _outputs(self, windows: Sequence[Window]) -> list[AttributionOutputs]:
        """Outputs in the order of ``windows``, computed in batches of like lengths."""
        outputs: dict[int, AttributionOutputs] = {}
        for batch in batches(windows):
            for at, raw in zip(batch, self.session.run([windows[i] for i in batch]), strict=True):
                outputs[at] = outputs_of_words(windows[at], raw.emissions, raw.links)
        return [outputs[at] for at in range(len(windows))]


def batches(windows: Sequence[Window]) -> Iterator[list[int]]:
    """Indices of windows of about equal length, at most :data:`BATCH_PIECES` together."""
    order = sorted(range(len(windows)), key=lambda at: len(windows[at].ids))
    while order:
        size = max(1, BATCH_PIECES // len(windows[order[-1]].ids))
        yield order[-size:]
        order = order[:-size]
