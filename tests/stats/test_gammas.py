"""The tail of a weighted sum of gamma variables."""

import math

import numpy as np
import pytest
from scipy import special

from assay.stats import gammas
from assay.stats.gammas import log_tails


def tails(weights, shapes):
    return log_tails(np.asarray(weights, dtype=float), np.asarray(shapes, dtype=float))


def test_two_terms_are_a_beta_tail():
    """P(w G_a <= v G_b) is the chance that a Beta(a, b) is at most v / (w + v)."""
    lower, upper = tails([0.7, -0.2], [3, 5])

    assert math.exp(lower) == pytest.approx(special.betainc(3, 5, 0.2 / 0.9), rel=1e-12)
    assert math.exp(upper) == pytest.approx(special.betaincc(3, 5, 0.2 / 0.9), rel=1e-12)


@pytest.mark.parametrize("shape", [10, 1000, 100_000])
def test_one_exponential_against_many_has_the_power_law_it_must_have(shape):
    """P(Gamma(n) <= c G) = (1 + 1/c)^-n, however many and however far in the tail."""
    lower, _ = tails([1.0, -3.0], [shape, 1])

    assert lower == pytest.approx(-shape * math.log1p(1 / 3), rel=1e-12)


def test_tails_add_up_to_one():
    lower, upper = tails([0.5, 0.25, -0.5, -0.25], [20, 4, 19, 6])

    assert math.exp(lower) + math.exp(upper) == pytest.approx(1.0, abs=1e-14)


def test_changing_all_signs_swaps_the_tails():
    weights, shapes = [0.3, -0.2, 0.05, -1.0], [7, 30, 2, 1]

    lower, upper = tails(weights, shapes)

    assert tails([-weight for weight in weights], shapes) == pytest.approx((upper, lower))


def test_scaling_all_weights_changes_nothing():
    weights, shapes = np.array([0.3, -0.2, 0.05]), [7, 30, 2]

    assert tails(weights * 1e-7, shapes) == pytest.approx(tails(weights, shapes), rel=1e-10)


def test_weights_of_one_sign_and_zero_weights():
    assert tails([0.5, 0.1], [1, 1]) == (-math.inf, 0.0)
    assert tails([-0.5, 0.0], [1, 1]) == (0.0, -math.inf)
    assert tails([0.0], [3]) == (0.0, -math.inf)
    assert tails([0.4, 0.0, -0.3], [2, 9, 2]) == tails([0.4, -0.3], [2, 2])


def test_agrees_with_monte_carlo_on_random_sums():
    rng = np.random.default_rng(20)
    draws = 200_000
    for _ in range(12):
        size = int(rng.integers(2, 8))
        weights = rng.normal(size=size)
        shapes = np.ceil(rng.exponential(5.0, size=size))
        lower = math.exp(tails(weights, shapes)[0])
        seen = float(np.mean(rng.gamma(shapes, size=(draws, size)) @ weights <= 0.0))

        # Five standard errors, and a floor for chances near 0 or 1.
        assert abs(seen - lower) <= 5 * math.sqrt(lower * (1 - lower) / draws) + 1e-5


def test_a_path_eight_times_finer_finds_the_same(monkeypatch):
    """Weights over six orders of magnitude and shapes up to 100,000 lose no digits."""
    rng = np.random.default_rng(21)
    sums = []
    for _ in range(150):
        size = int(rng.integers(2, 30))
        weights = rng.normal(size=size) * 10 ** rng.uniform(-5, 1, size=size)
        sums.append((weights, np.ceil(rng.exponential(10 ** rng.uniform(0, 5), size=size))))
    coarse = [log_tails(*one) for one in sums]
    monkeypatch.setattr(gammas, "_STEP", 0.025)
    monkeypatch.setattr(gammas, "_SLANT", 0.2)

    fine = [log_tails(*one) for one in sums]

    for one, other in zip(coarse, fine, strict=True):
        assert one == pytest.approx(other, rel=1e-11, abs=1e-11)


def test_merging_many_weights_hardly_moves_the_tail(monkeypatch):
    rng = np.random.default_rng(22)
    weights = rng.random(20_000) - 0.498
    shapes = np.ones(len(weights))
    merged = log_tails(weights, shapes)
    monkeypatch.setattr(gammas, "_MOST_WEIGHTS", 30_000)

    assert merged == pytest.approx(log_tails(weights, shapes), rel=1e-6)


def test_merging_equal_weights_keeps_them(monkeypatch):
    monkeypatch.setattr(gammas, "_MOST_WEIGHTS", 2)

    weights, shapes = gammas._merged(np.full(3, 0.25), np.array([1.0, 2.0, 3.0]))

    assert weights.tolist() == [0.25]
    assert shapes.tolist() == [6.0]


def test_an_integral_that_does_not_settle_is_an_error(monkeypatch):
    monkeypatch.setattr(gammas, "_HALVINGS", 0)

    with pytest.raises(ArithmeticError, match="did not settle"):
        tails([1.0, -1.0], [3, 3])
