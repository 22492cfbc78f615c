"""A checkpoint → the bundle: an ONNX network with weights in 8-bit integers, and a manifest.

Weights have a scale for each output; they become floats again when the network is loaded, and
what flows through it stays in floats. 8-bit arithmetic on what flows cost up to a point of F1 and,
on processors without VNNI, saved no time (MODEL_CARD.md).
"""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from onrecord.reading.bundle import FORMAT
from onrecord.reading.encode import QUOTES, SHAPES, SPACINGS
from onrecord.reading.labels import (
    ACTS,
    LINK_WIDTH,
    LINKS,
    NAME_TAGS,
    PARTS_OF_SPEECH,
    RELATIONS,
    TAGS,
    TIME_TAGS,
)
from onrecord.reading.session import INPUTS, OUTPUTS, RELATION_INPUTS
from training.encoder import WIDTH, Inputs
from training.model import Model
from training.tasks.relations import INSIDE, RelationsHead


def _in_eight_bits(table: Tensor) -> tuple[Tensor, Tensor]:
    """``table`` in 8-bit integers, and the scale of each row."""
    scales = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
    return (table / scales).round().to(torch.int8), scales


RELATION_LAYER = 4
"""The layer after which the relation network goes on with layers of its own."""

LARGE = 384 * 384
"""Weights of a layer from which on it is worth 8 bits; smaller heads stay as they are."""


class _RowQuantised(nn.Module):
    """An embedding table in 8-bit integers with a scale for each row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        rows, scales = _in_eight_bits(table)
        self.register_buffer("rows", rows)
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        """float [..., width] of int [...]."""
        return self.get_buffer("rows")[ids].float() * self.get_buffer("scales")[ids]


class _QuantisedLinear(nn.Module):
    """A linear layer whose weights are kept in 8-bit integers, with a scale for each output."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        rows, scales = _in_eight_bits(layer.weight.detach())
        self.register_buffer("columns", rows.T.contiguous())
        self.register_buffer("scales", scales.T.contiguous())
        self.register_buffer("bias", layer.bias.detach())

    def forward(self, values: Tensor) -> Tensor:
        """float [..., outputs] of float [..., inputs]."""
        weight = self.get_buffer("columns").float() * self.get_buffer("scales")
        return values @ weight + self.get_buffer("bias")


def _quantise(module: nn.Module, *, least: int = LARGE) -> None:
    """Put every linear layer in ``module`` that has so many weights in 8 bits."""
    for name, child in module.named_children():
        if isinstance(child, nn.Linear) and child.weight.numel() >= least:
            setattr(module, name, _QuantisedLinear(child))
        else:
            _quantise(child, least=least)


class _Graph(nn.Module):
    """The part of the model that is shipped, with plain tensors in and out."""

    def __init__(self, model: Model, *, window: int, quantised: bool) -> None:
        super().__init__()
        shipped = copy.deepcopy(
            nn.ModuleDict(
                {
                    name: getattr(model, name)
                    for name in (
                        "encoder",
                        "mixes",
                        "attribution",
                        "syntax",
                        "names",
                        "coreference",
                        "vectors",
                    )
                }
            )
        )
        encoder = shipped["encoder"]
        encoder.position = nn.Embedding.from_pretrained(encoder.position.weight.detach()[:window])
        if quantised:
            _quantise(shipped)
            encoder.word = _RowQuantised(encoder.word.weight.detach())
        self.shipped = shipped

    def forward(
        self, ids: Tensor, shapes: Tensor, spacings: Tensor, quotes: Tensor, mask: Tensor
    ) -> tuple[Tensor, ...]:
        states = self.shipped["encoder"](Inputs(ids, shapes, spacings, quotes, mask))
        mixed = {name: mix(states) for name, mix in self.shipped["mixes"].items()}
        emissions, links = self.shipped["attribution"](states[-1])
        tokens, pairs = self.shipped["syntax"](mixed["syntax"])
        return (
            emissions,
            links,
            tokens,
            pairs,
            self.shipped["names"](mixed["names"]),
            self.shipped["coreference"](mixed["coreference"]),
            self.shipped["vectors"](states),
            states[RELATION_LAYER],
        )


def export_network(model: Model, path: Path, *, window: int, quantised: bool = True) -> None:
    """Write the network to ``path``, for windows of at most so many pieces.

    Constants are not folded, or 8 bits would become 32 again.
    """
    graph = _Graph(model.cpu().eval(), window=window, quantised=quantised)
    example = tuple(torch.ones(2, 16, dtype=torch.int32) for _ in INPUTS)
    torch.onnx.export(
        graph,
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
        opset_version=17,
        do_constant_folding=not quantised,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def export_relations(head: RelationsHead, path: Path) -> None:
    """Write the relation network to ``path``, in 8 bits like the other one."""
    shipped = copy.deepcopy(head).cpu().eval()
    _quantise(shipped, least=INSIDE * WIDTH)
    example = (
        torch.ones(2, 16, WIDTH),
        *(torch.ones(2, 16, dtype=torch.int32) for _ in RELATION_INPUTS[1:]),
    )
    torch.onnx.export(
        shipped,
        example,
        str(path),
        input_names=list(RELATION_INPUTS),
        output_names=["logits"],
        dynamic_axes={name: {0: "pairs", 1: "pieces"} for name in RELATION_INPUTS}
        | {"logits": {0: "pairs"}},
        opset_version=17,
        do_constant_folding=False,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def add_relations(head: RelationsHead, folder: Path) -> None:
    """Write the relation network into a bundle that has everything else."""
    export_relations(head, folder / "relations.onnx")
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    digest = hashlib.sha256((folder / "relations.onnx").read_bytes()).hexdigest()
    manifest["files"]["relations.onnx"] = digest
    _write_manifest(manifest, folder)


def _write_manifest(manifest: dict[str, Any], folder: Path) -> None:
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def _write_heads(model: Model, path: Path) -> None:
    """The weights that work on pairs of words, outside the network."""
    relation = model.syntax.relation
    np.savez(
        path,
        relation_weight=relation.weight.detach().cpu().numpy().T.copy(),
        relation_bias=relation.bias.detach().cpu().numpy(),
        distance=model.coreference.distance.detach().cpu().numpy(),
    )


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
    export_network(model, folder / "model.onnx", window=window)
    _write_heads(model, folder / "heads.npz")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    transitions = model.attribution.crf.scores().detach().cpu().numpy().round(4).tolist()
    manifest = {
        "format": FORMAT,
        "files": {
            name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
            for name in ("model.onnx", "heads.npz", "tokenizer.json")
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
        "heads": {
            "parts_of_speech": PARTS_OF_SPEECH,
            "relations": RELATIONS,
            "names": NAME_TAGS,
            "times": TIME_TAGS,
            "acts": ACTS,
        },
        "scores": {name: round(score, 4) for name, score in scores.items()},
        "made_with": made_with,
    }
    _write_manifest(manifest, folder)
