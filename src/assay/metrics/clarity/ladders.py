"""Real pictures with more and more blur or noise: what scale the clarity score has on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assay.metrics.clarity.edges import as_pictures
from assay.metrics.clarity.score import clarity

BLUR_SIGMAS = (0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
NOISE_DEVIATIONS = (4.0, 8.0, 16.0, 32.0, 64.0, 128.0)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder.

    Attributes:
        amount: of what was done to the real pictures: pixels of blur, grey levels of noise.
        score: clarity they have then.
    """

    amount: float
    score: float


def blur_ladder(
    real: NDArray[Any], sigmas: Sequence[float] = BLUR_SIGMAS, *, paired: bool = True
) -> tuple[Rung, ...]:
    """Clarity of real pictures after a Gaussian blur.

    Args:
        real: shape (n, height, width), 0 to 255.
        sigmas: deviations in pixels, above 0 and rising.
        paired: which score, see :func:`assay.metrics.clarity.clarity`.

    Raises:
        ValueError: no such pictures, or sigmas that do not rise from above 0.
    """
    from scipy.ndimage import gaussian_filter  # noqa: PLC0415 (slow to load)

    pictures = as_pictures(real, "real pictures")
    _require_rising(sigmas, "sigmas")
    return tuple(
        Rung(
            sigma,
            clarity(
                gaussian_filter(pictures, (0, sigma, sigma), mode="nearest"), pictures, paired=paired
            ).score,
        )
        for sigma in sigmas
    )


def noise_ladder(
    real: NDArray[Any],
    deviations: Sequence[float] = NOISE_DEVIATIONS,
    *,
    seed: int = 0,
    paired: bool = True,
) -> tuple[Rung, ...]:
    """Clarity of real pictures with normal noise on every pixel, cut off at black and white.

    Args:
        real: shape (n, height, width), 0 to 255.
        deviations: in grey levels, above 0 and rising; one draw of noise is scaled by each.
        seed: of the noise.
        paired: which score.

    Raises:
        ValueError: no such pictures, or deviations that do not rise from above 0.
    """
    pictures = as_pictures(real, "real pictures")
    _require_rising(deviations, "deviations")
    noise = np.random.default_rng(seed).standard_normal(pictures.shape)
    return tuple(
        Rung(
            deviation,
            clarity(np.clip(pictures + deviation * noise, 0.0, 255.0), pictures, paired=paired).score,
        )
        for deviation in deviations
    )


def equivalent_blur(score: float, ladder: Sequence[Rung]) -> float | None:
    """The blur of the real pictures that has the same clarity: what a score looks like.

    Between rungs it is read off the straight line; no blur at all is 100.

    Args:
        score: a clarity, of the same kind (paired or not) as the ladder.
        ladder: from :func:`blur_ladder` on the same real pictures.

    Returns:
        Sigma in pixels; None where the score is below the ladder's last rung.

    Raises:
        ValueError: the ladder does not fall, so that a score would have no blur or several.
    """
    rungs = (Rung(0.0, 100.0), *ladder)
    if any(after.score >= before.score for before, after in pairwise(rungs)):
        raise ValueError(f"the ladder does not fall: {[round(rung.score, 2) for rung in rungs]}")
    if score < rungs[-1].score:
        return None
    scores, amounts = ([getattr(rung, name) for rung in rungs[::-1]] for name in ("score", "amount"))
    return float(np.interp(score, scores, amounts))


def _require_rising(values: Sequence[float], what: str) -> None:
    if not values or any(after <= before for before, after in pairwise((0.0, *values))):
        raise ValueError(f"{what} are {list(values)}; they must be above 0 and rise")
