"""Fréchet Inception Distance (FID): how far two sets of pictures are apart, for large sets."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from assay.metrics.pictures.arrays import Floats, as_pair
from assay.metrics.pictures.sources import UNNAMED, FeatureSource

ENOUGH_PICTURES = 2048
"""Pictures in each set below which FID is labelled: the dimensions of the usual features."""


@dataclass(frozen=True, slots=True)
class Fid:
    """A FID with what it rests on.

    Attributes:
        value: at least 0, lower is nearer.
        n_a: pictures in the first set.
        n_b: pictures in the second set.
        dimensions: numbers to a picture.
        warning: what is wrong with so few pictures, in a sentence for people. None from 2048 pictures and as
            many as there are dimensions, the usual rule; it bounds no bias.
        source: which features.
    """

    value: float
    n_a: int
    n_b: int
    dimensions: int
    warning: str | None
    source: FeatureSource = UNNAMED


def fid(features_a: ArrayLike, features_b: ArrayLike, *, source: FeatureSource = UNNAMED) -> Fid:
    """Fréchet distance of two normal distributions with the sets' means and covariances.

    ``|m_a - m_b|² + tr(S_a + S_b - 2 (S_a S_b)^½)``, covariances over n - 1: Heusel, Ramsauer, Unterthiner,
    Nessler and Hochreiter 2017, "GANs Trained by a Two Time-Scale Update Rule", formula 6; Dowson and Landau
    1982. Lower is nearer; 0 for equal moments. Biased upwards for small sets, and differently for different
    generators (Chong and Forsyth 2020), so that figures compare only at the same numbers of pictures.

    No root of a matrix is taken. With the centred features over √(n - 1) as F, the trace of the root is the
    sum of the singular values of F_a F_bᵀ, which stays accurate where covariances are singular; the result
    can be below 0 by rounding only, and is 0 then.

    Args:
        features_a: shape (n, d), n at least 2.
        features_b: shape (m, d), m at least 2.
        source: which features these are.

    Raises:
        ValueError: fewer than two rows, rows of different lengths, or numbers that are not finite.
    """
    a, b = as_pair(features_a, features_b, ("first features", "second features"), least=2)
    apart = a.mean(axis=0) - b.mean(axis=0)
    one, two = _root(a), _root(b)
    shared = float(np.linalg.svd(one @ two.T, compute_uv=False).sum())
    value = float(apart @ apart) + float((one**2).sum()) + float((two**2).sum()) - 2.0 * shared
    dimensions = a.shape[1]
    warning = _warning(min(len(a), len(b)), dimensions)
    return Fid(max(value, 0.0), len(a), len(b), dimensions, warning, source)


def _root(rows: Floats) -> Floats:
    """A matrix R with the covariance RᵀR, of no more rows than needed."""
    centred = (rows - rows.mean(axis=0)) / np.sqrt(len(rows) - 1)
    return np.asarray(np.linalg.qr(centred, mode="r")) if len(rows) > rows.shape[1] else centred


def _warning(fewest: int, dimensions: int) -> str | None:
    if fewest >= max(ENOUGH_PICTURES, dimensions):
        return None
    few = f"FID of {fewest} pictures to a set is biased upwards"
    if fewest < dimensions:
        few += f": they are fewer than the {dimensions} dimensions"
    return f"{few}. It compares only with FIDs of as many pictures, against the same references; see KID"
