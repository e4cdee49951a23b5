"""The exact sign test and position bias."""

import math

import numpy as np
import pytest
from scipy import stats

from assay.stats.sign import p_equally_likely, position_bias, sign_test


def test_worked_example():
    """9 of 10: (1 + 10) / 1024 on each side."""
    found = sign_test([1.0] * 8 + [0.75] + [0.25] + [0.5] * 7)

    assert (found.wins, found.losses, found.ties) == (9, 1, 7)
    assert found.p == pytest.approx(22 / 1024, rel=1e-12)


def test_no_decided_item_is_no_evidence():
    assert sign_test([]).p == 1.0
    assert sign_test([0.5, 0.5]).p == 1.0
    assert position_bias(0, 0) == 1.0


def test_agrees_with_a_reference_implementation():
    for one, two in [(0, 1), (3, 3), (7, 2), (2, 7), (60, 41), (5300, 5000)]:
        assert p_equally_likely(one, two) == pytest.approx(stats.binomtest(one, one + two).pvalue, rel=1e-9)


def test_places_are_exchangeable():
    assert position_bias(70, 40) == position_bias(40, 70) < 0.01


def test_false_alarms_stay_below_nominal():
    runs = 4000
    first = np.random.default_rng(3).binomial(50, 0.5, size=runs)
    alarms = np.mean([position_bias(int(one), 50 - int(one)) <= 0.05 for one in first])

    assert 0.0 < alarms <= 0.05 + 4 * math.sqrt(0.05 * 0.95 / runs)


@pytest.mark.parametrize("outcome", [-0.5, 1.5, math.nan])
def test_what_is_no_outcome_is_refused(outcome):
    with pytest.raises(ValueError, match="at place 1"):
        sign_test([1.0, outcome])


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="at least 0"):
        position_bias(3, -1)
