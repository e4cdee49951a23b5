"""Clarity from 0 to 100: edge energy against real pictures, and whether edges are where they should be."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.metrics.clarity.edges import as_pictures, edge_map, tenengrad, variance_of_laplacian
from assay.metrics.clarity.structure import WINDOW, ssim
from assay.metrics.pictures.arrays import Floats
from assay.records.trainings import Beside, Clarity

_NO_ENERGY = 1e-9  # squared grey levels: what rounding leaves in the edge map of a flat picture


def clarity(generated: NDArray[Any], real: NDArray[Any], *, paired: bool) -> Clarity:
    """Clarity of generated pictures, 0 to 100; the real pictures themselves have 100.

    With the edge maps ``G`` and ``R`` (:func:`assay.metrics.clarity.edge_map`) of a pair, and ``E`` the mean
    square of a map:

    - energy ``e = min(q, 1/q)`` with ``q = E(G) / E(R)``: too few edges count as much as too many, since
      noise is not clarity;
    - agreement ``a = 1 - E(G - R) / (E(G) + E(R))``, at least 0: edges that are elsewhere do not count.

    Paired, the score is the mean over pairs of ``100 * (e + a) / 2``. Unpaired it is ``100 * e`` of the mean
    energies of the two sets; half of what the paired score sees is missing, and the two do not compare.

    What it does not see: whether the picture is a good one. Any fault that spares the edges (a wrong
    brightness of large areas) costs nothing, a shift by one pixel costs much. Unpaired, a set of the right
    edge energy may show anything at all, and blurred pictures beside noisy ones may come out even.

    Args:
        generated: shape (n, height, width), 0 to 255.
        real: the same size; paired, also as many.
        paired: whether each generated picture belongs to the real one in its place.

    Raises:
        ValueError: the shapes do not fit, or numbers are not finite.
    """
    one, two = _both(generated, real, paired=paired)
    ours, theirs = edge_map(one), edge_map(two)
    ratio = _ratio(float(np.square(ours).mean()), float(np.square(theirs).mean()))
    if not paired:
        energy = _turned_over(ratio)
        return Clarity(100.0 * energy, ratio, energy, None, len(one))
    energies, agreements = _parts(ours, theirs)
    score = 100.0 * float((energies + agreements).mean()) / 2.0
    return Clarity(score, ratio, float(energies.mean()), float(agreements.mean()), len(one))


def clarity_of_each(generated: NDArray[Any], real: NDArray[Any]) -> Floats:
    """The paired score of each pair, shape (n,); their mean is the score of :func:`clarity`.

    Raises:
        ValueError: as :func:`clarity`.
    """
    one, two = _both(generated, real, paired=True)
    energies, agreements = _parts(edge_map(one), edge_map(two))
    return np.asarray(50.0 * (energies + agreements))


def beside(generated: NDArray[Any], real: NDArray[Any], *, paired: bool) -> Beside:
    """Other figures of the same pictures, to be looked at beside their clarity.

    Raises:
        ValueError: as :func:`clarity`.
    """
    one, two = _both(generated, real, paired=paired)
    alike = float(ssim(one, two).mean()) if paired and min(one.shape[1:]) >= WINDOW else None
    return Beside(
        variance_of_laplacian=float(variance_of_laplacian(one).mean()),
        variance_of_laplacian_real=float(variance_of_laplacian(two).mean()),
        tenengrad=float(tenengrad(one).mean()),
        tenengrad_real=float(tenengrad(two).mean()),
        ssim=alike,
        mse=float(np.square((one - two) / 127.5).mean()) if paired else None,
    )


def _both(generated: NDArray[Any], real: NDArray[Any], *, paired: bool) -> tuple[Floats, Floats]:
    one, two = as_pictures(generated, "generated pictures"), as_pictures(real, "real pictures")
    if one.shape[1:] != two.shape[1:]:
        raise ValueError(
            f"generated pictures are {one.shape[1:]}, real ones {two.shape[1:]}: one size is needed"
        )
    if paired and len(one) != len(two):
        raise ValueError(f"{len(one)} generated pictures cannot be paired with {len(two)} real ones")
    return one, two


def _parts(ours: Floats, theirs: Floats) -> tuple[Floats, Floats]:
    """Energy and agreement of each pair of edge maps, both in [0, 1]."""
    mine, their, apart = (
        _settled(np.square(maps).mean(axis=(1, 2))) for maps in (ours, theirs, ours - theirs)
    )
    larger, both = np.maximum(mine, their), mine + their
    # Two flat pictures agree; a flat one and one with edges have nothing in common.
    energies = np.divide(np.minimum(mine, their), larger, out=np.ones_like(mine), where=larger > 0)
    lost = np.divide(apart, both, out=np.zeros_like(mine), where=both > 0)
    return energies, np.clip(1.0 - lost, 0.0, 1.0)


def _settled(energies: Floats) -> Floats:
    return np.where(energies < _NO_ENERGY, 0.0, energies)


def _ratio(ours: float, theirs: float) -> float:
    if theirs < _NO_ENERGY:
        return 1.0 if ours < _NO_ENERGY else float("inf")
    return ours / theirs


def _turned_over(ratio: float) -> float:
    return ratio if ratio <= 1.0 else 1.0 / ratio
