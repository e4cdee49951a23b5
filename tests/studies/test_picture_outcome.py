"""The outcome of a study of pictures, out of a store filled by hand; and when its critic cannot be read."""

import math

import pytest
from picture_world import note_loop, picture_study

from assay.errors import JudgeUnusable
from assay.records.looks import Look
from assay.search.pictures import Chosen, LoopResult
from assay.store import Store
from assay.studies.pictures.outcome import picture_outcome
from assay.studies.pictures.readability import Readability
from support.picture_crew import cycle, look

RUN = "pictures-1"
ROWS = tuple(f"request {number}" for number in range(12))


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/a.db") as made:
        yield made


def filled(store, tmp_path, scores, **changes):
    """A study whose procedures brought these scores, by name."""
    study = picture_study(tmp_path / "study", ROWS, **changes)
    store.evidence.add_items(RUN, [(item, "search") for item in study.items])
    for name, brought in scores.items():
        for number, item in enumerate(study.items):
            score, more = brought(number), {}
            if isinstance(score, dict):
                more, score = score, score.pop("score")
            note_loop(store, RUN, name, item, score, **more)
    return study


def test_the_claim_is_the_loop_against_as_many_unchanged_pictures_in_the_metric_that_decides(store, tmp_path):
    scores = {"loop": lambda n: 1.0, "control": lambda n: 0.25, "control-cost": lambda n: 1.0}
    found = picture_outcome(store, RUN, filled(store, tmp_path, scores), {})
    assert (found["kind"], found["outcome"], found["main"], found["requests"]) == (
        *("images", "proven", "critic"),
        len(ROWS),
    )
    assert [(it["one"], it["two"], it["outcome"]) for it in found["comparisons"]] == [
        ("loop", "control", "proven"),
        ("loop", "control-cost", "not proven"),
    ]
    (compared, _) = found["comparisons"]
    assert compared["difference"]["difference"] == pytest.approx(0.75)


@pytest.mark.parametrize(("same_stop", "outcome"), [(0.25, "proven"), (1.0, "not proven")])
def test_a_loop_is_proven_only_where_it_beats_the_unchanged_prompt_under_its_own_rule_to_stop(
    store, tmp_path, same_stop, outcome
):
    scores = {"loop": lambda n: 1.0, "control": lambda n: 0.25, "control-stop": lambda n: same_stop}
    found = picture_outcome(store, RUN, filled(store, tmp_path, scores), {})
    assert found["outcome"] == outcome
    assert [it["two"] for it in found["comparisons"]] == ["control", "control-stop"]
    assert set(found["totals"]) == set(scores)


def test_a_loop_that_is_worse_is_said_to_be_worse(store, tmp_path):
    scores = {"loop": lambda n: 0.0, "control": lambda n: 1.0}
    assert picture_outcome(store, RUN, filled(store, tmp_path, scores), {})["outcome"] == "worse"


def test_without_a_control_nothing_is_claimed(store, tmp_path):
    study = filled(store, tmp_path, {"loop": lambda n: 1.0}, evaluate__controls=[])
    found = picture_outcome(store, RUN, study, {})
    assert (found["outcome"], found["comparisons"]) == ("not compared", [])
    assert list(found["totals"]) == ["loop"]


def test_where_there_is_no_other_control_that_at_equal_cost_decides(store, tmp_path):
    scores = {"loop": lambda n: 1.0, "control-cost": lambda n: 0.25}
    study = filled(store, tmp_path, scores, evaluate__controls=["cost"])
    assert picture_outcome(store, RUN, study, {})["outcome"] == "proven"


def test_every_ablation_stands_against_the_studys_own_loop(store, tmp_path):
    scores = {"loop": lambda n: 1.0, "control": lambda n: 0.5, "no-feedback": lambda n: 0.25}
    found = picture_outcome(store, RUN, filled(store, tmp_path, scores, ablations=["feedback"]), {})
    (row,) = found["variants"]
    assert (row["group"], row["one"], row["two"], row["outcome"]) == (
        *("feedback", "no-feedback", "loop"),
        "worse",
    )
    assert row["totals"]["pictures"] == len(ROWS)


def test_totals_are_sums_over_requests(store, tmp_path):
    def brought(number):
        if number == 0:
            return {"score": None}
        return {"score": 1.0, "cycles": 2, "stopped": 1}

    study = filled(store, tmp_path, {"loop": brought, "control": lambda n: 0.5}, loop__cycles=3)
    totals = picture_outcome(store, RUN, study, {})["totals"]["loop"]
    assert (totals["requests"], totals["pictures"], totals["cycles"]) == (12, 23, 23)
    assert (totals["stopped"], totals["blocked"], totals["without_picture"]) == (11, 1, 1)
    assert (totals["calls"], totals["seconds"]) == (69, pytest.approx(18.0))
    assert totals["nominal_usd"] == pytest.approx(6.0)


def test_where_one_price_is_unknown_the_sum_is(store, tmp_path):
    study = filled(store, tmp_path, {"loop": lambda n: {"score": 1.0, "usd": None if n == 3 else 0.5}})
    assert picture_outcome(store, RUN, study, {})["totals"]["loop"]["nominal_usd"] is None


def test_means_by_cycle_and_stops_are_the_loops_own(store, tmp_path):
    scores = {
        "loop": lambda n: {"score": 1.0, "cycles": 1 + n % 2, "stopped": n % 2},
        "control": lambda n: 0.0,
    }
    found = picture_outcome(store, RUN, filled(store, tmp_path, scores, loop__cycles=4), {})
    assert [(it["cycle"], it["requests"], it["mean"]) for it in found["by_cycle"]] == [
        (0, 12, 1.0),
        (1, 6, 1.0),
    ]
    assert found["stopping"]["histogram"] == (6, 6, 0, 0, 0)
    assert found["stopping"]["all_pictures"] == 48


def test_distances_of_sets_are_passed_on(store, tmp_path):
    study = filled(store, tmp_path, {"loop": lambda n: 1.0})
    assert picture_outcome(store, RUN, study, {"loop": {"note": "few"}})["sets"] == {"loop": {"note": "few"}}


def test_nothing_in_it_is_a_number_that_json_has_not(store, tmp_path):
    study = filled(store, tmp_path, {"loop": lambda n: None, "control": lambda n: None})
    found = picture_outcome(store, RUN, study, {})
    assert all(math.isfinite(value) for value in _numbers(found))
    assert found["outcome"] == "not proven"


def _numbers(data):
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list | tuple):
        return [number for part in data for number in _numbers(part)]
    return [data] if isinstance(data, float) else []


# Whether the critic can be read


def result(number, *looks):
    """A loop whose pictures were looked at so."""
    cycles = [cycle(at, 0.0, prompt=f"{number}.{at}", look=it) for at, it in enumerate(looks)]
    # Calls of the crew's pictures are named by place alone.
    shown = [
        type(it)(it.number, it.prompt, tuple(_named(shot, f"{number}.{it.number}") for shot in it.shots))
        for it in cycles
    ]
    return LoopResult("loop", f"item {number}", tuple(shown), None, Chosen(None, ""))


def _named(shot, call):
    picture = type(shot.picture)(shot.picture.prompt, shot.picture.seed, shot.picture.image, None, call)
    return type(shot)(shot.cycle, shot.place, picture, shot.look)


UNREAD, READ = Look(fault="no answers: what a lovely street"), look(0.5)


def test_a_critic_that_is_never_read_stops_a_run_once_that_is_sure():
    readability = Readability()
    for number in range(6):
        readability.count(result(number, UNREAD, UNREAD, UNREAD), 0.5)
    with pytest.raises(JudgeUnusable, match=r"21 of 21 pictures.*max_unparsed' \(0\.5\).*lovely street"):
        readability.count(result(6, UNREAD, UNREAD, UNREAD), 0.5)


def test_one_that_is_read_half_of_the_time_does_not():
    readability = Readability()
    for number in range(100):
        readability.count(result(number, UNREAD, READ), 0.5)


def test_a_stricter_share_stops_it():
    readability = Readability()
    for number in range(9):
        readability.count(result(number, UNREAD, READ), 0.1)
    with pytest.raises(JudgeUnusable, match=r"10 of 20 .*max_unparsed' \(0\.1\)"):
        readability.count(result(9, UNREAD, READ), 0.1)


def test_where_everything_is_allowed_nothing_stops_it():
    readability = Readability()
    for number in range(50):
        readability.count(result(number, UNREAD), 1.0)


def test_one_that_can_never_tell_anything_stops_the_run_too():
    readability, fog = Readability(), Look(text="fog", matches=None, score=None)
    for number in range(19):
        readability.count(result(number, fog), 0.5)
    with pytest.raises(JudgeUnusable, match="it could not tell anything"):
        readability.count(result(19, fog), 0.5)


def test_pictures_nobody_looked_at_count_for_nothing():
    readability = Readability()
    for number in range(50):
        readability.count(result(number, None), 0.0)
    assert readability.faults == {}
