"""Stopped, killed and resumed, a training gives the numbers it would have given."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="needs the environment of make test-torch")

from assay.drawing.glyphs import glyph_data
from assay.errors import Interrupted, UsageError
from assay.training.clarity import checkpoint as checkpoints
from assay.training.clarity import eye
from training.clarity_trainings import EDGE, SMALL, notes, trained

KINDS = [
    EDGE,
    replace(SMALL, pairing="fresh"),
    replace(EDGE, pairing="encoder"),
    replace(EDGE, loss="perceptual"),
]


def after(batches):
    """Says stop after so many batches."""
    asked = iter(range(10_000))
    return lambda: next(asked) >= batches


@pytest.mark.parametrize("setting", KINDS, ids=lambda setting: f"{setting.loss}-{setting.pairing}")
def test_stopped_at_any_batch_and_resumed_it_gives_the_same_bits(tmp_path, monkeypatch, setting):
    monkeypatch.setattr(eye, "_STEPS", 5)
    whole = trained(setting, path=tmp_path / "whole", wanted=(1, 3))
    stops = 0
    for _ in range(20):
        try:
            parts = trained(setting, path=tmp_path / "parts", wanted=(1, 3), stop=after(2))
            break
        except Interrupted:
            stops += 1
    assert stops == 4  # three epochs of three batches, the last stretch of one
    assert parts == whole
    assert parts[3].weights == whole[3].weights != whole[1].weights


def test_what_a_learners_loss_draws_is_drawn_again_after_a_stop(tmp_path):
    import torch  # noqa: PLC0415

    def own(generated, real):
        return ((generated - real) ** 2 * torch.rand_like(real)).mean()

    setting = replace(EDGE, loss="mine:loss", weight=0.0)
    whole = trained(setting, path=tmp_path / "whole", losses={"mine:loss": own})
    torch.manual_seed(99)
    with pytest.raises(Interrupted):
        trained(setting, path=tmp_path / "parts", losses={"mine:loss": own}, stop=after(4))
    assert trained(setting, path=tmp_path / "parts", losses={"mine:loss": own}) == whole


def test_a_training_that_is_done_is_read_and_not_done_again(tmp_path):
    first = trained(path=tmp_path / "kept", wanted=(1, 3))
    told = []
    again = trained(path=tmp_path / "kept", wanted=(1, 3), told=told, stop=lambda: True)
    assert (again, told) == (first, [])
    assert trained(path=tmp_path / "kept", wanted=(3,)) == {3: first[3]}


def test_results_that_were_not_kept_are_trained_for_anew(tmp_path):
    first = trained(path=tmp_path / "kept", wanted=(3,))
    told = []
    both = trained(path=tmp_path / "kept", wanted=(2, 3), told=told)
    assert "lacks results" in notes(told)[0]
    assert both[3] == first[3]
    assert trained(path=tmp_path / "other", wanted=(2,))[2] == both[2]


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("setting", {"setting": replace(EDGE, weight=0.2)}),
        ("seed", {"seed": 1}),
        ("data", {"data": glyph_data(40, 10, seed=1)}),
    ],
)
def test_a_checkpoint_of_another_training_is_refused_and_left_alone(tmp_path, what, change):
    trained(path=tmp_path / "kept")
    before = (tmp_path / "kept").read_bytes()
    with pytest.raises(UsageError, match=f"belongs to another {what};"):
        trained(path=tmp_path / "kept", **change)
    assert (tmp_path / "kept").read_bytes() == before


@pytest.mark.parametrize("damage", ["cut off", "one bit", "empty", "text"])
def test_a_damaged_checkpoint_is_trained_anew_with_a_note(tmp_path, damage):
    path = tmp_path / "kept"
    with pytest.raises(Interrupted):
        trained(path=path, stop=after(4))
    content = path.read_bytes()
    flipped = content[:5000] + bytes([content[5000] ^ 1]) + content[5001:]
    path.write_bytes({"cut off": content[:-9], "one bit": flipped, "empty": b"", "text": b"hello\n"}[damage])
    told = []
    assert trained(path=path, told=told) == trained(path=tmp_path / "whole")
    assert "damaged" in notes(told)[0]


def test_another_version_of_torch_begins_anew_with_a_note(tmp_path, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("torch.__version__", "1.0")
        first = trained(path=tmp_path / "kept")
    told = []
    assert trained(path=tmp_path / "kept", told=told) == first
    assert "other version of torch" in notes(told)[0]


def test_a_checkpoint_that_cannot_be_written_leaves_the_last_one(tmp_path, monkeypatch):
    path, identity = tmp_path / "kept", {"setting": "s", "seed": "1", "data": "d"}
    checkpoints.write_checkpoint(path, identity, {"batch": 1})

    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(checkpoints.StoreError, match="No space left"):
            checkpoints.write_checkpoint(path, identity, {"batch": 2})
    assert checkpoints.read_checkpoint(path, identity) == ({"batch": 1}, None)
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]


@pytest.mark.slow
def test_killed_without_warning_and_resumed_it_gives_the_same_bits(tmp_path):
    program = (
        "import sys; from pathlib import Path; from training.clarity_trainings import SMALL, trained\n"
        "class Told(list):\n"
        "    def append(self, row): print('epoch', flush=True)\n"
        "trained(SMALL, path=Path(sys.argv[1]), wanted=(5, 14), told=Told(), checkpoint_seconds=0.0)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "killed")],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as child:
        assert child.stdout is not None
        for _ in range(7):
            assert child.stdout.readline() == "epoch\n"
        child.send_signal(signal.SIGKILL)
    told = []
    resumed = trained(SMALL, path=tmp_path / "killed", wanted=(5, 14), told=told)
    assert len(told) < 9  # it went on and did not begin anew
    assert notes(told) == []
    assert resumed == trained(SMALL, path=tmp_path / "whole", wanted=(5, 14))
