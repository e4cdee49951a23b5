"""A clarity study with torch: killed and gone on with; learners' files pass, fail or are refused."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import yaml

torch = pytest.importorskip("torch", reason="needs the environment of make test-torch")

from assay.api.clarity_runs import run_clarity  # noqa: E402
from assay.errors import StudyError, UsageError  # noqa: E402
from assay.judges.load import UserFunction  # noqa: E402
from assay.studies.clarity.assembling import load_clarity_study  # noqa: E402
from assay.studies.clarity.learner import FencedLoss  # noqa: E402
from assay.studies.clarity.starter import write_clarity_study  # noqa: E402
from support.commands import assay, started, until  # noqa: E402

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "clarity" / "learner.py"
TINY = {
    "kind": "clarity",
    "data": {"glyphs": {"pictures": 64, "held_out": 8}},
    "named": {"before": {"epochs": 2}, "after": {"loss": "edge", "learning_rate": 1e-4, "epochs": 3}},
    "factorial": {"loss": ["mse", "edge"], "learning_rate": [1e-3], "epochs": [1, 3]},
    "seeds": 2,
    "fresh": 2,
}


def write_tiny(folder, **changes):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "study.yaml").write_text(yaml.safe_dump({**TINY, **changes}), encoding="utf-8")
    return folder


def exercise(folder, code=None, **own):
    """The exercise as it is shipped, with one setting alone to train."""
    write_clarity_study(folder)
    path = folder / "study.yaml"
    study = yaml.safe_load(path.read_text("utf-8"))
    study = {
        name: study[name] for name in ("kind", "name", "data", "network", "pairing", "batch", "exercise")
    }
    study["exercise"] |= own
    path.write_text(yaml.safe_dump({**study, "fresh": 2}), encoding="utf-8")
    if code is not None:
        (folder / "learner.py").write_text(code, encoding="utf-8")
    return folder


def tables(folder):
    with closing(sqlite3.connect(folder / ".assay" / "assay.db")) as connection:
        scores = connection.execute("SELECT * FROM scores ORDER BY run, entrant, item").fetchall()
        return scores, connection.execute("SELECT outcome FROM runs").fetchall()


def trainings_kept(folder):
    return len(list((folder / ".assay" / "trainings").glob("*.pt")))


@pytest.mark.slow
def test_killed_and_gone_on_with_it_gives_the_same_tables(tmp_path):
    calm = write_tiny(tmp_path / "calm", processes=1)
    whole = assay("run", "study.yaml", "--json", folder=calm)
    assert whole.code == 0, whole
    killed = write_tiny(tmp_path / "killed", processes=2)
    with started("run", "study.yaml", "--json", folder=killed) as process:
        assert until(lambda: trainings_kept(killed) >= 3, process)
        process.kill()
        process.wait(20)
    assert process.returncode == -9, "the run ended before it could be killed"
    last = assay("run", "study.yaml", "--json", folder=killed)
    assert last.code == 0, last
    assert tables(killed) == tables(calm)
    assert "going on with run" in last.err
    assert (killed / last.json["report"]).is_file()


@pytest.mark.slow
def test_a_learners_file_passes_its_goal(tmp_path):
    folder = exercise(tmp_path / "pass", EXAMPLE.read_text("utf-8"), epochs=45)
    done = assay("run", "study.yaml", folder=folder)
    assert done.code == 0, done
    assert "PASS  clarity above 80" in done.text
    assert "UNDECIDED  satisfaction above 75%" in done.text


def test_a_learners_file_that_is_too_short_fails(tmp_path):
    folder = exercise(tmp_path / "fail", epochs=1)
    result = run_clarity(folder, store=f"sqlite:///{tmp_path}/a.db", report=False, overrides={"processes": 1})
    assert [goal.verdict for goal in result.goals] == ["fail", "undecided"]
    assert result.own.cell.name == "learner:my_loss, 0.001, 1"


def test_a_learners_file_that_changes_the_data_is_refused(tmp_path):
    folder = exercise(tmp_path / "cheat")
    path = folder / "study.yaml"
    study = yaml.safe_load(path.read_text("utf-8"))
    study["data"]["glyphs"]["pictures"] = 2048
    path.write_text(yaml.safe_dump(study))
    with pytest.raises(StudyError, match="the exercise has 512, and 2048 came"):
        load_clarity_study(path)


REPLACES_LATER = """
import sys
def my_loss(generated, real):
    module = sys.modules["assay.metrics.clarity.score"]
    module._NO_ENERGY = 1e9
    return ((generated - real) ** 2).mean()
"""


def test_a_file_that_replaces_the_score_while_training_is_refused(tmp_path):
    folder = exercise(tmp_path / "later", REPLACES_LATER, epochs=1)
    from assay.metrics.clarity import score  # noqa: PLC0415

    kept = score._NO_ENERGY
    try:
        with pytest.raises(UsageError, match=r"replaced assay\.metrics\.clarity\.score\._NO_ENERGY"):
            run_clarity(folder, store=f"sqlite:///{tmp_path}/a.db", report=False, overrides={"processes": 1})
    finally:
        score._NO_ENERGY = kept


def fenced(loss):
    return FencedLoss(UserFunction(loss, "learner:my_loss", "", is_async=False))


def pictures():
    """Pictures of a small network, and real ones."""
    torch.manual_seed(1)
    network = torch.nn.Sequential(torch.nn.Linear(4, 9), torch.nn.Tanh())
    return network, network(torch.randn(3, 4)).view(3, 1, 3, 3), torch.rand(3, 1, 3, 3)


def test_an_honest_loss_passes_the_fence_unchanged():
    _, generated, real = pictures()
    found = fenced(lambda one, two: (one - two).square().mean())(generated, real)
    assert found.item() == (generated - real).square().mean().item()
    found.backward()


@pytest.mark.parametrize("write", [lambda weight: weight.data.mul_(2.0), lambda weight: weight.data.zero_()])
def test_a_loss_that_touches_the_weights_is_told(write):
    _, generated, real = pictures()

    def loss(one, two):
        node = one.grad_fn
        while not hasattr(node, "variable"):
            node = next(it for it, _ in node.next_functions if it is not None)
        write(node.variable)
        return (one - two).square().mean()

    with pytest.raises(UsageError, match="the loss learner:my_loss changed weights of the network"):
        fenced(loss)(generated, real)


def test_a_loss_that_writes_into_the_real_pictures_is_told():
    _, generated, real = pictures()

    def loss(one, two):
        two.copy_(one.detach())
        return (one - two).square().mean()

    with pytest.raises(UsageError, match="wrote into the real pictures"):
        fenced(loss)(generated, real)


def test_a_loss_that_is_no_number_from_the_start_is_told():
    _, generated, real = pictures()
    with pytest.raises(UsageError, match="gave nan for the first batch"):
        fenced(lambda one, two: (one - two).mean().abs().neg().sqrt())(generated, real)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("def my_loss(generated, real):\n    return (generated - real) ** 2\n", "it must return one number"),
        ("def my_loss(generated, real):\n    return 1.0\n", "it must return one number"),
        (
            "def my_loss(generated, real):\n    return generated.mean() / 0 * 0\n",
            "gave nan for the first batch",
        ),
        ("def my_loss(generated):\n    return generated.mean()\n", "the loss learner:my_loss: TypeError"),
    ],
)
def test_faults_of_a_loss_are_told_and_end_the_run(tmp_path, code, told):
    folder = exercise(tmp_path / "faulty", code, epochs=1)
    with pytest.raises(UsageError, match=told):
        run_clarity(folder, store=f"sqlite:///{tmp_path}/a.db", report=False, overrides={"processes": 1})


def test_a_sharpening_step_takes_part(tmp_path):
    plain = exercise(tmp_path / "plain", epochs=1)
    sharp = exercise(tmp_path / "sharp", epochs=1, sharpen="learner:sharpen")
    shutil.copy(plain / "learner.py", sharp / "learner.py")
    text = (sharp / "learner.py").read_text("utf-8").replace("    return picture\n", "    return -picture\n")
    (sharp / "learner.py").write_text(text)
    one, two = (
        run_clarity(folder, store=f"sqlite:///{tmp_path}/a.db", report=False, overrides={"processes": 1})
        for folder in (plain, sharp)
    )
    assert one.own.figures.measures["mse"] < two.own.figures.measures["mse"]
    assert two.own.cell.setting.sharpen == "learner:sharpen"
