"""A bundle that does not fit together is refused."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import BundleError
from onrecord.reading.bundle import Bundle

SHIPPED = resources.files("onrecord.reading") / "bundle"


def _manifest() -> dict[str, object]:
    loaded: dict[str, object] = json.loads((SHIPPED / "manifest.json").read_text("utf-8"))
    return loaded


def test_the_shipped_bundle_fits() -> None:
    bundle = Bundle.load()
    for name in bundle.manifest.files:
        assert bundle.read(name)
    tags = len(bundle.manifest.attribution.tags)
    assert bundle.transitions.shape == (tags + 1, tags + 1)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="install onrecord again"):
        Bundle.load(tmp_path)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps(_manifest()), "utf-8")
    (tmp_path / "model.onnx").write_bytes(b"not a network")
    with pytest.raises(BundleError, match="not the file that the manifest names"):
        Bundle.load(tmp_path).read("model.onnx")


def test_other_labels_are_refused(tmp_path: Path) -> None:
    manifest = _manifest()
    attribution = manifest["attribution"]
    assert isinstance(attribution, dict)
    attribution["tags"] = ["O", "B-opinion"]
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(BundleError, match="other labels"):
        Bundle.load(tmp_path)


def test_weights_of_other_shapes_are_refused(tmp_path: Path) -> None:
    heads = tmp_path / "heads.npz"
    np.savez(heads, relation_weight=np.zeros((3, 2)), relation_bias=np.zeros(2), distance=[0.0])
    manifest = _manifest()
    files = manifest["files"]
    assert isinstance(files, dict)
    files["heads.npz"] = hashlib.sha256(heads.read_bytes()).hexdigest()
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(BundleError, match=r"heads\.npz was made for other labels"):
        Bundle.load(tmp_path).heads()
