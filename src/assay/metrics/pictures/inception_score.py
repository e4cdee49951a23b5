"""Inception Score (IS): whether a classifier is sure of each picture, and pictures differ."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import xlogy

from assay.metrics.pictures.arrays import Floats, as_rows
from assay.metrics.pictures.sources import UNNAMED, FeatureSource

ENOUGH_PICTURES = 5000
"""Pictures to a split below which the score is labelled; the usual 50,000 in ten splits have as many."""


@dataclass(frozen=True, slots=True)
class InceptionScore:
    """An Inception Score with what it rests on.

    Attributes:
        mean: mean over splits; from 1 to the number of classes, higher is better.
        sd: standard deviation over splits (of the population); 0 for one split, which says nothing.
        n: pictures.
        splits: parts the pictures were taken in.
        classes: classes of the classifier.
        warning: what is wrong with so few pictures, in a sentence for people; None where there are enough.
        source: which classifier.
    """

    mean: float
    sd: float
    n: int
    splits: int
    classes: int
    warning: str | None
    source: FeatureSource = UNNAMED


def inception_score(
    probabilities: ArrayLike, splits: int = 1, *, seed: int | None = None, source: FeatureSource = UNNAMED
) -> InceptionScore:
    """``exp(mean KL(p(class | picture) || p(class)))``, p(class) being the mean over the split.

    Salimans, Goodfellow, Zaremba, Cheung, Radford and Chen 2016, "Improved Techniques for Training GANs",
    section 4. From 1 to the smaller of classes and pictures to a split; higher is better. It looks at no
    request and no reference. A split of few pictures caps it, and more splits lower it (Barratt and Sharma
    2018, "A Note on the Inception Score").

    Args:
        probabilities: shape (n, classes), rows that sum to 1.
        splits: into how many parts of nearly equal size, in the rows' order.
        seed: where given, the rows are shuffled before.
        source: which classifier these are from.

    Raises:
        ValueError: no rows, rows that are no probabilities, or more splits than rows.
    """
    rows = as_rows(probabilities, "probabilities")
    if (rows < 0).any() or not np.allclose(rows.sum(axis=1), 1.0, atol=1e-4):
        raise ValueError(
            "probabilities: every row must be at least 0 and sum to 1; take the softmax of logits"
        )
    if not 1 <= splits <= len(rows):
        raise ValueError(f"splits {splits}: from 1 to the number of pictures, {len(rows)}, are allowed")
    if seed is not None:
        rows = np.random.default_rng(seed).permutation(rows)
    cuts = [part * len(rows) // splits for part in range(splits + 1)]
    scores = [_score(rows[start:end]) for start, end in pairwise(cuts)]
    count, classes = rows.shape
    warning = _warning(count, splits, classes)
    return InceptionScore(
        float(np.mean(scores)), float(np.std(scores)), count, splits, classes, warning, source
    )


def _score(rows: Floats) -> float:
    mean = rows.mean(axis=0)
    divergence = (xlogy(rows, rows) - xlogy(rows, mean)).sum(axis=1)
    return float(np.exp(divergence.mean()))


def _warning(count: int, splits: int, classes: int) -> str | None:
    fewest = count // splits
    if fewest >= ENOUGH_PICTURES:
        return None
    most = min(fewest, classes)
    return (
        f"an Inception Score of {fewest} pictures to a split is biased and cannot pass {most}; "
        f"{ENOUGH_PICTURES} to a split are usual. It compares only with scores of as many pictures and splits"
    )
