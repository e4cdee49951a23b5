"""KID: the unbiased estimate, worked by hand, and what is known of it."""

import numpy as np
import pytest

from assay.metrics.pictures import FeatureSource, kid, kid_full
from assay.metrics.pictures.sources import UNNAMED


def normal(count, *, seed, shift=0.0, dimensions=8):
    return np.random.default_rng(seed).normal(loc=shift, size=(count, dimensions))


def test_the_estimate_is_that_worked_by_hand():
    # One dimension: k(x, y) = (xy + 1)^3. Within {0, 1}: 1. Within {1, 2}: 27. Between: 1, 1, 8, 27.
    assert kid_full([[0], [1]], [[1], [2]]) == pytest.approx(1 + 27 - 2 * (1 + 1 + 8 + 27) / 4)


def test_the_kernel_divides_by_the_dimensions():
    # (xy / 2 + 1)^3 of the same rows, written twice over.
    assert kid_full([[0, 0], [1, 1]], [[1, 1], [2, 2]]) == pytest.approx(kid_full([[0], [1]], [[1], [2]]))


def test_it_is_the_mean_over_pairs_of_different_pictures():
    a, b = normal(7, seed=1), normal(5, seed=2, shift=0.3)

    def mean(one, two, same):
        return np.mean(
            [
                (x @ y / 8 + 1) ** 3
                for i, x in enumerate(one)
                for j, y in enumerate(two)
                if not (same and i == j)
            ]
        )

    assert kid_full(a, b) == pytest.approx(mean(a, a, True) + mean(b, b, True) - 2 * mean(a, b, False))


def test_sets_of_one_distribution_bring_nothing_on_average_however_few():
    found = [kid_full(normal(6, seed=seed), normal(6, seed=1000 + seed)) for seed in range(800)]
    assert abs(np.mean(found)) < 3 * np.std(found) / np.sqrt(len(found))
    assert min(found) < 0 < max(found)


def test_a_set_against_itself_is_not_above_nothing():
    rows = normal(9, seed=1)
    assert kid_full(rows, rows) < 0
    assert kid_full(np.ones((4, 3)), np.ones((4, 3))) == 0


def test_a_greater_shift_is_farther():
    found = [kid_full(normal(200, seed=1), normal(200, seed=2, shift=shift)) for shift in (0, 0.3, 0.6, 1.2)]
    assert found == sorted(found)


def test_order_and_sides_do_not_count():
    a, b = normal(20, seed=1), normal(30, seed=2, shift=0.5)
    assert kid_full(a[::-1], b[::-1]) == pytest.approx(kid_full(a, b))
    assert kid_full(b, a) == pytest.approx(kid_full(a, b))


def test_subsets_have_the_mean_of_the_whole_and_a_spread():
    a, b = normal(60, seed=1), normal(80, seed=2, shift=0.7)
    found = kid(a, b, subsets=400, subset_size=30, seed=5)
    assert found.mean == pytest.approx(kid_full(a, b), abs=4 * found.sd / np.sqrt(400) + 1e-9)
    assert found.sd > 0
    assert (found.n_a, found.n_b, found.subsets, found.subset_size) == (60, 80, 400, 30)


def test_subsets_are_drawn_by_the_seed():
    a, b = normal(20, seed=1), normal(20, seed=2)
    assert kid(a, b, seed=5) == kid(a, b, seed=5)
    assert kid(a, b, seed=5).mean != kid(a, b, seed=6).mean


def test_subsets_of_everything_are_the_whole():
    a, b = normal(10, seed=1), normal(10, seed=2)
    found = kid(a, b, subsets=3, subset_size=10, seed=1)
    assert found.mean == pytest.approx(kid_full(a, b))
    assert found.sd == pytest.approx(0)


@pytest.mark.parametrize(("n_a", "n_b", "size"), [(2, 9, 2), (9, 40, 4), (3000, 2500, 1000)])
def test_a_subset_takes_half_of_the_smaller_set_unless_told(n_a, n_b, size):
    found = kid(normal(n_a, seed=1, dimensions=2), normal(n_b, seed=2, dimensions=2), subsets=1, seed=1)
    assert found.subset_size == size


@pytest.mark.parametrize(("subsets", "size"), [(1, 6), (1, 1), (0, 3)])
def test_what_cannot_be_drawn_is_told_with_what_can(subsets, size):
    with pytest.raises(ValueError, match="smaller set has 5: at least 1 subset and from 2 to 5 pictures"):
        kid(normal(9, seed=1), normal(5, seed=2), subsets=subsets, subset_size=size, seed=1)


def test_one_picture_has_no_distance():
    with pytest.raises(ValueError, match="first features: 1 rows came; at least 2 are needed"):
        kid_full([[1.0, 2.0]], [[1.0, 2.0], [2.0, 1.0]])


def test_the_result_names_its_features():
    source = FeatureSource("embeddings of tiny")
    a, b = normal(4, seed=1), normal(4, seed=2)
    assert kid(a, b, seed=1, source=source).source == source
    assert kid(a, b, seed=1).source is UNNAMED
