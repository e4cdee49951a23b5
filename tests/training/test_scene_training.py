"""Training of the scene world from nothing: a few steps of each network, exported, loaded, taken up again."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra: pip install 'assay[train]'")
pytest.importorskip("onnx", reason="needs the extra: pip install 'assay[train]'")

from assay.models.scenes import SceneAnswerer, SceneCaptioner, SceneEncoder, SceneGenerator  # noqa: E402
from assay.training.scenes import Amounts, Steps, TrainedWorld, train_scene_world  # noqa: E402
from assay.training.scenes.evaluate import evaluate  # noqa: E402
from assay.training.scenes.tokens import pair_tokenizer  # noqa: E402

TINY = 0.02  # minutes; two steps of each network
FILES = {
    "answerer.onnx",
    "captioner.onnx",
    "encoder-picture.onnx",
    "encoder-text.onnx",
    "generator.onnx",
    "prompt-tokenizer.json",
    "word-tokenizer.json",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> TrainedWorld:
    return train_scene_world(
        tmp_path_factory.mktemp("world"), seed=3, minutes=TINY, amounts=Amounts(scenes=2, asked=2, apart=3)
    )


def test_every_file_is_written_and_listed_by_its_hash(world: TrainedWorld) -> None:
    listed = json.loads((world.folder / "weights.json").read_text())
    assert set(world.files) == set(listed["files"]) == FILES
    for name, wanted in listed["files"].items():
        assert hashlib.sha256((world.folder / name).read_bytes()).hexdigest() == wanted
    assert listed["seed"] == 3


def test_the_exported_networks_load_and_answer(world: TrainedWorld) -> None:
    pixels = SceneGenerator(world.folder).make(["a red circle", "two small blue discs"], [1, 2])
    assert pixels.shape == (2, 32, 32, 3)
    assert len(SceneCaptioner(world.folder).caption(pixels)) == 2
    asked = ["Is there a circle?", "Is the big crimson disc over the small plus sign?", "Is there a zyx?"]
    answers = SceneAnswerer(world.folder).answer(pixels[0], asked)
    assert [0 <= chance <= 1 for _, chance in answers] == [True] * 3
    assert SceneEncoder(world.folder).text(["a red circle"]).shape == (1, 64)
    assert SceneEncoder(world.folder).pictures(pixels).shape == (2, 64)


def test_a_second_training_leaves_what_is_there_and_makes_what_is_missing(world: TrainedWorld) -> None:
    kept = (world.folder / "generator.onnx").read_bytes()
    (world.folder / "encoder-text.onnx").unlink()
    told: list[str] = []
    again = train_scene_world(
        world.folder, seed=3, minutes=TINY, tell=told.append, amounts=Amounts(scenes=2, asked=2, apart=3)
    )
    assert set(again.cpu_seconds) == {"encoder"}
    assert "generator: there already" in told
    assert (world.folder / "generator.onnx").read_bytes() == kept


def test_equal_seeds_train_equal_networks(world: TrainedWorld, tmp_path: Path) -> None:
    again = train_scene_world(tmp_path, seed=3, minutes=TINY, amounts=Amounts(scenes=2, asked=2, apart=3))
    for name in ("generator.onnx", "captioner.onnx", "answerer.onnx", "prompt-tokenizer.json"):
        assert again.files[name] == world.files[name]


def test_the_card_is_filled(world: TrainedWorld) -> None:
    card = (world.folder / "model_card.md").read_text()
    assert "$" not in card
    assert "with seed 3 by" in card
    assert "| a third synonyms |" in card


def test_figures_are_shares(world: TrainedWorld) -> None:
    found = evaluate(world.folder, seed=3, amounts=Amounts(scenes=2, asked=2, apart=3))
    assert found == dict(world.figures)
    assert 0 <= found["generator"]["canonical"]["score"] <= 1
    assert found["checker"]["right"] == 1.0


def test_steps_are_in_proportion_to_minutes() -> None:
    assert Steps.within(10.0) == Steps()
    assert Steps.within(5.0).planner == Steps().planner // 2
    assert Steps.within(0.001) == Steps(*[2] * 9)


def test_the_exported_network_computes_what_was_trained(tmp_path: Path) -> None:
    import onnxruntime  # noqa: PLC0415

    from assay.training.scenes.encoder import TextEncoder  # noqa: PLC0415
    from assay.training.scenes.export import exported  # noqa: PLC0415

    torch.manual_seed(1)
    network = TextEncoder(50)
    network.eval()
    exported(
        network, {"ids": torch.tensor([[4, 5]])}, ["vectors"], tmp_path / "t.onnx", {"ids": {1: "length"}}
    )
    session = onnxruntime.InferenceSession(tmp_path / "t.onnx", providers=["CPUExecutionProvider"])
    ids = np.asarray([[7, 8, 9, 10, 11]])
    with torch.no_grad():
        wanted = network(torch.from_numpy(ids)).numpy()
    assert session.run(None, {"ids": ids})[0] == pytest.approx(wanted, abs=5e-3)
    assert (tmp_path / "t.onnx").stat().st_size < 0.7 * sum(p.numel() * 4 for p in network.parameters())


def test_the_same_texts_give_the_same_pairs_of_letters() -> None:
    texts = ["a large red circle", "a large blue circle", "a small red square"]
    first, second = pair_tokenizer(texts, 20), pair_tokenizer(texts[::-1], 20)
    assert first.to_str() == second.to_str()
    assert first.encode("a large disc").tokens[:2] == ["a</w>", "large</w>"]
