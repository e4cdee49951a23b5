"""Means over seeds, effects within seeds, goals and the claim of a clarity study."""

import math

import pytest

from assay.metrics.clarity import Rung
from assay.proof.clarity import Cell, Plan, SeedResult, Votes, outcome_of, plan_of
from assay.proof.clarity.effects import effects_of
from assay.proof.clarity.figures import change_of, mean_of
from assay.proof.clarity.goals import clarity_goal, decided, satisfaction_goal
from assay.proof.clarity.outcome import best_of
from assay.records.trainings import Setting

LOSSES = (("mse", 0.0), ("edge", 0.1))
CELLS = tuple(
    Cell(Setting(loss, rate, epochs, weight))
    for loss, weight in LOSSES
    for rate in (1e-3, 1e-4)
    for epochs in (20, 50)
)
BEFORE, AFTER = CELLS[0], CELLS[7]


def result(cell, seed, clarity, *, fresh=False, diverged=None):
    measures = {"ssim": clarity / 100} if diverged is None else {}
    return SeedResult(
        cell.name,
        seed,
        fresh,
        clarity,
        diverged,
        measures,
        ((1, 1.0, clarity),),
        "s",
        "r",
        28,
        "w",
        None,
        "train",
    )


def planted(cell, seed):
    """Clarity with known effects: the edge term +6, but -2 at the low rate; epochs +10; the low rate -20."""
    low, late = cell.setting.learning_rate == 1e-4, cell.setting.epochs == 50
    edge = cell.setting.loss == "edge"
    return 50 + (6 - 8 * low) * edge - 20 * low + 10 * late + seed


def plan(factorial=CELLS, seeds=(1, 2, 3), **changes):
    goals = {"clarity": 80.0, "satisfaction": 75.0}
    return Plan(factorial, {"before": BEFORE, "after": AFTER}, seeds, (11, 12, 13), goals, 0.95, **changes)


def factorial_results(seeds=(1, 2, 3)):
    return [result(cell, seed, planted(cell, seed)) for cell in CELLS for seed in seeds]


def test_a_mean_has_students_interval():
    # 2, 4, 9: mean 5, deviation 3.6056; t(2; 0.975) = 4.3027, so half the width is 8.957.
    found = mean_of([2.0, 4.0, 9.0], 0.95)
    assert found.mean == pytest.approx(5.0)
    assert found.high - found.mean == pytest.approx(4.3027 * 3.60555 / math.sqrt(3), abs=1e-3)
    assert found.n == 3


def test_an_interval_is_cut_off_at_the_ends_and_one_seed_has_none():
    assert mean_of([99.0, 100.0], 0.95, (0.0, 100.0)).high == 100.0
    assert mean_of([50.0], 0.95).low is None


def test_a_change_is_paired_by_seed():
    # Seeds differ by much, settings by exactly 3: within seeds there is no spread at all.
    found = change_of({1: 13.0, 2: 53.0, 3: 83.0, 4: 1.0}, {1: 10.0, 2: 50.0, 3: 80.0}, 0.95)
    assert (found.mean, found.low, found.high, found.n) == pytest.approx((3.0, 3.0, 3.0, 3))
    assert found.side == "above"
    assert change_of({1: 1.0}, {2: 1.0}, 0.95) is None


def test_planted_effects_are_recovered():
    found = effects_of(CELLS, factorial_results(), 0.95)
    main = {(it.factor, it.level): it.change.mean for it in found.main}
    assert main == pytest.approx(
        {("loss", "edge 0.1"): 2.0, ("learning_rate", "0.0001"): -24.0, ("epochs", "50"): 10.0}
    )
    at = {(it.at["learning_rate"], it.at["epochs"]): it.change.mean for it in found.losses}
    assert at == pytest.approx(
        {("0.001", "20"): 6, ("0.001", "50"): 6, ("0.0001", "20"): -2, ("0.0001", "50"): -2}
    )
    together = {it.factor: it.change.mean for it in found.together}
    assert together == pytest.approx(
        {"loss x learning_rate": -8.0, "loss x epochs": 0.0, "learning_rate x epochs": 0.0}
    )


def test_effects_wait_for_a_seed_under_which_everything_is_trained():
    assert effects_of(CELLS, factorial_results()[:-3], 0.95).main == ()
    part = [it for it in factorial_results() if (it.cell, it.seed) != (CELLS[3].name, 2)]
    assert {it.change.n for it in effects_of(CELLS, part, 0.95).main} == {2}


def test_the_best_cell_is_chosen_by_its_mean_once_all_are_trained():
    assert best_of(plan(), factorial_results()) == "edge 0.1, 0.001, 50"
    assert best_of(plan(), factorial_results()[:-1]) is None
    fresh = [result(BEFORE, seed, 100.0, fresh=True) for seed in (1, 2, 3)]
    assert best_of(plan(), [*factorial_results(), *fresh]) == "edge 0.1, 0.001, 50", (
        "fresh seeds choose nothing"
    )


def test_a_training_that_diverged_counts_with_nothing():
    results = [
        result(BEFORE, seed, 0.0 if seed == 2 else 60.0, diverged="nan" if seed == 2 else None)
        for seed in (1, 2, 3)
    ]
    found = outcome_of(plan((BEFORE,)), results)
    assert found.cells[0].clarity.mean == pytest.approx(40.0)
    assert found.cells[0].diverged == 1
    assert found.cells[0].measures["ssim"] == pytest.approx(0.6), "its missing figures are left out"


@pytest.mark.parametrize(
    ("after", "held"),
    [((70, 71, 72), "held"), ((30, 31, 32), "did not hold"), ((20, 60, 90), "undecided")],
)
def test_the_claim_is_told_by_the_whole_interval_on_fresh_seeds(after, held):
    fresh = [result(BEFORE, seed, 50.0, fresh=True) for seed in (11, 12, 13)]
    fresh += [result(AFTER, seed, value, fresh=True) for seed, value in zip((11, 12, 13), after, strict=True)]
    found = outcome_of(plan(), [*factorial_results(), *fresh])
    assert found.word == found.claim.held == held
    assert found.claim.change.mean == pytest.approx(sum(after) / 3 - 50)
    assert found.claim.edge.change.mean == pytest.approx(2.0)
    assert [it.change.mean for it in found.claim.edge_at] == pytest.approx([6, 6, -2, -2])


def test_without_the_two_cells_of_the_claim_things_are_measured():
    bare = Plan(CELLS, {}, (1, 2, 3), (11,), {}, 0.95)
    assert outcome_of(bare, factorial_results()).word == "measured"


def test_a_score_is_told_as_a_blur_of_the_real_pictures():
    fresh = [result(BEFORE, seed, 50.0, fresh=True) for seed in (11, 12, 13)]
    scale = (Rung(1.0, 60.0), Rung(2.0, 40.0))
    assert outcome_of(plan(), fresh, scale).arm("before").blur == pytest.approx(1.5)
    assert outcome_of(plan(), fresh, (Rung(1.0, 100.0),)).arm("before").blur is None, (
        "a scale that does not fall"
    )


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (81, 90, "pass"),
        (70, 79, "fail"),
        (79, 81, "undecided"),
        (80, 90, "undecided"),
        (None, None, "undecided"),
    ],
)
def test_a_goal_is_passed_or_failed_by_a_whole_interval_only(low, high, verdict):
    assert decided(80, low, high) == verdict
    assert clarity_goal(80, "own", 85.0, low, high, 5).verdict == verdict


def test_satisfaction_is_undecided_until_people_vote_and_needs_both_intervals():
    assert satisfaction_goal(75, "own", None).verdict == "undecided"
    assert "no model stands in" in satisfaction_goal(75, "own", None).why
    many = Votes(190, 200, 0.95, 0.91, 0.97, 0.88, 0.98, 20, 10)
    assert satisfaction_goal(75, "own", many).verdict == "pass"
    one_voter = Votes(190, 200, 0.95, 0.91, 0.97, 0.0, 1.0, 1, 10)
    assert satisfaction_goal(75, "own", one_voter).verdict == "undecided", "two hundred votes of one person"


def test_a_plan_comes_back_from_its_json_form():
    assert plan_of(plan().to_data()) == plan()
