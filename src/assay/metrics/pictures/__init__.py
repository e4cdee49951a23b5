"""Measures of pictures: pure functions on arrays, and adapters to libraries that users may have.

=================  ==================================================================================
arrays             what they take: pixels, rows of features
similarity         CLIPScore, cosine to a reference, and what chance brings
kernel             KID
frechet            FID
inception_score    IS
sources            which features a distance rests on
extractors         from pictures to features; two sets compared
inception_network  the features of papers, by weights on disk
quality            BRISQUE
nrqm               NRQM by what the user brings
flatness           pictures that show nothing
registry           unit, direction and blind spots of every figure
=================  ==================================================================================
"""

from assay.metrics.pictures.arrays import Floats, Pixels
from assay.metrics.pictures.extractors import EmbeddingFeatures, FeatureExtractor, SetDistances, compare_sets
from assay.metrics.pictures.flatness import is_near_constant
from assay.metrics.pictures.frechet import Fid, fid
from assay.metrics.pictures.inception_network import InceptionFeatures, InceptionReading
from assay.metrics.pictures.inception_score import InceptionScore, inception_score
from assay.metrics.pictures.kernel import Kid, kid, kid_full
from assay.metrics.pictures.nrqm import PictureScorer, nrqm
from assay.metrics.pictures.quality import Quality, brisque
from assay.metrics.pictures.registry import PICTURE_METRICS, PictureMetric
from assay.metrics.pictures.similarity import (
    CLIP_WEIGHT,
    RandomPairs,
    clip_score,
    random_pair_baseline,
    similarity,
)
from assay.metrics.pictures.sources import UNNAMED, FeatureSource, embeddings_of

__all__ = [
    "CLIP_WEIGHT",
    "PICTURE_METRICS",
    "UNNAMED",
    "EmbeddingFeatures",
    "FeatureExtractor",
    "FeatureSource",
    "Fid",
    "Floats",
    "InceptionFeatures",
    "InceptionReading",
    "InceptionScore",
    "Kid",
    "PictureMetric",
    "PictureScorer",
    "Pixels",
    "Quality",
    "RandomPairs",
    "SetDistances",
    "brisque",
    "clip_score",
    "compare_sets",
    "embeddings_of",
    "fid",
    "inception_score",
    "is_near_constant",
    "kid",
    "kid_full",
    "nrqm",
    "random_pair_baseline",
    "similarity",
]
