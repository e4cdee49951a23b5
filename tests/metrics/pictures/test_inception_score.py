"""The Inception Score: its ends, its splits, its warning."""

import numpy as np
import pytest

from assay.metrics.pictures import inception_score


def test_sure_and_different_pictures_score_the_number_of_classes():
    assert inception_score(np.eye(4)).mean == pytest.approx(4.0)


@pytest.mark.parametrize("rows", [np.full((6, 4), 0.25), np.tile([0.0, 1.0, 0.0, 0.0], (6, 1))])
def test_unsure_or_equal_pictures_score_one(rows):
    assert inception_score(rows).mean == pytest.approx(1.0)


def test_the_score_is_that_worked_by_hand():
    # p(class) = (.5, .5); each row has the divergence .75 ln 1.5 + .25 ln .5.
    wanted = np.exp(0.75 * np.log(1.5) + 0.25 * np.log(0.5))
    assert inception_score([[0.75, 0.25], [0.25, 0.75]]).mean == pytest.approx(wanted)


def test_splits_are_parts_in_order_of_nearly_equal_size():
    rows = np.eye(3)[[0, 0, 1, 1, 2]]
    found = inception_score(rows, 2)  # rows 0-1 are alike; rows 2-4 are two classes, 2 to 1
    uneven = np.exp(2 / 3 * np.log(3 / 2) + 1 / 3 * np.log(3))
    assert found.mean == pytest.approx((1 + uneven) / 2)
    assert found.sd == pytest.approx((uneven - 1) / 2)
    assert (found.n, found.splits, found.classes) == (5, 2, 3)


def test_a_seed_shuffles_before_splitting():
    rows = np.repeat(np.eye(3), 20, axis=0)
    assert inception_score(rows, 3).mean == pytest.approx(1.0)
    assert inception_score(rows, 3, seed=1).mean > 2
    assert inception_score(rows, 3, seed=1) == inception_score(rows, 3, seed=1)
    assert inception_score(rows, seed=1).mean == pytest.approx(inception_score(rows).mean)


@pytest.mark.parametrize(("count", "splits", "warned"), [(5000, 1, False), (4999, 1, True), (5000, 2, True)])
def test_few_pictures_to_a_split_are_told(count, splits, warned):
    found = inception_score(np.full((count, 2), 0.5), splits)
    assert (found.warning is not None) is warned


def test_the_warning_tells_the_cap():
    assert "cannot pass 3;" in inception_score(np.full((3, 10), 0.1)).warning


@pytest.mark.parametrize(
    ("rows", "splits", "told"),
    [
        ([[2.0, 3.0]], 1, "sum to 1; take the softmax"),
        ([[1.5, -0.5]], 1, "at least 0"),
        ([[0.5, 0.5]], 2, "splits 2: from 1 to the number of pictures, 1"),
        ([[0.5, 0.5]], 0, "splits 0"),
    ],
)
def test_what_has_no_score_is_refused(rows, splits, told):
    with pytest.raises(ValueError, match=told):
        inception_score(rows, splits)
