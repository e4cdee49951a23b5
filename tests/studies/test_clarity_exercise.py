"""The exercise: a learner's functions are found; a changed task and code that reaches further are refused."""

import random
import sys

import pytest

from assay.drawing import glyphs
from assay.errors import StudyError, UsageError
from assay.studies.clarity.assembling import assemble_clarity
from assay.studies.clarity.config import check_clarity_study
from assay.studies.clarity.exercise import shipped_task, task_of
from assay.studies.clarity.hints import HINTS
from assay.studies.clarity.learner import Watched, learner_of
from assay.studies.clarity.tampering import replaced, seen_now

HONEST = "def my_loss(generated, real):\n    return ((generated - real) ** 2).mean()\n"
REPLACES = """
import sys
module = sys.modules["assay.drawing.glyphs"]
module.glyph_data = lambda *_, **__: None
def my_loss(generated, real):
    return generated.mean()
"""


def exercise(folder, code=HONEST, **changes):
    (folder / "learner.py").write_text(code, encoding="utf-8")
    own = {"task": shipped_task(), "loss": "learner:my_loss", **changes.pop("own", {})}
    config = check_clarity_study({"kind": "clarity", "exercise": own, **changes}, "study.yaml")
    return assemble_clarity(config, folder, "study.yaml")


def test_a_learners_loss_is_a_cell_on_fresh_seeds_and_its_code_part_of_the_identity(tmp_path):
    study = exercise(tmp_path)
    own = study.plan.named["own"]
    assert own.own
    assert own.setting.loss == "learner:my_loss"
    changed = exercise(tmp_path, HONEST.replace("** 2", "** 4"))
    assert changed.plan.named["own"].setting.course != own.setting.course
    assert changed.id != study.id


def test_settings_alone_need_no_file(tmp_path):
    study = exercise(tmp_path, own={"loss": "edge", "epochs": 50})
    assert not study.plan.named["own"].own
    assert study.plan.named["own"].setting.weight == 0.1


def test_a_changed_task_is_refused_with_everything_that_differs(tmp_path):
    with pytest.raises(StudyError) as caught:
        exercise(
            tmp_path,
            data={"glyphs": {"pictures": 2048, "seed": 3}},
            network="conv",
            batch=8,
            goals={"clarity": 50},
        )
    told = "\n".join(caught.value.faults)
    assert len(caught.value.faults) == 5
    assert "data.glyphs.pictures: the exercise has 512, and 2048 came" in told
    assert "network: the exercise has mlp, and conv came" in told
    assert "goals.clarity: the exercise has 80.0, and 50.0 came" in told


def test_other_data_are_refused(tmp_path):
    (tmp_path / "pictures.idx").write_bytes(
        b"\0\0\x08\x03\0\0\0\x14\0\0\0\x08\0\0\0\x08" + random.Random(1).randbytes(20 * 64)
    )
    with pytest.raises(StudyError, match=r"data\.idx\.pictures: the exercise has nothing"):
        exercise(tmp_path, data={"idx": {"pictures": "pictures.idx"}})


def test_a_task_of_somebodys_own_is_kept_too(tmp_path):
    data = {"glyphs": {"pictures": 64, "held_out": 16}}
    config = check_clarity_study({"kind": "clarity", "named": {"a": {}}, "data": data}, "study.yaml")
    task = task_of(config, assemble_clarity(config, tmp_path, "study.yaml").data)
    assert exercise(tmp_path, own={"task": task}, data=data).plan.named
    with pytest.raises(StudyError, match="are not those that this exercise was made with"):
        exercise(tmp_path, own={"task": task}, data={"glyphs": {"pictures": 65, "held_out": 16}})


def test_code_that_replaces_the_data_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(glyphs, "glyph_data", glyphs.glyph_data)  # put back afterwards
    with pytest.raises(
        StudyError, match=r"loading the learner's code replaced assay\.drawing\.glyphs\.glyph_data"
    ):
        exercise(tmp_path, REPLACES)


@pytest.mark.parametrize("line", ["import assay.drawing.glyphs", "from assay import metrics", "import gc"])
def test_code_that_takes_in_the_program_is_refused(tmp_path, line):
    with pytest.raises(StudyError, match=r"learner\.py, line 1: it imports"):
        exercise(tmp_path, f"{line}\n{HONEST}")


def test_a_function_that_is_not_there_is_told_with_those_that_are(tmp_path):
    with pytest.raises(StudyError, match="functions of learner: my_loss"):
        exercise(tmp_path, own={"loss": "learner:their_loss"})


def test_methods_constants_and_bodies_of_functions_are_watched(monkeypatch):
    from assay.metrics.clarity import score  # noqa: PLC0415

    before = seen_now()
    assert replaced(before) == []
    monkeypatch.setattr(score, "_NO_ENERGY", 5.0)
    monkeypatch.setattr(score.clarity, "__code__", (lambda generated, real, *, paired: None).__code__)
    monkeypatch.setattr(Watched, "train", lambda *_, **__: {})
    assert set(replaced(before)) >= {
        "assay.metrics.clarity.score._NO_ENERGY",
        "assay.metrics.clarity.score.clarity",
        "assay.studies.clarity.learner.Watched.train",
    }


def test_what_is_replaced_while_training_throws_the_training_away(tmp_path, monkeypatch):
    class Trainer:
        id = "simulation"

        def train(self, setting, seed, data, *, checkpoint, tell, stop, epochs_wanted=()):
            checkpoint.write_text("clear pictures")
            monkeypatch.setattr(glyphs, "SIDE", 5)
            return {}

    checkpoint = tmp_path / "kept.pt"
    watched = Watched(Trainer(), seen_now())
    with pytest.raises(UsageError, match=r"replaced assay\.drawing\.glyphs\.SIDE"):
        watched.train(None, 1, None, checkpoint=checkpoint, tell=print, stop=lambda: False)
    assert not checkpoint.exists()


def test_loading_leaves_no_module_behind(tmp_path):
    (tmp_path / "learner.py").write_text(HONEST)
    config = check_clarity_study(
        {"kind": "clarity", "exercise": {"task": shipped_task(), "loss": "learner:my_loss"}}, "study.yaml"
    )
    learner_of(config.exercise, tmp_path)
    assert "learner" not in sys.modules


def test_there_are_four_hints():
    assert len(HINTS) == 4
    assert all(len(hint) > 80 for hint in HINTS)
