"""From pictures to features, and two sets of pictures compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from numpy.typing import ArrayLike

from assay.metrics.pictures.arrays import Floats, Pixels, as_rgb, as_rows
from assay.metrics.pictures.frechet import Fid, fid
from assay.metrics.pictures.kernel import Kid, kid, kid_full
from assay.metrics.pictures.sources import FeatureSource, embeddings_of


class FeatureExtractor(Protocol):
    """Turns pictures into rows of features, each by itself."""

    @property
    def source(self) -> FeatureSource:
        """Which features these are."""
        ...

    def __call__(self, pictures: Sequence[Pixels]) -> Floats:
        """Features of the pictures, shape (n, d), in their order."""
        ...


@dataclass(frozen=True)
class EmbeddingFeatures:
    """Features by an encoder that is there already: the study's own, or a function of the user's.

    Attributes:
        embed: from n pictures, uint8 of shape (height, width, 3), to n rows.
        encoder: its name with its weights' tag.
    """

    embed: Callable[[Sequence[Pixels]], ArrayLike] = field(repr=False)
    encoder: str

    @property
    def source(self) -> FeatureSource:
        """Which features these are: never those of papers."""
        return embeddings_of(self.encoder)

    def __call__(self, pictures: Sequence[Pixels]) -> Floats:
        """Features of the pictures, shape (n, d).

        Raises:
            ValueError: no picture, arrays that are none, or another number of rows.
        """
        rows = as_rows(self.embed([as_rgb(it) for it in pictures]), f"features by {self.encoder}")
        if len(rows) != len(pictures):
            raise ValueError(
                f"features by {self.encoder}: {len(rows)} rows came for {len(pictures)} pictures"
            )
        return rows


@dataclass(frozen=True, slots=True)
class SetDistances:
    """How far a set of pictures is from another one.

    Attributes:
        kid: KID with spread, the first figure to look at.
        kid_full: KID of all pictures at once, without bias.
        fid: FID, with a warning where there are few pictures.
    """

    kid: Kid
    kid_full: float
    fid: Fid


def compare_sets(
    extractor: FeatureExtractor,
    pictures: Sequence[Pixels],
    references: Sequence[Pixels],
    *,
    seed: int,
    subsets: int = 100,
    subset_size: int | None = None,
) -> SetDistances:
    """KID and FID of pictures and references by one extractor, which the results name.

    Args:
        extractor: gives the features.
        pictures: at least 2, uint8 of shape (height, width, 3) or (height, width).
        references: at least 2, alike.
        seed: of KID's subsets.
        subsets: how many KID draws.
        subset_size: pictures to a subset; by default as :func:`assay.metrics.pictures.kernel.kid` says.

    Raises:
        ValueError: fewer than two pictures in a set, or features that cannot be compared.
    """
    if min(len(pictures), len(references)) < 2:
        raise ValueError(
            f"{len(pictures)} pictures and {len(references)} references: a distance of sets needs 2 of each"
        )
    a, b, source = extractor(pictures), extractor(references), extractor.source
    return SetDistances(
        kid(a, b, subsets=subsets, subset_size=subset_size, seed=seed, source=source),
        kid_full(a, b),
        fid(a, b, source=source),
    )
