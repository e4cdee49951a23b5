"""How near a picture is to a text or to another picture, by embeddings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assay.metrics.pictures.arrays import Floats, as_directions, as_pair

Places = NDArray[np.intp]

CLIP_WEIGHT = 2.5
"""The factor of CLIPScore, w in Hessel and others (2021)."""


@dataclass(frozen=True, slots=True)
class RandomPairs:
    """Similarity of pictures with references that are not theirs: what chance alone brings.

    Attributes:
        mean: mean cosine.
        sd: their standard deviation.
        low: their 5% quantile.
        high: their 95% quantile; a picture above it is nearer than 19 of 20 wrong references.
        pairs: how many pairs were drawn.
    """

    mean: float
    sd: float
    low: float
    high: float
    pairs: int


def similarity(a: ArrayLike, b: ArrayLike) -> Floats:
    """Cosine of each row of ``a`` with the same row of ``b``.

    In [-1, 1], higher is nearer, 1 for the same direction. There is no factor and nothing is cut off. What
    counts as near depends on the encoder: set :func:`random_pair_baseline` beside it.

    Args:
        a: shape (n, d), embeddings.
        b: shape (n, d), those they are compared with, from the same encoder.

    Returns:
        Shape (n,).

    Raises:
        ValueError: the shapes differ, a number is not finite, or a row is zero.
    """
    one, two = as_pair(a, b, ("embeddings", "embeddings compared with"))
    if len(one) != len(two):
        raise ValueError(
            f"{len(one)} embeddings came, and {len(two)} to compare with; one for each is needed"
        )
    one, two = as_directions(one, "embeddings"), as_directions(two, "embeddings compared with")
    # Rounding may bring the product of two unit vectors past the end of the scale.
    return np.asarray(np.clip(np.einsum("nd,nd->n", one, two), -1.0, 1.0))


def clip_score(image: ArrayLike, text: ArrayLike) -> Floats:
    """CLIPScore of each picture with its text: ``2.5 * max(cos(image, text), 0)``.

    Hessel, Holtzman, Forbes, Le Bras and Choi 2021, "CLIPScore: A Reference-free Evaluation Metric for Image
    Captioning", formula of section 3. From 0 to 2.5, higher is better; not bounded by 1. Each pair is cut off
    at 0 before any mean is taken; torchmetrics does so after, and multiplies by 100.

    Scores of different encoders or weights are not comparable, nor are those with and without the prefix
    "A photo depicts" (this adds none). Hand over the text of the user's own request, not of the prompt that
    the picture was made from: a rewritten prompt would be measured against itself.

    Args:
        image: shape (n, d), embeddings of pictures.
        text: shape (n, d), embeddings of their texts.

    Returns:
        Shape (n,).

    Raises:
        ValueError: as :func:`similarity`.
    """
    return np.asarray(CLIP_WEIGHT * np.maximum(similarity(image, text), 0.0))


def random_pair_baseline(
    images: ArrayLike,
    references: ArrayLike,
    *,
    seed: int,
    pairs: int = 1000,
    requests: Sequence[str] | None = None,
) -> RandomPairs:
    """What similarity pictures have with references of other requests, drawn with replacement.

    Args:
        images: shape (n, d), embeddings of pictures.
        references: shape (n, d), those of their references, row by row.
        seed: of the draw.
        pairs: how many to draw.
        requests: which request each row belongs to; rows of one request are never paired. By default each
            row is one of its own.

    Raises:
        ValueError: as :func:`similarity`, fewer than two requests, or no pair to draw.
    """
    one, two = as_pair(images, references, ("pictures", "references"))
    names = [str(row) for row in range(len(one))] if requests is None else requests
    if not len(one) == len(two) == len(names):
        raise ValueError(
            f"{len(one)} pictures, {len(two)} references and {len(names)} requests: as many are needed"
        )
    kinds, labels = np.unique(np.asarray(names), return_inverse=True)
    if len(kinds) < 2 or pairs < 1:
        raise ValueError(f"{pairs} pairs of {len(kinds)} requests: at least 1 pair of 2 requests is needed")
    first, second = _mismatched(labels, pairs, np.random.default_rng(seed))
    found = similarity(one[first], two[second])
    low, high = np.quantile(found, [0.05, 0.95])
    return RandomPairs(float(found.mean()), float(found.std()), float(low), float(high), pairs)


def _mismatched(labels: Places, pairs: int, random: np.random.Generator) -> tuple[Places, Places]:
    first, second = np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
    while len(first) < pairs:
        drawn = random.integers(len(labels), size=(2, pairs))
        kept = drawn[:, labels[drawn[0]] != labels[drawn[1]]]
        first, second = np.concatenate([first, kept[0]]), np.concatenate([second, kept[1]])
    return first[:pairs], second[:pairs]
