"""Every figure of an image study has what a report needs of it."""

import pytest

from assay.metrics.pictures import CLIP_WEIGHT, PICTURE_METRICS
from assay.metrics.pictures.frechet import ENOUGH_PICTURES


def test_the_figures_are_those_of_an_image_study():
    assert list(PICTURE_METRICS) == [
        *("question_score", "clip_score", "similarity", "brisque", "nrqm"),
        *("kid", "fid", "inception_score"),
        *("cycles", "stop_rate", "cost", "seconds"),
    ]


@pytest.mark.parametrize("metric", PICTURE_METRICS.values(), ids=lambda it: it.name)
def test_each_has_sentences_for_reports(metric):
    for text in (metric.meaning, metric.blind_to):
        assert text.endswith(".")
        assert text[0].isupper() or text[0].isdigit()
    assert metric.low is None or metric.high is None or metric.low < metric.high


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("clip_score", "higher is better"),
        ("brisque", "lower is better"),
        ("nrqm", "higher is better"),
        ("kid", "lower is better"),
        ("fid", "lower is better"),
        ("inception_score", "higher is better"),
        ("stop_rate", "neither end is better"),
    ],
)
def test_each_has_its_direction(name, direction):
    assert PICTURE_METRICS[name].direction == direction


def test_ends_and_limits_are_those_the_functions_have():
    assert PICTURE_METRICS["clip_score"].high == CLIP_WEIGHT
    assert PICTURE_METRICS["fid"].enough == ENOUGH_PICTURES
    assert PICTURE_METRICS["brisque"].smallest_side == 64
    assert PICTURE_METRICS["kid"].low is None
