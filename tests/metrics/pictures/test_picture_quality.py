"""BRISQUE and NRQM: who measures, what has no figure, and why."""

import math

import numpy as np
import pytest

from assay.errors import MissingExtra, UsageError
from assay.metrics.pictures import PictureScorer, brisque, nrqm
from assay.metrics.pictures.nrqm import pyiqa_scorer

NOISE = np.random.default_rng(1).integers(0, 256, size=(64, 80, 3), dtype=np.uint8)


def scorer(value):
    return PictureScorer(lambda picture: value, "mine:score 1a2b")


def test_without_piq_brisque_names_the_extra(without):
    without("piq")
    with pytest.raises(MissingExtra, match="BRISQUE needs the extra 'image-metrics'"):
        brisque(NOISE)


def test_without_pyiqa_nrqm_tells_its_licence_and_the_way_around(without):
    without("pyiqa")
    pyiqa_scorer.cache_clear()
    with pytest.raises(UsageError, match=r"NON-COMMERCIAL use only.*pip install pyiqa.*module:function"):
        nrqm(NOISE)


def test_a_function_of_the_user_measures_and_is_named():
    seen = []
    found = nrqm(
        NOISE, PictureScorer(lambda picture: seen.append(picture) or np.float32(7.5), "mine:score 1a2b")
    )
    assert (found.metric, found.value, found.reason, found.source) == ("nrqm", 7.5, None, "mine:score 1a2b")
    assert np.array_equal(seen[0], NOISE)


@pytest.mark.parametrize("value", [-3.0, 14.0, 4])
def test_a_figure_beyond_the_nominal_ends_is_not_cut_off(value):
    assert nrqm(NOISE, scorer(value)).value == value


def test_a_grey_picture_is_handed_over_in_colour():
    found = nrqm(NOISE[..., 0], PictureScorer(lambda picture: picture.shape[2], "mine:planes"))
    assert found.value == 3


@pytest.mark.parametrize(
    ("pixels", "reason"),
    [
        (NOISE[:63], "80 x 63 pixels: not valid below 64 on a side"),
        (NOISE[:, :28], "28 x 64 pixels: not valid below 64"),
        (np.full((64, 64, 3), 7, dtype=np.uint8), "one flat colour"),
    ],
)
def test_a_picture_too_small_or_flat_has_no_figure_and_a_reason(pixels, reason):
    found = nrqm(pixels, scorer(5.0))
    assert found.value is None
    assert reason in found.reason


def test_a_figure_that_is_not_finite_is_none_with_a_reason():
    found = nrqm(NOISE, scorer(math.nan))
    assert (found.value, found.reason) == (None, "mine:score 1a2b measured nan")


@pytest.mark.parametrize(("value", "kind"), [("5", "str"), (None, "NoneType"), (True, "bool")])
def test_a_function_that_gives_no_number_is_refused(value, kind):
    with pytest.raises(UsageError, match=f"mine:score 1a2b: {kind} came; a number is wanted"):
        nrqm(NOISE, scorer(value))


def test_a_function_that_fails_is_named():
    with pytest.raises(UsageError, match="measuring NRQM with mine:broken: ZeroDivisionError"):
        nrqm(NOISE, PictureScorer(lambda picture: 1 / 0, "mine:broken"))
