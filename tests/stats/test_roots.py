"""Roots of increasing functions."""

import math

import pytest

from assay.stats.roots import increasing_root


def test_a_straight_line_is_solved_at_once():
    calls = []

    def line(x):
        calls.append(x)
        return 3 * x - 1

    assert increasing_root(line, 0.0, 1.0, start=0.9) == pytest.approx(1 / 3, abs=1e-12)
    assert len(calls) <= 4


@pytest.mark.parametrize("root", [1e-6, 0.2, 0.5, 0.999999])
@pytest.mark.parametrize("start", [-1.0, 0.1, 0.9])
def test_curves_with_infinite_ends(root, start):
    def log_odds(x):
        return (
            math.log(x / (1 - x)) - math.log(root / (1 - root))
            if 0 < x < 1
            else math.copysign(math.inf, x - 0.5)
        )

    assert increasing_root(log_odds, 0.0, 1.0, start=start) == pytest.approx(root, abs=2e-11)


def test_a_step_is_closed_in_on():
    found = increasing_root(lambda x: -1.0 if x < 0.3 else 1.0, 0.0, 1.0, start=0.5)

    assert found == pytest.approx(0.3, abs=2e-11)


def test_a_flat_steep_curve():
    found = increasing_root(lambda x: (x - 0.7) ** 9, 0.0, 1.0, start=0.0, tolerance=1e-9)

    # Within rounding the ninth power is zero from far off.
    assert found == pytest.approx(0.7, abs=1e-6)
