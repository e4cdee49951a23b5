"""Pictures that show nothing are told from pictures that show little."""

import numpy as np
import pytest

from assay.metrics.pictures import is_near_constant


def flat(*colour, size=64):
    return np.full((size, size, 3), colour, dtype=np.uint8)


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (200, 30, 90)])
def test_one_colour_shows_nothing(colour):
    assert is_near_constant(flat(*colour))
    assert is_near_constant(flat(*colour), tolerance=0)


def test_faint_noise_shows_nothing():
    noise = np.random.default_rng(1).integers(100, 107, size=(64, 64, 3), dtype=np.uint8)
    assert is_near_constant(noise)
    assert not is_near_constant(noise, tolerance=5)


def test_a_tiny_thing_on_an_even_background_is_a_picture():
    sky = flat(0, 0, 0)
    sky[10, 10] = 255
    assert not is_near_constant(sky)


def test_every_channel_counts():
    blue = flat(10, 10, 10)
    blue[:32, :, 2] = 100
    assert not is_near_constant(blue)


@pytest.mark.parametrize(("step", "constant"), [(8, True), (9, False)])
def test_the_tolerance_is_the_greatest_difference_allowed(step, constant):
    picture = flat(250, 0, 0)
    picture[0, 0, 1] = step
    assert is_near_constant(picture, tolerance=8) is constant


def test_the_difference_does_not_wrap_around():
    picture = flat(0, 0, 0)
    picture[:32] = 255
    assert not is_near_constant(picture, tolerance=254)
    assert is_near_constant(picture, tolerance=255)


def test_grey_pictures_have_one_plane():
    assert is_near_constant(np.zeros((5, 5), dtype=np.uint8))
    assert not is_near_constant(np.arange(25, dtype=np.uint8).reshape(5, 5))


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((8, 8, 3)),
        np.zeros((8, 8, 4), dtype=np.uint8),
        np.zeros((2, 8, 8, 3), dtype=np.uint8),
        np.zeros((0, 8, 3), dtype=np.uint8),
    ],
)
def test_what_is_no_picture_is_refused_with_what_is_one(pixels):
    with pytest.raises(
        ValueError, match=r"a picture is uint8 of shape \(height, width, 3\) or \(height, width\)"
    ):
        is_near_constant(pixels)


@pytest.mark.parametrize("tolerance", [-1, 256])
def test_a_tolerance_off_the_scale_is_refused(tolerance):
    with pytest.raises(ValueError, match="from 0 to 255"):
        is_near_constant(flat(0, 0, 0), tolerance=tolerance)
