"""The report of a clarity study: what it says, shows and writes, finished or not."""

import csv
import html
import io
import json
import re

import pytest

from assay.api.clarity_runs import run_clarity_reported
from assay.drawing.grey_png import read_grey_png
from assay.errors import Interrupted
from assay.report.clarity.grids import grid_of
from assay.report.clarity.terminal import clarity_summary
from assay.report.html import write_report
from assay.store import Store
from assay.studies.stage import Options
from support.clarity_world import SimulatedTrainer, clarity_study

FACTORIAL = {"loss": ["mse", "edge"], "learning_rate": [0.001, 2.0], "epochs": [2, 4]}


def reported(folder, *, stop_after=0, **changes):
    """The run of a small study and the folder of its report."""
    with Store(f"sqlite:///{folder}/a.db") as store:
        study = clarity_study(folder, **changes)
        trainer = SimulatedTrainer(folder, stop_after=stop_after)
        try:
            run_clarity_reported(study, store, Options(), make=trainer, report=False)
        except Interrupted:
            assert stop_after
        run = store.runs.latest(study.id).id
        return run, write_report(store, run, folder / "report").parent


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    return reported(folder, factorial=FACTORIAL)[1]


@pytest.fixture(scope="module")
def page(report):
    return (report / "index.html").read_text("utf-8")


def rows(folder, name):
    return list(csv.DictReader(io.StringIO((folder / name).read_text("utf-8-sig"))))


def test_it_says_plainly_that_the_claim_did_not_hold(page):
    text = html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))
    assert "The claim did not hold here" in text
    assert re.search(
        r"With MSE, rate 0.001, 2 epochs \(before\) clarity is [\d.]+, with MSE \+ 0.1 edge", text
    )
    assert "The edge term by itself, at equal learning rate and epochs, changes it" in text
    assert "Student's over seeds (2 for the factorial, 3 fresh)" in text
    assert "This is reconstruction" in text
    assert "No model stands in for people" in text


def test_nothing_is_loaded_from_elsewhere_and_every_file_is_there(report, page):
    links = re.findall(r'(?:href|src)="([^"#]+)"', page)
    local = [link for link in links if not link.startswith("data:")]
    assert local
    assert [link for link in local if not (report / link).is_file()] == []


def test_trainings_that_were_given_up_are_told_with_their_reason(page):
    assert page.count("the loss is not a number in epoch 1") == 8
    assert 'href="#diverged"' in page


def test_grids_hold_the_pictures_pixel_for_pixel(report):
    arm, real = (
        read_grey_png((report / "pictures" / f"{name}.png").read_bytes()) for name in ("arm-1", "real")
    )
    assert arm.shape == real.shape == (2 * 28 + 2, 8 * 30 - 2)
    assert len(list((report / "pictures").glob("*.png"))) == 4 + 4, (
        "three arms, real ones, four that converged"
    )


def test_a_grid_of_few_pictures_is_as_wide_as_they_are(report):
    from assay.drawing.grey_png import grey_png  # noqa: PLC0415

    strip = read_grey_png((report / "pictures" / "real.png").read_bytes())[:28, :28]
    assert read_grey_png(grid_of(grey_png(strip), 28)).shape == (28, 28)


def test_tables_hold_every_training_and_every_epoch(report):
    trainings = rows(report, "trainings.csv")
    assert len(trainings) == 8 * 2 + 3 * 3
    assert {row["fresh"] for row in trainings} == {"yes", "no"}
    assert [row["diverged"] != "" for row in trainings].count(True) == 8
    assert len(rows(report, "curves.csv")) == 2 * 2 * (2 + 4) + 3 * (2 + 4 + 4)
    cells = rows(report, "cells.csv")
    assert [row["name"] for row in cells if row["fresh"] == "yes"] == ["before", "after", "best"]
    effects = rows(report, "effects.csv")
    assert {row["kind"] for row in effects} == {"main", "loss at", "together"}
    assert float(next(row for row in effects if row["level"] == "2")["change"]) < 0


def test_figures_are_there_as_json(report):
    found = json.loads((report / "results.json").read_text("utf-8"))
    assert found["outcome"] == found["claim"]["held"] == "did not hold"
    assert [goal["verdict"] for goal in found["goals"]] == ["pass", "undecided"]


def test_plots_are_files_too(report):
    names = {path.stem for path in (report / "plots").glob("*.svg")}
    assert names == {
        "clarity-curves",
        "loss-curves",
        "settings-1",
        "settings-2",
        "main-effects",
        "blur-scale",
    }
    assert "the claim's before" in (report / "plots" / "settings-1.svg").read_text("utf-8").replace(
        "&#x27;", "'"
    )


def test_an_unfinished_run_says_how_far_it_is_and_claims_nothing(tmp_path):
    run, folder = reported(tmp_path, stop_after=3)
    text = (folder / "index.html").read_text("utf-8")
    assert "0 of 25 settings under a seed are trained; nothing is claimed yet" in text
    assert "did not hold" not in text
    with Store(f"sqlite:///{tmp_path}/a.db") as store:
        assert clarity_summary(store, run) is not None


def test_without_a_claim_it_says_what_was_named(tmp_path):
    _, folder = reported(tmp_path, factorial=None, named={"mine": {"epochs": 3}}, fresh=1)
    text = html.unescape((folder / "index.html").read_text("utf-8"))
    assert "Measured" in text
    assert re.search(
        r"Clarity of what was named: mine \(MSE, rate 0.001, 3 epochs\) [\d.]+ \(one seed, no int", text
    )


def test_an_older_reports_pictures_go_and_other_files_stay(tmp_path):
    run, folder = reported(tmp_path, factorial=None)
    (folder / "pictures" / "arm-9.png").write_bytes(b"old")
    (folder / "pictures" / "Notes.txt").write_text("mine")
    with Store(f"sqlite:///{tmp_path}/a.db") as store:
        write_report(store, run, folder)
    assert sorted(path.name for path in (folder / "pictures").iterdir()) == [
        "Notes.txt",
        "arm-1.png",
        "arm-2.png",
        "real.png",
    ]
