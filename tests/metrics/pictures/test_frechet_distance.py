"""FID: known distances of normal distributions, and its warning."""

import numpy as np
import pytest
import scipy.linalg

from assay.metrics.pictures import fid


def exactly(mean, covariance, count=400, seed=1):
    """Rows whose own mean and covariance are those asked for."""
    rows = np.random.default_rng(seed).normal(size=(count, len(mean)))
    rows -= rows.mean(axis=0)
    white = rows @ np.linalg.inv(np.linalg.cholesky(np.cov(rows, rowvar=False))).T
    return white @ np.linalg.cholesky(covariance).T + mean


def test_a_shift_is_its_squared_length():
    a, b = exactly([0, 0, 0], np.eye(3)), exactly([1, 2, -2], np.eye(3), seed=2)
    assert fid(a, b).value == pytest.approx(9.0)


def test_spreads_apart_are_the_squared_difference_of_deviations():
    a, b = exactly([5, 5], np.diag([4.0, 9.0])), exactly([5, 5], np.diag([1.0, 25.0]), seed=2)
    assert fid(a, b).value == pytest.approx((2 - 1) ** 2 + (3 - 5) ** 2)


def test_it_is_the_formula_with_the_root_of_a_matrix():
    random = np.random.default_rng(4)
    a, b = random.normal(size=(90, 6)) @ random.normal(size=(6, 6)), random.normal(size=(70, 6)) + 0.4
    one, two = np.cov(a, rowvar=False), np.cov(b, rowvar=False)
    root = scipy.linalg.sqrtm(one @ two).real
    apart = a.mean(axis=0) - b.mean(axis=0)
    wanted = apart @ apart + np.trace(one + two - 2 * root)
    assert fid(a, b).value == pytest.approx(wanted)


def test_equal_sets_are_nothing_apart():
    few = np.random.default_rng(1).normal(size=(12, 50)) * 1e3
    many = np.random.default_rng(1).normal(size=(300, 5))
    assert fid(few, few).value == pytest.approx(0, abs=1e-6)
    assert fid(many, many[::-1]).value == pytest.approx(0, abs=1e-9)
    assert fid(np.ones((3, 4)), np.ones((5, 4))).value == 0


def test_it_is_exact_where_pictures_are_fewer_than_dimensions():
    # Lines along the first and the second axis: covariances diag(2, 0, 0) and diag(0, 2, 0) share nothing.
    a, b = [[1, 0, 0], [-1, 0, 0]], [[0, 1, 0], [0, -1, 0]]
    assert fid(a, b).value == pytest.approx(4.0)
    assert fid(a, [[3, 0, 0], [-3, 0, 0]]).value == pytest.approx((3 * np.sqrt(2) - np.sqrt(2)) ** 2)


def test_order_and_sides_do_not_count():
    a, b = exactly([0, 0], np.eye(2)), exactly([1, 0], np.diag([2.0, 3.0]), seed=2)
    assert fid(b, a).value == pytest.approx(fid(a, b).value)
    assert fid(a[::-1], b[::-1]).value == pytest.approx(fid(a, b).value)


def test_few_pictures_bring_a_bias_upwards():
    def mean(count):
        random = np.random.default_rng(count)
        return np.mean([fid(*random.normal(size=(2, count, 16))).value for _ in range(20)])

    assert mean(20) > 2 * mean(100) > 4 * mean(500) > 0


@pytest.mark.parametrize(
    ("n_a", "n_b", "dimensions", "warned"),
    [(2048, 3000, 4, None), (2047, 3000, 4, "2047 pictures"), (30, 20, 64, "fewer than the 64 dimensions")],
)
def test_the_smaller_set_decides_on_the_warning(n_a, n_b, dimensions, warned):
    found = fid(np.eye(n_a, dimensions), np.eye(n_b, dimensions))
    assert (found.n_a, found.n_b, found.dimensions) == (n_a, n_b, dimensions)
    assert (found.warning is None) if warned is None else (warned in found.warning)


def test_one_picture_has_no_distance():
    with pytest.raises(ValueError, match="second features: 1 rows came; at least 2 are needed"):
        fid([[1.0], [2.0]], [[1.0]])
