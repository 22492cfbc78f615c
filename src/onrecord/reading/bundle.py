"""The model files in the package: a manifest, the tokenizer and the network, which must fit.

``manifest.json`` names each file with its SHA-256, the labels of each head, the transitions
between tags, the scores reached and how the model was made. Whatever does not fit is refused.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.errors import BundleError
from onrecord.reading.encode import QUOTES, SHAPES, SPACINGS
from onrecord.reading.labels import (
    ACTS,
    DISTANCES,
    LINK_WIDTH,
    LINKS,
    NAME_TAGS,
    PARTS_OF_SPEECH,
    RELATION_WIDTH,
    RELATIONS,
    TAGS,
    TIME_TAGS,
)
from onrecord.reading.syntax import RelationWeights

FORMAT = 3
_REMEDY = "install onrecord again"


class AttributionLabels(msgspec.Struct, frozen=True):
    """The attribution head: its tags, its links, and float [tags + 1][tags + 1] transitions."""

    tags: tuple[str, ...]
    links: tuple[str, ...]
    link_width: int
    transitions: tuple[tuple[float, ...], ...]


class HeadLabels(msgspec.Struct, frozen=True):
    """What the outputs of the other heads mean."""

    parts_of_speech: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    times: tuple[str, ...]
    acts: tuple[str, ...]


class Features(msgspec.Struct, frozen=True):
    """What the inputs mean, and how many pieces a window holds at most."""

    window: int
    shapes: tuple[str, ...]
    spacings: tuple[str, ...]
    quotes: int


class Manifest(msgspec.Struct, frozen=True):
    """``files`` maps a file name to its SHA-256; ``scores`` and ``made_with`` are for people."""

    format: int
    files: dict[str, str]
    features: Features
    attribution: AttributionLabels
    heads: HeadLabels
    scores: dict[str, float]
    made_with: dict[str, Any]


@dataclass(frozen=True, slots=True)
class HeadWeights:
    """The weights that work outside the network, on pairs of words."""

    relations: RelationWeights
    distance: NDArray[np.float32]


@dataclass(frozen=True)
class Bundle:
    """A checked folder of model files."""

    folder: Traversable
    manifest: Manifest

    @classmethod
    def load(cls, folder: Traversable | None = None) -> Bundle:
        """The bundle in ``folder``, or the one shipped in the package.

        Raises:
            BundleError: a file is missing, damaged, or made for other labels than this code's.
        """
        folder = folder or resources.files("onrecord.reading") / "bundle"
        try:
            raw = (folder / "manifest.json").read_bytes()
            manifest = msgspec.json.decode(raw, type=Manifest)
        except (OSError, msgspec.DecodeError) as error:
            raise BundleError(
                f"the model's manifest cannot be read ({error})",
                source=str(folder),
                remedy=_REMEDY,
            ) from error
        bundle = cls(folder, manifest)
        bundle._check_labels()
        return bundle

    def read(self, name: str) -> bytes:
        """The bytes of one of the files, checked against the manifest."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            raise self._refusal(f"{name} is missing") from error
        if hashlib.sha256(data).hexdigest() != self.manifest.files.get(name):
            raise self._refusal(f"{name} is not the file that the manifest names")
        return data

    @cached_property
    def transitions(self) -> NDArray[np.float32]:
        """float32 [tags + 1, tags + 1]; the last row and column are the border of a block."""
        return np.array(self.manifest.attribution.transitions, dtype=np.float32)

    def heads(self) -> HeadWeights:
        """The weights in ``heads.npz``. Raises ``BundleError`` when they do not fit."""
        try:
            with np.load(io.BytesIO(self.read("heads.npz")), allow_pickle=False) as arrays:
                relations = RelationWeights(arrays["relation_weight"], arrays["relation_bias"])
                heads = HeadWeights(relations, arrays["distance"])
        except (KeyError, ValueError, zipfile.BadZipFile) as error:
            raise self._refusal(f"heads.npz cannot be read ({error})") from error
        shapes = relations.weight.shape, relations.bias.shape, heads.distance.shape
        if shapes != ((RELATION_WIDTH, len(RELATIONS)), (len(RELATIONS),), (len(DISTANCES) + 1,)):
            raise self._refusal("heads.npz was made for other labels than this version's")
        return heads

    def _check_labels(self) -> None:
        labels, features = self.manifest.attribution, self.manifest.features
        heads = self.manifest.heads
        found = (
            self.manifest.format,
            labels.tags,
            labels.links,
            labels.link_width,
            features.shapes,
            features.spacings,
            features.quotes,
            (heads.parts_of_speech, heads.relations, heads.names, heads.times, heads.acts),
        )
        others = (PARTS_OF_SPEECH, RELATIONS, NAME_TAGS, TIME_TAGS, ACTS)
        wanted = (FORMAT, TAGS, LINKS, LINK_WIDTH, SHAPES, SPACINGS, len(QUOTES), others)
        if found != wanted:
            raise self._refusal("the model was made for other labels than this version's")

    def _refusal(self, problem: str) -> BundleError:
        return BundleError(problem, source=str(self.folder), remedy=_REMEDY)
