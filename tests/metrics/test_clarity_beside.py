"""Figures beside clarity: variance of Laplacian, Tenengrad, SSIM, and what the pages say of them."""

import importlib.util
import math

import numpy as np
import pytest

from assay.drawing.glyphs import draw_glyphs
from assay.errors import MissingExtra
from assay.metrics.clarity import (
    CLARITY_METRICS,
    Lpips,
    beside,
    edge_map,
    ssim,
    tenengrad,
    variance_of_laplacian,
)

REAL = draw_glyphs(20)[0]
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def test_variance_of_laplacian_is_that_of_the_edge_map():
    point = np.zeros((1, 5, 5))
    point[0, 2, 2] = 10.0
    assert variance_of_laplacian(point) == pytest.approx([(80**2 + 8 * 10**2) / 25])  # its mean is 0
    assert variance_of_laplacian(REAL) == pytest.approx([m.var() for m in edge_map(REAL)])


def test_tenengrad_of_a_ramp_is_the_square_of_eight_times_its_slope():
    ramp = np.tile(np.arange(6.0) * 3, (1, 6, 1))
    # Inside the gradient is 8 times the slope; at the two borders half, since what is beyond is repeated.
    assert tenengrad(ramp) == pytest.approx([(4 * 24**2 + 2 * 12**2) / 6])
    assert tenengrad(ramp.transpose(0, 2, 1)) == pytest.approx(tenengrad(ramp))


def test_noise_looks_sharper_than_any_picture_to_what_measures_it_alone():
    noisy = np.clip(REAL + np.random.default_rng(0).normal(0, 60, REAL.shape), 0, 255)
    assert (variance_of_laplacian(noisy) > variance_of_laplacian(REAL)).all()


def test_ssim_of_flat_pictures_is_that_of_their_brightness():
    one, two = np.full((1, 12, 12), 100.0), np.full((1, 12, 12), 50.0)
    assert ssim(one, two) == pytest.approx([(2 * 100 * 50 + C1) / (100**2 + 50**2 + C1)])


def test_ssim_of_one_window_is_the_formula_of_the_paper():
    draws = np.random.default_rng(3)
    one, two = draws.uniform(0, 255, (2, 11, 11))
    offsets = np.arange(-5, 6)
    weights = np.exp(-(offsets[:, None] ** 2 + offsets[None] ** 2) / (2 * 1.5**2))
    weights /= weights.sum()
    a, b = (weights * one).sum(), (weights * two).sum()
    va, vb = (weights * (one - a) ** 2).sum(), (weights * (two - b) ** 2).sum()
    cov = (weights * (one - a) * (two - b)).sum()
    wanted = (2 * a * b + C1) * (2 * cov + C2) / ((a**2 + b**2 + C1) * (va + vb + C2))
    assert ssim(one[None], two[None]) == pytest.approx([wanted])


def test_ssim_is_one_for_equal_pictures_and_below_zero_for_a_negative():
    assert ssim(REAL, REAL) == pytest.approx(np.ones(len(REAL)))
    board = np.indices((16, 16)).sum(0)[None] % 2 * 255
    assert ssim(board, 255 - board)[0] < -0.9
    assert ssim(REAL, REAL[::-1]) == pytest.approx(ssim(REAL[::-1], REAL))


def test_without_pairs_there_is_neither_ssim_nor_error():
    found = beside(REAL[:3], REAL, paired=False)
    assert (found.ssim, found.mse) == (None, None)
    assert found.tenengrad_real == pytest.approx(tenengrad(REAL).mean())
    both = beside(0 * REAL, REAL, paired=True)
    assert both.mse == pytest.approx(np.square(REAL / 127.5).mean())
    assert both.ssim < 1
    assert both.variance_of_laplacian == 0
    assert beside(REAL[:, :9, :9], REAL[:, :9, :9], paired=True).ssim is None  # smaller than the window


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        (REAL, REAL[:, :20], "it must be one"),
        (REAL[:, :10], REAL[:, :10], "11 pixels on a side"),
    ],
)
def test_pictures_without_ssim_are_refused(one, two, told):
    with pytest.raises(ValueError, match=told):
        ssim(one, two)


def test_every_figure_says_its_direction_its_range_and_what_it_does_not_see():
    for name, metric in CLARITY_METRICS.items():
        assert metric.name == name
        assert metric.meaning.endswith(".")
        assert metric.blind_to.endswith(".")
        assert metric.low is None or metric.high is None or metric.low < metric.high
    assert CLARITY_METRICS["clarity"].direction == "higher is better"
    assert CLARITY_METRICS["variance_of_laplacian"].direction == "neither end is better"
    assert math.isclose(CLARITY_METRICS["clarity"].high or 0, 100)


@pytest.mark.skipif(importlib.util.find_spec("lpips") is not None, reason="lpips is installed here")
def test_lpips_that_is_not_there_names_its_extra():
    with pytest.raises(MissingExtra, match="image-metrics"):
        Lpips()
