"""Clarity studies by the command: init, hints, show, surveys and what their votes decide."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from in_process import assay_here

from assay.api.clarity_runs import run_clarity_reported
from assay.drawing.grey_png import read_grey_png
from assay.store import Store
from assay.studies.clarity.exercise import shipped_task
from assay.studies.stage import Options
from support.clarity_world import SimulatedTrainer, clarity_study


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """A folder with a store that holds a finished run, its trainer a simulation."""
    folder = tmp_path_factory.mktemp("clarity")
    (folder / ".assay").mkdir()
    with Store(f"sqlite:///{folder}/.assay/assay.db") as store:
        run_clarity_reported(clarity_study(folder), store, Options(), make=SimulatedTrainer(folder))
    return folder


def test_init_writes_the_exercise_and_overwrites_nothing(tmp_path):
    done = assay_here("init", "clarity", "glyphs", folder=tmp_path)
    assert done.code == 0, done
    assert sorted(path.name for path in (tmp_path / "glyphs").iterdir()) == [
        "README.md",
        "learner.py",
        "study.yaml",
    ]
    study = yaml.safe_load((tmp_path / "glyphs" / "study.yaml").read_text("utf-8"))
    assert study["exercise"]["task"] == shipped_task()
    assert study["name"] == "glyphs"
    assert assay_here("init", "clarity", "glyphs", folder=tmp_path).code == 2
    assert assay_here("init", "clarity", "other", "--documents", 3, folder=tmp_path).code == 2


@pytest.mark.skipif(find_spec("torch") is not None, reason="torch is installed here")
def test_a_run_without_torch_names_the_extra(tmp_path):
    (tmp_path / "study.yaml").write_text("kind: clarity\nnamed: {before: {}}\n")
    done = assay_here("run", "study.yaml", folder=tmp_path)
    assert done.code == 2
    assert "training generators needs the extra 'train': pip install 'assay[train]'" in done.err


def test_options_of_other_studies_are_refused(tmp_path):
    (tmp_path / "study.yaml").write_text("kind: clarity\nnamed: {before: {}}\n")
    done = assay_here("run", "study.yaml", "--rounds", 3, "--critic", "a/b", folder=tmp_path)
    assert done.code == 2
    assert "--rounds, --critic: a study of kind clarity has no use for it" in done.err
    assert assay_here("run", "study.yaml", "--reuse-proof", folder=tmp_path).code == 2


def test_hints_come_one_at_a_time(tmp_path):
    first = assay_here("clarity", "hint", folder=tmp_path)
    assert first.text.startswith("Hint 1 of 4:")
    assert "assay clarity hint 2" in first.text
    assert "hint 5" not in assay_here("clarity", "hint", 4, folder=tmp_path).text
    assert assay_here("clarity", "hint", 2, "--json", folder=tmp_path).json["of"] == 4
    assert assay_here("clarity", "hint", 5, folder=tmp_path).code == 2


def test_a_run_is_shown_with_its_goals(shelf):
    done = assay_here("show", "clarity-1", folder=shelf)
    assert done.code == 0, done
    assert "UNDECIDED" in done.text
    data = assay_here("show", "clarity-1", "--json", folder=shelf).json
    assert data["outcome"] == "did not hold"
    assert [arm["name"] for arm in data["arms"]] == ["before", "after", "best"]
    assert assay_here("matrix", "clarity-1", folder=shelf).code == 2


def answers(folder, key, accept, voters=8):
    """Files of voters who accept the pictures of some arms."""
    files = []
    for voter in range(voters):
        votes = [
            {
                "page": page["name"],
                "choice": "yes"
                if accept & {arm for arms in page["pictures"].values() for arm in arms}
                else "no",
                "shown": list(page["pictures"]),
                "at": 1_000 + voter,
            }
            for page in key["pages"]
        ]
        data = {
            "format": "assay-survey-answers",
            "version": 1,
            "survey": key["survey"],
            "voter": f"v{voter}",
            "session": f"{voter:016x}",
            "answers": votes,
        }
        path = folder / f"answers-{voter}.json"
        path.write_text(json.dumps(data))
        files.append(path)
    return files


def test_people_alone_decide_satisfaction(shelf, tmp_path):
    built = assay_here(
        "survey", "build", "clarity-1", "--questions", 10, "--out", tmp_path, "--json", folder=shelf
    )
    assert built.code == 0, built
    key = json.loads(Path(built.json["key"]).read_text("utf-8"))
    assert key["kind"] == "acceptable"
    assert set(key["arms"]) == {"best", "after", "before", "real"}
    shown = {path.read_bytes()[:8] for path in (tmp_path / "survey" / "pictures").iterdir()}
    assert shown == {b"\x89PNG\r\n\x1a\n"}
    one = next((tmp_path / "survey" / "pictures").iterdir())
    assert read_grey_png(one.read_bytes()).shape == (224, 224)
    told = (tmp_path / "survey" / "data.js").read_text("utf-8")
    assert not [arm for arm in ("before", "after", "real", "clarity-1") if f'"{arm}"' in told]

    files = answers(tmp_path, key, {"best", "real"})
    counted = assay_here("survey", "import", *files, "--key", built.json["key"], "--json", folder=shelf)

    assert counted.code == 0, counted
    goal = next(goal for goal in counted.json["goals"] if goal["name"] == "satisfaction")
    assert (goal["verdict"], goal["value"], goal["n"]) == ("undecided", 100.0, 80), (
        "eight voters: an interval reaches below"
    )
    best = counted.json["satisfaction"]["best"]
    # Wilson's interval for 80 of 80 at 95%: low = 1 / (1 + 1.96^2 / 80).
    assert best["low"] == pytest.approx(1 / (1 + 1.959964**2 / 80))
    assert best["wide_low"] < 0.75 < best["low"], "eight people are no eighty"
    files = answers(tmp_path, key, {"real"}, voters=12)
    again = assay_here("survey", "import", *files, "--key", built.json["key"], folder=shelf)
    assert "FAIL  satisfaction above 75%: 0.0%" in " ".join(again.text.split("\n")), again
    assert "real: 120 of 120 votes accept, 100.0% (Wilson 96.9% to 100.0%" in again.text
    assert assay_here("show", "clarity-1", "--json", folder=shelf).json["goals"][1]["verdict"] == "fail"
    page = Path(assay_here("report", "clarity-1", folder=shelf).text.strip())
    assert "What people said" in (shelf / page).read_text("utf-8")


def test_a_preference_sets_the_best_beside_before_and_after(shelf, tmp_path):
    built = assay_here(
        "survey", "build", "clarity-1", "--kind", "preference", "--out", tmp_path, "--json", folder=shelf
    )
    assert built.code == 0, built
    key = json.loads(Path(built.json["key"]).read_text("utf-8"))
    assert key["arms"] == ["best", "after", "before"]
    assert built.json["questions"] == 16
    assert assay_here("survey", "build", "clarity-1", "--kind", "best", folder=shelf).code == 2
