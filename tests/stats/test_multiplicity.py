"""Holm's correction."""

import math

import numpy as np
import pytest

from assay.stats.multiplicity import holm


def test_worked_example():
    """0.01 * 4, 0.02 * 3, then 0.03 * 2 = 0.06 and 0.04 * 1, which may not fall below its forerunner."""
    assert holm([0.04, 0.01, 0.03, 0.02]) == pytest.approx([0.06, 0.04, 0.06, 0.06])


def test_one_test_needs_no_correction_and_none_is_fine():
    assert holm([0.03]) == [0.03]
    assert holm([]) == []


def test_tests_not_made_pass_through_uncounted():
    assert holm([None, 0.01, None, 0.5]) == [None, 0.02, None, 0.5]


def test_adjusted_values_are_capped_ordered_and_never_smaller():
    rng = np.random.default_rng(4)
    for _ in range(50):
        values = rng.random(9).tolist()
        adjusted = holm(values)

        assert all(p <= q <= 1.0 for p, q in zip(values, adjusted, strict=True))
        order = np.argsort(values)
        assert np.all(np.diff(np.array(adjusted)[order]) >= 0.0)


def test_the_chance_of_any_false_finding_is_bounded():
    """Twelve true hypotheses whose tests share data: below 5 %, four Monte Carlo errors allowed."""
    rng = np.random.default_rng(5)
    runs = 4000
    shared = rng.normal(size=(runs, 1))
    normal = math.sqrt(0.5) * shared + math.sqrt(0.5) * rng.normal(size=(runs, 12))
    p = np.vectorize(math.erfc)(np.abs(normal) / math.sqrt(2))
    families = np.mean([min(holm(row)) <= 0.05 for row in p.tolist()])

    assert 0.0 < families <= 0.05 + 4 * math.sqrt(0.05 * 0.95 / runs)
    assert np.mean(p.min(axis=1) <= 0.05) > 0.2


@pytest.mark.parametrize("wrong", [-0.1, 1.1, math.nan])
def test_what_is_no_p_value_is_refused(wrong):
    with pytest.raises(ValueError, match="must lie in"):
        holm([0.5, wrong])
