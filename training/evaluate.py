"""A model on a corpus: read as at run time, scored as in the benchmarks."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from benchmarks.attribution import Score, measure
from onrecord.reading.decode import AttributionDecoder, outputs_of_words
from onrecord.reading.encode import TextEncoder
from onrecord.reading.types import Attribution
from training.batches import collate, examples
from training.corpora.document import Document
from training.model import Model


def attributions(
    model: Model, encoder: TextEncoder, document: Document, device: torch.device
) -> list[Attribution]:
    """What the model finds in a document."""
    found = examples([document], encoder)
    decoder = AttributionDecoder(model.attribution.crf.scores().detach().cpu().numpy())
    batch = collate(found)
    with torch.inference_mode():
        emissions, links = model.attribution(model.encoder(batch.inputs.to(device))[-1])
    windows = [example.window for example in found]
    outputs = [
        outputs_of_words(window, emissions[row].cpu().numpy(), links[row].cpu().numpy())
        for row, window in enumerate(windows)
    ]
    return decoder.attributions(windows, outputs)


def evaluate(
    model: Model, encoder: TextEncoder, documents: Sequence[Document], device: torch.device
) -> dict[str, Score]:
    """Scores of the model on documents with gold attributions."""
    model.eval()
    pairs = [
        (attributions(model, encoder, document, device), list(document.attributions or ()))
        for document in documents
    ]
    model.train()
    return measure(pairs)
