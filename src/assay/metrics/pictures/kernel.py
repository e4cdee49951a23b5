"""Kernel Inception Distance (KID): how far two sets of pictures are apart, fit for small sets."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from assay.metrics.pictures.arrays import Floats, as_pair
from assay.metrics.pictures.sources import UNNAMED, FeatureSource

USUAL_SUBSET = 1000
"""Pictures to a subset in the literature."""


@dataclass(frozen=True, slots=True)
class Kid:
    """A KID with its spread.

    Attributes:
        mean: mean over subsets; lower is nearer, about 0 for sets of one distribution, and may be negative.
        sd: standard deviation over the subsets (of the population, as the literature has it): the spread at
            this subset size. It is no standard error of the mean, since subsets share pictures.
        n_a: pictures in the first set.
        n_b: pictures in the second set.
        subsets: how many subsets were drawn.
        subset_size: pictures of each set in a subset.
        source: which features.
    """

    mean: float
    sd: float
    n_a: int
    n_b: int
    subsets: int
    subset_size: int
    source: FeatureSource = UNNAMED


def kid_full(features_a: ArrayLike, features_b: ArrayLike) -> float:
    """The unbiased estimate of MMD² over all pictures, with the kernel ``(x·y / d + 1)³``.

    Bińkowski, Sutherland, Arbel and Gretton 2018, "Demystifying MMD GANs", section 4 (KID) and Gretton and
    others 2012, "A Kernel Two-Sample Test", lemma 6 (the estimate). Lower is nearer. Without bias at any
    size: two sets of one distribution bring 0 on average, and so negative figures about as often as
    positive ones. A set against itself is never above 0.

    Args:
        features_a: shape (n, d), n at least 2.
        features_b: shape (m, d), m at least 2.

    Raises:
        ValueError: fewer than two rows, rows of different lengths, or numbers that are not finite.
    """
    return _unbiased(*as_pair(features_a, features_b, ("first features", "second features"), least=2))


def kid(
    features_a: ArrayLike,
    features_b: ArrayLike,
    *,
    subsets: int = 100,
    subset_size: int | None = None,
    seed: int,
    source: FeatureSource = UNNAMED,
) -> Kid:
    """KID over random subsets, as the literature gives it: mean and spread of :func:`kid_full` over them.

    Each subset takes ``subset_size`` pictures of each set, without replacement. Where that is the whole of
    both sets, all subsets are the same and the spread is 0, which says nothing.

    Args:
        features_a: shape (n, d), n at least 2.
        features_b: shape (m, d), m at least 2.
        subsets: how many subsets, at least 1.
        subset_size: from 2 to the size of the smaller set; by default half of the smaller set, at least 2 and
            at most 1000.
        seed: of the draw.
        source: which features these are.

    Raises:
        ValueError: as :func:`kid_full`, or a number of subsets or pictures that cannot be drawn.
    """
    a, b = as_pair(features_a, features_b, ("first features", "second features"), least=2)
    smaller = min(len(a), len(b))
    size = min(USUAL_SUBSET, max(2, smaller // 2)) if subset_size is None else subset_size
    if not 2 <= size <= smaller or subsets < 1:
        raise ValueError(
            f"{subsets} subsets of {size} pictures, where the smaller set has {smaller}: "
            f"at least 1 subset and from 2 to {smaller} pictures are allowed"
        )
    random = np.random.default_rng(seed)
    found = [
        _unbiased(
            a[random.choice(len(a), size, replace=False)],
            b[random.choice(len(b), size, replace=False)],
        )
        for _ in range(subsets)
    ]
    return Kid(float(np.mean(found)), float(np.std(found)), len(a), len(b), subsets, size, source)


def _unbiased(a: Floats, b: Floats) -> float:
    return _within(a) + _within(b) - 2.0 * float(_kernel(a, b).mean())


def _within(rows: Floats) -> float:
    """Mean of the kernel over pairs of different pictures of one set."""
    kernel, count = _kernel(rows, rows), len(rows)
    return float((kernel.sum() - np.trace(kernel)) / (count * (count - 1)))


def _kernel(a: Floats, b: Floats) -> Floats:
    return np.asarray((a @ b.T / a.shape[1] + 1.0) ** 3)
