"""Sets of pictures are compared by features that the result names."""

import numpy as np
import pytest

from assay.errors import MissingExtra, UsageError
from assay.metrics.pictures import (
    EmbeddingFeatures,
    FeatureSource,
    InceptionFeatures,
    compare_sets,
    fid,
    kid,
    kid_full,
)

MEANS = EmbeddingFeatures(lambda pictures: [it.mean(axis=(0, 1)) for it in pictures], "mean colours")


def pictures(count, *, seed, top=256):
    return list(np.random.default_rng(seed).integers(0, top, size=(count, 8, 8, 3), dtype=np.uint8))


def test_two_sets_are_compared_by_the_features_of_the_extractor():
    one, two = pictures(12, seed=1), pictures(9, seed=2, top=100)
    found = compare_sets(MEANS, one, two, seed=3, subsets=5, subset_size=4)
    a, b = MEANS(one), MEANS(two)
    assert found.kid == kid(a, b, subsets=5, subset_size=4, seed=3, source=MEANS.source)
    assert found.kid_full == kid_full(a, b)
    assert found.fid == fid(a, b, source=MEANS.source)


def test_own_embeddings_are_never_called_the_figure_of_papers():
    found = compare_sets(MEANS, pictures(4, seed=1), pictures(4, seed=2), seed=3)
    assert found.kid.source.label("KID") == "KID on embeddings of mean colours"
    assert not found.fid.source.comparable
    assert "not the Inception features of papers" in found.fid.source.note
    assert FeatureSource("Inception", comparable=True).label("KID") == "KID"


def test_grey_pictures_are_embedded_as_colour():
    assert MEANS([np.full((4, 4), 9, dtype=np.uint8)]).tolist() == [[9.0, 9.0, 9.0]]


def test_an_encoder_that_drops_a_picture_is_refused():
    drops = EmbeddingFeatures(lambda given: np.ones((len(given) - 1, 3)), "leaky")
    with pytest.raises(ValueError, match="features by leaky: 2 rows came for 3 pictures"):
        drops(pictures(3, seed=1))


def test_one_picture_is_no_set():
    with pytest.raises(ValueError, match="1 pictures and 4 references: a distance of sets needs 2 of each"):
        compare_sets(MEANS, pictures(1, seed=1), pictures(4, seed=2), seed=1)


def test_inception_weights_that_are_not_there_are_told_with_where_they_are(tmp_path):
    with pytest.raises(
        UsageError, match=r"no weights at .*none\.pth; get https://github.com/toshas/torch-fid"
    ):
        InceptionFeatures(tmp_path / "none.pth")


def test_without_the_library_inception_features_name_the_extra(tmp_path, without):
    without("torch_fidelity", "torch_fidelity.feature_extractor_inceptionv3")
    (tmp_path / "weights.pth").write_bytes(b"")
    features = InceptionFeatures(tmp_path / "weights.pth")
    with pytest.raises(MissingExtra, match=r"Inception features needs the extra 'image-metrics'"):
        features(pictures(2, seed=1))
