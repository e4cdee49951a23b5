"""What a proof can detect, checked against simulated proofs."""

import math

import numpy as np
import pytest

from assay.stats.mean import sums
from assay.stats.power import TYPICAL_SD, WORST_SD, detectable_winrate, further_items

LEVELS = np.array([0.0, 0.25, 0.5, 0.75, 1.0])


def chances(halves, quarters, winrate):
    """The five outcomes with these shares of halves and of quarters, tilted to the wanted winrate."""
    tilt = (2 * winrate - 1) / (1 - halves - quarters / 2)
    down, up = (1 - tilt) / 2, (1 + tilt) / 2
    decided = 1 - halves - quarters
    return np.array([decided * down, quarters * down, halves, quarters * up, decided * up])


def simulated_power(n, outcomes, runs=4000, seed=11):
    """Share of simulated proofs whose 95 % interval lies above one half."""
    samples = np.random.default_rng(seed).multinomial(n, outcomes, size=runs)
    distinct, times = np.unique(samples, axis=0, return_counts=True)
    proven = [sums(LEVELS, counts=counts).log_tails(0.5)[0] <= math.log(0.025) for counts in distinct]
    return float(times @ np.array(proven)) / runs


def test_worked_example():
    """Six decided items prove only six wins (2^-6 < 0.025), five never do (2^-5 > 0.025)."""
    assert detectable_winrate(5, sd=WORST_SD) is None
    assert 0.95 < detectable_winrate(6, sd=WORST_SD) < 1.0


def test_sds_are_those_of_the_shapes_they_name():
    for sd, halves, quarters in ((WORST_SD, 0, 0), (TYPICAL_SD, 0.2, 0.1)):
        shape = chances(halves, quarters, 0.5)

        assert sd**2 == pytest.approx(float(shape @ (LEVELS - 0.5) ** 2))


@pytest.mark.parametrize("n", [15, 20, 44, 100, 300])
@pytest.mark.parametrize(("sd", "halves", "quarters"), [(TYPICAL_SD, 0.2, 0.1), (WORST_SD, 0.0, 0.0)])
def test_simulated_proofs_succeed_as_often_as_planned(n, sd, halves, quarters):
    """Whole counts make the power jump while items are few; the Monte Carlo error is 0.006."""
    winrate = detectable_winrate(n, sd=sd)

    assert simulated_power(n, chances(halves, quarters, winrate)) == pytest.approx(
        0.8, abs=0.07 if n < 100 else 0.03
    )


def test_other_power_and_confidence_are_met_too():
    winrate = detectable_winrate(80, confidence=0.9, power=0.95)
    samples = np.random.default_rng(12).multinomial(80, chances(0.2, 0.1, winrate), size=2000)
    proven = [sums(LEVELS, counts=counts).log_tails(0.5)[0] <= math.log(0.05) for counts in samples]

    assert np.mean(proven) == pytest.approx(0.95, abs=0.03)


def test_large_proofs_follow_the_normal_formula():
    """With many items the detectable lead is (z_975 + z_80) sd / sqrt(n)."""
    lead = detectable_winrate(100_000) - 0.5

    assert lead == pytest.approx((1.95996 + 0.84162) * TYPICAL_SD / math.sqrt(100_000), rel=0.02)


def test_more_items_less_spread_and_less_power_detect_less():
    sizes = [detectable_winrate(n) for n in (8, 16, 32, 64, 128, 256)]

    assert sizes == sorted(sizes, reverse=True)
    assert detectable_winrate(50, sd=0.3) < detectable_winrate(50, sd=0.4) < detectable_winrate(50, sd=0.5)
    assert detectable_winrate(50, power=0.5) < detectable_winrate(50) < detectable_winrate(50, power=0.95)


class TestFurtherItems:
    def test_that_many_more_items_reach_the_power(self):
        """Observed 0.58 on 60 items: a fresh proof of 60 + the answer succeeds in 80 % of simulations."""
        outcomes = chances(0.2, 0.1, 0.58)
        sd = math.sqrt(outcomes @ (LEVELS - 0.58) ** 2)
        more = further_items(0.58, sd, 60)

        assert simulated_power(60 + more, outcomes) == pytest.approx(0.8, abs=0.05)

    def test_inverse_of_the_detectable_winrate(self):
        winrate = detectable_winrate(150, sd=WORST_SD)

        assert further_items(winrate, math.sqrt(winrate * (1 - winrate)), 20) == pytest.approx(130, abs=3)

    def test_none_where_no_number_would_settle_it(self):
        assert further_items(0.5, 0.4, 60) is None
        assert further_items(0.3, 0.4, 60) is None
        assert further_items(0.5005, 0.4, 60) is None

    def test_enough_is_zero(self):
        assert further_items(0.9, 0.3, 200) == 0

    def test_items_that_resemble_each_other_are_worth_less(self):
        """Groups of four equal items double the spread: four times as many items."""
        alone = further_items(0.6, math.sqrt(0.24), 1)

        assert further_items(0.6, 2 * math.sqrt(0.24), 1) == pytest.approx(4 * alone, rel=0.02)

    def test_no_spread_at_all_still_needs_some_items(self):
        """All outcomes 1: six decide, as the sign test says."""
        assert further_items(1.0, 0.0, 4) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        {"n": 0},
        {"n": 10, "sd": 0.6},
        {"n": 10, "sd": 0.0},
        {"n": 10, "confidence": 1.0},
        {"n": 10, "power": 0.2},
        {"n": 10, "power": 1.0},
    ],
)
def test_impossible_plans_are_refused(arguments):
    with pytest.raises(ValueError, match="must"):
        detectable_winrate(**arguments)


@pytest.mark.parametrize(
    ("winrate", "sd", "n"), [(1.2, 0.4, 9), (0.6, -1, 9), (0.6, math.inf, 9), (0.6, 0.4, 0)]
)
def test_impossible_observations_are_refused(winrate, sd, n):
    with pytest.raises(ValueError, match="must"):
        further_items(winrate, sd, n)
