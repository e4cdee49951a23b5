"""``assay scenes``: drawing with the embedded generator, and its networks measured and trained again."""

import importlib.util
import json
from pathlib import Path

import pytest
from in_process import assay_here as assay

Pictures = pytest.importorskip("PIL.Image", reason="needs the extra: pip install 'assay[scenes]'")
pytest.importorskip("onnxruntime", reason="needs the extra: pip install 'assay[scenes]'")

PLAIN = "a large red circle on a white background"


def test_a_prompt_is_drawn_and_described(tmp_path: Path):
    done = assay("scenes", "draw", PLAIN, "--count", 2, "--json", folder=tmp_path)

    assert done.code == 0, done
    assert [it["path"] for it in done.json["pictures"]] == ["scene-1.png", "scene-2.png"]
    assert PLAIN in {it["caption"] for it in done.json["pictures"]}
    with Pictures.open(tmp_path / "scene-1.png") as drawn:
        assert drawn.size == (384, 384)


def test_the_same_seed_draws_the_same_picture_and_one_as_large_as_drawn_is_the_generators_own(tmp_path: Path):
    for name in ("a.png", "b.png"):
        assert assay("scenes", "draw", PLAIN, "--out", name, "--larger", 1, folder=tmp_path).code == 0

    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
    with Pictures.open(tmp_path / "a.png") as drawn:
        assert drawn.size == (32, 32)


@pytest.mark.parametrize(
    "wrong", [["draw", " "], ["draw", PLAIN, "--out", "a.jpg"], ["check", "--folder", "."]], ids=str
)
def test_what_cannot_be_is_said(wrong, tmp_path):
    done = assay("scenes", *wrong, folder=tmp_path)

    assert (done.code, done.out) == (2, b""), done
    assert done.err.startswith("assay: ")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(importlib.util.find_spec("torch") is not None, reason="torch is there, so it would train")
def test_training_without_torch_names_the_extra(tmp_path):
    done = assay("scenes", "train", folder=tmp_path)

    assert done.code == 2, done
    assert "assay[train]" in done.err


def test_networks_that_are_not_those_listed_are_told(tmp_path, monkeypatch):
    # Measuring takes a minute; what is told of the files does not need it.
    monkeypatch.setattr(
        "assay.training.scenes.evaluate.evaluate", lambda *_, **__: {"captioner": {"a": float("nan")}}
    )
    (tmp_path / "generator.onnx").write_bytes(b"another")
    (tmp_path / "weights.json").write_text(
        json.dumps({"files": {"generator.onnx": "0" * 64}}), encoding="utf-8"
    )
    done = assay("scenes", "check", "--folder", ".", "--json", folder=tmp_path)

    assert done.json == {"folder": ".", "changed": ["generator.onnx"], "figures": {"captioner": {"a": None}}}
