"""A checkpoint → the bundle: an ONNX network in 8-bit integers, the tokenizer and a manifest.

Weights are quantised per channel over the full range. On processors without VNNI the 8-bit kernel
adds pairs of products in 16 bits and could saturate; measured on such a processor, labels held
better so than with the range reduced to 7 bits (MODEL_CARD.md). The table of word pieces has a
scale for each row; the heads are small and stay in floats.
"""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.reading.bundle import FORMAT
from onrecord.reading.encode import QUOTES, SHAPES, SPACINGS
from onrecord.reading.labels import LINK_WIDTH, LINKS, TAGS
from onrecord.reading.session import INPUTS, OUTPUTS
from training.encoder import Inputs
from training.model import Model


class _RowQuantised(nn.Module):
    """An embedding table in 8-bit integers with a scale for each row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scales = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (table / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        """float [..., width] of int [...]."""
        return self.get_buffer("rows")[ids].float() * self.get_buffer("scales")[ids]


class _Graph(nn.Module):
    """The part of the model that is shipped, with plain tensors in and out."""

    def __init__(self, model: Model, *, quantised: bool) -> None:
        super().__init__()
        self.encoder = copy.deepcopy(model.encoder)
        self.attribution = model.attribution
        if quantised:
            self.encoder.word = _RowQuantised(self.encoder.word.weight.detach())

    def forward(
        self, ids: Tensor, shapes: Tensor, spacings: Tensor, quotes: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        emissions, links = self.attribution(
            self.encoder(Inputs(ids, shapes, spacings, quotes, mask))
        )
        return emissions, links


def export_network(model: Model, path: Path, *, quantised: bool = True) -> None:
    """Write the network to ``path``."""
    graph = _Graph(model.cpu().eval(), quantised=quantised)
    example = tuple(torch.ones(2, 16, dtype=torch.int32) for _ in INPUTS)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            graph,
            example,
            str(whole),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
            opset_version=17,
            dynamo=False,
        )
        if not quantised:
            shutil.copy(whole, path)
            return
        quantize_dynamic(
            str(whole),
            str(path),
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=[
                node.name
                for node in onnx.load(str(whole)).graph.node
                if node.name.startswith("/attribution")
            ],
            per_channel=True,
            reduce_range=False,
            weight_type=QuantType.QInt8,
        )
    onnx.checker.check_model(str(path))


def write_bundle(
    model: Model,
    folder: Path,
    *,
    tokenizer: Path,
    window: int,
    scores: dict[str, float],
    made_with: dict[str, Any],
) -> None:
    """Write network, tokenizer and manifest to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    export_network(model, folder / "model.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    transitions = model.attribution.crf.scores().detach().cpu().numpy().round(4).tolist()
    manifest = {
        "format": FORMAT,
        "files": {
            name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
            for name in ("model.onnx", "tokenizer.json")
        },
        "features": {
            "window": window,
            "shapes": SHAPES,
            "spacings": SPACINGS,
            "quotes": len(QUOTES),
        },
        "attribution": {
            "tags": TAGS,
            "links": LINKS,
            "link_width": LINK_WIDTH,
            "transitions": transitions,
        },
        "scores": {name: round(score, 4) for name, score in scores.items()},
        "made_with": made_with,
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")
