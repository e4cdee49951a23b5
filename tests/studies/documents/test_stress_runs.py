"""Stress tests: the prompts a run returned, frozen, on worse pages; no seal is opened by them."""

import asyncio

import pytest
from document_world import World, pages_of, run, write

from assay.errors import Interrupted, UsageError
from assay.stats.gains import mean_score
from assay.store import Store
from assay.studies.documents.stress import find_stress_study, run_stress
from assay.studies.stage import Options


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def stress(study, store, **asked):
    made = find_stress_study(study, store, **{"kinds": ("noise",), "severities": (2, 5), **asked})
    return asyncio.run(run_stress(made, store, Options()))


def test_returned_prompts_are_tried_on_sealed_documents_that_the_run_has_opened(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)
    study = world.study(write(tmp_path), store)
    base = run(study, store)
    paid = world.asked("reader")
    ran = stress(study, store)
    assert (ran.run.id, ran.run.kind, ran.run.state) == ("papers-stress-1", "documents-stress", "finished")
    assert "on sealed documents" in ran.run.outcome["reason"]
    points = ran.run.outcome["points"]
    assert [(it["segment"], it["severity"]) for it in points] == [
        (key, severity) for severity in (0, 2, 5) for key in ("form phone", "form city")
    ]
    # Unchanged pages were answered before, so they cost nothing and bring what the proof brought.
    held = [claim["returned_held_out"] for claim in base.run.outcome["claims"]]
    assert [(it["cer"], it["n"]) for it in points[:2]] == [(it["cer"], it["n"]) for it in held]
    assert {it["n"] for it in points} == {min(20, study.documents("proof"))}
    assert world.asked("reader") - paid == 2 * 2 * points[0]["n"]
    entrants = [row.entrant.name for row in store.evidence.entrants("papers-stress-1")]
    assert entrants == ["1.01:p1", "1.02:p1"]
    assert {row.stage for row in store.scores.of_run("papers-stress-1")} == {"stress"}
    worst = points[-1]
    assert (worst["clipped"], worst["high"]) == (1.0, mean_score([1.0] * worst["n"]).high)


def test_documents_that_are_still_sealed_stay_so(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.1)
    study = world.study(write(tmp_path), store)
    run(study, store)
    assert store.seals.of_run("papers-1") is None
    ran = stress(study, store)
    assert "on documents that were not sealed" in ran.run.outcome["reason"]
    sealed = {it.images[0].blob for its in study.items.values() for it in its if study.side(it) == "proof"}
    asked = {page.blob for request, _ in world.chats["reader"].requests for _, page in pages_of(request)}
    assert not asked & sealed
    assert store.seals.of_run("papers-stress-1") is None


def test_a_stress_test_that_was_stopped_goes_on_and_pays_nothing_twice(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)
    study = world.study(write(tmp_path, documents=12, proof__kind="leave-one-out"), store)
    run(study, store)
    left, say = [15], world.chats["reader"]._say

    def breaking(request, sample):
        left[0] -= 1
        return Interrupted("the plug was pulled") if left[0] == -1 else say(request, sample)

    world.chats["reader"]._say = breaking
    with pytest.raises(Interrupted):
        stress(study, store)
    ran = stress(study, store)
    assert (ran.run.id, ran.resumed, ran.run.state) == ("papers-stress-1", True, "finished")
    again = stress(study, store)
    assert (again.run, again.calls_made) == (ran.run, 0)
    assert stress(study, store, documents=3).run.id == "papers-stress-2", "another test is another run"


def test_a_study_without_a_finished_run_has_nothing_to_try(tmp_path, store, monkeypatch):
    study = World(monkeypatch).study(write(tmp_path, documents=4, proof__kind="leave-one-out"), store)
    with pytest.raises(UsageError, match="has no finished run"):
        find_stress_study(study, store)


def test_unknown_ways_and_severities_are_told_together(tmp_path, store, monkeypatch):
    study = World(monkeypatch, 0.1).study(write(tmp_path, documents=4, proof__kind="leave-one-out"), store)
    run(study, store)
    with pytest.raises(UsageError, match=r"'rain' is no way .*; severity 0 is not 1 to 5; ways are rotat"):
        find_stress_study(study, store, kinds=["rain", "noise"], severities=[0, 3])
